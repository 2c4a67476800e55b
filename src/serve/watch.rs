//! Changes of files: the only place that names the watching library.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{
    Config, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher,
};

use super::Watching;
use super::changes::Changed;
use crate::fs;
use crate::register;

/// What the operating system said.
pub(super) type Heard = notify::Result<notify::Event>;

/// Keeps watch over a site.
pub(super) struct Watch {
    /// The site's folder, links followed.
    site: PathBuf,
    watcher: Option<Box<dyn Watcher + Send>>,
    said: Sender<Heard>,
    /// The folders that are watched: links followed, and what the site calls them.
    rooms: Vec<(PathBuf, String)>,
    /// The site's folder of documents, as the settings name it.
    content: String,
    /// Files that were written to and not closed yet.
    written: BTreeSet<String>,
    watching: Watching,
}

/// Whether the system tells when a file that was written is closed.
const TELLS_END: bool = cfg!(any(target_os = "linux", target_os = "android"));
/// How often files are looked at where nobody tells of changes.
const LOOKING: Duration = Duration::from_millis(500);

impl Watch {
    /// Begins to watch. Never fails: files are looked at where the system cannot tell.
    pub(super) fn begin(
        site: &Path,
        content: String,
        watching: Watching,
    ) -> (Watch, Receiver<Heard>) {
        let (said, heard) = channel();
        let (site, rooms, written) = (fs::real(site), Vec::new(), BTreeSet::new());
        let mut watch =
            Watch { site, watcher: None, said, rooms, content, written, watching };
        watch.start();
        (watch, heard)
    }

    /// Notes what a message says of the site's files.
    pub(super) fn note(&mut self, heard: Heard, changed: &mut Changed) {
        match heard {
            Ok(event) if event.need_rescan() => changed.others = true,
            Ok(event) if is_change(event.kind) => {
                let names = event.paths.iter().filter_map(|path| self.name(path));
                for name in names.collect::<Vec<_>>() {
                    self.follow_writing(&name, event.kind);
                    changed.paths.insert(name);
                }
            }
            Ok(_) => {}
            Err(_) => changed.others = true,
        }
    }

    /// Whether somebody seems to be writing a file still.
    pub(super) fn is_written(&self) -> bool {
        !self.written.is_empty()
    }

    /// Forgets files whose end of writing was not told.
    pub(super) fn forget_writing(&mut self) {
        self.written.clear();
    }

    fn follow_writing(&mut self, name: &str, kind: EventKind) {
        let is_data = matches!(kind, EventKind::Modify(ModifyKind::Data(_)));
        match is_data && TELLS_END {
            true => drop(self.written.insert(name.to_owned())),
            false => drop(self.written.remove(name)),
        }
    }

    /// Watches folders that have come since, and no others.
    pub(super) fn look_around(&mut self, content: String) {
        self.content = content;
        if self.rooms() != self.rooms {
            self.start();
        }
    }

    fn start(&mut self) {
        let told = match self.watching {
            Watching::Told => self.watch::<RecommendedWatcher>(Config::default()),
            Watching::Looking => None,
        };
        self.watcher = told.or_else(|| {
            self.watching = Watching::Looking;
            self.watch::<PollWatcher>(Config::default().with_poll_interval(LOOKING))
        });
    }

    /// The site's folder itself, and all below its folders of sources.
    fn watch<W: Watcher + Send + 'static>(
        &mut self,
        config: Config,
    ) -> Option<Box<dyn Watcher + Send>> {
        self.rooms = self.rooms();
        let mut watcher = W::new(self.said.clone(), config).ok()?;
        watcher.watch(&self.site, RecursiveMode::NonRecursive).ok()?;
        for (folder, _) in &self.rooms {
            watcher.watch(folder, RecursiveMode::Recursive).ok()?;
        }
        Some(Box::new(watcher))
    }

    /// The folders of sources that are there.
    fn rooms(&self) -> Vec<(PathBuf, String)> {
        let rooms = self.sources().into_iter().filter_map(|name| {
            let path = self.site.join(name);
            let is_folder = fs::stat(&path).ok()??.is_folder;
            is_folder.then(|| (fs::real(&path), name.to_owned()))
        });
        rooms.collect()
    }

    fn sources(&self) -> [&str; 3] {
        [&self.content, "static", "themes"]
    }

    /// What the site calls a file, if it is one that may matter.
    fn name(&self, path: &Path) -> Option<String> {
        let room = self.rooms.iter().find(|(room, _)| path.starts_with(room));
        let (below, room) = match room {
            Some((room, name)) => (path.strip_prefix(room).ok()?, &**name),
            None => (path.strip_prefix(&self.site).ok()?, ""),
        };
        let below = below.to_str()?.replace('\\', "/");
        let is_unseen = |part: &str| part.starts_with('.') || part.ends_with('~');
        if below.split('/').any(is_unseen) {
            return None;
        }
        match (room, &*below) {
            ("", "site.toml" | register::FILE) => Some(below),
            // A folder of sources, or one that may hold it, came or went.
            ("", name) => {
                let is_above = |source: &str| Path::new(source).starts_with(name);
                self.sources().into_iter().any(is_above).then_some(below)
            }
            (room, "") => Some(room.to_owned()),
            (room, below) => Some(format!("{room}/{below}")),
        }
    }
}

/// Looking at a file is none.
fn is_change(kind: EventKind) -> bool {
    let is_written = kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
    is_written || !kind.is_access()
}
