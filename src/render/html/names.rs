//! The names that a theme's templates use: what costs something to make is made only for
//! templates that name it.

use std::collections::{BTreeMap, BTreeSet};

use crate::theme::Theme;

/// Fields of views that pages without them should not pay for.
const COSTLY: &[&str] = &[
    "alternates",
    "citations",
    "cited_by",
    "cites",
    "coins",
    "description",
    "downloads",
    "feeds",
    "head",
    "in_topics",
    "json_ld",
    "navigation",
    "next",
    "parallels",
    "previous",
    "provenance",
    "related",
    "targets",
];

/// The costly names in each template, and in what it extends, includes and calls.
pub(super) enum Names {
    /// By template.
    Of(BTreeMap<String, BTreeSet<&'static str>>),
    /// Somebody wants to see everything there is.
    All,
}

impl Names {
    /// The names that a theme's templates use.
    pub(super) fn of(theme: &Theme) -> Names {
        let parts = parts(theme);
        let templates = parts.keys().map(|name| (name.clone(), reached(&parts, name)));
        Names::Of(templates.collect())
    }

    /// What `make` makes, where the template names it.
    pub(super) fn make<T: Default>(
        &self,
        template: &str,
        name: &str,
        make: impl FnOnce() -> T,
    ) -> T {
        match self {
            Names::Of(names)
                if names.get(template).is_some_and(|names| !names.contains(name)) =>
            {
                T::default()
            }
            _ => make(),
        }
    }
}

/// What stands in a template, or in a component.
#[derive(Default)]
struct Part {
    names: BTreeSet<&'static str>,
    /// Other parts: `<date` is a component.
    uses: Vec<String>,
}

impl Part {
    fn read(&mut self, text: &str) {
        let fields = text.split(['.', '"', '\'']).skip(1);
        let fields = fields.filter_map(beginning);
        let known = |word: &str| COSTLY.iter().find(|name| **name == word);
        self.names.extend(fields.filter_map(known));
        let calls = text.split('<').skip(1).filter_map(|call| words(call).next());
        self.uses.extend(calls.map(|name| format!("<{name}")));
        let quoted = text
            .split(['"', '\''])
            .filter(|quoted| !quoted.contains(char::is_whitespace));
        self.uses.extend(quoted.map(str::to_owned));
    }
}

/// Every component, and every template under its name and under that with its theme.
fn parts(theme: &Theme) -> BTreeMap<String, Part> {
    let mut parts: BTreeMap<String, Part> = BTreeMap::new();
    for layer in &theme.layers {
        for (name, bytes) in layer.below("templates") {
            let text = String::from_utf8_lossy(bytes);
            let mut pieces = text.split(COMPONENT);
            let mut own = pieces.next().unwrap_or_default().to_owned();
            for piece in pieces {
                let (body, after) = piece.split_once(END).unwrap_or((piece, ""));
                let component = words(body).next().unwrap_or_default();
                parts.entry(format!("<{component}")).or_default().read(body);
                own.push_str(after);
            }
            if theme.file(&format!("templates/{name}")) == Some(bytes) {
                parts.entry(name.to_owned()).or_default().read(&own);
            }
            parts.entry(format!("{}/{name}", layer.name)).or_default().read(&own);
        }
    }
    parts
}

fn reached(parts: &BTreeMap<String, Part>, name: &str) -> BTreeSet<&'static str> {
    let mut names = BTreeSet::new();
    let mut seen = BTreeSet::from([name]);
    let mut next = vec![name];
    while let Some(part) = next.pop().and_then(|name| parts.get(name)) {
        names.extend(&part.names);
        let new = part
            .uses
            .iter()
            .map(String::as_str)
            .filter(|name| parts.contains_key(*name) && seen.insert(name));
        next.extend(new);
    }
    names
}

/// The name that a text begins with; that of `"> name` is no field of anything.
fn beginning(text: &str) -> Option<&str> {
    let text = text.trim_start();
    words(text).next().filter(|word| text.starts_with(word))
}

/// The runs of letters, digits and underscores.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.is_empty())
}

const COMPONENT: &str = "{% component ";
const END: &str = "endcomponent";

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::theme::{Layer, Origin};

    fn layer(name: &str, files: &[(&str, &'static str)]) -> Layer {
        let file = |&(file, text): &(&str, &'static str)| {
            (format!("templates/{file}"), Cow::Borrowed(text.as_bytes()))
        };
        let files = files.iter().map(file).collect();
        Layer { name: name.to_owned(), origin: Origin::Disk, files }
    }

    #[test]
    fn what_a_template_does_not_reach_is_not_made() {
        let below = layer(
            "below",
            &[
                ("page.html", "{{ page.related }}"),
                ("base.html", "{{ page.feeds }}<i class=\"a\">coins</i>"),
                ("parts.html", PARTS),
            ],
        );
        let own = "{% extends \"below/base.html\" %}{{ <outer /> }}";
        let own = layer("own", &[("page.html", own)]);
        let check = |layers: &[&Layer], name: &str, is_made: bool| {
            let layers = layers.iter().map(|&layer| layer.clone()).collect();
            let names = Names::of(&Theme { layers });
            assert_eq!(names.make("page.html", name, || true), is_made, "{name}");
        };
        check(&[&below], "related", true);
        check(&[&below], "feeds", false);
        check(&[&below], "cites", false);
        check(&[&own, &below], "related", false);
        check(&[&own, &below], "feeds", true);
        check(&[&own, &below], "cites", true);
        check(&[&own, &below], "head", true);
        check(&[&own, &below], "coins", false);
    }

    const PARTS: &str = "{% component outer(a: map) %}{{ <inner a={a.cites} /> }}\
        {% endcomponent outer %}{% component inner(a) %}{{ a.head }}{% endcomponent inner %}\
        {% component unused() %}{{ coins }}{% endcomponent unused %}";
}
