//! `chancery search`: answers from the index that a build wrote.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde::Serialize;

use super::Outcome;
use super::arguments::{Search, Shared};
use super::report;
use crate::config::Config;
use crate::date::Edtf;
use crate::error::Result;
use crate::fs;
use crate::language::Language;
use crate::search::query::Query;
use crate::search::reader::{Answer, Files, Filter, Hit, Index, Limits};
use crate::slug::slug;
use crate::spelling::closest;

pub(super) fn run(search: &Search, shared: &Shared) -> Result<Outcome> {
    let Some(config) = report::settings(shared)? else { return Ok(Outcome::Findings) };
    let output = search.output.clone();
    let output = output.unwrap_or_else(|| shared.site.join(&config.output));
    let files = Folder(output);
    let Some(mut index) = Index::open(&files)? else {
        let folder = files.0.display();
        report::talk(&format!(
            "error: there is no search index in `{folder}`: build the site, with `search` \
             on in `site.toml`"
        ));
        return Ok(Outcome::Usage);
    };
    let filter = match filter(&mut index, search)? {
        Ok(filter) => filter,
        Err(message) => {
            report::talk(&format!("error: {message}"));
            return Ok(Outcome::Usage);
        }
    };
    let written = search.query.join(" ");
    let query = Query::parse(&written);
    if query.is_wordless {
        report::talk(&format!("error: there is no word in `{written}`"));
        return Ok(Outcome::Usage);
    }
    let limits = Limits { hits: search.limit, bytes: None };
    let answer = index.search(&query, &filter, limits)?;
    let text = if search.json { json(&answer, &config) } else { list(&answer, &config) };
    report::say(text.as_bytes())?;
    Ok(Outcome::Done)
}

/// The files of a site's output folder.
struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, name: &str) -> Result<Option<Vec<u8>>> {
        fs::read_if_there(&self.0.join(name))
    }
}

/// What the options ask for, or what is wrong with a name.
fn filter(
    index: &mut Index,
    search: &Search,
) -> Result<std::result::Result<Filter, String>> {
    let kinds: Vec<String> =
        search.kind.iter().map(|kind| kind.name().to_owned()).collect();
    if let Some(message) = impossible(index, search) {
        return Ok(Err(message));
    }
    let facets = [
        ("topics", "topic", &search.topic),
        ("kinds", "kind", &kinds),
        ("places", "place", &search.place),
        ("sources", "source", &search.source),
    ];
    let mut filter = Filter {
        from: search.from.as_ref().map(Edtf::bounds),
        to: search.to.as_ref().map(Edtf::bounds),
        languages: search.lang.clone(),
        terms: Vec::new(),
    };
    for (taxonomy, noun, names) in facets {
        let mut terms = Vec::new();
        for name in names {
            match index.term(taxonomy, name)? {
                Some(term) => terms.push(term),
                None => return Ok(Err(unknown(index, taxonomy, noun, name)?)),
            }
        }
        if !names.is_empty() {
            filter.terms.push((taxonomy.to_owned(), terms));
        }
    }
    Ok(Ok(filter))
}

/// What nothing can be, since it ends before it begins or nobody wrote in that language.
fn impossible(index: &Index, search: &Search) -> Option<String> {
    if let (Some(from), Some(to)) = (&search.from, &search.to)
        && from.bounds().first > to.bounds().last
    {
        return Some("`--from` is later than `--to`".to_owned());
    }
    let is_unknown = |language: &&Language| !index.has_language(language);
    let language = search.lang.iter().find(is_unknown)?;
    Some(format!("there is no text in the language `{language}`"))
}

fn unknown(index: &mut Index, taxonomy: &str, noun: &str, name: &str) -> Result<String> {
    let terms = index.terms(taxonomy)?;
    let message = format!("there is no {noun} `{name}`");
    Ok(match closest(&slug(name), terms.iter().map(|term| &*term.slug)) {
        Some(meant) => format!("{message}; did you mean `{meant}`?"),
        None => message,
    })
}

/// `--json`.
#[derive(Serialize)]
struct Told<'a> {
    total: usize,
    hits: Vec<ToldHit<'a>>,
}

#[derive(Serialize)]
struct ToldHit<'a> {
    work: &'a str,
    lang: &'a str,
    title: &'a str,
    url: String,
    paragraph: Option<u32>,
}

fn json(answer: &Answer, config: &Config) -> String {
    let hits = answer.hits.iter().map(|hit| ToldHit {
        work: &hit.work,
        lang: &hit.language,
        title: &hit.title,
        url: url(hit, config),
        paragraph: hit.paragraph,
    });
    let told = Told { total: answer.total, hits: hits.collect() };
    let text = serde_json::to_string_pretty(&told).unwrap_or_default();
    format!("{text}\n")
}

/// A hit in three lines: title, date and language, address.
fn list(answer: &Answer, config: &Config) -> String {
    let mut text = match answer.total {
        0 => "nothing was found\n".to_owned(),
        1 => "1 document\n".to_owned(),
        total => format!("{total} documents\n"),
    };
    for hit in &answer.hits {
        let date = if hit.date.is_empty() { "no date" } else { &hit.date };
        let url = url(hit, config);
        _ = write!(text, "\n{}\n  {date} · {}\n  {url}\n", hit.title, hit.language);
    }
    // A title may hold what moves the cursor.
    text.chars().filter(|&c| c == '\n' || !c.is_control()).collect()
}

fn url(hit: &Hit, config: &Config) -> String {
    format!("{}{}", config.base_url, hit.href)
}
