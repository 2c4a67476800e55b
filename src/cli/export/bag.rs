//! `chancery export --format bagit`: documents as a bag (RFC 8493), for preservation.
//!
//! The payload holds what the site publishes of each document under the same addresses,
//! the files that its text names, and the tables. No clock is read: the same documents
//! make the same bag.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::archive::{Archive, Destination, DocumentId, FileId};
use crate::config::{DataFile, Form};
use crate::error::{Error, Result};
use crate::fingerprint::{Checksum, Checksums, Digest, Digester};
use crate::fs;
use crate::pipeline::{self, Assembled};
use crate::render::data;
use crate::render::export::{self, Format};
use crate::render::html::Renderer;

/// Makes a bag of the documents in the folder, which must be empty or not there.
pub(super) fn write(
    assembled: &Assembled,
    ids: &[DocumentId],
    site: &Path,
    folder: &Path,
) -> Result<()> {
    refuse_full(folder)?;
    let archive = &assembled.archive;
    let mut payload = Files::new(folder.join(PAYLOAD));
    tables(archive, ids, &mut payload)?;
    texts(assembled, ids, site, &mut payload)?;
    for id in named_files(archive, ids) {
        let file = archive.file(id);
        payload.copy(&format!("files/{}", file.route), &file.disk)?;
    }
    let information = information(archive, &payload);
    let mut tags = Files::new(folder.to_path_buf());
    tags.put(MANIFEST, payload.manifest(&format!("{PAYLOAD}/")).as_bytes())?;
    tags.put("bag-info.txt", information.as_bytes())?;
    // What makes a bag of the folder comes last but for its own checksum.
    tags.put("bagit.txt", DECLARATION.as_bytes())?;
    let tag_manifest = tags.manifest("");
    tags.put("tagmanifest-sha256.txt", tag_manifest.as_bytes())
}

const PAYLOAD: &str = "data";
const MANIFEST: &str = "manifest-sha256.txt";
const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

fn refuse_full(folder: &Path) -> Result<()> {
    if fs::names(folder)?.is_empty() {
        return fs::create_folder(folder);
    }
    Err(Error::Output {
        path: folder.to_path_buf(),
        message: "the folder is not empty; a bag needs one of its own".to_owned(),
    })
}

fn tables(archive: &Archive, ids: &[DocumentId], payload: &mut Files) -> Result<()> {
    for (file, format) in [(DataFile::Csv, Format::Csv), (DataFile::Jsonl, Format::Jsonl)]
    {
        payload.fill(file.file(), |out| {
            export::write(archive, format, ids.iter().copied(), out)
        })?;
    }
    payload.put(DataFile::Schema.file(), &data::line_schema(archive))
}

/// Each document's source, without what is private, and its plain text.
fn texts(
    assembled: &Assembled,
    ids: &[DocumentId],
    site: &Path,
    payload: &mut Files,
) -> Result<()> {
    let archive = &assembled.archive;
    // Findings on templates, which no bag has, are for a build to report.
    let renderer = Renderer::new(archive, &assembled.theme).value;
    for &id in ids {
        let language = &archive.document(id).language;
        let Some(words) = renderer.texts(archive.interface_for(language)) else {
            continue;
        };
        let source = pipeline::source(site, &archive.document(id).path)?;
        for form in [Form::Markdown, Form::Text] {
            let path = format!("{}{}", archive.document_path(id), form.file());
            let bytes = export::document(archive, (id, form), Some(&source), words);
            payload.put(&path, &bytes)?;
        }
    }
    Ok(())
}

/// The files that documents have attached, show or link to.
fn named_files(archive: &Archive, ids: &[DocumentId]) -> BTreeSet<FileId> {
    let named = ids.iter().flat_map(|&id| {
        let document = archive.document(id);
        let attached = document.metadata.attachments.iter().map(|a| &*a.file.value);
        let linked = document.body.links.iter().map(|link| &*link.target);
        let shown = document.body.images.iter().map(|image| &*image.target);
        let targets = attached.chain(linked).chain(shown);
        targets.map(|target| archive.resolve(&document.path, &document.language, target))
    });
    let files = named.filter_map(|destination| match destination {
        Destination::File(id) => Some(id),
        _ => None,
    });
    files.collect()
}

/// `bag-info.txt`.
fn information(archive: &Archive, payload: &Files) -> String {
    let described = data::About::of(archive, archive.config.main_language());
    let description = format!("{}. {}", described.title, described.description);
    let oxum = format!("{}.{}", payload.bytes, payload.lines.len());
    let renamed = payload.renamed.iter();
    let renamed: Vec<String> = renamed
        .map(|(from, to)| format!("{PAYLOAD}/{to} was {PAYLOAD}/{from}"))
        .collect();
    let lines = [
        ("Source-Organization", described.publisher),
        ("External-Description", Some(&*description)),
        ("External-Identifier", Some(&*archive.config.base_url)),
        ("Payload-Oxum", Some(&*oxum)),
        ("Bag-Software-Agent", Some(concat!("chancery ", env!("CARGO_PKG_VERSION")))),
    ];
    let renamed = renamed.iter().map(|line| ("Renamed-File", Some(line.as_str())));
    let lines = lines.into_iter().chain(renamed);
    let told = lines.filter_map(|(name, value)| Some((name, value?)));
    told.fold(String::new(), |text, (name, value)| {
        // A line that begins with white space would belong to the one before.
        let words: Vec<&str> = value.split_whitespace().collect();
        text + name + ": " + &words.join(" ") + "\n"
    })
}

/// Files below a folder, with their checksums.
struct Files {
    folder: PathBuf,
    lines: Vec<(String, Checksum)>,
    bytes: u64,
    taken: BTreeSet<String>,
    /// Paths that no bag can have, and what they became.
    renamed: Vec<(String, String)>,
}

impl Files {
    fn new(folder: PathBuf) -> Files {
        Files {
            folder,
            lines: Vec::new(),
            bytes: 0,
            taken: BTreeSet::new(),
            renamed: Vec::new(),
        }
    }

    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<()> {
        let path = &self.place(path);
        fs::put(&self.folder.join(path), bytes)?;
        self.note(path, Digest::of(bytes, Checksums::Taken));
        Ok(())
    }

    fn fill(
        &mut self,
        path: &str,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<()> {
        let path = &self.place(path);
        let mut seen = Digester::new(Checksums::Taken);
        fs::fill(&self.folder.join(path), |out| fill(&mut seen.beside(out)))?;
        self.note(path, seen.finish());
        Ok(())
    }

    fn copy(&mut self, path: &str, from: &Path) -> Result<()> {
        let path = &self.place(path);
        let mut seen = Digester::new(Checksums::Taken);
        fs::copy(from, &self.folder.join(path), |piece| seen.update(piece))?;
        self.note(path, seen.finish());
        Ok(())
    }

    /// Where a file lies: at its path, unless that is one that manifests cannot tell.
    fn place(&mut self, path: &str) -> String {
        let mut place = portable(path);
        while !self.taken.insert(place.clone()) {
            place.insert(place.rfind('/').map_or(0, |at| at + 1), '_');
        }
        if place != path {
            self.renamed.push((path.to_owned(), place.clone()));
        }
        place
    }

    fn note(&mut self, path: &str, digest: Digest) {
        self.bytes += digest.size;
        let line = digest.checksum.map(|checksum| (path.to_owned(), checksum));
        self.lines.extend(line);
    }

    /// A line a file, sorted by path, each path after the prefix.
    fn manifest(&self, prefix: &str) -> String {
        let mut lines: Vec<_> = self.lines.iter().collect();
        lines.sort();
        lines.iter().fold(String::new(), |mut text, (path, checksum)| {
            // A text takes everything.
            let _ = writeln!(text, "{checksum}  {prefix}{path}");
            text
        })
    }
}

/// A path that every reader of manifests finds again. The standard has `%`, CR and LF
/// encoded (RFC 8493, 2.1.3); readers differ in what they decode, so that none is left.
fn portable(path: &str) -> String {
    path.replace('%', "\u{ff05}").replace(['\n', '\r'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_need_no_encoding() {
        let mut files = Files::new(PathBuf::new());
        let mut check = |path, expected| assert_eq!(files.place(path), expected);
        check("documents/平和 1/index.md", "documents/平和 1/index.md");
        check("files/100%.pdf", "files/100％.pdf");
        check("files/100％.pdf", "files/_100％.pdf");
        check("a%0Ab", "a％0Ab");
        check("a\r\nb", "a__b");
        check("a__b", "_a__b");
        let renamed = files.renamed.iter().map(|(from, _)| &**from).collect::<Vec<_>>();
        let expected = ["files/100%.pdf", "files/100％.pdf", "a%0Ab", "a\r\nb", "a__b"];
        assert_eq!(renamed, expected);
    }
}
