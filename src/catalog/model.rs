//! The catalog, as the other modules use it.

use crate::catalog::{
    CatalogName, CustomRoles, Entitlement, FilterMember, Grants, LayerKind, Names, NoNewRole,
    Permission, RecordKind, Role, missing_need,
};

/// A catalog, read and validated.
///
/// Its parts are found by position. The same bytes always give the same positions, and everything that
/// a rule, role or need refers to exists. Labels are checked but not kept: an application that shows
/// them has the file.
#[derive(Clone, Debug)]
pub struct Catalog {
    pub(crate) name: CatalogName,
    pub(crate) entitlements: Names<Entitlement>,
    pub(crate) layers: Vec<LayerKind>,
    pub(crate) filters: Vec<FilterMember>,
    /// The number of groups that every membership must have, if the catalog gives one.
    pub(crate) groups_per_membership: Option<u64>,
    pub(crate) records: Names<RecordKind>,
    pub(crate) permissions: Names<Permission>,
    pub(crate) roles: Names<Role>,
    pub(crate) new_role_values: Grants,
    /// `None`: tenants add no roles.
    pub(crate) custom_roles: Option<CustomRoles>,
    /// The permissions, each after everything its rule and prerequisites refer to.
    pub(crate) order: Vec<usize>,
}

/// A cell of a catalog's role table whose value its sources do not say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unknown<'a> {
    /// The role's id.
    pub role: &'a str,
    /// The permission's name.
    pub permission: &'a str,
}

impl Catalog {
    /// The catalog's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.name.id
    }

    /// The SHA-256 of the catalog's bytes, by which a snapshot names it.
    #[must_use]
    pub fn digest(&self) -> &[u8; 32] {
        &self.name.digest
    }

    /// How a snapshot names this catalog.
    #[must_use]
    pub fn name(&self) -> &CatalogName {
        &self.name
    }

    /// The cells whose values the sources do not say: role by role, in the order of the permissions.
    pub fn unknowns(&self) -> impl Iterator<Item = Unknown<'_>> {
        self.roles.iter().flat_map(|role| {
            role.values
                .iter()
                .filter(|(_, grant)| grant.unknown)
                .filter_map(|(permission, _)| {
                    let permission = self.permissions.get(permission)?;
                    Some(Unknown {
                        role: &role.id,
                        permission: &permission.id,
                    })
                })
        })
    }

    /// The kind of record that a permission is about.
    pub(crate) fn record_of(&self, permission: &Permission) -> Option<&RecordKind> {
        self.records.get(permission.record?)
    }

    /// A permission and all those on which it depends, each after those that it refers to.
    pub(crate) fn scope(&self, permission: usize) -> Vec<usize> {
        let mut reached = vec![false; self.permissions.len()];
        let mut open = vec![permission];
        while let Some(position) = open.pop() {
            if let (Some(seen), Some(permission)) =
                (reached.get_mut(position), self.permissions.get(position))
                && !core::mem::replace(seen, true)
            {
                if let Some(rule) = &permission.rule {
                    rule.permissions(&mut open);
                }
                open.extend(
                    permission
                        .requires
                        .iter()
                        .map(|requirement| requirement.permission),
                );
            }
        }
        self.order
            .iter()
            .copied()
            .filter(|position| reached.get(*position) == Some(&true))
            .collect()
    }

    /// Whether a tenant whose customer holds these entitlements may add a role on the base of the
    /// catalog role at `base`.
    pub(crate) fn may_add_role(
        &self,
        base: Option<usize>,
        held: &[bool],
    ) -> Result<&CustomRoles, NoNewRole<'_>> {
        let custom = self.custom_roles.as_ref().ok_or(NoNewRole::Never)?;
        if let Some(any) = missing_need(&custom.needs, held) {
            return Err(NoNewRole::NotEntitled(any));
        }
        let may_start = match (base, &custom.bases) {
            (None, _) => custom.without_base,
            (Some(base), Some(bases)) => bases.contains(&base),
            (Some(_), None) => true,
        };
        may_start.then_some(custom).ok_or(NoNewRole::Base)
    }

    /// The values that a tenant's new role starts with: those of its base, or without one the catalog's
    /// `new_role_values`, except those of reserved permissions.
    pub(crate) fn starting_values(&self, base: Option<&Role>) -> Grants {
        let mut values = base
            .map_or(&self.new_role_values, |role| &role.values)
            .clone();
        values.retain(|position| {
            self.permissions
                .get(position)
                .is_some_and(|permission| !permission.reserved)
        });
        values
    }

    /// `held`, and every entitlement that these include.
    pub(crate) fn with_included(&self, held: impl IntoIterator<Item = usize>) -> Vec<bool> {
        let mut all = vec![false; self.entitlements.len()];
        let mut open: Vec<usize> = held.into_iter().collect();
        while let Some(entitlement) = open.pop() {
            if let Some(held) = all.get_mut(entitlement)
                && !core::mem::replace(held, true)
                && let Some(entitlement) = self.entitlements.get(entitlement)
            {
                open.extend(&entitlement.includes);
            }
        }
        all
    }
}
