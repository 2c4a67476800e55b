//! Archives grow, pages don't: long lists are cut into pages, and no page has a line for
//! each document of the archive.

use std::collections::BTreeMap;

use super::outcome::Built;
use super::site::Site;

/// Documents with terms that two have and terms that all have. Each list of them is full at
/// a thousand (an index has 500 terms a page), so that a thousand more make more pages and no
/// longer ones.
fn write(site: &Site, numbers: std::ops::Range<usize>) {
    for number in numbers {
        let (month, person) = (1 + number % 5, number / 2);
        // Most cite their like, and all cite the first.
        let cited = number / 2;
        site.write(
            &format!("content/{number:04}.md"),
            format!(
                "---\ntitle: Document {number:04}\ndate: 2018-0{month}\ntopics: [peace]\n\
                 place: Place\nkind: letter\nsource: Source\n\
                 people: [{{family: Family{person:03}, given: Given}}]\n\
                 series: {{name: Series, position: {number}}}\n\
                 references: ['0000', '{cited:04}']\n---\nText of {number:04}.\n"
            ),
        );
    }
}

#[test]
fn long_lists_are_cut_into_pages() {
    let site = Site::new();
    site.config(
        "data = false\nsearch = false\n[downloads]\ndocuments = []\nlists = []\n\
         [feeds]\nenabled = false\n",
    );
    for number in 0..3000 {
        site.write(
            &format!("content/{number}.md"),
            "---\ntitle: T\ndate: 2018\ntopics: [x]\n---\nText.\n",
        );
    }
    let built = site.build();
    built.expect_clean();
    for list in ["date/2018", "date/2010s", "topics/x", "languages/en", "titles"] {
        let page = |number: usize| match number {
            1 => format!("{list}/index.html"),
            _ => format!("{list}/page-{number}/index.html"),
        };
        for number in [1, 2, 30] {
            let shown = built.file(&page(number));
            assert_eq!(shown.lines_of("entry").len(), 100, "{}", page(number));
            let (first, last) = (number * 100 - 99, number * 100);
            shown.expect_contains(&format!(
                "shown {first}-{last} of 3000, page {number} of 30"
            ));
        }
        built.expect_no_file(&page(31));
    }
}

#[test]
fn no_page_grows_with_the_archive() {
    let site = Site::dressed();
    // What is taken along has all of a list by design.
    site.dressed_config("[downloads]\ndocuments = []\nlists = []\n");
    write(&site, 0..1000);
    let before = sizes(&site.build());
    write(&site, 1000..2000);
    let after = sizes(&site.build());
    let grown: Vec<_> = before
        .iter()
        .filter_map(|(name, size)| Some((name, *size, *after.get(name)?)))
        // Counts have more digits, and lists more pages to name.
        .filter(|(_, before, after)| *after > before + before / 20 + 200)
        .map(|(name, before, after)| format!("{name}: {before} bytes, then {after}"))
        .collect();
    assert_eq!(grown, Vec::<String>::new());
    let largest = |sizes: &BTreeMap<String, usize>| sizes.values().max().copied();
    let (before, after) = (largest(&before).unwrap(), largest(&after).unwrap());
    assert!(after <= before + before / 20, "{before} bytes, then {after}");
}

/// The bytes of every file but those that hold all of the archive by design: its data and
/// the index of the search. The sitemap is cut where the protocol says.
fn sizes(built: &Built<'_>) -> BTreeMap<String, usize> {
    built.expect_clean();
    let is_whole = |name: &str| {
        name.starts_with("data/")
            || name.starts_with("search/index/")
            || name == "sitemap.xml"
    };
    let files = built.output.files().into_iter();
    files
        .filter(|(name, _)| !is_whole(name))
        .map(|(name, bytes)| (name, bytes.len()))
        .collect()
}
