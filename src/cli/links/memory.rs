//! What `chancery links` remembers from one run to the next, on the disk.

use std::path::{Path, PathBuf};

use crate::cli::report;
use crate::date::Day;
use crate::error::Result;
use crate::fs;
use crate::links::{Address, Answer, Known, Memory};

/// A long run that is stopped loses at most so many answers.
const UNSAVED: usize = 25;

/// The memory and its file.
pub(super) struct Kept {
    pub(super) memory: Memory,
    folder: PathBuf,
    unsaved: usize,
    can_save: bool,
}

impl Kept {
    pub(super) fn open(site: &Path) -> Result<Kept> {
        let folder = site.join(".chancery");
        let bytes = fs::read_if_there(&folder.join(FILE))?.unwrap_or_default();
        Ok(Kept { memory: Memory::read(&bytes), folder, unsaved: 0, can_save: true })
    }

    /// Keeps an answer, on the disk before long.
    pub(super) fn keep(
        &mut self,
        address: &Address,
        answer: Answer,
        today: Option<Day>,
    ) -> Known {
        let known = self.memory.keep(address, answer, today);
        self.unsaved += 1;
        if self.unsaved >= UNSAVED {
            self.close();
        }
        known
    }

    /// Brings all of it to the disk. Where that cannot be, the answers are no worse.
    pub(super) fn close(&mut self) {
        if self.unsaved == 0 || !self.can_save {
            return;
        }
        self.unsaved = 0;
        if let Err(error) = self.save() {
            report::talk(&format!("the answers are not remembered: {error}"));
            self.can_save = false;
        }
    }

    fn save(&self) -> Result<()> {
        fs::create_folder(&self.folder)?;
        let aside = self.folder.join(format!("{FILE}.new"));
        fs::write_durably(&aside, &self.memory.written())?;
        fs::rename(&aside, &self.folder.join(FILE))
    }
}

const FILE: &str = "links.json";
