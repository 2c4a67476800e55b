//! What the files of drafts are called: by the address that a text has, else by date and
//! title. Versions of one text in several languages share a name.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use crate::date::Edtf;
use crate::language::Language;
use crate::slug::slug;

/// A draft with the file that it came from.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// The path of the foreign file.
    pub source: &'a str,
    /// The draft.
    pub draft: &'a Draft,
}

/// Where a draft goes.
#[derive(Debug, PartialEq, Eq)]
pub struct FileName {
    /// A path relative to the folder of documents.
    pub path: String,
    /// Whether the front matter must name the language.
    pub with_language: bool,
    /// The number of the draft whose name it shares: a version of the same text.
    pub version_of: Option<usize>,
}

/// Names for all drafts of one run, each its own. `site` is the language of documents that
/// do not say theirs, where that is known.
pub fn names(items: &[Item<'_>], site: Option<&Language>) -> Vec<FileName> {
    let mut taken = BTreeMap::new();
    let pairs = pairs(items).into_iter();
    let named = items.iter().zip(pairs).map(|(item, pair)| {
        let leader = pair.and_then(|leader| items.get(leader)).unwrap_or(item);
        // Texts of an edition name one another by their files.
        let is_edition = item.draft.name.is_some() && item.draft.pair.is_none();
        let language =
            item.draft.language.as_ref().filter(|language| Some(*language) != site);
        let is_known =
            language.is_some_and(|l| Language::parse_known(l.as_str()).is_some());
        let suffix = match language {
            Some(language) if !is_edition => format!(".{language}"),
            _ => String::new(),
        };
        let path = free(&name(leader), &suffix, &mut taken);
        let with_language = language.is_some() && (is_edition || !is_known);
        FileName { path, with_language, version_of: pair }
    });
    named.collect()
}

/// For each draft the one whose name it takes: the first of its pair in English, or else
/// the first.
fn pairs(items: &[Item<'_>]) -> Vec<Option<usize>> {
    let mut groups: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        if let (Some(key), Some(_)) = (key(item), &item.draft.language) {
            groups.entry(key).or_default().push(at);
        }
    }
    let mut pairs = vec![None; items.len()];
    for group in groups.into_values() {
        let language =
            |at: usize| items.get(at).and_then(|item| item.draft.language.as_ref());
        let languages: BTreeSet<_> =
            group.iter().filter_map(|&at| language(at)).collect();
        if group.len() < 2 || languages.len() != group.len() {
            continue;
        }
        let is_english = |at: &usize| language(*at).is_some_and(|l| l.primary() == "en");
        let leader = group.iter().copied().find(is_english).or(group.first().copied());
        for &at in group.iter().filter(|&&at| Some(at) != leader) {
            if let Some(pair) = pairs.get_mut(at) {
                *pair = leader;
            }
        }
    }
    pairs
}

/// What versions of a text have in common: the folder, and the address or the file's name
/// without its language.
fn key(item: &Item<'_>) -> Option<(String, String)> {
    let (folder, file) =
        item.source.rsplit_once(['/', '\\']).unwrap_or(("", item.source));
    let folder = folder.to_owned();
    if let Some(pair) = &item.draft.pair {
        return Some((folder, pair.clone()));
    }
    if item.draft.name.is_some() {
        return None;
    }
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let tag = item.draft.language.as_ref()?;
    let (stem, suffix) = stem.rsplit_once(['.', '_', '-'])?;
    let says = Language::parse(suffix)?.primary() == tag.primary();
    says.then(|| (folder, stem.to_owned()))
}

/// A draft's own name: its address, or date and title, or what its file was called.
fn name(item: &Item<'_>) -> String {
    if let Some(name) = &item.draft.name {
        return name.clone();
    }
    let title = item.draft.text("title").map(words).unwrap_or_default();
    let date = item.draft.text("date").and_then(|date| Edtf::parse(date).ok());
    let date = date.as_ref().and_then(Edtf::reduced);
    let stem = item.source.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = slug(stem.rsplit_once('.').map_or(stem, |(stem, _)| stem));
    let last = if title.is_empty() { stem } else { title };
    let last = if last.is_empty() { "document".to_owned() } else { last };
    match date {
        Some(date) => {
            let compact = date.to_string().replace('-', "");
            format!("{:04}/{compact}-{last}", date.year)
        }
        None => last,
    }
}

/// The first words of a title as part of an address.
fn words(title: &str) -> String {
    const MOST: usize = 60;
    let whole = slug(title);
    let mut kept = String::new();
    for word in whole.split('-') {
        let length = kept.chars().count() + word.chars().count() + 1;
        if !kept.is_empty() {
            if length > MOST {
                break;
            }
            kept.push('-');
        }
        // A language without spaces has one word for a title.
        kept.extend(word.chars().take(MOST));
    }
    kept
}

/// A path that no other draft has.
fn free(base: &str, suffix: &str, taken: &mut BTreeMap<String, usize>) -> String {
    let path = |number: usize| match number {
        1 => format!("{base}{suffix}.md"),
        _ => format!("{base}-{number}{suffix}.md"),
    };
    let first = path(1);
    let mut number = taken.get(&first).copied().unwrap_or(0) + 1;
    while number > 1 && taken.contains_key(&path(number)) {
        number += 1;
    }
    taken.insert(first, number);
    taken.entry(path(number)).or_insert(1);
    path(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn draft(title: &str, date: &str, language: &str) -> Draft {
        let mut draft = Draft::default();
        draft.state("title", title, Span::default());
        if !date.is_empty() {
            draft.state("date", date, Span::default());
        }
        draft.language = Language::parse(language);
        draft
    }

    fn check(files: &[(&str, &Draft)], expected: &[&str]) {
        let items: Vec<_> =
            files.iter().map(|(source, draft)| Item { source, draft }).collect();
        let names = names(&items, Language::parse("en").as_ref());
        let paths: Vec<_> = names.iter().map(|name| name.path.as_str()).collect();
        assert_eq!(paths, expected);
    }

    #[test]
    fn names_are_made_of_date_and_title() {
        let g7 = draft("The G7 Women’s Initiative", "2018-04-23", "en");
        check(&[("a.txt", &g7)], &["2018/20180423-the-g7-womens-initiative.md"]);
        check(
            &[("a.txt", &g7), ("b.txt", &g7)],
            &[
                "2018/20180423-the-g7-womens-initiative.md",
                "2018/20180423-the-g7-womens-initiative-2.md",
            ],
        );
        let japanese = draft("外交演説", "1960", "ja");
        check(&[("a.txt", &japanese)], &["1960/1960-外交演説.ja.md"]);
        check(&[("x/B c.txt", &draft("???", "", ""))], &["b-c.md"]);
        let long = draft(&"word ".repeat(50), "", "");
        check(&[("a", &long)], &[&format!("{}word.md", "word-".repeat(11))]);
    }

    #[test]
    fn versions_share_a_name() {
        let english = draft("A speech", "2018", "en");
        let japanese = draft("演説", "2018", "ja");
        check(
            &[("x/a.ja.txt", &japanese), ("x/a.en.txt", &english)],
            &["2018/2018-a-speech.ja.md", "2018/2018-a-speech.md"],
        );
        check(
            &[("x/a.ja.txt", &japanese), ("y/a.en.txt", &english)],
            &["2018/2018-演説.ja.md", "2018/2018-a-speech.md"],
        );
        check(
            &[("a_en.txt", &english), ("b_ja.txt", &japanese)],
            &["2018/2018-a-speech.md", "2018/2018-演説.ja.md"],
        );
    }
}
