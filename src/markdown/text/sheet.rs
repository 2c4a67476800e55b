//! The sheet that blocks are written on, one below the other.

/// How far a block stands from the one before, if both want it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// On the next line, as the items of a tight list do.
    Line,
    /// After an empty line.
    Empty,
}

/// Blocks of lines, indented as deep as they stand in lists and quotations.
#[derive(Default)]
pub(super) struct Sheet {
    out: String,
    inside: Vec<Indent>,
    /// How far the last block wants the next to be.
    gap: Option<Gap>,
}

struct Indent {
    /// What its first line begins with, as long as there is none.
    mark: Option<String>,
    /// What other lines begin with.
    space: String,
}

impl Sheet {
    /// What follows stands in a list item, a quotation or the like.
    pub(super) fn enter(&mut self, mark: &str, space: &str) {
        self.inside.push(Indent { mark: Some(mark.to_owned()), space: space.to_owned() });
    }

    /// It ends; a mark that nothing stands behind stands alone.
    pub(super) fn leave(&mut self) {
        let is_bare = self.inside.last().and_then(|indent| indent.mark.as_deref());
        if is_bare.is_some_and(|mark| !mark.trim().is_empty()) {
            self.block("", Gap::Line);
        }
        self.inside.pop();
    }

    /// Writes a block of one or more lines.
    pub(super) fn block(&mut self, text: &str, gap: Gap) {
        let begins_something =
            self.inside.last().is_some_and(|indent| indent.mark.is_some());
        let before = match self.gap {
            None => "",
            Some(Gap::Line) if gap == Gap::Line || begins_something => "\n",
            Some(_) => "\n\n",
        };
        self.out.push_str(before);
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.out.push('\n');
            }
            let start = self.out.len();
            for indent in &mut self.inside {
                let mark = indent.mark.take();
                self.out.push_str(mark.as_ref().unwrap_or(&indent.space));
            }
            self.out.push_str(line);
            let end = self.out.get(start..).map_or(0, |line| line.trim_end().len());
            self.out.truncate(start + end);
        }
        self.gap = Some(gap);
    }

    /// All that was written, with a line break at its end.
    pub(super) fn finish(mut self) -> String {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
    }
}
