//! Which works refer to which, and the links and references that lead nowhere.

use std::collections::BTreeMap;

use crate::archive::{Absent, Archive, Destination, DocumentId, WorkId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, Link};
use crate::language::Language;
use crate::spelling;

/// Fills in `cites` and `cited_by`, and checks every link.
pub(super) fn connect(archive: &mut Archive, found: &mut Vec<Diagnostic>) {
    let names = Names::of(archive, found);
    let mut cites: Vec<Vec<WorkId>> = vec![Vec::new(); archive.works.len()];
    let mut unknown = 0;
    for at in 0..archive.documents.len() {
        let id = DocumentId::new(at);
        let Some(work) = archive.work_of(id) else { continue };
        let document = archive.document(id);
        let mut cited = names.references(document, &mut unknown, found);
        cited.extend(linked(archive, document, found));
        check_attachments(archive, document, found);
        if let Some(list) = cites.get_mut(work.index()) {
            list.extend(cited.into_iter().filter(|other| *other != work));
        }
    }
    check_pages(archive, found);
    let mut cited_by: Vec<Vec<WorkId>> = vec![Vec::new(); archive.works.len()];
    for (at, list) in cites.iter_mut().enumerate() {
        list.sort_unstable();
        list.dedup();
        for other in list {
            if let Some(back) = cited_by.get_mut(other.index()) {
                back.push(WorkId::new(at));
            }
        }
    }
    archive.cites = cites.into_iter().collect();
    archive.cited_by = cited_by.into_iter().collect();
}

/// How many names are looked at for what unknown references may have meant. Many of them
/// in a large archive are no slips of the pen, but names of another sort.
const MOST_LOOKS: usize = 4_000_000;

/// Works by id, by name and by the last part of the name.
struct Names(BTreeMap<Box<str>, WorkId>);

impl Names {
    fn of(archive: &Archive, found: &mut Vec<Diagnostic>) -> Names {
        let mut names = BTreeMap::new();
        for (at, work) in archive.works.iter().enumerate() {
            let last = work.name.rsplit('/').next().unwrap_or(&work.name);
            names.entry(last.into()).or_insert(WorkId::new(at));
        }
        for (at, work) in archive.works.iter().enumerate() {
            names.insert(work.name.clone(), WorkId::new(at));
        }
        let mut ids: BTreeMap<&str, (WorkId, &Document)> = BTreeMap::new();
        for (at, document) in archive.documents.iter().enumerate() {
            let Some(id) = &document.metadata.id else { continue };
            let Some(work) = archive.work_of(DocumentId::new(at)) else { continue };
            let (first, holder) = *ids.entry(&id.value).or_insert((work, document));
            if first != work {
                let message = format!("the id `{}` is taken", id.value);
                found.push(
                    Diagnostic::new(Code::DuplicateId, &document.path, id.span, message)
                        .also(&holder.path, id_span(holder), "it is taken here")
                        .help("ids name works; give one of the two another id"),
                );
            }
        }
        for (id, (work, _)) in ids {
            names.insert(id.into(), work);
        }
        Names(names)
    }

    fn references(
        &self,
        document: &Document,
        unknown: &mut usize,
        found: &mut Vec<Diagnostic>,
    ) -> Vec<WorkId> {
        let mut cited = Vec::new();
        for reference in &document.metadata.references {
            match self.0.get(&reference.value) {
                Some(&work) => cited.push(work),
                None => {
                    *unknown += 1;
                    let is_searched = *unknown * self.0.len() <= MOST_LOOKS;
                    found.push(self.unknown(document, reference, is_searched));
                }
            }
        }
        cited
    }

    fn unknown(
        &self,
        document: &Document,
        reference: &crate::document::Spanned<Box<str>>,
        is_searched: bool,
    ) -> Diagnostic {
        let message = format!("no document is called `{}`", reference.value);
        let finding = Diagnostic::new(
            Code::UnknownReference,
            &document.path,
            reference.span,
            message,
        );
        let names = self.0.keys().map(|name| &**name).filter(|_| is_searched);
        match spelling::closest(&reference.value, names) {
            Some(name) => finding.help(format!("did you mean `{name}`?")),
            None => finding.help("references name works by `id` or by path"),
        }
    }
}

fn id_span(document: &Document) -> crate::text::Span {
    document.metadata.id.as_ref().map(|id| id.span).unwrap_or_default()
}

/// The works that a text links to.
fn linked(
    archive: &Archive,
    document: &Document,
    found: &mut Vec<Diagnostic>,
) -> Vec<WorkId> {
    let mut works = Vec::new();
    for link in &document.body.links {
        let context = Context { path: &document.path, language: &document.language };
        match archive.resolve(&document.path, &document.language, &link.target) {
            Destination::Document(id, fragment) => {
                works.extend(archive.work_of(id));
                let body = &archive.document(id).body;
                if fragment.is_some_and(|fragment| body.anchor(&fragment).is_none()) {
                    found.push(context.no_anchor(link, &archive.document(id).path));
                }
            }
            Destination::Here(fragment) => {
                if document.body.anchor(&fragment).is_none() {
                    found.push(context.no_anchor(link, &document.path));
                }
            }
            Destination::Nothing => found.extend(context.broken(archive, link)),
            Destination::File(_) | Destination::Page(_) => {}
        }
    }
    for image in &document.body.images {
        let target = archive.resolve(&document.path, &document.language, &image.target);
        if !matches!(target, Destination::File(_)) {
            let message = format!("there is no image `{}`", image.target);
            found.push(
                Diagnostic::new(Code::BrokenLink, &document.path, image.span, message)
                    .help("put the file beside the document, or below `static/`"),
            );
        }
    }
    works
}

fn check_pages(archive: &Archive, found: &mut Vec<Diagnostic>) {
    for page in &archive.pages {
        for link in &page.body.links {
            let context = Context { path: &page.path, language: &page.language };
            match archive.resolve(context.path, context.language, &link.target) {
                Destination::Nothing => found.extend(context.broken(archive, link)),
                Destination::Here(fragment) if page.body.anchor(&fragment).is_none() => {
                    found.push(context.no_anchor(link, &page.path));
                }
                _ => {}
            }
        }
    }
}

struct Context<'a> {
    path: &'a std::sync::Arc<str>,
    language: &'a Language,
}

impl Context<'_> {
    fn broken(&self, archive: &Archive, link: &Link) -> Option<Diagnostic> {
        let finding =
            |code, message| Diagnostic::new(code, self.path, link.span, message);
        match archive.absent(self.path, &link.target) {
            None => {
                let message = format!("`{}` leads to nothing", link.target);
                let help = "links to documents are relative paths of their files";
                Some(finding(Code::BrokenLink, message).help(help))
            }
            Some(Absent::Draft) => {
                let message =
                    format!("`{}` leads to a draft, which is not published", link.target);
                let help = "publish the draft, or take the link out until it is";
                Some(finding(Code::DraftLink, message).help(help))
            }
            // It will be there when its own mistakes are mended.
            Some(Absent::Wrong) => None,
        }
    }

    fn no_anchor(&self, link: &Link, target: &str) -> Diagnostic {
        let message = format!("`{}` names no place in `{target}`", link.target);
        Diagnostic::new(Code::BrokenLink, self.path, link.span, message).help(
            "`#p12` is a paragraph, `#s3` a section, `#words-of-a-heading` a heading",
        )
    }
}

fn check_attachments(
    archive: &Archive,
    document: &Document,
    found: &mut Vec<Diagnostic>,
) {
    for attachment in &document.metadata.attachments {
        let name = &attachment.file.value;
        let target = archive.resolve(&document.path, &document.language, name);
        if !matches!(target, Destination::File(_)) {
            let message = format!("there is no file `{name}` beside the document");
            found.push(Diagnostic::new(
                Code::MissingAttachment,
                &document.path,
                attachment.file.span,
                message,
            ));
        }
    }
}
