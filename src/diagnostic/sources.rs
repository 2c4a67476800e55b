//! The texts that findings point into, read again when a report is made.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Label;
use crate::text::LineColumn;

/// Gives the text of a file by its path relative to the site.
type Load<'a> = Box<dyn Fn(&str) -> Option<String> + 'a>;

/// Texts by path, loaded once each: a build keeps none in memory.
pub struct Sources<'a> {
    load: Load<'a>,
    loaded: BTreeMap<Arc<str>, Arc<str>>,
}

impl<'a> Sources<'a> {
    /// Texts as `load` gives them.
    pub fn new(load: impl Fn(&str) -> Option<String> + 'a) -> Sources<'a> {
        Sources { load: Box::new(load), loaded: BTreeMap::new() }
    }

    /// The text of the file at `path`; empty when it cannot be read any more.
    pub fn text(&mut self, path: &Arc<str>) -> Arc<str> {
        if let Some(text) = self.loaded.get(path) {
            return text.clone();
        }
        let text: Arc<str> = (self.load)(path).unwrap_or_default().into();
        self.loaded.insert(path.clone(), text.clone());
        text
    }

    /// Where a label begins, as people count. That of a whole file is known unread.
    pub fn place(&mut self, label: &Label) -> LineColumn {
        if label.span.start == 0 {
            return LineColumn::of("", 0);
        }
        LineColumn::of(&self.text(&label.path), label.span.start as usize)
    }
}
