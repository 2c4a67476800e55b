//! Says what was found.

#![expect(clippy::print_stderr, reason = "this is the room for it")]

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;

use super::arguments::{Color, Shared};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity, Sources, Terminal, terminal};
use crate::error::{Error, Result};
use crate::pipeline::{self, Order, Report};

/// How to say it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Talk {
    pub(super) terminal: Terminal,
    is_quiet: bool,
}

impl Talk {
    /// On standard error.
    pub(super) fn of(shared: &Shared) -> Talk {
        Talk::on(shared, &std::io::stderr())
    }

    /// On standard output.
    pub(super) fn of_result(shared: &Shared) -> Talk {
        Talk::on(shared, &std::io::stdout())
    }

    fn on(shared: &Shared, place: &impl IsTerminal) -> Talk {
        let is_styled = match shared.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => place.is_terminal() && !no_color(),
        };
        let terminal = if is_styled { Terminal::Styled } else { Terminal::Plain };
        Talk { terminal, is_quiet: shared.quiet }
    }

    /// Says one line that is no finding.
    pub(super) fn talk(self, line: &str) {
        if !self.is_quiet {
            talk(line);
        }
    }
}

/// <https://no-color.org>: any value but the empty one.
#[expect(clippy::disallowed_methods, reason = "the command line reads the environment")]
fn no_color() -> bool {
    std::env::var("NO_COLOR").is_ok_and(|value| !value.is_empty())
}

/// Says one line.
pub(super) fn talk(line: &str) {
    eprintln!("{line}");
}

/// Gives one line of what was asked for; where standard output is closed, nobody asks.
pub(super) fn result(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Writes to standard output; who reads it may stop when it has enough.
pub(super) fn say(bytes: &[u8]) -> Result<()> {
    let mut output = std::io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Error::io("write to", Path::new("standard output"), error))
        }
        _ => Ok(()),
    }
}

/// The site's settings; where they have mistakes, these are said.
pub(super) fn settings(shared: &Shared) -> Result<Option<Config>> {
    let order = Order { site: shared.site.clone(), ..Order::default() };
    let mut report = Report::default();
    let config = pipeline::settings(&order, &mut report)?;
    if config.is_none() {
        findings(&report.sorted().diagnostics, &order.site, Talk::of(shared));
    }
    Ok(config)
}

/// Says every finding about the site; warnings are left out where quiet is wanted.
pub(super) fn findings(diagnostics: &[Diagnostic], site: &Path, how: Talk) {
    findings_in(diagnostics, &mut Sources::new(|path| pipeline::shown(site, path)), how);
}

/// Says every finding about texts that lie elsewhere.
pub(super) fn findings_in(
    diagnostics: &[Diagnostic],
    sources: &mut Sources<'_>,
    how: Talk,
) {
    for found in diagnostics {
        if how.is_quiet && found.severity == Severity::Warning {
            continue;
        }
        eprintln!("{}\n", terminal(found, sources, how.terminal));
    }
}

/// `1 document`, `2 documents`.
pub(super) fn many(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// Errors and warnings.
pub(super) fn count(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    (errors, diagnostics.len() - errors)
}

/// `2 errors, 1 warning`.
pub(super) fn counted(errors: usize, warnings: usize) -> String {
    let noun = |count: usize, noun: &str| (count > 0).then(|| many(count, noun));
    let parts = [noun(errors, "error"), noun(warnings, "warning")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
