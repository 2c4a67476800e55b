//! Marks of a merge that nobody finished.

use super::Text;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

pub(super) fn marks(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let all = &text.file.text;
    let starts = |mark: &str| {
        let first = all.starts_with(mark).then_some(0);
        first.or_else(|| all.find(&format!("\n{mark}")).map(|at| at + 1))
    };
    let (Some(ours), Some(theirs)) = (starts("<<<<<<< "), starts(">>>>>>> ")) else {
        return;
    };
    let mark = |at| Span::new(at, at + 7);
    found.push(
        text.found(Code::MergeConflict, mark(ours), "a merge was not finished here")
            .also(&text.file.path, mark(theirs), "up to here")
            .help("keep one of the two sides, and take the marks out"),
    );
}
