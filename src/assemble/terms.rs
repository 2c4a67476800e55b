//! From what documents say to terms: one term however it is spelled.

use std::collections::{BTreeMap, HashMap};

use super::relations;
use super::said::{each_said, said, term_slug};
use crate::archive::{Archive, DocumentId, Lists, Term, TermId, WorkId};
use crate::config::{Vocabulary, VocabularyEntry, Wording};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Document;
use crate::language::Language;

/// The terms of a taxonomy in the making, numbered as they are met.
pub(super) struct Terms<'v> {
    drafts: Vec<Draft<'v>>,
    /// From the slug of every known spelling to its term.
    known: BTreeMap<String, usize>,
    /// From spellings met to their number, which spares the slug: most are met often.
    met: HashMap<Box<str>, usize>,
    spellings: Vec<Spelling>,
}

/// A term in the making.
struct Draft<'v> {
    slug: String,
    entry: Option<&'v VocabularyEntry>,
}

/// A way to write a term.
struct Spelling {
    text: Box<str>,
    term: usize,
    /// How often it was met, by language.
    counts: Vec<(Language, usize)>,
}

impl<'v> Terms<'v> {
    /// Those of a vocabulary; what is wrong with it is reported.
    pub(super) fn of(
        vocabulary: Option<&'v Vocabulary>,
        found: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut terms = Terms {
            drafts: Vec::new(),
            known: BTreeMap::new(),
            met: HashMap::new(),
            spellings: Vec::new(),
        };
        let Some(vocabulary) = vocabulary else { return terms };
        for entry in &vocabulary.entries {
            let at = terms.drafts.len();
            terms.drafts.push(Draft { slug: entry.slug.clone(), entry: Some(entry) });
            terms.known.insert(entry.slug.clone(), at);
        }
        for (at, entry) in vocabulary.entries.iter().enumerate() {
            terms.add_spellings(at, entry, vocabulary, found);
        }
        relations::report(vocabulary, found);
        terms
    }

    fn add_spellings(
        &mut self,
        at: usize,
        entry: &VocabularyEntry,
        vocabulary: &Vocabulary,
        found: &mut Vec<Diagnostic>,
    ) {
        let aliases = entry.aliases.iter().map(String::as_str);
        for spelling in entry.label.texts().chain(aliases) {
            let known = *self.known.entry(term_slug(spelling)).or_insert(at);
            let other = vocabulary.entries.get(known).filter(|_| known != at);
            if let Some(other) = other {
                let message = format!(
                    "`{spelling}` is a spelling of both `{}` and `{}`",
                    other.slug, entry.slug
                );
                found.push(
                    Diagnostic::new(
                        Code::DuplicateTerm,
                        &vocabulary.path,
                        entry.span,
                        message,
                    )
                    .also(&vocabulary.path, other.span, "it leads here")
                    .help("keep the spelling in one of the two terms"),
                );
            }
        }
    }

    /// By work, its terms: all that its main version says, and of the others what is
    /// known; a translation's own words would make terms of their own.
    pub(super) fn of_works(&mut self, archive: &Archive, key: &str) -> Lists<usize> {
        let works = || (0..archive.works.len()).map(WorkId::new);
        let mut terms = Vec::new();
        let mut own = Lists::default();
        for work in works() {
            let first = archive.versions(work).find(|&id| speaks(archive, id, key));
            if let Some(id) = first {
                self.hear(archive.document(id), key, Welcome::New, &mut terms);
            }
            own.push(terms.drain(..));
        }
        // Only now is known what all works say, in whatever order they stand.
        let welcome = if key == "languages" { Welcome::New } else { Welcome::Known };
        let mut all = Lists::default();
        for work in works() {
            terms.extend_from_slice(own.get(work.index()));
            if !archive.work(work).others.is_empty() {
                let versions = archive.versions(work);
                let others = versions.skip_while(|&id| !speaks(archive, id, key)).skip(1);
                for id in others {
                    self.hear(archive.document(id), key, welcome, &mut terms);
                }
            }
            all.push(terms.drain(..));
        }
        all
    }

    /// Adds the terms of a document to those of its work.
    fn hear(
        &mut self,
        document: &Document,
        key: &str,
        welcome: Welcome,
        terms: &mut Vec<usize>,
    ) {
        each_said(document, key, |spelling| {
            let Some(spelling) = self.meet(spelling, welcome) else { return };
            spelling.count(&document.language);
            if !terms.contains(&spelling.term) {
                terms.push(spelling.term);
            }
        });
    }

    /// The terms of a document among those that there are.
    pub(super) fn known_to(&self, document: &Document, key: &str) -> Vec<usize> {
        let slugs = said(document, key).into_iter().map(|spelling| term_slug(&spelling));
        let mut terms: Vec<usize> =
            slugs.filter_map(|slug| self.known.get(&slug).copied()).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    /// A spelling and its term; a new term where there is none and one is welcome.
    fn meet(&mut self, text: &str, welcome: Welcome) -> Option<&mut Spelling> {
        if let Some(&at) = self.met.get(text) {
            return self.spellings.get_mut(at);
        }
        let slug = term_slug(text);
        let known = self.known.get(&slug).copied();
        let term = match welcome {
            Welcome::New => known.unwrap_or_else(|| self.add(slug)),
            Welcome::Known => known?,
        };
        self.met.insert(text.into(), self.spellings.len());
        self.spellings.push(Spelling { text: text.into(), term, counts: Vec::new() });
        self.spellings.last_mut()
    }

    fn add(&mut self, slug: String) -> usize {
        let at = self.drafts.len();
        self.known.insert(slug.clone(), at);
        self.drafts.push(Draft { slug, entry: None });
        at
    }

    /// All terms, sorted by slug; and by number, which of them each has become.
    pub(super) fn sorted(&self) -> (Vec<Term>, Vec<TermId>) {
        let mut order: Vec<usize> = (0..self.drafts.len()).collect();
        let slug = |at: &usize| self.drafts.get(*at).map(|draft| draft.slug.as_str());
        order.sort_by(|a, b| slug(a).cmp(&slug(b)));
        let mut ids = vec![TermId::default(); order.len()];
        for (position, &at) in order.iter().enumerate() {
            if let Some(id) = ids.get_mut(at) {
                *id = TermId::new(position);
            }
        }
        let mut labels = self.labels();
        let id_of = |slug: &str| ids.get(*self.known.get(slug)?).copied();
        let terms = order.iter().filter_map(|&at| {
            let label = labels.get_mut(at).map(std::mem::take).unwrap_or_default();
            Some(self.drafts.get(at)?.term(label, id_of))
        });
        (terms.collect(), ids)
    }

    /// By term, in each language its commonest spelling; of two as common, the first in
    /// the alphabet.
    fn labels(&self) -> Vec<Label<'_>> {
        let mut labels: Vec<Label<'_>> = vec![Label::new(); self.drafts.len()];
        for spelling in &self.spellings {
            let Some(label) = labels.get_mut(spelling.term) else { continue };
            for (language, count) in &spelling.counts {
                let best = label.entry(language).or_default();
                if *count > best.0 || (*count == best.0 && *spelling.text < *best.1) {
                    *best = (*count, &spelling.text);
                }
            }
        }
        labels
    }
}

/// By language, how often the commonest spelling was met, and the spelling.
type Label<'a> = BTreeMap<&'a Language, (usize, &'a str)>;

/// Which terms a text may stand under.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Welcome {
    /// Those that it makes too.
    New,
    /// Those that there are.
    Known,
}

/// Whether a document says anything under a facet's key.
fn speaks(archive: &Archive, id: DocumentId, key: &str) -> bool {
    let mut speaks = false;
    each_said(archive.document(id), key, |_| speaks = true);
    speaks
}

impl Spelling {
    fn count(&mut self, language: &Language) {
        match self.counts.iter_mut().find(|(known, _)| known == language) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((language.clone(), 1)),
        }
    }
}

impl Draft<'_> {
    fn term(&self, label: Label<'_>, id_of: impl Fn(&str) -> Option<TermId>) -> Term {
        let entry = self.entry;
        let spelled = |(language, (_, text)): (&Language, (usize, &str))| {
            (language.clone(), text.into())
        };
        let label = match entry {
            Some(entry) => entry.label.clone(),
            None => Wording::each(label.into_iter().map(spelled)),
        };
        let broader = entry.map_or(&[][..], |entry| &entry.broader);
        let related = entry.map_or(&[][..], |entry| &entry.related);
        Term {
            slug: self.slug.as_str().into(),
            label,
            reading: entry.map(|e| e.reading.clone()).unwrap_or_default(),
            description: entry.map(|e| e.description.clone()).unwrap_or_default(),
            url: entry.and_then(|e| e.url.as_deref()).map(Box::from),
            broader: broader.iter().filter_map(|key| id_of(key)).collect(),
            narrower: Vec::new(),
            related: related.iter().filter_map(|key| id_of(key)).collect(),
            works: Vec::new(),
            withdrawn: Vec::new(),
        }
    }
}
