//! A set in words: `1667, 1668 or 1670–1672`.

use super::super::interval::{Interval, Member, Set, SetKind};
use super::fill;
use super::interval::{between, side};
use super::vocabulary::Vocabulary;

pub(super) fn set(set: &Set, words: &Vocabulary) -> String {
    let last_joint = match set.kind {
        SetKind::OneOf => words.or,
        SetKind::AllOf => words.and,
    };
    let members = set.members.iter().map(|m| member(*m, words)).collect::<Vec<_>>();
    match members.split_last() {
        Some((last, before)) if !before.is_empty() => {
            format!("{}{last_joint}{last}", before.join(words.comma))
        }
        _ => members.concat(),
    }
}

fn member(member: Member, words: &Vocabulary) -> String {
    let Interval { start, end } = match member {
        Member::Date(date) => return side(date, words),
        Member::Range(interval) => interval,
    };
    match (start.date(), end.date()) {
        (Some(start), Some(end)) => between(start, end, words),
        (Some(start), None) => fill(words.from, &[('a', &side(start, words))]),
        (None, Some(end)) => fill(words.until, &[('a', &side(end, words))]),
        (None, None) => words.unknown_date.to_owned(),
    }
}
