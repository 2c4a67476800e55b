//! What a link in a document's text leads to.

use super::{Absent, Archive, DocumentId, FileId, Page};
use crate::language::Language;
use crate::route::Route;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A document, and a place in it.
    Document(DocumentId, Option<String>),
    /// A copied file.
    File(FileId),
    /// Another page of the site: its address relative to the root, as written.
    Page(String),
    /// A place in the same text.
    Here(String),
    /// Nowhere.
    Nothing,
}

impl Archive {
    /// Resolves a link as it stands in the file at `path`, whose text is in `language`.
    ///
    /// A link to `name.md` leads to the version of the work in the reader's language
    /// where there is one; a link to `name.ja.md` leads to that very file.
    pub fn resolve(&self, path: &str, language: &Language, target: &str) -> Destination {
        let (location, fragment) = match target.split_once('#') {
            Some((location, fragment)) => (location, Some(fragment.to_owned())),
            None => (target, None),
        };
        let location = location.split('?').next().unwrap_or(location);
        if location.is_empty() {
            return fragment.map_or(Destination::Nothing, Destination::Here);
        }
        if let Some(rooted) = location.strip_prefix('/') {
            return self.rooted(rooted, fragment);
        }
        // As seen from the file; else, as other generators have it, from its page.
        let from_page =
            || join(&format!("{}/", path.strip_suffix(".md").unwrap_or(path)), location);
        let find = |file: String| {
            let found = self.at(&file, language);
            (found != Destination::Nothing).then_some(found)
        };
        let found = join(path, location).and_then(find);
        match found.or_else(|| from_page().and_then(find)) {
            Some(Destination::Document(id, _)) => Destination::Document(id, fragment),
            Some(destination) => destination,
            None => Destination::Nothing,
        }
    }

    /// Why the document that a link names is not published, where there is one.
    pub fn absent(&self, path: &str, target: &str) -> Option<Absent> {
        let location = target.split(['#', '?']).next().unwrap_or(target);
        let from_page = format!("{}/", path.strip_suffix(".md").unwrap_or(path));
        let seen = [join(path, location), join(&from_page, location)];
        let names = seen.into_iter().flatten().flat_map(|file| {
            let stem = file.trim_end_matches('/').to_owned();
            [format!("{stem}.md"), format!("{stem}/index.md"), stem]
        });
        let mut found = names.filter_map(|name| self.absent.get(&*name).copied());
        found.next()
    }

    /// What a path relative to the site is.
    fn at(&self, file: &str, language: &Language) -> Destination {
        if let Some(id) = self.document_named(file, language) {
            return Destination::Document(id, None);
        }
        if let Some(page) = self.page_named(file) {
            return Destination::Page(page);
        }
        self.file_at(file).map_or(Destination::Nothing, Destination::File)
    }

    /// A document by its file, by its file without a language, or without its extension.
    fn document_named(&self, file: &str, language: &Language) -> Option<DocumentId> {
        let exact = self.document_at(file);
        let stem = file.strip_suffix(".md").unwrap_or(file).trim_end_matches('/');
        if let Some(id) = exact {
            let is_exact = stem
                .rsplit_once('.')
                .is_some_and(|(_, suffix)| self.document(id).language.as_str() == suffix);
            return Some(if is_exact { id } else { self.sibling(id, language) });
        }
        let extended = self.document_at(&format!("{stem}.md"));
        let index = || self.document_at(&format!("{stem}/index.md"));
        let suffixed = || {
            let tags = std::iter::once(language).chain(&self.config.languages);
            let mut names = tags.map(|tag| format!("{stem}.{tag}.md"));
            names.find_map(|name| self.document_at(&name))
        };
        extended.or_else(index).or_else(suffixed).map(|id| self.sibling(id, language))
    }

    fn sibling(&self, id: DocumentId, language: &Language) -> DocumentId {
        if self.document(id).language == *language {
            return id;
        }
        let Some(work) = self.work_of(id) else { return id };
        self.versions(work)
            .find(|&version| self.document(version).language == *language)
            .unwrap_or(id)
    }

    /// A plain page by its file.
    fn page_named(&self, file: &str) -> Option<String> {
        let at = self.pages.iter().position(|page| {
            *page.path == *file
                || page.path.strip_suffix(".md") == Some(file.trim_end_matches('/'))
        })?;
        Some(self.plain_path(super::PlainId::new(at)))
    }

    fn rooted(&self, path: &str, fragment: Option<String>) -> Destination {
        let planned = |route: Result<Route, _>| self.plan.get(&route.ok()?);
        let file = || planned(Route::file(path)).filter(|_| !path.ends_with('/'));
        let planned = file().or_else(|| planned(Route::page(path)));
        match planned.map(|planned| planned.page) {
            Some(Page::Document(id) | Page::Alias(id)) => {
                Destination::Document(id, fragment)
            }
            Some(Page::File(id)) => Destination::File(id),
            Some(_) => Destination::Page(path.to_owned()),
            None => Destination::Nothing,
        }
    }
}

/// The path of `location` as seen from the file at `from`; none above the root.
fn join(from: &str, location: &str) -> Option<String> {
    let mut segments: Vec<&str> = from.split('/').collect();
    segments.pop();
    for segment in location.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop()?;
            }
            name => segments.push(name),
        }
    }
    Some(segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn paths_are_joined() {
        let check = |from, to, expected: Option<&str>| {
            assert_eq!(join(from, to).as_deref(), expected, "{from} {to}");
        };
        check("content/a/b.md", "c.md", Some("content/a/c.md"));
        check("content/a/b.md", "../c/./d.md", Some("content/c/d.md"));
        check("content/b.md", "../../../etc/passwd", None);
    }
}
