//! The last step: the new files move into the site and the old ones leave it.
//!
//! It is a list of small steps, each of which changes the disk at most once and may be
//! done twice. So a publication that was cut short anywhere is finished by beginning it
//! again.

use std::collections::BTreeSet;

use super::journal::Journal;
use super::layout::{Layout, ancestors, in_the_way, parent};
use super::manifest::Manifest;
use crate::error::Result;
use crate::fs::{self, Found};
use crate::route::Route;

/// A publication under way.
#[derive(Debug)]
pub(super) struct Publication<'a> {
    layout: &'a Layout,
    /// What the former build wrote: only that may be replaced.
    former: &'a Manifest,
    /// The next step is the last of the list.
    steps: Vec<Step>,
}

#[derive(Debug)]
enum Step {
    /// Removes a file of the former site.
    Remove(Route),
    /// Removes a folder if nothing is left in it.
    Prune(String),
    /// Moves a file or a folder of the stage into the site.
    Move(String),
    /// Moves all that is in a folder of the stage.
    MoveAll(String),
    /// Makes the new manifest the manifest.
    Install,
    /// Removes the journal: the publication is done.
    Close,
    /// Removes what is left of the stage: empty folders.
    Sweep,
}

impl<'a> Publication<'a> {
    /// The steps from the stage and the journal to the new site.
    pub(super) fn new(
        layout: &'a Layout,
        former: &'a Manifest,
        journal: &Journal,
    ) -> Publication<'a> {
        let mut steps = vec![Step::Sweep, Step::Close, Step::Install];
        steps.extend(removal(&journal.remove));
        steps.push(Step::MoveAll(String::new()));
        steps.extend(removal(&journal.clear));
        Publication { layout, former, steps }
    }

    /// Does all that is left to do.
    pub(super) fn finish(mut self) -> Result<()> {
        while self.step()? {}
        Ok(())
    }

    /// Does one step, and says whether there was one.
    pub(super) fn step(&mut self) -> Result<bool> {
        let Some(step) = self.steps.pop() else { return Ok(false) };
        match step {
            Step::Remove(route) => self.remove(route.as_str())?,
            Step::Prune(folder) => self.prune(&folder)?,
            Step::Move(path) => self.shift(path)?,
            Step::MoveAll(folder) => self.shift_all(&folder)?,
            Step::Install => self.install()?,
            Step::Close => fs::remove_file(&self.layout.journal)?,
            Step::Sweep => fs::remove_folder(&self.layout.stage)?,
        }
        Ok(true)
    }

    /// A file is removed even if somebody has edited it since: a page that was withdrawn
    /// must not stay. What is no longer a file, or lies behind a link, is not ours.
    fn remove(&self, route: &str) -> Result<()> {
        let path = self.layout.site.join(route);
        let is_ours = self.layout.is_real_folder(parent(route))?
            && matches!(fs::look(&path)?, Found::File(_));
        if is_ours { fs::remove_file(&path) } else { Ok(()) }
    }

    fn prune(&self, folder: &str) -> Result<()> {
        if self.layout.is_real_folder(folder)? {
            fs::remove_empty_folder(&self.layout.site.join(folder))?;
        }
        Ok(())
    }

    /// A folder moves whole where the site has none: the first build is a few renames.
    fn shift(&mut self, path: String) -> Result<()> {
        let from = self.layout.stage.join(&path);
        let to = self.layout.site.join(&path);
        match (fs::look(&from)?, fs::look(&to)?) {
            (Found::Folder, Found::Folder) => {
                self.steps.push(Step::MoveAll(path));
                Ok(())
            }
            (_, Found::Nothing) => fs::rename(&from, &to),
            (Found::File(_), Found::File(_)) if self.former.knows(&path) => {
                fs::rename(&from, &to)
            }
            _ => Err(in_the_way(vec![to])),
        }
    }

    fn shift_all(&mut self, folder: &str) -> Result<()> {
        let paths = fs::names(&self.layout.stage.join(folder))?;
        let names = paths.iter().rev().filter_map(|path| path.file_name()?.to_str());
        let join = |name: &str| match folder {
            "" => name.to_owned(),
            _ => format!("{folder}/{name}"),
        };
        self.steps.extend(names.map(|name| Step::Move(join(name))));
        Ok(())
    }

    fn install(&self) -> Result<()> {
        match fs::look(&self.layout.next)? {
            Found::Nothing => Ok(()),
            _ => fs::rename(&self.layout.next, &self.layout.manifest),
        }
    }
}

/// The steps that remove the files and then their folders, the deepest first; in the
/// order of [`Publication::steps`].
fn removal(routes: &[Route]) -> impl Iterator<Item = Step> {
    let folders: BTreeSet<&str> =
        routes.iter().flat_map(|route| ancestors(route.as_str())).collect();
    let prune = folders.into_iter().map(|folder| Step::Prune(folder.to_owned()));
    prune.chain(routes.iter().rev().map(|route| Step::Remove(route.clone())))
}
