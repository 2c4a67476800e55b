//! Addresses that were published, and lead nowhere any more.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::archive::Archive;
use crate::check::{Seen, Site};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Document;
use crate::register::{self, Entry, Register};
use crate::route::Route;

pub(super) fn of_register(site: &Site<'_>, _: &[Seen], found: &mut Vec<Diagnostic>) {
    found.extend(dropped(site.archive, site.register));
}

/// Looks for addresses of the register that the archive does not answer.
pub fn dropped(archive: &Archive, register: &Register) -> Vec<Diagnostic> {
    let is_there = |address: &str| {
        let route = match address.ends_with('/') {
            true => Route::page(address),
            false => Route::file(address),
        };
        route.is_ok_and(|route| archive.plan.get(&route).is_some())
    };
    let all: Vec<(&str, &Entry)> = register.entries().collect();
    let gone = all.into_par_iter().filter(|(address, _)| !is_there(address));
    let gone: Vec<(&str, &Entry)> = gone.collect();
    if gone.is_empty() {
        return Vec::new();
    }
    let likely = Likely::new(archive, register);
    let path: Arc<str> = register::FILE.into();
    let found = gone.into_iter().map(|(address, entry)| {
        let place = match likely.document(address, entry) {
            Some(document) => format!("`{}`, if that took its place", document.path),
            None => "the document that took its place".to_owned(),
        };
        let help = format!(
            "add `aliases: [{address}]` to {place}; or take this line out, if the address \
             is to end"
        );
        let message = format!("`{address}` was published, and leads nowhere any more");
        Diagnostic::new(Code::DroppedAddress, &path, entry.span, message).help(help)
    });
    found.collect()
}

/// Documents that may have taken a place, by language.
struct Likely<'a> {
    /// By the last part of the address, those whose own address is new.
    names: BTreeMap<(&'a str, &'a str), &'a Document>,
    /// By title; those whose own address is new before others.
    titles: BTreeMap<(&'a str, &'a str), &'a Document>,
}

impl<'a> Likely<'a> {
    fn new(archive: &'a Archive, register: &Register) -> Likely<'a> {
        let mut likely = Likely { names: BTreeMap::new(), titles: BTreeMap::new() };
        let (mut new, mut known) = (Vec::new(), Vec::new());
        for id in archive.all_versions() {
            let is_known = register.knows(&format!("/{}", archive.document_path(id)));
            if is_known { &mut known } else { &mut new }.push(archive.document(id));
        }
        for document in &new {
            let name = document.work.value.rsplit('/').next().unwrap_or_default();
            likely.names.entry((document.language.as_str(), name)).or_insert(document);
        }
        for document in new.into_iter().chain(known) {
            let title = &*document.metadata.title;
            likely.titles.entry((document.language.as_str(), title)).or_insert(document);
        }
        likely
    }

    fn document(&self, address: &str, entry: &Entry) -> Option<&'a Document> {
        let language = &*entry.language;
        let parts = address.trim_matches('/').rsplit('/');
        let name = parts.into_iter().find(|part| *part != language).unwrap_or_default();
        let named = self.names.get(&(language, name));
        named.or_else(|| self.titles.get(&(language, &*entry.title))).copied()
    }
}
