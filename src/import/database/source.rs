//! Where a text was taken from: a body, a book with pages, an address.

use crate::import::draft::Value;

/// The source with its parts, as far as they can be told apart.
pub(super) fn source(written: &str) -> Value {
    let (rest, address) = address(written);
    let (name, pages) = pages(rest);
    let name = name.trim().trim_end_matches([',', '\u{FF0C}', '、', ';']).trim_end();
    if address.is_none() && pages.is_none() {
        return written.into();
    }
    let pages = pages.map(|pages| pages.replace(['−', '–', '—', '〜', '~'], "-"));
    if pages.is_none() && name.is_empty() {
        return address.unwrap_or_default().into();
    }
    let name = Some(name).filter(|name| !name.is_empty());
    Value::map([("name", name), ("url", address), ("pages", pages.as_deref())])
}

/// A web address at the end.
fn address(written: &str) -> (&str, Option<&str>) {
    let at =
        ["https://", "http://"].iter().filter_map(|scheme| written.find(scheme)).min();
    let parts = at.and_then(|at| written.split_at_checked(at));
    match parts {
        Some((before, address)) if !address.contains(char::is_whitespace) => {
            let address = address.trim_end_matches([')', '\u{FF09}', '.', '>', '。']);
            (before.trim_end().trim_end_matches(['(', '\u{FF08}', '<']), Some(address))
        }
        _ => (written, None),
    }
}

/// Pages at the end: `pp.1006-1009`, `466−467頁`.
fn pages(written: &str) -> (&str, Option<&str>) {
    let text = written.trim_end().trim_end_matches(['.', '\u{FF0E}', '。']).trim_end();
    let (inner, is_japanese) =
        match text.strip_suffix('頁').or(text.strip_suffix("ページ")) {
            Some(inner) => (inner.trim_end(), true),
            None => (text, false),
        };
    let is_number = |c: char| c.is_ascii_digit() || "-−–—〜~,、 ".contains(c);
    let before = inner.trim_end_matches(is_number);
    let number = inner.get(before.len()..).unwrap_or_default();
    let number = number.trim_start_matches([',', ' ', '、']).trim_end();
    let before = inner.get(..inner.len() - number.len()).unwrap_or_default();
    let mark = ["pp.", "p.", "Pp.", "P."]
        .iter()
        .find_map(|mark| before.trim_end().strip_suffix(mark));
    match (mark, is_japanese, number.is_empty()) {
        (Some(name), _, false) => (name, Some(number)),
        (None, true, false) => (before, Some(number)),
        _ => (written, None),
    }
}

#[cfg(test)]
mod tests {
    use super::source;
    use crate::import::draft::Value;

    #[test]
    fn sources_have_parts() {
        let check = |written: &str, expected: &str| {
            let found = match source(written) {
                Value::Text(text) => text,
                Value::Map(pairs) => {
                    let each = pairs.into_iter().map(|(key, value)| match value {
                        Value::Text(text) => format!("{key}: {text}"),
                        other => format!("{key}: {other:?}"),
                    });
                    each.collect::<Vec<_>>().join("; ")
                }
                Value::List(_) => String::new(),
            };
            assert_eq!(found, expected, "{written}");
        };
        let ministry = "Ministry of Foreign Affairs of Japan";
        check(ministry, ministry);
        check("外交青書28号,466−467頁.", "name: 外交青書28号; pages: 466-467");
        check("外交青書,第12号、 12頁。", "name: 外交青書,第12号; pages: 12");
        check(
            "Bulletin, vol. 2, pp.1006-1009.",
            "name: Bulletin, vol. 2; pages: 1006-1009",
        );
        check("Bulletin, p. 12", "name: Bulletin; pages: 12");
        check("http://www.mofa.go.jp/a_C/m.html", "http://www.mofa.go.jp/a_C/m.html");
        check("外務省 (http://a.example/b)", "name: 外務省; url: http://a.example/b");
        check("文書2-1", "文書2-1");
        check("外交青書28号", "外交青書28号");
    }
}
