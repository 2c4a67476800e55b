//! The order in which readers of a language look words up.

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use rayon::prelude::*;

use crate::language::Language;

/// Compares words as the Unicode Collation Algorithm does for a language; numbers by
/// their value.
pub(super) struct Collation(Option<CollatorBorrowed<'static>>);

impl Collation {
    pub(super) fn of(language: &Language) -> Collation {
        let mut preferences = Locale::try_from_str(language.as_str())
            .map(|locale| CollatorPreferences::from(&locale))
            .unwrap_or_default();
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        Collation(Collator::try_new(preferences, CollatorOptions::default()).ok())
    }

    /// A key that sorts as the word does: compare keys byte by byte.
    pub(super) fn key(&self, word: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(2 * word.len() + 8);
        let written =
            self.0.as_ref().map(|collator| collator.write_sort_key_to(word, &mut key));
        if !matches!(written, Some(Ok(()))) {
            key = word.as_bytes().to_vec();
        }
        key
    }

    /// Positions of `words` in order; equal words keep theirs.
    pub(super) fn order(&self, words: &[&str]) -> Vec<usize> {
        let words = words.par_iter().enumerate();
        let keys = words.map(|(at, word)| (self.key(word), at));
        let mut keys: Vec<(Vec<u8>, usize)> = keys.collect();
        keys.par_sort_unstable();
        keys.into_iter().map(|(_, at)| at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_where_readers_look() {
        let check = |language: &str, words: &[&str], expected: &[&str]| {
            let collation = Collation::of(&Language::parse(language).unwrap());
            let order = collation.order(words);
            let sorted: Vec<_> = order.into_iter().map(|at| words[at]).collect();
            assert_eq!(sorted, expected);
        };
        check(
            "en",
            &["item 10", "Item 9", "étude", "zoo", "eta"],
            &["eta", "étude", "Item 9", "item 10", "zoo"],
        );
        check("sv", &["ö", "z", "a"], &["a", "z", "ö"]);
        check("ja", &["カ", "い", "あ", "ア"], &["あ", "ア", "い", "カ"]);
    }
}
