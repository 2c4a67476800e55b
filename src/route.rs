//! Addresses inside the site.

use std::fmt;
use std::sync::Arc;

/// The address of one file of the site, relative to the site's root: `about/index.html`.
///
/// Segments are joined by `/`; none is empty, `.`, `..` or has a character that some file
/// system refuses, so that no route leaves the output folder. Characters stand for
/// themselves here and are percent-encoded in [`Route::href`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Arc<str>);

impl Route {
    /// A route to a file, or why the path cannot be one.
    pub fn file(path: &str) -> Result<Route, RouteError> {
        let path = path.trim_start_matches('/');
        path.split('/').try_for_each(check_segment)?;
        if path.len() > MAX_PATH_BYTES {
            return Err(RouteError::TooLong);
        }
        Ok(Route(path.into()))
    }

    /// A route to the page of a folder: `topics/peace` gives `topics/peace/index.html`.
    pub fn page(folder: &str) -> Result<Route, RouteError> {
        let folder = folder.trim_matches('/');
        if folder.is_empty() {
            return Route::file(INDEX);
        }
        Route::file(&format!("{folder}/{INDEX}"))
    }

    /// A route to another file in its folder: `cite.ris` beside `documents/a/index.html`.
    pub fn beside(&self, name: &str) -> Result<Route, RouteError> {
        match self.0.rsplit_once('/') {
            Some((folder, _)) => Route::file(&format!("{folder}/{name}")),
            None => Route::file(name),
        }
    }

    /// The path of the file in the output folder, with `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address a reader sees: percent-encoded, without `index.html`.
    pub fn href(&self) -> String {
        encode(self.seen())
    }

    /// How many bytes that has.
    pub fn href_length(&self) -> usize {
        self.seen().bytes().map(|byte| if stands_for_itself(byte) { 1 } else { 3 }).sum()
    }

    /// What of the path readers see.
    fn seen(&self) -> &str {
        self.0.strip_suffix(INDEX).filter(is_folder).unwrap_or(&self.0)
    }
}

/// Whether readers can fetch the file at a route: `.nojekyll` speaks to the host alone,
/// which need not hand it on.
pub fn is_served(route: &str) -> bool {
    route != ".nojekyll"
}

fn is_folder(path: &&str) -> bool {
    path.is_empty() || path.ends_with('/')
}

const INDEX: &str = "index.html";

/// Common file systems' limit on a name, in bytes.
const MAX_SEGMENT_BYTES: usize = 255;
/// Leaves room for the output folder's own path under Linux' 4,096 bytes.
const MAX_PATH_BYTES: usize = 2048;

/// Why a path cannot be a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RouteError {
    /// A segment is empty.
    Empty,
    /// A segment is `.` or `..`, or begins with a dot or ends with a dot or a space.
    Dots,
    /// A segment has a character that some file system refuses.
    Character(char),
    /// A segment has more than 255 bytes, or the whole more than 2,048.
    TooLong,
}

impl fmt::Display for RouteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RouteError::Empty => f.write_str("a part between slashes is empty"),
            RouteError::Dots => {
                f.write_str("a part begins with a dot, or ends with a dot or a space")
            }
            RouteError::Character(c) => {
                write!(f, "`{}` cannot be part of a file name", c.escape_default())
            }
            RouteError::TooLong => {
                f.write_str("it is too long: 255 bytes a part, 2,048 in all")
            }
        }
    }
}

fn check_segment(segment: &str) -> Result<(), RouteError> {
    if segment.is_empty() {
        return Err(RouteError::Empty);
    }
    if segment.starts_with('.') && segment != ".nojekyll" && segment != ".well-known" {
        return Err(RouteError::Dots);
    }
    if segment.ends_with(['.', ' ']) || segment.starts_with(' ') {
        return Err(RouteError::Dots);
    }
    if let Some(c) = segment.chars().find(|&c| is_refused(c)) {
        return Err(RouteError::Character(c));
    }
    if segment.len() > MAX_SEGMENT_BYTES {
        return Err(RouteError::TooLong);
    }
    Ok(())
}

fn is_refused(c: char) -> bool {
    c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

/// Percent-encodes everything that RFC 3986 does not let stand in a path.
pub fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    push_encoded(path, &mut encoded);
    encoded
}

/// Appends what [`encode`] gives.
pub fn push_encoded(path: &str, out: &mut String) {
    let mut rest = path;
    while let Some(at) = rest.bytes().position(|byte| !stands_for_itself(byte)) {
        let (plain, after) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = after.chars();
        for byte in characters.next().unwrap_or_default().encode_utf8(&mut [0; 4]).bytes()
        {
            out.push('%');
            for nibble in [byte >> 4, byte & 15] {
                let digit = char::from_digit(u32::from(nibble), 16).unwrap_or('0');
                out.push(digit.to_ascii_uppercase());
            }
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
}

/// Whether a byte of a path is written as it is: RFC 3986's `pchar` and the slash.
#[inline]
fn stands_for_itself(byte: u8) -> bool {
    PLAIN.get(usize::from(byte)) == Some(&true)
}

/// By byte, looked up because every address of every page is read through.
#[expect(clippy::indexing_slicing, reason = "what stands outside would not compile")]
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut signs: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\
        0123456789-._~!$&'()*+,;=@/:";
    while let [sign, rest @ ..] = signs {
        plain[*sign as usize] = true;
        signs = rest;
    }
    plain
};

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Route({})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_the_site() {
        let check = |path, error| assert_eq!(Route::file(path), Err(error), "{path}");
        check("../x", RouteError::Dots);
        check("a/../../x", RouteError::Dots);
        check("a//b", RouteError::Empty);
        check("a\\..\\b", RouteError::Character('\\'));
        check("c:/x", RouteError::Character(':'));
        check("", RouteError::Empty);
        check(".git/config", RouteError::Dots);
        check(&"a".repeat(256), RouteError::TooLong);
    }

    #[test]
    fn files_lie_beside_others() {
        let check = |path, name, beside: &str| {
            let route = Route::file(path).unwrap().beside(name).unwrap();
            assert_eq!(route.as_str(), beside);
        };
        check("documents/a/index.html", "cite.ris", "documents/a/cite.ris");
        check("index.html", "cite.ris", "cite.ris");
    }

    #[test]
    fn addresses_are_encoded() {
        let check = |folder, href| assert_eq!(Route::page(folder).unwrap().href(), href);
        check("", "");
        check("topics/平和", "topics/%E5%B9%B3%E5%92%8C/");
        check("documents/a b", "documents/a%20b/");
        assert_eq!(Route::file("a/index.txt").unwrap().href(), "a/index.txt");
        assert_eq!(Route::file("myindex.html").unwrap().href(), "myindex.html");
    }
}
