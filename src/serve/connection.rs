//! Connections: one request each, a thread for each, no more of them than the machine can
//! bear.

use std::io::{self, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::answer::{Answer, Body};
use super::host::is_ours;
use super::http::{self, Head, Method, Request, Status};
use super::media::media_type;
use super::reload::{EVENTS_PATH, SCRIPT, SCRIPT_PATH};
use super::stage::Stage;
use crate::fs;

/// Connections at once; each page that is open holds one.
const MAX_OPEN: usize = 256;
/// How long a browser may take to say what it wants.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often somebody who hears nothing is asked whether he is still there.
const PULSE: Duration = Duration::from_secs(15);

/// Answers whoever comes, as long as the process lives.
pub(super) fn accept(socket: &TcpListener, stage: &Arc<Stage>, own: &Arc<str>) {
    let open = Arc::new(AtomicUsize::new(0));
    for stream in socket.incoming() {
        let Ok(mut stream) = stream else {
            // Where files are short, waiting helps and asking again at once does not.
            thread::sleep(Duration::from_millis(10));
            continue;
        };
        if open.load(Ordering::Relaxed) >= MAX_OPEN {
            let _ = refuse(&mut stream, Status::Busy, "too many connections");
            continue;
        }
        let (stage, own, open) = (stage.clone(), own.clone(), open.clone());
        open.fetch_add(1, Ordering::Relaxed);
        thread::spawn(move || {
            // Who went away needs no answer.
            let _ = serve(stream, &stage, &own);
            open.fetch_sub(1, Ordering::Relaxed);
        });
    }
}

fn serve(mut stream: TcpStream, stage: &Stage, own: &str) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let request = match http::read(&mut stream) {
        Ok(request) => request,
        Err(None) => return Ok(()),
        Err(Some(status)) => return refuse(&mut stream, status, "this is not served"),
    };
    if !is_ours(&request.host, own) {
        let message = "this server is not called so; ask for `localhost`";
        return refuse(&mut stream, Status::Misdirected, message);
    }
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    let answer = match path {
        EVENTS_PATH if request.method == Method::Get => return tell(stream, stage),
        SCRIPT_PATH => {
            let body = Body::Own(SCRIPT.as_bytes().to_vec());
            Answer::new(Status::Ok, media_type(SCRIPT_PATH), body)
        }
        path => stage.answer(path),
    };
    send(&mut stream, &request, answer)?;
    stream.shutdown(Shutdown::Write)
}

fn refuse(stream: &mut TcpStream, status: Status, message: &str) -> io::Result<()> {
    let request =
        Request { method: Method::Get, target: String::new(), host: String::new() };
    send(stream, &request, Answer::plain(status, message))
}

fn send(stream: &mut TcpStream, request: &Request, answer: Answer) -> io::Result<()> {
    let length = match &answer.body {
        Body::Own(bytes) => bytes.len() as u64,
        Body::Shared(bytes) => bytes.len() as u64,
        Body::File(path) => fs::stat(path).ok().flatten().map_or(0, |stat| stat.size),
    };
    let head = Head {
        status: answer.status,
        media_type: answer.media_type,
        length: Some(length),
        location: answer.location.as_deref(),
    };
    head.write(stream)?;
    if request.method == Method::Head {
        return Ok(());
    }
    match answer.body {
        Body::Own(bytes) => stream.write_all(&bytes),
        Body::Shared(bytes) => stream.write_all(&bytes),
        Body::File(path) => {
            let mut file = fs::open(&path).map_err(io::Error::other)?;
            io::copy(&mut io::Read::take(&mut file, length), stream).map(drop)
        }
    }
}

/// Tells of every version, the one that is shown now first, until nobody listens.
fn tell(mut stream: TcpStream, stage: &Stage) -> io::Result<()> {
    let media_type = "text/event-stream";
    let head = Head { status: Status::Ok, media_type, length: None, location: None };
    head.write(&mut stream)?;
    let mut told = None;
    loop {
        let version = stage.wait(told, PULSE);
        if told == Some(version) {
            stream.write_all(b":\n\n")?;
            continue;
        }
        let (version, news) = stage.news();
        told = Some(version);
        stream.write_all(format!("data: {news}\n\n").as_bytes())?;
    }
}
