//! Where the files of the index go.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::error::{Error, Result};
use crate::route::Route;
use crate::search::format::{FOLDER, Hash, file, pack};

/// Packs files, names them by what they hold, and passes each on once.
pub(super) struct Sink<'p> {
    put: &'p (dyn Fn(&Route, &[u8]) -> Result<()> + Sync),
    seen: Mutex<HashSet<String>>,
    bytes: AtomicU64,
}

impl<'p> Sink<'p> {
    pub(super) fn new(put: &'p (dyn Fn(&Route, &[u8]) -> Result<()> + Sync)) -> Sink<'p> {
        Sink { put, seen: Mutex::default(), bytes: AtomicU64::new(0) }
    }

    /// Packs a file; its name.
    pub(super) fn pack(&self, sort: &str, bytes: &[u8]) -> Result<Hash> {
        let packed = pack(bytes);
        let hash = Hash::of(&packed);
        let name = file(sort, hash);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = seen.insert(name.clone());
        drop(seen);
        if is_new {
            self.bytes.fetch_add(packed.len() as u64, Ordering::Relaxed);
            self.put(&name, &packed)?;
        }
        Ok(hash)
    }

    /// How many bytes the packed files have so far.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Passes a file on as it is.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let route = Route::file(&format!("{FOLDER}/{name}"));
        let route = route.map_err(|error| Error::Internal(format!("{name}: {error}")))?;
        (self.put)(&route, bytes)
    }
}
