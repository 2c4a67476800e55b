//! What is known of the site's folders, so that each is looked at once.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::fingerprint::Fingerprint;

/// What a folder of the new site rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Footing {
    /// A real folder is there, under real folders.
    Folder,
    /// Nothing is there, or will be when the old site has made place.
    Nothing,
    /// Something is there that no build may touch.
    Blocked,
}

/// The footing of every folder met so far, under the fingerprint of its path: 32 bytes
/// a folder. Divided, so that threads seldom wait for each other.
#[derive(Debug)]
pub(super) struct Folders {
    shares: Vec<Mutex<HashMap<Fingerprint, Footing>>>,
}

const SHARES: u128 = 64;

impl Default for Folders {
    fn default() -> Folders {
        Folders { shares: (0..SHARES).map(|_| Mutex::default()).collect() }
    }
}

impl Folders {
    /// The footing of a folder, if somebody has looked.
    pub(super) fn get(&self, folder: &str) -> Option<Footing> {
        let key = Fingerprint::of(folder.as_bytes());
        self.share(key)?.get(&key).copied()
    }

    /// Remembers the footing of a folder.
    pub(super) fn set(&self, folder: &str, footing: Footing) {
        let key = Fingerprint::of(folder.as_bytes());
        if let Some(mut share) = self.share(key) {
            share.insert(key, footing);
        }
    }

    fn share(
        &self,
        key: Fingerprint,
    ) -> Option<MutexGuard<'_, HashMap<Fingerprint, Footing>>> {
        let share = self.shares.get(usize::try_from(key.0 % SHARES).ok()?)?;
        Some(share.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
