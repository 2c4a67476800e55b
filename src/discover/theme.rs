//! Finds a theme and those it stands on.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::walk;
use crate::config::Config;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::error::Result;
use crate::fs;
use crate::spelling;
use crate::text::{Span, TextFile};
use crate::theme::{DEFAULT, Layer, Origin, Theme};

/// `theme.toml`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    extends: Option<Spanned<String>>,
    #[expect(dead_code, reason = "a title is for people who choose a theme")]
    title: Option<String>,
}

/// A theme's name, and who asks for it.
struct Asked {
    name: String,
    path: Arc<str>,
    span: Span,
}

/// The theme of the site: `themes/<name>/` over what it extends, over the default one.
pub fn theme(site: &Path, config: &Config) -> Result<Checked<Theme>> {
    let mut theme = Theme::default();
    let mut found = Vec::new();
    let name = config.theme.clone();
    let mut next =
        Some(Asked { name, path: "site.toml".into(), span: config.theme_span });
    while let Some(asked) = next.take() {
        if let Some((message, help)) = mistake(site, &theme, &asked.name)? {
            let wrong =
                Diagnostic::new(Code::InvalidTheme, &asked.path, asked.span, message);
            found.push(wrong.help(help));
            break;
        }
        let files = folder(&site.join("themes").join(&asked.name))?;
        if asked.name != DEFAULT {
            next = Some(settings(&asked.name, &files).into_value(&mut found));
        }
        theme.layers.push(Layer { name: asked.name, origin: Origin::Disk, files });
    }
    // Files of a default theme on the disk lie over those in the program.
    theme.layers.push(Layer::embedded());
    Ok(Checked { value: theme, diagnostics: found })
}

/// What is wrong with a theme's name, and what to do.
fn mistake(site: &Path, theme: &Theme, name: &str) -> Result<Option<(String, String)>> {
    if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\', ':']) {
        let message = format!("`{name}` is not a theme's name");
        return Ok(Some((message, "name a folder below `themes/`".to_owned())));
    }
    if theme.layers.iter().any(|layer| layer.name == name) {
        let message = format!("`{name}` extends itself");
        return Ok(Some((message, "a theme stands on others".to_owned())));
    }
    let known = names(site)?;
    if known.iter().any(|known| known == name) {
        return Ok(None);
    }
    let help = match spelling::closest(name, known.iter().map(String::as_str)) {
        Some(known) => format!("did you mean `{known}`?"),
        None => format!("themes are folders below `themes/`: `{}`", known.join("`, `")),
    };
    Ok(Some((format!("there is no theme `{name}`"), help)))
}

/// The themes that the site may name, sorted.
fn names(site: &Path) -> Result<Vec<String>> {
    let mut names = vec![DEFAULT.to_owned()];
    for path in fs::names(&site.join("themes"))? {
        let is_folder = fs::stat(&path)?.is_some_and(|found| found.is_folder);
        let name = path.file_name().and_then(|name| name.to_str());
        names.extend(name.filter(|_| is_folder).map(str::to_owned));
    }
    names.sort();
    names.dedup();
    Ok(names)
}

type Files = BTreeMap<String, Cow<'static, [u8]>>;

fn folder(folder: &Path) -> Result<Files> {
    let files = walk::files(folder)?.files.into_iter();
    files.map(|file| Ok((file.name, Cow::Owned(fs::read(&file.disk)?)))).collect()
}

/// What a theme stands on, as its `theme.toml` says.
fn settings(name: &str, files: &Files) -> Checked<Asked> {
    let bytes = files.get("theme.toml").map_or_else(Vec::new, |bytes| bytes.to_vec());
    let file = TextFile::decode(format!("themes/{name}/theme.toml"), bytes);
    let asked = |name: &str, range: std::ops::Range<usize>| Asked {
        name: name.to_owned(),
        path: file.path.clone(),
        span: Span::new(range.start, range.end),
    };
    match toml::from_str::<Settings>(&file.text) {
        Ok(Settings { extends: Some(name), .. }) => {
            Checked::clean(asked(name.get_ref(), name.span()))
        }
        Ok(_) => Checked::clean(asked(DEFAULT, 0..0)),
        Err(error) => {
            let wrong = asked(DEFAULT, error.span().unwrap_or_default());
            let message = error.message().replace('\n', ", ");
            let finding =
                Diagnostic::new(Code::InvalidTheme, &file.path, wrong.span, message)
                    .help("a theme's settings are `title` and `extends`");
            Checked { value: wrong, diagnostics: vec![finding] }
        }
    }
}
