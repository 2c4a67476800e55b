//! The labels of the database's headers.

use crate::import::lines::Line;

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Title,
    Place,
    Date,
    Source,
    Notes,
    Text,
    Cabinet,
    Session,
    Speaker,
    Genre,
    /// The day of a speech in a chamber of the Diet.
    Chamber(&'static str),
}

const LABELS: &[(&str, Label)] = &[
    ("Title", Label::Title),
    ("Place", Label::Place),
    ("Date", Label::Date),
    ("Source", Label::Source),
    ("Notes", Label::Notes),
    ("Full text", Label::Text),
    ("文書名", Label::Title),
    ("場所", Label::Place),
    ("年月日", Label::Date),
    ("出典", Label::Source),
    ("備考", Label::Notes),
    ("全文", Label::Text),
    ("内閣名", Label::Cabinet),
    ("国会回次", Label::Session),
    ("演説者", Label::Speaker),
    ("演説種別", Label::Genre),
    ("衆議院演説年月日", Label::Chamber("衆議院")),
    ("参議院演説年月日", Label::Chamber("参議院")),
    ("貴族院演説年月日", Label::Chamber("貴族院")),
];

impl Label {
    /// The key of front matter that its value goes to, where it is one key.
    pub(super) fn key(self) -> Option<&'static str> {
        match self {
            Label::Title => Some("title"),
            Label::Place => Some("place"),
            Label::Date => Some("date"),
            Label::Source => Some("source"),
            Label::Notes => Some("notes"),
            Label::Genre => Some("genre"),
            _ => None,
        }
    }

    /// Whether a text that has it is one of the database's.
    pub(super) fn begins_a_header(self) -> bool {
        matches!(self, Label::Title | Label::Cabinet | Label::Speaker | Label::Text)
    }
}

/// The label at the beginning of a line, and where in the line what follows it begins.
pub(super) fn label(line: &Line) -> Option<(Label, usize)> {
    let text = line.text.as_str();
    let inner = text.strip_prefix(['[', '［', '【'])?;
    let end = inner.find([']', '］', '】'])?;
    let name = inner.get(..end)?.trim();
    let (_, label) = LABELS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    let close = inner.get(end..)?.chars().next()?;
    let at = text.len() - inner.len() + end + close.len_utf8();
    let rest = text.get(at..)?;
    Some((*label, at + rest.len() - rest.trim_start().len()))
}
