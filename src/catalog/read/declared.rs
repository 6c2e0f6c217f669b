//! What the first pass collects: the names by which one part of a catalog refers to another.

use crate::catalog::{Names, RecordKind};
use crate::collections::Index;
use crate::json::{Node, Read};
use crate::value::ValueKind;

/// The names that a catalog declares, each at the position that it has in the finished catalog.
///
/// Parts may refer to one another in any order, so all names are known before any reference is read.
#[derive(Default)]
pub(super) struct Declared {
    pub(super) entitlements: Index,
    /// Complete, because kinds of record refer to no other part.
    pub(super) records: Names<RecordKind>,
    pub(super) permissions: Names<Declaration>,
    pub(super) roles: Index,
}

/// What other parts need to know of a permission to refer to it.
#[derive(Clone, Copy)]
pub(super) struct Declaration {
    pub(super) values: ValueKind,
    pub(super) record: Option<usize>,
}

impl Declared {
    /// The permission that is named at `node`.
    pub(super) fn permission(&self, node: &Node<'_>) -> Read<(usize, Declaration)> {
        let position = self.permissions.find(node, "permissions")?;
        let declaration = self.permissions.get(position);
        let declaration = declaration.ok_or_else(|| node.problem("is not a permission"))?;
        Ok((position, *declaration))
    }
}
