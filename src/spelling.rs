//! The word that was probably meant.

/// The known word that is nearest to a misspelt one, if it is near enough: a letter wrong,
/// missing, doubled or swapped, and in longer words one in four.
pub fn closest<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let length = word.chars().count();
    let most = (length / 4).max(1);
    // A word so much longer or shorter need not be compared letter by letter.
    let near = known
        .into_iter()
        .filter(|known| known.chars().count().abs_diff(length) <= most)
        .map(|known| (strsim::damerau_levenshtein(word, known), known));
    let (distance, known) = near.min()?;
    (distance <= most).then_some(known)
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
}
