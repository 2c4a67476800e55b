//! How to cite a document.

use serde::Serialize;

use super::Scene;
use crate::archive::DocumentId;
use crate::citation::{Face, Record, Style, Text, cite};

/// A citation in one style.
#[derive(Serialize)]
pub(super) struct Cited {
    /// The style's name: `mla`.
    style: &'static str,
    /// HTML.
    html: String,
}

impl Scene<'_> {
    /// The document cited in every style, in the words of this interface.
    pub(super) fn citations(&self, id: DocumentId) -> Vec<Cited> {
        let record = Record::new(self.archive, id);
        let styles = Style::ALL.iter();
        let cited = styles.map(|&style| Cited {
            style: style.name(),
            html: html(&cite(&record, style, self.language())),
        });
        cited.collect()
    }
}

fn html(text: &Text) -> String {
    let mut html = String::new();
    for run in &text.runs {
        let escaped = escaped(&run.text);
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

    #[test]
    fn faces_become_elements_and_signs_are_escaped() {
        let run = |text: &str, face| Run { text: text.into(), face };
        let text =
            Text { runs: vec![run("A & <b>, ", Face::Roman), run("C", Face::Italic)] };
        assert_eq!(html(&text), "A &amp; &lt;b&gt;, <i>C</i>");
    }
}
