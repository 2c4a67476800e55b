//! Indexes by date, by topic and by title: who stands where, in which order, how many.

use super::outcome::Built;
use super::site::{Site, document, under};

/// A site of documents named by their dates.
fn dated(dates: &[&str]) -> Site {
    let site = Site::new();
    for (at, date) in dates.iter().enumerate() {
        site.write(&format!("content/{at}.md"), document(&format!("D{at}"), date));
    }
    site
}

/// The titles on an index page.
fn titles(built: &Built<'_>, route: &str) -> Vec<String> {
    let page = built.file(&format!("{route}/index.html"));
    let words = |line: &&str| line.split(' ').nth(1).unwrap().to_owned();
    page.lines_of("entry").iter().map(words).collect()
}

#[test]
fn an_interval_stands_under_every_period_it_touches() {
    let site = dated(&["2018-12-30/2019-01-02", "2018-12-31", "2019-01"]);
    let built = site.build();
    built.expect_clean();
    assert_eq!(titles(&built, "date/2018"), ["D0", "D1"]);
    assert_eq!(titles(&built, "date/2018/12"), ["D0", "D1"]);
    assert_eq!(titles(&built, "date/2019"), ["D0", "D2"]);
    assert_eq!(titles(&built, "date/2019/01"), ["D0", "D2"]);
    assert_eq!(titles(&built, "date/2010s"), ["D0", "D1", "D2"]);
    built
        .file("date/index.html")
        .expect_line("decade /archive/date/2010s/ 3")
        .expect_lines("year", &["/archive/date/2018/ 2", "/archive/date/2019/ 2"]);
    built
        .file("date/2018/index.html")
        .expect_line("count 2")
        .expect_lines("part", &["/archive/date/2018/12/ 2"]);
}

#[test]
fn a_decade_stands_under_its_years() {
    let site = dated(&["194X", "1945-08-15", "1950"]);
    let built = site.build();
    built.expect_clean();
    assert_eq!(titles(&built, "date/1940s"), ["D0", "D1"]);
    assert_eq!(titles(&built, "date/1940"), ["D0"]);
    assert_eq!(titles(&built, "date/1945"), ["D0", "D1"]);
    assert_eq!(titles(&built, "date/1949"), ["D0"]);
    assert_eq!(titles(&built, "date/1945/08"), ["D0", "D1"]);
    assert_eq!(titles(&built, "date/1950s"), ["D2"]);
    built.expect_no_file("date/1945/01/index.html");
}

#[test]
fn vague_dates_stand_where_readers_look() {
    let site = dated(&["1945~", "1945-08?", "19XX", "1944-11/..", "-0043-03-15"]);
    let built = site.build();
    built.expect_clean();
    assert_eq!(titles(&built, "date/1945"), ["D2", "D0", "D1"]);
    assert_eq!(titles(&built, "date/1945/08"), ["D2", "D0", "D1"]);
    assert_eq!(titles(&built, "date/1944"), ["D2", "D3"]);
    assert_eq!(titles(&built, "date/0044-bce/03"), ["D4"]);
    assert_eq!(titles(&built, "date/1990s"), ["D2"]);
    built
        .file("date/0044-bce/index.html")
        .expect_line("page /archive/date/0044-bce/ [en] 44 BCE");
}

#[test]
fn works_stand_in_order_of_time() {
    let site =
        dated(&["2018-04-23", "2018", "2018-04", "2017-12-31", "2018-04-22", "2018~"]);
    let built = site.build();
    let order = titles(&built, "date/2010s");
    assert_eq!(order[0], "D3");
    assert_eq!(order.last().unwrap(), "D0");
    let place = |title: &str| order.iter().position(|other| other == title).unwrap();
    assert!(place("D4") < place("D0") && place("D2") < place("D4"), "{order:?}");
    built.file("documents/0/index.html").expect_line("previous /archive/documents/4/");
}

#[test]
fn long_lists_have_pages() {
    let dates: Vec<_> = (0..101).map(|_| "2018").collect();
    let site = dated(&dates);
    let built = site.build();
    built.expect_clean();
    built
        .file("date/2018/index.html")
        .expect_line("count 101")
        .expect_line("shown 1-100 of 101, page 1 of 2 next /archive/date/2018/page-2/");
    built
        .file("date/2018/page-2/index.html")
        .expect_line("shown 101-101 of 101, page 2 of 2 previous /archive/date/2018/");
    assert_eq!(titles(&built, "date/2018").len(), 100);
    assert_eq!(titles(&built, "date/2018/page-2").len(), 1);
    site.config("page_size = 40\n");
    let built = site.build();
    built.expect_clean();
    built.file("titles/page-2/index.html").expect_line(
        "shown 41-80 of 101, page 2 of 3 previous /archive/titles/ next \
         /archive/titles/page-3/",
    );
    site.config("page_size = 101\n");
    site.build().expect_clean().expect_no_file("date/2018/page-2/index.html");
}

#[test]
fn a_page_of_a_list_says_so_in_every_language() {
    let site = dated(&["2018", "2018", "2018"]);
    site.config("page_size = 2\nlanguages = [\"en\", \"ja\"]\n");
    site.build().file("ja/date/2018/page-2/index.html").expect_lines(
        "alternate",
        &["en /archive/date/2018/page-2/", "ja /archive/ja/date/2018/page-2/ *"],
    );
}

const VOCABULARY: &str = "
[security]
label = { en = \"Security\", ja = \"安全保障\" }
[disarmament]
label = { en = \"Disarmament\", ja = \"軍縮\" }
broader = \"security\"
aliases = [\"Arms control\"]
[npt]
label = \"NPT\"
broader = [\"disarmament\"]
[unused]
label = \"Unused\"
";

fn topical(topics: &str) -> String {
    format!("---\ntitle: T\ndate: 2018\ntopics: {topics}\n---\nText")
}

#[test]
fn topics_form_a_hierarchy() {
    let site = Site::new();
    site.config("languages = [\"en\", \"ja\"]\n");
    site.write("content/topics.toml", VOCABULARY)
        .write("content/a.md", topical("[npt]"))
        .write("content/b.md", topical("[arms control, Trade]"))
        .write("content/c.md", topical("[Disarmament, disarmament]"))
        .write("content/d.ja.md", topical("[軍縮, 貿易]"));
    let built = site.build();
    built.expect_clean();
    built.file("topics/index.html").expect_lines(
        "term",
        &[
            "0 security Security 4",
            "1 disarmament Disarmament 4",
            "2 npt NPT 1",
            "0 trade Trade 1",
            "0 貿易 貿易 1",
        ],
    );
    built
        .file("topics/disarmament/index.html")
        .expect_lines("broader", &["security"])
        .expect_lines("narrower", &["npt"])
        .expect_line("shown 1-4 of 4, page 1 of 1");
    built.file("ja/topics/disarmament/index.html").expect_line("label 軍縮");
    built.file("documents/a/index.html").expect_lines("topic", &["npt"]);
    built.file("documents/b/index.html").expect_lines("topic", &["disarmament", "trade"]);
    built.expect_no_file("topics/unused/index.html");
}

#[test]
fn a_translations_own_words_make_no_terms() {
    let site = Site::new();
    site.config("languages = [\"en\", \"ja\"]\n");
    site.write("content/topics.toml", VOCABULARY)
        .write("content/a.md", topical("[Trade]"))
        .write("content/a.ja.md", topical("[貿易, 軍縮]"));
    site.build().file("topics/index.html").expect_lines(
        "term",
        &["0 security Security 1", "1 disarmament Disarmament 1", "0 trade Trade 1"],
    );
}

#[test]
fn mistakes_in_a_vocabulary_have_their_place() {
    let check = |vocabulary: &str, expected: &str| {
        let site = Site::new();
        site.write("content/topics.toml", vocabulary)
            .write("content/a.md", topical("[a]"));
        site.build().expect_headlines(&[expected]);
    };
    check(
        "[a]\nbroader = \"b\"\n",
        "content/topics.toml:1:2: warning[invalid-broader]: `a` cannot stand under `b`",
    );
    check(
        "[a]\nbroader = \"a\"\n",
        "content/topics.toml:1:2: warning[invalid-broader]: `a` cannot stand under `a`",
    );
    check(
        "[a]\nrelated = \"b\"\n",
        "content/topics.toml:1:2: warning[invalid-related]: `a` cannot be related to `b`",
    );
    check(
        "[a]\nrelated = [\"a\"]\n",
        "content/topics.toml:1:2: warning[invalid-related]: `a` cannot be related to `a`",
    );
    check(
        "[a]\nrelated = \"b\"\n[b]\nbroader = \"c\"\n[c]\nbroader = \"a\"\n",
        "content/topics.toml:1:2: warning[invalid-related]: `a` cannot be related to `b`",
    );
    check(
        "[a]\naliases = [\"X\"]\n[b]\naliases = [\"x\"]\n",
        "content/topics.toml:3:2: warning[duplicate-term]: `x` is a spelling of both `a` \
         and `b`",
    );
    check(
        "[a]\nlabels = \"A\"\n",
        "content/topics.toml:2:1: error[invalid-config]: there is no setting `labels` \
         here",
    );
}

#[test]
fn a_circle_of_broader_terms_is_cut() {
    let site = Site::new();
    let circle = "[a]\nbroader = \"b\"\n[b]\nbroader = \"c\"\n[c]\nbroader = \"a\"\n";
    site.write("content/topics.toml", circle).write("content/x.md", topical("[a]"));
    let built = site.build();
    built.expect_success().expect_headlines(&[
        "content/topics.toml:1:2: warning[invalid-broader]: `a` cannot stand under `b`",
        "content/topics.toml:3:2: warning[invalid-broader]: `b` cannot stand under `c`",
        "content/topics.toml:5:2: warning[invalid-broader]: `c` cannot stand under `a`",
    ]);
    built.file("topics/index.html").expect_lines("term", &["0 a a 1"]);
}

#[test]
fn a_site_adds_taxonomies() {
    let site = Site::new();
    site.config(
        "languages = [\"en\", \"ja\"]\n[taxonomies.volumes]\nkey = \"volume\"\n\
         label = { en = \"Volumes\", ja = \"巻\" }\n[taxonomies.genre]\n",
    );
    let of = |volume: &str| {
        format!("---\ntitle: T\ndate: 2018\nvolume: {volume}\ngenre: Note\n---\nText")
    };
    site.write("content/a.md", of("FRUS 1952–54, XIII"))
        .write("content/b.md", of("FRUS 1952–54, XIII"))
        .write("content/c.md", of("[II, I]"))
        .write("content/volumes.toml", "[ii]\nlabel = \"Volume II\"\n");
    let built = site.build();
    built.expect_clean();
    built.file("volumes/index.html").expect_lines(
        "term",
        &["0 frus-1952-54-xiii FRUS 1952–54, XIII 2", "0 i I 1", "0 ii Volume II 1"],
    );
    built.file("ja/volumes/index.html").expect_line("page /archive/ja/volumes/ [ja] 巻");
    built.file("genre/note/index.html").expect_line("shown 1-3 of 3, page 1 of 1");
}

#[test]
fn many_terms_stand_under_letters() {
    let mut topics: Vec<String> = (0..58).map(|at| format!("Topic {at}")).collect();
    topics.extend(["Étude", "ガス"].map(str::to_owned));
    let borrowed: Vec<&str> = topics.iter().map(String::as_str).collect();
    let site = under(&borrowed);
    let built = site.build();
    built.expect_clean();
    let page = built.file("topics/index.html");
    assert_eq!(page.lines_of("term").len(), 60);
    page.expect_lines("letter", &[]).expect_lines("section", &[]);
    site.write("content/more.md", topical("[“Ether”]"));
    let built = site.build();
    built.expect_clean();
    let page = built.file("topics/index.html");
    assert_eq!(
        page.lines_of("term")[..3],
        ["0 ether “Ether” 1", "0 etude Étude 1", "0 topic-0 Topic 0 1"]
    );
    assert_eq!(page.lines_of("term").len(), 61);
    page.expect_lines(
        "letter",
        &[
            "E /archive/topics/#letter-1 2",
            "T /archive/topics/#letter-2 58",
            "か /archive/topics/#letter-3 1",
        ],
    )
    .expect_lines("section", &["E letter-1", "T letter-2", "か letter-3"])
    .expect_line("shown 1-61 of 61, page 1 of 1");
    // A hierarchy is shown as one.
    site.write("content/topics.toml", "[ether]\nbroader = \"etude\"\n[etude]\n");
    let page = site.build().file("topics/index.html");
    assert_eq!(page.lines_of("term")[..2], ["0 etude etude 2", "1 ether ether 1"]);
    page.expect_lines("letter", &[]);
}

#[test]
fn terms_stand_where_they_are_read() {
    let topics: Vec<String> = (0..60).map(|at| format!("Topic {at}")).collect();
    let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
    let site = under(&[&topics.join(", "), "安全保障", "軍縮"]);
    site.config("languages = [\"en\", \"ja\"]\n");
    site.write(
        "content/topics.toml",
        "[security]\nlabel = { en = \"Security\", ja = \"安全保障\" }\n\
         reading = { ja = \"あんぜんほしょう\" }\n[\"軍縮\"]\nlabel = { ja = \"軍縮\" }\n",
    );
    let built = site.build();
    built.expect_clean();
    let letters = |route: &str| -> Vec<String> {
        let page = built.file(route);
        let lines = page.lines_of("letter");
        lines.iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect()
    };
    assert_eq!(letters("topics/index.html"), ["S", "T", "漢"]);
    assert_eq!(letters("ja/topics/index.html"), ["T", "あ", "漢"]);
}

#[test]
fn very_many_terms_have_pages() {
    let topics = |letter: &str, count: usize| {
        let all: Vec<String> = (0..count).map(|at| format!("{letter}{at}")).collect();
        all.join(", ")
    };
    let site = under(&[&topics("a", 400), &topics("b", 100), &topics("c", 10)]);
    site.config("page_size = 50\nlanguages = [\"en\", \"ja\"]\n");
    let built = site.build();
    built.expect_clean();
    built.expect_no_file("topics/page-3/index.html");
    let first = built.file("topics/index.html");
    assert_eq!(first.lines_of("term").len(), 500);
    first
        .expect_line("shown 1-500 of 510, page 1 of 2 next /archive/topics/page-2/")
        .expect_lines("section", &["A letter-1", "B letter-2"]);
    built
        .file("ja/topics/page-2/index.html")
        .expect_line("shown 501-510 of 510, page 2 of 2 previous /archive/ja/topics/")
        .expect_lines(
            "letter",
            &[
                "A /archive/ja/topics/#letter-1 400",
                "B /archive/ja/topics/#letter-2 100",
                "C /archive/ja/topics/page-2/#letter-3 10",
            ],
        )
        .expect_lines("section", &["C letter-3"])
        .expect_lines(
            "alternate",
            &["en /archive/topics/page-2/", "ja /archive/ja/topics/page-2/ *"],
        );
    let second = built.file("topics/page-2/index.html");
    assert_eq!(second.lines_of("term").len(), 10);
    // A letter that runs over the end of a page goes on under its name.
    site.write("content/more.md", topical("[a-more]"));
    site.build()
        .file("topics/page-2/index.html")
        .expect_lines("section", &["B letter-2", "C letter-3"]);
}

#[test]
fn titles_stand_in_the_order_of_their_language() {
    let site = Site::new();
    site.config("languages = [\"en\", \"ja\"]\n");
    let title = |name: &str, title: &str, more: &str| {
        let text = format!("---\ntitle: {title}\ndate: 2018\n{more}\n---\nText");
        site.write(&format!("content/{name}.md"), text);
    };
    title("a", "Zoo", "");
    title("b", "étude", "");
    title("c", "Eta", "");
    title("d", "Item 10", "");
    title("e", "item 9", "");
    title("f", "“Quoted” words", "");
    title("g", "1970 in brief", "");
    title("h.ja", "世界", "title_reading: せかい");
    title("i.ja", "がっこう", "");
    title("j.ja", "カタログ", "");
    let built = site.build();
    built.expect_clean();
    let order = |route: &str| {
        let page = built.file(route);
        let last = |line: &&str| line.split_once(' ').unwrap().1.to_owned();
        page.lines_of("entry").iter().map(last).collect::<Vec<_>>()
    };
    let latin =
        ["1970 in brief", "Eta", "étude", "item 9", "Item 10", "“Quoted” words", "Zoo"];
    assert_eq!(order("titles/index.html")[..7], latin);
    let kana: Vec<_> = order("ja/titles/index.html")
        .into_iter()
        .filter(|title| !latin.contains(&title.as_str()))
        .collect();
    assert_eq!(kana, ["カタログ", "がっこう", "世界"]);
    let page = built.file("ja/titles/index.html");
    assert!(
        page.text.contains("section か") && page.text.contains("section さ"),
        "{}",
        page.text
    );
    built.file("titles/index.html").expect_line("letter E /archive/titles/#letter-2 2");
}

#[test]
fn a_long_list_is_parted_and_narrowed() {
    let site = Site::new();
    for at in 0..60 {
        let (year, kind) =
            (2000 + at / 20, if at % 3 == 0 { "letter" } else { "report" });
        let text = format!(
            "---\ntitle: D{at}\ndate: {year}-0{}\nkind: {kind}\ntopics: [peace]\n---\nx\n",
            at % 8 + 1
        );
        site.write(&format!("content/{at}.md"), text);
    }
    site.config("page_size = 25\n");
    let built = site.build();
    built.expect_clean();
    built
        .file("topics/peace/index.html")
        .expect_lines("group", &["2000", "2001"])
        .expect_lines(
            "jump",
            &["#y2000 20", "#y2001 20", "/archive/topics/peace/page-2/#y2002 20"],
        );
    assert_eq!(titles(&built, "topics/peace/kinds/letter").len(), 20);
    built
        .file("topics/peace/kinds/letter/index.html")
        .expect_line("list /archive/topics/peace/ peace")
        .expect_line("narrowed letter")
        .expect_lines(
            "choice",
            &[
                "/archive/topics/peace/kinds/report/ 40",
                "/archive/topics/peace/kinds/letter/ 20 *",
            ],
        )
        .expect_line("shown 1-20 of 20, page 1 of 1");
    // All are in one language, and a short list is seen at a glance.
    built.expect_no_file("topics/peace/languages/en/index.html");
    built.expect_no_file("date/2000/kinds/letter/index.html");
}

#[test]
fn filters_are_what_the_site_says() {
    let check = |config: &str, has_kinds: bool| {
        let site = Site::new();
        for at in 0..51 {
            let kind = if at == 0 { "letter" } else { "report" };
            let text = format!("---\ntitle: D{at}\ndate: 2001\nkind: {kind}\n---\nx\n");
            site.write(&format!("content/{at}.md"), text);
        }
        site.config(config);
        let built = site.build();
        built.expect_clean();
        let names = site.public().names();
        let page = "date/2001/kinds/letter/index.html";
        assert_eq!(names.iter().any(|name| name == page), has_kinds, "{config}");
    };
    check("", true);
    check("filters = []\n", false);
    check("filters = [\"kinds\"]\n", true);
    check("filters = [\"topics\"]\n", false);
}
