//! Templates as far as the test of their variables reads them: which variables a page of a
//! template reads, followed through loops, settings and components.

use std::collections::{BTreeMap, BTreeSet};

use super::template_tags::{Tag, tags};

/// The paths that a value may have in the view: `page.alternates[]`. A list written in the
/// template has those of its items after `=`; what is not of the view has none.
type Value = BTreeSet<String>;

/// Templates and components by name.
#[derive(Default)]
pub(crate) struct Templates {
    files: BTreeMap<String, Vec<Tag>>,
    components: BTreeMap<String, Vec<Tag>>,
}

impl Templates {
    /// Adds a template; it replaces what has its name, and so do its components.
    pub(crate) fn add(&mut self, name: &str, text: &str) {
        let mut rest = Vec::new();
        let mut component: Option<(String, Vec<Tag>)> = None;
        for tag in tags(text) {
            let words = tag.words();
            match (words.first().map(String::as_str), &mut component) {
                (Some("component"), _) => {
                    component = Some((words[1].clone(), vec![tag]));
                }
                (Some("endcomponent"), _) => self.components.extend(component.take()),
                (_, Some((_, body))) => body.push(tag),
                (_, None) => rest.push(tag),
            }
        }
        self.files.insert(name.to_owned(), rest);
    }

    /// The names of all components.
    pub(crate) fn components(&self) -> Vec<&String> {
        self.components.keys().collect()
    }

    /// The variables that a page of this template reads.
    pub(crate) fn read_by(&self, name: &str) -> BTreeSet<String> {
        let mut reader = Reader {
            templates: self,
            scopes: vec![BTreeMap::new()],
            read: BTreeSet::new(),
            called: BTreeSet::new(),
        };
        reader.template(name);
        reader.read
    }
}

struct Reader<'a> {
    templates: &'a Templates,
    scopes: Vec<BTreeMap<String, Value>>,
    read: BTreeSet<String>,
    /// Components with the values that they were called with.
    called: BTreeSet<String>,
}

const KEYWORDS: &[&str] =
    &["and", "or", "not", "in", "if", "else", "none", "true", "false", "loop"];

impl Reader<'_> {
    fn template(&mut self, name: &str) {
        let name = name.rsplit('/').next().unwrap();
        let tags = self.templates.files.get(name);
        self.tags(tags.unwrap_or_else(|| panic!("no template `{name}`")));
    }

    fn tags(&mut self, tags: &[Tag]) {
        for tag in tags {
            match tag {
                Tag::Print(words) if words[0] == "<" => self.call(words),
                Tag::Print(words) => drop(self.value(words)),
                Tag::Statement(words) => self.statement(words),
            }
        }
    }

    fn statement(&mut self, words: &[String]) {
        match words[0].as_str() {
            "extends" | "include" => self.template(&words[1][1..]),
            "if" | "elif" => drop(self.value(&words[1..])),
            "for" => {
                assert_eq!(words[2], "in", "only loops over lists are followed");
                let each = items(&self.value(&words[3..]));
                self.scopes.push(BTreeMap::from([(words[1].clone(), each)]));
            }
            "endfor" => drop(self.scopes.pop()),
            "set" | "set_global" => {
                let value =
                    words.get(3..).map_or_else(Value::new, |words| self.value(words));
                self.scopes.last_mut().unwrap().insert(words[1].clone(), value);
            }
            "block" | "endblock" | "else" | "endif" | "endset" => {}
            other => panic!("`{other}` is not followed: {words:?}"),
        }
    }

    /// `<name a={x} b={y} />`: reads the component's body with these values.
    fn call(&mut self, words: &[String]) {
        let components = &self.templates.components;
        let body = components.get(&words[1]).unwrap_or_else(|| panic!("{words:?}"));
        // Parameters stand after `(` and `,`; `@` before one takes it from the page.
        let head = body[0].words().windows(2);
        let declared =
            head.filter(|pair| matches!(&*pair[0], "(" | ",") && pair[1] != "@");
        let mut scope: BTreeMap<String, Value> =
            declared.map(|pair| (pair[1].clone(), Value::new())).collect();
        for (at, _) in words.iter().enumerate().filter(|(_, word)| *word == "{") {
            let end = at + words[at..].iter().position(|word| word == "}").unwrap();
            scope.insert(words[at - 2].clone(), self.value(&words[at + 1..end]));
        }
        if self.called.insert(format!("{} {scope:?}", words[1])) {
            let scopes = std::mem::replace(&mut self.scopes, vec![scope]);
            self.tags(&body[1..]);
            self.scopes = scopes;
        }
    }

    /// What an expression may be; notes all that it reads.
    fn value(&mut self, words: &[String]) -> Value {
        if words.first().is_some_and(|word| word == "[") {
            return self.list(&words[1..words.len() - 1]);
        }
        let mut value = Value::new();
        let (mut depth, mut is_condition) = (0, false);
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_str();
            let next = words.get(at + 1).map_or("", String::as_str);
            at += 1;
            match word {
                "(" => depth += 1,
                ")" => depth -= 1,
                "if" => is_condition = true,
                "else" => is_condition = false,
                // A filter makes another value of what stands before it.
                "|" => {
                    at += 1;
                    if depth == 0 {
                        value.clear();
                    }
                }
                "is" => at += if next == "not" { 2 } else { 1 },
                _ if KEYWORDS.contains(&word) => {
                    at += if word == "loop" { 2 } else { 0 };
                }
                // Functions and the names of their arguments.
                _ if next == "(" || next == "=" => {}
                _ if word.starts_with(|c: char| c.is_alphabetic() || c == '_') => {
                    let (found, end) = self.path(words, at - 1);
                    at = end;
                    if depth == 0 && !is_condition {
                        value.extend(found);
                    }
                }
                _ => {}
            }
        }
        value
    }

    /// `a, b` or `x for x in list if y`.
    fn list(&mut self, words: &[String]) -> Value {
        let find = |word: &str| words.iter().position(|other| other == word);
        let values: Vec<Value> = match (find("for"), find("in")) {
            (Some(at), Some(within)) => {
                let end = find("if").unwrap_or(words.len());
                let each = items(&self.value(&words[within + 1..end]));
                self.scopes.push(BTreeMap::from([(words[at + 1].clone(), each)]));
                let value = self.value(&words[..at]);
                self.value(&words[end..]);
                self.scopes.pop();
                vec![value]
            }
            _ => words.split(|word| word == ",").map(|item| self.value(item)).collect(),
        };
        values.iter().flatten().map(|path| format!("={path}")).collect()
    }

    /// `a.b["c"][0].d`, from the word at `at`; and where it ends.
    fn path(&mut self, words: &[String], mut at: usize) -> (Value, usize) {
        let name = &words[at];
        let known = self.scopes.iter().rev().find_map(|scope| scope.get(name)).cloned();
        let mut value = known.unwrap_or_else(|| Value::from([name.clone()]));
        at += 1;
        let word = |at: usize| words.get(at).map_or("", String::as_str);
        loop {
            let key = match word(at) {
                "." => Some(word(at + 1)),
                "[" => word(at + 1).strip_prefix('"'),
                _ => break,
            };
            let end = match word(at) {
                "." => at + 1,
                _ => at + words[at..].iter().position(|word| word == "]").unwrap(),
            };
            match key {
                Some(key) => {
                    assert!(
                        !value.is_empty(),
                        "`{key}` of what is not of the view: {words:?}"
                    );
                    value = value.iter().map(|path| format!("{path}.{key}")).collect();
                }
                None if words[at..end].contains(&":".to_owned()) => {}
                None => value = items(&value),
            }
            at = end + 1;
        }
        self.read.extend(value.iter().filter(|path| !path.starts_with('=')).cloned());
        (value, at)
    }
}

fn items(value: &Value) -> Value {
    let item = |path: &String| match path.strip_prefix('=') {
        Some(item) => item.to_owned(),
        None => format!("{path}[]"),
    };
    value.iter().map(item).collect()
}

#[test]
fn variables_are_followed() {
    let check = |text: &str, expected: &[&str]| {
        let mut templates = Templates::default();
        let part = "{% component part(a: map, b = 1, @t) %}{{ a.x }}{{ t.y }}{{ b }}{% endcomponent part %}";
        let whole = "{% component whole(a) %}{{ <part a={a.parts[0]} /> }}{% endcomponent whole %}";
        templates.add("parts.html", part);
        templates.add("whole.html", whole);
        templates.add("base.html", "{{ page.title }}");
        templates.add("own.html", text);
        let read: Vec<String> = templates.read_by("own.html").into_iter().collect();
        assert_eq!(read, expected, "{text}");
    };
    check("{% extends \"base.html\" %}", &["page.title"]);
    check("{% for a in b.c[1:4] %}{{ a.d[\"e\"] }}{% endfor %}", &["b.c", "b.c[].d.e"]);
    check("{% for a in [b, c.d] %}{{ a?.e }}{% endfor %}", &["b", "b.e", "c.d", "c.d.e"]);
    check("{% set a = b.c if d == 1 else none -%}{{ a.e }}", &["b.c", "b.c.e", "d"]);
    check(
        "{% set a = [x for x in b if x.c] %}{{ a[0].d }}",
        &["b", "b[]", "b[].c", "b[].d"],
    );
    check("{% set a %}{{ b }}{% endset %}{{ a | trim }}", &["b"]);
    check("{{ a | fill(x=b.c, y=\"c\") }}{{ loop.last }}", &["a", "b.c"]);
    check("{# {{ a }} #}{% if b is not defined or c > 1 %}{% endif %}", &["b", "c"]);
    check("{{ <part a={b} /> }}", &["b", "b.x", "t.y"]);
    check(
        "{% for a in b %}{{ <whole a={a} /> }}{% endfor %}",
        &["b", "b[]", "b[].parts[]", "b[].parts[].x", "t.y"],
    );
}
