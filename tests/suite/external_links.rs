//! `chancery links`: what other hosts answer, and how they are asked.

use std::time::{Duration, Instant};

use super::link_findings::{ask, linking};
use super::other_host::OtherHost;

/// What is said of one address; nothing where all is well.
fn said(address: &str, more: &[&str]) -> Option<String> {
    let ran =
        ask(&linking(&[address.to_owned()]), &[&["--format", "json"], more].concat());
    ran.expect_code(0).expect_stderr("");
    let found: serde_json::Value =
        serde_json::from_str(ran.stdout.lines().next()?).unwrap();
    assert_eq!((&found["line"], &found["column"]), (&5.into(), &7.into()));
    Some(format!("{}: {}", found["code"].as_str()?, found["message"].as_str()?))
}

#[test]
fn each_answer_is_told_for_what_it_is() {
    let host = OtherHost::open();
    let check = |path: &str, expected: &str| {
        let found = said(&host.url(path), &["--retries", "1"]);
        let found = found.unwrap_or_default();
        assert_eq!(found.replace(&host.url(""), ""), expected, "{path}");
    };
    check("/ok", "");
    check("/ok#part", "");
    check("/away", "");
    check("/no-head", "");
    check("/false-head", "");
    check("/deaf", "");
    check("/flaky", "");
    check("/limited", "");
    check("/huge", "");
    check("/moved", "link-moved: `/moved` has moved to `/ok?at=new`");
    check("/permanent", "link-moved: `/permanent` has moved to `/away`");
    check("/old/page", "link-moved: `/old/page` leads to the home page `/`");
    check("/missing", "link-gone: `/missing` is gone (404)");
    check("/gone", "link-gone: `/gone` is gone (410)");
    check("/forbidden", "link-refused: `/forbidden` is refused (403)");
    check("/odd", "link-refused: `/odd` is refused (999)");
    check("/limit", "link-refused: `/limit` is refused: too many requests (429)");
    check(
        "/shut",
        "link-refused: `/shut` is refused: its host asks for a wait of 3600 seconds",
    );
    check("/broken", "link-unreachable: `/broken` cannot be had: the server fails (500)");
    check(
        "/circle",
        "link-unreachable: `/circle` cannot be reached: its redirects have no end",
    );
    check(
        "/astray",
        "link-unreachable: `/astray` leads to `mailto:a@b.org`, which is no web address",
    );
    check(
        "/closed",
        "link-unreachable: `/closed` cannot be reached: the connection ended without an answer",
    );
    check("/junk", "link-unreachable: `/junk` cannot be reached: the answer is no HTTP");
}

#[test]
fn a_host_that_is_silent_is_left_in_time() {
    let host = OtherHost::open();
    let started = Instant::now();
    let found = said(&host.url("/silent"), &["--timeout", "0.2", "--retries", "1"]);
    let expected = format!(
        "link-unreachable: `{}` cannot be reached: no answer in 0.2 seconds",
        host.url("/silent")
    );
    assert_eq!(found.unwrap(), expected);
    // On a busy machine the host may hear of a request when it is over.
    let mut requests = host.first_requests(2);
    requests.sort();
    assert_eq!(requests, ["GET /silent", "HEAD /silent"]);
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_host_that_cannot_be_reached_is_asked_for_one_address_only() {
    // Nothing listens at port 9.
    let url = |path: &str| format!("http://127.0.0.1:9/{path}");
    let site = linking(&[url("a"), url("b")]);
    let ran = ask(&site, &["--retries", "1"]);
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(lines.len(), 2);
    for (line, path) in lines.iter().zip(["a", "b"]) {
        let part = format!(
            "`{}` cannot be reached: `127.0.0.1` takes no connection (if it lasts, look",
            url(path)
        );
        assert!(line.contains(&part), "{line}");
    }
}

#[test]
fn a_connection_that_is_not_secure_is_told() {
    let host = OtherHost::open();
    let address = host.url("/ok").replace("http:", "https:");
    let found = said(&address, &["--retries", "0"]).unwrap();
    let part = format!(
        "`{address}` cannot be reached: the connection is not secure (what answers there knows no TLS)"
    );
    assert!(found.contains(&part), "{found}");
}

#[test]
fn what_is_no_address_needs_no_host() {
    let site = linking(&["https://".to_owned()]);
    ask(&site, &[]).expect_code(0).expect_stdout(
        "content/a.md:5:7: warning[link-unreachable]: `https://` is no address (write it \
         whole: `https://example.org/page`)\n",
    );
}

#[test]
fn heads_are_asked_for_first_and_no_body_is_read() {
    let host = OtherHost::open();
    let paths = ["/flaky", "/huge", "/missing", "/ok"];
    ask(&linking(&paths.map(|path| host.url(path))), &[]);
    assert_eq!(
        host.requests(),
        [
            "HEAD /flaky",
            "GET /flaky",
            "GET /flaky",
            "HEAD /huge",
            "GET /huge",
            "HEAD /missing",
            "GET /missing",
            "HEAD /ok",
        ]
    );
    let version = env!("CARGO_PKG_VERSION");
    let agent = format!("chancery/{version} (+https://example.org/archive/)");
    for heard in host.heard() {
        assert_eq!(heard.agent, agent);
        // What the two ends of a connection hold between them is far less.
        assert!(heard.sent < 1 << 26, "{} bytes were taken", heard.sent);
    }
}

#[test]
fn a_host_is_asked_one_thing_at_a_time_with_a_pause() {
    let host = OtherHost::open();
    let paths = ["/1", "/2", "/3", "/moved", "/ok"];
    // The redirects of one host lead to the other, whose turn it need not be.
    let own = paths.map(|path| host.url(path));
    let pause = Duration::from_millis(120);
    let started = Instant::now();
    ask(&linking(&own), &["--pause", "0.12", "--jobs", "4"]);
    assert!(started.elapsed() >= pause * 5);
    let heard = host.heard();
    assert_eq!(heard.len(), 6);
    for two in heard.windows(2) {
        let ended = two[0].ended.unwrap();
        let gap = two[1].began.checked_duration_since(ended);
        // The pause begins when the answer is there, a little after it was sent.
        assert!(gap.is_some_and(|gap| gap >= pause), "{gap:?}");
    }
}

#[test]
fn hosts_are_asked_beside_each_other() {
    let host = OtherHost::open();
    let own = ["/1", "/2", "/3"].map(|path| host.url(path));
    let other = ["/4", "/5", "/6"].map(|path| host.other_url(path));
    let site = linking(&[own, other].concat());
    let places = |more: &[&str]| {
        let before = host.requests().len();
        ask(&site, &[&["--pause", "0.5", "--max-age", "0"], more].concat());
        let requests = host.requests()[before..].to_vec();
        assert_eq!(requests.len(), 6);
        ["/3", "/4", "/6", "/1"].map(|path| {
            requests.iter().position(|request| request.ends_with(path)).unwrap()
        })
    };
    let [own_last, other_first, other_last, own_first] = places(&[]);
    assert!(other_first < own_last && own_first < other_last);
    let [own_last, other_first, other_last, own_first] = places(&["--jobs", "1"]);
    assert!(own_last < other_first || other_last < own_first);
}

#[test]
fn a_wait_that_a_host_asks_for_is_kept() {
    let host = OtherHost::open();
    let ran = ask(&linking(&[host.url("/limited"), host.url("/ok")]), &[]);
    ran.expect_code(0).expect_stdout("").expect_stderr("");
    let heard = host.heard();
    assert_eq!(host.requests(), ["HEAD /limited", "GET /limited", "HEAD /ok"]);
    assert!(heard[1].began - heard[0].began >= Duration::from_secs(1));
}

#[test]
fn a_host_that_wants_to_be_left_alone_is() {
    let host = OtherHost::open();
    let ran =
        ask(&linking(&[host.url("/shut"), host.url("/tail")]), &["--patience", "2"]);
    assert_eq!(host.requests(), ["HEAD /shut"]);
    assert_eq!(ran.stdout.matches("asks for a wait of 3600 seconds").count(), 2);
}
