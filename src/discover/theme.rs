//! Finds a theme and those it stands on.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use super::walk;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::error::Result;
use crate::fs;
use crate::text::Span;
use crate::theme::{DEFAULT, Layer, Theme};

/// `theme.toml`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    extends: Option<String>,
    #[expect(dead_code, reason = "a title is for people who choose a theme")]
    title: Option<String>,
}

/// The theme of that name: `themes/<name>/` over what it extends, over the default one.
pub fn theme(site: &Path, name: &str) -> Result<Checked<Theme>> {
    let mut theme = Theme::default();
    let mut found = Vec::new();
    let mut next = Some(name.to_owned());
    while let Some(name) = next.take() {
        let path: Arc<str> = format!("themes/{name}/theme.toml").into();
        let mut report = |message: String, help: &str| {
            found.push(
                Diagnostic::new(Code::InvalidTheme, &path, Span::default(), message)
                    .help(help),
            );
        };
        if theme.layers.iter().any(|layer| layer.name == name) {
            report(format!("`{name}` extends itself"), "a theme stands on others");
            break;
        }
        if name.starts_with('.') || name.contains(['/', '\\', ':']) {
            report(
                format!("`{name}` is not a theme's name"),
                "a theme is a folder's name",
            );
            break;
        }
        let files = folder(&site.join("themes").join(&name))?;
        if files.is_empty() && name != DEFAULT {
            report(
                format!("there is no theme `{name}`"),
                "`theme` in `site.toml` and `extends` name folders below `themes/`",
            );
            break;
        }
        let settings = settings(&files).unwrap_or_else(|message| {
            report(message, "a theme's settings are `title` and `extends`");
            Settings::default()
        });
        if name != DEFAULT {
            next = Some(settings.extends.unwrap_or_else(|| DEFAULT.to_owned()));
        }
        theme.layers.push(Layer { name, files });
    }
    // Files of a default theme on the disk lie over those in the program.
    theme.layers.push(Layer::embedded());
    Ok(Checked { value: theme, diagnostics: found })
}

type Files = BTreeMap<String, Cow<'static, [u8]>>;

fn folder(folder: &Path) -> Result<Files> {
    let files = walk::files(folder)?.files.into_iter();
    files.map(|file| Ok((file.name, Cow::Owned(fs::read(&file.disk)?)))).collect()
}

fn settings(files: &Files) -> std::result::Result<Settings, String> {
    let Some(bytes) = files.get("theme.toml") else { return Ok(Settings::default()) };
    let text = String::from_utf8_lossy(bytes);
    toml::from_str(&text).map_err(|error| error.message().replace('\n', ", "))
}
