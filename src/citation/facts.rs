//! What a shown citation says of a record, and what it leaves out because the title or the
//! author says it already.

use super::Record;
use super::creator::Creator;
use super::names;
use super::said::{is_numbered, says};
use super::words;
use crate::document::Kind;

impl<'a> Record<'a> {
    /// The source's name; without one, the issuing body that the title does not name, if
    /// it is no party. None where one of these authors, or the only party, has that name.
    pub fn publisher_besides(&self, authors: &[Creator<'_>]) -> Option<&'a str> {
        let issuer = self.issuers.first().filter(|_| !self.is_an_agreement()).copied();
        let is_told = |name: &&str| !Creator::Institution(name).is_named_in(self.title);
        let name = self.publisher.or_else(|| issuer.filter(is_told))?;
        if matches!(self.parties(), [one] if is_same_name(one, name)) {
            return None;
        }
        let is_same = |author: &Creator<'_>| match author {
            Creator::Institution(author) => is_same_name(author, name),
            Creator::Person(_) => false,
        };
        (!authors.iter().any(is_same)).then_some(name)
    }

    /// The parties of a treaty or of an exchange of notes, where its title does not name
    /// all of them.
    pub(super) fn parties(&self) -> &[&'a str] {
        let is_named =
            |name: &&str| Creator::Institution(state(name)).is_named_in(self.title);
        let is_told = !self.is_an_agreement() || self.issuers.iter().all(is_named);
        if is_told { &[] } else { &self.issuers }
    }

    fn is_an_agreement(&self) -> bool {
        matches!(self.kind, Some(Kind::Treaty | Kind::ExchangeOfNotes))
    }

    /// Who stands before the title: nobody before a treaty, whose parties are no authors,
    /// nor before a letter or telegram whose title names who sent it.
    pub(super) fn lead(&self) -> &[Creator<'a>] {
        let is_named = |creator: &Creator<'_>| creator.is_named_in(self.title);
        let is_titled = match self.kind {
            _ if self.is_an_agreement() => true,
            Some(Kind::Letter | Kind::Telegram) => self.author.iter().any(is_named),
            _ => false,
        };
        if is_titled { &[] } else { &self.author }
    }

    /// Who published it, for formats that ask for somebody: the source, else an issuing
    /// body that is not an author.
    pub fn publisher_or_issuer(&self) -> Option<&'a str> {
        let is_author =
            |name: &&&'a str| self.author.contains(&Creator::Institution(name));
        let issuer = || self.issuers.iter().find(|name| !is_author(name)).copied();
        self.publisher.or_else(issuer)
    }

    /// What sort of document it is, in words that stand alone: the author's, else the
    /// kind's in Japanese or English.
    pub fn genre_in_words(&self) -> Option<String> {
        let by_kind = |kind| match self.language.primary() {
            "ja" => words::japanese(kind).map(str::to_owned),
            _ => words::english(kind).map(words::capitalised),
        };
        self.genre.map(str::to_owned).or_else(|| self.kind.and_then(by_kind))
    }

    /// Whose translation it is, or of what sort, unless the title says so.
    pub fn translation_in_words(&self) -> Option<String> {
        let is_told = self.translation.is_some() || self.translator.is_some();
        match self.language.primary() {
            "ja" => words::translation_japanese(self).filter(|_| is_told),
            _ => words::translation(self, "translated by")
                .map(|text| words::capitalised(&text)),
        }
    }

    /// The archive's name, where nothing else in the citation has it.
    pub(super) fn archive_besides(&self, publisher: Option<&str>) -> &'a str {
        let is_same = publisher.is_some_and(|name| is_same_name(name, self.archive));
        if is_same { "" } else { self.archive }
    }

    /// The document's number, unless the title has it; a bare one as `no. 12`.
    pub(super) fn number_besides_title(&self) -> Option<String> {
        let is_bare = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit());
        let number = self.number.filter(|number| match is_bare(number) {
            true => !is_numbered(self.title, number),
            false => !says(self.title, number),
        })?;
        Some(if is_bare(number) { format!("no. {number}") } else { number.to_owned() })
    }

    /// The same in Japanese: `第12号`.
    pub(super) fn number_in_japanese(&self) -> Option<String> {
        let number = self.number_besides_title()?;
        let bare = number.strip_prefix("no. ").map(|number| format!("第{number}号"));
        Some(bare.unwrap_or(number))
    }

    /// The pages of the source without what says that they are pages: `12–14` of
    /// `pp. 12-14` and of `12−14頁`.
    pub fn page_range(&self) -> Option<String> {
        self.pages.map(bare_pages).filter(|pages| !pages.is_empty())
    }

    /// What sort of document it is, unless the title says so or it goes without saying.
    pub(super) fn genre_besides_title(&self, kinds: words::Kinds) -> Option<String> {
        self.genre_or_kind(kinds).filter(|genre| !says(self.title, genre))
    }

    /// What sort of document it is, unless it goes without saying.
    pub(super) fn genre_or_kind(&self, kinds: words::Kinds) -> Option<String> {
        let own = self.genre.map(words::uncapitalised);
        let by_kind = || self.kind.filter(|kind| !is_evident(*kind)).and_then(kinds);
        own.or_else(|| by_kind().map(str::to_owned))
    }

    /// Whom a letter, a telegram or a memorandum was sent to, where its title does not
    /// name all of them.
    pub(super) fn recipients_besides_title(&self) -> &[Creator<'a>] {
        let is_told = self.recipient.iter().all(|to| to.is_named_in(self.title));
        match self.kind {
            Some(Kind::Letter | Kind::Telegram | Kind::Memorandum) if !is_told => {
                &self.recipient
            }
            _ => &[],
        }
    }

    /// The genre in English, with whom it was sent to where the title does not say:
    /// `telegram to James F. Byrnes`.
    pub(super) fn genre_to_recipients(&self) -> Option<String> {
        let recipients = self.recipients_besides_title();
        if recipients.is_empty() {
            return self.genre_besides_title(words::english);
        }
        let to = format!("to {}", names::chicago_note(recipients));
        let genre = self.genre_or_kind(words::english);
        Some(genre.map_or(to.clone(), |genre| format!("{genre} {to}")))
    }

    /// Whether the title is an editor's description between square brackets: it takes
    /// neither quotation marks nor italics.
    pub(super) fn has_supplied_title(&self) -> bool {
        let is_between = |open, close| {
            let inner = self.title.trim().strip_prefix(open);
            let inner = inner.and_then(|rest: &str| rest.strip_suffix(close));
            inner.is_some_and(|inner| !inner.contains([open, close]))
        };
        is_between('[', ']') || is_between('［', '］')
    }

    /// Whether it was spoken, or made at a meeting: there the place matters.
    pub(super) fn is_of_a_meeting(&self) -> bool {
        matches!(
            self.kind,
            Some(
                Kind::Speech
                    | Kind::Statement
                    | Kind::PressConference
                    | Kind::Communique
                    | Kind::JointStatement
                    | Kind::Treaty
                    | Kind::ExchangeOfNotes
            )
        )
    }

    /// Whether it is told of as a publication of a body rather than of a place.
    pub(super) fn is_a_publication(&self) -> bool {
        matches!(self.kind, Some(Kind::Report | Kind::Resolution | Kind::Law))
    }
}

/// Kinds whose titles say what they are.
fn is_evident(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Treaty
            | Kind::ExchangeOfNotes
            | Kind::Law
            | Kind::Resolution
            | Kind::Report
    )
}

/// The state whose government is meant: `Japan` for `The Government of Japan`.
fn state(name: &str) -> &str {
    let name = without(name.trim(), "the ");
    without(without(name, "government of "), "the ")
}

fn without<'a>(name: &'a str, beginning: &str) -> &'a str {
    match name.split_at_checked(beginning.len()) {
        Some((head, rest)) if head.eq_ignore_ascii_case(beginning) => rest,
        _ => name,
    }
}

/// `12–14` of `pp. 12-14` and of `12−14頁`.
pub(super) fn bare_pages(pages: &str) -> String {
    let pages = pages.trim();
    let bare =
        ["pp.", "p.", "pp ", "p "].iter().find_map(|mark| pages.strip_prefix(mark));
    let bare = bare.unwrap_or(pages).trim();
    with_dashes(bare.strip_suffix('頁').map_or(bare, str::trim_end))
}

/// With a dash for each hyphen between two numbers.
pub(super) fn with_dashes(pages: &str) -> String {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut dashed = String::with_capacity(pages.len());
    let mut rest = pages.chars().peekable();
    while let Some(c) = rest.next() {
        let is_range = matches!(c, '-' | '−') && is_digit(dashed.chars().next_back());
        dashed.push(if is_range && is_digit(rest.peek().copied()) { '–' } else { c });
    }
    dashed
}

fn is_same_name(one: &str, other: &str) -> bool {
    let bare = |name: &str| {
        let name = name.trim().to_lowercase();
        name.strip_prefix("the ").map_or(name.clone(), str::to_owned)
    };
    bare(one) == bare(other)
}
