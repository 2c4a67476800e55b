//! Records of an archive's documents.

use super::*;
use crate::archive::{
    Archive, DocumentId, Lists, Plan, Taxonomy, Term, TermId, Timeline, Work, WorkId,
};
use crate::config::Wording;
use crate::document::{
    Body, Document, Metadata, Person, Place, Rare, Series, Source, Spanned, Translation,
};
use crate::fingerprint::Fingerprint;
use crate::text::{Span, TextFile};

const SETTINGS: &str = "\
title = { en = \"Policy Archive\", ja = \"政策文書庫\" }
base_url = \"https://x.org/a/\"
languages = [\"en\", \"ja\"]
";

/// An archive of one work, whose first version is the main one.
fn archive(versions: Vec<(&Language, Metadata)>) -> Archive {
    let file =
        TextFile { path: "site.toml".into(), text: SETTINGS.into(), invalid: None };
    let documents: Vec<Document> = versions
        .into_iter()
        .map(|(language, metadata)| Document {
            path: format!("content/w.{language}.md").into(),
            work: Spanned::new("w".into(), Span::default()),
            language: language.clone(),
            metadata,
            body: Body::default(),
            fingerprint: Fingerprint::default(),
            private: Box::default(),
            changes: Vec::new(),
            first_work: None,
        })
        .collect();
    let work = Work {
        name: "w".into(),
        main: DocumentId::new(0),
        others: (1..documents.len()).map(DocumentId::new).collect(),
        date: documents.iter().find_map(|d| d.metadata.date.clone()),
        first_day: None,
        kind: documents.iter().find_map(|d| d.metadata.kind),
    };
    Archive {
        absent: std::collections::BTreeMap::new(),
        config: crate::config::read(&file).value.unwrap(),
        work_of: vec![WorkId::new(0); documents.len()],
        documents,
        works: vec![work],
        taxonomies: vec![topics()],
        timeline: Timeline::default(),
        titles: Vec::new(),
        filters: Vec::new(),
        cites: Lists::default(),
        cited_by: Lists::default(),
        pages: Vec::new(),
        files: Vec::new(),
        withdrawn: Vec::new(),
        plan: Plan::default(),
    }
}

fn topics() -> Taxonomy {
    let labels = [(ENGLISH.clone(), "Peace".into()), (JAPANESE.clone(), "平和".into())];
    let term = Term {
        slug: "peace".into(),
        label: Wording::each(labels),
        reading: Wording::default(),
        description: Wording::default(),
        url: None,
        broader: Vec::new(),
        narrower: Vec::new(),
        related: Vec::new(),
        works: vec![WorkId::new(0)],
        withdrawn: Vec::new(),
    };
    Taxonomy {
        name: "topics".into(),
        label: Wording::default(),
        terms: vec![term],
        indexes: Vec::new(),
        hierarchical: false,
        by_work: [vec![TermId::new(0)]].into_iter().collect(),
    }
}

fn speech() -> Metadata {
    let person = |family: &str, role: &str| Person {
        name: Name::Parts { family: family.into(), given: None },
        role: Some(role.into()),
    };
    Metadata {
        title: "Address".into(),
        kind: Some(Kind::Speech),
        date: date("2015-09-29").cloned(),
        place: Some(Place {
            name: "New York".into(),
            country: Some("US".into()),
            venue: Some("Hall".into()),
        }),
        source: Some(Source {
            name: Some("Ministry".into()),
            url: Some("https://m.example/".into()),
            pages: Some("3".into()),
            retrieved: date("2026-01-02").cloned(),
            archived: Some("https://w.example/".into()),
        }),
        issuer: vec!["Government".into()],
        people: vec![person("Abe", "speaker"), person("Ban", "recipient")],
        series: vec![Series { name: "Debates".into(), position: Some("3".into()) }],
        number: Some("A/70/1".into()),
        notes: Some("A note.".into()),
        rare: Some(Box::new(Rare {
            genre: Some("Keynote address".into()),
            summary: Some("A summary.".into()),
            ..Rare::default()
        })),
        ..Metadata::default()
    }
}

#[test]
fn a_record_says_what_front_matter_says() {
    let archive = archive(vec![(&ENGLISH, speech())]);
    let record = Record::new(&archive, DocumentId::new(0));
    assert_eq!(record.url, "https://x.org/a/documents/w/");
    assert_eq!(record.archive, "Policy Archive");
    assert_eq!(record.keywords, ["Peace"]);
    assert_eq!(record.author.len(), 1);
    assert_eq!(record.issuers, ["Government"]);
    assert_eq!(record.country, Some("US"));
    assert_eq!(record.source_url, Some("https://m.example/"));
    assert_eq!(record.archived_url, Some("https://w.example/"));
    assert_eq!(record.retrieved, date("2026-01-02"));
    assert_eq!(record.series[0].position.as_deref(), Some("3"));
    assert_eq!(record.summary, Some("A summary."));
    assert_eq!(record.notes, Some("A note."));
    assert_eq!(record.types().zotero, "presentation");
    assert_eq!(record.bibtex_type(), "misc");
    check(
        &record,
        Style::ChicagoNote,
        "Abe, “Address,” Keynote address, A/70/1, Hall, New York, September 29, 2015, \
         Ministry, 3, Policy Archive, https://x.org/a/documents/w/.",
    );
}

#[test]
fn a_translation_has_the_main_versions_facts() {
    let mut own = Metadata {
        title: "一般討論".into(),
        issuer: vec!["日本国政府".into()],
        translation: Some(Translation::Provisional),
        original_language: Some(ENGLISH.clone()),
        ..Metadata::default()
    };
    own.translator = Some("佐藤明".into());
    let archive = archive(vec![(&ENGLISH, speech()), (&JAPANESE, own)]);
    let record = Record::new(&archive, DocumentId::new(1));
    assert_eq!(record.url, "https://x.org/a/documents/w/ja/");
    assert_eq!(record.archive, "政策文書庫");
    assert_eq!(record.keywords, ["平和"]);
    assert_eq!(record.kind, Some(Kind::Speech));
    assert_eq!(record.genre, None);
    assert_eq!(record.issuers, ["日本国政府"]);
    assert_eq!(record.number, Some("A/70/1"));
    assert_eq!(record.summary, None);
    assert_eq!(record.original_language, Some(&*ENGLISH));
    check(
        &record,
        Style::Plain,
        "Abe「一般討論」（A/70/1、佐藤明による仮訳）演説、2015年9月29日、New York、Hall、\
         Ministry、3頁、『政策文書庫』、https://x.org/a/documents/w/ja/",
    );
}

#[test]
fn an_original_is_no_translation() {
    let own = Metadata { translation: Some(Translation::None), ..speech() };
    let archive = archive(vec![(&ENGLISH, own)]);
    assert_eq!(Record::new(&archive, DocumentId::new(0)).translation, None);
}

#[test]
fn a_report_without_a_body_is_no_techreport() {
    let report = Record { kind: Some(Kind::Report), ..titled("X") };
    assert_eq!(report.bibtex_type(), "misc");
    let report = Record { publisher: Some("World Bank"), ..report };
    assert_eq!(report.bibtex_type(), "techreport");
}
