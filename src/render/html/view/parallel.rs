//! Two language versions side by side.

use serde::Serialize;

use super::Scene;
use super::alignment::align;
use super::entry::DateView;
use super::head::Head;
use crate::archive::DocumentId;
use crate::markdown::{self, Sort, Source, blocks, relocated};
use crate::render::html::context::{Context, insert};
use crate::render::html::links::Links;
use crate::render::html::names::Wanted;
use crate::text::TextFile;

/// `parallel` in templates.
#[derive(Serialize)]
struct ParallelView<'a> {
    /// That of the left version, under which the text is cited.
    head: Option<Head>,
    left: Side<'a>,
    right: Side<'a>,
    rows: Vec<Row>,
    /// Rows that have one side only.
    unpaired: usize,
    date: Option<DateView>,
    has_code: bool,
}

/// One of the two versions.
#[derive(Serialize)]
struct Side<'a> {
    title: &'a str,
    language: &'a str,
    name: String,
    direction: &'static str,
    href: String,
    paragraphs: u32,
}

/// Blocks that stand beside each other; an empty side has no block.
#[derive(Serialize)]
struct Row {
    /// HTML.
    left: String,
    /// HTML.
    right: String,
    heading: bool,
}

impl<'a> Scene<'a> {
    pub(super) fn parallel(
        &self,
        (left, right): (DocumentId, DocumentId),
        texts: &[TextFile],
        context: &mut Context,
    ) -> &'static str {
        let archive = self.archive;
        let left_html = self.version_html(left, texts.first());
        let right_html = self.version_html(right, texts.get(1));
        let (left_blocks, right_blocks) =
            (blocks(&left_html.html), blocks(&right_html.html));
        let sorts = |blocks: &[markdown::Block<'_>]| -> Vec<Sort> {
            blocks.iter().map(|block| block.sort).collect()
        };
        let pairs = align(&sorts(&left_blocks), &sorts(&right_blocks));
        let rows: Vec<Row> = pairs
            .into_iter()
            .map(|(l, r)| {
                let l = l.and_then(|at| left_blocks.get(at));
                let r = r.and_then(|at| right_blocks.get(at));
                let is_heading = |block: Option<&markdown::Block<'_>>| {
                    block.is_some_and(|block| matches!(block.sort, Sort::Heading(_)))
                };
                Row {
                    left: l
                        .map_or_else(String::new, |block| self.moved(left, block.html)),
                    right: r
                        .map_or_else(String::new, |block| self.moved(right, block.html)),
                    heading: is_heading(l) || is_heading(r),
                }
            })
            .collect();
        let work = archive.work_of(left);
        let date = work.and_then(|work| archive.work(work).date.as_ref());
        let view = ParallelView {
            head: work.map(|work| self.head(left, work)),
            left: self.side(left),
            right: self.side(right),
            unpaired: rows
                .iter()
                .filter(|row| row.left.is_empty() || row.right.is_empty())
                .count(),
            rows,
            date: date.map(|date| DateView::new(date, self.language(), Wanted::ALL)),
            has_code: left_html.has_code || right_html.has_code,
        };
        insert(context, "parallel", &view);
        "parallel.html"
    }

    fn side(&self, id: DocumentId) -> Side<'a> {
        let document = self.archive.document(id);
        Side {
            title: &document.metadata.title,
            language: document.language.as_str(),
            name: self.language_name(&document.language),
            direction: document.language.direction().as_str(),
            href: self.archive.href(&self.archive.document_path(id)),
            paragraphs: document.body.paragraphs,
        }
    }

    /// A version's text in HTML.
    pub(super) fn version_html(
        &self,
        id: DocumentId,
        text: Option<&TextFile>,
    ) -> markdown::Html {
        let document = self.archive.document(id);
        let source = Source {
            text: text.map_or("", |file| &file.text),
            start: document.body.start as usize,
            language: &document.language,
            title: Some(&document.metadata.title),
        };
        let links = Links {
            archive: self.archive,
            path: &document.path,
            language: &document.language,
        };
        self.html(&source, &links)
    }

    /// Two texts on one page: ids begin with their language.
    fn moved(&self, id: DocumentId, html: &str) -> String {
        let prefix = format!("{}-", self.archive.document(id).language);
        let page = self.archive.href(&self.archive.document_path(id));
        relocated(html, &prefix, &page)
    }
}
