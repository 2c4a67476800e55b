//! Two things at one address.

use std::sync::Arc;

use crate::archive::{Archive, Page, Planned};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// Leaves out the later of two pages at one address, and reports that. `pages` are in the
/// order of their addresses.
pub(super) fn settle(
    archive: &Archive,
    pages: &mut Vec<Planned>,
    found: &mut Vec<Diagnostic>,
) {
    pages.dedup_by(|later, first| {
        let is_taken = later.route == first.route;
        if is_taken {
            found.push(collision(archive, first, later));
        }
        is_taken
    });
}

/// Reports addresses that would be both a file and a folder, and pages where a file beside
/// a document's page stands.
pub(super) fn report(archive: &Archive, found: &mut Vec<Diagnostic>) {
    // Where a page has no folder, the files beside it have none either.
    let is_beside = |page: &Page| matches!(page, Page::Listing(..) | Page::DataFile(_));
    // Pages before this one whose addresses it begins with: hardly ever more than one.
    let mut begun: Vec<&Planned> = Vec::new();
    for page in &archive.plan.pages {
        let route = page.route.as_str();
        while begun.pop_if(|other| !route.starts_with(other.route.as_str())).is_some() {}
        if !is_beside(&page.page) {
            let files =
                begun.iter().filter(|other| is_below(route, other.route.as_str()));
            found.extend(files.map(|file| collision(archive, file, page)));
            report_records(archive, page, found);
        }
        begun.push(page);
    }
}

/// Reports files beside documents' pages that want the address of this page or one of its
/// folders.
fn report_records(archive: &Archive, page: &Planned, found: &mut Vec<Diagnostic>) {
    let plan = &archive.plan;
    let route = page.route.as_str();
    if let Some(record) = plan.record(route) {
        let is_first = page.page < record.page;
        let (first, second) = if is_first { (page, &record) } else { (&record, page) };
        found.push(collision(archive, first, second));
    }
    let Some((folder, _)) = route.rsplit_once('/') else { return };
    // The names of all these files have a full stop, those of hardly any folder.
    if folder.contains('.') {
        let records = folders(route).filter_map(|folder| plan.record(folder));
        found.extend(records.map(|record| collision(archive, &record, page)));
    }
}

/// The folders that a route stands in, the outermost first.
fn folders(route: &str) -> impl Iterator<Item = &str> {
    route.match_indices('/').filter_map(|(at, _)| route.get(..at))
}

fn is_below(route: &str, folder: &str) -> bool {
    route.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

fn collision(archive: &Archive, first: &Planned, second: &Planned) -> Diagnostic {
    let (first_path, first_name) = origin(archive, first);
    let (second_path, second_name) = origin(archive, second);
    let message = format!(
        "{second_name} and {first_name} both want the address `/{}`",
        second.route.href()
    );
    let finding =
        Diagnostic::new(Code::RouteCollision, &second_path, Span::default(), message);
    finding
        .also(&first_path, Span::default(), "the other one")
        .help("rename one of them, or give a document another `work:`")
}

/// The file that a page comes from, and what to call it.
fn origin(archive: &Archive, planned: &Planned) -> (Arc<str>, String) {
    let of_file = |path: &Arc<str>| (path.clone(), format!("`{path}`"));
    match planned.page {
        Page::Document(id) | Page::Parallel(id, _) | Page::References(id, _) => {
            of_file(&archive.document(id).path)
        }
        Page::Plain(id) => of_file(&archive.plain(id).path),
        Page::File(id) => of_file(&archive.file(id).path),
        Page::Record(id, form) => {
            let path = archive.document(id).path.clone();
            let name = format!("the file `{}` of `{path}`", form.file());
            (path, name)
        }
        Page::Listing(list, form) => {
            let name = archive.list_name(list);
            ("site.toml".into(), format!("the file `{}` of `{name}`", form.file()))
        }
        Page::DataFile(file) => {
            ("site.toml".into(), format!("the file `{}` of the data", file.file()))
        }
        Page::Alias(id) => {
            let path = archive.document(id).path.clone();
            let name = format!("an alias in `{path}`");
            (path, name)
        }
        _ => ("site.toml".into(), "an index page".to_owned()),
    }
}
