//! Who made a document: persons who spoke, wrote or signed, else the bodies that issued it.

use super::names::direct;
use crate::document::{Name, Person};

/// One of a document's authors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Creator<'a> {
    /// A person.
    Person(&'a Name),
    /// A body; its name is never inverted.
    Institution(&'a str),
}

/// Roles that make a person an author of the document.
const AUTHORING: &[&str] = &["author", "speaker", "signatory", "sender", "chair"];

/// Persons with an authoring role; without any, the issuing bodies; without these,
/// persons of whom no role is told. Who is mentioned or receives is no author.
pub(super) fn creators<'a>(
    people: &'a [Person],
    issuers: &'a [Box<str>],
) -> Vec<Creator<'a>> {
    let with = |test: fn(&Person) -> bool| {
        let persons = people.iter().filter(move |person| test(person));
        persons.map(|person| Creator::Person(&person.name)).collect::<Vec<_>>()
    };
    let authors = with(is_authoring);
    if !authors.is_empty() {
        return authors;
    }
    if !issuers.is_empty() {
        return issuers.iter().map(|name| Creator::Institution(name)).collect();
    }
    with(|person| person.role.is_none())
}

/// Persons whom it was sent to.
pub(super) fn recipients(people: &[Person]) -> Vec<Creator<'_>> {
    let recipients = people.iter().filter(|person| has_role(person, "recipient"));
    recipients.map(|person| Creator::Person(&person.name)).collect()
}

fn is_authoring(person: &Person) -> bool {
    AUTHORING.iter().any(|known| has_role(person, known))
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
            role: role.map(Box::from),
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
    fn roles_decide_who_is_an_author() {
        let check = |roles: &[Option<&str>], issuers: &[&str], expected: &str| {
            let issuers: Vec<Box<str>> = issuers.iter().map(|&i| i.into()).collect();
            let people = people(roles);
            assert_eq!(names(&creators(&people, &issuers)), expected, "{roles:?}");
        };
        check(&[Some("speaker")], &["MOFA"], "P0");
        check(&[Some("Author"), Some("recipient"), None], &["MOFA"], "P0");
        check(&[Some("sender"), Some("signatory"), Some("chair")], &[], "P0 P1 P2");
        check(&[Some("mentioned"), Some("recipient")], &["MOFA"], "MOFA");
        check(&[None], &["MOFA", "MOD"], "MOFA MOD");
        check(&[None, Some("recipient")], &[], "P0");
        check(&[Some("recipient")], &[], "");
        check(&[], &[], "");
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
