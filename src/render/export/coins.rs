//! A record within HTML, for reference managers that read lists: `COinS`, an `OpenURL`
//! `ContextObject` in a `span` (ANSI/NISO Z39.88-2004).

use std::fmt::Write as _;

use super::dates::exact_date;
use super::names::{Parted, author, parted};
use crate::citation::Record;
use crate::markdown::shortened;

/// The value of the `span`'s `title`, not yet escaped for HTML.
///
/// Managers pass over an object that names no creator: without authors it is the source,
/// without that the archive.
pub(in crate::render) fn coins(record: &Record<'_>) -> String {
    let mut pairs = Pairs(
        "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc".to_owned(),
    );
    pairs.add("type", Some(record.types().zotero));
    pairs.add("title", Some(record.title));
    match record.author.first().map(|author| parted(*author)) {
        Some(Parted::Parts(family, given)) => {
            pairs.add("aulast", Some(family));
            pairs.add("aufirst", Some(given));
        }
        Some(Parted::Whole(name)) => pairs.add("aucorp", Some(name)),
        None => pairs.add("aucorp", record.publisher.or(Some(record.archive))),
    }
    // Readers keep this order: the first name in parts, the others whole.
    for &other in record.author.iter().skip(1) {
        match parted(other) {
            Parted::Parts(..) => pairs.add("au", Some(&author(other))),
            Parted::Whole(name) => pairs.add("aucorp", Some(name)),
        }
    }
    pairs.add("date", record.issued.and_then(exact_date).as_deref());
    pairs.add("identifier", Some(&record.url));
    pairs.add("language", Some(record.language.as_str()));
    pairs.add("publisher", record.publisher_or_issuer());
    pairs.add("place", record.place);
    for keyword in &record.keywords {
        pairs.add("subject", Some(keyword));
    }
    let summary = record.summary.map(|summary| shortened(summary, MAX_SUMMARY));
    pairs.add("description", summary.as_deref());
    pairs.0
}

/// A list of a hundred entries is long enough without their whole summaries.
const MAX_SUMMARY: usize = 120;

/// Keys of the referent with their values.
struct Pairs(String);

impl Pairs {
    fn add(&mut self, key: &str, value: Option<&str>) {
        let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) else {
            return;
        };
        self.0.push_str("&rft.");
        self.0.push_str(key);
        self.0.push('=');
        for byte in value.bytes() {
            // What RFC 3986 reserves for nothing stands for itself.
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    self.0.push(char::from(byte));
                }
                _ => _ = write!(self.0, "%{byte:02X}"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::coins;
    use crate::citation::{Creator, Record};
    use crate::date::Edtf;
    use crate::document::{Kind, Name};
    use crate::language::Language;

    #[test]
    fn every_entry_names_a_creator() {
        let language = Language::parse("en").unwrap();
        let check = |author: Option<Creator<'_>>, publisher, expected: &str| {
            let mut record = Record::titled("A & <b>", &language);
            record.author = author.into_iter().collect();
            record.publisher = publisher;
            record.archive = "The Archive";
            let found = coins(&record);
            assert!(found.contains("&rft.title=A%20%26%20%3Cb%3E&"), "{found}");
            assert!(found.contains(expected), "{found}");
        };
        let roe = Name::Parts { family: "Roe".into(), given: Some("Ann B.".into()) };
        let person = Creator::Person(&roe);
        check(Some(person), None, "&rft.aulast=Roe&rft.aufirst=Ann%20B.&");
        check(
            Some(Creator::Institution("G7, Office")),
            None,
            "&rft.aucorp=G7%2C%20Office&",
        );
        check(None, Some("Office"), "&rft.aucorp=Office&");
        check(None, None, "&rft.aucorp=The%20Archive&");
    }

    #[test]
    fn every_author_is_named() {
        let language = Language::parse("en").unwrap();
        let name = |family: &str| Name::Parts {
            family: family.into(),
            given: Some("A. B.".into()),
        };
        let (roe, poe) = (name("Roe"), name("Poe"));
        let mut record = Record::titled("T", &language);
        record.author = vec![
            Creator::Person(&roe),
            Creator::Person(&poe),
            Creator::Institution("G7"),
        ];
        let found = coins(&record);
        let expected = "&rft.aulast=Roe&rft.aufirst=A.%20B.&rft.au=Poe%2C%20A.%20B.\
                        &rft.aucorp=G7&";
        assert!(found.contains(expected), "{found}");
    }

    #[test]
    fn nothing_is_empty_and_no_day_invented() {
        let language = Language::parse("ja").unwrap();
        let date = Edtf::parse("194X").unwrap();
        let mut record = Record::titled("文", &language);
        record.kind = Some(Kind::Telegram);
        record.issued = Some(&date);
        record.summary = Some(" ");
        assert_eq!(
            coins(&record),
            "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc\
             &rft.type=letter&rft.title=%E6%96%87&rft.language=ja"
        );
    }
}
