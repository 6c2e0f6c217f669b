//! Two small collections. They add less code to the WebAssembly than general ones.

/// Numbers names, and other byte strings, in the order in which they are added.
///
/// It is a hash table with open addressing: a name stands in the first slot from that of its hash on
/// that was free, and at least half of the slots are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    names: Vec<Box<[u8]>>,
    /// Positions of names, or [`FREE`]; a power of two of them, or none.
    slots: Vec<u32>,
}

const FREE: u32 = u32::MAX;

impl Index {
    /// Adds a name and returns its position, or returns `None` if the name is there already.
    pub(crate) fn add(&mut self, name: impl AsRef<[u8]>) -> Option<usize> {
        let name = name.as_ref();
        let position = self.names.len();
        if position >= self.slots.len() / 2 {
            self.grow();
        }
        let slot = slot(&self.names, &self.slots, name);
        let free = self.slots.get_mut(slot).filter(|at| **at == FREE)?;
        *free = position as u32;
        self.names.push(name.into());
        Some(position)
    }

    pub(crate) fn position(&self, name: impl AsRef<[u8]>) -> Option<usize> {
        let at = self
            .slots
            .get(slot(&self.names, &self.slots, name.as_ref()))?;
        (*at != FREE).then_some(*at as usize)
    }

    fn grow(&mut self) {
        self.slots = vec![FREE; self.slots.len().saturating_mul(2).max(8)];
        for (position, name) in self.names.iter().enumerate() {
            let slot = slot(&self.names, &self.slots, name);
            if let Some(at) = self.slots.get_mut(slot) {
                *at = position as u32;
            }
        }
    }
}

/// The slot that holds a name, or the free one that it belongs in.
#[inline(never)]
fn slot(names: &[Box<[u8]>], slots: &[u32], name: &[u8]) -> usize {
    let mask = slots.len().wrapping_sub(1);
    let mut slot = hash(name) & mask;
    while let Some(at) = slots.get(slot) {
        let is_other = names
            .get(*at as usize)
            .is_some_and(|known| **known != *name);
        if !is_other {
            break;
        }
        slot = slot.wrapping_add(1) & mask;
    }
    slot
}

/// FNV-1a, of which the upper bits are mixed into those that choose a slot.
fn hash(name: &[u8]) -> usize {
    let mix = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    let hash = name.iter().fold(0x811c_9dc5, mix);
    (hash ^ (hash >> 15)) as usize
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

    /// Sets a value, and returns the one that it replaces.
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
        // Most values are added in ascending order.
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
