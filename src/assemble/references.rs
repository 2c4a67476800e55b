//! Which works refer to which, and the links and references that lead nowhere.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::archive::{Absent, Archive, Destination, DocumentId, Lists, WorkId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, Link, Spanned};
use crate::language::Language;
use crate::spelling;

/// Fills in `cites` and `cited_by`, and checks every link.
pub(super) fn connect(archive: &mut Archive, found: &mut Vec<Diagnostic>) {
    let seen = &*archive;
    let all = (0..seen.documents.len()).into_par_iter();
    let all = all.filter_map(|at| Said::of(seen, DocumentId::new(at)));
    let (names, all): (_, Vec<Said<'_>>) =
        rayon::join(|| Names::of(seen, found), || all.collect());
    let mut cites: Vec<(WorkId, WorkId)> = Vec::new();
    let mut unknown = 0;
    for said in all {
        found.extend(said.found);
        let mut cited = said.linked;
        for reference in &said.document.metadata.references {
            if let Some(work) = names.0.get(&*reference.value) {
                cited.push(*work);
                continue;
            }
            unknown += 1;
            let is_searched = unknown * names.0.len() <= MOST_LOOKS;
            found.push(names.unknown(said.document, reference, is_searched));
        }
        let others = cited.into_iter().filter(|other| *other != said.work);
        cites.extend(others.map(|other| (said.work, other)));
    }
    check_pages(archive, found);
    let cited_by = cites.iter().map(|(work, other)| (*other, *work)).collect();
    archive.cites = by_first(cites, archive.works.len());
    archive.cited_by = by_first(cited_by, archive.works.len());
}

/// By work, the others that it stands first in a pair with, each once.
fn by_first(mut pairs: Vec<(WorkId, WorkId)>, works: usize) -> Lists<WorkId> {
    pairs.par_sort_unstable();
    pairs.dedup();
    let mut lists = Lists::default();
    let mut rest = pairs.as_slice();
    for work in (0..works).map(WorkId::new) {
        let count = rest.iter().take_while(|(first, _)| *first == work).count();
        let (own, after) = rest.split_at(count);
        lists.push(own.iter().map(|(_, other)| *other));
        rest = after;
    }
    lists
}

/// How many names are looked at for what unknown references may have meant. Many of them
/// in a large archive are no slips of the pen, but names of another sort.
const MOST_LOOKS: usize = 4_000_000;

/// What the text of one document says of others.
struct Said<'a> {
    document: &'a Document,
    work: WorkId,
    linked: Vec<WorkId>,
    found: Vec<Diagnostic>,
}

impl<'a> Said<'a> {
    /// None where it says nothing.
    fn of(archive: &'a Archive, id: DocumentId) -> Option<Said<'a>> {
        let (document, work) = (archive.document(id), archive.work_of(id)?);
        let mut found = Vec::new();
        let linked = linked(archive, document, &mut found);
        check_attachments(archive, document, &mut found);
        let is_silent = linked.is_empty()
            && found.is_empty()
            && document.metadata.references.is_empty();
        (!is_silent).then_some(Said { document, work, linked, found })
    }
}

/// Works by id, by name and by the last part of the name.
struct Names<'a>(HashMap<&'a str, WorkId>);

impl<'a> Names<'a> {
    fn of(archive: &'a Archive, found: &mut Vec<Diagnostic>) -> Names<'a> {
        let mut names: HashMap<&str, WorkId> = HashMap::new();
        for (at, work) in archive.works.iter().enumerate() {
            let last = work.name.rsplit('/').next().unwrap_or(&work.name);
            names.entry(last).or_insert(WorkId::new(at));
        }
        for (at, work) in archive.works.iter().enumerate() {
            names.insert(&work.name, WorkId::new(at));
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
            names.insert(id, work);
        }
        Names(names)
    }

    fn unknown(
        &self,
        document: &Document,
        reference: &Spanned<Box<str>>,
        is_searched: bool,
    ) -> Diagnostic {
        let message = format!("no document is called `{}`", reference.value);
        let finding = Diagnostic::new(
            Code::UnknownReference,
            &document.path,
            reference.span,
            message,
        );
        let names = self.0.keys().copied().filter(|_| is_searched);
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
