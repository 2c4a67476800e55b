//! A server in the test's own process, and what a browser gets from it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use chancery::diagnostic::Diagnostic;
use chancery::error::Error;
use chancery::pipeline::Order;
use chancery::serve::{Listener, Server, Wanted, Watching};

/// A browser that looks at a server.
pub(crate) struct Browser {
    /// `127.0.0.1:40123`.
    pub(crate) host: String,
    /// `/archive/`.
    pub(crate) base: String,
    heard: Receiver<Vec<String>>,
}

/// What a server answered.
pub(crate) struct Answer {
    pub(crate) code: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

struct Ear(Mutex<Sender<Vec<String>>>);

impl Listener for Ear {
    fn found(&self, diagnostics: &[Diagnostic]) {
        let messages = diagnostics.iter().map(|found| found.message.clone()).collect();
        let _ = self.0.lock().unwrap().send(messages);
    }

    fn failed(&self, error: &Error) {
        let _ = self.0.lock().unwrap().send(vec![error.to_string()]);
    }
}

/// How long anything may take on a machine that does other work too.
const PATIENCE: Duration = Duration::from_secs(30);

impl Browser {
    /// Serves a site until the test ends.
    pub(crate) fn open(order: Order, watching: Watching) -> Browser {
        let (said, heard) = channel();
        let wanted = Wanted { host: "127.0.0.1".to_owned(), port: 0, watching };
        let server =
            Server::open(order, &wanted, Box::new(Ear(Mutex::new(said)))).unwrap();
        let url = server.url();
        thread::spawn(move || server.run());
        let (host, base) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
        let browser = Browser { host: host.to_owned(), base: format!("/{base}"), heard };
        browser.hear();
        browser
    }

    /// What the server said next.
    pub(crate) fn hear(&self) -> Vec<String> {
        self.heard.recv_timeout(PATIENCE).expect("the server says nothing")
    }

    /// Asks for a page of the site.
    pub(crate) fn page(&self, path: &str) -> Answer {
        self.get(&format!("{}{path}", self.base))
    }

    /// Asks for a path.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host))
    }

    /// Sends a request as it is.
    pub(crate) fn ask(&self, request: &str) -> Answer {
        let mut stream = self.send(request);
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let code = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { code, head, body: bytes[end + 4..].to_vec() }
    }

    /// Begins to hear of changes.
    pub(crate) fn events(&self) -> Events {
        let request =
            format!("GET /.chancery/events HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        Events(BufReader::new(self.send(&request)))
    }

    fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// The bytes without the script that follows the files.
    pub(crate) fn unmarked(&self) -> Vec<u8> {
        const BEGIN: &[u8] = b"<script src=\"/.chancery/reload.js\"";
        const END: &[u8] = b"</script>";
        let find = |part: &[u8], bytes: &[u8]| {
            bytes.windows(part.len()).position(|found| found == part)
        };
        let begin = find(BEGIN, &self.body).expect("there is no script");
        let end = begin + find(END, &self.body[begin..]).unwrap() + END.len();
        [&self.body[..begin], &self.body[end..]].concat()
    }

    pub(crate) fn expect(&self, code: u16, part: &str) -> &Answer {
        let text = String::from_utf8_lossy(&self.body);
        assert!(self.code == code && text.contains(part), "{}\n{text}", self.head);
        self
    }
}

/// What a page's script hears.
pub(crate) struct Events(BufReader<TcpStream>);

impl Events {
    /// The next that it is told.
    pub(crate) fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the server went away");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }
}
