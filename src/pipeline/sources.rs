//! What a site is made from, and what the last build says that it was made from.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Order, Published};
use crate::discover::{Files, Found};
use crate::error::Result;
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::fs;
use crate::register;
use crate::theme::Theme;

/// The fingerprints of everything that a site is made from.
#[derive(Debug)]
pub(super) struct Sources {
    /// All but the texts: the program, the order, settings, theme, vocabularies, files.
    pub(super) world: Fingerprint,
    /// Documents and plain pages, by path.
    texts: BTreeMap<Arc<str>, Fingerprint>,
    /// `chancery.lock`, of which no page is made.
    lock: Fingerprint,
}

impl Sources {
    /// Reads every file once.
    pub(super) fn read(order: &Order, theme: &Theme, files: &Files) -> Result<Sources> {
        let texts = files.documents.par_iter().chain(&files.pages);
        let texts = texts
            .map(|file| Ok((file.path.clone(), Fingerprint::of(&fs::read(&file.disk)?))));
        let texts = texts.collect::<Result<Vec<_>>>()?;
        let others = [&files.vocabularies, &files.beside, &files.statics];
        let others = others.into_par_iter().flatten().map(fingerprint);
        let others = others.collect::<Result<Vec<_>>>()?;
        let settings = fs::read(&order.site.join("site.toml"))?;
        let ways = format!(
            "{:?} {} {} {:?}",
            order.base_url, order.drafts, order.keep_going, order.shard
        );
        let theme_print = theme.fingerprint().to_string();
        let own = [
            ("version", env!("CARGO_PKG_VERSION").as_bytes()),
            ("program", order.program.as_bytes()),
            ("order", ways.as_bytes()),
            ("settings", &settings),
            ("theme", theme_print.as_bytes()),
        ];
        let layers = theme.layers.iter().map(|layer| ("layer", layer.name.as_bytes()));
        let others: Vec<(&str, [u8; 16])> =
            others.iter().map(|(path, print)| (&**path, print.0.to_le_bytes())).collect();
        let others = others.iter().map(|(path, print)| (*path, print.as_slice()));
        let world = Fingerprint::of_all(own.into_iter().chain(layers).chain(others));
        let lock = fs::read_if_there(&order.site.join(register::FILE))?;
        let lock = Fingerprint::of(&lock.unwrap_or_default());
        Ok(Sources { world, texts: texts.into_iter().collect(), lock })
    }

    /// Says what `chancery.lock` will be when all is published.
    pub(super) fn keep(&mut self, lock: &str) {
        self.lock = Fingerprint::of(lock.as_bytes());
    }
}

/// The fingerprint of a file of any size.
fn fingerprint(file: &Found) -> Result<(Arc<str>, Fingerprint)> {
    let mut seen = Fingerprinter::default();
    fs::read_pieces(&file.disk, |piece| {
        seen.update(piece);
        Ok(())
    })?;
    Ok((file.path.clone(), seen.fingerprint()))
}

/// What the last build was made from, as it noted itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Former {
    world: Fingerprint,
    /// What documents told other pages.
    told: Fingerprint,
    /// What `chancery.lock` was afterwards.
    lock: Fingerprint,
    /// Whether nothing was wrong with it.
    is_clean: bool,
    pub(super) documents: usize,
    pub(super) works: usize,
    texts: BTreeMap<Arc<str>, Fingerprint>,
}

impl Former {
    /// Reads what [`Former::note`] wrote.
    pub(super) fn read(note: &str) -> Option<Former> {
        let mut lines = note.lines();
        let mut head = lines.next()?.split(' ');
        let former = Former {
            world: Fingerprint::parse(head.next()?)?,
            told: Fingerprint::parse(head.next()?)?,
            lock: Fingerprint::parse(head.next()?)?,
            is_clean: head.next()? == "clean",
            documents: head.next()?.parse().ok()?,
            works: head.next()?.parse().ok()?,
            texts: BTreeMap::new(),
        };
        let texts = lines.map(|line| {
            let (print, path) = line.split_once(' ')?;
            Some((Arc::from(path), Fingerprint::parse(print)?))
        });
        Some(Former { texts: texts.collect::<Option<_>>()?, ..former })
    }

    /// What a build notes for the next one.
    pub(super) fn note(
        sources: &Sources,
        told: Fingerprint,
        is_clean: bool,
        published: &Published,
    ) -> String {
        let Published { documents, works, .. } = published;
        let clean = if is_clean { "clean" } else { "found" };
        let Sources { world, lock, .. } = sources;
        let mut note = format!("{world} {told} {lock} {clean} {documents} {works}\n");
        for (path, print) in &sources.texts {
            let _ = writeln!(note, "{print} {path}");
        }
        note
    }

    /// Whether the site was made of the same, and nothing need be said of it.
    pub(super) fn is_of(&self, sources: &Sources) -> bool {
        self.is_clean
            && self.world == sources.world
            && self.lock == sources.lock
            && self.texts == sources.texts
    }

    /// The texts that have changed, where no page can have changed but for these.
    pub(super) fn changed(
        &self,
        sources: &Sources,
        told: Fingerprint,
    ) -> Option<BTreeSet<Arc<str>>> {
        let is_same = |(path, print): &(&Arc<str>, &Fingerprint)| {
            self.texts.get(*path) == Some(*print)
        };
        let changed = sources.texts.iter().filter(|text| !is_same(text));
        (self.world == sources.world && self.told == told)
            .then(|| changed.map(|(path, _)| path.clone()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::Summary;

    #[test]
    fn a_note_reads_back() {
        let print = |text: &str| Fingerprint::of(text.as_bytes());
        let texts = BTreeMap::from([
            ("content/a b.md".into(), print("a")),
            ("c".into(), print("c")),
        ]);
        let lock = print("lock");
        let sources = Sources { world: print("world"), texts: texts.clone(), lock };
        let published = Published { documents: 2, works: 1, written: Summary::default() };
        let note = Former::note(&sources, print("told"), true, &published);
        let former = Former {
            world: print("world"),
            told: print("told"),
            lock,
            is_clean: true,
            documents: 2,
            works: 1,
            texts,
        };
        assert_eq!(Former::read(&note), Some(former));
        assert_eq!(Former::read(&format!("{note}x y\n")), None);
    }
}
