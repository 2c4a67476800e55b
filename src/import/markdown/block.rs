//! The blocks of a text, and how Markdown writes them.

/// A block. Texts are Markdown already; see [`super::Inline`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) enum Block {
    /// The title once more, for the marks of footnotes that it has.
    Title(String),
    /// A heading of a level from 2 to 6: the title alone has level 1.
    Heading(usize, String),
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List {
        /// The first number; none for a list of bullets.
        start: Option<u64>,
        /// Whether blank lines part the items.
        is_loose: bool,
        /// The blocks of each item.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A table; the first row is its head.
    Table(Vec<Vec<String>>),
    /// A footnote: its name and its text.
    Note(String, Vec<Block>),
    /// A line across the page.
    Rule,
}

/// What a text is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Headings.
    pub headings: usize,
    /// Paragraphs, those of items and notes among them.
    pub paragraphs: usize,
    /// Items of lists.
    pub items: usize,
    /// Tables.
    pub tables: usize,
    /// Footnotes.
    pub notes: usize,
}

/// Counts the blocks.
pub(in crate::import) fn counts(blocks: &[Block]) -> Counts {
    let mut counts = Counts::default();
    let mut stack: Vec<&Block> = blocks.iter().collect();
    while let Some(block) = stack.pop() {
        match block {
            Block::Heading(..) => counts.headings += 1,
            Block::Paragraph(_) => counts.paragraphs += 1,
            Block::List { items, .. } => {
                counts.items += items.len();
                // The first paragraph of an item is the item.
                stack.extend(items.iter().flat_map(|item| item.iter().skip(1)));
            }
            Block::Quote(inner) => stack.extend(inner),
            Block::Table(_) => counts.tables += 1,
            Block::Note(..) => counts.notes += 1,
            Block::Title(_) | Block::Rule => {}
        }
    }
    counts
}

/// The blocks as Markdown, ending with a line break.
pub(in crate::import) fn written(blocks: &[Block]) -> String {
    let mut out = String::new();
    write(blocks, "", &mut out);
    out
}

/// Writes blocks, each line after the first behind `margin`.
fn write(blocks: &[Block], margin: &str, out: &mut String) {
    let mut is_dash = true;
    for (at, block) in blocks.iter().enumerate() {
        let previous = at.checked_sub(1).and_then(|at| blocks.get(at));
        if previous.is_some() {
            out.push_str(margin.trim_end());
            out.push('\n');
            out.push_str(margin);
        }
        // Two lists in a row would be one.
        let is_second =
            matches!((previous, block), (Some(Block::List { .. }), Block::List { .. }));
        is_dash = !is_second || !is_dash;
        write_block(block, (margin, is_dash), out);
    }
}

fn write_block(block: &Block, (margin, is_dash): (&str, bool), out: &mut String) {
    match block {
        Block::Title(text) => {
            out.push_str("# ");
            out.push_str(&text.replace("\\\n", " ").replace('{', "\\{"));
            out.push('\n');
        }
        Block::Heading(level, text) => {
            let text = text.replace("\\\n", " ").replace('{', "\\{");
            out.push_str(&"#".repeat((*level).clamp(2, 6)));
            out.push(' ');
            out.push_str(&text);
            out.push('\n');
        }
        Block::Paragraph(text) => {
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    out.push_str(margin);
                }
                out.push_str(line);
                out.push('\n');
            }
        }
        Block::List { start, is_loose, items } => {
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    if *is_loose {
                        out.push_str(margin.trim_end());
                        out.push('\n');
                    }
                    out.push_str(margin);
                }
                let mark = mark(*start, at, is_dash);
                out.push_str(&mark);
                write_inner(item, &format!("{margin}{}", " ".repeat(mark.len())), out);
            }
        }
        Block::Quote(inner) => {
            out.push_str("> ");
            write_inner(inner, &format!("{margin}> "), out);
        }
        Block::Table(rows) => write_table(rows, margin, out),
        Block::Note(name, inner) => {
            out.push_str("[^");
            out.push_str(name);
            out.push_str("]: ");
            write_inner(inner, &format!("{margin}    "), out);
        }
        Block::Rule => out.push_str("***\n"),
    }
}

fn write_inner(blocks: &[Block], margin: &str, out: &mut String) {
    if blocks.is_empty() {
        out.push('\n');
    }
    write(blocks, margin, out);
}

fn mark(start: Option<u64>, at: usize, is_dash: bool) -> String {
    match (start, is_dash) {
        (Some(start), true) => format!("{}. ", start + at as u64),
        (Some(start), false) => format!("{}) ", start + at as u64),
        (None, true) => "- ".to_owned(),
        (None, false) => "* ".to_owned(),
    }
}

fn write_table(rows: &[Vec<String>], margin: &str, out: &mut String) {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            out.push_str(margin);
        }
        write_row(row, width, out);
        if at == 0 {
            out.push_str(margin);
            out.push('|');
            out.push_str(&" --- |".repeat(width));
            out.push('\n');
        }
    }
}

fn write_row(row: &[String], width: usize, out: &mut String) {
    out.push('|');
    for column in 0..width {
        let cell = row.get(column).map_or("", String::as_str);
        out.push(' ');
        out.push_str(&cell.replace("\\\n", "<br>").replace('\n', " "));
        out.push_str(" |");
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(text.to_owned())
    }

    fn list(start: Option<u64>, is_loose: bool, items: &[&str]) -> Block {
        let items = items.iter().map(|item| vec![paragraph(item)]).collect();
        Block::List { start, is_loose, items }
    }

    #[test]
    fn blocks_are_written() {
        let check = |blocks: &[Block], expected: &str| {
            assert_eq!(written(blocks), expected);
        };
        check(&[], "");
        check(&[Block::Heading(1, "A {x}".into()), paragraph("b")], "## A \\{x}\n\nb\n");
        check(&[list(None, false, &["a", "b"])], "- a\n- b\n");
        check(&[list(None, true, &["a", "b"])], "- a\n\n- b\n");
        check(&[list(Some(4), false, &["a", "b"])], "4. a\n5. b\n");
        check(&[list(None, false, &["a"]), list(None, false, &["b"])], "- a\n\n* b\n");
        check(&[Block::Quote(vec![paragraph("a"), paragraph("b")])], "> a\n>\n> b\n");
        check(
            &[Block::Note("1".into(), vec![paragraph("a\\\nb"), paragraph("c")])],
            "[^1]: a\\\n    b\n\n    c\n",
        );
        let rows = vec![vec!["a".into(), "b\\\nc".into()], vec!["d".into()]];
        check(&[Block::Table(rows)], "| a | b<br>c |\n| --- | --- |\n| d |  |\n");
        let nested = Block::List {
            start: None,
            is_loose: false,
            items: vec![vec![paragraph("a"), list(None, false, &["b"])]],
        };
        check(&[nested], "- a\n\n  - b\n");
    }
}
