//! The archive as data: its files, its columns, how to cite and to check them.

use serde::Serialize;
use serde_json::{Value, json};

use super::Scene;
use super::header::size_words;
use crate::config::DataFile;
use crate::render::data::{About, about, told};
use crate::render::export::{ABOUT_OWN_TAXONOMY, OWN_TAXONOMY, columns, own_taxonomies};
use crate::render::html::context::{Context, insert};

/// `data` in templates.
#[derive(Serialize)]
struct DataView<'a> {
    files: Vec<FileView<'a>>,
    columns: Vec<ColumnView<'a>>,
    /// The address to cite: the page in the site's main language.
    cite_url: &'a str,
    license: Option<&'a str>,
    /// The day of the last change to a document.
    changed: Option<&'a str>,
    /// What tells whether a copy of the site is whole, run in its folder.
    check: String,
}

#[derive(Serialize)]
struct FileView<'a> {
    name: &'static str,
    about: &'a str,
    href: String,
    media_type: &'static str,
    size: Option<String>,
}

#[derive(Serialize)]
struct ColumnView<'a> {
    name: String,
    about: &'a str,
    /// The language of the words where it is not the interface's.
    language: Option<&'a str>,
}

impl<'a> Scene<'a> {
    pub(super) fn data(&self, context: &mut Context) -> &'static str {
        let archive = self.archive;
        let described = About::of(archive, self.language());
        let files = DataFile::ALL.iter().map(|&file| self.data_file(file));
        let view = DataView {
            files: files.collect(),
            columns: self.columns(),
            cite_url: &described.url,
            license: described.license,
            changed: described.changed.as_deref(),
            check: format!("sha256sum -c {}", archive.data_path(DataFile::Checksums)),
        };
        insert(context, "data", &view);
        "data.html"
    }

    fn data_file(&self, file: DataFile) -> FileView<'a> {
        let archive = self.archive;
        let words = self.texts.find(&format!("data.files.{}", file.name()));
        FileView {
            name: file.file(),
            about: words.unwrap_or(about(file)),
            href: archive.href(&archive.data_path(file)),
            media_type: file.media_type(),
            size: self.digests().size(file).map(size_words),
        }
    }

    fn columns(&self) -> Vec<ColumnView<'a>> {
        let every = columns().map(|(field, column)| {
            self.column(column.name.to_owned(), column.name, field.about)
        });
        let own = own_taxonomies(self.archive).map(|taxonomy| {
            let name = format!("{OWN_TAXONOMY}{}", taxonomy.name);
            self.column(name, "taxonomy", ABOUT_OWN_TAXONOMY)
        });
        every.chain(own).collect()
    }

    fn column(&self, name: String, key: &str, english: &'static str) -> ColumnView<'a> {
        let about = self.texts.find(&format!("columns.{key}")).unwrap_or(english);
        let is_foreign = about == english && self.language().primary() != "en";
        ColumnView { name, about, language: is_foreign.then_some("en") }
    }

    /// The set of data with its files, for search engines.
    pub(super) fn data_node(&self) -> Value {
        let archive = self.archive;
        let described = About::of(archive, self.language());
        let distribution = DataFile::ALL.iter().map(|&file| {
            let size = self.digests().size(file).map(|size| format!("{size} B"));
            told([
                ("@type", json!("DataDownload")),
                ("name", json!(file.file())),
                ("contentUrl", json!(archive.url(&archive.data_path(file)))),
                ("encodingFormat", json!(file.media_type())),
                ("contentSize", json!(size)),
            ])
        });
        let distribution: Vec<Value> = distribution.collect();
        let publisher = described.publisher;
        let publisher =
            publisher.map(|name| json!({ "@type": "Organization", "name": name }));
        told([
            ("@type", json!("Dataset")),
            ("@id", json!(described.url)),
            ("url", json!(described.url)),
            ("name", json!(described.title)),
            ("description", json!(described.description)),
            ("publisher", json!(publisher)),
            ("license", json!(described.license)),
            ("dateModified", json!(described.changed)),
            ("temporalCoverage", json!(described.years)),
            ("inLanguage", json!(described.languages)),
            ("isAccessibleForFree", json!(true)),
            ("distribution", json!(distribution)),
        ])
    }
}
