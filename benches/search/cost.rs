//! What a query loads, as a browser that asks it first would, and how long it takes.

use std::path::{Path, PathBuf};
use std::time::Instant;

use chancery::error::{Error, Result};
use chancery::fs;
use chancery::search::query::Query;
use chancery::search::reader::{Files, Filter, Index, Limits};

use super::draw::{Question, Sort};

/// What a browser may load for one query before it stops.
const LIMITS: Limits = Limits { hits: 10, bytes: Some(400_000) };

/// Prints a table with a row for each sort of query.
pub(crate) fn print(output: &Path, questions: &[Question]) -> Result<()> {
    let folder = Folder(output.to_owned());
    let index = Index::open(&folder)?.ok_or_else(|| {
        Error::Internal(format!("no search index in {}", output.display()))
    })?;
    println!("first view: {} bytes", index.loaded().bytes);
    println!("| query | bytes, median | worst | ms, median | worst | cut short |");
    println!("|---|--:|--:|--:|--:|--:|");
    for sort in Sort::ALL {
        let costs = questions.iter().filter(|question| question.sort == sort);
        let costs = costs.map(|question| cost(&folder, &question.query));
        row(&sort.name(), &costs.collect::<Result<Vec<_>>>()?);
    }
    Ok(())
}

/// What one query cost.
struct Cost {
    bytes: u64,
    milliseconds: f64,
    is_whole: bool,
}

fn cost(folder: &Folder, query: &str) -> Result<Cost> {
    let Some(mut index) = Index::open(folder)? else {
        return Err(Error::Internal("the index is gone".to_owned()));
    };
    let start = Instant::now();
    let query = Query::parse(query);
    let answer = index.search(&query, &Filter::default(), LIMITS)?;
    let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
    Ok(Cost { bytes: answer.loaded.bytes, milliseconds, is_whole: answer.is_whole })
}

fn row(name: &str, costs: &[Cost]) {
    let mut bytes: Vec<u64> = costs.iter().map(|cost| cost.bytes).collect();
    let mut times: Vec<f64> = costs.iter().map(|cost| cost.milliseconds).collect();
    bytes.sort_unstable();
    times.sort_unstable_by(f64::total_cmp);
    let (Some(bytes_worst), Some(time_worst)) = (bytes.last(), times.last()) else {
        return println!("| {name} | – | – | – | – | – |");
    };
    let (median, time) = (bytes.get(bytes.len() / 2), times.get(times.len() / 2));
    let cut = costs.iter().filter(|cost| !cost.is_whole).count();
    println!(
        "| {name} | {} | {bytes_worst} | {:.1} | {time_worst:.1} | {cut} of {} |",
        median.unwrap_or(&0),
        time.unwrap_or(&0.0),
        costs.len(),
    );
}

/// The files of a built site.
struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, name: &str) -> Result<Option<Vec<u8>>> {
        fs::read_if_there(&self.0.join(name))
    }
}
