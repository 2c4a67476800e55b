//! The modules look only down, and each outside library is named in one place.

use std::fs;
use std::path::Path;

use super::site::files_below;
use super::source::Source;

/// From the bottom to the top. A module names only modules of lines above its own, and so
/// none of its own line.
const LINES: &[&[&str]] = &[
    &["error", "date", "language", "slug", "fingerprint", "spelling"],
    &["text", "route"],
    &["diagnostic", "fs"],
    &["config", "document", "theme", "register"],
    &["markdown", "archive"],
    &["citation", "search"],
    &["discover", "parse", "assemble", "check", "links", "render", "write", "import"],
    &["pipeline"],
    &["serve"],
    &["cli"],
    &["main"],
];

/// Where each outside library may be named: files, or folders with a slash.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("ammonia", &["markdown/sanitise.rs"]),
    ("annotate_snippets", &["diagnostic/terminal.rs"]),
    ("chardetng", &["import/decode.rs"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/arguments/", "cli/completions.rs"]),
    ("clap_mangen", &["cli/man.rs"]),
    // The exports have a module of that name.
    ("csv", &["import/table.rs", "render/export/mod.rs"]),
    ("encoding_rs", &["import/decode.rs", "import/tests/"]),
    ("flate2", &["search/format/packed.rs"]),
    ("html5ever", &["import/html/tokens.rs"]),
    ("icu_collator", &["assemble/collation.rs"]),
    ("icu_locale_core", &["assemble/collation.rs"]),
    ("icu_normalizer", &["search/tokens/fold.rs"]),
    ("icu_properties", &["search/tokens/scripts.rs"]),
    ("imagesize", &["fs/images.rs"]),
    ("include_dir", &["cli/explain.rs", "theme.rs"]),
    ("indicatif", &["cli/progress.rs"]),
    ("memchr", &["markdown/", "write/manifest.rs"]),
    ("mimalloc", &["main.rs"]),
    ("notify", &["serve/watch.rs"]),
    ("pulldown_cmark", &["markdown/"]),
    (
        "rayon",
        &[
            "assemble/",
            "check/archive/dropped.rs",
            "cli/mod.rs",
            "pipeline/check.rs",
            "pipeline/links.rs",
            "pipeline/pages.rs",
            "pipeline/read.rs",
            "pipeline/shard.rs",
            "pipeline/sources.rs",
            "render/search/",
            "serve/",
            "write/",
        ],
    ),
    ("roxmltree", &["import/tei/", "render/xml.rs"]),
    (
        "serde",
        &[
            "cli/search.rs",
            "config/",
            "diagnostic/",
            "discover/theme.rs",
            "language/",
            "pipeline/shard.rs",
            "pipeline/sources.rs",
            "text.rs",
            "links/known.rs",
            "render/",
            "search/format/",
        ],
    ),
    (
        "serde_json",
        &[
            "cli/import/json.rs",
            "cli/links/list.rs",
            "cli/new.rs",
            "cli/search.rs",
            "cli/stats.rs",
            "config/",
            "diagnostic/json.rs",
            "diagnostic/sarif.rs",
            "links/known.rs",
            "parse/json_schema.rs",
            "pipeline/shard.rs",
            "pipeline/sources.rs",
            "render/",
            "search/",
            "serve/reload.rs",
        ],
    ),
    ("serde_yaml", &["parse/front_matter/yaml.rs"]),
    ("sha2", &["fingerprint.rs"]),
    ("simdutf8", &["text.rs"]),
    ("strsim", &["spelling.rs"]),
    ("syntect", &["markdown/highlight.rs"]),
    ("tera", &["render/html/"]),
    ("toml", &["config/", "discover/theme.rs", "render/html/interface_texts.rs"]),
    ("ureq", &["links/client.rs"]),
    ("url", &["config/links.rs", "links/address.rs", "links/private.rs"]),
    ("walkdir", &["discover/walk.rs"]),
    ("xxhash_rust", &["fingerprint.rs"]),
];

/// Rooms of the standard library that one place owns.
const ROOMS: &[(&[&str], &[&str])] = &[
    (&["std", "fs"], &["fs/", "date/tests/"]),
    (&["std", "net"], &["links/private.rs", "serve/"]),
    (&["std", "process"], &["cli/", "discover/history/", "main.rs"]),
    (&["std", "env"], &["cli/"]),
    // What the clock says decides no byte: `fs` asks it how old a time stamp is.
    (&["std", "time", "SystemTime"], &["cli/today.rs", "fs/mark.rs"]),
    (&["std", "time", "Instant"], &["cli/", "links/gates.rs"]),
];

#[test]
fn modules_name_only_modules_below_them() {
    let mut wrong = Vec::new();
    for source in sources() {
        let own = line_of(source.module());
        for named in source.modules_named() {
            if named != source.module() && line_of(&named) >= own {
                wrong.push(format!("{} names {named}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn modules_stand_in_reading_order() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let modules: Vec<usize> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(line_of)
        .collect();
    assert!(modules.is_sorted(), "lib.rs lists a module before one that it needs");
    let listed: usize = LINES.iter().map(|line| line.len()).sum();
    assert_eq!(modules.len() + 1, listed, "a line here names a module that is not");
}

#[test]
fn outside_libraries_are_named_in_one_place() {
    let mut wrong = Vec::new();
    for source in sources() {
        for path in source.paths() {
            let library = LIBRARIES.iter().find(|(name, _)| *name == path[0]);
            if library.is_some_and(|(_, places)| !source.is_in(places)) {
                wrong.push(format!("{} names {}", source.path, path[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_library_has_its_place() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let dependencies = manifest.split("[dependencies]\n").nth(1).unwrap();
    let dependencies = dependencies.split("\n[").next().unwrap();
    let names = dependencies.lines().filter_map(|line| line.split_once(" = "));
    let mut names: Vec<_> = names.map(|(name, _)| name.replace('-', "_")).collect();
    names.sort();
    let known: Vec<_> = LIBRARIES.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, known);
    let sources = sources();
    let paths: Vec<_> = sources.iter().map(|source| (source, source.paths())).collect();
    for (name, places) in LIBRARIES {
        for place in *places {
            let is_named = paths.iter().any(|(source, paths)| {
                source.is_in(&[place]) && paths.iter().any(|path| path[0] == *name)
            });
            assert!(is_named, "{name} is not named in {place}");
        }
    }
}

#[test]
fn each_room_of_the_standard_library_has_one_owner() {
    let mut wrong = Vec::new();
    for source in sources() {
        for path in source.paths() {
            let room = ROOMS.iter().find(|(room, _)| path.starts_with(&owned(room)));
            if room.is_some_and(|(_, places)| !source.is_in(places)) {
                wrong.push(format!("{} names {}", source.path, path.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_says_what_it_is() {
    for folder in ["src", "tests"] {
        for (name, bytes) in files_below(&root().join(folder)) {
            let is_rust = Path::new(&name).extension().is_some_and(|e| e == "rs");
            assert!(!is_rust || bytes.starts_with(b"//! "), "{folder}/{name}");
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn line_of(module: &str) -> usize {
    let at = LINES.iter().position(|line| line.contains(&module));
    at.unwrap_or_else(|| panic!("`{module}` stands on no line of `LINES`"))
}

fn owned(path: &[&str]) -> Vec<String> {
    path.iter().map(|&segment| segment.to_owned()).collect()
}

/// The crate's files, `lib.rs` aside: it only lists them.
fn sources() -> Vec<Source> {
    let files = files_below(&root().join("src")).into_iter();
    files
        .filter(|(path, _)| path != "lib.rs")
        .map(|(path, bytes)| Source::new(&path, &String::from_utf8(bytes).unwrap()))
        .collect()
}
