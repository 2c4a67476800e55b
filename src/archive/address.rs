//! Where each part of the archive stands.

use super::{
    Archive, DocumentId, FilterId, InterfaceId, Listed, PlainId, TaxonomyId, TermId,
    WorkId,
};
use crate::config::DataFile;
use crate::route::{Route, push_encoded};

/// Paths of folders, relative to the site's root and ending in a slash; the root is the
/// empty path.
impl Archive {
    /// `documents/<work>/`: the address to cite.
    pub fn work_path(&self, id: WorkId) -> String {
        format!("documents/{}/", self.work(id).name)
    }

    /// `documents/<work>/`, with the language for all but the main one.
    pub fn document_path(&self, id: DocumentId) -> String {
        let Some(work) = self.work_of(id) else { return String::new() };
        let path = self.work_path(work);
        if self.work(work).main == id {
            return path;
        }
        format!("{path}{}/", self.document(id).language)
    }

    /// `documents/<work>/<language>-<language>/`: two versions side by side.
    pub fn parallel_path(&self, left: DocumentId, right: DocumentId) -> String {
        let Some(work) = self.work_of(left) else { return String::new() };
        let (left, right) = (self.document(left), self.document(right));
        format!("{}{}-{}/", self.work_path(work), left.language, right.language)
    }

    /// A page of an index in an interface language: the empty name is the home page.
    pub fn index_path(&self, interface: InterfaceId, name: &str) -> String {
        let slash = if name.is_empty() { "" } else { "/" };
        if interface == InterfaceId::default() {
            return format!("{name}{slash}");
        }
        format!("{}/{name}{slash}", self.interface(interface))
    }

    /// The index of a taxonomy.
    pub fn taxonomy_path(&self, interface: InterfaceId, taxonomy: TaxonomyId) -> String {
        self.index_path(interface, &self.taxonomy(taxonomy).name)
    }

    /// A term of a taxonomy.
    pub fn term_path(
        &self,
        interface: InterfaceId,
        taxonomy: TaxonomyId,
        term: TermId,
    ) -> String {
        self.index_path(interface, &self.list_name(Listed::Term(taxonomy, term)))
    }

    /// The name of a narrowed list: `topics/peace/kinds/treaty`.
    pub fn filter_name(&self, id: FilterId) -> String {
        let filter = self.filter(id);
        let term = self.list_name(Listed::Term(filter.taxonomy, filter.term));
        format!("{}/{term}", self.list_name(filter.list))
    }

    /// A file that holds or describes the whole archive: there is one for all interface
    /// languages.
    pub fn data_path(&self, file: DataFile) -> String {
        format!("{}{}", self.index_path(InterfaceId::default(), DATA), file.file())
    }

    /// How other programs ask the search page of an interface language.
    pub fn opensearch_path(&self, interface: InterfaceId) -> String {
        format!("{}opensearch.xml", self.index_path(interface, ""))
    }

    /// A plain page, under the interface language it speaks.
    pub fn plain_path(&self, id: PlainId) -> String {
        let page = self.plain(id);
        let main = self.config.main_language();
        if page.language == *main {
            return format!("{}/", page.name);
        }
        format!("{}/{}/", page.language, page.name)
    }

    /// The address of a path as a link on any page: begins with the site's base path.
    pub fn href(&self, path: &str) -> String {
        below(&self.config.base_path, path)
    }

    /// The whole address of a path.
    pub fn url(&self, path: &str) -> String {
        below(&self.config.base_url, path)
    }

    /// The address of a route as a link on any page.
    pub fn route_href(&self, route: &Route) -> String {
        format!("{}{}", self.config.base_path, route.href())
    }
}

/// The address of a path below another address.
fn below(base: &str, path: &str) -> String {
    let mut address = String::with_capacity(base.len() + path.len());
    address.push_str(base);
    push_encoded(path, &mut address);
    address
}

/// The name of the page on the archive as data, beside whose main version its files lie.
pub const DATA: &str = "data";

/// The name of the search page.
pub const SEARCH: &str = "search";

/// `date/2018`, `date/1940s`, `date/0044-bce`.
pub fn year_name(year: i32) -> String {
    if year > 0 { format!("{year:04}") } else { format!("{:04}-bce", 1 - year) }
}

/// `1940s`; decades before the common era are named by their first year.
pub fn decade_name(first: i32) -> String {
    if first >= 0 { format!("{first:04}s") } else { format!("{}s", year_name(first)) }
}
