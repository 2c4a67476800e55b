//! Which documents are exported.

use crate::archive::{Archive, DocumentId, Taxonomy, TaxonomyId, TermId, Work, WorkId};
use crate::cli::arguments::{Export, ExportFormat};
use crate::language::Language;
use crate::slug::slug;
use crate::spelling::closest;

/// The documents asked for, in order of time: of each work the main version, in tables
/// every version, or those in the languages asked for. Or what is wrong with a name.
pub(super) fn selected(
    archive: &Archive,
    export: &Export,
) -> Result<Vec<DocumentId>, String> {
    if let (Some(from), Some(to)) = (&export.from, &export.to)
        && from.bounds().first > to.bounds().last
    {
        return Err(format!("`--from {from}` is later than `--to {to}`"));
    }
    let facets = [
        ("topics", "topic", &export.topic),
        ("places", "place", &export.place),
        ("sources", "source", &export.source),
    ];
    let mut lists = Vec::new();
    for (taxonomy, noun, names) in facets {
        if !names.is_empty() {
            lists.push(works_under(archive, taxonomy, noun, names)?);
        }
    }
    let all = (0..archive.works.len()).map(WorkId::new);
    let works = all.filter(|work| {
        lists.iter().all(|list| list.binary_search(work).is_ok())
            && is_wanted(archive.work(*work), export)
    });
    Ok(works.flat_map(|work| versions(archive, work, export)).collect())
}

/// The works under any of the terms, sorted.
fn works_under(
    archive: &Archive,
    taxonomy: &str,
    noun: &str,
    names: &[String],
) -> Result<Vec<WorkId>, String> {
    let at = archive.taxonomies.iter().position(|known| &*known.name == taxonomy);
    let mut works = Vec::new();
    for name in names {
        let taxonomy = at.map(|at| archive.taxonomy(TaxonomyId::new(at)));
        let term = taxonomy.and_then(|taxonomy| Some((taxonomy, term(taxonomy, name)?)));
        match term {
            Some((taxonomy, term)) => works.extend(&taxonomy.term(term).works),
            None => return Err(unknown(taxonomy, noun, name)),
        }
    }
    works.sort_unstable();
    works.dedup();
    Ok(works)
}

/// The term of that name in addresses, or of that label in any language.
fn term(taxonomy: &Taxonomy, name: &str) -> Option<TermId> {
    let slug = slug(name);
    let is_meant = |label: &str| label.to_lowercase() == name.trim().to_lowercase();
    let used = || taxonomy.used();
    let by_slug = used().find(|(_, term)| !slug.is_empty() && *term.slug == *slug);
    let found = by_slug.or_else(|| used().find(|(_, t)| t.label.texts().any(is_meant)));
    found.map(|(id, _)| id)
}

fn unknown(taxonomy: Option<&Taxonomy>, noun: &str, name: &str) -> String {
    let message = format!("there is no {noun} `{name}`");
    let written = slug(name);
    let slugs = taxonomy.into_iter().flat_map(Taxonomy::used).map(|(_, t)| &*t.slug);
    match closest(&written, slugs) {
        Some(meant) => format!("{message}; did you mean `{meant}`?"),
        None => message,
    }
}

/// Whether the work has one of the kinds, and may be of the time.
fn is_wanted(work: &Work, export: &Export) -> bool {
    let has_kind = work.kind.is_some_and(|kind| export.kind.contains(&kind));
    let bounds = work.date.as_ref().map(crate::date::Edtf::bounds);
    let is_after = export.from.as_ref().is_none_or(|from| {
        bounds.is_some_and(|bounds| bounds.last >= from.bounds().first)
    });
    let is_before = export
        .to
        .as_ref()
        .is_none_or(|to| bounds.is_some_and(|bounds| bounds.first <= to.bounds().last));
    (export.kind.is_empty() || has_kind) && is_after && is_before
}

fn versions(archive: &Archive, work: WorkId, export: &Export) -> Vec<DocumentId> {
    if !export.lang.is_empty() {
        let is_asked_for = |id: &DocumentId| {
            let own = &archive.document(*id).language;
            export.lang.iter().any(|language| covers(language, own))
        };
        return archive.versions(work).filter(is_asked_for).collect();
    }
    match export.format {
        ExportFormat::Csv | ExportFormat::Jsonl | ExportFormat::Bagit => {
            archive.versions(work).collect()
        }
        _ => vec![archive.work(work).main],
    }
}

/// `zh` covers `zh-Hant`.
fn covers(asked: &Language, own: &Language) -> bool {
    asked == own || asked.as_str() == own.primary()
}
