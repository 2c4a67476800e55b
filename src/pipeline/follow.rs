//! Findings that are nothing but the consequence of an error in the same document.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::text::Span;

/// What seems missing where a key could not be read.
const MISSING: &[Code] = &[
    Code::MissingDate,
    Code::MissingTitle,
    Code::MissingSource,
    Code::SourceWithoutAddress,
    Code::MissingOriginal,
    Code::LanguageAgainstText,
    Code::DuplicateVersion,
];

/// What follows from an error.
fn consequences(code: Code) -> &'static [Code] {
    match code {
        Code::InvalidDate => &[Code::MissingDate],
        Code::InvalidLanguage => {
            &[Code::LanguageAgainstText, Code::DuplicateVersion, Code::MissingOriginal]
        }
        Code::InvalidYaml | Code::TabInYaml | Code::InvalidValue | Code::RepeatedKey => {
            MISSING
        }
        _ => &[],
    }
}

/// Whether a document of that error may have another address when it is mended.
fn moves(code: Code) -> bool {
    let is_unread = consequences(code).contains(&Code::DuplicateVersion);
    is_unread
        || matches!(
            code,
            Code::NotUtf8
                | Code::InvalidPath
                | Code::UnclosedFrontMatter
                | Code::FrontMatterTooLong
                | Code::TomlFrontMatter
                | Code::DuplicateVersion
                | Code::RouteCollision
                | Code::InvalidAlias
        )
}

/// Takes out what will be gone when the errors are mended.
pub(super) fn drop_consequences(found: &mut Vec<Diagnostic>) {
    let mut errors: BTreeMap<Arc<str>, Vec<(Code, Span)>> = BTreeMap::new();
    for error in found.iter().filter(|found| found.severity == Severity::Error) {
        let path = error.primary.path.clone();
        errors.entry(path).or_default().push((error.code, error.primary.span));
    }
    let are_moved = errors.values().flatten().any(|(code, _)| moves(*code));
    found.retain(|found| {
        if found.code == Code::DroppedAddress {
            return !are_moved;
        }
        let places = std::iter::once(&found.primary).chain(&found.secondary);
        let mut causes = places.filter_map(|place| errors.get(&place.path)).flatten();
        !causes.any(|(code, _)| consequences(*code).contains(&found.code))
            && !stands_in(found, errors.get(&found.primary.path))
    });
}

/// Whether a warning is on words that an error is on.
fn stands_in(found: &Diagnostic, errors: Option<&Vec<(Code, Span)>>) -> bool {
    let own = found.primary.span;
    let overlaps = |other: Span| own.start < other.end && other.start < own.end;
    found.severity == Severity::Warning
        && errors.is_some_and(|errors| errors.iter().any(|(_, span)| overlaps(*span)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consequences_are_not_told() {
        let check = |found: &[(Code, &str, usize, usize)], expected: &[Code]| {
            let found = found.iter().map(|&(code, path, start, end)| {
                Diagnostic::new(code, &path.into(), Span::new(start, end), "")
            });
            let mut found: Vec<Diagnostic> = found.collect();
            drop_consequences(&mut found);
            let left: Vec<Code> = found.iter().map(|found| found.code).collect();
            assert_eq!(left, expected);
        };
        let date = (Code::InvalidDate, "a", 5, 9);
        check(&[date, (Code::MissingDate, "a", 0, 0)], &[Code::InvalidDate]);
        check(
            &[date, (Code::MissingDate, "b", 0, 0), (Code::MissingSource, "a", 0, 0)],
            &[Code::InvalidDate, Code::MissingDate, Code::MissingSource],
        );
        // On the same words.
        check(&[date, (Code::FutureDate, "a", 5, 6)], &[Code::InvalidDate]);
        check(
            &[date, (Code::EarlyDate, "a", 9, 12)],
            &[Code::InvalidDate, Code::EarlyDate],
        );
        let value = (Code::InvalidValue, "a", 5, 9);
        let dropped = (Code::DroppedAddress, "chancery.lock", 0, 4);
        check(&[value, (Code::MissingSource, "a", 0, 0)], &[Code::InvalidValue]);
        check(&[value, dropped], &[Code::InvalidValue]);
        check(&[date, dropped], &[Code::InvalidDate, Code::DroppedAddress]);
    }
}
