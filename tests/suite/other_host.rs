//! Another host: a server of this machine that answers in every way that hosts do.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// A host that answers each path in its own way until the tests end.
pub(crate) struct OtherHost {
    /// Its name and port.
    pub(crate) authority: String,
    heard: Arc<Mutex<Vec<Heard>>>,
}

/// A request, as the host saw it.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    /// `HEAD /ok`.
    pub(crate) request: String,
    pub(crate) agent: String,
    pub(crate) began: Instant,
    /// When it was answered; later than any request that was heard meanwhile.
    pub(crate) ended: Option<Instant>,
    /// How much of the body went out.
    pub(crate) sent: usize,
}

impl OtherHost {
    pub(crate) fn open() -> OtherHost {
        let socket = TcpListener::bind("127.0.0.1:0").unwrap();
        let authority = socket.local_addr().unwrap().to_string();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ears = heard.clone();
        thread::spawn(move || {
            for stream in socket.incoming() {
                let ears = ears.clone();
                // Who asks may be gone before the answer.
                thread::spawn(move || serve(&stream.unwrap(), &ears).unwrap_or_default());
            }
        });
        OtherHost { authority, heard }
    }

    /// The address of a path.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.authority)
    }

    /// The same machine under another name.
    pub(crate) fn other_url(&self, path: &str) -> String {
        self.url(path).replace("127.0.0.1", "localhost")
    }

    /// Everything that was asked, in order.
    pub(crate) fn heard(&self) -> Vec<Heard> {
        self.heard.lock().unwrap().clone()
    }

    /// What was asked, in words.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.heard().into_iter().map(|heard| heard.request).collect()
    }

    /// What was asked, once so many requests have come.
    pub(crate) fn first_requests(&self, count: usize) -> Vec<String> {
        for _ in 0..500 {
            if self.heard().len() >= count {
                break;
            }
            thread::sleep(Duration::from_millis(20));
        }
        self.requests()
    }
}

fn serve(stream: &TcpStream, ears: &Mutex<Vec<Heard>>) -> std::io::Result<()> {
    let mut first = [0];
    stream.peek(&mut first)?;
    if first == [TLS_HANDSHAKE] {
        return plain(stream);
    }
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    let request = first.trim_end_matches(" HTTP/1.1").to_owned();
    let mut agent = String::new();
    for line in lines {
        let line = line?;
        if line.is_empty() {
            break;
        }
        if let Some(("user-agent", name)) = line.to_lowercase().split_once(": ") {
            name.clone_into(&mut agent);
        }
    }
    let (at, count) = {
        let mut heard = ears.lock().unwrap();
        let count = heard.iter().filter(|known| known.request == request).count();
        let began = Instant::now();
        heard.push(Heard {
            request: request.clone(),
            agent,
            began,
            ended: None,
            sent: 0,
        });
        (heard.len() - 1, count)
    };
    let sent = answer(stream, &request, count, &|| {
        ears.lock().unwrap()[at].ended = Some(Instant::now());
    })?;
    ears.lock().unwrap()[at].sent = sent;
    Ok(())
}

/// What a secure connection begins with.
const TLS_HANDSHAKE: u8 = 22;

/// Answers a secure connection as a host does that knows none.
fn plain(mut stream: &TcpStream) -> std::io::Result<()> {
    stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")?;
    std::io::copy(&mut stream, &mut std::io::sink()).map(drop)
}

/// Answers a request that was heard `count` times before; says how much of a body went out.
/// `end` marks the last moment before whoever asks has the answer.
fn answer(
    mut stream: &TcpStream,
    request: &str,
    count: usize,
    end: &dyn Fn(),
) -> std::io::Result<usize> {
    let (method, path) = request.split_once(' ').unwrap_or_default();
    let simple = |status: &str, headers: &str| {
        end();
        let mut stream = stream;
        write!(stream, "HTTP/1.1 {status}\r\n{headers}Content-Length: 0\r\n\r\n")
    };
    match path {
        "/moved" => simple("301 Moved", "Location: /ok?at=new\r\n")?,
        "/permanent" => simple("308 Moved", "Location: /away\r\n")?,
        "/away" => simple("302 Found", "Location: ok\r\n")?,
        "/old/page" => simple("302 Found", "Location: /\r\n")?,
        "/circle" => simple("302 Found", "Location: /back\r\n")?,
        "/back" => simple("302 Found", "Location: /circle\r\n")?,
        "/astray" => simple("302 Found", "Location: mailto:a@b.org\r\n")?,
        "/missing" => simple("404 Not Found", "")?,
        "/gone" => simple("410 Gone", "")?,
        "/forbidden" => simple("403 Forbidden", "")?,
        "/odd" => simple("999 Denied", "")?,
        "/broken" => simple("500 Broken", "")?,
        "/flaky" if (method, count) != ("GET", 1) => simple("503 Later", "")?,
        "/limited" if method == "HEAD" => simple("429 Slower", "Retry-After: 1\r\n")?,
        "/limit" => simple("429 Slower", "")?,
        "/shut" => simple("429 Slower", "Retry-After: 3600\r\n")?,
        "/no-head" if method == "HEAD" => simple("405 No", "")?,
        "/false-head" if method == "HEAD" => simple("404 No", "")?,
        "/deaf" if method == "HEAD" => {}
        "/silent" => thread::sleep(Duration::from_millis(1500)),
        "/closed" => {}
        "/junk" => stream.write_all(b"Hello, who is there?\r\n\r\n")?,
        "/huge" if method == "HEAD" => simple("501 No", "")?,
        "/huge" => return huge(stream),
        _ => simple("200 OK", "Content-Type: text/plain\r\n")?,
    }
    Ok(0)
}

/// As much of a body as is taken, and a gigabyte at most.
fn huge(mut stream: &TcpStream) -> std::io::Result<usize> {
    write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", 1 << 30)?;
    let piece = vec![b'x'; 1 << 16];
    let mut sent = 0;
    while sent < 1 << 30 && stream.write_all(&piece).is_ok() {
        sent += piece.len();
    }
    let _ = stream.read(&mut [0]);
    Ok(sent)
}
