//! Persons, where a text marks them as such: by a form of address, and the family name in
//! capitals where the foreign ministry writes it so.

use super::draft::Value;

/// A person that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) family: Option<String>,
    pub(super) name: String,
    /// Where the name stands in the text.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Named {
    /// The person as front matter has it.
    pub(super) fn value(&self, role: &str) -> Value {
        match &self.family {
            Some(family) => Value::map([
                ("family", Some(family)),
                ("given", Some(&self.name)),
                ("role", Some(role)),
            ]),
            None => Value::map([("name", Some(&self.name)), ("role", Some(role))]),
        }
    }
}

/// Words that stand before a name.
const BEFORE: &[&str] = &[
    "Mr.",
    "Ms.",
    "Mrs.",
    "Dr.",
    "Sir",
    "Honorable",
    "H.E.",
    "Minister",
    "President",
    "Ambassador",
    "Secretary",
    "Vice-Minister",
    "Chancellor",
];

/// Forms of address; a name in ordinary letters is taken only behind one of them.
const ADDRESS: &[&str] = &["Mr.", "Ms.", "Mrs.", "Dr.", "Sir", "Honorable", "H.E."];

/// The persons of a text, each once, in order.
pub(super) fn named(text: &str) -> Vec<Named> {
    let words = words(text);
    let mut all: Vec<Named> = Vec::new();
    for (at, &(start, word)) in words.iter().enumerate() {
        if !BEFORE.contains(&word) {
            continue;
        }
        let rest = words.get(at + 1..).unwrap_or_default();
        let found = capitals(rest)
            .or_else(|| ADDRESS.contains(&word).then(|| ordinary(rest)).flatten());
        if let Some(person) = found {
            let is_new = all.iter().all(|known| known.name != person.name);
            if is_new && person.start > start {
                all.push(person);
            }
        }
    }
    all
}

/// `KAMIKAWA Yoko`: the family name in capitals, then the given name.
fn capitals(words: &[(usize, &str)]) -> Option<Named> {
    let [(start, family), (given_at, given), ..] = words else { return None };
    let is_family = family.chars().count() > 1 && family.chars().all(is_capital);
    let name = bare(given);
    if !is_family || !is_name(name) || name.chars().all(is_capital) {
        return None;
    }
    let mut letters = family.chars();
    let first: String = letters.next().into_iter().collect();
    let rest: String = letters.flat_map(char::to_lowercase).collect();
    let end = given_at + name.len();
    Some(Named { family: Some(first + &rest), name: name.to_owned(), start: *start, end })
}

/// `Antony Blinken`: two to four words, of which nobody can tell which is the family name.
fn ordinary(words: &[(usize, &str)]) -> Option<Named> {
    let (start, _) = words.first()?;
    let mut parts = Vec::new();
    let mut end = *start;
    for (at, word) in words.iter().take(4) {
        let name = bare(word);
        if !is_name(name) {
            break;
        }
        parts.push(name);
        end = at + name.len();
        if name.len() < word.len() && !(name.len() == 1 && word.ends_with('.')) {
            break;
        }
    }
    (parts.len() > 1).then(|| Named {
        family: None,
        name: parts.join(" "),
        start: *start,
        end,
    })
}

fn is_capital(c: char) -> bool {
    c.is_uppercase() || c == '-'
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || c == '-' || c == '.')
}

/// A word without the marks behind it; an initial keeps its full stop.
fn bare(word: &str) -> &str {
    let word = word.split(['’', '\'']).next().unwrap_or(word);
    let is_initial = word.chars().count() == 2 && word.ends_with('.');
    if is_initial { word } else { word.trim_end_matches([',', '.', ';', ':', ')']) }
}

/// Words with their places.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let pieces = text.split_inclusive(char::is_whitespace).filter_map(|piece| {
        let start = at;
        at += piece.len();
        let word = piece.trim_end();
        (!word.is_empty()).then_some((start, word))
    });
    pieces.collect()
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn persons_are_found_where_they_are_marked() {
        let check = |text: &str, expected: &[&str]| {
            let found = named(text).into_iter().map(|person| match person.family {
                Some(family) => format!("{family}, {}", person.name),
                None => person.name,
            });
            assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
        };
        check("Ms. KAMIKAWA Yoko, Minister for Foreign Affairs", &["Kamikawa, Yoko"]);
        check("Statement by Foreign Minister KAMIKAWA Yoko at the", &["Kamikawa, Yoko"]);
        check("Foreign Minister KAMIKAWA’s participation", &[]);
        check("The Honorable Antony Blinken, Secretary of State", &["Antony Blinken"]);
        check("Ms. Luminița Odebescu, Minister of", &["Luminița Odebescu"]);
        check("Mr. Richard M. Nixon said", &["Richard M. Nixon"]);
        check("Ms. Sima Bahous, Mr. Bahous, Ms. Sima Bahous", &["Sima Bahous"]);
        check("President Clinton met the UN Women", &[]);
        check("Mr. President, I wish", &[]);
        check("", &[]);
    }
}
