//! The snapshot, as the other modules use it.

use std::sync::Arc;

use crate::catalog::{
    Catalog, FilterMember, Grant, LayerKind, Names, Permission, Role, missing_need,
};
use crate::collections::ByPosition;
use crate::error::Problem;
use crate::snapshot::Period;
use crate::time::UnixTime;
use crate::value::Level;

/// One person's memberships and entitlements: signed, and validated against the catalog.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The catalog against which it was validated. All positions refer to it.
    pub(crate) catalog: Arc<Catalog>,
    pub(crate) subject: String,
    pub(crate) seq: u64,
    pub(crate) period: Period,
    /// For each entitlement of the catalog, whether the customer holds it.
    pub(crate) entitlements: Vec<bool>,
    pub(crate) memberships: Vec<Membership>,
    /// Catalog roles as the tenant has edited them, by their position in the catalog.
    pub(crate) edited_roles: ByPosition<Role>,
    /// The tenant's new roles. Their positions follow those of the catalog's roles.
    pub(crate) new_roles: Names<Role>,
    pub(crate) warnings: Vec<Problem>,
}

/// What the person is in one workspace.
#[derive(Clone, Debug, Default)]
pub(crate) struct Membership {
    pub(crate) workspace: String,
    /// Positions of roles, see [`Snapshot::role`].
    pub(crate) roles: Vec<usize>,
    pub(crate) groups: Vec<String>,
    /// From far to near.
    pub(crate) layers: Vec<Layer>,
    pub(crate) filters: Vec<Filter>,
}

/// Values set above the roles.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    pub(crate) from: LayerKind,
    /// The group of a group layer.
    pub(crate) id: Option<String>,
    pub(crate) values: ByPosition<Level>,
}

/// A restriction on the records a person sees: for each member, the ids that pass.
#[derive(Clone, Debug)]
pub(crate) struct Filter {
    pub(crate) members: Vec<(FilterMember, Vec<String>)>,
}

impl Membership {
    /// A membership of which only the existence of groups is known: that of anybody to whom a role may
    /// be assigned.
    pub(crate) fn anybody() -> Membership {
        Membership {
            groups: vec![String::new()],
            ..Membership::default()
        }
    }
}

impl Snapshot {
    /// The catalog the snapshot was validated against.
    #[must_use]
    pub fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// The person the snapshot is about.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The number of the snapshot. Later snapshots of the same person have the same or a higher one.
    #[must_use]
    pub const fn seq(&self) -> u64 {
        self.seq
    }

    /// The first point in time at which the snapshot is no longer in force, leeway counted in.
    #[must_use]
    pub const fn expires(&self) -> UnixTime {
        self.period.until
    }

    /// Repetitions that the reader has dropped, for those who sign: one entry for each list of ids
    /// (entitlements, and a membership's roles, groups and filters) that repeats any, with the place of
    /// the first repetition. No answer depends on them.
    #[must_use]
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// The workspaces the person is a member of, in the snapshot's order.
    pub fn workspaces(&self) -> impl Iterator<Item = &str> {
        self.memberships
            .iter()
            .map(|membership| membership.workspace.as_str())
    }

    /// The role at `position`: first the catalog's roles, as edited, then the tenant's new ones.
    pub(crate) fn role<'a>(&'a self, catalog: &'a Catalog, position: usize) -> Option<&'a Role> {
        match position.checked_sub(catalog.roles.len()) {
            Some(new) => self.new_roles.get(new),
            None => self
                .edited_roles
                .get(position)
                .or_else(|| catalog.roles.get(position)),
        }
    }

    /// The position of the role called `id`.
    pub(crate) fn role_position(&self, catalog: &Catalog, id: &str) -> Option<usize> {
        role_position(catalog, &self.new_roles, id)
    }

    /// The catalog role that limits the values of the role at `position`.
    pub(crate) fn base_of(&self, position: usize) -> Option<&Role> {
        let roles = &self.catalog.roles;
        roles.get(position).or_else(|| {
            let role = self.role(&self.catalog, position)?;
            roles.named(role.based_on.as_deref()?)
        })
    }

    /// Whether the tenant may set the value of the role at `position` for a permission to `grant`.
    pub(crate) fn may_give(&self, position: usize, permission: usize, grant: Grant) -> bool {
        let base = self.base_of(position);
        let is_new = position >= self.catalog.roles.len();
        let asked = self.catalog.permissions.get(permission);
        base.is_none_or(|base| base.allows(permission, grant))
            && !(is_new && asked.is_none_or(|permission| permission.reserved))
    }

    /// Whether the customer holds the entitlements that this permission itself needs.
    pub(crate) fn entitles(&self, permission: &Permission) -> bool {
        missing_need(&permission.needs, &self.entitlements).is_none()
    }

    /// The positions of all roles.
    pub(crate) fn role_positions(&self, catalog: &Catalog) -> core::ops::Range<usize> {
        0..catalog.roles.len().saturating_add(self.new_roles.len())
    }
}

/// The position of the role called `id`: first the catalog's roles, then the tenant's new ones.
pub(super) fn role_position(catalog: &Catalog, new_roles: &Names<Role>, id: &str) -> Option<usize> {
    catalog
        .roles
        .position(id)
        .or_else(|| new_roles.position(id)?.checked_add(catalog.roles.len()))
}
