//! What a change of files decides.

use std::collections::BTreeSet;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::edit::Reach;
use super::live::Live;
use super::stage::Stage;
use super::watch::{Heard, Watch};
use crate::error::Result;
use crate::pipeline::Order;

/// Files that have changed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Changed {
    /// Relative to the site, with `/`.
    pub(super) paths: BTreeSet<String>,
    /// Whether others may have changed too.
    pub(super) others: bool,
}

/// Who saves a file writes more than once: changes are followed when none came for so long.
const QUIET: Duration = Duration::from_millis(5);
/// How long a file that is open may stand still: half a file looks like a mistake.
const PATIENCE: Duration = Duration::from_millis(60);
/// Changes in an endless stream are followed after so many.
const MANY: usize = 10_000;
/// More edited texts than these at once are read with the whole site.
const FEW: usize = 20;

/// Follows changes until nobody tells of them any more.
pub(super) fn follow(stage: &Stage, mut watch: Watch, heard: &Receiver<Heard>) {
    while let Ok(first) = heard.recv() {
        let mut changed = Changed::default();
        watch.note(first, &mut changed);
        for _ in 0..MANY {
            let patience = if watch.is_written() { PATIENCE } else { QUIET };
            let Ok(next) = heard.recv_timeout(patience) else { break };
            watch.note(next, &mut changed);
        }
        watch.forget_writing();
        if changed != Changed::default() {
            watch.look_around(stage.content());
            stage.follow(&changed);
        }
    }
}

impl Changed {
    /// Does to the site what the changes ask for, if that is less than reading it again.
    pub(super) fn apply(&self, live: &mut Live, order: &Order) -> Result<Reach> {
        // Of a text with two names the system tells one.
        if self.others || self.paths.len() > FEW || live.files.has_links {
            return Ok(Reach::Site);
        }
        let mut reach = Reach::Nothing;
        let (theme, texts): (Vec<&String>, Vec<&String>) =
            self.paths.iter().partition(|path| path.starts_with("themes/"));
        if !theme.is_empty() {
            reach = live.dress(order)?;
        }
        for path in texts {
            match live.edit(path)? {
                Reach::Site if live.is_nothing(path, order)? => {}
                edit => reach = reach.max(edit),
            }
        }
        if reach == Reach::Archive {
            live.assemble();
            return Ok(Reach::Done);
        }
        Ok(reach)
    }
}
