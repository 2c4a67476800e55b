//! The pages that search engines should have, in files of the size that they take.

use std::ops::Range;

use super::{Archive, Page, Planned};

/// How much one file of a sitemap holds.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many addresses.
    pub pages: usize,
    /// About how many bytes.
    pub bytes: usize,
}

impl Limits {
    /// Those of the sitemap protocol: 50,000 addresses and 50 MiB, of which some are left
    /// because sizes are estimated.
    pub const PROTOCOL: Limits = Limits { pages: 50_000, bytes: 40 << 20 };
}

/// The longest address that the protocol takes has fewer bytes.
const MAX_URL: usize = 2048;
/// What a file has around each address.
const MARKUP: usize = 96;

impl Archive {
    /// Whether search engines should have a page: no former addresses, no lists that are
    /// part of another, nothing that is no page.
    pub fn is_in_sitemap(&self, planned: &Planned) -> bool {
        let is_page = matches!(
            planned.page,
            Page::Home
                | Page::Document(_)
                | Page::Plain(_)
                | Page::Dates
                | Page::Decade(_)
                | Page::Year(_)
                | Page::Month(..)
                | Page::Undated
                | Page::Titles
                | Page::Data
                | Page::Search
                | Page::Taxonomy(_)
                | Page::Term(..)
        );
        is_page && planned.number == 1 && self.url_length(planned) < MAX_URL
    }

    /// Runs of pages that each fit into one file; never none.
    pub fn sitemap_parts(&self, pages: &[Planned], limits: Limits) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let (mut start, mut count, mut bytes) = (0, 0, 0);
        for (at, planned) in pages.iter().enumerate() {
            if !self.is_in_sitemap(planned) {
                continue;
            }
            let size = self.size_in_sitemap(planned);
            if count > 0 && (count >= limits.pages || bytes + size > limits.bytes) {
                parts.push(start..at);
                (start, count, bytes) = (at, 0, 0);
            }
            count += 1;
            bytes += size;
        }
        parts.push(start..pages.len());
        parts
    }

    fn url_length(&self, planned: &Planned) -> usize {
        self.config.base_url.len() + planned.route.href_length()
    }

    /// About how many bytes a page takes: its address, and one for each of its languages.
    fn size_in_sitemap(&self, planned: &Planned) -> usize {
        let languages = match planned.page {
            Page::Document(id) => {
                self.work_of(id).map_or(0, |work| self.work(work).others.len() + 1)
            }
            _ => self.config.languages.len(),
        };
        // One more for readers of any other language.
        let links = if languages > 1 { languages + 1 } else { 0 };
        (self.url_length(planned) + MARKUP) * (links + 1)
    }
}
