//! Role administration: who may edit a role, and who may hand it out.

mod edit;

use crate::catalog::{AdminRule, Catalog, Grant, Grants, Presence, RecordKind, RelationSet, Role};
use crate::gate::combinations::Combinations;
use crate::gate::facts::in_sight;
use crate::gate::table::Table;
use crate::gate::threshold::Threshold;
use crate::reason::ReasonCode;
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

/// Whose roles are to be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assignment<'a> {
    /// The roles that the person holds now; none for somebody new. `None` if the application does not
    /// know them: then nothing that depends on them is allowed.
    pub target: Option<&'a [&'a str]>,
    /// Whether the person is the one who asks.
    pub is_self: bool,
}

impl<'a> Roles<'a> {
    pub(crate) fn new(
        snapshot: &'a Snapshot,
        here: Option<(&'a Membership, &'a Table)>,
    ) -> Roles<'a> {
        Roles { snapshot, here }
    }

    /// The roles that this person may hand out in this assignment: first the catalog's, then the tenant's own.
    #[must_use]
    pub fn assignable(&self, assignment: Assignment<'_>) -> Vec<&'a str> {
        let snapshot = self.snapshot;
        let ids = snapshot
            .role_positions(self.catalog())
            .filter_map(|role| snapshot.role(self.catalog(), role));
        ids.map(|role| role.id.as_str())
            .filter(|role| self.can_assign(role, assignment))
            .collect()
    }

    /// Whether this person may hand out or take away `role` in this assignment.
    ///
    /// Only somebody who may hand out everything in a new role of the tenant may hand out that role.
    #[must_use]
    pub fn can_assign(&self, role: &str, assignment: Assignment<'_>) -> bool {
        let Some((position, role)) = self.find(role) else {
            return false;
        };
        let rule = role.administration.assignable_by.as_ref();
        rule.is_some_and(|rule| self.holds(rule, Some(assignment)))
            && (self.is_of_catalog(position) || self.exceeding(&role.values, assignment).is_empty())
    }

    /// The permissions of which these values give more, on some record, than every catalog role that this
    /// person may hand out in this assignment.
    fn exceeding(&self, values: &Grants, assignment: Assignment<'_>) -> Vec<usize> {
        let catalog = self.catalog();
        let snapshot = self.snapshot;
        let of_catalog =
            (0..catalog.roles.len()).filter_map(|position| snapshot.role(catalog, position));
        let assignable: Vec<&Role> = of_catalog
            .filter(|role| {
                let rule = role.administration.assignable_by.as_ref();
                rule.is_some_and(|rule| self.holds(rule, Some(assignment)))
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

    /// Whether a rule holds for this person. Without an assignment, nothing that is about the target holds.
    fn holds(&self, rule: &AdminRule, assignment: Option<Assignment<'_>>) -> bool {
        let Some(membership) = self.here.map(|(membership, _)| membership) else {
            return false;
        };
        match rule {
            AdminRule::Any(parts) => parts.iter().any(|part| self.holds(part, assignment)),
            AdminRule::All(parts) => parts.iter().all(|part| self.holds(part, assignment)),
            AdminRule::Role(role) => membership.roles.contains(role),
            AdminRule::ToSelf => assignment.is_some_and(|assignment| assignment.is_self),
            AdminRule::Target(presence) => assignment
                .and_then(|assignment| assignment.target)
                .is_some_and(|held| held.is_empty() == (*presence == Presence::New)),
            AdminRule::TargetRole { roles, new_roles } => {
                let listed = |id: &&str| {
                    let position = self.snapshot.role_position(self.catalog(), id);
                    position.is_some_and(|position| {
                        roles.contains(&position) || (*new_roles && !self.is_of_catalog(position))
                    })
                };
                assignment
                    .and_then(|assignment| assignment.target)
                    .is_some_and(|held| held.iter().all(listed))
            }
            AdminRule::Permission(permission, level) => {
                let asked = self.catalog().permissions.get(*permission);
                let threshold = asked.and_then(|asked| Threshold::of(asked, *level));
                let cell = threshold.and_then(|threshold| {
                    self.here?.1.cell(*permission, threshold, RelationSet::NONE)
                });
                cell.is_some_and(|cell| cell.code == ReasonCode::Granted)
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
