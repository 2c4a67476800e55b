//! As much of HTTP/1.1 (RFC 9112) as serving files needs: one request a connection, read
//! strictly and within limits, and its answer.

use std::fmt::Write as _;
use std::io::{self, Read, Write};

/// What a browser asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: Method,
    /// Path and query as sent: `/a/?b`.
    pub(super) target: String,
    pub(super) host: String,
}

/// The methods that are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
}

/// How a request is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Ok,
    Found,
    BadRequest,
    NotFound,
    NotAllowed,
    Misdirected,
    TooLarge,
    Failed,
    Busy,
}

impl Status {
    fn line(self) -> &'static str {
        match self {
            Status::Ok => "200 OK",
            Status::Found => "302 Found",
            Status::BadRequest => "400 Bad Request",
            Status::NotFound => "404 Not Found",
            Status::NotAllowed => "405 Method Not Allowed",
            Status::Misdirected => "421 Misdirected Request",
            Status::TooLarge => "431 Request Header Fields Too Large",
            Status::Failed => "500 Internal Server Error",
            Status::Busy => "503 Service Unavailable",
        }
    }
}

/// Bytes of a request's head at most.
const MAX_HEAD: usize = 16 * 1024;
/// Pieces that a head may come in: whoever sends it byte by byte is not a browser.
const MAX_PIECES: usize = 64;

/// Reads a request's head; why it is refused, or nothing where none came.
pub(super) fn read(stream: &mut impl Read) -> Result<Request, Option<Status>> {
    let mut head = Vec::new();
    let mut piece = [0; 2048];
    for _ in 0..MAX_PIECES {
        let length = match stream.read(&mut piece) {
            Ok(0) | Err(_) => return Err(None),
            Ok(length) => length,
        };
        head.extend_from_slice(piece.get(..length).unwrap_or_default());
        if let Some(end) = head.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = str::from_utf8(head.get(..end).unwrap_or_default());
            return parse(head.map_err(|_| Status::BadRequest)?).map_err(Some);
        }
        if head.len() > MAX_HEAD {
            return Err(Some(Status::TooLarge));
        }
    }
    Err(Some(Status::BadRequest))
}

fn parse(head: &str) -> Result<Request, Status> {
    let mut lines = head.split("\r\n");
    let first: Vec<&str> = lines.next().unwrap_or_default().split(' ').collect();
    let [method, target, "HTTP/1.1" | "HTTP/1.0"] = *first else {
        return Err(Status::BadRequest);
    };
    let method = match method {
        "GET" => Method::Get,
        "HEAD" => Method::Head,
        _ => return Err(Status::NotAllowed),
    };
    let is_plain = |byte: u8| byte.is_ascii_graphic();
    if !target.starts_with('/') || !target.bytes().all(is_plain) {
        return Err(Status::BadRequest);
    }
    let mut host = None;
    for line in lines {
        let (name, value) = line.split_once(':').ok_or(Status::BadRequest)?;
        if name.is_empty() || !name.bytes().all(is_plain) {
            return Err(Status::BadRequest);
        }
        let value = value.trim_matches([' ', '\t']);
        if name.eq_ignore_ascii_case("host") && host.replace(value.to_owned()).is_some() {
            return Err(Status::BadRequest);
        }
    }
    let host = host.ok_or(Status::BadRequest)?;
    Ok(Request { method, target: target.to_owned(), host })
}

/// What is said before the bytes of an answer.
#[derive(Debug)]
pub(super) struct Head<'a> {
    pub(super) status: Status,
    pub(super) media_type: &'a str,
    /// How many bytes follow; as many as come until the end if not known.
    pub(super) length: Option<u64>,
    /// Where to ask instead.
    pub(super) location: Option<&'a str>,
}

impl Head<'_> {
    /// Writes it. Nothing is kept by browsers: the next version may be a moment away.
    pub(super) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let mut head = format!("HTTP/1.1 {}\r\n", self.status.line());
        let mut line = |name: &str, value: &str| {
            // A string takes whatever is written.
            let _ = write!(head, "{name}: {value}\r\n");
        };
        line("Content-Type", self.media_type);
        if let Some(length) = self.length {
            line("Content-Length", &length.to_string());
        }
        if let Some(location) = self.location {
            line("Location", location);
        }
        if self.status == Status::NotAllowed {
            line("Allow", "GET, HEAD");
        }
        line("Cache-Control", "no-store");
        line("X-Content-Type-Options", "nosniff");
        line("Connection", "close");
        out.write_all(head.as_bytes())?;
        out.write_all(b"\r\n")
    }
}

#[cfg(test)]
mod tests {
    use super::{Method, Status, read};

    #[test]
    fn requests_are_read_strictly() {
        let check =
            |text: &str, expected: Result<(Method, &str, &str), Option<Status>>| {
                let found = read(&mut text.as_bytes());
                let found = found.as_ref().map_err(|&status| status);
                let found = found.map(|r| (r.method, &*r.target, &*r.host));
                assert_eq!(found, expected, "{text:?}");
            };
        let bad = Err(Some(Status::BadRequest));
        check(
            "GET /a/?b HTTP/1.1\r\nAccept: */*\r\nhOST: \tx:1 \r\n\r\n",
            Ok((Method::Get, "/a/?b", "x:1")),
        );
        check("HEAD / HTTP/1.0\r\nHost: x\r\n\r\n", Ok((Method::Head, "/", "x")));
        check("POST / HTTP/1.1\r\nHost: x\r\n\r\n", Err(Some(Status::NotAllowed)));
        check("GET / HTTP/1.1\r\n\r\n", bad);
        check("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", bad);
        check("GET / HTTP/1.1\r\nHost : x\r\n\r\n", bad);
        check("GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n", bad);
        check("GET  / HTTP/1.1\r\nHost: x\r\n\r\n", bad);
        check("GET / HTTP/2\r\nHost: x\r\n\r\n", bad);
        check("GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n", bad);
        check("GET /\u{e9} HTTP/1.1\r\nHost: x\r\n\r\n", bad);
        check("GET / HTTP/1.1\r\nHost: x\r\n", Err(None));
        check("", Err(None));
        let long = format!("GET / HTTP/1.1\r\nHost: {}", "x".repeat(20_000));
        check(&long, Err(Some(Status::TooLarge)));
    }
}
