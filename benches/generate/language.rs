//! The two languages of the archive.

/// A language of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// Seven documents in ten.
    English,
    /// Three documents in ten.
    Japanese,
}

/// The same in both languages.
#[derive(Clone, Copy, Default)]
pub(super) struct Both(pub(super) &'static str, pub(super) &'static str);

impl Both {
    /// How this language says it.
    pub(super) fn say(self, language: Language) -> &'static str {
        match language {
            Language::English => self.0,
            Language::Japanese => self.1,
        }
    }
}
