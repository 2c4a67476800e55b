//! A taxonomy: its terms, and which of them each work has.

use serde::{Deserialize, Serialize};

use super::{Cursor, put};

/// A taxonomy's terms, and those of each work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facet {
    /// The terms, sorted by slug.
    pub terms: Vec<FacetTerm>,
    /// By work: its own terms, as places in `terms`; not the broader ones.
    pub works: Vec<Vec<u32>>,
}

/// A term of a taxonomy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Row", into = "Row")]
pub struct FacetTerm {
    /// Its name in addresses.
    pub slug: String,
    /// By interface language: what readers call it.
    pub labels: Vec<String>,
    /// Broader terms, as places among the terms.
    pub broader: Vec<u32>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Row(String, Vec<String>, Vec<u32>);

impl From<Row> for FacetTerm {
    fn from(Row(slug, labels, broader): Row) -> FacetTerm {
        FacetTerm { slug, labels, broader }
    }
}

impl From<FacetTerm> for Row {
    fn from(FacetTerm { slug, labels, broader }: FacetTerm) -> Row {
        Row(slug, labels, broader)
    }
}

impl Facet {
    /// The bytes of the file, not yet packed: the terms as JSON, the works in numbers.
    pub fn write(&self) -> Vec<u8> {
        let terms = serde_json::to_vec(&self.terms).unwrap_or_default();
        let mut out = Vec::new();
        put(&mut out, terms.len() as u64);
        out.extend_from_slice(&terms);
        put(&mut out, self.works.len() as u64);
        for terms in &self.works {
            put(&mut out, terms.len() as u64);
            for &term in terms {
                put(&mut out, term.into());
            }
        }
        out
    }

    /// Reads what [`Facet::write`] wrote.
    pub fn read(bytes: &[u8]) -> Option<Facet> {
        let mut cursor = Cursor::new(bytes);
        let length = cursor.length()?;
        let terms = serde_json::from_slice(cursor.take(length)?).ok()?;
        let works = cursor.length()?;
        let works = (0..works).map(|_| {
            let count = cursor.length()?;
            (0..count).map(|_| cursor.small()).collect::<Option<Vec<u32>>>()
        });
        let works = works.collect::<Option<_>>()?;
        Some(Facet { terms, works })
    }

    /// Whether each term is one of the wanted or narrower than one of them.
    pub fn at_or_below(&self, wanted: &[usize]) -> Vec<bool> {
        let mut narrower = vec![Vec::new(); self.terms.len()];
        for (at, term) in self.terms.iter().enumerate() {
            for &up in &term.broader {
                narrower.get_mut(up as usize).into_iter().for_each(|list| list.push(at));
            }
        }
        let mut is_in = vec![false; self.terms.len()];
        let mut open = wanted.to_vec();
        while let Some(at) = open.pop() {
            // A circle of broader terms ends where it began.
            if is_in.get(at) == Some(&false) {
                is_in.get_mut(at).into_iter().for_each(|is_in| *is_in = true);
                open.extend(narrower.get(at).into_iter().flatten());
            }
        }
        is_in
    }
}
