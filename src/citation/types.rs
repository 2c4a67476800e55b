//! What sort of item other programs take a document for.
//!
//! Tried against Zotero's translators: RIS `GEN` and `UNPB` would come in as journal
//! articles, and so would a page that tells no type.

use super::Record;
use crate::document::Kind;

/// The names of one sort of document in the formats that travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Types {
    /// CSL 1.0.2 `type`.
    pub csl: &'static str,
    /// RIS `TY`.
    pub ris: &'static str,
    /// Zotero's `itemType`.
    pub zotero: &'static str,
    /// The type of schema.org.
    pub schema_org: &'static str,
    /// schema.org `legislationType`.
    pub legislation: Option<&'static str>,
}

const DIGITAL: &str = "DigitalDocument";
const LEGISLATION: &str = "Legislation";

impl Types {
    /// The names for a kind; a document of no kind is some document.
    pub fn of(kind: Option<Kind>) -> Types {
        let (csl, ris, zotero) = item(kind.unwrap_or(Kind::Other));
        let (schema_org, legislation) = match kind {
            Some(Kind::Report | Kind::Memorandum) => ("Report", None),
            Some(Kind::Treaty) => (LEGISLATION, Some("Treaty")),
            Some(Kind::Law | Kind::Resolution) => (LEGISLATION, None),
            _ => (DIGITAL, None),
        };
        Types { csl, ris, zotero, schema_org, legislation }
    }
}

/// CSL, RIS, Zotero.
fn item(kind: Kind) -> (&'static str, &'static str, &'static str) {
    match kind {
        Kind::Communique
        | Kind::JointStatement
        | Kind::PressRelease
        | Kind::Memorandum
        | Kind::Report
        | Kind::Resolution => ("report", "RPRT", "report"),
        Kind::Speech | Kind::Statement | Kind::PressConference => {
            ("speech", "SLIDE", "presentation")
        }
        Kind::Letter | Kind::Telegram | Kind::ExchangeOfNotes => {
            ("personal_communication", "PCOMM", "letter")
        }
        Kind::Treaty => ("treaty", "RPRT", "document"),
        Kind::Law => ("legislation", "STAT", "statute"),
        Kind::Other => ("document", "RPRT", "document"),
    }
}

impl Record<'_> {
    /// What other programs take it for.
    pub fn types(&self) -> Types {
        Types::of(self.kind)
    }

    /// The type of BibTeX's entry; a `techreport` must have an institution.
    pub fn bibtex_type(&self) -> &'static str {
        let has_institution = !self.issuers.is_empty() || self.publisher.is_some();
        let is_report = self.types().csl == "report";
        if is_report && has_institution { "techreport" } else { "misc" }
    }
}

#[cfg(test)]
mod tests {
    use super::Types;
    use crate::document::Kind;

    #[test]
    fn every_kind_has_its_types() {
        let check = |kind, expected: [&str; 4]| {
            let types = Types::of(kind);
            let found = [types.csl, types.ris, types.zotero, types.schema_org];
            assert_eq!(found, expected, "{kind:?}");
        };
        let check_all = |kinds: &[Kind], expected| {
            for &kind in kinds {
                check(Some(kind), expected);
            }
        };
        let report = |schema_org| ["report", "RPRT", "report", schema_org];
        check_all(
            &[Kind::Communique, Kind::JointStatement, Kind::PressRelease],
            report("DigitalDocument"),
        );
        check_all(&[Kind::Memorandum, Kind::Report], report("Report"));
        check_all(&[Kind::Resolution], report("Legislation"));
        check_all(
            &[Kind::Speech, Kind::Statement, Kind::PressConference],
            ["speech", "SLIDE", "presentation", "DigitalDocument"],
        );
        check_all(
            &[Kind::Letter, Kind::Telegram, Kind::ExchangeOfNotes],
            ["personal_communication", "PCOMM", "letter", "DigitalDocument"],
        );
        check_all(&[Kind::Treaty], ["treaty", "RPRT", "document", "Legislation"]);
        check_all(&[Kind::Law], ["legislation", "STAT", "statute", "Legislation"]);
        let other = ["document", "RPRT", "document", "DigitalDocument"];
        check_all(&[Kind::Other], other);
        check(None, other);
        assert_eq!(Types::of(Some(Kind::Treaty)).legislation, Some("Treaty"));
    }
}
