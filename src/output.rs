//! What a build makes: bytes for an address.

use crate::route::Route;

/// One file of the site, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Where it stands in the site.
    pub route: Route,
    /// What it holds.
    pub bytes: Vec<u8>,
}
