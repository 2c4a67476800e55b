//! A place in the text of one date.

/// What is left to read, and where it begins in the whole text.
#[derive(Copy, Clone)]
pub(super) struct Cursor<'a> {
    rest: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(rest: &'a str, at: usize) -> Cursor<'a> {
        Cursor { rest, at }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// Takes the next byte if it is this ASCII one.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        self.take_any(&[byte]).is_some()
    }

    /// Takes the next byte if it is one of these ASCII ones.
    pub(super) fn take_any(&mut self, bytes: &[u8]) -> Option<u8> {
        self.take_if(|byte| bytes.contains(&byte).then_some(byte))
    }

    /// Takes the next byte, an ASCII one, if it has a meaning.
    pub(super) fn take_if<T>(&mut self, meaning: impl Fn(u8) -> Option<T>) -> Option<T> {
        let byte = self.rest.bytes().next()?;
        let found = meaning(byte)?;
        let (_, rest) = self.rest.split_at_checked(1)?;
        self.rest = rest;
        self.at += 1;
        Some(found)
    }

    /// Takes one decimal digit.
    pub(super) fn digit(&mut self) -> Option<u32> {
        self.take_if(|byte| char::from(byte).to_digit(10))
    }

    /// Takes the digits there are, nine at most.
    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = self.digit()?;
        for _ in 0..8 {
            let Some(digit) = self.digit() else { break };
            number = number * 10 + digit;
        }
        Some(number)
    }

    /// Takes exactly `width` digits, of which any may be `X`: the number with 0 for `X`,
    /// and one bit for each `X`, the units lowest.
    pub(super) fn digits_or_x(&mut self, width: usize) -> Option<(u32, u8)> {
        let (mut number, mut unspecified) = (0, 0);
        for _ in 0..width {
            let is_x = self.take(b'X');
            let digit = if is_x { 0 } else { self.digit()? };
            number = number * 10 + digit;
            unspecified = unspecified << 1 | u8::from(is_x);
        }
        Some((number, unspecified))
    }
}
