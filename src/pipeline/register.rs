//! What was published once: read before a build, and added to after it.

use super::{Order, Report};
use crate::archive::{Archive, DocumentId, Page};
use crate::config::Config;
use crate::error::Result;
use crate::fs;
use crate::register::{FILE, Register};
use crate::text::TextFile;

/// Reads what was published; nothing where the site keeps no register, or has none yet.
pub fn read(order: &Order, config: &Config, report: &mut Report) -> Result<Register> {
    if !config.lock {
        return Ok(Register::default());
    }
    let Some(bytes) = fs::read_if_there(&order.site.join(FILE))? else {
        return Ok(Register::default());
    };
    let file = TextFile::decode(FILE, bytes);
    Ok(Register::read(&file).into_value(&mut report.diagnostics))
}

/// The text with what is published now, where that is to be kept and is not yet there.
pub(super) fn added(
    order: &Order,
    archive: &Archive,
    mut register: Register,
) -> Option<String> {
    let is_preview = order.drafts || order.base_url.is_some() || order.shard.is_some();
    if is_preview || !archive.config.lock {
        return None;
    }
    let mut is_new = false;
    for planned in &archive.plan.pages {
        let Some((language, title)) = cited(archive, planned.page) else { continue };
        let path = planned.route.as_str();
        let folder = path.strip_suffix("index.html");
        let folder = folder.filter(|path| path.is_empty() || path.ends_with('/'));
        let address = format!("/{}", folder.unwrap_or(path));
        is_new |= register.add(&address, language, title);
    }
    is_new.then(|| register.text())
}

/// Puts the text beside `site.toml`.
pub(super) fn write(order: &Order, text: &str) -> Result<()> {
    let path = order.site.join(FILE);
    match fs::stat(&path)? {
        Some(_) => fs::replace(&path, text.as_bytes()),
        None => fs::write_durably(&path, text.as_bytes()),
    }
}

/// Language and title of what somebody may cite by the page's address.
fn cited(archive: &Archive, page: Page) -> Option<(&str, &str)> {
    let document = |id: DocumentId| {
        let document = archive.document(id);
        (document.language.as_str(), &*document.metadata.title)
    };
    match page {
        Page::Document(id) | Page::Alias(id) => Some(document(id)),
        Page::Plain(id) => {
            let page = archive.plain(id);
            Some((page.language.as_str(), &page.title))
        }
        _ => None,
    }
}
