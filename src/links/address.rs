//! The address of something on the web.

use std::fmt;

use url::{Host, Url};

use crate::config::AddressPattern;

/// An address as it is asked for: whole, encoded, without its fragment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Url);

impl Address {
    /// Reads an address as browsers do; nothing where it is none of `http` or `https`.
    pub fn read(written: &str) -> Option<Address> {
        let mut url = Url::parse(written.trim()).ok()?;
        url.set_fragment(None);
        let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
        is_web.then_some(Address(url))
    }

    /// Where a redirect from here leads.
    pub(super) fn join(&self, location: &str) -> Option<Address> {
        Address::read(self.0.join(location).ok()?.as_str())
    }

    /// The address as it goes over the wire.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The host, without the port.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The host as something that can be looked up.
    pub(super) fn parsed_host(&self) -> Option<Host<&str>> {
        self.0.host()
    }

    /// The port, be it written or that of the scheme.
    pub(super) fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or_default()
    }

    /// Whether it is a host's first page.
    pub(super) fn is_home(&self) -> bool {
        self.0.path() == "/" && self.0.query().is_none()
    }

    /// Whether it is among what a pattern names.
    pub fn is_of(&self, pattern: &AddressPattern) -> bool {
        pattern.covers(self.host(), self.as_str())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whether a target is meant to lead to another host, however it is written.
pub(super) fn is_meant_for_the_web(target: &str) -> bool {
    let begins = |prefix: &str| {
        target.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    ["http://", "https://", "//"].iter().any(|prefix| begins(prefix))
}

/// The address that a target of a link or a value of front matter means.
pub(super) fn meant(target: &str) -> Option<Address> {
    match target.starts_with("//") {
        true => Address::read(&format!("https:{target}")),
        false => Address::read(target),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_meant_for_the_web, meant};

    #[test]
    fn addresses_are_read_as_browsers_do() {
        let check = |target: &str, expected: Option<&str>| {
            let found = meant(target).map(|address| address.to_string());
            assert_eq!(found.as_deref(), expected, "{target}");
        };
        check("https://a.org", Some("https://a.org/"));
        check("HTTP://A.org:80/x#part", Some("http://a.org/x"));
        check("//a.org/x", Some("https://a.org/x"));
        check("https://日本.jp/外交?a=b c", {
            Some("https://xn--wgv71a.jp/%E5%A4%96%E4%BA%A4?a=b%20c")
        });
        check("https://", None);
        check("https://a b.org/", None);
        check("ftp://a.org/", None);
        check("a.md", None);
    }

    #[test]
    fn what_is_no_address_may_be_meant_as_one() {
        let check = |target: &str, expected| {
            assert_eq!(is_meant_for_the_web(target), expected, "{target}");
        };
        check("https://", true);
        check("Http://a b", true);
        check("//a.org", true);
        check("/a", false);
        check("mailto:a@b.org", false);
        check("日本", false);
    }
}
