//! The two collections the core lives on, written small: a general tree costs a page more than all
//! that it would hold here.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Numbers names, and other byte strings, in the order in which they are added.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index(BTreeMap<Vec<u8>, usize>);

impl Index {
    /// The position of a name that was not there yet, which is added; `None` for one that was.
    pub(crate) fn add(&mut self, name: impl Into<Vec<u8>>) -> Option<usize> {
        let position = self.0.len();
        match self.0.entry(name.into()) {
            Entry::Vacant(free) => Some(*free.insert(position)),
            Entry::Occupied(_) => None,
        }
    }

    pub(crate) fn position(&self, name: impl AsRef<[u8]>) -> Option<usize> {
        self.0.get(name.as_ref()).copied()
    }
}

/// Values by the position of what they belong to, in ascending order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ByPosition<V>(Vec<(usize, V)>);

impl<V> Default for ByPosition<V> {
    fn default() -> Self {
        ByPosition(Vec::new())
    }
}

impl<V> ByPosition<V> {
    pub(crate) fn of(position: usize, value: V) -> Self {
        ByPosition(vec![(position, value)])
    }

    pub(crate) fn get(&self, position: usize) -> Option<&V> {
        let at = self.find(position).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// Sets a value, and hands back the one it replaces.
    pub(crate) fn insert(&mut self, position: usize, value: V) -> Option<V> {
        match self.find(position) {
            Ok(at) => self
                .0
                .get_mut(at)
                .map(|(_, old)| core::mem::replace(old, value)),
            Err(at) => {
                self.0.insert(at, (position, value));
                None
            }
        }
    }

    pub(crate) fn remove(&mut self, position: usize) -> Option<V> {
        let at = self.find(position).ok()?;
        Some(self.0.remove(at).1)
    }

    pub(crate) fn retain(&mut self, mut keep: impl FnMut(usize) -> bool) {
        self.0.retain(|(position, _)| keep(*position));
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &V)> {
        self.0.iter().map(|(position, value)| (*position, value))
    }

    fn find(&self, position: usize) -> Result<usize, usize> {
        // Most are filled in ascending order.
        match self.0.last() {
            Some((last, _)) if *last < position => Err(self.0.len()),
            _ => self.0.binary_search_by_key(&position, |(other, _)| *other),
        }
    }
}

impl<V> Extend<(usize, V)> for ByPosition<V> {
    fn extend<I: IntoIterator<Item = (usize, V)>>(&mut self, values: I) {
        for (position, value) in values {
            self.insert(position, value);
        }
    }
}

impl<V> FromIterator<(usize, V)> for ByPosition<V> {
    fn from_iter<I: IntoIterator<Item = (usize, V)>>(values: I) -> Self {
        let mut all = ByPosition::default();
        all.extend(values);
        all
    }
}

impl<V> IntoIterator for ByPosition<V> {
    type Item = (usize, V);
    type IntoIter = std::vec::IntoIter<(usize, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
