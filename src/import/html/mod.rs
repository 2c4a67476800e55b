//! Pages: what they show becomes the text, what their head says becomes front matter.

mod tokens;
mod builder;
mod table;
mod head;
mod page;

use super::dates;
use super::draft::{Confidence, Draft, Field, Value};
use super::format::{Foreign, Importer};
use super::markdown::Block;
use super::tongue::speak;
use crate::diagnostic::Diagnostic;
use crate::text::Span;

pub(super) use page::{Page, is_page, page};

/// The importer of pages.
pub(super) struct Html;

impl Importer for Html {
    fn recognises(&self, foreign: &Foreign<'_>) -> bool {
        foreign.page.is_some()
    }

    fn read(&self, foreign: &Foreign<'_>, found: &mut Vec<Diagnostic>) -> Vec<Draft> {
        let made;
        let page = match &foreign.page {
            Some(page) => page,
            None => {
                made = page(&foreign.file.text);
                &made
            }
        };
        let mut draft = Draft { left_out: page.left_out.clone(), ..Draft::default() };
        let mut parts = page.parts.as_slice();
        let heading = parts.iter().position(|part| is_title(&part.block));
        match (heading.and_then(|at| parts.get(at)), page.head.title()) {
            // What stands above the first heading is not the text.
            (Some(part), _) if heading.is_some_and(|at| at <= 8) => {
                let at = heading.unwrap_or(0);
                for above in parts.get(..at).unwrap_or_default() {
                    draft.leave_out(format!("“{}”", above.plain), above.span);
                }
                draft.state("title", part.plain.replace('\n', " "), part.span);
                parts = parts.get(at + 1..).unwrap_or_default();
            }
            (_, Some((title, span))) => draft
                .derive(Field::derived("title", title, span), "the title of the page"),
            (_, None) => super::plain::title_of_name(&mut draft, foreign, found),
        }
        facts(&mut draft, page, foreign, found);
        draft.start = parts.first().map(|part| part.span).unwrap_or_default();
        draft.body = parts.iter().map(|part| part.block.clone()).collect();
        vec![draft]
    }
}

/// A first heading of the page's own rank.
fn is_title(block: &Block) -> bool {
    matches!(block, Block::Heading(1, _))
}

/// What the page's head says.
fn facts(
    draft: &mut Draft,
    page: &Page,
    foreign: &Foreign<'_>,
    found: &mut Vec<Diagnostic>,
) {
    if let Some((written, span)) = page.head.date() {
        dates::put(draft, (&written, span), foreign, found);
    }
    language(draft, page);
    source(draft, page);
    if let Some((address, span)) = &page.head.license {
        draft.state("rights", Value::map([("url", Some(address))]), *span);
    }
}

/// The language that a page declares, else the one that its text is in.
pub(super) fn language(draft: &mut Draft, page: &Page) {
    if let Some((tag, span)) = &page.head.language {
        draft.speaks(tag, Confidence::Stated, *span, "");
    } else {
        let text: Vec<&str> = page.parts.iter().map(|part| part.plain.as_str()).collect();
        speak(draft, &text.join(" "), Span::default());
    }
}

/// The page itself: its address, and the site that it belongs to.
pub(super) fn source(draft: &mut Draft, page: &Page) {
    let name = page.head.site.as_ref().map(|(name, _)| name.as_str());
    let address = page.head.address.as_ref().map(|(address, _)| address.as_str());
    let span = [&page.head.address, &page.head.site].into_iter().flatten().next();
    if let Some((_, span)) = span {
        draft.state("source", Value::map([("name", name), ("url", address)]), *span);
    }
}
