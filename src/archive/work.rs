//! Works: what the language versions of a document share.

use std::path::PathBuf;
use std::sync::Arc;

use super::DocumentId;
use crate::date::{Day, Edtf};
use crate::document::Kind;
use crate::route::Route;

/// One id and one address for the language versions of a document.
#[derive(Debug)]
pub struct Work {
    /// Its name in addresses: `2018/20180423-g7-wps`.
    pub name: Box<str>,
    /// The version in its main language.
    pub main: DocumentId,
    /// The other versions, in the order of the site's languages, then of the tags.
    pub others: Vec<DocumentId>,
    /// Its date, from the first version that has one.
    pub date: Option<Edtf>,
    /// The first day of its date, where that is known to the year at least.
    pub first_day: Option<Day>,
    /// Its kind, from the first version that has one.
    pub kind: Option<Kind>,
}

/// A file of the site that is copied as it is.
#[derive(Clone, Debug)]
pub struct SiteFile {
    /// Relative to the site, with `/`.
    pub path: Arc<str>,
    /// Where it lies.
    pub disk: PathBuf,
    /// Where it is served.
    pub route: Route,
    /// Size in bytes.
    pub size: u64,
    /// Width and height in pixels, for images.
    pub dimensions: Option<(u32, u32)>,
}
