//! The tables of `docs/themes.md`: which template sees what.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The variables of `docs/themes.md`, each with the shape that its row refers to.
pub(crate) struct Manual {
    pub(crate) rows: BTreeMap<String, Option<String>>,
    /// The variables of each template besides those of all.
    pub(crate) templates: BTreeMap<String, BTreeSet<String>>,
}

impl Manual {
    pub(crate) fn read() -> Manual {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/themes.md");
        let text = std::fs::read_to_string(path).unwrap();
        let (_, text) = text.split_once("\n## Templates\n").unwrap();
        let (templates, variables) = text.split_once("\n## Variables\n").unwrap();
        let quoted = |cell: &str| -> Vec<String> {
            cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
        };
        let cells = |line: &str| -> Option<Vec<String>> {
            let cells = line.strip_prefix("| `")?.split(" | ");
            Some(cells.map(|cell| cell.trim_end_matches(" |").to_owned()).collect())
        };
        let shape = |cell: &str| {
            let (_, rest) = cell.split_once("](#")?;
            Some(rest.split_once(')')?.0.to_owned())
        };
        let rows = variables.lines().filter_map(cells).flat_map(|row| {
            let shape = shape(&row[1]);
            let names = quoted(&format!("`{}", row[0]));
            names.into_iter().map(move |name| (name, shape.clone())).collect::<Vec<_>>()
        });
        let templates = templates.lines().filter_map(cells).map(|row| {
            let name = row[0].trim_end_matches('`').to_owned();
            (name, quoted(&row[2]).into_iter().collect())
        });
        Manual { rows: rows.collect(), templates: templates.collect() }
    }

    /// The row that speaks of a variable, through the shapes that it is part of.
    pub(crate) fn row(&self, path: &str) -> Option<&str> {
        let exact = self.rows.get_key_value(path);
        let free = || self.rows.get_key_value(&format!("{path}.*"));
        if let Some((row, _)) = exact.or_else(free) {
            return Some(row);
        }
        let ends = path.match_indices(['.', '[']).map(|(at, _)| at).rev();
        ends.filter(|&end| end > 0).find_map(|end| {
            let (head, rest) = path.split_at(end);
            if let Some((row, _)) = self.rows.get_key_value(&format!("{head}.*")) {
                return Some(row.as_str());
            }
            let (head, rest) = match rest.strip_prefix("[]") {
                Some(rest) => (format!("{head}[]"), rest),
                None => (head.to_owned(), rest),
            };
            let shape = self.rows.get(&head)?.as_ref().filter(|shape| **shape != head)?;
            self.row(&format!("{shape}{rest}"))
        })
    }
}
