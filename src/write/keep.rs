//! What the last build left, kept without being made again.

use super::Writer;
use super::manifest::Entry;
use crate::error::Result;
use crate::fingerprint::{Checksums, Fingerprint};
use crate::route::Route;

impl Writer {
    /// Whether the last build is the one that left the manifest of this fingerprint.
    pub fn follows(&self, manifest: Fingerprint) -> bool {
        self.site.manifest_print() == manifest
    }

    /// Keeps the file that the last build left at the route; says whether it is there as
    /// it was.
    pub fn keep(&self, route: &Route) -> Result<bool> {
        let kept = self.kept(route.clone())?;
        let is_kept = kept.is_some();
        kept.map_or(Ok(()), |entry| self.entries.push(entry))?;
        Ok(is_kept)
    }

    /// Keeps all files that the last build left below a folder, if they are there as they
    /// were.
    pub fn keep_below(&self, folder: &str) -> Result<bool> {
        let routes = self.site.former(folder).filter_map(|route| Route::file(route).ok());
        let kept = routes.map(|route| self.kept(route));
        let kept: Option<Vec<Entry>> = kept.collect::<Result<_>>()?;
        let is_kept = kept.is_some();
        let mut kept = kept.into_iter().flatten();
        kept.try_for_each(|entry| self.entries.push(entry))?;
        Ok(is_kept)
    }

    fn kept(&self, route: Route) -> Result<Option<Entry>> {
        let kept = self.site.kept(route.as_str())?;
        let kept = kept.filter(|(_, checksum)| {
            self.checksums == Checksums::Spared || checksum.is_some()
        });
        Ok(kept.map(|(version, checksum)| Entry { route, version, checksum }))
    }
}
