//! `[links]`: how the links to other hosts are checked.

use toml::Spanned;
use url::{Host, Url};

use super::read::Reader;
use super::written;

/// How `chancery links` asks other hosts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// What is never asked.
    pub exclude: Vec<AddressPattern>,
    /// How many seconds a host is left alone between two requests.
    pub pause: u32,
    /// How many seconds one request may take.
    pub timeout: u32,
    /// How many days a good answer holds.
    pub max_age: u32,
}

/// Addresses of a host and those below it, or all that begin in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressPattern {
    /// `example.org`: this host and `www.example.org`.
    Host(String),
    /// `https://example.org/old/`.
    Beginning(String),
}

impl AddressPattern {
    /// Reads a host's name or the beginning of an address.
    pub fn parse(text: &str) -> Option<AddressPattern> {
        let text = text.trim();
        if text.contains(char::is_whitespace) {
            return None;
        }
        if text.contains("://") {
            let url = Url::parse(text).ok()?;
            let is_web = matches!(url.scheme(), "http" | "https");
            return is_web.then(|| AddressPattern::Beginning(url.into()));
        }
        let host = Host::parse(text.trim_start_matches("*.")).ok()?;
        Some(AddressPattern::Host(host.to_string()))
    }

    /// Whether an address of this host is among them.
    pub fn covers(&self, host: &str, address: &str) -> bool {
        match self {
            AddressPattern::Host(name) => host
                .strip_suffix(name.as_str())
                .is_some_and(|before| before.is_empty() || before.ends_with('.')),
            AddressPattern::Beginning(beginning) => address.starts_with(beginning),
        }
    }
}

const DEFAULT_PAUSE: u32 = 1;
const DEFAULT_TIMEOUT: u32 = 20;
const DEFAULT_MAX_AGE: u32 = 7;

impl Reader {
    pub(super) fn links(&mut self, written: written::Links) -> Links {
        let mut exclude = Vec::new();
        for text in written.exclude {
            match AddressPattern::parse(text.get_ref()) {
                Some(pattern) => exclude.push(pattern),
                None => {
                    let message =
                        format!("`{}` is neither a host nor an address", text.get_ref());
                    self.report(text.span(), message).help_with(
                        "write `example.org`, or the beginning of addresses: \
                         `https://example.org/old/`",
                    );
                }
            }
        }
        Links {
            exclude,
            pause: self.seconds(written.pause, 0, DEFAULT_PAUSE),
            timeout: self.seconds(written.timeout, 1, DEFAULT_TIMEOUT),
            max_age: written.max_age.unwrap_or(DEFAULT_MAX_AGE),
        }
    }

    fn seconds(
        &mut self,
        written: Option<Spanned<u32>>,
        least: u32,
        default: u32,
    ) -> u32 {
        let Some(seconds) = written else { return default };
        if !(least..=600).contains(seconds.get_ref()) {
            let message = format!("expected {least} to 600 seconds");
            self.report(seconds.span(), message);
        }
        (*seconds.get_ref()).clamp(least, 600)
    }
}

#[cfg(test)]
mod tests {
    use super::AddressPattern;
    use crate::config::read;
    use crate::text::TextFile;

    #[test]
    fn patterns_cover_hosts_and_beginnings() {
        let check = |pattern: &str, host: &str, address: &str, expected: bool| {
            let pattern = AddressPattern::parse(pattern).unwrap();
            assert_eq!(pattern.covers(host, address), expected, "{pattern:?} {address}");
        };
        check("a.org", "a.org", "https://a.org/", true);
        check("A.org", "www.a.org", "https://www.a.org/", true);
        check("a.org", "aa.org", "https://aa.org/", false);
        check("a.org", "a.org.uk", "https://a.org.uk/", false);
        check("https://a.org/x", "a.org", "https://a.org/x/y", true);
        check("https://a.org/x", "a.org", "http://a.org/x", false);
        check("https://a.org", "a.org.uk", "https://a.org.uk/", false);
        check("*.a.org", "www.a.org", "https://www.a.org/", true);
        check("日本.jp", "xn--wgv71a.jp", "https://xn--wgv71a.jp/", true);
        check("https://a.org/外", "a.org", "https://a.org/%E5%A4%96%E4%BA%A4", true);
        check("[::1]", "[::1]", "http://[::1]:8000/", true);
    }

    #[test]
    fn settings_are_read_or_refused() {
        let check = |lines: &str, expected: &[&str]| {
            let text = format!(
                "title = \"a\"\nbase_url = \"https://a.org/\"\n[links]\n{lines}\n"
            );
            let read = read(&TextFile::decode("site.toml", text.into_bytes()));
            let found = read.diagnostics.iter().map(|found| &*found.message);
            assert_eq!(found.collect::<Vec<_>>(), expected, "{lines}");
        };
        check("exclude = [\"a.org\", \"http://b.org/\"]\npause = 0\nmax_age = 0", &[]);
        check("exclude = [\"a.org/x\"]", &["`a.org/x` is neither a host nor an address"]);
        check(
            "exclude = [\"a.org:80\"]",
            &["`a.org:80` is neither a host nor an address"],
        );
        check("exclude = [\"\"]", &["`` is neither a host nor an address"]);
        check("timeout = 0", &["expected 1 to 600 seconds"]);
        check("pause = 601", &["expected 0 to 600 seconds"]);
        check("exclude = \"a.org\"", &["`exclude` wants a list of texts, found a text"]);
    }
}
