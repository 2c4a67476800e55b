//! The index of titles.

use serde::Serialize;

use super::Scene;
use super::entry::Entry;
use crate::archive::Planned;
use crate::render::html::context::{Context, insert};

const TEMPLATE: &str = "titles.html";

/// The works under a letter.
#[derive(Serialize)]
struct Works<'a> {
    entries: Vec<Entry<'a>>,
}

impl Scene<'_> {
    pub(super) fn titles(
        &self,
        planned: &Planned,
        context: &mut Context,
    ) -> &'static str {
        let Some(titles) = self.archive.titles.get(self.interface.index()) else {
            return TEMPLATE;
        };
        insert(context, "letters", &self.letters(planned, "titles", &titles.groups));
        let sections = self.sections(planned, &titles.groups, |range| {
            let works = titles.order.get(range).unwrap_or(&[]);
            Works {
                entries: works.iter().map(|&work| self.entry(work, TEMPLATE)).collect(),
            }
        });
        insert(context, "sections", &sections);
        insert(context, "pagination", &self.paginate(planned, &titles.order).1);
        TEMPLATE
    }
}
