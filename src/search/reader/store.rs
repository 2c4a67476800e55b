//! The files of an index, each read once.

use std::collections::HashMap;
use std::path::PathBuf;
use std::rc::Rc;

use crate::error::{Error, Result};
use crate::search::format::{
    FOLDER, Facet, Hash, ROOT, Root, Shard, Title, file, read_titles, unpack,
};

/// Where the files of an index are read from.
pub trait Files {
    /// The file of that name within the site; nothing where there is none.
    fn read(&self, name: &str) -> Result<Option<Vec<u8>>>;
}

/// How much was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Files.
    pub files: u32,
    /// Bytes in them, packed as they are.
    pub bytes: u64,
}

/// Reads files and keeps them.
pub(super) struct Store<'f> {
    files: &'f dyn Files,
    /// What was read since somebody last looked.
    pub(super) loaded: Loaded,
    /// When to stop.
    room: Option<u64>,
    /// Whether something was left out because there was no more room.
    pub(super) is_cut: bool,
    shards: HashMap<Hash, Rc<Shard>>,
    pieces: HashMap<Hash, Rc<Vec<u8>>>,
    titles: HashMap<Hash, Rc<Vec<Title>>>,
    facets: HashMap<Hash, Rc<Facet>>,
}

impl<'f> Store<'f> {
    pub(super) fn new(files: &'f dyn Files) -> Store<'f> {
        Store {
            files,
            loaded: Loaded::default(),
            room: None,
            is_cut: false,
            shards: HashMap::new(),
            pieces: HashMap::new(),
            titles: HashMap::new(),
            facets: HashMap::new(),
        }
    }

    /// A query begins that may read so much.
    pub(super) fn begin(&mut self, room: Option<u64>) {
        (self.loaded, self.room, self.is_cut) = (Loaded::default(), room, false);
    }

    /// Whether more may be read.
    pub(super) fn has_room(&self) -> bool {
        self.room.is_none_or(|room| self.loaded.bytes < room)
    }

    /// Does something with each of a list, some at once, while not half the room is taken
    /// by keys: the rest is for their positions.
    pub(super) fn each<T, U>(
        &mut self,
        list: &[T],
        at_once: usize,
        mut read: impl FnMut(&mut Self, &T) -> Result<U>,
    ) -> Result<Vec<U>> {
        let mut all = Vec::new();
        for (at, some) in list.chunks(at_once).enumerate() {
            if at > 0 && self.room.is_some_and(|room| self.loaded.bytes * 2 >= room) {
                self.is_cut = true;
                break;
            }
            for one in some {
                all.push(read(self, one)?);
            }
        }
        Ok(all)
    }

    /// The root; nothing where there is none.
    pub(super) fn root(&mut self) -> Result<Option<Root>> {
        let Some(bytes) = self.bytes(ROOT)? else { return Ok(None) };
        let root = serde_json::from_slice(&bytes);
        root.map(Some).map_err(|_| self.damaged(ROOT, "is damaged"))
    }

    /// A packed file, read as what it is.
    pub(super) fn file<T>(
        &mut self,
        sort: &str,
        hash: Hash,
        read: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Result<T> {
        let name = file(sort, hash);
        let bytes = self.bytes(&name)?;
        let bytes = bytes.ok_or_else(|| self.damaged(&name, "is missing"))?;
        let value = unpack(&bytes).and_then(|bytes| read(&bytes));
        value.ok_or_else(|| self.damaged(&name, "is damaged"))
    }

    pub(super) fn shard(&mut self, hash: Hash) -> Result<Rc<Shard>> {
        if let Some(shard) = self.shards.get(&hash) {
            return Ok(shard.clone());
        }
        let shard = Rc::new(self.file("terms", hash, Shard::read)?);
        self.shards.insert(hash, shard.clone());
        Ok(shard)
    }

    pub(super) fn piece(&mut self, hash: Hash) -> Result<Rc<Vec<u8>>> {
        if let Some(piece) = self.pieces.get(&hash) {
            return Ok(piece.clone());
        }
        let bytes = self.file("positions", hash, |bytes| Some(bytes.to_vec()))?;
        let bytes = Rc::new(bytes);
        self.pieces.insert(hash, bytes.clone());
        Ok(bytes)
    }

    pub(super) fn titles(&mut self, hash: Hash) -> Result<Rc<Vec<Title>>> {
        if let Some(titles) = self.titles.get(&hash) {
            return Ok(titles.clone());
        }
        let titles = Rc::new(self.file("titles", hash, read_titles)?);
        self.titles.insert(hash, titles.clone());
        Ok(titles)
    }

    pub(super) fn facet(&mut self, hash: Hash) -> Result<Rc<Facet>> {
        if let Some(facet) = self.facets.get(&hash) {
            return Ok(facet.clone());
        }
        let facet = Rc::new(self.file("facets", hash, Facet::read)?);
        self.facets.insert(hash, facet.clone());
        Ok(facet)
    }

    /// A file of the index that cannot be read as what it should be.
    #[expect(clippy::unused_self, reason = "whoever reads says what is wrong")]
    pub(super) fn damaged(&self, name: &str, message: &str) -> Error {
        let path = PathBuf::from(format!("{FOLDER}/{name}"));
        Error::Damaged { path, message: message.to_owned() }
    }

    fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>> {
        let bytes = self.files.read(&format!("{FOLDER}/{name}"))?;
        if let Some(bytes) = &bytes {
            self.loaded.files += 1;
            self.loaded.bytes += bytes.len() as u64;
        }
        Ok(bytes)
    }
}
