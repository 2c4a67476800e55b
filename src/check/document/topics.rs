//! What the document is about.

use std::collections::BTreeMap;

use super::Look;
use crate::diagnostic::{Code, Diagnostic};
use crate::slug::slug;
use crate::spelling;

pub(super) fn repeated(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen = BTreeMap::new();
    for topic in &look.document.metadata.topics {
        let Some(first) = seen.insert(slug(&topic.value), topic.span) else { continue };
        let message = format!("the topic `{}` stands twice", topic.value);
        found.push(
            look.found(Code::RepeatedTopic, topic.span, message)
                .also(&look.document.path, first, "first here")
                .help("once is enough"),
        );
    }
}

pub(super) fn unknown(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let Some(known) = &look.site.topics else { return };
    for topic in &look.document.metadata.topics {
        let slug = slug(&topic.value);
        if known.contains_key(&slug) {
            continue;
        }
        let message = format!("`{}` is not in the vocabulary of topics", topic.value);
        let meant = spelling::closest(&slug, known.keys().map(String::as_str));
        let help = match meant.and_then(|meant| known.get(meant)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "add it to `topics.toml`, or take one that is there".to_owned(),
        };
        found.push(look.found(Code::UnknownTopic, topic.span, message).help(help));
    }
}
