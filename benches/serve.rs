//! Measures what an editor waits for: from the start of `serve` to the first page, and
//! from the writing of a file to the changed bytes in a browser, over the loopback.
//! `cargo bench --bench serve -- --documents 10000`.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot be set up has nothing to measure"
)]

mod generate;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use chancery::diagnostic::Diagnostic;
use chancery::error::Error;
use chancery::pipeline::Order;
use chancery::serve::{Listener, Server, Wanted, Watching};
use clap::Parser;
use generate::{Edit, Site};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures `chancery serve`
#[derive(Parser)]
struct Arguments {
    /// How many documents
    #[arg(long, default_value_t = 10_000)]
    documents: usize,
    /// How many edits of each sort
    #[arg(long, default_value_t = 21)]
    edits: usize,
    /// What `cargo bench` says to every program
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() {
    let arguments = Arguments::parse();
    let site = Site { seed: 1, documents: arguments.documents };
    let folder = tempfile::tempdir().expect("there is room for a folder");
    site.write(folder.path()).expect("the site can be written");
    let started = Instant::now();
    let browser = Browser::open(folder.path());
    let first = browser.page("");
    say("first page", started.elapsed(), "");
    assert!(first.contains("Documents on Foreign Relations"), "{first}");
    let edits = [
        (Edit::Text, "a paragraph more"),
        (Edit::Title, "another title"),
        (Edit::Date, "another date"),
    ];
    for (edit, name) in edits {
        let times = (0..arguments.edits).map(|number| {
            let index = (number * 7919 + 10) % arguments.documents / 10 * 10;
            browser.edit(site, folder.path(), (index, edit))
        });
        let mut times: Vec<Duration> = times.collect();
        times.sort();
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        let worst = times.last().copied().unwrap_or_default();
        say(name, median, &format!("median; longest {:.1} ms", milliseconds(worst)));
    }
}

#[expect(clippy::cast_precision_loss, reason = "no wait is that long")]
fn milliseconds(time: Duration) -> f64 {
    time.as_micros() as f64 / 1000.0
}

fn say(what: &str, time: Duration, note: &str) {
    println!("{what:>18} {:8.1} ms {note}", milliseconds(time));
}

/// A browser with one page open.
struct Browser {
    host: String,
}

impl Browser {
    fn open(folder: &Path) -> Browser {
        let order = Order { site: folder.to_owned(), ..Order::default() };
        let wanted =
            Wanted { host: "127.0.0.1".to_owned(), port: 0, watching: Watching::Told };
        let server =
            Server::open(order, &wanted, Box::new(Silent)).expect("a port is free");
        let url = server.url();
        thread::spawn(move || server.run());
        let host = url.split('/').nth(2).unwrap_or_default().to_owned();
        Browser { host }
    }

    /// Edits a document, waits until its page is another, and undoes the edit.
    fn edit(&self, site: Site, folder: &Path, (index, edit): (usize, Edit)) -> Duration {
        let mut events = BufReader::new(self.send("/.chancery/events"));
        await_event(&mut events);
        let (folder_number, number) = (index / 1000, index % 1000 / 10 * 8);
        let path = format!("documents/{folder_number:04}/d{number:04}/");
        let before = self.page(&path);
        assert!(before.contains("<h1"), "{before}");
        let started = Instant::now();
        site.put(folder, index, edit).expect("the document can be written");
        await_event(&mut events);
        let after = self.page(&path);
        let time = started.elapsed();
        assert!(unmarked(&after) != unmarked(&before), "{path} has not changed");
        site.put(folder, index, Edit::None).expect("the document can be written");
        await_event(&mut events);
        time
    }

    fn page(&self, path: &str) -> String {
        let mut bytes = Vec::new();
        let mut stream = self.send(&format!("/papers/{path}"));
        stream.read_to_end(&mut bytes).expect("the server answers");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn send(&self, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.host).expect("the server listens");
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("the server reads");
        stream
    }
}

/// A page without what tells its version.
fn unmarked(page: &str) -> (&str, &str) {
    let body = page.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    body.split_once(" data-version=").map_or((body, ""), |(before, after)| {
        (before, after.split_once('>').map_or("", |(_, rest)| rest))
    })
}

fn await_event(events: &mut BufReader<TcpStream>) {
    let mut line = String::new();
    while !line.starts_with("data:") {
        line.clear();
        let read = events.read_line(&mut line).expect("the server tells");
        assert!(read > 0, "the server went away");
    }
}

/// Nobody listens.
struct Silent;

impl Listener for Silent {
    fn found(&self, _: &[Diagnostic]) {}
    fn failed(&self, _: &Error) {}
}
