//! What is answered to a browser that asks for an address.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use super::http::Status;
use super::live::Live;
use super::media::{HTML, media_type};
use super::reload;
use super::stage::{Shown, Stage};
use super::whole::table;
use crate::archive::Planned;
use crate::diagnostic::Diagnostic;
use crate::error::Result;
use crate::pipeline::{Content, SitePages};
use crate::render::html::Renderer;
use crate::route::Route;

/// An answer.
pub(super) struct Answer {
    pub(super) status: Status,
    pub(super) media_type: &'static str,
    pub(super) body: Body,
    /// Where to ask instead.
    pub(super) location: Option<String>,
}

/// The bytes of an answer.
pub(super) enum Body {
    Own(Vec<u8>),
    Shared(Arc<[u8]>),
    File(PathBuf),
}

impl Answer {
    pub(super) fn new(status: Status, media_type: &'static str, body: Body) -> Answer {
        Answer { status, media_type, body, location: None }
    }

    /// A line of plain text.
    pub(super) fn plain(status: Status, text: &str) -> Answer {
        let body = Body::Own(format!("{text}\n").into_bytes());
        Answer::new(status, media_type("a.txt"), body)
    }

    fn elsewhere(location: String) -> Answer {
        let plain = Answer::plain(Status::Found, "this is elsewhere");
        Answer { location: Some(location), ..plain }
    }
}

/// A page as it is found: to be made from one page alone, or from all documents.
enum Made {
    Answer(Answer),
    Index(Route),
    Checksums,
}

impl Stage {
    /// What stands at a path as a browser sends it: `/archive/topics/`.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let made = {
            let shown = self.look();
            match &shown.live {
                Some(live) => self.find(&shown, live, path),
                None => Ok(Made::Answer(self.nothing(&shown))),
            }
        };
        let answer = made.and_then(|made| match made {
            Made::Answer(answer) => Ok(answer),
            Made::Checksums => {
                let body = Body::Own(self.checksums()?);
                Ok(Answer::new(Status::Ok, media_type("a.txt"), body))
            }
            Made::Index(route) => Ok(match self.index_file(&route)? {
                Some(bytes) => {
                    let kind = media_type(route.as_str());
                    Answer::new(Status::Ok, kind, Body::Shared(bytes))
                }
                None => Answer::plain(Status::NotFound, "there is no such file"),
            }),
        });
        answer.unwrap_or_else(|error| Answer::plain(Status::Failed, &error.to_string()))
    }

    fn find(&self, shown: &Shown, live: &Live, path: &str) -> Result<Made> {
        let Some(decoded) = decoded(path) else {
            return Ok(Made::Answer(Answer::plain(
                Status::BadRequest,
                "the address is not UTF-8",
            )));
        };
        let config = &live.archive.config;
        let base = decoded_base(&config.base_path);
        let Some(below) = decoded.strip_prefix(&*base) else {
            let is_above = format!("{decoded}/") == *base || decoded == "/";
            return match is_above {
                true => Ok(Made::Answer(Answer::elsewhere(config.base_path.clone()))),
                false => self.missing(shown, live),
            };
        };
        let is_page = below.is_empty() || below.ends_with('/');
        let route = if is_page { Route::page(below) } else { Route::file(below) };
        // An empty part between slashes is another address than the one without it.
        let route = route.ok().filter(|_| !decoded.contains("//"));
        let Some(route) = route else { return self.missing(shown, live) };
        if let Some(planned) = live.archive.plan.get(&route) {
            return self.page(shown, live, &planned);
        }
        if route.as_str().starts_with("search/index/") {
            return Ok(Made::Index(route));
        }
        let page = Route::page(below).ok();
        match page.and_then(|page| live.archive.plan.get(&page)) {
            Some(_) => Ok(Made::Answer(Answer::elsewhere(format!("{path}/")))),
            None => self.missing(shown, live),
        }
    }

    fn page(&self, shown: &Shown, live: &Live, planned: &Planned) -> Result<Made> {
        let renderer = Renderer::with(&live.archive, live.tools.clone());
        let site =
            SitePages::new(&self.order.site, &live.archive, &live.theme, &renderer);
        let kind = media_type(planned.route.as_str());
        let body = match site.content(planned)? {
            Content::Bytes(bytes) if kind == HTML => {
                Body::Own(reload::marked(bytes, &self.name(shown.version)))
            }
            Content::Bytes(bytes) => Body::Own(bytes),
            Content::Copy(disk) => Body::File(disk.to_owned()),
            Content::Table(file) => Body::Own(table(&live.archive, file, &renderer)),
            Content::Index => return Ok(Made::Index(planned.route.clone())),
            Content::Checksums => return Ok(Made::Checksums),
            Content::Wrong(found) => {
                return Ok(Made::Answer(self.wrong(shown, &found)));
            }
        };
        Ok(Made::Answer(Answer::new(Status::Ok, kind, body)))
    }

    fn missing(&self, shown: &Shown, live: &Live) -> Result<Made> {
        let not_found = Route::file("404.html").ok();
        let planned = not_found.and_then(|route| live.archive.plan.get(&route));
        let Some(planned) = planned else {
            let nothing = Answer::plain(Status::NotFound, "there is no such page");
            return Ok(Made::Answer(nothing));
        };
        Ok(match self.page(shown, live, &planned)? {
            Made::Answer(answer) if answer.status == Status::Ok => {
                Made::Answer(Answer { status: Status::NotFound, ..answer })
            }
            made => made,
        })
    }

    /// A page in the place of one that a template failed to make.
    fn wrong(&self, shown: &Shown, found: &Diagnostic) -> Answer {
        self.note(shown, found);
        self.failure(shown, "the template of this page has a mistake")
    }

    /// A page in the place of a site that cannot be read.
    fn nothing(&self, shown: &Shown) -> Answer {
        match &shown.trouble {
            Some(error) => self.failure(shown, &error.to_string()),
            None => self.failure(shown, "the site cannot be shown"),
        }
    }

    fn failure(&self, shown: &Shown, message: &str) -> Answer {
        let page = reload::failure(message, &self.name(shown.version));
        Answer::new(Status::Failed, HTML, Body::Own(page))
    }
}

fn decoded_base(base: &str) -> Cow<'_, str> {
    decoded(base).map_or(Cow::Borrowed(base), Cow::Owned)
}

/// A path with its percent signs decoded; nothing where it is not UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        let (high, low) = (digit()?, digit()?);
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn percent_signs_are_decoded() {
        let check =
            |path, expected: Option<&str>| assert_eq!(decoded(path).as_deref(), expected);
        check("/a/", Some("/a/"));
        check("/%e5%b9%B3", Some("/平"));
        check("/%2e%2e/", Some("/../"));
        check("/%", None);
        check("/%4", None);
        check("/%zz", None);
        check("/%ff", None);
    }
}
