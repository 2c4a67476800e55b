//! Which documents are versions of one work, and the order of works in time.

use std::cmp::Ordering;

use crate::archive::{DocumentId, Work, WorkId};
use crate::config::Config;
use crate::date::Edtf;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Document;

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
    let mut works = grouped(documents, config, found);
    let title = |work: &Work| {
        documents.get(work.main.index()).map_or("", |main| &*main.metadata.title)
    };
    works.sort_by(|a, b| {
        by_date(a.date.as_ref(), b.date.as_ref())
            .then_with(|| title(a).cmp(title(b)))
            .then_with(|| a.name.cmp(&b.name))
    });
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

fn by_date(a: Option<&Edtf>, b: Option<&Edtf>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.sort_key().cmp(&b.sort_key()),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

fn grouped(
    documents: &[Document],
    config: &Config,
    found: &mut Vec<Diagnostic>,
) -> Vec<Work> {
    let mut order: Vec<(usize, &Document)> = documents.iter().enumerate().collect();
    let rank = |document: &Document| {
        let known = config.languages.iter().position(|l| *l == document.language);
        known.unwrap_or(config.languages.len())
    };
    order.sort_by(|(_, a), (_, b)| {
        a.work
            .value
            .cmp(&b.work.value)
            .then_with(|| rank(a).cmp(&rank(b)))
            .then_with(|| a.language.cmp(&b.language))
            .then_with(|| a.path.cmp(&b.path))
    });
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
    Some(Work {
        name,
        main: DocumentId::new(*main),
        others: others.iter().map(|(at, _)| DocumentId::new(*at)).collect(),
        date: documents().find_map(|document| document.metadata.date.clone()),
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
