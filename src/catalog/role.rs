//! Roles: what they say about permissions, what a tenant may change, and who may administer them.

use crate::catalog::{AdminRule, RelationSet};
use crate::collections::ByPosition;
use crate::value::Level;

/// Values by the position of their permission.
pub(crate) type Grants = ByPosition<Grant>;

/// The other values that a tenant may choose for a role, by the position of their permission.
pub(crate) type Unlocked = ByPosition<Vec<Level>>;

/// A named set of permission values.
#[derive(Clone, Debug)]
pub(crate) struct Role {
    pub(crate) id: String,
    pub(crate) values: Grants,
    pub(crate) unlocked: Unlocked,
    /// For a tenant's new role, the catalog role that it is based on.
    pub(crate) based_on: Option<String>,
    pub(crate) administration: Administration,
}

impl Role {
    /// Whether a tenant may set this role's value for the permission at `position` to `grant`.
    pub(crate) fn allows(&self, position: usize, grant: Grant) -> bool {
        let own = self.values.get(position).copied().unwrap_or_default();
        let unlocked = self.unlocked.get(position).map_or(&[][..], Vec::as_slice);
        own.is_same(grant) || (grant.only_if.is_none() && unlocked.contains(&grant.level))
    }
}

/// What a role says about one permission.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Grant {
    pub(crate) level: Level,
    /// The value is held on records to which the person has one of these relations. `None`: on every
    /// record.
    pub(crate) only_if: Option<RelationSet>,
    /// The sources of the catalog do not say what this cell is.
    pub(crate) unknown: bool,
}

impl Grant {
    /// A value that is held on every record.
    pub(crate) const fn plain(level: Level) -> Grant {
        Grant {
            level,
            only_if: None,
            unknown: false,
        }
    }

    /// Whether both give the same value under the same condition.
    pub(crate) fn is_same(self, other: Grant) -> bool {
        (self.level, self.only_if) == (other.level, other.only_if)
    }

    /// The value on a record to which the person has these relations.
    pub(crate) fn on(self, relations: RelationSet) -> Level {
        if self.only_if.is_none_or(|any| any.intersects(relations)) {
            self.level
        } else {
            Level::Off
        }
    }
}

/// Who may edit a role, and who may assign it. Without a rule, nobody may.
#[derive(Clone, Debug, Default)]
pub(crate) struct Administration {
    pub(crate) editable_by: Option<AdminRule>,
    pub(crate) assignable_by: Option<AdminRule>,
}

/// The roles that a tenant may add.
#[derive(Clone, Debug)]
pub(crate) struct CustomRoles {
    pub(crate) administration: Administration,
    /// The catalog roles on which a new role may be based. `None`: all of them.
    pub(crate) bases: Option<Vec<usize>>,
    /// Whether a new role may have no base.
    pub(crate) without_base: bool,
    /// The customer must hold at least one entitlement of each list.
    pub(crate) needs: Vec<Vec<usize>>,
}

/// Why a tenant may not add a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoNewRole<'a> {
    /// The catalog lets tenants add none.
    Never,
    /// The customer holds none of these entitlements; new roles need one of them.
    NotEntitled(&'a [usize]),
    /// A new role may not be based on that role, or not on none.
    Base,
}
