//! The encodings that texts arrive in: the only place that knows them.

use std::sync::Arc;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use crate::text::TextFile;

/// How a file's encoding is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Its bytes can be nothing else.
    Certain,
    /// It says so itself.
    Declared,
    /// From how often which bytes occur.
    Guessed,
}

/// A text with the encoding it was in.
pub(super) struct Decoded {
    pub(super) file: TextFile,
    pub(super) encoding: &'static str,
    pub(super) how: How,
}

/// Decodes a text: by its byte-order mark, as UTF-8, as it declares itself, or by a guess.
pub(super) fn decode(path: &Arc<str>, bytes: &[u8]) -> Decoded {
    let (encoding, how) = encoding(bytes);
    let (text, _, has_errors) = encoding.decode(bytes);
    let text = unified(&text);
    let invalid = has_errors.then(|| text.find('\u{FFFD}')).flatten();
    let file = TextFile { path: path.clone(), text, invalid };
    Decoded { file, encoding: encoding.name(), how }
}

fn encoding(bytes: &[u8]) -> (&'static Encoding, How) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, How::Certain);
    }
    if let Some(encoding) = escaped(bytes) {
        return (encoding, How::Certain);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, How::Certain);
    }
    let fits = |encoding: &&'static Encoding| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some()
    };
    if let Some(encoding) = declared(bytes).filter(fits) {
        return (encoding, How::Declared);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    (detector.guess(None, Utf8Detection::Allow), How::Guessed)
}

/// ISO-2022-JP, which is ASCII with sequences of escape that nothing else has.
fn escaped(bytes: &[u8]) -> Option<&'static Encoding> {
    let has = |sequence: &[u8]| bytes.windows(3).any(|three| three == sequence);
    let is_japanese = has(b"\x1b$B") || has(b"\x1b$@");
    (is_japanese && bytes.is_ascii()).then_some(encoding_rs::ISO_2022_JP)
}

/// What an HTML or XML file says of its encoding near its beginning.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(2048))?;
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|word| {
        let rest = head.get(head.find(word)? + word.len()..)?;
        let rest = rest.trim_start_matches(['"', '\'', ' ']);
        let is_label = |c: char| c.is_ascii_alphanumeric() || "-_:".contains(c);
        let end = rest.find(|c| !is_label(c)).unwrap_or(rest.len());
        Encoding::for_label(rest.get(..end)?.as_bytes())
    })
}

/// The text with line feeds for line breaks of every sort, so that lines can be counted.
fn unified(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], encoding: &str, how: How, text: &str) {
        let decoded = decode(&"a".into(), bytes);
        assert_eq!((decoded.encoding, decoded.how), (encoding, how), "{bytes:?}");
        assert_eq!(decoded.file.text, text);
    }

    #[test]
    fn encodings_are_found() {
        let text = "世界人権宣言。日本国民は、恒久の平和を念願し、";
        let in_encoding = |encoding: &'static Encoding| encoding.encode(text).0;
        check(text.as_bytes(), "UTF-8", How::Certain, text);
        let japanese = &in_encoding(encoding_rs::ISO_2022_JP);
        check(japanese, "ISO-2022-JP", How::Certain, text);
        check(&in_encoding(encoding_rs::EUC_JP), "EUC-JP", How::Guessed, text);
        check(&in_encoding(encoding_rs::SHIFT_JIS), "Shift_JIS", How::Guessed, text);
        check(b"\xEF\xBB\xBFa", "UTF-8", How::Certain, "a");
        check(b"\xFF\xFEa\0", "UTF-16LE", How::Certain, "a");
        check(
            b"D\xE9claration des droits",
            "windows-1252",
            How::Guessed,
            "Déclaration des droits",
        );
    }

    #[test]
    fn a_declaration_that_fits_is_believed() {
        let page = |bytes: &[u8]| [b"<meta charset=\"euc-jp\">", bytes].concat();
        let word = encoding_rs::EUC_JP.encode("外交").0;
        check(&page(&word), "EUC-JP", How::Declared, "<meta charset=\"euc-jp\">外交");
        let other = encoding_rs::SHIFT_JIS.encode("日本国外務省の外交演説について").0;
        let decoded = decode(&"a".into(), &page(&other));
        assert_eq!(decoded.encoding, "Shift_JIS");
    }

    #[test]
    fn lines_end_alike() {
        check(b"a\r\nb\rc\n", "UTF-8", How::Certain, "a\nb\nc\n");
    }
}
