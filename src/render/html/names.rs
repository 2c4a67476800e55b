//! The names that a theme's templates use: what costs something to make is made only for
//! templates that name it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::theme::Theme;

/// Fields of views that pages without them should not pay for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Alternates,
    Attachments,
    Breadcrumbs,
    Citations,
    CiteUrl,
    CitedBy,
    Cites,
    Coins,
    Contents,
    Description,
    Downloads,
    Edtf,
    Feeds,
    Genre,
    Head,
    InTopics,
    Iso,
    Issuers,
    JsonLd,
    Kind,
    LanguageName,
    Languages,
    More,
    Navigation,
    Next,
    Notes,
    Number,
    Parallels,
    People,
    Place,
    Previous,
    Provenance,
    Related,
    Rights,
    Series,
    ShortTitle,
    Source,
    Summary,
    Targets,
    Topics,
    Translation,
}

/// What templates call them.
const FIELDS: &[(Field, &str)] = &[
    (Field::Alternates, "alternates"),
    (Field::Attachments, "attachments"),
    (Field::Breadcrumbs, "breadcrumbs"),
    (Field::Citations, "citations"),
    (Field::CiteUrl, "cite_url"),
    (Field::CitedBy, "cited_by"),
    (Field::Cites, "cites"),
    (Field::Coins, "coins"),
    (Field::Contents, "contents"),
    (Field::Description, "description"),
    (Field::Downloads, "downloads"),
    (Field::Edtf, "edtf"),
    (Field::Feeds, "feeds"),
    (Field::Genre, "genre"),
    (Field::Head, "head"),
    (Field::InTopics, "in_topics"),
    (Field::Iso, "iso"),
    (Field::Issuers, "issuers"),
    (Field::JsonLd, "json_ld"),
    (Field::Kind, "kind"),
    (Field::LanguageName, "language_name"),
    (Field::Languages, "languages"),
    (Field::More, "more"),
    (Field::Navigation, "navigation"),
    (Field::Next, "next"),
    (Field::Notes, "notes"),
    (Field::Number, "number"),
    (Field::Parallels, "parallels"),
    (Field::People, "people"),
    (Field::Place, "place"),
    (Field::Previous, "previous"),
    (Field::Provenance, "provenance"),
    (Field::Related, "related"),
    (Field::Rights, "rights"),
    (Field::Series, "series"),
    (Field::ShortTitle, "short_title"),
    (Field::Source, "source"),
    (Field::Summary, "summary"),
    (Field::Targets, "targets"),
    (Field::Topics, "topics"),
    (Field::Translation, "translation"),
];

/// The fields that a template names, it or what it extends, includes and calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted(u64);

impl Wanted {
    /// Somebody wants to see everything there is.
    pub(super) const ALL: Wanted = Wanted(u64::MAX);

    fn only(field: Field) -> Wanted {
        Wanted(1 << field as u64)
    }

    fn and(self, other: Wanted) -> Wanted {
        Wanted(self.0 | other.0)
    }

    /// Whether the field is named.
    pub(super) fn has(self, field: Field) -> bool {
        self.0 & Wanted::only(field).0 != 0
    }

    /// What `make` makes, where the field is named.
    pub(super) fn make<T>(self, field: Field, make: impl FnOnce() -> T) -> Made<T> {
        Made(self.has(field).then(make))
    }
}

/// A field that is left out where it is not named.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Made<T>(Option<T>);

impl<T> Made<T> {
    /// Whether it is left out; for `skip_serializing_if`.
    pub(super) fn is_left_out(&self) -> bool {
        self.0.is_none()
    }
}

impl<T, E> Made<Result<T, E>> {
    /// The field, or why it could not be made.
    pub(super) fn transpose(self) -> Result<Made<T>, E> {
        self.0.transpose().map(Made)
    }
}

/// What each template of a theme names.
pub(super) enum Names {
    /// By template.
    Of(BTreeMap<String, Wanted>),
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

    /// What a template names; everything, where nothing is known of it.
    pub(super) fn wanted(&self, template: &str) -> Wanted {
        match self {
            Names::Of(names) => names.get(template).copied().unwrap_or(Wanted::ALL),
            Names::All => Wanted::ALL,
        }
    }
}

/// What stands in a template, or in a component.
#[derive(Default)]
struct Part {
    names: Wanted,
    /// Other parts: `<date` is a component.
    uses: Vec<String>,
}

impl Part {
    fn read(&mut self, text: &str) {
        let fields = text.split(['.', '"', '\'', '`']).skip(1);
        let fields = fields.filter_map(beginning);
        let known = |word: &str| FIELDS.iter().find(|(_, name)| *name == word);
        let named = fields.filter_map(known).map(|(field, _)| Wanted::only(*field));
        self.names = named.fold(self.names, Wanted::and);
        if shows_all(text) {
            self.names = Wanted::ALL;
        }
        let calls = text.split('<').skip(1).filter_map(|call| words(call).next());
        self.uses.extend(calls.map(|name| format!("<{name}")));
        let quoted = text
            .split(['"', '\'', '`'])
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

fn reached(parts: &BTreeMap<String, Part>, name: &str) -> Wanted {
    let mut names = Wanted::default();
    let mut seen = BTreeSet::from([name]);
    let mut next = vec![name];
    while let Some(part) = next.pop().and_then(|name| parts.get(name)) {
        names = names.and(part.names);
        let new = part
            .uses
            .iter()
            .map(String::as_str)
            .filter(|name| parts.contains_key(*name) && seen.insert(name));
        next.extend(new);
    }
    names
}

/// Whether a template may show fields that it does not name: it walks through what has
/// names, or shows all of it as data.
fn shows_all(text: &str) -> bool {
    let mut loops = text.split("{%").filter_map(|tag| {
        let tag = tag.trim_start_matches('-').trim_start();
        tag.strip_prefix("for ")?.split_once(" in ")
    });
    let shows_data =
        ["json_encode", "__tera_context"].iter().any(|name| text.contains(name));
    shows_data || loops.any(|(items, _)| items.contains(','))
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
        let check = |layers: &[&Layer], field: Field, is_made: bool| {
            let layers = layers.iter().map(|&layer| layer.clone()).collect();
            let wanted = Names::of(&Theme { layers }).wanted("page.html");
            assert_eq!(wanted.has(field), is_made, "{field:?}");
        };
        check(&[&below], Field::Related, true);
        check(&[&below], Field::Feeds, false);
        check(&[&below], Field::Cites, false);
        check(&[&own, &below], Field::Related, false);
        check(&[&own, &below], Field::Feeds, true);
        check(&[&own, &below], Field::Cites, true);
        check(&[&own, &below], Field::Head, true);
        check(&[&own, &below], Field::Coins, false);
        let texts = [
            "{%- for name, value in page %}",
            "{{ page | json_encode }}",
            "{{ page[`coins`] }}",
        ];
        for text in texts {
            check(&[&layer("all", &[("page.html", text)])], Field::Coins, true);
        }
        check(
            &[&layer("one", &[("page.html", "{% for a in b %},")])],
            Field::Coins,
            false,
        );
    }

    #[test]
    fn each_field_has_its_bit() {
        for (at, (field, name)) in FIELDS.iter().enumerate() {
            assert_eq!(*field as usize, at, "{name}");
        }
        assert!(FIELDS.len() < 64);
    }

    const PARTS: &str = "{% component outer(a: map) %}{{ <inner a={a.cites} /> }}\
        {% endcomponent outer %}{% component inner(a) %}{{ a.head }}{% endcomponent inner %}\
        {% component unused() %}{{ coins }}{% endcomponent unused %}";
}
