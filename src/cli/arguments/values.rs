//! Values on the command line, each read or refused in plain words.

use std::time::Duration;

use crate::config::AddressPattern;
use crate::date::Edtf;
use crate::document::Kind;
use crate::import::Format;
use crate::language::Language;
use crate::pipeline::Shard;
use crate::slug::slug;
use crate::spelling;

pub(super) fn format(text: &str) -> Result<Format, String> {
    let names = || Format::ALL.iter().map(|format| format.name());
    Format::parse(text).ok_or_else(|| match spelling::closest(text, names()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("expected one of {}", names().collect::<Vec<_>>().join(", ")),
    })
}

pub(super) fn kind(text: &str) -> Result<Kind, String> {
    let names = || Kind::ALL.iter().map(|kind| kind.name());
    Kind::parse(text).ok_or_else(|| match spelling::closest(text, names()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("expected one of {}", names().collect::<Vec<_>>().join(", ")),
    })
}

pub(super) fn language(text: &str) -> Result<Language, String> {
    let expected = || "expected a BCP 47 tag such as `en`, `ja` or `zh-Hant`".to_owned();
    Language::parse(text).ok_or_else(expected)
}

pub(super) fn date(text: &str) -> Result<Edtf, String> {
    Edtf::parse(text).map_err(|error| error.message)
}

/// A title stands on one line, and a file can be named after it.
pub(super) fn title(text: &str) -> Result<String, String> {
    let is_line = !text.contains(char::is_control);
    match slug(text).is_empty() {
        false if is_line => Ok(text.trim().to_owned()),
        _ => Err("expected a line with a letter or a digit".to_owned()),
    }
}

pub(super) fn address_pattern(text: &str) -> Result<AddressPattern, String> {
    let expected = || {
        "expected a host such as `example.org`, or the beginning of addresses such as \
         `https://example.org/old/`"
            .to_owned()
    };
    AddressPattern::parse(text).ok_or_else(expected)
}

pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().and_then(|s| Duration::try_from_secs_f64(s).ok());
    let most = Duration::from_secs(24 * 60 * 60);
    let seconds = seconds.filter(|seconds| *seconds <= most);
    seconds.ok_or_else(|| "expected seconds such as `20` or `0.5`".to_owned())
}

/// More than none.
pub(super) fn some_seconds(text: &str) -> Result<Duration, String> {
    match seconds(text)? {
        Duration::ZERO => Err("nothing comes in no time".to_owned()),
        seconds => Ok(seconds),
    }
}

pub(super) fn jobs(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(number @ 1..=1024) => Ok(number),
        _ => Err("expected a number from 1 to 1024".to_owned()),
    }
}

pub(super) fn shard(text: &str) -> Result<Shard, String> {
    let expected = "expected a part and how many there are, such as `2/4`";
    Shard::parse(text).ok_or_else(|| expected.to_owned())
}

pub(super) fn web_address(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or(text.strip_prefix("http://"));
    let is_plain = !text.contains(['?', '#', '"', '<', '>', '\\'])
        && !text.contains(char::is_whitespace);
    match rest {
        Some(rest) if !rest.is_empty() && is_plain => Ok(text.to_owned()),
        _ => Err("expected a web address such as `https://user.github.io/repo/`".into()),
    }
}
