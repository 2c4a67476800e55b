//! What the head of a page says of it.

use super::tokens::Token;
use crate::text::Span;

type Said = (String, Span);

/// Title, language, date, address, site and licence of a page.
#[derive(Debug, Default)]
pub(in crate::import) struct Head {
    title: Option<Said>,
    meta: Vec<(String, String, Span)>,
    time: Option<Said>,
    pub(in crate::import) language: Option<Said>,
    pub(in crate::import) address: Option<Said>,
    pub(in crate::import) site: Option<Said>,
    pub(in crate::import) license: Option<Said>,
    base: Option<String>,
    is_in_title: bool,
}

/// Names under which pages give their title, the more precise first.
const TITLES: &[&str] = &["citation_title", "dc.title", "dcterms.title", "og:title"];

/// Names under which pages give their date.
const DATES: &[&str] = &[
    "citation_publication_date",
    "citation_date",
    "dc.date",
    "dcterms.date",
    "dc.date.issued",
    "dcterms.issued",
    "article:published_time",
];

impl Head {
    pub(super) fn take(&mut self, token: &Token, span: Span) {
        match token {
            Token::Open(name, attributes) => {
                let attribute = |name: &str| {
                    let found = attributes.iter().find(|(key, _)| key == name);
                    found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
                };
                self.opened(name, &attribute, span);
            }
            Token::Close(name) if name == "title" => self.is_in_title = false,
            Token::Text(text) if self.is_in_title => {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if self.title.is_none() && !text.is_empty() {
                    self.title = Some((text, span));
                }
            }
            _ => {}
        }
    }

    fn opened<'a>(
        &mut self,
        name: &str,
        attribute: &dyn Fn(&str) -> Option<&'a str>,
        span: Span,
    ) {
        let said = |text: &str| (text.to_owned(), span);
        match name {
            "title" => self.is_in_title = true,
            "html" => {
                let tag = attribute("lang").or_else(|| attribute("xml:lang"));
                self.language = self.language.take().or(tag.map(said));
            }
            "base" => self.base = attribute("href").map(str::to_owned),
            "time" => {
                self.time = self.time.take().or(attribute("datetime").map(said));
            }
            "link" => match (attribute("rel"), attribute("href").filter(|a| is_web(a))) {
                (Some("canonical"), Some(address)) => self.address = Some(said(address)),
                (Some("license"), Some(address)) => self.license = Some(said(address)),
                _ => {}
            },
            "meta" => {
                let key = attribute("name").or_else(|| attribute("property"));
                let (Some(key), Some(content)) = (key, attribute("content")) else {
                    return;
                };
                match key.to_ascii_lowercase().as_str() {
                    "og:site_name" => self.site = Some(said(content)),
                    "og:url" if is_web(content) && self.address.is_none() => {
                        self.address = Some(said(content));
                    }
                    key => self.meta.push((key.to_owned(), content.to_owned(), span)),
                }
            }
            _ => {}
        }
    }

    /// The title that the head gives.
    pub(in crate::import) fn title(&self) -> Option<Said> {
        self.named(TITLES).or_else(|| self.title.clone())
    }

    /// The date that the head gives, or the first that the text marks; without its time.
    pub(in crate::import) fn date(&self) -> Option<Said> {
        let (written, span) = self.named(DATES).or_else(|| self.time.clone())?;
        let day = written.split(['T', ' ']).next().filter(|day| day.len() >= 10);
        Some((day.map_or(written.clone(), str::to_owned), span))
    }

    fn named(&self, names: &[&str]) -> Option<Said> {
        names.iter().find_map(|name| {
            let (_, content, span) = self.meta.iter().find(|(key, ..)| key == name)?;
            Some((content.clone(), *span))
        })
    }

    /// The whole address of a link; none for one within the page, or of no known whole.
    pub(super) fn resolved(&self, href: &str) -> Option<String> {
        let href = href.trim();
        if is_web(href) || href.starts_with("mailto:") {
            return Some(href.to_owned());
        }
        let base =
            self.base.as_deref().or(self.address.as_ref().map(|(a, _)| a.as_str()))?;
        if href.is_empty() || href.starts_with('#') || !is_web(base) {
            return None;
        }
        let (scheme, rest) = base.split_once("://")?;
        let host = rest.split('/').next()?;
        if let Some(rest) = href.strip_prefix("//") {
            return Some(format!("{scheme}://{rest}"));
        }
        if href.starts_with('/') {
            return Some(format!("{scheme}://{host}{href}"));
        }
        let is_relative = !href.split(['/', '?']).next().is_some_and(|s| s.contains(':'));
        let folder = base.rsplit_once('/').map(|(folder, _)| folder)?;
        let folder = if folder.len() > scheme.len() + 3 { folder } else { base };
        is_relative.then(|| format!("{folder}/{href}"))
    }
}

fn is_web(address: &str) -> bool {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    is_web && !address.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::Head;
    use crate::text::Span;

    #[test]
    fn links_become_whole() {
        let check = |href: &str, expected: Option<&str>| {
            let address = ("https://a.example/b/c.html".to_owned(), Span::default());
            let head = Head { address: Some(address), ..Head::default() };
            assert_eq!(head.resolved(href).as_deref(), expected, "{href}");
        };
        check("https://x.example/y", Some("https://x.example/y"));
        check("d.html", Some("https://a.example/b/d.html"));
        check("/d.html", Some("https://a.example/d.html"));
        check("//d.example/e", Some("https://d.example/e"));
        check("#d", None);
        check("javascript:d", None);
        assert_eq!(Head::default().resolved("d.html"), None);
    }
}
