//! Quotation marks within quotation marks.

/// A title as it stands between double quotation marks: its own double marks become
/// single, and single ones within these double. Low German marks and guillemets stay.
pub(super) fn within_double(title: &str) -> String {
    let mut inner = String::with_capacity(title.len() + 8);
    let mut state = State::default();
    let is_german = title.contains('„');
    for letter in title.chars() {
        inner.push(if is_german { letter } else { state.turned(letter) });
        state.last = Some(letter);
    }
    inner
}

/// Where one stands in a title.
#[derive(Default)]
struct State {
    last: Option<char>,
    in_double: bool,
    in_single: bool,
}

impl State {
    fn turned(&mut self, letter: char) -> char {
        match letter {
            '“' => self.open(),
            '"' if self.is_at_beginning() => self.open(),
            '”' | '"' => self.close(),
            '‘' if self.in_double => {
                self.in_single = true;
                '“'
            }
            '’' if self.in_double && self.in_single => {
                self.in_single = false;
                '”'
            }
            letter => letter,
        }
    }

    fn open(&mut self) -> char {
        self.in_double = true;
        '‘'
    }

    fn close(&mut self) -> char {
        self.in_double = false;
        self.in_single = false;
        '’'
    }

    fn is_at_beginning(&self) -> bool {
        !self.in_double
            && self
                .last
                .is_none_or(|last| !last.is_alphanumeric() && !".,!?".contains(last))
    }
}

/// A title as it stands between 「 and 」: its own become 『 and 』, and those within
/// these 「 and 」.
pub(super) fn within_corners(title: &str) -> String {
    turned(title, ['「', '」'], ['『', '』'])
}

/// A title as it stands between 『 and 』.
pub(super) fn within_white_corners(title: &str) -> String {
    turned(title, ['『', '』'], ['「', '」'])
}

/// Exchanges the outer pair for the inner one, and within it the inner for the outer.
fn turned(title: &str, outer: [char; 2], inner: [char; 2]) -> String {
    let mut is_within = false;
    let turn = |letter: char| match letter {
        letter if letter == outer[0] => {
            is_within = true;
            inner[0]
        }
        letter if letter == outer[1] => {
            is_within = false;
            inner[1]
        }
        letter if is_within && letter == inner[0] => outer[0],
        letter if is_within && letter == inner[1] => outer[1],
        letter => letter,
    };
    title.chars().map(turn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn double_marks_become_single() {
        let check = |title, expected| assert_eq!(within_double(title), expected);
        check("The “Long Telegram”", "The ‘Long Telegram’");
        check("The \"Long Telegram\" of 1946", "The ‘Long Telegram’ of 1946");
        check("On \"Peace.\"", "On ‘Peace.’");
        check("(\"A\" and \"B\")", "(‘A’ and ‘B’)");
        check("“He said ‘never’ twice”", "‘He said “never” twice’");
        check("“Women’s rights” and men’s", "‘Women’s rights’ and men’s");
        check("Farmers’ and ‘single’", "Farmers’ and ‘single’");
        check("« La paix »", "« La paix »");
        check("Die „Wende“", "Die „Wende“");
        check("", "");
    }

    #[test]
    fn corners_become_white_corners() {
        let check = |title, expected| assert_eq!(within_corners(title), expected);
        check("「自由」の構想", "『自由』の構想");
        check("「『白書』を読む」会", "『「白書」を読む』会");
        check("『白書』", "『白書』");
        assert_eq!(within_white_corners("『白書』と「声」"), "「白書」と「声」");
    }
}
