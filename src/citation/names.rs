//! The names of authors, one by one and in lists, as each style has them.

use super::creator::Creator;
use crate::document::Name;

/// Chicago's notes: given names first; of three authors or more, the first.
pub(super) fn chicago_note(authors: &[Creator<'_>]) -> String {
    match authors {
        [first, _, _, ..] => format!("{} et al.", direct(*first)),
        _ => enumerated(&each(authors, direct), "and"),
    }
}

/// Chicago's bibliography: the first name inverted; of seven authors or more, three.
pub(super) fn chicago_bibliography(authors: &[Creator<'_>]) -> String {
    match (first_inverted(authors), authors.len()) {
        (names, 7..) => {
            format!("{}, et al.", names.get(..3).unwrap_or_default().join(", "))
        }
        (names, _) => enumerated(&names, "and"),
    }
}

/// MLA's works cited: the first name inverted; of three authors or more, the first.
pub(super) fn mla(authors: &[Creator<'_>]) -> String {
    match authors {
        [first, _, _, ..] => format!("{}, et al.", inverted(*first)),
        _ => enumerated(&first_inverted(authors), "and"),
    }
}

/// APA's references: all names inverted, with initials; of more than twenty authors,
/// nineteen and the last.
pub(super) fn apa(authors: &[Creator<'_>]) -> String {
    let names = each(authors, initialled);
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) if others.len() > 19 => {
            let shown = others.get(..19).unwrap_or(others);
            format!("{}, … {last}", shown.join(", "))
        }
        Some((last, others)) => format!("{}, & {last}", others.join(", ")),
    }
}

/// All names, given names first: `Yoko Kamikawa, Annalena Baerbock and Jane Doe`.
pub(super) fn plain(authors: &[Creator<'_>]) -> String {
    let names = each(authors, direct);
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => {
            format!("{} and {last}", others.join(", "))
        }
        _ => names.concat(),
    }
}

/// The parties of a treaty, as American styles join them: `Japan–Canada`, or
/// `Japan; Korea, Republic of`; of seven or more, three.
pub(super) fn parties(names: &[&str]) -> String {
    let dash = if have_commas(names) { "; " } else { "–" };
    match names {
        [first, second, third, _, _, _, _, ..] => {
            format!("{} et al.", [*first, second, third].join(dash))
        }
        _ => names.join(dash),
    }
}

/// `Japan, Canada, and Italy`, or `Japan; Korea, Republic of; and Italy`; of seven or more
/// parties, three.
pub(super) fn parties_in_words(names: &[&str]) -> String {
    let comma = if have_commas(names) { "; " } else { ", " };
    match names {
        [first, second, third, _, _, _, _, ..] => {
            format!("{}{comma}et al.", [*first, second, third].join(comma))
        }
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] if comma == ", " => format!("{one} and {two}"),
        [others @ .., last] => format!("{}{comma}and {last}", others.join(comma)),
    }
}

/// Whether commas between the names would not tell where one ends.
fn have_commas(names: &[&str]) -> bool {
    names.iter().any(|name| name.contains(','))
}

/// 日本国、アメリカ合衆国; of seven parties or more, the first.
pub(super) fn parties_in_japanese(names: &[&str]) -> String {
    match names {
        [first, _, _, _, _, _, _, ..] => format!("{first}ほか"),
        _ => names.join("、"),
    }
}

/// 上川陽子、ジョセップ・ボレル; of more than three authors, the first.
pub(super) fn japanese(authors: &[Creator<'_>]) -> String {
    match authors {
        [first, _, _, _, ..] => format!("{}ほか", direct(*first)),
        _ => each(authors, direct).join("、"),
    }
}

fn each(authors: &[Creator<'_>], name: fn(Creator<'_>) -> String) -> Vec<String> {
    authors.iter().map(|author| name(*author)).collect()
}

fn first_inverted(authors: &[Creator<'_>]) -> Vec<String> {
    match authors.split_first() {
        Some((first, rest)) => {
            std::iter::once(inverted(*first)).chain(each(rest, direct)).collect()
        }
        None => Vec::new(),
    }
}

/// `A`, `A and B`, `A, B, and C`; a name with a comma within has one behind it too.
fn enumerated(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] if !one.contains(", ") => format!("{one} {and} {two}"),
        [others @ .., last] => format!("{}, {and} {last}", others.join(", ")),
    }
}

pub(super) fn direct(creator: Creator<'_>) -> String {
    match creator {
        Creator::Institution(name) => name.to_owned(),
        Creator::Person(name) => east_asian(name)
            .or_else(|| with_suffix(name))
            .unwrap_or_else(|| name.direct()),
    }
}

fn inverted(creator: Creator<'_>) -> String {
    match creator {
        Creator::Institution(name) => name.to_owned(),
        Creator::Person(name) => east_asian(name).unwrap_or_else(|| name.inverted()),
    }
}

fn initialled(creator: Creator<'_>) -> String {
    match creator {
        Creator::Person(Name::Parts { family, given: Some(given) })
            if given.chars().next().is_some_and(char::is_uppercase) =>
        {
            format!("{family}, {}", initials(given))
        }
        creator => inverted(creator),
    }
}

/// `Martin Luther King Jr.`, whose given names are `Martin Luther, Jr.`
fn with_suffix(name: &Name) -> Option<String> {
    let Name::Parts { family, given: Some(given) } = name else { return None };
    let (given, suffix) = given.split_once(',')?;
    Some(format!("{} {family} {}", given.trim(), suffix.trim()))
}

/// A name that is written without a comma in any list: family name first, or as Japanese
/// writes foreign names in katakana.
fn east_asian(name: &Name) -> Option<String> {
    let Name::Parts { family, given: Some(given) } = name else { return None };
    if is_katakana(family) && is_katakana(given) {
        return Some(format!("{given}・{family}"));
    }
    let joined = format!("{family}{given}");
    (name.inverted() == joined).then_some(joined)
}

fn is_katakana(name: &str) -> bool {
    name.chars().all(|c| matches!(c, '\u{30A0}'..='\u{30FF}' | '＝' | ' '))
}

/// `J. F.`, `J.-L.`, `K.-m.`, `M. bin`, `M. L., Jr.`: a suffix and what begins with no
/// capital stay whole.
fn initials(given: &str) -> String {
    if let Some((given, suffix)) = given.split_once(',') {
        return format!("{}, {}", initials(given), suffix.trim());
    }
    let parts = given.split_whitespace().map(|part| {
        if !part.starts_with(char::is_uppercase) {
            return part.split('-').map(initial_of_capital).collect::<Vec<_>>().join("-");
        }
        let stems = part.split('-').map(|stem| {
            let pieces = stem.split_inclusive('.').map(initial);
            pieces.collect::<Vec<_>>().join(" ")
        });
        stems.collect::<Vec<_>>().join("-")
    });
    parts.collect::<Vec<_>>().join(" ")
}

/// The first letter as it is written: the second part of `Ki-moon` has a small one.
fn initial(name: &str) -> String {
    name.chars().next().map_or(String::new(), |letter| format!("{letter}."))
}

/// `bin` and `al` are no names that could be shortened.
fn initial_of_capital(name: &str) -> String {
    let is_name = name.starts_with(char::is_uppercase);
    if is_name { initial(name) } else { name.to_owned() }
}
