//! `chancery explain`: the manual's page on a kind of finding.

use include_dir::{Dir, include_dir};

use super::Outcome;
use super::arguments::Explain;
use super::report;
use crate::diagnostic::{Code, Level};
use crate::error::Result;
use crate::spelling;

/// A page for each kind of finding, part of the program.
static PAGES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/docs/diagnostics");

pub(super) fn run(explain: &Explain) -> Result<Outcome> {
    let Some(name) = &explain.name else {
        report::say(list().as_bytes())?;
        return Ok(Outcome::Done);
    };
    let name = name.trim().to_lowercase().replace(['_', ' '], "-");
    if let Some(page) = PAGES.get_file(format!("{name}.md")) {
        report::say(page.contents())?;
        return Ok(Outcome::Done);
    }
    report::talk(&format!("error: there is no finding called `{name}`"));
    let names = Code::ALL.iter().map(|code| code.name());
    report::talk(&match spelling::closest(&name, names) {
        Some(meant) => format!("help: did you mean `{meant}`?"),
        None => "help: `chancery explain` lists them all".to_owned(),
    });
    Ok(Outcome::Usage)
}

/// Every kind on a line: its name, its level, what it finds.
fn list() -> String {
    let widest = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or(0);
    let lines = Code::ALL.iter().map(|code| {
        let level = match (code.level(), code.is_configurable()) {
            (_, false) => "always",
            (Level::Deny, _) => "error",
            (Level::Warn, _) => "warning",
            (Level::Allow, _) => "off",
        };
        format!("{:widest$}  {level:7}  {}\n", code.name(), code.summary())
    });
    lines.collect()
}
