//! Lists whose members have names.

use crate::collections::Index;
use crate::json::{Node, Read};

/// A list whose members have names, found by position or by name.
#[derive(Clone, Debug)]
pub(crate) struct Names<T> {
    items: Vec<T>,
    positions: Index,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Names {
            items: Vec::new(),
            positions: Index::default(),
        }
    }
}

impl<T> Names<T> {
    /// Adds an item. If the name is taken, nothing is added and the result is `false`.
    pub(crate) fn add(&mut self, name: &str, item: T) -> bool {
        let is_new = self.positions.add(name).is_some();
        if is_new {
            self.items.push(item);
        }
        is_new
    }

    pub(crate) fn get(&self, position: usize) -> Option<&T> {
        self.items.get(position)
    }

    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.positions.position(name)
    }

    /// The names alone.
    pub(crate) fn index(&self) -> &Index {
        &self.positions
    }

    pub(crate) fn named(&self, name: &str) -> Option<&T> {
        self.get(self.position(name)?)
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    pub(crate) fn iter(&self) -> core::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// The position of the name that stands at `node`.
    pub(crate) fn find(&self, node: &Node<'_>, what: &str) -> Read<usize> {
        self.positions.find(node, what)
    }
}

impl Index {
    /// The position of the name that stands at `node`.
    pub(crate) fn find(&self, node: &Node<'_>, what: &str) -> Read<usize> {
        let name = node.string()?;
        self.position(name).ok_or_else(|| {
            node.name_problem(name, &format!("is not among the {what} of the catalog"))
        })
    }
}
