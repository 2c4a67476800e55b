//! Long histories of sites: after each build the folder holds the plan and what is foreign.

use super::*;

/// A linear congruential generator (Knuth's constants), so that a failure comes again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    /// A site in which no file stands where another needs a folder.
    fn site(&mut self) -> Files {
        let mut site = Files::new();
        for _ in 0..self.below(40) {
            let depth = 1 + self.below(4);
            let parts: Vec<_> =
                (0..depth).map(|_| ["a", "b", "c"][self.below(3)]).collect();
            let to = parts.join("/");
            let clashes = |other: &String| {
                other.starts_with(&format!("{to}/"))
                    || to.starts_with(&format!("{other}/"))
            };
            if !site.keys().any(clashes) {
                site.insert(to, self.below(3).to_string());
            }
        }
        site
    }
}

/// What tells whether a file has been touched.
fn identity(folder: &Path, to: &str) -> (u128, u64) {
    let path = folder.join(to);
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&path.symlink_metadata().unwrap());
    #[cfg(not(unix))]
    let number = 0;
    (fs::stat(&path).unwrap().unwrap().modified, number)
}

fn follow(seed: u64) {
    let mut chance = Chance(seed);
    let folder = TempDir::new().unwrap();
    let foreign = files("foreign=1 d/foreign=2");
    for (name, text) in &foreign {
        write(folder.path(), name, text);
    }
    let mut old = Files::new();
    for round in 0..30 {
        let new = chance.site();
        let kept = |(to, text): &(&String, &String)| new.get(*to) == Some(*text);
        let kept: Vec<_> = old.iter().filter(kept).map(|(to, _)| to.clone()).collect();
        let identities = || kept.iter().map(|to| identity(folder.path(), to));
        let before: Vec<_> = identities().collect();

        let ready = begin(folder.path(), &new).prepare().unwrap();
        let mut publication = ready.publication();
        let limit = [1000, chance.below(30)][chance.below(2)];
        for _ in 0..limit {
            publication.step().unwrap();
        }
        let summary = ready.summary;
        drop(ready);
        drop(Writer::open(folder.path()).unwrap());

        let expected: Files = new.clone().into_iter().chain(foreign.clone()).collect();
        assert_eq!(on_disk(folder.path()), expected, "seed {seed}, round {round}");
        assert_eq!(
            identities().collect::<Vec<_>>(),
            before,
            "seed {seed}, round {round}"
        );
        assert_eq!(summary.unchanged, kept.len() as u64, "seed {seed}, round {round}");
        assert_eq!(summary.written, (new.len() - kept.len()) as u64);
        old = new;
    }
}

#[test]
fn the_folder_always_holds_the_plan() {
    (0..20).for_each(follow);
}
