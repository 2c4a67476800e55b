//! What is said about the truth of a date (ISO 8601-2:2019, clause 8.4).

/// The qualifier of one component of a date.
#[derive(Copy, Clone, Default, PartialEq, Eq, Hash, Debug)]
pub(super) enum Qualification {
    /// No qualifier.
    #[default]
    Plain,
    /// `?`: the source may be wrong.
    Uncertain,
    /// `~`: near the truth.
    Approximate,
    /// `%`: both.
    Both,
}

impl Qualification {
    pub(super) fn from_sign(sign: u8) -> Option<Qualification> {
        match sign {
            b'?' => Some(Qualification::Uncertain),
            b'~' => Some(Qualification::Approximate),
            b'%' => Some(Qualification::Both),
            _ => None,
        }
    }

    pub(super) fn sign(self) -> &'static str {
        match self {
            Qualification::Plain => "",
            Qualification::Uncertain => "?",
            Qualification::Approximate => "~",
            Qualification::Both => "%",
        }
    }

    pub(super) fn is_uncertain(self) -> bool {
        matches!(self, Qualification::Uncertain | Qualification::Both)
    }

    pub(super) fn is_approximate(self) -> bool {
        matches!(self, Qualification::Approximate | Qualification::Both)
    }

    /// Both statements together: a component may be qualified in front and behind.
    pub(super) fn and(self, other: Qualification) -> Qualification {
        let uncertain = self.is_uncertain() || other.is_uncertain();
        let approximate = self.is_approximate() || other.is_approximate();
        match (uncertain, approximate) {
            (false, false) => Qualification::Plain,
            (true, false) => Qualification::Uncertain,
            (false, true) => Qualification::Approximate,
            (true, true) => Qualification::Both,
        }
    }
}
