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
    graph.extend(told_of.license.map(license));
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
    let license = match told_of.license {
        Some(url) => json!({ "@id": url }),
        None => json!(NO_LICENSE),
    };
    told([
        ("@id", json!("./")),
        ("@type", json!("Dataset")),
        ("name", json!(told_of.title)),
        ("description", json!(told_of.description)),
        ("url", json!(told_of.url)),
        // The edition, as far as anybody knows: the last change to a document.
        ("datePublished", json!(told_of.changed)),
        ("license", license),
        ("publisher", json!(told_of.publisher.map(|_| json!({ "@id": PUBLISHER })))),
        ("inLanguage", json!(told_of.languages)),
        ("temporalCoverage", json!(told_of.years)),
        ("isPartOf", json!({ "@id": archive.config.base_url })),
        ("hasPart", json!(parts)),
    ])
}

/// Where the site names no licence, each document's rights are its own.
const NO_LICENSE: &str = "No licence is named for the whole. What is known of the rights \
                          in a document stands in its columns `rights` and `rights_url`.";

fn part(known: &Digests, file: DataFile) -> Value {
    let schema =
        (file == DataFile::Jsonl).then(|| json!({ "@id": DataFile::Schema.file() }));
    let checksum = known.get(file).and_then(|digest| digest.checksum);
    told([
        ("@id", json!(file.file())),
        ("@type", json!("File")),
        ("name", json!(file.file())),
        ("description", json!(about(file))),
        ("encodingFormat", json!(file.media_type())),
        ("contentSize", json!(known.size(file).map(|size| size.to_string()))),
        ("sha256", json!(checksum.map(|checksum| checksum.to_string()))),
        ("conformsTo", json!(schema)),
    ])
}

fn license(url: &str) -> Value {
    json!({
        "@id": url,
        "@type": "CreativeWork",
        "name": url,
        "description": "The licence under which the data set may be used.",
    })
}
