//! `chancery import`: foreign texts become documents, and what was understood of them is
//! said field by field.

mod gather;
mod word;
mod site;
mod place;
mod places;
mod show;
mod json;

use super::Outcome;
use super::arguments::{Import as Wanted, Shared};
use super::report::{self, Talk};
use crate::diagnostic::{Checked, Diagnostic, Sources};
use crate::error::Result;
use crate::import::{self, Draft, Import};
use gather::{Gathered, Input, gather};
use place::{Fate, Placed, placed};
use site::Site;

/// A file with what was found in it.
struct Read {
    name: String,
    import: Option<Import>,
    found: Vec<Diagnostic>,
}

/// What a run came to.
#[derive(Default)]
struct Tally {
    written: usize,
    planned: usize,
    kept: usize,
    files: usize,
    errors: usize,
    warnings: usize,
}

pub(super) fn run(wanted: &Wanted, shared: &Shared) -> Result<Outcome> {
    let Some(site) = Site::of(wanted, shared)? else { return Ok(Outcome::Findings) };
    let Gathered { inputs, left_alone } = gather(&wanted.files)?;
    let read: Vec<Read> = inputs.into_iter().map(|input| read(input, wanted)).collect();
    let all = placed(&read, wanted, &site)?;
    let mut tally = Tally { files: read.len(), ..Tally::default() };
    let mut rest = all.as_slice();
    for read in &read {
        let count = read.drafts().len();
        let (mine, others) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        rest = others;
        let found = mine.iter().filter_map(|placed| placed.finding.clone());
        let found = site.judged(read.found.iter().cloned().chain(found).collect());
        say(read, mine, &found, (wanted, shared));
        tally.add(mine, &found);
    }
    if !shared.quiet {
        for name in left_alone {
            report::talk(&format!("left alone: {name}"));
        }
        report::talk(&tally.line());
    }
    Ok(if tally.errors > 0 { Outcome::Findings } else { Outcome::Done })
}

fn read(input: Input, wanted: &Wanted) -> Read {
    let Input { name, bytes } = input;
    let page = match import::is_office_file(&bytes) {
        true => match word::page(&name, &bytes) {
            Ok(page) => page,
            Err(finding) => return Read { name, import: None, found: vec![*finding] },
        },
        false => bytes,
    };
    let Checked { value: import, diagnostics: found } =
        import::read(&name, &page, wanted.format);
    Read { name, import, found }
}

impl Read {
    fn drafts(&self) -> &[Draft] {
        self.import.as_ref().map_or(&[], |import| &import.drafts)
    }
}

/// Says what was understood of a file, then what was found in it.
fn say(
    read: &Read,
    placed: &[Placed<'_>],
    found: &[Diagnostic],
    (wanted, shared): (&Wanted, &Shared),
) {
    if let Some(import) = &read.import {
        if wanted.json {
            json::say(import, placed, found);
        } else if !shared.quiet {
            show::say(import, placed);
        }
    }
    if wanted.json && read.import.is_some() {
        return;
    }
    let text = |_: &str| read.import.as_ref().map(|import| import.file.text.clone());
    report::findings_in(found, &mut Sources::new(text), Talk::of(shared));
}

impl Tally {
    fn add(&mut self, placed: &[Placed<'_>], found: &[Diagnostic]) {
        for placed in placed {
            *match placed.fate {
                Fate::Written => &mut self.written,
                Fate::Planned => &mut self.planned,
                Fate::Kept => &mut self.kept,
            } += 1;
        }
        let (errors, warnings) = report::count(found);
        self.errors += errors;
        self.warnings += warnings;
    }

    /// `2 documents written from 2 files; 1 warning`.
    fn line(&self) -> String {
        let count = |count: usize, noun: &str| match count {
            1 => format!("1 {noun}"),
            _ => format!("{count} {noun}s"),
        };
        let files = count(self.files, "file");
        let mut line = match self.planned {
            0 => format!("{} written from {files}", count(self.written, "document")),
            planned => {
                format!("{} would be written from {files}", count(planned, "document"))
            }
        };
        if self.kept > 0 {
            line = format!("{line}, {} not", self.kept);
        }
        match report::counted(self.errors, self.warnings) {
            findings if findings.is_empty() => line,
            findings => format!("{line}; {findings}"),
        }
    }
}
