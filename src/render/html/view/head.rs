//! What a document's page tells programs in its head: Highwire's tags, DCMI terms and
//! eprints' for reference managers, Signposting's links for harvesters.
//!
//! Tried against Zotero: without `z:itemType` a page is saved as a journal article; an
//! identifier, a source or a coverage in Dublin Core becomes a wrong field; a link of type
//! "website" makes a web page of it. So none of these is told.

use serde::Serialize;

use super::Scene;
use crate::archive::{Direction, DocumentId, TaxonomyId, WorkId, year_name};
use crate::citation::{Record, Style, cite};
use crate::config::Form;
use crate::language::Language;
use crate::render::export::{author, exact_date};

/// `document.head` in templates.
#[derive(Default, Serialize)]
pub(super) struct Head {
    links: Vec<Link>,
    metas: Vec<Meta>,
    /// Open Graph's locale of this page, where it has one.
    locale: Option<&'static str>,
    /// Those of its other versions.
    other_locales: Vec<&'static str>,
}

#[derive(Serialize)]
struct Link {
    rel: &'static str,
    media_type: Option<&'static str>,
    href: String,
}

#[derive(Serialize)]
struct Meta {
    name: &'static str,
    content: String,
}

impl Scene<'_> {
    pub(super) fn head(&self, id: DocumentId, work: WorkId) -> Head {
        let archive = self.archive;
        let record = Record::new(archive, id);
        let own = &archive.document(id).language;
        let others = archive.versions(work).filter(|&version| version != id);
        let others =
            others.filter_map(|version| locale(&archive.document(version).language));
        Head {
            links: self.links(id, work, &record),
            metas: self.metas(id, work, &record),
            locale: locale(own),
            other_locales: others.collect(),
        }
    }

    /// Signposting: what the page is, how it is cited, and the files beside it.
    fn links(&self, id: DocumentId, work: WorkId, record: &Record<'_>) -> Vec<Link> {
        let archive = self.archive;
        let link = |rel, href: String| Link { rel, media_type: None, href };
        let schema = |name: &str| format!("https://schema.org/{name}");
        let mut links = vec![
            link("cite-as", archive.url(&archive.work_path(work))),
            link("type", schema(record.types().schema_org)),
            link("type", schema("AboutPage")),
        ];
        let folder = archive.document_path(id);
        links.extend(archive.config.downloads.documents.iter().map(|&form| Link {
            rel: match form {
                Form::Markdown | Form::Text => "item",
                Form::Ris | Form::Bibtex | Form::CslJson => "describedby",
            },
            media_type: Some(form.media_type()),
            href: archive.url(&format!("{folder}{}", form.file())),
        }));
        let rights = record.rights.and_then(|rights| rights.url.as_deref());
        links.extend(rights.map(|url| link("license", url.to_owned())));
        links.extend(self.collection(work).map(|url| link("collection", url)));
        for (rel, at) in
            [("prev", work.index().checked_sub(1)), ("next", Some(work.index() + 1))]
        {
            links.extend(self.beside(work, at).map(|url| link(rel, url)));
        }
        links.extend(self.year_above(work).map(|url| link("up", url)));
        links.push(link("schema.DCTERMS", "http://purl.org/dc/terms/".to_owned()));
        if described_type(record).is_some() {
            links.push(link("schema.DC", "http://purl.org/dc/elements/1.1/".to_owned()));
        }
        links
    }

    /// The page of its first topic.
    fn collection(&self, work: WorkId) -> Option<String> {
        let archive = self.archive;
        let at = archive.taxonomies.iter().position(|t| &*t.name == "topics")?;
        let id = TaxonomyId::new(at);
        let term = *archive.taxonomy(id).by_work.get(work.index()).first()?;
        Some(archive.url(&archive.term_path(self.interface, id, term)))
    }

    /// A neighbour in time; works without a date have none.
    fn beside(&self, work: WorkId, at: Option<usize>) -> Option<String> {
        let archive = self.archive;
        archive.work(work).date.as_ref()?;
        archive.works.get(at?)?.date.as_ref()?;
        let shown = archive.version_for(WorkId::new(at?), self.language());
        Some(archive.url(&archive.document_path(shown)))
    }

    fn year_above(&self, work: WorkId) -> Option<String> {
        let archive = self.archive;
        let year = archive.work(work).date.as_ref()?.year()?;
        archive.timeline.year(year)?;
        let name = format!("date/{}", year_name(year));
        Some(archive.url(&archive.index_path(self.interface, &name)))
    }

    fn metas(&self, id: DocumentId, work: WorkId, record: &Record<'_>) -> Vec<Meta> {
        let mut metas = Metas(Vec::new());
        highwire(record, &mut metas);
        item_type(record, &mut metas);
        terms(record, &mut metas);
        let archive = self.archive;
        let changed = archive.document(id).changed().map(|day| day.to_string());
        metas.add("DCTERMS.modified", changed.as_deref());
        for &cited in archive.cites.get(work.index()).iter().take(Direction::MANY) {
            metas
                .add("DCTERMS.references", Some(&archive.url(&archive.work_path(cited))));
        }
        let citation = cite(record, Style::Plain, self.language()).to_string();
        metas.add("DCTERMS.bibliographicCitation", Some(&citation));
        metas.0
    }
}

struct Metas(Vec<Meta>);

impl Metas {
    /// Adds a name and its value, where there is one.
    fn add(&mut self, name: &'static str, content: Option<&str>) {
        let content = content.map(str::trim).filter(|content| !content.is_empty());
        let meta = content.map(|content| Meta { name, content: content.to_owned() });
        self.0.extend(meta);
    }
}

/// Highwire's tags, which Zotero and Google Scholar read.
fn highwire(record: &Record<'_>, metas: &mut Metas) {
    metas.add("citation_title", Some(record.title));
    for &creator in &record.author {
        metas.add("citation_author", Some(&author(creator)));
    }
    let date = record.issued.and_then(exact_date);
    metas.add(
        "citation_publication_date",
        date.as_ref().map(|d| d.replace('-', "/")).as_deref(),
    );
    metas.add("citation_date", date.as_deref());
    metas.add("citation_language", Some(record.language.as_str()));
    metas.add("citation_public_url", Some(&record.url));
    metas.add("citation_keywords", Some(&record.keywords.join("; ")));
    if record.types().zotero == "report" {
        metas.add("citation_technical_report_number", record.number);
    }
}

/// What Zotero saves it as.
fn item_type(record: &Record<'_>, metas: &mut Metas) {
    let types = record.types();
    metas.add("z:itemType", Some(types.zotero));
    metas.add("DCTERMS.type", record.genre_in_words().as_deref());
    metas.add("DC.description", described_type(record).as_deref());
    match types.zotero {
        "report" | "document" => metas.add("eprints.place_of_pub", record.place),
        "presentation" => {
            let place = [record.venue, record.place].into_iter().flatten();
            let place = place.collect::<Vec<_>>().join(", ");
            metas.add("eprints.event_location", Some(&place));
            metas.add("eprints.event_title", record.event);
        }
        _ => {}
    }
}

/// A type that Zotero has no item for; its styles read it from this description.
fn described_type(record: &Record<'_>) -> Option<String> {
    let types = record.types();
    let is_described = types.zotero == "document" && types.csl != "document";
    is_described.then(|| format!("Type: {}", types.csl))
}

/// DCMI Metadata Terms.
fn terms(record: &Record<'_>, metas: &mut Metas) {
    metas.add("DCTERMS.title", Some(record.title));
    for &creator in &record.author {
        metas.add("DCTERMS.creator", Some(&author(creator)));
    }
    metas.add("DCTERMS.publisher", record.publisher_or_issuer());
    metas.add("DCTERMS.issued", record.issued.and_then(exact_date).as_deref());
    metas.add("DCTERMS.language", Some(record.language.as_str()));
    for keyword in &record.keywords {
        metas.add("DCTERMS.subject", Some(keyword));
    }
    metas.add("DCTERMS.spatial", record.place);
    for series in &record.series {
        metas.add("DCTERMS.isPartOf", Some(&series.name));
    }
    let rights = record.rights;
    let rights = rights.and_then(|r| r.statement.as_deref().or(r.url.as_deref()));
    metas.add("DCTERMS.rights", rights);
    metas.add("DCTERMS.abstract", record.summary);
}

/// Open Graph's name of a language with the country that it is most at home in.
fn locale(language: &Language) -> Option<&'static str> {
    const LOCALES: &[(&str, &str)] = &[
        ("ar", "ar_AR"),
        ("de", "de_DE"),
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("es", "es_ES"),
        ("fr", "fr_FR"),
        ("fr-CA", "fr_CA"),
        ("it", "it_IT"),
        ("ja", "ja_JP"),
        ("ko", "ko_KR"),
        ("nl", "nl_NL"),
        ("pt", "pt_PT"),
        ("pt-BR", "pt_BR"),
        ("ru", "ru_RU"),
        ("zh", "zh_CN"),
        ("zh-Hant", "zh_TW"),
    ];
    let find = |tag: &str| LOCALES.iter().find(|(known, _)| *known == tag);
    let found = find(language.as_str()).or_else(|| find(language.primary()));
    found.map(|(_, locale)| *locale)
}
