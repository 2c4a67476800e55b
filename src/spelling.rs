//! The word that was probably meant.

/// The known word that is nearest to a misspelt one, if it is near enough: a letter wrong,
/// missing, doubled or swapped, and in longer words one in four.
pub fn closest<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let length = word.chars().count();
    let most = (length / 4).max(1);
    let letters = Letters::of(word);
    // A word so much longer or shorter, or of other letters, need not be compared in order.
    let near = known
        .into_iter()
        .filter(|known| known.chars().count().abs_diff(length) <= most)
        .filter(|known| letters.differ_at_most(most, known))
        .map(|known| (strsim::damerau_levenshtein(word, known), known));
    let (distance, known) = near.min()?;
    (distance <= most).then_some(known)
}

/// How often each first byte of a letter stands in a word: less than the letter, but
/// quickly counted.
#[derive(Clone)]
struct Letters([i16; 256]);

impl Letters {
    fn of(word: &str) -> Letters {
        let mut letters = Letters([0; 256]);
        letters.add(word, 1);
        letters
    }

    fn add(&mut self, word: &str, count: i16) {
        let is_first = |byte: &u8| byte & 0b1100_0000 != 0b1000_0000;
        for byte in word.bytes().filter(is_first) {
            if let Some(place) = self.0.get_mut(usize::from(byte)) {
                *place = place.saturating_add(count);
            }
        }
    }

    /// Whether so many changes might make the other word of this one: each takes one
    /// letter away at most, and puts one in.
    fn differ_at_most(&self, most: usize, other: &str) -> bool {
        let mut left = self.clone();
        left.add(other, -1);
        let surplus = left.0.iter().map(|count| usize::from(count.unsigned_abs()));
        surplus.sum::<usize>() <= 2 * most
    }
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn the_nearest_word_is_meant() {
        let known = ["date", "place", "original_lang"];
        let check = |word, expected| assert_eq!(closest(word, known), expected, "{word}");
        check("dote", Some("date"));
        check("palce", Some("place"));
        check("original_language", Some("original_lang"));
        check("rights", None);
        check("", None);
    }

    #[test]
    fn no_word_is_passed_over_for_its_letters() {
        let words =
            ["", "a", "ab", "ba", "abc", "acb", "été", "ete", "宣言", "言宣", "宣"];
        for word in words {
            for known in words {
                let far = strsim::damerau_levenshtein(word, known);
                let letters = super::Letters::of(word);
                assert!(letters.differ_at_most(far, known), "{word} {known}");
            }
        }
    }
}
