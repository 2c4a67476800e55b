//! Chance that comes out the same on every system: integers only, seeded by what is made.

/// A stream of numbers that follow from a seed.
pub(super) struct Dice(u64);

impl Dice {
    /// The stream for one thing: of this archive, of this sort, the one of that index.
    pub(super) fn new(seed: u64, sort: Sort, index: u64) -> Dice {
        let mut dice = Dice(seed ^ ((sort as u64) << 56));
        let start = dice.next() ^ index.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Dice(start)
    }

    /// A number below `limit`, each as likely as any other; 0 where there is none.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let product = u128::from(self.next()) * limit as u128;
        usize::try_from(product >> 64).unwrap_or(0)
    }

    /// A number from `first` to `last`.
    pub(super) fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last + 1 - first)
    }

    /// Whether something that happens so many times in a hundred happens.
    pub(super) fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// A rank below `limit` by Zipf's law, octave by octave: ranks 1 and 2 to 3 and 4 to 7
    /// are drawn equally often.
    pub(super) fn rank(&mut self, limit: usize) -> usize {
        let octaves = usize::BITS - limit.leading_zeros();
        let octave = self.below(octaves as usize);
        let first = (1_usize << octave) - 1;
        first + self.below((first + 1).min(limit - first))
    }

    /// One of them, each as likely as any other.
    pub(super) fn any<T: Copy + Default>(&mut self, of: &[T]) -> T {
        of.get(self.below(of.len())).copied().unwrap_or_default()
    }

    /// One of them, early ones far more often than late ones.
    pub(super) fn word<T: Copy + Default>(&mut self, of: &[T]) -> T {
        of.get(self.rank(of.len())).copied().unwrap_or_default()
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }
}

/// What chance decides on; each has streams of its own.
#[derive(Clone, Copy)]
pub(super) enum Sort {
    /// What both languages of a work have in common.
    Work = 1,
    /// The text of a document.
    Text,
    /// A person of the archive.
    Person,
    /// What an editor does to a document.
    Edit,
}
