//! The index of titles.

use serde::Serialize;

use super::Scene;
use super::entry::Entry;
use crate::archive::{Group, Planned, Titles};
use crate::render::html::context::{Context, insert};

#[derive(Serialize)]
struct Letter<'a> {
    label: &'a str,
    href: String,
    count: usize,
}

#[derive(Serialize)]
struct Section<'a> {
    label: &'a str,
    id: String,
    entries: Vec<Entry<'a>>,
}

impl<'a> Scene<'a> {
    pub(super) fn titles(
        &self,
        planned: &Planned,
        context: &mut Context,
    ) -> &'static str {
        let Some(titles) = self.archive.titles.get(self.interface.index()) else {
            return "titles.html";
        };
        let letters: Vec<Letter<'_>> = titles
            .groups
            .iter()
            .enumerate()
            .map(|(at, group)| self.letter(at, group))
            .collect();
        insert(context, "letters", &letters);
        let (shown, pagination) = self.paginate(planned, &titles.order);
        let size = self.archive.config.page_size;
        let start = (planned.number - 1) * size;
        insert(context, "sections", &self.sections(titles, start, start + shown.len()));
        insert(context, "pagination", &pagination);
        "titles.html"
    }

    fn letter(&self, at: usize, group: &'a Group) -> Letter<'a> {
        let page = group.start / self.archive.config.page_size + 1;
        let name = self.index_href("titles");
        let page = if page == 1 { String::new() } else { format!("page-{page}/") };
        Letter {
            label: &group.label,
            href: format!("{name}{page}#letter-{}", at + 1),
            count: group.count,
        }
    }

    /// The groups between two positions, each cut to them.
    fn sections(&self, titles: &'a Titles, start: usize, end: usize) -> Vec<Section<'a>> {
        let mut sections = Vec::new();
        for (at, group) in titles.groups.iter().enumerate() {
            let from = group.start.max(start);
            let to = (group.start + group.count).min(end);
            if from >= to {
                continue;
            }
            let works = titles.order.get(from..to).unwrap_or(&[]);
            sections.push(Section {
                label: &group.label,
                id: format!("letter-{}", at + 1),
                entries: works.iter().map(|&work| self.entry(work)).collect(),
            });
        }
        sections
    }
}
