//! `serve`: the site while it is written.
//!
//! A page is made when a browser asks for it, from the same parts as in a build, and
//! nothing is written to the disk. When a file changes, only what it decides is made
//! again; browsers hear of it and ask once more. Only this module listens.

mod live;
mod edit;
mod findings;
mod stage;
mod whole;
mod answer;
mod reload;
mod media;
mod host;
mod http;
mod connection;
mod watch;
mod changes;

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::thread;

use crate::diagnostic::Diagnostic;
use crate::error::{Error, Result};
use crate::pipeline::{self, Order, Report};
use stage::{CONTENT, Stage};
use watch::Watch;

/// Where to serve, and how to hear of changes.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// A name or an address of this machine.
    pub host: String,
    /// The port; 0 for any that is free.
    pub port: u16,
    /// How changes come to be known.
    pub watching: Watching,
}

/// How changes of files come to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watching {
    /// The operating system tells of them; where it cannot, the files are looked at.
    Told,
    /// The files are looked at again and again, as network drives need it.
    Looking,
}

/// What the one who started the server is told.
pub trait Listener: Send + Sync {
    /// The site was read again, and this is everything that was found.
    fn found(&self, diagnostics: &[Diagnostic]);
    /// The world failed; the server goes on.
    fn failed(&self, error: &Error);
}

/// A server that has its port and has read its site.
pub struct Server {
    socket: TcpListener,
    stage: Arc<Stage>,
    watch: Watch,
    changes: Receiver<watch::Heard>,
    host: Arc<str>,
}

impl Server {
    /// Takes the port and reads the site; an error if the port is in use.
    pub fn open(
        order: Order,
        wanted: &Wanted,
        listener: Box<dyn Listener>,
    ) -> Result<Server> {
        let wrap = |source| Error::Address {
            address: format!("{}:{}", wanted.host, wanted.port),
            source,
        };
        let socket = TcpListener::bind((&*wanted.host, wanted.port)).map_err(wrap)?;
        // What changes while the site is read is heard too.
        let settings = pipeline::settings(&order, &mut Report::default())?;
        let content =
            settings.map_or_else(|| CONTENT.to_owned(), |config| config.content);
        let (watch, changes) = Watch::begin(&order.site, content, wanted.watching);
        let stage = Arc::new(Stage::open(order, listener)?);
        Ok(Server { socket, stage, watch, changes, host: wanted.host.as_str().into() })
    }

    /// Where the site is: `http://127.0.0.1:8000/archive/`.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.authority(), self.stage.base_path())
    }

    /// Whether only this machine can reach it.
    pub fn is_private(&self) -> bool {
        let is_loopback = |address: SocketAddr| address.ip().is_loopback();
        self.socket.local_addr().is_ok_and(is_loopback)
    }

    /// Serves until the process ends.
    pub fn run(self) {
        let Server { socket, stage, watch, changes, host } = self;
        let own = stage.clone();
        thread::spawn(move || changes::follow(&own, watch, &changes));
        connection::accept(&socket, &stage, &host);
    }

    fn authority(&self) -> String {
        match self.socket.local_addr() {
            Ok(at) if at.ip().is_unspecified() => format!("localhost:{}", at.port()),
            Ok(at) => match at.ip() {
                IpAddr::V6(ip) => format!("[{ip}]:{}", at.port()),
                IpAddr::V4(ip) => format!("{ip}:{}", at.port()),
            },
            Err(_) => self.host.to_string(),
        }
    }
}
