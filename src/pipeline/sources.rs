//! What a site is made from, and what the last build says that it was made from.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use rayon::prelude::*;

use serde::{Deserialize, Serialize};

use super::{Order, Published, Report};
use crate::diagnostic::Diagnostic;
use crate::discover::{Files, Found};
use crate::error::{Error, Result};
use crate::fingerprint::Fingerprint;
use crate::fs::{self, Mark};
use crate::register;
use crate::theme::Theme;

/// A file as a build saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// The fingerprint of its bytes.
    pub(super) print: Fingerprint,
    /// What it looked like before it was read, if that can be trusted.
    pub(super) mark: Option<Mark>,
}

/// Files as a build saw them, by path.
pub(super) type Seen = BTreeMap<Arc<str>, Source>;

/// All that a site is made from but its texts: the program, the order, settings, theme,
/// vocabularies, files.
#[derive(Debug)]
pub(super) struct World {
    print: Fingerprint,
    /// `chancery.lock`, of which no page is made.
    lock: Fingerprint,
    /// Vocabularies and files that are copied.
    others: Seen,
}

impl World {
    /// Reads the files that do not look as they did for the last build.
    pub(super) fn read(
        order: &Order,
        (theme, files): (&Theme, &Files),
        former: Option<&Former>,
    ) -> Result<World> {
        let others = [&files.vocabularies, &files.beside, &files.statics];
        let others = others.into_par_iter().flatten().map(|file| {
            let known = former.and_then(|former| former.known(file));
            let print = known.map_or_else(|| file.fingerprint(), Ok)?;
            Ok((file.path.clone(), Source { print, mark: file.mark }))
        });
        let others = others.collect::<Result<Seen>>()?;
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
        let prints: Vec<(&str, [u8; 16])> = others
            .iter()
            .map(|(path, source)| (&**path, source.print.0.to_le_bytes()))
            .collect();
        let prints = prints.iter().map(|(path, print)| (*path, print.as_slice()));
        let print = Fingerprint::of_all(own.into_iter().chain(layers).chain(prints));
        let lock = fs::read_if_there(&order.site.join(register::FILE))?;
        Ok(World { print, lock: Fingerprint::of(&lock.unwrap_or_default()), others })
    }

    /// Says what `chancery.lock` will be when all is published.
    pub(super) fn keep(&mut self, lock: &str) {
        self.lock = Fingerprint::of(lock.as_bytes());
    }
}

/// What a build had to say of a site that it published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Said {
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) left_out: Vec<String>,
}

impl Said {
    /// What a report says; nothing where it says so much that finding it out again is no
    /// worse than reading it.
    fn of(report: &Report) -> Option<Said> {
        let Report { diagnostics, left_out, .. } = report;
        (diagnostics.len() + left_out.len() <= MOST_FINDINGS).then(|| Said {
            diagnostics: diagnostics.clone(),
            left_out: left_out.clone(),
        })
    }
}

/// More findings than these are not noted.
const MOST_FINDINGS: usize = 10_000;

/// What a site was made from: all that a build tells the next one.
#[derive(Debug)]
pub(super) struct Sources {
    /// All but the texts.
    pub(super) world: World,
    /// Documents and plain pages.
    pub(super) texts: Seen,
}

/// What the last build was made from, as it noted itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Former {
    world: Fingerprint,
    /// What documents told other pages.
    told: Fingerprint,
    /// What `chancery.lock` was afterwards.
    lock: Fingerprint,
    /// What was wrong with it, where that is known.
    said: Option<Said>,
    pub(super) documents: usize,
    pub(super) works: usize,
    /// Texts and others.
    files: Seen,
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
            said: None,
            documents: head.next()?.parse().ok()?,
            works: head.next()?.parse().ok()?,
            files: BTreeMap::new(),
        };
        let said = serde_json::from_str(lines.next()?).ok()?;
        Some(Former { said, files: lines.map(file).collect::<Option<_>>()?, ..former })
    }

    /// What a build notes for the next one.
    pub(super) fn note(
        Sources { world, texts }: &Sources,
        told: Fingerprint,
        report: &Report,
        published: &Published,
    ) -> String {
        let Published { documents, works, .. } = published;
        let said = serde_json::to_string(&Said::of(report)).unwrap_or_default();
        let World { print, lock, others } = world;
        let mut note = format!("{print} {told} {lock} {documents} {works}\n{said}\n");
        for (path, Source { print, mark }) in others.iter().chain(texts) {
            let mark = mark.map_or_else(String::new, |mark| mark.to_string());
            let _ = writeln!(note, "{print} {mark} {path}");
        }
        note
    }

    /// What is to be said of the site, if it was made of the same and that is known. Reads
    /// the texts that do not look as they did.
    pub(super) fn said_of(&self, world: &World, files: &Files) -> Result<Option<&Said>> {
        match &self.said {
            Some(said) => Ok(self.is_of(world, files)?.then_some(said)),
            None => Ok(None),
        }
    }

    fn is_of(&self, world: &World, files: &Files) -> Result<bool> {
        let texts = files.documents.len() + files.pages.len();
        if self.world != world.print
            || self.lock != world.lock
            || self.files.len() != texts + world.others.len()
        {
            return Ok(false);
        }
        let texts = files.documents.par_iter().chain(&files.pages);
        let differs = texts.find_map_any(|file| match self.has(file) {
            Ok(true) => None,
            Ok(false) => Some(Ok(())),
            Err(error) => Some(Err::<(), Error>(error)),
        });
        differs.transpose().map(|differs| differs.is_none())
    }

    /// The texts that have changed, where no page can have changed but for these.
    pub(super) fn changed(
        &self,
        Sources { world, texts }: &Sources,
        told: Fingerprint,
    ) -> Option<BTreeSet<Arc<str>>> {
        let is_same = |(path, source): &(&Arc<str>, &Source)| {
            self.files.get(*path).is_some_and(|former| former.print == source.print)
        };
        let changed = texts.iter().filter(|text| !is_same(text));
        (self.world == world.print && self.told == told)
            .then(|| changed.map(|(path, _)| path.clone()).collect())
    }

    /// Whether the bytes of a file are those of the last build.
    fn has(&self, file: &Found) -> Result<bool> {
        let Some(former) = self.files.get(&file.path) else { return Ok(false) };
        Ok(is_untouched(former, file) || former.print == file.fingerprint()?)
    }

    /// The fingerprint of a file that looks as it did for the last build.
    fn known(&self, file: &Found) -> Option<Fingerprint> {
        let former = self.files.get(&file.path)?;
        is_untouched(former, file).then_some(former.print)
    }
}

/// Whether nobody can have touched the file since.
fn is_untouched(former: &Source, file: &Found) -> bool {
    file.mark.is_some() && former.mark == file.mark
}

/// Reads the line of a file.
fn file(line: &str) -> Option<(Arc<str>, Source)> {
    let (print, rest) = line.split_once(' ')?;
    let (mark, path) = rest.split_once(' ')?;
    let mark = match mark {
        "" => None,
        mark => Some(Mark::parse(mark)?),
    };
    Some((path.into(), Source { print: Fingerprint::parse(print)?, mark }))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::diagnostic::Code;
    use crate::text::Span;
    use crate::write::Summary;

    #[test]
    fn a_file_that_looks_as_before_is_not_read() {
        let disk = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let mark = Mark::of(&disk.metadata().unwrap());
        assert!(mark.is_some(), "the manifest of the crate was written this very moment");
        let found = |mark| Found {
            path: "a".into(),
            name: "a".to_owned(),
            disk: disk.clone(),
            size: 1,
            modified: 0,
            mark,
        };
        let former = |mark| Former {
            files: Seen::from([("a".into(), Source { print: Fingerprint(7), mark })]),
            ..Former::read(&format!("{0} {0} {0} 1 1\nnull\n", Fingerprint(0))).unwrap()
        };
        let check = |then, now, known| {
            let (former, found) = (former(then), found(now));
            assert_eq!(former.known(&found).is_some(), known, "{then:?}");
            assert_eq!(former.has(&found).unwrap(), known, "{then:?}");
        };
        check(mark, mark, true);
        check(Mark::parse("1.2.3"), mark, false);
        check(mark, None, false);
        check(None, None, false);
    }

    #[test]
    fn a_note_reads_back() {
        let print = |text: &str| Fingerprint::of(text.as_bytes());
        let source = |text, mark| {
            let mark = Mark::parse(mark);
            (Arc::from(text), Source { print: print(text), mark })
        };
        let texts = Seen::from([source("content/a b.md", "5.ff.0"), source("c", "")]);
        let others = Seen::from([source("static/b.pdf", "1.2.3")]);
        let (world, lock) = (print("world"), print("lock"));
        let files = texts.iter().chain(&others);
        let files: Seen = files.map(|(path, source)| (path.clone(), *source)).collect();
        let sources =
            Sources { world: World { print: world, lock, others }, texts: texts.clone() };
        let published = Published { documents: 2, works: 1, written: Summary::default() };
        let diagnostics = ["content/c", "d"].map(|path| {
            let span = Span::new(3, 7);
            Diagnostic::new(Code::BrokenLink, &path.into(), span, "a `b`\n").help("c")
        });
        let said = Said { diagnostics: diagnostics.into(), left_out: vec!["c".into()] };
        let Said { diagnostics, left_out } = said.clone();
        let report = Report { diagnostics, left_out, published: None };
        let note = Former::note(&sources, print("told"), &report, &published);
        let told = print("told");
        let former =
            Former { world, told, lock, said: Some(said), documents: 2, works: 1, files };
        assert_eq!(Former::read(&note), Some(former));
        assert_eq!(Former::read(&format!("{note}x y\n")), None);
    }
}
