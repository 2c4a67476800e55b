//! Which findings a site wants to hear of, and how gravely.

use crate::diagnostic::{Code, Diagnostic, Level, Severity};

/// Levels that differ from the codes' defaults.
#[derive(Clone, Debug, Default)]
pub struct Lints(Vec<(Code, Level)>);

impl Lints {
    /// Sets a code's level; the last setting counts.
    pub fn set(&mut self, code: Code, level: Level) {
        self.0.retain(|(known, _)| *known != code);
        self.0.push((code, level));
    }

    /// The level that the site set, if it did.
    pub fn level(&self, code: Code) -> Option<Level> {
        self.0.iter().find(|(known, _)| *known == code).map(|(_, level)| *level)
    }

    /// Drops what the site allows and gives the rest the gravity that the site wants.
    pub fn apply(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        diagnostics.into_iter().filter_map(|found| self.judge(found)).collect()
    }

    fn judge(&self, mut found: Diagnostic) -> Option<Diagnostic> {
        match (self.level(found.code), found.code.level()) {
            (Some(Level::Allow), _) | (None, Level::Allow) => return None,
            (Some(Level::Warn), _) => found.severity = Severity::Warning,
            (Some(Level::Deny), _) => found.severity = Severity::Error,
            // Whoever found it may know better than the name's own gravity.
            (None, _) => {}
        }
        Some(found)
    }
}
