//! RO-Crate 1.2: the data set, its files, its licence and its publisher, as JSON-LD in
//! schema.org's words.

use serde_json::{Value, json};

use super::{About, Digests, about, told};
use crate::archive::Archive;
use crate::config::DataFile;

/// The crate whose root is the folder of the file.
pub(super) fn ro_crate(archive: &Archive, known: &Digests) -> Value {
    let told_of = About::of(archive, archive.config.main_language());
    let files = DataFile::ALL.iter().filter(|&&file| file != DataFile::Crate);
    let mut graph = vec![descriptor(), root(archive, &told_of)];
    graph.extend(files.map(|&file| part(known, file)));
    graph.push(license(&told_of));
    graph.extend(
        told_of.publisher.map(
            |name| json!({ "@id": PUBLISHER, "@type": "Organization", "name": name }),
        ),
    );
    graph.push(json!({
        "@id": archive.config.base_url,
        "@type": "WebSite",
        "name": told_of.title,
        "url": archive.config.base_url,
    }));
    json!({ "@context": "https://w3id.org/ro/crate/1.2/context", "@graph": graph })
}

const PUBLISHER: &str = "#publisher";

/// What says that this is a crate, and which.
fn descriptor() -> Value {
    json!({
        "@id": DataFile::Crate.file(),
        "@type": "CreativeWork",
        "conformsTo": { "@id": "https://w3id.org/ro/crate/1.2" },
        "about": { "@id": "./" },
    })
}

fn root(archive: &Archive, told_of: &About<'_>) -> Value {
    let files = DataFile::ALL.iter().filter(|&&file| file != DataFile::Crate);
    let parts: Vec<Value> = files.map(|file| json!({ "@id": file.file() })).collect();
    told([
        ("@id", json!("./")),
        ("@type", json!("Dataset")),
        ("name", json!(told_of.title)),
        ("description", json!(told_of.description)),
        ("url", json!(told_of.url)),
        // The edition, as far as anybody knows: the last change to a document.
        ("datePublished", json!(told_of.changed)),
        ("license", json!({ "@id": license_id(told_of) })),
        ("publisher", json!(told_of.publisher.map(|_| json!({ "@id": PUBLISHER })))),
        ("inLanguage", languages(told_of)),
        ("temporalCoverage", json!(told_of.years)),
        ("isPartOf", json!({ "@id": archive.config.base_url })),
        ("hasPart", json!(parts)),
    ])
}

/// One language is no list: validators want a text there.
fn languages(told_of: &About<'_>) -> Value {
    match told_of.languages.as_slice() {
        [only] => json!(only),
        languages => json!(languages),
    }
}

fn part(known: &Digests, file: DataFile) -> Value {
    // What other files conform to is a work in its own right.
    let types = match file {
        DataFile::Schema => json!(["File", "CreativeWork"]),
        _ => json!("File"),
    };
    let schema =
        (file == DataFile::Jsonl).then(|| json!({ "@id": DataFile::Schema.file() }));
    let checksum = known.get(file).and_then(|digest| digest.checksum);
    told([
        ("@id", json!(file.file())),
        ("@type", types),
        ("name", json!(file.file())),
        ("description", json!(about(file))),
        ("encodingFormat", json!(file.media_type())),
        ("contentSize", json!(known.size(file).map(|size| size.to_string()))),
        ("sha256", json!(checksum.map(|checksum| checksum.to_string()))),
        ("conformsTo", json!(schema)),
    ])
}

/// Where the site names no licence, what the page of the data says of rights.
fn license_id(told_of: &About<'_>) -> String {
    told_of.license.map_or_else(|| format!("{}#rights", told_of.url), str::to_owned)
}

fn license(told_of: &About<'_>) -> Value {
    let (name, description) = match told_of.license {
        Some(url) => (url, "The licence under which the data set may be used."),
        None => (
            "Rights differ from document to document",
            "No licence is named for the whole. What is known of the rights in a document \
             stands in its columns `rights` and `rights_url`.",
        ),
    };
    json!({
        "@id": license_id(told_of),
        "@type": "CreativeWork",
        "name": name,
        "description": description,
    })
}
