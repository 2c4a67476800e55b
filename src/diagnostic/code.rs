//! The names of all findings, each with its default level.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Severity;

/// What a site's settings say of a kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Not reported.
    Allow,
    /// Reported.
    Warn,
    /// Reported, and the document is not published.
    Deny,
}

impl Level {
    /// Reads `allow`, `warn` or `deny`.
    pub fn parse(word: &str) -> Option<Level> {
        match word {
            "allow" => Some(Level::Allow),
            "warn" => Some(Level::Warn),
            "deny" => Some(Level::Deny),
            _ => None,
        }
    }
}

/// Whether a site may change a finding's level.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Nothing sensible can be built past it: always an error.
    Always,
    /// An error unless the site says otherwise.
    Deny,
    /// A warning unless the site says otherwise.
    Warn,
    /// Not reported unless the site says otherwise.
    Allow,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal $rule:ident;)+) => {
        /// A kind of finding, known to people by its name.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum Code { $($(#[doc = $doc])+ #[serde(rename = $name)] $variant,)+ }

        impl Code {
            /// Every kind of finding.
            pub const ALL: &[Code] = &[$(Code::$variant,)+];

            /// The name that messages, settings and the manual use.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)+ }
            }

            fn rule(self) -> Rule {
                match self { $(Code::$variant => Rule::$rule,)+ }
            }

            /// One sentence on what it finds.
            pub fn summary(self) -> &'static str {
                match self { $(Code::$variant => concat!($($doc),+).trim_ascii(),)+ }
            }
        }
    };
}

codes! {
    // Files
    /// The file is not UTF-8.
    NotUtf8 "not-utf8" Always;
    /// The text has a control character that no page may show.
    ControlCharacter "control-character" Warn;
    /// A file or folder name cannot be part of an address.
    InvalidPath "invalid-path" Always;
    /// The file has the marks of a merge that nobody finished.
    MergeConflict "merge-conflict" Deny;

    // Front matter
    /// The front matter is opened and never closed.
    UnclosedFrontMatter "unclosed-front-matter" Always;
    /// The front matter is not YAML.
    InvalidYaml "invalid-yaml" Always;
    /// The front matter is longer than 64 KB.
    FrontMatterTooLong "front-matter-too-long" Always;
    /// The front matter is TOML.
    TomlFrontMatter "toml-front-matter" Always;
    /// A tab stands where YAML wants spaces.
    TabInYaml "tab-in-yaml" Always;
    /// A key stands twice.
    RepeatedKey "repeated-key" Deny;
    /// A key is not one that documents have.
    UnknownKey "unknown-key" Warn;
    /// A value is of another shape than its key wants.
    InvalidValue "invalid-value" Deny;
    /// The date is not one.
    InvalidDate "invalid-date" Deny;
    /// The language is not a BCP 47 tag.
    InvalidLanguage "invalid-language" Deny;
    /// The kind is not in the list of kinds.
    UnknownKind "unknown-kind" Deny;
    /// The document has no title and no heading to serve as one.
    MissingTitle "missing-title" Deny;
    /// The document has no date.
    MissingDate "missing-date" Warn;
    /// The date lies in the future.
    FutureDate "future-date" Warn;
    /// The date lies before 1500.
    EarlyDate "early-date" Warn;
    /// The date is another than that of the file's name or folder.
    DateAgainstName "date-against-name" Warn;
    /// The date is another than that in the address of the source.
    DateAgainstAddress "date-against-address" Warn;
    /// The date is another than that at the head of the text.
    DateAgainstText "date-against-text" Warn;
    /// The source was retrieved before the document was made.
    EarlyRetrieval "early-retrieval" Warn;
    /// The time of day does not exist.
    InvalidTime "invalid-time" Warn;
    /// A time of day stands beside a date that is no day.
    TimeWithoutDay "time-without-day" Warn;
    /// The time zone is none that people know.
    UnknownTimezone "unknown-timezone" Warn;
    /// The country is not a code of ISO 3166-1.
    UnknownCountry "unknown-country" Warn;
    /// The role of a person is nearly one that citations know.
    UnknownRole "unknown-role" Warn;
    /// The id is not one word.
    InvalidId "invalid-id" Warn;
    /// The document has no source.
    MissingSource "missing-source" Warn;
    /// The source has no address, where nearly all others have one.
    SourceWithoutAddress "source-without-address" Warn;
    /// An address carries what somebody counts readers with.
    TrackingAddress "tracking-address" Warn;
    /// The rights say nothing.
    EmptyRights "empty-rights" Warn;
    /// The title has marks that no page reads.
    MarkupInTitle "markup-in-title" Warn;
    /// The same topic stands twice in a document.
    RepeatedTopic "repeated-topic" Warn;
    /// A topic is not in the vocabulary.
    UnknownTopic "unknown-topic" Warn;
    /// What is said of the translation contradicts itself.
    ContradictoryTranslation "contradictory-translation" Warn;

    // Text
    /// A link leads to no document, file or anchor.
    BrokenLink "broken-link" Warn;
    /// A link's target is of a kind that browsers run.
    UnsafeLink "unsafe-link" Warn;
    /// An image lies on another host; its page links to it.
    RemoteImage "remote-image" Warn;
    /// The text has HTML that is shown as text.
    RawHtml "raw-html" Warn;
    /// A footnote has a mark and no text.
    MissingFootnote "missing-footnote" Warn;
    /// A footnote has a text and no mark.
    UnusedFootnote "unused-footnote" Warn;
    /// Two footnotes have the same name.
    RepeatedFootnote "repeated-footnote" Warn;
    /// The header of a database was left in the text.
    HeaderInText "header-in-text" Warn;
    /// Keys of front matter stand in the text.
    FrontMatterInText "front-matter-in-text" Warn;
    /// The document has no text.
    EmptyText "empty-text" Warn;
    /// A heading has no words.
    EmptyHeading "empty-heading" Warn;
    /// A heading is more than one level below the one above it.
    SkippedHeading "skipped-heading" Allow;
    /// A link has no words that could be chosen.
    EmptyLink "empty-link" Warn;
    /// A link leads to the writer's own machine.
    LocalhostLink "localhost-link" Warn;
    /// A link names the site's own address.
    AbsoluteLink "absolute-link" Warn;
    /// A link leads to a document that is not published.
    DraftLink "draft-link" Warn;
    /// An image has no words for those who do not see it.
    ImageWithoutText "image-without-text" Warn;
    /// The text is not written in the script of its language.
    LanguageAgainstText "language-against-text" Warn;
    /// Letters were lost between two encodings.
    GarbledText "garbled-text" Warn;
    /// The text has a character that nobody sees.
    InvisibleCharacter "invisible-character" Warn;
    /// Letters and their marks are apart.
    DecomposedLetters "decomposed-letters" Warn;
    /// The text has kana of half the width.
    HalfWidthKana "half-width-kana" Warn;
    /// The text has a note to its writer.
    Placeholder "placeholder" Warn;

    // Between documents
    /// Two documents are the same work in the same language.
    DuplicateVersion "duplicate-version" Deny;
    /// Two documents have the same id.
    DuplicateId "duplicate-id" Deny;
    /// Two things want the same address.
    RouteCollision "route-collision" Always;
    /// An alias is not an address inside the site.
    InvalidAlias "invalid-alias" Deny;
    /// A reference names no document.
    UnknownReference "unknown-reference" Warn;
    /// Two entries of a vocabulary have the same spelling.
    DuplicateTerm "duplicate-term" Warn;
    /// A vocabulary names a broader term that does not exist, or runs in a circle.
    InvalidBroader "invalid-broader" Warn;
    /// A vocabulary names a related term that does not exist, or that stands above or below.
    InvalidRelated "invalid-related" Warn;
    /// An attachment is not beside its document.
    MissingAttachment "missing-attachment" Warn;
    /// Two documents have the same text.
    SameText "same-text" Warn;
    /// A translation has no original.
    MissingOriginal "missing-original" Warn;
    /// Two addresses differ only in capitals.
    SimilarAddress "similar-address" Warn;
    /// An address that was published leads nowhere any more.
    DroppedAddress "dropped-address" Deny;
    /// A document refers to itself.
    SelfReference "self-reference" Warn;
    /// Two works have the same place in a series.
    RepeatedPosition "repeated-position" Warn;
    /// A term is spelt otherwise than in the vocabulary or in most documents.
    TermSpelling "term-spelling" Warn;
    /// Two terms look like one.
    SimilarTerms "similar-terms" Warn;
    /// No document uses a term of a vocabulary.
    UnusedTerm "unused-term" Allow;
    /// No document shows or names a file that lies among them.
    UnusedFile "unused-file" Allow;

    // Links to other hosts
    /// An address on another host is gone.
    LinkGone "link-gone" Warn;
    /// An address on another host has moved.
    LinkMoved "link-moved" Warn;
    /// A host does not say whether an address is there.
    LinkRefused "link-refused" Warn;
    /// An address on another host cannot be reached.
    LinkUnreachable "link-unreachable" Warn;

    // Site
    /// The settings are not TOML, or not of the form they need.
    InvalidConfig "invalid-config" Always;
    /// `chancery.lock` has lines that are no addresses.
    InvalidLock "invalid-lock" Always;
    /// The site has no documents.
    EmptySite "empty-site" Warn;
    /// A vocabulary belongs to no taxonomy.
    UnknownVocabulary "unknown-vocabulary" Warn;
    /// The checkout lacks the history that the site asks for.
    ShallowHistory "shallow-history" Warn;
    /// A template is wrong.
    TemplateError "template-error" Always;
    /// The theme is not of the form it needs.
    InvalidTheme "invalid-theme" Always;
    /// An interface text is missing in a language.
    MissingText "missing-text" Warn;

    // Import
    /// The file is of no format that can be imported.
    UnknownFormat "unknown-format" Always;
    /// The XML is not well formed.
    InvalidXml "invalid-xml" Always;
    /// Some bytes are not of the encoding that the rest is in.
    UndecodableText "undecodable-text" Warn;
    /// A row of a table does not fit its columns.
    UnevenRow "uneven-row" Deny;
    /// Two places of a file say different things.
    Contradiction "contradiction" Warn;
    /// A document is there already, and was not overwritten.
    FileExists "file-exists" Always;
}

impl Code {
    /// How grave it is where the site says nothing.
    pub fn severity(self) -> Severity {
        match self.rule() {
            Rule::Always | Rule::Deny => Severity::Error,
            Rule::Warn | Rule::Allow => Severity::Warning,
        }
    }

    /// The level that it has where the site says nothing.
    pub fn level(self) -> Level {
        match self.rule() {
            Rule::Always | Rule::Deny => Level::Deny,
            Rule::Warn => Level::Warn,
            Rule::Allow => Level::Allow,
        }
    }

    /// Whether a site may set its level.
    pub fn is_configurable(self) -> bool {
        self.rule() != Rule::Always
    }

    /// The code of that name.
    pub fn parse(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_distinct_and_read_back() {
        for &code in Code::ALL {
            assert_eq!(Code::parse(code.name()), Some(code));
        }
    }
}
