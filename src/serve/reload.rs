//! What makes a page in the browser follow the files: a script beside every page that is
//! served, and what the script is told. None of it is part of a built site.

use serde_json::json;

use super::stage::Stage;
use crate::diagnostic::{Diagnostic, Sources, Terminal, terminal};
use crate::pipeline;

/// The script.
pub(super) const SCRIPT: &str = include_str!("reload.js");
/// Where the script is. No page of a site can be there: no part of a route begins with a
/// dot.
pub(super) const SCRIPT_PATH: &str = "/.chancery/reload.js";
/// Where the script hears of changes.
pub(super) const EVENTS_PATH: &str = "/.chancery/events";
/// More mistakes than these are counted, not shown.
const MAX_SHOWN: usize = 30;

/// A page with the script at its end.
pub(super) fn marked(mut page: Vec<u8>, version: &str) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let tag = tag(version);
    let end = page.windows(END.len()).rposition(|part| part == END);
    let end = end.unwrap_or(page.len());
    page.splice(end..end, tag.into_bytes());
    page
}

/// The script as a page names it, with the version that the page shows.
fn tag(version: &str) -> String {
    format!("<script src=\"{SCRIPT_PATH}\" data-version=\"{version}\" defer></script>")
}

/// A page of the server's own that says what is the matter.
pub(super) fn failure(message: &str, version: &str) -> Vec<u8> {
    let message = message.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <title>chancery serve</title>\n<body>\n<h1>{message}</h1>\n\
         <p>This page changes by itself when that is mended.</p>\n</body>\n</html>\n"
    );
    marked(page.into_bytes(), version)
}

impl Stage {
    /// What the script is told: the version that is shown now, and what is wrong with it.
    pub(super) fn news(&self) -> (u64, String) {
        let shown = self.look();
        let all = shown.all();
        let site = &self.order.site;
        let mut sources = Sources::new(|path| pipeline::shown(site, path));
        let mut said = |found: &Diagnostic| {
            let text = terminal(found, &mut sources, Terminal::Plain);
            json!({"severity": found.severity.word(), "text": text})
        };
        let mut mistakes: Vec<_> = all.iter().take(MAX_SHOWN).map(&mut said).collect();
        if let Some(error) = &shown.trouble {
            let text = format!("error: {error}");
            mistakes.insert(0, json!({"severity": "error", "text": text}));
        }
        let news = json!({
            "version": self.name(shown.version),
            "mistakes": mistakes,
            "more": all.len().saturating_sub(MAX_SHOWN),
        });
        (shown.version, news.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::{failure, marked};

    #[test]
    fn the_script_stands_at_the_end() {
        let script =
            "<script src=\"/.chancery/reload.js\" data-version=\"1\" defer></script>";
        let check = |page: &str, expected: &str| {
            let marked = String::from_utf8(marked(page.into(), "1")).unwrap();
            assert_eq!(marked, expected.replace('@', script));
        };
        check("<body>a</body>\n", "<body>a@</body>\n");
        check("<p>&lt;/body></body> </body>", "<p>&lt;/body></body> @</body>");
        check("a", "a@");
        check("", "@");
    }

    #[test]
    fn failures_are_text() {
        let page = String::from_utf8(failure("<script>", "1")).unwrap();
        assert!(page.contains("<h1>&lt;script&gt;</h1>"), "{page}");
    }
}
