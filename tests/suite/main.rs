//! Whole programs: a site on disk goes in, a published site or findings come out.
//!
//! `site` is the driver: it writes a site into a temporary folder, builds it, and looks at
//! what came of it. Most tests dress the site in `tests/fixtures/bare`, a theme that
//! writes what a page knows as plain lines, so that they are about knowledge, not markup.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::disallowed_methods,
    reason = "a test may fail, and prepares its own disk"
)]

mod site;
mod outcome;
mod source;
mod template_tags;
mod template;
mod theme_manual;
mod readers;
mod feed_rules;
mod browser;
mod other_host;

mod layers;
mod command_line;
mod import;
mod front_matter;
mod metadata;
mod works;
mod assembling;
mod addresses;
mod markdown;
mod indexes;
mod related;
mod theme;
mod theme_command;
mod theme_variables;
mod feeds;
mod changes;
mod check;
mod sitemap;
mod growth;
mod determinism;
mod shards;
mod diagnostics;
mod publishing;
mod register;
mod serve;
mod beginnings;
mod linked_data;
mod links;
mod cited_links;
mod external_links;
mod link_findings;
mod records;
mod data;
mod search;
mod search_page;
mod head;
#[cfg(unix)]
mod corpus;
#[cfg(unix)]
mod search_truth;
mod manual;
mod transcripts;
