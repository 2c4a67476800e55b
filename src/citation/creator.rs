//! Who made a document: the persons who wrote, spoke or sent it, or the bodies that
//! issued it; which of them, the kind of document decides.

use std::sync::Arc;

use super::names::direct;
use crate::document::{Kind, Name, Person};

/// One of a document's authors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Creator<'a> {
    /// A person.
    Person(&'a Name),
    /// A body; its name is never inverted.
    Institution(&'a str),
}

/// Roles that make a person an author where no body issued the document.
const AUTHORING: &[&str] = &["author", "speaker", "signatory", "sender", "chair"];

/// Roles that make a person an author even where a body issued it: a minister speaks for
/// herself at a rostrum, but a resolution is the council's, whoever presided.
fn authoring(kind: Option<Kind>) -> &'static [&'static str] {
    match kind {
        Some(Kind::Speech | Kind::Statement | Kind::PressConference) => {
            &["author", "speaker", "chair"]
        }
        Some(Kind::Letter | Kind::Telegram | Kind::Memorandum) => {
            &["author", "sender", "signatory"]
        }
        None | Some(Kind::Other) => AUTHORING,
        Some(
            Kind::Communique
            | Kind::JointStatement
            | Kind::Treaty
            | Kind::ExchangeOfNotes
            | Kind::Resolution
            | Kind::PressRelease
            | Kind::Report
            | Kind::Law,
        ) => &["author"],
    }
}

/// Persons with a role that makes them authors of a document of that kind; without any,
/// the issuing bodies; without these, persons with any authoring role, or persons of whom
/// no role is told. Who is mentioned or receives is no author.
pub(super) fn creators<'a>(
    kind: Option<Kind>,
    people: &'a [Person],
    issuers: &'a [Arc<str>],
) -> Vec<Creator<'a>> {
    let with = |test: &dyn Fn(&Person) -> bool| {
        let persons = people.iter().filter(|person| test(person));
        persons.map(|person| Creator::Person(&person.name)).collect::<Vec<_>>()
    };
    let has_any =
        |person: &Person, roles: &[&str]| roles.iter().any(|role| has_role(person, role));
    let authors = with(&|person| has_any(person, authoring(kind)));
    if !authors.is_empty() {
        return authors;
    }
    if !issuers.is_empty() {
        return issuers.iter().map(|name| Creator::Institution(name)).collect();
    }
    let authors = with(&|person| has_any(person, AUTHORING));
    if authors.is_empty() { with(&|person| person.role.is_none()) } else { authors }
}

/// Persons whom it was sent to.
pub(super) fn recipients(people: &[Person]) -> Vec<Creator<'_>> {
    let recipients = people.iter().filter(|person| has_role(person, "recipient"));
    recipients.map(|person| Creator::Person(&person.name)).collect()
}

fn has_role(person: &Person, role: &str) -> bool {
    person.role.as_deref().is_some_and(|own| own.trim().eq_ignore_ascii_case(role))
}

impl Creator<'_> {
    /// The name as running text has it: given name first where the language has it so.
    pub fn name(self) -> String {
        direct(self)
    }

    /// Whether a text says the name: the whole name, or a person's family name.
    pub(super) fn is_named_in(self, text: &str) -> bool {
        let name = match self {
            Creator::Person(Name::Parts { family, .. }) => family,
            Creator::Person(Name::Literal(name)) => name,
            Creator::Institution(name) => name,
        };
        let is_within = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let (text, name) = (text.to_lowercase(), name.to_lowercase());
        text.match_indices(&name).any(|(at, found)| {
            let (before, rest) = text.split_at(at);
            let after = rest.strip_prefix(found).unwrap_or_default();
            let is_spaced = name.is_ascii();
            !is_spaced
                || !is_within(before.chars().next_back())
                    && !is_within(after.chars().next())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(roles: &[Option<&str>]) -> Vec<Person> {
        let named = roles.iter().enumerate().map(|(at, role)| Person {
            name: Name::Literal(format!("P{at}").into()),
            role: role.map(Arc::from),
        });
        named.collect()
    }

    fn names(creators: &[Creator<'_>]) -> String {
        let name = |creator: &Creator<'_>| match creator {
            Creator::Person(name) => name.direct(),
            Creator::Institution(name) => (*name).to_owned(),
        };
        creators.iter().map(name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn kind_and_roles_decide_who_is_an_author() {
        let check =
            |kind: Option<Kind>, roles: &[Option<&str>], issuers: &[&str], expected| {
                let issuers: Vec<Arc<str>> = issuers.iter().map(|&i| i.into()).collect();
                let people = people(roles);
                let found = names(&creators(kind, &people, &issuers));
                assert_eq!(found, expected, "{kind:?} {roles:?}");
            };
        check(None, &[Some("speaker")], &["MOFA"], "P0");
        check(None, &[Some("Author"), Some("recipient"), None], &["MOFA"], "P0");
        let signed = [Some("sender"), Some("signatory"), Some("chair")];
        check(None, &signed, &[], "P0 P1 P2");
        check(None, &[Some("mentioned"), Some("recipient")], &["MOFA"], "MOFA");
        check(None, &[None], &["MOFA", "MOD"], "MOFA MOD");
        check(None, &[None, Some("recipient")], &[], "P0");
        check(None, &[Some("recipient")], &[], "");
        check(None, &[], &[], "");
        check(Some(Kind::Speech), &[Some("speaker")], &["MOFA"], "P0");
        check(Some(Kind::Letter), &[Some("signatory")], &["MOFA"], "P0");
        check(Some(Kind::Resolution), &[Some("chair")], &["Council"], "Council");
        check(Some(Kind::Resolution), &[Some("chair")], &[], "P0");
        check(Some(Kind::PressRelease), &[Some("speaker")], &["MOFA"], "MOFA");
        check(Some(Kind::JointStatement), &signed, &["A", "B"], "A B");
        check(Some(Kind::Treaty), &[Some("signatory")], &["A", "B"], "A B");
        check(Some(Kind::Report), &[Some("author")], &["UN"], "P0");
    }

    #[test]
    fn names_are_found_as_words() {
        let check = |name: &str, text: &str, expected: bool| {
            let name = Name::Parts { family: name.into(), given: None };
            assert_eq!(Creator::Person(&name).is_named_in(text), expected, "{text}");
        };
        check("Kennan", "Telegram from Kennan to Byrnes", true);
        check("Kennan", "KENNAN’S TELEGRAM", true);
        check("Li", "Telegram from Lisbon", false);
        check("李", "李鴻章の電報", true);
        assert!(
            Creator::Institution("Embassy in Chile")
                .is_named_in("from the Embassy in Chile")
        );
    }
}
