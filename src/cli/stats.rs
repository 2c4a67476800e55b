//! `chancery stats`: an archive in figures.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Outcome;
use super::arguments::{Shared, Stats};
use super::progress::Bar;
use super::report::{self, Talk};
use crate::archive::Archive;
use crate::diagnostic::Severity;
use crate::document::Document;
use crate::error::Result;
use crate::fs;
use crate::pipeline::{self, Order, Report};

/// Documents named among the longest and the newest.
const NAMED: usize = 10;

pub(super) fn run(stats: &Stats, shared: &Shared) -> Result<Outcome> {
    // Figures are of what was understood; what was not is said beside them.
    let site = shared.site.clone();
    let order = Order { site, writes_nothing: true, ..Order::default() };
    let mut report = Report::default();
    let bar = Bar::new(shared);
    let assembled = pipeline::assembled(&order, &bar, &mut report);
    bar.finish();
    let assembled = assembled?;
    let mut found = report.sorted().diagnostics;
    found.retain(|found| found.severity == Severity::Error);
    report::findings(&found, &order.site, Talk::of(shared));
    let Some(assembled) = assembled else { return Ok(Outcome::Findings) };
    let figures = Figures::of(&assembled.archive, &order)?;
    let text = if stats.json { figures.json() } else { figures.list() };
    report::say(text.as_bytes())?;
    Ok(if found.is_empty() { Outcome::Done } else { Outcome::Findings })
}

/// How many there are of each, by name.
type Counts = Vec<(String, usize)>;

/// An archive in figures.
struct Figures {
    documents: usize,
    works: usize,
    decades: Counts,
    years: Counts,
    /// By taxonomy: works by term, the most frequent first.
    taxonomies: Vec<(String, Counts)>,
    /// Documents that lack a field.
    missing: Counts,
    /// Paths with bytes of text, the longest first.
    longest: Counts,
    /// Dates with paths, the newest first.
    newest: Vec<(String, String)>,
}

impl Figures {
    fn of(archive: &Archive, order: &Order) -> Result<Figures> {
        let timeline = &archive.timeline;
        let decades = timeline.decades.iter();
        let years = timeline.years.iter();
        Ok(Figures {
            documents: archive.documents.len(),
            works: archive.works.len(),
            decades: decades.map(|d| (format!("{}s", d.first), d.works.len())).collect(),
            years: years.map(|y| (y.year.to_string(), y.works.len())).collect(),
            taxonomies: taxonomies(archive),
            missing: missing(archive),
            longest: longest(archive, order)?,
            newest: newest(archive),
        })
    }

    fn json(&self) -> String {
        let map = |counts: &Counts| {
            let counts = counts.iter().map(|(name, count)| (name.clone(), json!(count)));
            Value::Object(counts.collect())
        };
        let taxonomies: BTreeMap<_, _> =
            self.taxonomies.iter().map(|(name, counts)| (name, map(counts))).collect();
        let longest = self.longest.iter();
        let longest: Vec<_> =
            longest.map(|(path, bytes)| json!({"path": path, "bytes": bytes})).collect();
        let newest = self.newest.iter();
        let newest: Vec<_> =
            newest.map(|(date, path)| json!({"date": date, "path": path})).collect();
        let figures = json!({
            "documents": self.documents,
            "works": self.works,
            "decades": map(&self.decades),
            "years": map(&self.years),
            "taxonomies": taxonomies,
            "missing": map(&self.missing),
            "longest": longest,
            "newest": newest,
        });
        format!("{figures}\n")
    }

    fn list(&self) -> String {
        let mut text = String::new();
        table(
            &mut text,
            "archive",
            &[("documents".to_owned(), self.documents), ("works".to_owned(), self.works)],
        );
        table(&mut text, "decades", &self.decades);
        table(&mut text, "years", &self.years);
        for (name, counts) in &self.taxonomies {
            table(&mut text, name, counts);
        }
        table(&mut text, "missing", &self.missing);
        table(&mut text, "longest, in bytes", &self.longest);
        text.push_str("\nnewest\n");
        for (date, path) in &self.newest {
            // A string takes whatever is written.
            let _ = writeln!(text, "{date:>10}  {path}");
        }
        text
    }
}

fn table(text: &mut String, title: &str, counts: &[(String, usize)]) {
    if counts.is_empty() {
        return;
    }
    let gap = if text.is_empty() { "" } else { "\n" };
    // A string takes whatever is written.
    let _ = writeln!(text, "{gap}{title}");
    for (name, count) in counts {
        let _ = writeln!(text, "{count:>10}  {name}");
    }
}

fn taxonomies(archive: &Archive) -> Vec<(String, Counts)> {
    let language = archive.config.main_language();
    let all = archive.taxonomies.iter().map(|taxonomy| {
        let used = taxonomy.used();
        let mut counts: Counts = used
            .map(|(_, term)| (term.word(language).to_owned(), term.works.len()))
            .collect();
        most_first(&mut counts);
        (taxonomy.name.to_string(), counts)
    });
    all.filter(|(_, counts)| !counts.is_empty()).collect()
}

/// The fields that readers look for, and how many documents lack each. What a main
/// version says, its translations need not say again.
fn missing(archive: &Archive) -> Counts {
    type Lacks = fn(&Document) -> bool;
    const FIELDS: [(&str, Lacks); 7] = [
        ("date", |d| d.metadata.date.is_none()),
        ("place", |d| d.metadata.place.is_none()),
        ("source", |d| d.metadata.source.is_none()),
        ("topics", |d| d.metadata.topics.is_empty()),
        ("kind", |d| d.metadata.kind.is_none()),
        ("people or issuer", |d| {
            d.metadata.people.is_empty() && d.metadata.issuer.is_empty()
        }),
        ("summary", |d| d.metadata.summary.is_none()),
    ];
    let mains = || archive.works.iter().map(|work| archive.document(work.main));
    let count = |lacks: Lacks| mains().filter(|document| lacks(document)).count();
    let counts = FIELDS.into_iter().map(|(name, lacks)| (name.to_owned(), count(lacks)));
    counts.filter(|(_, count)| *count > 0).collect()
}

fn longest(archive: &Archive, order: &Order) -> Result<Counts> {
    let mut counts = Counts::new();
    for document in &archive.documents {
        let size = fs::stat(&order.site.join(&*document.path))?.map_or(0, |s| s.size);
        let text = size.saturating_sub(u64::from(document.body.start));
        counts.push((document.path.to_string(), usize::try_from(text).unwrap_or(0)));
    }
    most_first(&mut counts);
    counts.truncate(NAMED);
    Ok(counts)
}

/// Works are in order of time, undated ones last.
fn newest(archive: &Archive) -> Vec<(String, String)> {
    let dated = archive.works.iter().rev().filter_map(|work| {
        let date = work.date.as_ref()?.to_string();
        Some((date, archive.document(work.main).path.to_string()))
    });
    dated.take(NAMED).collect()
}

fn most_first(counts: &mut Counts) {
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
}
