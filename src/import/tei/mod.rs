//! TEI: editions in XML (Text Encoding Initiative, P5). A volume of documents becomes a
//! draft for each; any other text is one document.

mod split;
mod volume;
mod facts;
mod blocks;
mod inline;
mod xml;

use super::draft::Draft;
use super::format::{Foreign, Importer};
use crate::diagnostic::Diagnostic;
use split::units;
use volume::Volume;

pub(super) use xml::{is_xml, root};

/// The importer of TEI.
pub(super) struct Tei;

impl Importer for Tei {
    fn recognises(&self, foreign: &Foreign<'_>) -> bool {
        let text = foreign.file.text.trim_start();
        is_xml(text) && root(text).is_some_and(|name| name == "TEI" || name == "TEI.2")
    }

    fn read(&self, foreign: &Foreign<'_>, found: &mut Vec<Diagnostic>) -> Vec<Draft> {
        let tree = match xml::parse(foreign.file) {
            Ok(tree) => tree,
            Err(finding) => {
                found.push(*finding);
                return Vec::new();
            }
        };
        let units = units(tree.root_element());
        let volume = Volume::of(&tree, &units, foreign);
        let drafts = units.iter().enumerate().map(|(at, unit)| {
            let mut draft = Draft::default();
            facts::facts(&mut draft, unit, &volume, found);
            blocks::text(&mut draft, unit, &volume, at);
            volume.language(&mut draft, unit);
            draft.name = Some(volume.name(unit));
            draft
        });
        drafts.collect()
    }
}
