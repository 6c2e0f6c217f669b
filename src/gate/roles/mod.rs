//! Administration: who may edit a role, who may hand it out, and no way round.

mod edit;

use crate::catalog::{AdminRule, Catalog, Grant, Grants, Presence, RecordKind, RelationSet, Role};
use crate::gate::combinations::Combinations;
use crate::gate::facts::in_sight;
use crate::gate::table::Table;
use crate::gate::threshold::Threshold;
use crate::reason::Reason;
use crate::snapshot::{Membership, Snapshot};
use crate::value::Level;

pub use edit::{Proposal, Violation, ViolationCode};

/// What this person may do to roles and to the people who hold them.
#[derive(Clone, Copy, Debug)]
pub struct Roles<'a> {
    snapshot: &'a Snapshot,
    /// The membership that is asked and its table; `None` where nothing is allowed.
    here: Option<(&'a Membership, &'a Table)>,
}

/// The person whose roles are to be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Target<'a> {
    /// The roles which that person holds now; none for somebody new. `None` where the application does
    /// not know them, and then nothing that depends on them is allowed.
    pub roles: Option<&'a [&'a str]>,
    /// Whether that person is the one who asks.
    pub is_self: bool,
}

impl<'a> Roles<'a> {
    pub(crate) fn new(
        snapshot: &'a Snapshot,
        here: Option<(&'a Membership, &'a Table)>,
    ) -> Roles<'a> {
        Roles { snapshot, here }
    }

    /// The roles this person may hand out to `target`: first the catalog's, then the tenant's own.
    #[must_use]
    pub fn assignable(&self, target: Target<'_>) -> Vec<&'a str> {
        let snapshot = self.snapshot;
        let ids = snapshot
            .role_positions(self.catalog())
            .filter_map(|role| snapshot.role(self.catalog(), role));
        ids.map(|role| role.id.as_str())
            .filter(|role| self.can_assign(role, target))
            .collect()
    }

    /// Whether this person may hand out or take away `role`, to or from `target`.
    ///
    /// A new role of the tenant is handed out only by somebody who may hand out everything in it to that
    /// target.
    #[must_use]
    pub fn can_assign(&self, role: &str, target: Target<'_>) -> bool {
        let Some((position, role)) = self.find(role) else {
            return false;
        };
        let rule = role.administration.assignable_by.as_ref();
        rule.is_some_and(|rule| self.holds(rule, Some(target)))
            && (self.is_of_catalog(position) || self.exceeding(&role.values, target).is_empty())
    }

    /// The permissions of which these values give more, on some record, than any catalog role that this
    /// person may hand out to that target.
    fn exceeding(&self, values: &Grants, target: Target<'_>) -> Vec<usize> {
        let catalog = self.catalog();
        let snapshot = self.snapshot;
        let of_catalog =
            (0..catalog.roles.len()).filter_map(|position| snapshot.role(catalog, position));
        let assignable: Vec<&Role> = of_catalog
            .filter(|role| {
                let rule = role.administration.assignable_by.as_ref();
                rule.is_some_and(|rule| self.holds(rule, Some(target)))
            })
            .collect();
        let exceeds = |position: usize, grant: Grant| {
            let Some(permission) = catalog.permissions.get(position) else {
                return true;
            };
            let record = catalog.record_of(permission);
            let there_can_be = record.map_or(Combinations::ALL, |record| {
                in_sight(snapshot, &Membership::anybody(), record)
            });
            let mut sets = RecordKind::sets(record);
            sets.any(|relations| {
                let given = |role: &&Role| {
                    role.values
                        .get(position)
                        .map_or(Level::Off, |grant| grant.on(relations))
                };
                let given = assignable.iter().map(given).max().unwrap_or_default();
                there_can_be.has(relations) && grant.on(relations) > given
            })
        };
        values
            .iter()
            .filter(|(position, grant)| exceeds(*position, **grant))
            .map(|(position, _)| position)
            .collect()
    }

    fn may_edit(&self, rule: Option<&AdminRule>) -> bool {
        rule.is_some_and(|rule| self.holds(rule, None))
    }

    /// Whether a rule holds for this person. Without a target nothing that is about one holds.
    fn holds(&self, rule: &AdminRule, target: Option<Target<'_>>) -> bool {
        let Some(membership) = self.here.map(|(membership, _)| membership) else {
            return false;
        };
        match rule {
            AdminRule::Any(parts) => parts.iter().any(|part| self.holds(part, target)),
            AdminRule::All(parts) => parts.iter().all(|part| self.holds(part, target)),
            AdminRule::Role(role) => membership.roles.contains(role),
            AdminRule::ToSelf => target.is_some_and(|target| target.is_self),
            AdminRule::Target(presence) => target
                .and_then(|target| target.roles)
                .is_some_and(|held| held.is_empty() == (*presence == Presence::New)),
            AdminRule::TargetRole { roles, new_roles } => {
                let listed = |id: &&str| {
                    let position = self.snapshot.role_position(self.catalog(), id);
                    position.is_some_and(|position| {
                        roles.contains(&position) || (*new_roles && !self.is_of_catalog(position))
                    })
                };
                target
                    .and_then(|target| target.roles)
                    .is_some_and(|held| held.iter().all(listed))
            }
            AdminRule::Permission(permission, level) => {
                let asked = self.catalog().permissions.get(*permission);
                let threshold = asked.and_then(|asked| Threshold::of(asked, *level));
                let cell = threshold.and_then(|threshold| {
                    self.here?.1.cell(*permission, threshold, RelationSet::NONE)
                });
                cell.is_some_and(|cell| cell.reason == Reason::Granted)
            }
        }
    }

    fn catalog(&self) -> &'a Catalog {
        &self.snapshot.catalog
    }

    fn find(&self, id: &str) -> Option<(usize, &'a Role)> {
        let position = self.snapshot.role_position(self.catalog(), id)?;
        Some((position, self.snapshot.role(self.catalog(), position)?))
    }

    fn is_of_catalog(&self, position: usize) -> bool {
        position < self.catalog().roles.len()
    }
}
