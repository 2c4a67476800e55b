//! What happens to the output folder: all or nothing, and only what is chancery's own.

use std::fs;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, SystemTime};

use chancery::pipeline::{self, Order, Progress, Stage};

use super::site::{Site, document};

fn two_documents() -> Site {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"))
        .write("content/b.md", document("B", "2019"));
    site.build().expect_clean();
    site
}

#[test]
fn a_build_that_fails_leaves_the_site() {
    let site = two_documents();
    let before = site.public().files();
    site.write("content/a.md", document("New", "2018")).write("content/c.md", "no title");
    site.build().expect_failure();
    assert_eq!(site.public().files(), before);
}

#[test]
fn a_template_that_fails_leaves_the_site() {
    let site = two_documents();
    let before = site.public().files();
    site.write("content/c.md", document("C", "2020"))
        .write("themes/bare/templates/term.html", "{{ nothing.of.the.kind }}");
    site.build().expect_failure();
    assert_eq!(site.public().files(), before);
}

#[test]
fn a_removed_document_takes_its_pages_along() {
    let site = two_documents();
    site.remove("content/b.md").remove("chancery.lock");
    let built = site.build();
    built.expect_clean().expect_no_file("documents/b/index.html");
    assert!(!site.path("public/documents/b").exists(), "an empty folder is left");
    assert!(!site.path("public/date/2019").exists(), "an empty folder is left");
    assert!(built.published().written.removed > 0);
}

#[test]
fn what_others_put_there_stays() {
    let site = two_documents();
    site.write("public/google123.html", "x").write("public/documents/b/own.txt", "x");
    site.remove("content/b.md").remove("chancery.lock");
    site.build().expect_clean().expect_no_file("documents/b/index.html");
    let public = site.public();
    public.file("google123.html");
    public.file("documents/b/own.txt");
}

#[test]
fn files_that_do_not_change_are_not_touched() {
    let site = two_documents();
    let of = |route: &str| site.path(&format!("public/{route}"));
    let past = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let routes =
        ["documents/a/index.html", "documents/b/index.html", "languages/index.html"];
    for route in routes {
        fs::File::options()
            .append(true)
            .open(of(route))
            .unwrap()
            .set_modified(past)
            .unwrap();
    }
    site.write("content/b.md", document("Other", "2019"));
    let built = site.build();
    built.expect_clean();
    let is_touched =
        |route: &str| fs::metadata(of(route)).unwrap().modified().unwrap() != past;
    assert_eq!(routes.map(is_touched), [false, true, false]);
    let written = site.build().published().written;
    assert_eq!((written.written, written.removed, written.bytes), (0, 0, 0));
}

/// The stages that a build came to.
#[derive(Default)]
struct Stages(Mutex<Vec<Stage>>);

impl Progress for Stages {
    fn stage(&self, stage: Stage, _: usize) {
        self.0.lock().unwrap().push(stage);
    }
    fn step(&self) {}
}

#[test]
fn a_build_of_the_same_says_the_same_and_reads_no_document() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"))
        .write("content/b.md", "---\ntitle: B\n---\nOn [C](c.md).\n")
        .write("content/wrong.md", "no title");
    let order = Order { keep_going: true, ..site.order() };
    let build = || {
        let stages = Stages::default();
        let report = pipeline::build(&order, &stages).unwrap();
        let has_parsed = stages.0.lock().unwrap().contains(&Stage::Parse);
        (has_parsed, report)
    };
    let (_, first) = build();
    let (has_parsed, second) = build();
    assert!(!has_parsed, "documents were read");
    assert!(first.diagnostics.len() > 2, "{:#?}", first.diagnostics);
    assert_eq!(second.diagnostics, first.diagnostics);
    assert_eq!(second.left_out, first.left_out);
    assert_eq!(second.published.unwrap().written.written, 0);
    // What is mended is not said again.
    site.write("content/wrong.md", document("Right", "2019"));
    let (has_parsed, third) = build();
    assert!(has_parsed && third.left_out.is_empty());
    assert!(third.diagnostics.len() < first.diagnostics.len());
}

#[test]
fn a_change_shows_though_size_and_time_do_not() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"))
        .write("content/b.md", document("B", "2019"))
        .write("static/a.txt", "one");
    // So long a file may change without a trace: what is younger is not trusted.
    thread::sleep(Duration::from_millis(2_100));
    site.build().expect_clean();
    let change = |path: &str, bytes: &str| {
        let former = fs::metadata(site.path(path)).unwrap();
        site.write(path, bytes);
        let file = fs::File::options().append(true).open(site.path(path)).unwrap();
        file.set_modified(former.modified().unwrap()).unwrap();
        assert_eq!(former.len(), bytes.len() as u64, "the size has changed");
    };
    change("content/a.md", &document("Z", "2018"));
    change("static/a.txt", "two");
    let built = site.build();
    built.expect_clean();
    built.file("documents/a/index.html").expect_contains("Z");
    built.file("a.txt").expect_contains("two");
}

#[test]
fn a_file_that_somebody_changed_is_put_right() {
    let site = two_documents();
    let before = site.public().files();
    site.write("public/documents/a/index.html", "defaced");
    site.remove("public/documents/b/index.html");
    site.build().expect_clean();
    assert_eq!(site.public().files(), before);
}

/// Kills the program at moments all over a build and looks at what stands there.
#[test]
fn a_kill_leaves_the_old_site_or_the_new_one() {
    let site = Site::new();
    site.config("lock = false\n");
    let fill = |edition: &str| {
        for number in 0..500 {
            let title = format!("{edition} {number}");
            let text = format!("{}{}", document(&title, "2018"), "Words. ".repeat(20));
            site.write(&format!("content/{:02}/{number}.md", number % 20), text);
        }
    };
    fill("First");
    site.build().expect_clean();
    let old = site.public().files();
    fill("Second");
    for name in ["content/00/0.md", "content/01/1.md"] {
        site.remove(name);
    }
    let started = std::time::Instant::now();
    let elsewhere = site.path("elsewhere");
    site.run(&["build", "--output", elsewhere.to_str().unwrap()]).expect_code(0);
    let whole = started.elapsed();
    let new = super::outcome::Folder::at(elsewhere).files();
    assert_ne!(old.len(), new.len());
    for part in 1..=6 {
        let mut child = site.start(&["build"]);
        std::thread::sleep(whole * part / 6);
        child.kill().unwrap();
        child.wait().unwrap();
        let found = site.public().files();
        // A journal tells that the last step had begun; the next build ends it.
        let is_last_step = site.path("public/.chancery/journal").exists();
        assert!(is_last_step || found == old || found == new, "killed at {part}/6");
        if found == new {
            break;
        }
    }
    site.run(&["build"]).expect_code(0);
    assert!(site.public().files() == new, "the site is not the new one");
}
