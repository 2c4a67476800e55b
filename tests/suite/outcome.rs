//! What a build made of a site, what lies in its folder, what a run of the program said.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Output;

use chancery::diagnostic::{Diagnostic, Sources, short};
use chancery::pipeline::{Published, Report};
use chancery::text::TextFile;

use super::site::{Site, files_below};

/// What a build by the library came to.
pub(crate) struct Built<'a> {
    site: &'a Site,
    pub(crate) report: Report,
    pub(crate) output: Folder,
}

impl<'a> Built<'a> {
    pub(crate) fn new(site: &'a Site, report: Report) -> Built<'a> {
        Built { site, output: site.public(), report }
    }

    /// Published, and nothing to say against it.
    pub(crate) fn expect_clean(&self) -> &Self {
        self.expect_findings(&[]).expect_success()
    }

    /// Published.
    pub(crate) fn expect_success(&self) -> &Self {
        let is_published = self.report.published.is_some();
        assert!(is_published, "not published: {:#?}", self.findings());
        self
    }

    /// Not published.
    pub(crate) fn expect_failure(&self) -> &Self {
        assert!(self.report.published.is_none(), "published: {:#?}", self.findings());
        self
    }

    /// Exactly these findings, in the form of `--format short`.
    pub(crate) fn expect_findings(&self, expected: &[&str]) -> &Self {
        assert_eq!(self.findings(), expected);
        self
    }

    /// Exactly these findings, help and all that follows the headline left out.
    pub(crate) fn expect_headlines(&self, expected: &[&str]) -> &Self {
        let headlines = self.report.diagnostics.iter().map(|found| {
            let mut found = found.clone();
            found.help = None;
            self.short(&found)
        });
        assert_eq!(headlines.collect::<Vec<_>>(), expected);
        self
    }

    pub(crate) fn findings(&self) -> Vec<String> {
        self.report.diagnostics.iter().map(|found| self.short(found)).collect()
    }

    fn short(&self, found: &Diagnostic) -> String {
        let text = |path: &str| {
            let bytes = fs::read(self.site.path(path)).ok()?;
            Some(TextFile::decode(path, bytes).text)
        };
        short(found, &mut Sources::new(text))
    }

    pub(crate) fn published(&self) -> Published {
        self.expect_success();
        self.report.published.unwrap()
    }

    /// The text of a file of the site.
    pub(crate) fn file(&self, route: &str) -> Page {
        self.output.file(route)
    }

    pub(crate) fn expect_no_file(&self, route: &str) -> &Self {
        self.output.expect_no_file(route);
        self
    }
}

/// A folder that a build wrote.
pub(crate) struct Folder {
    pub(crate) path: PathBuf,
}

impl Folder {
    pub(crate) fn at(path: PathBuf) -> Folder {
        Folder { path }
    }

    /// Every file but those of the hidden folder: its name and its bytes.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files_below(&self.path)
            .into_iter()
            .filter(|(name, _)| !name.starts_with(".chancery/"))
            .collect()
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.files().into_keys().collect()
    }

    pub(crate) fn file(&self, route: &str) -> Page {
        match fs::read(self.path.join(route)) {
            Ok(bytes) => Page {
                route: route.to_owned(),
                text: String::from_utf8_lossy(&bytes).into_owned(),
            },
            Err(error) => panic!("no `{route}` ({error}) among {:#?}", self.names()),
        }
    }

    pub(crate) fn expect_no_file(&self, route: &str) {
        assert!(!self.path.join(route).exists(), "there is a `{route}`");
    }
}

/// A file of a published site.
pub(crate) struct Page {
    route: String,
    pub(crate) text: String,
}

impl Page {
    pub(crate) fn expect_contains(self, part: &str) -> Page {
        assert!(
            self.text.contains(part),
            "no `{part}` in {}:\n{}",
            self.route,
            self.text
        );
        self
    }

    pub(crate) fn expect_lacks(self, part: &str) -> Page {
        assert!(!self.text.contains(part), "`{part}` in {}:\n{}", self.route, self.text);
        self
    }

    /// Has this line, white space around it aside.
    pub(crate) fn expect_line(self, line: &str) -> Page {
        let has = self.text.lines().any(|other| other.trim() == line);
        assert!(has, "no line `{line}` in {}:\n{}", self.route, self.text);
        self
    }

    /// The rest of each line that begins with `word` and a space, in order.
    pub(crate) fn lines_of(&self, word: &str) -> Vec<&str> {
        let lines = self.text.lines().map(str::trim);
        lines.filter_map(|line| line.strip_prefix(word)?.strip_prefix(' ')).collect()
    }

    /// Exactly these lines begin with `word`.
    pub(crate) fn expect_lines(self, word: &str, expected: &[&str]) -> Page {
        assert_eq!(self.lines_of(word), expected, "{}:\n{}", self.route, self.text);
        self
    }
}

/// What a run of the program came to.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    pub(crate) fn of(output: &Output) -> Ran {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Ran {
            code: output.status.code(),
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
        }
    }

    pub(crate) fn expect_code(&self, code: i32) -> &Ran {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }

    pub(crate) fn expect_stdout(&self, text: &str) -> &Ran {
        assert_eq!(self.stdout, text, "{self:#?}");
        self
    }

    pub(crate) fn expect_stderr(&self, text: &str) -> &Ran {
        assert_eq!(self.stderr, text, "{self:#?}");
        self
    }

    pub(crate) fn expect_said(&self, part: &str) -> &Ran {
        assert!(self.stderr.contains(part), "`{part}` was not said: {self:#?}");
        self
    }
}
