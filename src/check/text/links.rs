//! Links that serve no reader.

use super::Text;
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn empty(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let empty = text.outline.links.iter().filter(|link| !link.has_words);
    found.extend(empty.map(|link| {
        let message = format!("the link to `{}` has no words", link.target);
        text.found(Code::EmptyLink, link.span, message)
            .help("write between the brackets what readers will find there")
    }));
}

pub(super) fn localhost(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let own = text.outline.links.iter().filter(|link| is_local(&link.target));
    found.extend(own.map(|link| {
        let message =
            format!("`{}` leads to the machine of whoever reads it", link.target);
        text.found(Code::LocalhostLink, link.span, message)
            .help("links to documents are relative paths of their files")
    }));
}

fn is_local(target: &str) -> bool {
    let Some((_, rest)) = target.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    matches!(name, "localhost" | "127.0.0.1" | "0.0.0.0") || host.starts_with("[::1]")
}

pub(super) fn absolute(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let base = without_scheme(&text.site.archive.config.base_url);
    let is_own = |target: &str| {
        let target = without_scheme(target);
        target != base && target.starts_with(base)
    };
    let own = text.outline.links.iter().filter(|link| is_own(&link.target));
    found.extend(own.map(|link| {
        let message = format!("`{}` names the site's own address", link.target);
        text.found(Code::AbsoluteLink, link.span, message).help(
            "link to the document's file, such as `../2018/name.md`: such links are \
             checked, and hold wherever the site is served",
        )
    }));
}

fn without_scheme(address: &str) -> &str {
    let rest = address.strip_prefix("https://").or(address.strip_prefix("http://"));
    rest.unwrap_or(address)
}

pub(super) fn tracking(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    for link in &text.outline.links {
        if let Some(part) = tracker(&link.target) {
            let message = format!("`{part}` in the address of a link counts readers");
            let help = "take it out: the address leads there without it";
            found.push(text.found(Code::TrackingAddress, link.span, message).help(help));
        }
    }
}

/// The part of an address that says by which way a reader came.
pub(in crate::check) fn tracker(address: &str) -> Option<&str> {
    const NAMES: &[&str] = &["fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid"];
    let (_, query) = address.split_once('?')?;
    let query = query.split('#').next()?;
    query.split('&').find(|part| {
        let name = part.split('=').next().unwrap_or_default();
        name.starts_with("utm_") || NAMES.contains(&name)
    })
}
