//! The files that are to be imported: named ones, those of folders, standard input.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::fs;

/// A file's name and bytes.
pub(super) struct Input {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// Files in the order in which they were named, those of a folder by name.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) inputs: Vec<Input>,
    /// Files of folders that are none of the formats.
    pub(super) left_alone: Vec<String>,
}

/// How the names of files that folders are searched for end.
const EXTENSIONS: &[&str] = &[
    "csv", "doc", "docx", "htm", "html", "odt", "rtf", "tei", "text", "tsv", "txt",
    "xhtml", "xml",
];

pub(super) fn gather(files: &[PathBuf]) -> Result<Gathered> {
    let mut gathered = Gathered::default();
    for path in files {
        if path == Path::new("-") {
            let bytes = standard_input()?;
            gathered.inputs.push(Input { name: "standard input".to_owned(), bytes });
        } else if fs::stat(path)?.is_some_and(|stat| stat.is_folder) {
            folder(path, &mut gathered)?;
        } else {
            gathered.file(path)?;
        }
    }
    Ok(gathered)
}

fn standard_input() -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    read.map_err(|error| Error::io("read", "standard input", error))?;
    Ok(bytes)
}

/// The files of a folder and of those below it; what is hidden, or a link to a folder,
/// stays out.
fn folder(path: &Path, gathered: &mut Gathered) -> Result<()> {
    let mut folders = vec![path.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let mut below = Vec::new();
        for path in fs::names(&folder)? {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            if name.is_none_or(|name| name.starts_with('.')) {
                continue;
            }
            match fs::look(&path)? {
                fs::Found::Folder => below.push(path),
                _ if is_wanted(&path) => gathered.file(&path)?,
                _ => gathered.left_alone.push(shown(&path)),
            }
        }
        folders.extend(below.into_iter().rev());
    }
    Ok(())
}

fn is_wanted(path: &Path) -> bool {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

impl Gathered {
    fn file(&mut self, path: &Path) -> Result<()> {
        let bytes = fs::read(path)?;
        self.inputs.push(Input { name: shown(path), bytes });
        Ok(())
    }
}
