//! `chancery serve`: the site while it is written.

use std::sync::{Mutex, PoisonError};

use super::Outcome;
use super::arguments::{Serve, Shared};
use super::report::{self, Talk};
use crate::diagnostic::Diagnostic;
use crate::error::{Error, Result};
use crate::pipeline::Order;
use crate::serve::{Listener, Server, Wanted, Watching};

pub(super) fn run(serve: &Serve, shared: &Shared) -> Result<Outcome> {
    let order = Order {
        site: shared.site.clone(),
        base_url: serve.base_url.clone(),
        drafts: !serve.no_drafts,
        ..Order::default()
    };
    let watching = if serve.poll { Watching::Looking } else { Watching::Told };
    let wanted = Wanted { host: serve.host.clone(), port: serve.port, watching };
    let talker =
        Talker { order: order.clone(), how: Talk::of(shared), said: Mutex::default() };
    let server = Server::open(order, &wanted, Box::new(talker))?;
    if !server.is_private() && !shared.quiet {
        report::talk("everybody in this network can read the site");
    }
    report::result(&server.url());
    if !shared.quiet {
        report::talk("serving; pages follow the files; Ctrl-C ends it");
    }
    server.run();
    Ok(Outcome::Done)
}

/// Says what is wrong when it comes, and when it is mended.
struct Talker {
    order: Order,
    how: Talk,
    said: Mutex<Vec<Diagnostic>>,
}

impl Listener for Talker {
    fn found(&self, diagnostics: &[Diagnostic]) {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = |found: &&Diagnostic| !said.contains(found);
        let new: Vec<Diagnostic> = diagnostics.iter().filter(is_new).cloned().collect();
        report::findings(&new, &self.order.site, self.how);
        let is_less = diagnostics.len() < said.len();
        *said = diagnostics.to_vec();
        drop(said);
        if !new.is_empty() || is_less {
            self.how.talk(&standing(diagnostics));
        }
    }

    fn failed(&self, error: &Error) {
        report::talk(&format!("error: {error}"));
    }
}

/// How many mistakes there are now.
fn standing(diagnostics: &[Diagnostic]) -> String {
    match report::count(diagnostics) {
        (0, 0) => "all mistakes are mended".to_owned(),
        (errors, warnings) => report::counted(errors, warnings),
    }
}
