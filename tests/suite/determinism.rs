//! The same input gives the same bytes, however the site came to be.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::outcome::Folder;
use super::site::{Silent, Site, document};
use chancery::pipeline::{self, Order};

/// Two languages, every index, files of every sort.
pub(crate) fn fill(site: &Site) {
    site.write("site.toml", settings("A calendar"));
    for number in 1..=12 {
        let year = 1940 + number;
        let front = format!(
            "---\ntitle: Document {number}\ndate: {year}-0{}\ntopics: [peace, topic {}]\n\
             place: Place {}\nkind: treaty\nsource: Source {}\nid: d{number}\n\
             people: [{{family: Family{}, given: Given}}]\nseries: {{name: S, position: {number}}}\n---\n",
            number % 9 + 1,
            number % 5,
            number % 3,
            number % 4,
            number % 7,
        );
        let mut text =
            format!("# Heading\n\nSee [the next]({}.md#p1).\n\n", number % 12 + 1);
        write!(text, "Note[^1].\n\n[^1]: Text.\n").unwrap();
        site.write(&format!("content/{number}.md"), format!("{front}{text}"));
        if number % 3 == 0 {
            let front = front.replace("Document", "文書");
            site.write(&format!("content/{number}.ja.md"), format!("{front}本文。\n"));
        }
    }
    site.write(
        "content/topics.toml",
        "[peace]\nlabel = {en = \"Peace\", ja = \"平和\"}\n",
    )
    .write("content/scan.pdf", "%PDF-1.4")
    .write("static/CNAME", "example.org")
    .write("content/pages/about.md", "---\ntitle: About\n---\nText");
}

fn settings(title: &str) -> String {
    format!(
        "title = \"{title}\"\nbase_url = \"https://example.org/archive/\"\n\
         languages = [\"en\", \"ja\"]\npage_size = 7\n"
    )
}

/// Builds the site anew in another folder.
fn clean(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::TempDir::new().unwrap();
    let output = folder.path().join("fresh");
    let order = Order { output: Some(output.clone()), ..site.order() };
    pipeline::build(&order, &Silent).unwrap().published.unwrap();
    Folder::at(output).files()
}

pub(crate) fn assert_same(
    a: &BTreeMap<String, Vec<u8>>,
    b: &BTreeMap<String, Vec<u8>>,
    what: &str,
) {
    let names =
        |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(a), names(b), "{what}");
    for (name, bytes) in a {
        assert!(bytes == &b[name], "{what}: {name} differs");
    }
}

#[test]
fn another_folder_and_other_threads_give_the_same_bytes() {
    let first = Site::dressed();
    fill(&first);
    first.build().expect_clean();
    let files = first.public().files();
    assert!(files.len() > 100, "{}", files.len());
    for jobs in ["1", "2"] {
        let other = Site::dressed();
        fill(&other);
        other.run(&["build", "--jobs", jobs]).expect_code(0).expect_stderr("");
        assert_same(&files, &other.public().files(), &format!("{jobs} threads"));
    }
}

#[test]
fn nothing_of_the_machine_is_in_the_site() {
    let site = Site::dressed();
    fill(&site);
    let built = site.build();
    let folder = site.path("").to_str().unwrap().trim_end_matches('/').to_owned();
    for (name, bytes) in built.output.files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(&folder), "{name} names the folder it was built in");
    }
}

#[test]
fn a_build_of_the_same_sources_writes_nothing() {
    let site = Site::dressed();
    fill(&site);
    let first = site.build().expect_clean().published().written;
    let check = |unchanged, written| {
        let summary = site.build().expect_clean().published().written;
        assert_eq!((summary.unchanged, summary.written), (unchanged, written));
    };
    check(first.written, 0);
    let text = std::fs::read_to_string(site.path("content/2.md")).unwrap();
    site.write("content/2.md", text.replace("[^1]: Text.", "[^1]: Other words."));
    let written = site.build().expect_clean().published().written.written;
    // Its page, its files and the index; nothing that shows other texts.
    assert!((1..20).contains(&written), "{written}");
    check(first.written, 0);
}

#[test]
fn after_any_edit_the_site_is_as_if_built_anew() {
    let site = Site::dressed();
    fill(&site);
    site.build().expect_clean();
    let step = |what: &str, edit: &dyn Fn(&Site)| {
        edit(&site);
        site.build().expect_clean();
        assert_same(&site.public().files(), &clean(&site), what);
    };
    step("nothing", &|_| {});
    step("a text", &|site| {
        site.write("content/3.md", document("Another title", "1943-04"));
    });
    step("a word of a text", &|site| {
        let text = document("Another title", "1943-04");
        site.write("content/3.md", format!("{text}\nA word more.\n"));
    });
    step("a place that another text names", &|site| {
        let text = document("Another title", "1943-04");
        site.write("content/3.md", format!("{text}\n## In the end\n\nAll is well.\n"))
            .write(
                "content/4.md",
                document("Next", "1944-05") + "\n[It](3.md#in-the-end)\n",
            );
    });
    step("the same place under another name", &|site| {
        let text = document("Another title", "1943-04");
        site.write(
            "content/3.md",
            format!("{text}\n## In - the - end\n\nAll is well.\n"),
        );
    });
    step("a page gone", &|site| {
        site.remove("public/documents/3/index.html");
    });
    step("a page touched", &|site| {
        site.write("public/documents/4/index.html", "not the page");
    });
    step("a list touched and a text edited", &|site| {
        site.write("public/titles/index.html", "not the page");
        site.write(
            "content/4.md",
            document("Next", "1944-05") + "\n[Here](3.md#in-the-end)\n",
        );
    });
    step("a new document", &|site| {
        site.write("content/new/13.md", document("New", "1999-12-31"));
    });
    step("a version more", &|site| {
        site.write("content/new/13.ja.md", document("新", "1999-12-31"));
    });
    step("a name", &|site| {
        site.rename("content/new/13.md", "content/newer/32.md").remove("chancery.lock");
    });
    step("a document less", &|site| {
        site.remove("content/newer/32.md").remove("chancery.lock");
    });
    step("the vocabulary", &|site| {
        let text =
            "[peace]\nlabel = \"Peace and quiet\"\nbroader = \"security\"\n[security]\n";
        site.write("content/topics.toml", text);
    });
    step("an attachment", &|site| {
        site.write("content/scan.pdf", "%PDF-1.5").write("static/CNAME", "example.com");
    });
    step("the settings", &|site| {
        site.write("site.toml", settings("Another name"));
    });
    step("the theme", &|site| {
        site.write("themes/default/assets/style.css", "body { color: red }");
    });
    step("another theme", &|site| {
        site.write("site.toml", format!("{}theme = \"own\"\n", settings("Another name")))
            .write("themes/own/i18n/en.toml", "home = \"Start\"\n");
    });
    step("back again", &|site| {
        site.remove("themes/default/assets/style.css");
        fill(site);
    });
}
