//! How browsers and programs ask the site's search: `OpenSearch` 1.1, a description for each
//! interface language.

use super::html::Texts;
use super::xml::Xml;
use crate::archive::{Archive, InterfaceId, SEARCH};

const NAMESPACE: &str = "http://a9.com/-/spec/opensearch/1.1/";
/// The media type of a description.
pub const MEDIA_TYPE: &str = "application/opensearchdescription+xml";

/// The longest that the standard takes for `ShortName`, `LongName` and `Description`.
const LENGTHS: [usize; 3] = [16, 48, 1024];

/// The description of an interface language.
pub fn description(archive: &Archive, interface: InterfaceId, texts: &Texts) -> Vec<u8> {
    let config = &archive.config;
    let language = archive.interface(interface);
    let title = config.title.closest(language).map_or("", |(title, _)| title);
    let about = config.description.closest(language).map_or("", |(about, _)| about);
    let about = if about.trim().is_empty() { texts.get("search.title") } else { about };
    let search = archive.url(&archive.index_path(interface, SEARCH));
    let [short, long, whole] = LENGTHS;
    let mut xml = Xml::new();
    xml.open("OpenSearchDescription", &[("xmlns", NAMESPACE)]);
    xml.text("ShortName", &[], &cut(title, short));
    xml.text("LongName", &[], &cut(title, long));
    xml.text("Description", &[], &cut(about, whole));
    xml.empty(
        "Url",
        &[
            ("type", "text/html"),
            ("rel", "results"),
            ("template", &format!("{search}?q={{searchTerms}}")),
        ],
    );
    xml.empty(
        "Url",
        &[
            ("type", MEDIA_TYPE),
            ("rel", "self"),
            ("template", &archive.url(&archive.opensearch_path(interface))),
        ],
    );
    xml.text("Image", &[("type", "image/svg+xml")], &archive.url("assets/icon.svg"));
    xml.text("Language", &[], language.as_str());
    xml.text("InputEncoding", &[], "UTF-8");
    xml.text("OutputEncoding", &[], "UTF-8");
    xml.close("OpenSearchDescription");
    xml.into_bytes()
}

/// The first words that fit into so many characters, or as much of the first as does.
fn cut(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, next)) = text.char_indices().nth(most) else { return text };
    let head = text.get(..end).unwrap_or_default();
    let words = head.rsplit_once(' ').map(|(words, _)| words);
    let whole = if next == ' ' { Some(head) } else { words };
    whole.unwrap_or(head).trim_end_matches([' ', ',', ':', ';', '–', '—']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn names_are_cut_between_words() {
        let check = |text, expected| assert_eq!(cut(text, 16), expected, "{text}");
        check("Papers", "Papers");
        check("Treaties, Papers", "Treaties, Papers");
        check("Treaties, Paperss", "Treaties");
        check("The harbour book of two towns", "The harbour book");
        check("Bundesarchivverwaltung", "Bundesarchivverw");
        check("女性・平和・安全保障に関する文書の暦", "女性・平和・安全保障に関する文書");
    }
}
