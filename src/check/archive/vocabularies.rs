//! Vocabularies that nothing is looked up in.

use crate::check::{Seen, Site};
use crate::diagnostic::{Code, Diagnostic};
use crate::spelling;
use crate::text::Span;

pub(super) fn unknown(site: &Site<'_>, _: &[Seen], found: &mut Vec<Diagnostic>) {
    let names = || site.archive.taxonomies.iter().map(|taxonomy| &*taxonomy.name);
    for vocabulary in site.vocabularies {
        if names().any(|name| name == vocabulary.taxonomy) {
            continue;
        }
        let message = format!("`{}` is not a taxonomy", vocabulary.taxonomy);
        let help = match spelling::closest(&vocabulary.taxonomy, names()) {
            Some(meant) => format!("did you mean `{meant}.toml`?"),
            None => {
                format!("vocabularies are of {}", names().collect::<Vec<_>>().join(", "))
            }
        };
        found.push(
            Diagnostic::new(
                Code::UnknownVocabulary,
                &vocabulary.path,
                Span::default(),
                message,
            )
            .help(help),
        );
    }
}
