//! An archive put together again of documents that have changed: equal to one made afresh.

use std::collections::BTreeMap;

use chancery::archive::Archive;
use chancery::assemble::{Former, Input, amend, assemble, reassemble};
use chancery::config::{self, Config};
use chancery::diagnostic::Checked;
use chancery::document::Document;
use chancery::parse;
use chancery::text::TextFile;

const SETTINGS: &str = "title = \"A\"\nbase_url = \"https://example.org/\"\n\
    languages = [\"en\", \"ja\"]\npage_size = 40\n\
    [taxonomies.bodies]\nkey = \"body\"\n";

fn config() -> Config {
    let file = TextFile::decode("site.toml", SETTINGS.as_bytes());
    config::read(&file).value.unwrap()
}

fn document(name: &str, lines: &str, config: &Config) -> Document {
    let text = format!("---\n{lines}\n---\nWords of [another](/date/1951/).\n");
    let file = TextFile::decode(format!("content/{name}"), text.into_bytes());
    parse::document(&file, name, config).value.unwrap()
}

/// Enough for lists of several pages that can be narrowed.
fn documents(config: &Config) -> Vec<Document> {
    let each = (0..130).flat_map(|at| {
        let (year, day, kind) = (1950 + at % 2, 1 + at % 28, ["speech", "letter"]);
        let lines = format!(
            "title: Title {}\ndate: {year}-05-{day:02}\nkind: {}\ntopics: [t{}]",
            at % 9,
            kind[at % 2],
            at % 3,
        );
        let other = format!("title: 題 {at}\ntopics: [t1, 新]");
        let other = (at % 10 == 0).then(|| (format!("d{at:03}.ja.md"), other));
        std::iter::once((format!("d{at:03}.md"), lines)).chain(other)
    });
    each.map(|(name, lines)| document(&name, &lines, config)).collect()
}

fn input(config: &Config, documents: Vec<Document>) -> Input {
    Input {
        config: config.clone(),
        documents,
        absent: BTreeMap::new(),
        withdrawn: Vec::new(),
        pages: Vec::new(),
        vocabularies: Vec::new(),
        files: Vec::new(),
        assets: Vec::new(),
    }
}

#[test]
fn what_is_kept_is_what_would_be_made() {
    let config = config();
    let mut known = assemble(input(&config, documents(&config)));
    let mut check = |name: &str, lines: &str| {
        let archive = &mut known.value;
        let new = document(name, lines, &config);
        let id = archive.document_at(&new.path).unwrap();
        let changed = vec![(id, amend(archive, id, new).unwrap())];
        let former = Former::of(archive, changed, &known.diagnostics);
        let documents = std::mem::take(&mut archive.documents);
        let made = assemble(input(&config, documents.clone()));
        known = reassemble(input(&config, documents), former);
        assert_eq!(told(&known), told(&made), "{lines}");
    };
    // To another year; before all others, where it makes a decade; and back.
    check("d004.md", "title: Title 4\ndate: 1951-05-30\nkind: letter\ntopics: [t1]");
    check("d004.md", "title: Title 4\ndate: 1939\nkind: letter\ntopics: [t1]");
    check("d004.md", "title: Title 4\ndate: 1950-05\nkind: letter\ntopics: [t1]");
    // Topics that are new and stand before others, gone again, said by translations.
    check("d007.md", "title: Title 7\ndate: 1951-05-08\ntopics: [a, t1]");
    check("d007.md", "title: Title 7\ndate: 1951-05-08\ntopics: [新]");
    check("d007.md", "title: Title 7\ndate: 1951-05-08");
    check("d020.ja.md", "title: 題\ndate: 1952\ntopics: [t2]");
    // Without a date, with another title at once, in another language.
    check("d009.md", "title: Title 7\ntopics: [t0]");
    check("d009.md", "title: Title 8\ndate: 1950\ntopics: [t0]\nbody: [council]");
    check("d009.md", "title: Title 8\ndate: 1951\ntopics: [t0]\nlang: fr");
    // Addresses of its own: one that is free, one that is taken, and one that cannot be.
    check("d011.md", "title: Title 2\ndate: 1950\naliases: [/old/]");
    check("d011.md", "title: Title 2\ndate: 1951\naliases: [/old/, /date/1950/]");
    check("d012.md", "title: Title 3\ndate: 1951");
    check("d011.md", "title: Title 2\ndate: 1951\naliases: [/a?/]");
    check("d011.md", "title: Title 2\ndate: 1952\nwork: d012");
}

/// All that an archive has and its documents have not.
fn told(archive: &Checked<Archive>) -> String {
    let Checked { value: archive, diagnostics } = archive;
    let Archive { works, work_of, taxonomies, timeline, titles, filters, .. } = archive;
    let Archive { cites, cited_by, plan, .. } = archive;
    let lists = (works, work_of, taxonomies, timeline, titles, filters);
    format!("{lists:#?}{:#?}{diagnostics:#?}", (cites, cited_by, plan))
}
