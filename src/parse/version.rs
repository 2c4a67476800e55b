//! What readers got of a file as it once was: enough to tell whether a later one differs.

use super::front_matter::{self, Data, Entry, Node};
use super::keys::{is_published, is_shown};
use super::{naming, schema};
use crate::config::{Config, Meaning};
use crate::fingerprint::Fingerprint;
use crate::text::TextFile;

/// A file as it was kept once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Whether it stayed unpublished.
    pub draft: bool,
    /// The work that it was a version of.
    pub work: Box<str>,
    /// The text and what its page says of it, hashed: the same where a reader sees no
    /// difference.
    pub shown: Fingerprint,
}

/// What a file at `name`, relative to the content folder, was; none where it was no text.
pub fn version(file: &TextFile, name: &str, config: &Config) -> Option<Version> {
    if file.invalid.is_some() {
        return None;
    }
    // Mistakes of former days are no longer anybody's.
    let mut past = Vec::new();
    let front = front_matter::read(file, &mut past);
    let described = schema::describe(&front.entries, config, &file.path, &mut past);
    let work = described.work.map(|work| work.value);
    let body = file.text.get(front.body..).unwrap_or_default();
    Some(Version {
        draft: described.metadata.draft,
        work: work.unwrap_or_else(|| naming::naming(name, config).work.into()),
        shown: shown(&front.entries, body, config),
    })
}

fn shown(entries: &[Entry<'_>], body: &str, config: &Config) -> Fingerprint {
    let is_told = |entry: &&Entry<'_>| {
        is_published(&entry.key, config) && is_shown(meant(&entry.key, config))
    };
    let values = entries.iter().filter(is_told).map(|entry| {
        let mut value = String::new();
        tell(&entry.value, &mut value);
        (&*entry.key, value)
    });
    let mut told: Vec<(&str, String)> = values.collect();
    // Whoever sorts keys corrects nothing.
    told.sort_unstable();
    told.push(("", body.trim().to_owned()));
    Fingerprint::of_all(told.iter().map(|(key, value)| (*key, value.as_bytes())))
}

/// The key of chancery's that one of the site's stands for.
fn meant<'a>(key: &'a str, config: &'a Config) -> &'a str {
    match config.meaning(key) {
        Some(Meaning::Key { key, .. }) => key,
        _ => key,
    }
}

/// A value, however it is quoted and laid out.
fn tell(node: &Node<'_>, value: &mut String) {
    match &node.data {
        Data::Null => value.push_str("~\n"),
        Data::Text(text) => {
            value.push_str(text);
            value.push('\n');
        }
        Data::List(items) => {
            value.push_str("[\n");
            for item in items {
                tell(item, value);
            }
            value.push_str("]\n");
        }
        Data::Map(entries) => {
            value.push_str("{\n");
            for entry in entries {
                value.push_str(&entry.key);
                value.push('\n');
                tell(&entry.value, value);
            }
            value.push_str("}\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(front: &str) -> Version {
        let settings = "title = \"A\"\nbase_url = \"https://x.org/\"\n\n\
                        [keys]\nsubject = \"topics\"\n\n[taxonomies.topics]\n";
        let config = TextFile::decode("site.toml", settings.as_bytes());
        let config = crate::config::read(&config).value.unwrap();
        let text = format!("---\n{front}---\nText.\n").into_bytes();
        version(&TextFile::decode("content/a.md", text), "a.md", &config).unwrap()
    }

    #[test]
    fn what_readers_do_not_see_is_no_difference() {
        let before = read("title: A\ntopics: [x, y]\n");
        let check = |front: &str, is_same: bool| {
            assert_eq!(read(front).shown == before.shown, is_same, "{front}");
        };
        check("topics:\n  - x\n  - \"y\"\n# why\ntitle: 'A'\n", true);
        check("title: A\ntopics: [x, y]\nextra: {box: 12}\n", true);
        check("title: A\ntopics: [x, y]\ndraft: true\nnav: 1\n", true);
        check("title: A\ntopics: [x, y]\nwork: b\naliases: [/c/]\n", true);
        check("title: A\ntopics: [x]\n", false);
        check("title: B\ntopics: [x, y]\n", false);
        check("title: A\ntopics: [x, y]\nplace: Rome\n", false);
        check("title: A\ntopics: [x, [y]]\n", false);
    }

    #[test]
    fn drafts_and_names_of_works() {
        let check = |front: &str, draft: bool, work: &str| {
            let found = read(front);
            assert_eq!((found.draft, &*found.work), (draft, work), "{front}");
        };
        check("title: A\n", false, "a");
        check("title: A\ndraft: true\nwork: 2018/b\n", true, "2018/b");
    }
}
