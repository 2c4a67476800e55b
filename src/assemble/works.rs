//! Which documents are versions of one work, and the order of works in time.

use std::cmp::Ordering;

use rayon::prelude::*;

use crate::archive::{DocumentId, Work, WorkId};
use crate::config::Config;
use crate::date::{Edtf, SortKey};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Document;
use crate::text::Span;

pub(super) struct Works {
    pub(super) works: Vec<Work>,
    pub(super) work_of: Vec<WorkId>,
}

/// Groups documents, which are sorted by path, into works sorted by date.
pub(super) fn works(
    documents: &[Document],
    config: &Config,
    found: &mut Vec<Diagnostic>,
) -> Works {
    let works = grouped(documents, config, found);
    report_undated(&works, documents, found);
    let time = |work: &Work| {
        let main = documents.get(work.main.index());
        main.and_then(|main| main.metadata.time.as_deref()).unwrap_or("")
    };
    let dated =
        works.into_iter().map(|work| (work.date.as_ref().map(Edtf::sort_key), work));
    let mut dated: Vec<(Option<SortKey>, Work)> = dated.collect();
    dated.par_sort_by(|(a_date, a), (b_date, b)| {
        // Undated works stand last.
        (a_date.is_none(), a_date)
            .cmp(&(b_date.is_none(), b_date))
            .then_with(|| natural(time(a), time(b)))
            .then_with(|| natural(&a.name, &b.name))
            .then_with(|| a.name.cmp(&b.name))
    });
    let works: Vec<Work> = dated.into_iter().map(|(_, work)| work).collect();
    let mut work_of = vec![WorkId::default(); documents.len()];
    for (at, work) in works.iter().enumerate() {
        for id in std::iter::once(&work.main).chain(&work.others) {
            if let Some(place) = work_of.get_mut(id.index()) {
                *place = WorkId::new(at);
            }
        }
    }
    Works { works, work_of }
}

/// A translation may leave the date to the main version; the work has one or is undated.
fn report_undated(works: &[Work], documents: &[Document], found: &mut Vec<Diagnostic>) {
    for work in works.iter().filter(|work| work.date.is_none()) {
        let Some(main) = documents.get(work.main.index()) else { continue };
        let message = "the document has no date";
        found.push(
            Diagnostic::new(Code::MissingDate, &main.path, Span::default(), message)
                .help(
                    "add `date: …`; `1945~` is about 1945, `194X` some time in the 1940s",
                ),
        );
    }
}

/// Digits by their value: `d9` before `d10`. On one day documents stand in the order of
/// their files, which is their editor's.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (runs(a), runs(b));
    loop {
        let order = match (a.next(), b.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(a), Some(b)) if is_number(a) && is_number(b) => {
                let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
                a.len().cmp(&b.len()).then_with(|| a.cmp(b))
            }
            (Some(a), Some(b)) => a.cmp(b),
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// Runs of digits and runs of anything else.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.bytes().next()?.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != first).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

fn is_number(run: &str) -> bool {
    run.starts_with(|c: char| c.is_ascii_digit())
}

fn grouped(
    documents: &[Document],
    config: &Config,
    found: &mut Vec<Diagnostic>,
) -> Vec<Work> {
    let order: Vec<(usize, &Document)> = documents.iter().enumerate().collect();
    let rank = |document: &Document| {
        let known = config.languages.iter().position(|l| *l == document.language);
        known.unwrap_or(config.languages.len())
    };
    // Versions of a work mostly stand together, and works nearly in order.
    let mut runs: Vec<_> =
        order.chunk_by(|a, b| a.1.work.value == b.1.work.value).collect();
    runs.sort_by_key(|run| run.first().map(|(_, document)| &document.work.value));
    let mut order = runs.concat();
    for group in order.chunk_by_mut(|a, b| a.1.work.value == b.1.work.value) {
        group.sort_by(|(_, a), (_, b)| {
            rank(a)
                .cmp(&rank(b))
                .then_with(|| a.language.cmp(&b.language))
                .then_with(|| a.path.cmp(&b.path))
        });
    }
    let mut works = Vec::new();
    for group in order.chunk_by(|(_, a), (_, b)| a.work.value == b.work.value) {
        let mut versions: Vec<(usize, &Document)> = Vec::with_capacity(group.len());
        for &(at, document) in group {
            match versions.last().filter(|(_, last)| last.language == document.language) {
                Some((_, first)) => {
                    found.push(duplicate(first, document));
                    works.extend(work(own_name(document), &[(at, document)]));
                }
                None => versions.push((at, document)),
            }
        }
        let name = versions.first().map(|(_, first)| first.work.value.clone());
        works.extend(work(name.unwrap_or_default(), &versions));
    }
    works
}

fn work(name: Box<str>, versions: &[(usize, &Document)]) -> Option<Work> {
    let ((main, _), others) = versions.split_first()?;
    let documents = || versions.iter().map(|(_, document)| document);
    let date = documents().find_map(|document| document.metadata.date.clone());
    let first_day = |date: &Edtf| date.reduced().map(|_| date.bounds().first);
    Some(Work {
        name,
        main: DocumentId::new(*main),
        others: others.iter().map(|(at, _)| DocumentId::new(*at)).collect(),
        first_day: date.as_ref().and_then(first_day),
        date,
        kind: documents().find_map(|document| document.metadata.kind),
    })
}

fn duplicate(first: &Document, second: &Document) -> Diagnostic {
    let message =
        format!("`{}` has two versions in `{}`", second.work.value, second.language);
    Diagnostic::new(Code::DuplicateVersion, &second.path, second.work.span, message)
        .also(&first.path, first.work.span, "the other one")
        .help("give one of them another `work:` or `lang:`, or rename the file")
}

/// The name of a document that cannot share its work's: its own path.
fn own_name(document: &Document) -> Box<str> {
    let path = document.path.strip_suffix(".md").unwrap_or(&document.path);
    path.split_once('/').map_or(path, |(_, rest)| rest).into()
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn digits_count_by_their_value() {
        let check = |before: &str, after: &str| {
            assert!(natural(before, after).is_lt(), "{before} {after}");
            assert!(natural(after, before).is_gt(), "{after} {before}");
        };
        check("d9", "d10");
        check("v1/d20", "v2/d3");
        check("a", "b");
        check("a", "a1");
        check("09:30", "10:00");
        assert!(natural("d007", "d7").is_eq());
    }
}
