//! What somebody probably meant to write.

/// The known word that a misspelt one comes closest to, at most `limit` mistakes away: a
/// letter left out, added, wrong, or in its neighbour's place.
pub fn closest<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
    limit: usize,
) -> Option<&'a str> {
    let known = known.into_iter();
    let near = known.map(|known| (strsim::damerau_levenshtein(word, known), known)).min();
    near.filter(|(distance, _)| *distance <= limit).map(|(_, known)| known)
}

/// One mistake in four letters, and one in any word.
pub fn usual_limit(word: &str) -> usize {
    (word.chars().count() / 4).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_word_is_found() {
        let known = ["title", "date", "data"];
        let check = |word: &str, expected| {
            assert_eq!(closest(word, known, usual_limit(word)), expected, "{word}");
        };
        check("tilte", Some("title"));
        check("dat", Some("data"));
        check("dates", Some("date"));
        check("place", None);
        check("", None);
    }
}
