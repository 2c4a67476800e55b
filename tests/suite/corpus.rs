//! Archives as they are found in the world: every text in, or left out with a reason.
//!
//! The texts lie beside the repository and are not part of it; without them these tests
//! say so and pass.

use std::fs;
use std::path::{Path, PathBuf};

use super::feed_rules;
use super::links::broken;
use super::outcome::Folder;
use super::readers;
use super::site::{Site, files_below};
use chancery::diagnostic::Severity;

/// The folder of texts called `name`, where there is one.
pub(crate) fn texts(name: &str) -> Option<PathBuf> {
    let shared = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    let folder = if name == "seeds" {
        shared.join(name)
    } else {
        shared.join("corpus").join(name)
    };
    if folder.is_dir() {
        return Some(folder.canonicalize().unwrap());
    }
    println!("skipped: there is no {}", folder.display());
    None
}

/// A site of the settings in `tests/fixtures/<name>.toml`.
pub(crate) fn site(name: &str) -> Site {
    let settings = format!("tests/fixtures/{name}.toml");
    let settings = Path::new(env!("CARGO_MANIFEST_DIR")).join(settings);
    let site = Site::dressed();
    site.write("site.toml", fs::read(settings).unwrap());
    site
}

fn link(site: &Site, texts: &Path, place: &str) {
    std::os::unix::fs::symlink(texts, site.path(place)).unwrap();
}

/// Builds the site of `texts`; every text is published or has an error that names it, and
/// no link is broken. At least so many works come of it, and exactly these texts cannot be
/// published as they are.
fn check_site(site: &Site, base: &str, works: usize, left_out: &[&str]) {
    let content = files_below(&site.path("content")).into_keys();
    let given = content.filter(|name| name.ends_with(".md")).count();
    let mut order = site.order();
    order.keep_going = true;
    let built = site.build_as(&order);
    let published = built.published();
    assert_eq!(built.report.left_out, left_out, "{:#?}", built.findings());
    for path in left_out {
        let has_reason = built.report.diagnostics.iter().any(|found| {
            found.severity == Severity::Error && *found.primary.path == **path
        });
        assert!(has_reason, "{path} is left out without a reason");
    }
    assert_eq!(published.documents + left_out.len(), given);
    assert!(published.works >= works && published.works <= given, "{published:?}");
    assert_eq!(broken(&site.public(), base), Vec::<String>::new());
    assert_eq!(feed_rules::mistakes(&site.public()), Vec::<String>::new());
    assert_eq!(unreadable(&site.public()), Vec::<String>::new());
}

/// The files for other programs that their readers refuse.
fn unreadable(public: &Folder) -> Vec<String> {
    let (mut refused, mut read) = (Vec::new(), 0);
    for (name, bytes) in public.files() {
        let file = name.rsplit('/').next().unwrap();
        let found = match file {
            "cite.ris" | "all.ris" => readers::ris(&bytes).map(|all| all.len()),
            "cite.bib" | "all.bib" => readers::bibtex(&bytes).map(|all| all.len()),
            "cite.json" | "all.json" => readers::csl(&bytes).map(|all| all.len()),
            "all.csv" => readers::csv(&bytes).map(|all| all.len()),
            _ => continue,
        };
        read += 1;
        match found {
            Ok(0) => refused.push(format!("{name}: nothing in it")),
            Ok(_) => {}
            Err(error) => refused.push(format!("{name}: {error}")),
        }
    }
    assert!(read > 0);
    refused
}

fn check(name: &str, works: usize, left_out: &[&str]) {
    let Some(texts) = texts(name) else { return };
    let site = site(name);
    link(&site, &texts, "content");
    check_site(&site, &format!("/corpus/{name}/"), works, left_out);
}

#[test]
fn frus() {
    check("frus", 1100, &[]);
}

#[test]
fn jp_law() {
    check("jp-law", 220, &[]);
}

#[test]
fn ungdc() {
    check("ungdc", 230, &[]);
}

#[test]
fn treaties() {
    check("treaties", 9, &[]);
}

#[test]
fn udhr() {
    check("udhr", 3, &[]);
}

#[test]
fn canada_acts() {
    check("canada-acts", 60, &[]);
}

#[test]
fn opensource_guide() {
    check("opensource-guide", 11, &[]);
}

#[test]
fn aozora() {
    check("aozora", 30, &[]);
}

#[test]
fn gov() {
    check(
        "gov",
        50,
        &GOV_LEFT_OUT
            .map(|name| format!("content/{name}"))
            .each_ref()
            .map(|path| &**path),
    );
}

/// A key stands twice; a former address is that of the home page.
const GOV_LEFT_OUT: [&str; 2] =
    ["cyber-directives/15-01.md", "cyber-directives/index.md"];

#[test]
fn milestones() {
    check("milestones", 46, &[]);
}

#[test]
fn cc_legalcode() {
    check("cc-legalcode", 1, &[]);
}

#[test]
fn seeds() {
    check("seeds", 2, &[]);
}

const ALL: &[&str] = &[
    "frus",
    "jp-law",
    "ungdc",
    "treaties",
    "udhr",
    "canada-acts",
    "opensource-guide",
    "aozora",
    "gov",
    "milestones",
    "cc-legalcode",
    "seeds",
];

#[test]
fn everything_as_one_archive() {
    let site = site("all");
    for name in ALL {
        let Some(texts) = texts(name) else { return };
        for (file, bytes) in files_below(&texts) {
            site.write(&format!("content/{name}/{file}"), bytes);
        }
    }
    let left_out = GOV_LEFT_OUT.map(|name| format!("content/gov/{name}"));
    check_site(&site, "/corpus/all/", 1700, &left_out.each_ref().map(|path| &**path));
}
