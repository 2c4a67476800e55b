//! How to cite a document.

use serde::Serialize;

use super::Scene;
use crate::archive::DocumentId;
use crate::citation::{Face, Record, Style, Text, cite};
use crate::language::Language;

/// A citation in one style.
#[derive(Serialize)]
pub(super) struct Cited<'a> {
    /// The style's name: `mla`.
    style: &'static str,
    /// HTML.
    html: String,
    /// A language other than the interface's: that of Japanese citations.
    language: Option<&'a str>,
}

impl<'a> Scene<'a> {
    /// The document cited in every style, in the words of this interface.
    pub(super) fn citations(&self, id: DocumentId) -> Vec<Cited<'a>> {
        let record = Record::new(self.archive, id);
        let own = &self.archive.document(id).language;
        let styles = Style::ALL.iter();
        let cited = styles.map(|&style| Cited {
            style: style.name(),
            html: html(&cite(&record, style, self.language()), own),
            language: self.foreign(own).filter(|_| own.primary() == "ja"),
        });
        cited.collect()
    }
}

/// What runs from right to left comes isolated: it is in the document's language.
fn html(text: &Text, own: &Language) -> String {
    let mut html = String::new();
    for run in &text.runs {
        let escaped = escaped(&run.text)
            .replace('\u{2068}', &format!("<bdi lang=\"{own}\">"))
            .replace('\u{2069}', "</bdi>");
        match run.face {
            Face::Roman => html.push_str(&escaped),
            Face::Italic => {
                html.push_str("<i>");
                html.push_str(&escaped);
                html.push_str("</i>");
            }
        }
    }
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::citation::{Face, Run, Text};
    use crate::language::Language;

    #[test]
    fn faces_become_elements_and_signs_are_escaped() {
        let run = |text: &str, face| Run { text: text.into(), face };
        let text =
            Text { runs: vec![run("A & <b>, ", Face::Roman), run("C", Face::Italic)] };
        let own = Language::parse("ar").unwrap();
        assert_eq!(html(&text, &own), "A &amp; &lt;b&gt;, <i>C</i>");
        let text =
            Text { runs: vec![run("“\u{2068}رسالة\u{2069},”", Face::Roman)] };
        assert_eq!(html(&text, &own), "“<bdi lang=\"ar\">رسالة</bdi>,”");
    }
}
