//! The names that a theme's templates use: what none of them names need not be made.

use std::collections::BTreeSet;

use crate::theme::Theme;

/// Every word of the templates that pages can reach.
pub(super) enum Names {
    /// These.
    Some(BTreeSet<String>),
    /// Somebody wants to see everything there is.
    All,
}

impl Names {
    /// The names that a theme's templates use, those below it that it reaches included.
    pub(super) fn of(theme: &Theme) -> Names {
        let (mut reached, mut rest): (Vec<Part>, Vec<Part>) =
            parts(theme).into_iter().partition(|part| part.call.is_none());
        let mut words = BTreeSet::new();
        while let Some(part) = reached.pop() {
            words.extend(names(&part.text).map(str::to_owned));
            let is_called =
                |other: &Part| other.call.as_ref().is_some_and(|c| part.text.contains(c));
            let (called, others) = rest.into_iter().partition(is_called);
            reached.extend::<Vec<Part>>(called);
            rest = others;
        }
        Names::Some(words)
    }

    /// What `make` makes, where a template names it.
    pub(super) fn make<T: Default>(&self, name: &str, make: impl FnOnce() -> T) -> T {
        let is_named = match self {
            Names::Some(words) => words.contains(name),
            Names::All => true,
        };
        if is_named { make() } else { T::default() }
    }
}

/// A template, or a component.
struct Part {
    text: String,
    /// How others call it; nothing for a template that pages are made with.
    call: Option<String>,
}

/// The templates of all layers and, apart from them, their components.
fn parts(theme: &Theme) -> Vec<Part> {
    let mut parts = Vec::new();
    for layer in &theme.layers {
        for (name, bytes) in layer.below("templates") {
            let text = String::from_utf8_lossy(bytes);
            let mut pieces = text.split(COMPONENT);
            let mut own = pieces.next().unwrap_or_default().to_owned();
            for piece in pieces {
                let (body, after) = piece.split_once(END).unwrap_or((piece, ""));
                let component = names(body).next().unwrap_or_default();
                let call = Some(format!("<{component}"));
                parts.push(Part { text: body.to_owned(), call });
                own.push_str(after);
            }
            let is_first = theme.file(&format!("templates/{name}")) == Some(bytes);
            let call = (!is_first).then(|| format!("{}/{name}", layer.name));
            parts.push(Part { text: own, call });
        }
    }
    parts
}

/// The runs of letters, digits and underscores.
fn names(text: &str) -> impl Iterator<Item = &str> {
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
    fn what_no_reached_template_names_is_not_made() {
        let below = layer(
            "below",
            &[
                ("page.html", "{{ page.related }}"),
                ("base.html", "{{ page.hidden }}"),
                ("parts.html", PARTS),
            ],
        );
        let own = &[("page.html", "{% extends \"below/base.html\" %}{{ <old /> }}")];
        let check = |layers: &[&Layer], name: &str, is_made: bool| {
            let layers = layers.iter().map(|&layer| layer.clone()).collect();
            let names = Names::of(&Theme { layers });
            assert_eq!(names.make(name, || true), is_made, "{name}");
        };
        let own = layer("own", own);
        check(&[&below], "related", true);
        check(&[&below], "title", false);
        check(&[&own, &below], "related", false);
        check(&[&own, &below], "hidden", true);
        check(&[&own, &below], "title", true);
        check(&[&own, &below], "date", true);
        check(&[&own, &below], "other", false);
    }

    const PARTS: &str = "{% component old(a: map) %}{{ <inner a={a.title} /> }}\
        {% endcomponent old %}{% component inner(a) %}{{ a.date }}{% endcomponent inner %}\
        {% component unused() %}{{ other }}{% endcomponent unused %}";
}
