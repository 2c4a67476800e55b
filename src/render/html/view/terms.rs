//! Indexes of the taxonomies.

use serde::Serialize;

use super::Scene;
use super::dates::year_label;
use super::list::Parts;
use super::site::taxonomy_label;
use crate::archive::{FilterId, Listed, Planned, Taxonomy, TaxonomyId, TermId};
use crate::document::Kind;
use crate::language::Language;
use crate::render::html::context::{Context, insert};
use crate::render::html::rows::Failure;

/// A term as lists show it.
#[derive(Serialize)]
pub(super) struct TermView {
    pub(super) label: String,
    /// A language other than the interface's.
    language: Option<String>,
    pub(super) href: String,
    pub(super) count: usize,
    /// How deep it stands in the hierarchy, from 0.
    depth: usize,
    description: Option<String>,
    url: Option<String>,
    slug: String,
}

/// `taxonomy` in templates.
#[derive(Serialize)]
struct TaxonomyView<'a> {
    name: &'a str,
    label: String,
    href: String,
    hierarchical: bool,
}

/// The terms under a letter.
#[derive(Serialize)]
struct Terms {
    terms: Vec<TermView>,
}

/// `list` in templates: the list that was narrowed.
#[derive(Serialize)]
pub(super) struct ListView<'a> {
    pub(super) label: String,
    /// A language other than the interface's.
    language: Option<&'a str>,
    href: String,
}

impl<'a> Scene<'a> {
    pub(super) fn taxonomy(
        &self,
        id: TaxonomyId,
        planned: &Planned,
        context: &mut Context,
    ) -> &'static str {
        let taxonomy = self.archive.taxonomy(id);
        let Some(index) = taxonomy.indexes.get(self.interface.index()) else {
            return "taxonomy.html";
        };
        insert(context, "taxonomy", &self.taxonomy_view(id));
        insert(context, "letters", &self.letters(planned, &taxonomy.name, &index.groups));
        let sections = self.sections(planned, &index.groups, |range| {
            let terms = index.order.get(range).unwrap_or(&[]);
            Terms { terms: terms.iter().map(|&term| self.term_view(id, term)).collect() }
        });
        let listed = hierarchy(taxonomy, &index.order);
        let (shown, pagination) = self.paginate(planned, &listed);
        let loose = if sections.is_empty() { shown } else { &[] };
        let terms: Vec<TermView> = loose
            .iter()
            .map(|&(term, depth)| TermView { depth, ..self.term_view(id, term) })
            .collect();
        insert(context, "terms", &terms);
        insert(context, "sections", &sections);
        insert(context, "pagination", &pagination);
        "taxonomy.html"
    }

    pub(super) fn term(
        &self,
        (taxonomy_id, id): (TaxonomyId, TermId),
        planned: &Planned,
        context: &mut Context,
    ) -> Result<&'static str, Failure> {
        let taxonomy = self.archive.taxonomy(taxonomy_id);
        let term = taxonomy.term(id);
        let views = |ids: &[TermId]| -> Vec<TermView> {
            let used = ids.iter().filter(|id| !taxonomy.term(**id).works.is_empty());
            used.map(|&id| self.term_view(taxonomy_id, id)).collect()
        };
        insert(context, "taxonomy", &self.taxonomy_view(taxonomy_id));
        insert(context, "term", &self.term_view(taxonomy_id, id));
        insert(context, "broader", &views(&term.broader));
        insert(context, "narrower", &views(&term.narrower));
        insert(context, "related", &self.related_terms(planned, (taxonomy_id, id)));
        self.facets(planned, Listed::Term(taxonomy_id, id), None, context);
        self.list(planned, &term.works, Parts::Years, context)?;
        Ok("term.html")
    }

    /// A list narrowed to a term of another taxonomy.
    pub(super) fn filtered(
        &self,
        id: FilterId,
        planned: &Planned,
        context: &mut Context,
    ) -> Result<&'static str, Failure> {
        let filter = self.archive.filter(id);
        insert(context, "list", &self.list_label(filter.list));
        insert(context, "narrowed", &self.term_view(filter.taxonomy, filter.term));
        self.facets(planned, filter.list, Some(id), context);
        let parts = match filter.list {
            Listed::Year(year) => Parts::MonthsOf(year),
            _ => Parts::Years,
        };
        self.list(planned, &filter.works, parts, context)?;
        Ok("filtered.html")
    }

    /// What readers call a taxonomy.
    pub(super) fn taxonomy_label(&self, id: TaxonomyId) -> String {
        taxonomy_label(self.archive, self.interface, id, self.texts)
    }

    /// A list's name with its address.
    pub(super) fn list_label(&self, list: Listed) -> ListView<'a> {
        let (label, language) = match list {
            Listed::Year(year) => (year_label(self, year), None),
            Listed::Term(taxonomy, term) => self.term_label(taxonomy, term),
            list => (self.title(list.into()).0, None),
        };
        ListView { label, language, href: self.index_href(&self.archive.list_name(list)) }
    }

    fn taxonomy_view(&self, id: TaxonomyId) -> TaxonomyView<'a> {
        let taxonomy = self.archive.taxonomy(id);
        TaxonomyView {
            name: &taxonomy.name,
            label: self.taxonomy_label(id),
            href: self.archive.href(&self.archive.taxonomy_path(self.interface, id)),
            hierarchical: taxonomy.hierarchical,
        }
    }

    pub(super) fn term_view(&self, taxonomy: TaxonomyId, id: TermId) -> TermView {
        let term = self.archive.taxonomy(taxonomy).term(id);
        let (label, language) = self.term_label(taxonomy, id);
        let path = self.archive.term_path(self.interface, taxonomy, id);
        let description = term.description.closest(self.language());
        TermView {
            label,
            language: language.map(str::to_owned),
            href: self.archive.href(&path),
            count: term.works.len(),
            depth: 0,
            description: description.map(|(text, _)| text.to_owned()),
            url: term.url.as_deref().map(str::to_owned),
            slug: term.slug.to_string(),
        }
    }

    /// What readers call a term, with its language where that is not the interface's.
    pub(super) fn term_label(
        &self,
        taxonomy: TaxonomyId,
        id: TermId,
    ) -> (String, Option<&'a str>) {
        let taxonomy = self.archive.taxonomy(taxonomy);
        let term = taxonomy.term(id);
        let own = match &*taxonomy.name {
            "kinds" => {
                Kind::parse(&term.slug).map(|kind| self.kind_label(kind).to_owned())
            }
            "languages" => Language::parse(&term.slug).map(|l| self.language_name(&l)),
            _ => None,
        };
        if let Some(label) = own {
            return (label, None);
        }
        match term.label.closest(self.language()) {
            Some((label, language)) => {
                let language = language.map(Language::as_str);
                (label.to_owned(), language)
            }
            None => (term.slug.to_string(), None),
        }
    }
}

/// Terms in use with their depth, each once, narrower ones below the first broader one;
/// siblings in the order of their labels.
fn hierarchy(taxonomy: &Taxonomy, order: &[TermId]) -> Vec<(TermId, usize)> {
    let mut rank = vec![0; taxonomy.terms.len()];
    for (position, id) in order.iter().enumerate() {
        if let Some(place) = rank.get_mut(id.index()) {
            *place = position;
        }
    }
    let by_rank = |ids: &mut Vec<TermId>| {
        ids.sort_by_key(|id| std::cmp::Reverse(rank.get(id.index()).copied()));
    };
    let mut seen = vec![false; taxonomy.terms.len()];
    let mut listed = Vec::with_capacity(order.len());
    let roots = order.iter().filter(|&&id| taxonomy.term(id).broader.is_empty());
    for &root in roots {
        let mut stack = vec![(root, 0)];
        while let Some((id, depth)) = stack.pop() {
            let Some(seen) = seen.get_mut(id.index()).filter(|seen| !**seen) else {
                continue;
            };
            *seen = true;
            let term = taxonomy.term(id);
            // A term is in use wherever one of its parts is.
            if term.works.is_empty() {
                continue;
            }
            listed.push((id, depth));
            let mut narrower = term.narrower.clone();
            by_rank(&mut narrower);
            stack.extend(narrower.into_iter().map(|id| (id, depth + 1)));
        }
    }
    listed
}
