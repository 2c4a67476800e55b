//! What queries of a built site cost, and queries with their right answers, to ask others:
//! `cargo bench --bench search -- --site DIR`.
#![expect(clippy::print_stdout, reason = "what was measured is printed")]

mod texts;
mod draw;
mod cost;

use std::path::PathBuf;
use std::process::ExitCode;

use chancery::error::{Error, Result};
use clap::Parser;
use serde_json::json;

use draw::Question;
use texts::Texts;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures the search of a built site
#[derive(Parser)]
struct Arguments {
    /// The site, built; without it nothing is done
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Where it was built
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// How many queries of each sort
    #[arg(long, default_value_t = 100)]
    each: usize,
    /// Writes the queries and what they should find instead
    #[arg(long, value_name = "FILE")]
    questions: Option<PathBuf>,
    /// What `cargo bench` says to every program
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let Some(site) = &arguments.site else { return ExitCode::SUCCESS };
    match measure(&arguments, site.clone()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("error: {error}");
            ExitCode::from(3)
        }
    }
}

fn measure(arguments: &Arguments, site: PathBuf) -> Result<()> {
    let output = arguments.output.clone().unwrap_or_else(|| site.join("public"));
    let texts = Texts::read(site)?;
    let questions = draw::questions(&texts, arguments.each);
    match &arguments.questions {
        Some(path) => chancery::fs::write(path, &told(&texts, &questions)?),
        None => cost::print(&output, &questions),
    }
}

/// All documents, and the queries with the documents that a plain scan of their texts
/// finds, as JSON.
fn told(texts: &Texts, questions: &[Question]) -> Result<Vec<u8>> {
    let short = questions.iter().filter(|question| question.sort.is_short());
    let told = short.map(|question| {
        let found = texts.documents.iter().filter(|text| question.is_answered_by(text));
        let found: Vec<&str> = found.map(|text| &*text.href).collect();
        json!({
            "sort": question.sort.name(),
            "query": question.query,
            "language": question.language,
            "found": found,
        })
    });
    let documents: Vec<&str> = texts.documents.iter().map(|text| &*text.href).collect();
    let told = json!({ "documents": documents, "questions": told.collect::<Vec<_>>() });
    serde_json::to_vec(&told).map_err(|error| Error::Internal(error.to_string()))
}
