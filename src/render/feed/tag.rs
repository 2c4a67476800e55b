//! Names that stay the same for ever: tag URIs (RFC 4151).

use crate::archive::Event;
use crate::config::Config;
use crate::language::Language;
use crate::route::encode;

/// The day on which the site's host was its owner's; the same in every build, or names
/// would change.
const DATE: &str = "2026-01-01";

/// What every name begins with.
pub(super) struct Tags(String);

impl Tags {
    pub(super) fn new(config: &Config) -> Tags {
        let rest = config.base_url.split_once("://").map_or("", |(_, rest)| rest);
        let authority = rest.split('/').next().unwrap_or_default();
        Tags(format!("tag:{},{DATE}:{}", host(authority), encode(&config.base_path)))
    }

    /// A text: by its work and its language, whatever its title.
    pub(super) fn text(&self, work: &str, language: &Language) -> String {
        self.name(&format!("documents/{work}/{language}"))
    }

    /// Something that happened to a text.
    pub(super) fn event(&self, event: Event, word: &str, text: &str) -> String {
        let text = text.strip_prefix(&self.0).unwrap_or(text);
        format!("{}changes/{word}/{}/{text}", self.0, encode(&event.moment.to_string()))
    }

    /// Anything else, by its path.
    pub(super) fn name(&self, path: &str) -> String {
        format!("{}{}", self.0, encode(path))
    }
}

/// The name of the host without user and port, as far as a tag can have it.
fn host(authority: &str) -> String {
    let named = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let named = match named.rsplit_once(':') {
        Some((host, port)) if is_port(port) => host,
        _ => named,
    };
    let is_kept = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    named.to_ascii_lowercase().chars().filter(is_kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextFile;

    #[test]
    fn names_of_texts() {
        let check = |base: &str, work: &str, expected: &str| {
            let settings = format!("title = \"A\"\nbase_url = \"{base}\"\n");
            let file = TextFile::decode("site.toml", settings.into_bytes());
            let config = crate::config::read(&file).value.unwrap();
            let language = Language::parse("ja").unwrap();
            assert_eq!(Tags::new(&config).text(work, &language), expected);
        };
        check(
            "https://example.org/archive/",
            "2018/a",
            "tag:example.org,2026-01-01:/archive/documents/2018/a/ja",
        );
        check(
            "https://X.org",
            "平和",
            "tag:x.org,2026-01-01:/documents/%E5%B9%B3%E5%92%8C/ja",
        );
        check("http://me@h:8000", "a b", "tag:h,2026-01-01:/documents/a%20b/ja");
        check("http://[::1]:80/a", "x", "tag:1,2026-01-01:/a/documents/x/ja");
    }
}
