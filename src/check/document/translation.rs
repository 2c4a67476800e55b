//! Originals and translations.

use super::Look;
use crate::check::site::name;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Translation;
use crate::text::Span;

pub(super) fn contradictory(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let metadata = &look.document.metadata;
    let Some(translation) = metadata.translation else { return };
    let is_original = translation == Translation::None;
    let own = &look.document.language;
    let message = match &metadata.original_language {
        Some(original) if is_original && original.primary() != own.primary() => {
            format!("`{own}` is no translation, and was first written in `{original}`")
        }
        Some(original) if !is_original && original == own => {
            format!("a translation from `{original}` into `{own}`")
        }
        _ if is_original && metadata.translator.is_some() => {
            "no translation, and it has a translator".to_owned()
        }
        _ => return,
    };
    let help = "mend `translation`, `translator`, `original_lang` or the language";
    let span = look.written.span("translation");
    found.push(look.found(Code::ContradictoryTranslation, span, message).help(help));
}

pub(super) fn orphan(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let metadata = &look.document.metadata;
    let is_translation = metadata.translation.is_some_and(|t| t != Translation::None);
    let archive = look.site.archive;
    let has_others = archive
        .work_of(look.id)
        .is_some_and(|work| !archive.work(work).others.is_empty());
    if !is_translation || has_others || !look.site.has_originals || may_be_held_back(look)
    {
        return;
    }
    let message = "the translation is the only version of its work";
    let help = "add the original, or give both the same name: `work: …`";
    let span = look.written.span("translation");
    found.push(look.found(Code::MissingOriginal, span, message).help(help));
}

/// Whether the original may be a document that is not published; where the work is named
/// otherwise than by the file, any may be.
fn may_be_held_back(look: &Look<'_>) -> bool {
    let archive = look.site.archive;
    let is_named = look.document.work.span != Span::default()
        || !archive.config.language_folders.is_empty();
    !archive.absent.is_empty()
        && (is_named || look.site.absent.contains(name(&look.document.path)))
}
