//! A finished text read and written again as a browser would read it.
//!
//! Tags and attributes were sifted before; this sees to it that elements stand only
//! where the standard wants them, and that nothing harmful gets past a mistake there.

use std::collections::{HashMap, HashSet};

use ammonia::{Builder, UrlRelative};

use super::raw::names;

/// Stands for `&`, so that character references pass as they are: reading one costs as
/// much as the text before it is long. A noncharacter, which no finished text has.
const AMPERSAND: &str = "\u{FDD0}";

/// The HTML, valid and harmless.
pub(super) fn sanitise(html: &str) -> String {
    let html = html.replace('&', AMPERSAND);
    let builder = builder();
    builder.clean(&html).to_string().replace(AMPERSAND, "&")
}

fn builder() -> Builder<'static> {
    let mut builder = Builder::empty();
    builder
        .tags(names().chain(["input"]).collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .generic_attributes(HashSet::from(ANYWHERE))
        .tag_attributes(attributes())
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "ftp"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    builder
}

const ANYWHERE: [&str; 8] =
    ["aria-label", "class", "dir", "id", "lang", "role", "tabindex", "title"];

fn attributes() -> HashMap<&'static str, HashSet<&'static str>> {
    HashMap::from([
        ("a", HashSet::from(["href"])),
        ("blockquote", HashSet::from(["cite"])),
        ("col", HashSet::from(["span"])),
        ("colgroup", HashSet::from(["span"])),
        ("del", HashSet::from(["cite", "datetime"])),
        ("details", HashSet::from(["open"])),
        ("img", HashSet::from(["alt", "decoding", "height", "loading", "src", "width"])),
        ("input", HashSet::from(["checked", "disabled", "type"])),
        ("ins", HashSet::from(["cite", "datetime"])),
        ("li", HashSet::from(["value"])),
        ("ol", HashSet::from(["reversed", "start"])),
        ("q", HashSet::from(["cite"])),
        ("td", HashSet::from(["colspan", "rowspan"])),
        ("th", HashSet::from(["colspan", "rowspan", "scope"])),
        ("time", HashSet::from(["datetime"])),
    ])
}
