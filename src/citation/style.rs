//! The styles of shown citations.

/// A style, and for Chicago the form of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// The Chicago Manual of Style, 18th edition: a footnote.
    ChicagoNote,
    /// The Chicago Manual of Style, 18th edition: an entry of the bibliography.
    ChicagoBibliography,
    /// MLA Handbook, 9th edition: an entry of the works cited.
    Mla,
    /// Publication Manual of the APA, 7th edition: an entry of the references.
    Apa,
    /// No style's rules: what it is, in plain words.
    Plain,
}

impl Style {
    /// Every style, in the order in which pages offer them.
    pub const ALL: &[Style] = &[
        Style::ChicagoNote,
        Style::ChicagoBibliography,
        Style::Mla,
        Style::Apa,
        Style::Plain,
    ];

    /// Its name in templates: `chicago-note`.
    pub fn name(self) -> &'static str {
        match self {
            Style::ChicagoNote => "chicago-note",
            Style::ChicagoBibliography => "chicago-bibliography",
            Style::Mla => "mla",
            Style::Apa => "apa",
            Style::Plain => "plain",
        }
    }
}
