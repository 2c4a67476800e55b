//! `chancery man`: pages for `man`.

use std::path::Path;

use clap::CommandFactory;

use super::Outcome;
use super::arguments::{Arguments, Man};
use super::report;
use crate::error::{Error, Result};
use crate::fs;

pub(super) fn run(man: &Man) -> Result<Outcome> {
    let mut all = Vec::new();
    gather(Arguments::command(), "", &mut all)?;
    match &man.folder {
        Some(folder) => {
            for (name, page) in &all {
                fs::put(&folder.join(format!("{name}.1")), page)?;
            }
        }
        None => {
            for (_, page) in all.iter().take(1) {
                report::say(page)?;
            }
        }
    }
    Ok(Outcome::Done)
}

/// A page for a command and each of those below it: `chancery-theme-eject`.
fn gather(
    command: clap::Command,
    above: &str,
    all: &mut Vec<(String, Vec<u8>)>,
) -> Result<()> {
    let name = match above {
        "" => command.get_name().to_owned(),
        above => format!("{above}-{}", command.get_name()),
    };
    let below: Vec<clap::Command> = command.get_subcommands().cloned().collect();
    let mut page = Vec::new();
    let named = command.name(name.clone()).version(env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(named)
        .render(&mut page)
        .map_err(|error| Error::io("write", Path::new(&name), error))?;
    all.push((name.clone(), page));
    below.into_iter().try_for_each(|command| gather(command, &name, all))
}
