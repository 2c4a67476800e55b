//! Many short lists in two long ones.

/// A list for each of a row of things, in little memory.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    /// Where each list ends.
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Lists { ends: Vec::new(), items: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// Adds the next thing's list.
    pub fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.items.extend(list);
        self.ends.push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    /// The same lists of what each item has become.
    pub fn map<U>(self, to: impl FnMut(T) -> U) -> Lists<U> {
        Lists { ends: self.ends, items: self.items.into_iter().map(to).collect() }
    }

    /// The list of the thing at `index`; empty where there is none.
    pub fn get(&self, index: usize) -> &[T] {
        let before = index.checked_sub(1).and_then(|at| self.ends.get(at));
        let start = before.map_or(0, |&end| end as usize);
        let end = self.ends.get(index).map_or(start, |&end| end as usize);
        self.items.get(start..end).unwrap_or(&[])
    }
}

impl<T> FromIterator<Vec<T>> for Lists<T> {
    fn from_iter<I: IntoIterator<Item = Vec<T>>>(lists: I) -> Self {
        let mut all = Lists::default();
        for list in lists {
            all.push(list);
        }
        all.ends.shrink_to_fit();
        all.items.shrink_to_fit();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn lists_come_back() {
        let lists: Lists<u8> = [vec![1, 2], vec![], vec![3]].into_iter().collect();
        assert_eq!(lists.get(0), [1, 2]);
        assert!(lists.get(1).is_empty());
        assert_eq!(lists.get(2), [3]);
        assert!(lists.get(3).is_empty());
    }
}
