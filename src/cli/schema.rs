//! `chancery schema`: what editors and programs check files against.

use super::Outcome;
use super::arguments::{Schema, SchemaOf};
use super::report;
use crate::config;
use crate::error::Result;
use crate::parse;

/// That of front matter.
pub(super) const FRONT_MATTER: &str = parse::JSON_SCHEMA;
/// That of `site.toml`.
pub(super) const SITE: &str = config::JSON_SCHEMA;

pub(super) fn run(schema: &Schema) -> Result<Outcome> {
    let text = match schema.of {
        SchemaOf::FrontMatter => FRONT_MATTER,
        SchemaOf::Site => SITE,
    };
    report::say(text.as_bytes())?;
    Ok(Outcome::Done)
}
