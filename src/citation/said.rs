//! Whether a title says something already: in words or numbers of their own, not within
//! longer ones.

/// Whether a text has these letters, in whatever case.
pub(super) fn contains(text: &str, letters: &str) -> bool {
    text.to_lowercase().contains(&letters.to_lowercase())
}

/// Whether a text has these words, perhaps in the plural: “letter” is in “Letters on
/// trade”, but not in “Newsletter”.
pub(super) fn says(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_lowercase(), words.to_lowercase());
    let (first, last) = (words.chars().next(), words.chars().next_back());
    around(&text, &words).any(|(before, after)| {
        let is_plural = last.is_some_and(char::is_alphabetic);
        let after = after.strip_prefix('s').filter(|_| is_plural).unwrap_or(after);
        !is_one_word(before.chars().next_back(), first)
            && !is_one_word(last, after.chars().next())
    })
}

/// Whether a text has a bare number as one that stands for itself: 46 is in “Telegram 46”
/// and in 「第46号」, but neither in “1946” nor in “A/46/1”, and 20 is no number of
/// “20 March” or of 「昭和20年」.
pub(super) fn is_numbered(text: &str, number: &str) -> bool {
    let text = text.to_lowercase();
    around(&text, number).any(|(before, after)| {
        let is_part = is_one_word(before.chars().next_back(), Some('0'))
            || is_one_word(Some('0'), after.chars().next())
            || is_joined(before.chars().rev())
            || is_joined(after.chars());
        !is_part && !is_counted(after) && !is_of_a_month(before, after)
    })
}

/// What stands before and after each place where a text has these letters.
fn around<'t>(
    text: &'t str,
    letters: &'t str,
) -> impl Iterator<Item = (&'t str, &'t str)> {
    text.match_indices(letters).map(|(at, found)| {
        let (before, rest) = text.split_at(at);
        (before, rest.strip_prefix(found).unwrap_or_default())
    })
}

/// Whether two neighbours are of one word, as far as spaces part words.
fn is_one_word(left: Option<char>, right: Option<char>) -> bool {
    left.is_some_and(is_spaced) && right.is_some_and(is_spaced)
}

fn is_spaced(letter: char) -> bool {
    letter.is_alphanumeric() && !is_unspaced(letter)
}

/// Letters of languages that are written without spaces: Thai and its neighbours, Burmese,
/// Khmer, Chinese and Japanese.
fn is_unspaced(letter: char) -> bool {
    matches!(
        letter,
        '\u{E00}'..='\u{EFF}'
            | '\u{1000}'..='\u{109F}'
            | '\u{1780}'..='\u{17FF}'
            | '\u{3005}'..='\u{30FF}'
            | '\u{3400}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}'
    )
}

/// Whether a mark and something right behind it join it to a longer symbol or number:
/// `46/1`, `46-48`, `1,946`.
fn is_joined(mut letters: impl Iterator<Item = char>) -> bool {
    match (letters.next(), letters.next()) {
        (Some('/' | '-' | '–' | '−' | '‐' | '‑' | '~'), Some(next)) => {
            is_spaced(next)
        }
        (Some(',' | '.'), Some(next)) => next.is_ascii_digit(),
        _ => false,
    }
}

/// Whether what follows says what was counted: 年, 日, か国, but not 号.
fn is_counted(after: &str) -> bool {
    after.chars().next().is_some_and(|c| is_unspaced(c) && c != '号')
}

/// Whether it is the day or the year of a date in English.
fn is_of_a_month(before: &str, after: &str) -> bool {
    let is_month = |word: Option<&str>| {
        let word = word.unwrap_or_default().trim_matches(|c: char| !c.is_alphabetic());
        MONTHS.iter().any(|month| {
            word == *month || word.len() >= 3 && month.get(..word.len()) == Some(word)
        })
    };
    is_month(before.split_whitespace().next_back())
        || is_month(after.split_whitespace().next())
}

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole() {
        let check = |text: &str, words: &str, expected: bool| {
            assert_eq!(says(text, words), expected, "{text}: {words}");
        };
        check("Letter to the President", "letter", true);
        check("LETTERS on trade", "letter", true);
        check("Newsletter on trade", "letter", false);
        check("Statements", "statement", true);
        check("The statesman", "state", false);
        check("G7声明の要旨", "声明", true);
        check("S/RES/1325 (2000)", "S/RES/13", false);
        check("Resolution S/RES/1325 (2000)", "S/RES/1325 (2000)", true);
        check("Acts", "Act 1", false);
    }

    #[test]
    fn numbers_stand_for_themselves() {
        let check = |text: &str, number: &str, expected: bool| {
            assert_eq!(is_numbered(text, number), expected, "{text}: {number}");
        };
        check("Telegram 46", "46", true);
        check("Telegram No. 46.", "46", true);
        check("Report for 1946; telegram 46, revised", "46", true);
        check("Tel. no.46", "46", true);
        check("電報第46号", "46", true);
        check("Report for 1946", "46", false);
        check("The 46th session", "46", false);
        check("Report on A/46/1", "46", false);
        check("Items 46-48", "46", false);
        check("1,946 pages", "1", false);
        check("昭和20年の電報", "20", false);
        check("Telegram of 20 March", "20", false);
        check("Telegram of Mar. 20, 1946", "20", false);
        check("Summary of maybe 20", "20", true);
    }
}
