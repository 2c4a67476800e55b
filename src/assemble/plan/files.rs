//! Files that are copied as they are, and where to.

use std::path::PathBuf;
use std::sync::Arc;

use crate::archive::SiteFile;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::route::Route;
use crate::text::Span;

/// A file that is to be copied.
#[derive(Clone, Debug)]
pub struct Copied {
    /// Relative to the site.
    pub path: Arc<str>,
    /// Where it lies.
    pub disk: PathBuf,
    /// Where it is to be served.
    pub target: String,
    /// Size in bytes.
    pub size: u64,
    /// Width and height in pixels, for images.
    pub dimensions: Option<(u32, u32)>,
}

/// Gives each file its route; a name that no address can have is reported.
pub(in crate::assemble) fn site_files(
    files: Vec<Copied>,
    config: &Config,
    found: &mut Vec<Diagnostic>,
) -> Vec<SiteFile> {
    let mut routed = Vec::with_capacity(files.len());
    for file in files {
        match Route::file(&file.target) {
            Ok(route) => routed.push(SiteFile {
                path: file.path,
                disk: file.disk,
                route,
                size: file.size,
                dimensions: file.dimensions,
            }),
            Err(error) => {
                let message = format!("the name cannot be part of an address: {error}");
                let path = file.path;
                found.push(
                    Diagnostic::new(Code::InvalidPath, &path, Span::default(), message)
                        .help(format!(
                            "rename it, or move it out of `{}/`",
                            config.content
                        )),
                );
            }
        }
    }
    routed.sort_by(|a, b| a.path.cmp(&b.path));
    routed
}
