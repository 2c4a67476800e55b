//! The letters over an index, and the parts of its pages under each.

use std::ops::Range;

use serde::Serialize;

use super::Scene;
use crate::archive::{Group, Planned};

/// The way to the beginning of a letter, on whatever page that is.
#[derive(Serialize)]
pub(super) struct Letter<'a> {
    label: &'a str,
    href: String,
    count: usize,
}

/// What stands under a letter on one page.
#[derive(Serialize)]
pub(super) struct Section<'a, T> {
    label: &'a str,
    id: String,
    #[serde(flatten)]
    under: T,
}

impl<'a> Scene<'a> {
    /// The ways to the letters of an index of that name.
    pub(super) fn letters(
        &self,
        planned: &Planned,
        name: &str,
        groups: &'a [Group],
    ) -> Vec<Letter<'a>> {
        let size = self.archive.page_size(planned.page);
        let first = self.index_href(name);
        let letters = groups.iter().enumerate().map(|(at, group)| {
            let page = match group.start / size {
                0 => String::new(),
                page => format!("page-{}/", page + 1),
            };
            let href = format!("{first}{page}#{}", letter_id(at));
            Letter { label: &group.label, href, count: group.count }
        });
        letters.collect()
    }

    /// The letters that a page of an index has, each cut to the page; `under` is told
    /// the positions of what stands there.
    pub(super) fn sections<T>(
        &self,
        planned: &Planned,
        groups: &'a [Group],
        under: impl Fn(Range<usize>) -> T,
    ) -> Vec<Section<'a, T>> {
        let size = self.archive.page_size(planned.page);
        let start = (planned.number - 1) * size;
        let sections = groups.iter().enumerate().filter_map(|(at, group)| {
            let from = group.start.max(start);
            let to = (group.start + group.count).min(start + size);
            (from < to).then(|| Section {
                label: &group.label,
                id: letter_id(at),
                under: under(from..to),
            })
        });
        sections.collect()
    }
}

fn letter_id(at: usize) -> String {
    format!("letter-{}", at + 1)
}
