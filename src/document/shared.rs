//! Texts that many documents say alike, held once for all.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Metadata, Name};

/// Every text met so far.
#[derive(Default)]
pub struct Shared(HashSet<Arc<str>>);

impl Shared {
    /// Puts what was met before in the place of what says the same: places, sources,
    /// subjects, bodies, persons and series.
    pub fn share(&mut self, metadata: &mut Metadata) {
        let Metadata { place, source, topics, issuer, people, series, .. } = metadata;
        self.each(place.iter_mut().map(|place| &mut place.name));
        self.each(source.iter_mut().filter_map(|source| source.name.as_mut()));
        self.each(topics.iter_mut().map(|topic| &mut topic.value));
        self.each(issuer);
        self.each(series.iter_mut().map(|series| &mut series.name));
        for person in people {
            self.each(&mut person.role);
            match &mut person.name {
                Name::Parts { family, given } => {
                    self.each([family]);
                    self.each(given);
                }
                Name::Literal(name) => self.each([name]),
            }
        }
    }

    fn each<'a>(&mut self, texts: impl IntoIterator<Item = &'a mut Arc<str>>) {
        for text in texts {
            match self.0.get(text) {
                Some(known) => text.clone_from(known),
                None => drop(self.0.insert(text.clone())),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Place;

    #[test]
    fn what_is_said_again_is_held_once() {
        let place = |name: &str| Metadata {
            place: Some(Place { name: name.into(), ..Place::default() }),
            issuer: vec!["Tokyo".into()],
            ..Metadata::default()
        };
        let mut all = [place("Tokyo"), place("Kyoto"), place("Tokyo")];
        let mut shared = Shared::default();
        for metadata in &mut all {
            shared.share(metadata);
        }
        let [first, second, third] = all.map(|metadata| metadata.place.unwrap().name);
        assert_eq!((&*first, &*second, &*third), ("Tokyo", "Kyoto", "Tokyo"));
        assert!(Arc::ptr_eq(&first, &third));
        assert_eq!(shared.0.len(), 2);
    }
}
