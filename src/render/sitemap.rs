//! What crawlers are told: the pages of the site (sitemaps.org protocol 0.9) and
//! `robots.txt` (RFC 9309).

use super::xml::Xml;
use crate::archive::{Archive, Limits, Page, Planned};
use crate::date::Day;

const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A file of the sitemap: part 0 has all pages, or names the other parts where one file
/// cannot have them all.
pub fn file(archive: &Archive, part: usize, limits: Limits) -> Vec<u8> {
    let pages = &archive.plan.pages;
    let parts = archive.sitemap_parts(pages, limits);
    let parts = parts.into_iter().map(|range| pages.get(range).unwrap_or_default());
    let parts: Vec<&[Planned]> = parts.collect();
    match (part.checked_sub(1), parts.as_slice()) {
        (None, [pages]) => addresses(archive, pages),
        (None, parts) => index(archive, parts),
        (Some(at), parts) => {
            addresses(archive, parts.get(at).copied().unwrap_or_default())
        }
    }
}

/// Everything may be read; where the sitemap is.
pub fn robots(archive: &Archive) -> Vec<u8> {
    let sitemap = archive.url("sitemap.xml");
    format!("User-agent: *\nDisallow:\n\nSitemap: {sitemap}\n").into_bytes()
}

fn index(archive: &Archive, parts: &[&[Planned]]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("sitemapindex", &[("xmlns", SITEMAP)]);
    for (at, pages) in parts.iter().enumerate() {
        let changed = pages.iter().filter_map(|planned| changed(archive, planned)).max();
        xml.open("sitemap", &[]);
        xml.text("loc", &[], &archive.url(&format!("sitemap-{}.xml", at + 1)));
        last_changed(changed, &mut xml);
        xml.close("sitemap");
    }
    xml.close("sitemapindex");
    xml.into_bytes()
}

fn addresses(archive: &Archive, pages: &[Planned]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("urlset", &[("xmlns", SITEMAP), ("xmlns:xhtml", XHTML)]);
    for planned in pages.iter().filter(|planned| archive.is_in_sitemap(planned)) {
        let url = format!("{}{}", archive.config.base_url, planned.route.href());
        xml.open("url", &[]);
        xml.text("loc", &[], &url);
        last_changed(changed(archive, planned), &mut xml);
        languages(archive, planned, &mut xml);
        xml.close("url");
    }
    xml.close("urlset");
    xml.into_bytes()
}

/// The page in every language, itself included, as its head has them.
fn languages(archive: &Archive, planned: &Planned, xml: &mut Xml) {
    let alternates = archive.alternates(planned);
    let Some((_, first)) = alternates.first().filter(|_| alternates.len() > 1) else {
        return;
    };
    let each = alternates.iter().map(|(language, path)| (language.as_str(), path));
    for (language, path) in each.chain([("x-default", first)]) {
        let url = archive.url(path);
        let attributes = [("rel", "alternate"), ("hreflang", language), ("href", &url)];
        xml.empty("xhtml:link", &attributes);
    }
}

fn changed(archive: &Archive, planned: &Planned) -> Option<Day> {
    match planned.page {
        Page::Document(id) => archive.document(id).changed(),
        _ => None,
    }
}

fn last_changed(day: Option<Day>, xml: &mut Xml) {
    if let Some(day) = day {
        xml.text("lastmod", &[], &day.to_string());
    }
}
