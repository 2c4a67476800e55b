//! The addresses of "The World and Japan" database: what a file's name says.

use crate::date::Day;

/// `…/<collection>/<YYYYMMDD>.<kind><serial><language>.html`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// The collection, in lower case: `summit`; empty where the name does not say it.
    pub(super) collection: String,
    /// The date.
    pub(super) day: Day,
    /// `D` for communiqués and declarations, `S` speeches, `T` treaties, `O` others.
    pub(super) kind: char,
    /// The place among those of the day: 1 to 9, then letters.
    pub(super) serial: char,
    /// `en` or `ja`.
    pub(super) language: &'static str,
}

/// Reads the path of a file that was saved under its address.
pub(super) fn address(path: &str) -> Option<Address> {
    let mut segments = path.rsplit(['/', '\\']);
    let file = segments.next()?;
    let (before, after) = file.split_at_checked(file.find('.')?)?;
    let code = after.get(1..)?.split('.').next()?;
    let [kind, serial, letter] = *code.chars().collect::<Vec<_>>() else { return None };
    let is_code = "DSTO".contains(kind) && matches!(serial, '1'..='9' | 'A'..='Z');
    let language = match letter {
        'E' => "en",
        'J' => "ja",
        _ => return None,
    };
    let split = before.len().checked_sub(8)?;
    let (prefix, date) = before.split_at_checked(split)?;
    let folder = segments.next().filter(|name| is_collection(name));
    let collection = match prefix.trim_end_matches(['_', '-']) {
        "" => folder.unwrap_or_default(),
        prefix => prefix,
    };
    is_code.then_some(Address {
        collection: collection.to_lowercase(),
        day: day(date)?,
        kind,
        serial,
        language,
    })
}

fn is_collection(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn day(digits: &str) -> Option<Day> {
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number = |from, to| digits.get(from..to)?.parse::<u16>().ok();
    let small = |from, to| u8::try_from(number(from, to)?).ok();
    Day::new(number(0, 4)?.into(), small(4, 6)?, small(6, 8)?)
}

impl Address {
    /// A path that both languages share: `summit/20180423-d1`.
    pub(super) fn name(&self) -> String {
        let compact = self.day.to_string().replace('-', "");
        let file = format!("{compact}-{}{}", self.kind, self.serial).to_lowercase();
        match self.collection.as_str() {
            "" => file,
            collection => format!("{collection}/{file}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_are_read() {
        let check = |path: &str, expected: Option<(&str, &str)>| {
            let found = address(path).map(|a| (a.name(), a.language));
            let found = found.as_ref().map(|(name, language)| (name.as_str(), *language));
            assert_eq!(found, expected, "{path}");
        };
        check("texts/summit/20180423.D1E.html", Some(("summit/20180423-d1", "en")));
        check("JPKR_19650622.THE.txt", Some(("jpkr/19650622-th", "en")));
        check("a b/19831101.D1J.html", Some(("19831101-d1", "ja")));
        check("20181323.D1E.html", None);
        check("20180423.X1E.html", None);
        check("20180423.D0E.html", None);
        check("20180423.D1F.html", None);
        check("notes.txt", None);
        check("é.D1E", None);
        check("", None);
    }
}
