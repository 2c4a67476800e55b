//! Themes: a site's own over another's over the default one.

use std::path::Path;

use super::site::{Site, document, files_below};

fn site() -> Site {
    let site = Site::dressed();
    site.write("content/a.md", document("A", "2018"));
    site
}

#[test]
fn a_file_of_the_site_stands_over_the_default_theme() {
    let site = site();
    site.write("themes/default/templates/not-found.html", "Gone: {{ site.title }}")
        .write("themes/default/assets/extra.css", "p {}");
    let built = site.build();
    built.expect_clean();
    assert_eq!(built.file("404.html").text, "Gone: Archive");
    assert_eq!(built.file("assets/extra.css").text, "p{}");
    built.file("index.html").expect_contains("<!DOCTYPE html>");
}

#[test]
fn a_theme_stands_on_another() {
    let site = site();
    site.dressed_config("theme = \"child\"\n")
        .write("themes/child/theme.toml", "extends = \"parent\"\n")
        .write(
            "themes/child/templates/not-found.html",
            "child {% include \"part.html\" %}",
        )
        .write("themes/child/i18n/en.toml", "home = \"Start\"\n")
        .write("themes/parent/templates/part.html", "of parent {{ t.home }}")
        .write("themes/parent/templates/term.html", "parent's {{ term.label }}")
        .write("themes/parent/i18n/en.toml", "home = \"Begin\"\ndates = \"When\"\n")
        .write("content/b.md", "---\ntitle: B\ndate: 2018\ntopics: [peace]\n---\n");
    let built = site.build();
    built.expect_clean();
    assert_eq!(built.file("404.html").text, "child of parent Start");
    assert_eq!(built.file("topics/peace/index.html").text, "parent's peace");
    built.file("index.html").expect_contains("When");
}

#[test]
fn a_template_extends_the_one_it_hides() {
    let site = site();
    site.write(
        "themes/own/templates/not-found.html",
        "{% extends \"default/not-found.html\" %}{% block main %}Mine{% endblock %}",
    );
    site.dressed_config("theme = \"own\"\n");
    let built = site.build();
    built.expect_clean();
    built.file("404.html").expect_contains("<!DOCTYPE html>").expect_contains("Mine");
}

#[test]
fn a_templates_mistake_has_its_place() {
    let check = |text: &str, place: &str| {
        let site = site();
        site.write("themes/default/templates/not-found.html", text);
        let built = site.build();
        built.expect_failure();
        let expected = format!(
            "themes/default/templates/not-found.html:{place}: error[template-error]: "
        );
        let findings = built.findings();
        assert_eq!(findings.len(), 1, "{findings:#?}");
        assert!(findings[0].starts_with(&expected), "{expected}: {findings:#?}");
    };
    check("one\n{{ nothing.at.all }}", "2:4");
    check("one\ntwo {% if %}", "2:11");
    check("one\n{{ \"x\" | nofilter }}", "2:10");
    check("{% extends \"base.html\" %}\n{% block nothing %}{% endblock %}", "2:10");
    check("\n{% include \"nothing.html\" %}", "2:12");
    check("{% for x in site.titles %}{{ x }}", "1:32");
}

#[test]
fn a_mistake_is_shown_with_the_template() {
    let site = site();
    site.write("themes/default/templates/not-found.html", "one\n{{ nothing.at.all }}");
    let ran = site.run(&["build"]);
    ran.expect_code(1)
        .expect_said("error[template-error]")
        .expect_said("themes/default/templates/not-found.html:2:4")
        .expect_said("{{ nothing.at.all }}");
}

#[test]
fn a_theme_that_is_not_there_is_named() {
    let check = |setting: &str, files: &[(&str, &str)], expected: &str| {
        let site = site();
        site.dressed_config(&format!("theme = \"{setting}\"\n"));
        for (path, text) in files {
            site.write(path, text);
        }
        site.build().expect_failure().expect_headlines(&[expected]);
    };
    check("mine", &[], "site.toml:3:9: error[invalid-theme]: there is no theme `mine`");
    check(
        "mine",
        &[("themes/mine/theme.toml", "extends = \"other\"\n")],
        "themes/mine/theme.toml:1:11: error[invalid-theme]: there is no theme `other`",
    );
    check(
        "a",
        &[
            ("themes/a/theme.toml", "extends = \"b\"\n"),
            ("themes/b/theme.toml", "extends = \"a\"\n"),
        ],
        "themes/b/theme.toml:1:11: error[invalid-theme]: `a` extends itself",
    );
    check(
        "a",
        &[("themes/a/theme.toml", "extend = \"b\"\n")],
        "themes/a/theme.toml:1:1: error[invalid-theme]: unknown field `extend`, expected \
         `extends` or `title`",
    );
    check(
        "a",
        &[("themes/a/theme.toml", "extends = \"../..\"\n")],
        "themes/a/theme.toml:1:11: error[invalid-theme]: `../..` is not a theme's name",
    );
}

#[test]
fn a_misspelt_theme_is_guessed() {
    let site = site();
    site.dressed_config("theme = \"minitsry\"\n")
        .write("themes/ministry/theme.toml", "")
        .write("themes/other/theme.toml", "");
    site.build().expect_findings(&["site.toml:3:9: error[invalid-theme]: there is no \
         theme `minitsry` (did you mean `ministry`?)"]);
    site.dressed_config("theme = \"nope\"\n");
    site.build().expect_findings(&["site.toml:3:9: error[invalid-theme]: there is no \
         theme `nope` (themes are folders below `themes/`: `default`, `ministry`, \
         `other`)"]);
}

#[test]
fn a_missing_interface_text_is_a_warning() {
    let site = site();
    site.dressed_config("languages = [\"en\", \"fr\"]\n")
        .write("themes/default/i18n/fr.toml", "dates = \"Par date\"\n");
    let built = site.build();
    built.expect_success();
    let findings = built.findings();
    assert_eq!(findings.len(), 1, "{findings:#?}");
    let is_named = findings[0].contains("warning[missing-text]")
        && findings[0].contains("interface texts are missing in `fr`");
    assert!(is_named, "{findings:#?}");
    built.file("fr/index.html").expect_contains("Par date").expect_contains("Titles");
}

#[test]
fn no_interface_text_of_the_default_theme_is_missing() {
    let site = site();
    site.dressed_config("languages = [\"en\", \"ja\"]\n");
    site.build().expect_clean();
}

/// A site in the theme of a ministry.
fn ministry() -> Site {
    let site = site();
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/ministry");
    for (name, bytes) in files_below(&theme) {
        site.write(&format!("themes/ministry/{name}"), bytes);
    }
    site.dressed_config("theme = \"ministry\"\n");
    site
}

#[test]
fn a_child_replaces_one_component_and_adds_one_stylesheet() {
    let site = ministry();
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\nsummary: In short.\n---\n")
        .write("content/b.md", "---\ntitle: B\ndate: 2019\naliases: [/old/]\n---\n");
    let built = site.build();
    built.expect_clean();
    built
        .file("date/2018/index.html")
        .expect_contains("<p class=\"summary\">In short.</p>")
        // The other components, and the stylesheet below, are still the default theme's.
        .expect_contains("<a class=\"title\" href=\"/archive/documents/a/\">A</a>");
    for page in ["index.html", "documents/a/index.html", "old/index.html"] {
        let page = built.file(page);
        let place = |name: &str| page.text.find(&format!("/archive/assets/{name}?v="));
        assert!(place("style.css").unwrap() < place("theme.css").unwrap());
    }
    let site = Site::dressed();
    site.write("content/a.md", document("A", "2018"));
    site.build().file("index.html").expect_lacks("theme.css");
}

#[test]
fn two_components_of_one_name_in_one_theme_are_a_mistake() {
    let site = site();
    site.write(
        "themes/default/templates/more.html",
        "{# one #}\n{% component date(date: map) %}{% endcomponent date %}",
    );
    site.build().expect_failure().expect_headlines(&[
        "themes/default/templates/more.html:2:4: error[template-error]: component `date` \
         is defined in both `default/components.html` and `default/more.html`",
    ]);
}

#[test]
fn a_language_is_one_file() {
    let site = site();
    let english =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/i18n/en.toml");
    let texts = std::fs::read_to_string(english).unwrap();
    let arabic = texts.replace("home = \"Home\"", "home = \"الرئيسية\"");
    site.dressed_config("languages = [\"en\", \"ar\"]\n")
        .write("themes/default/i18n/ar.toml", arabic);
    let built = site.build();
    built.expect_clean();
    built
        .file("ar/date/2018/index.html")
        .expect_contains("<html lang=\"ar\" dir=\"rtl\">")
        .expect_contains(">الرئيسية</a>");
    built.file("index.html").expect_contains("href=\"/archive/ar/\" lang=\"ar\"");
}

/// The custom properties of a stylesheet that are colours, in light and in dark.
fn colours(css: &str) -> [Vec<(&str, f64)>; 2] {
    let (light, dark) = css.split_once("prefers-color-scheme: dark").unwrap();
    [light, dark].map(|part| {
        let declared = part.lines().filter_map(|line| {
            line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": #")
        });
        declared.map(|(name, hex)| (name, luminance(hex))).collect()
    })
}

/// The relative luminance of WCAG 2.2.
fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

#[test]
fn the_ministrys_colours_can_be_read() {
    let css = include_str!("../../themes/ministry/assets/theme.css");
    for colours in colours(css) {
        let of = |name: &str| colours.iter().find(|(known, _)| *known == name).unwrap().1;
        for text in ["ink", "soft", "rubric", "seen", "hl-word"] {
            for ground in ["paper", "tint"] {
                let (a, b) = (of(text).max(of(ground)), of(text).min(of(ground)));
                let contrast = (a + 0.05) / (b + 0.05);
                assert!(contrast >= 4.5, "{text} on {ground}: {contrast:.2}");
            }
        }
    }
}
