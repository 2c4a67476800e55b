//! `chancery init`: a site that builds at once.

use std::borrow::Cow;
use std::path::Path;

use super::Outcome;
use super::arguments::{Init, Shared};
use super::report;
use super::schema;
use crate::error::Result;
use crate::fs;

/// Every file of a new site, by its path.
const FILES: &[(&str, &str)] = &[
    ("site.toml", include_str!("site/site.toml")),
    ("content/2024/first.md", include_str!("site/first.md")),
    ("content/2024/first.ja.md", include_str!("site/first.ja.md")),
    ("content/topics.toml", include_str!("site/topics.toml")),
    (".gitignore", include_str!("site/gitignore")),
    (".github/workflows/archive.yml", include_str!("site/pages.yml")),
    (".vscode/settings.json", include_str!("site/settings.json")),
    (".vscode/site.schema.json", schema::SITE),
    (".vscode/front-matter.schema.json", schema::FRONT_MATTER),
];

pub(super) fn run(init: &Init, shared: &Shared) -> Result<Outcome> {
    let folder = &init.folder;
    if !is_free(folder)? {
        report::talk(&format!(
            "error: `{}` is not empty: name a new folder",
            folder.display()
        ));
        return Ok(Outcome::Usage);
    }
    for (path, text) in FILES {
        let text = text.replace("VERSION", env!("CARGO_PKG_VERSION"));
        fs::put(&folder.join(path), text.as_bytes())?;
    }
    if !shared.quiet {
        report::talk(&next(folder));
    }
    Ok(Outcome::Done)
}

/// Whether nothing is in the way: a repository may be there already.
fn is_free(folder: &Path) -> Result<bool> {
    if fs::stat(folder)?.is_some_and(|found| !found.is_folder) {
        return Ok(false);
    }
    let is_git = |path: &Path| path.file_name().is_some_and(|name| name == ".git");
    Ok(fs::names(folder)?.iter().all(|path| is_git(path)))
}

fn next(folder: &Path) -> String {
    let folder = folder.to_string_lossy();
    let word = quoted(&folder);
    format!(
        "a new archive is in `{folder}`; next:\n  cd {word}\n  chancery serve\n  \
         chancery new --title \"My first text\""
    )
}

/// A path as one word of a shell's line, which is no option.
fn quoted(name: &str) -> Cow<'_, str> {
    let stands = |c: char| c.is_alphanumeric() || "/._-:\\".contains(c);
    if name.starts_with('-') {
        return Cow::Owned(quoted(&format!("./{name}")).into_owned());
    }
    match !name.is_empty() && name.chars().all(stands) {
        true => Cow::Borrowed(name),
        false => Cow::Owned(format!("'{}'", name.replace('\'', "'\\''"))),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn names_are_one_word_of_a_shell() {
        let check = |name: &str, expected: &str| assert_eq!(quoted(name), expected);
        check("my-archive", "my-archive");
        check("../外交/a.b", "../外交/a.b");
        check("空 dir", "'空 dir'");
        check("it's $HOME", "'it'\\''s $HOME'");
        check("-x y", "'./-x y'");
        check("", "''");
    }
}
