//! The full model: it reaches the same answer as the table, step by step for one record, and can say
//! what the answer would be if something were different.

use crate::catalog::{Catalog, Formula, Permission, RecordKind, RelationSet, Requirement};
use crate::collections::ByPosition;
use crate::gate::combinations::Combinations;
use crate::gate::facts::{Relationship, in_sight};
use crate::gate::threshold::Threshold;
use crate::reason::ReasonCode;
use crate::snapshot::{Membership, Snapshot};
use crate::value::Level;

/// One membership, and what is supposed to be different about it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Model<'a> {
    pub(crate) catalog: &'a Catalog,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) membership: &'a Membership,
    pub(crate) what_if: WhatIf<'a>,
}

/// A supposed difference: what the person would hold as well.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WhatIf<'a> {
    pub(crate) roles: &'a [usize],
    /// Permissions would have at least these stored values, whatever roles and layers say.
    pub(crate) values: Option<&'a ByPosition<Level>>,
}

/// What is known of one permission on one record.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PermissionState {
    /// The value after roles, layers and rule.
    pub(crate) value: Level,
    /// Whether all prerequisites are held.
    pub(crate) prerequisites: bool,
    /// Whether the customer is entitled to it and to every prerequisite.
    pub(crate) entitled: bool,
}

impl PermissionState {
    /// Whether the person holds that value and all prerequisites, whatever the customer has bought.
    pub(crate) fn holds(&self, level: Level) -> bool {
        self.value >= level && self.prerequisites
    }
}

impl<'a> Model<'a> {
    pub(crate) fn supposing(self, what_if: WhatIf<'a>) -> Model<'a> {
        Model { what_if, ..self }
    }

    /// The value that roles and layers give: the highest of the roles, unless a layer sets another.
    pub(crate) fn stored(&self, permission: usize, relations: RelationSet) -> Level {
        let WhatIf { roles, values } = self.what_if;
        let supposed = values.and_then(|values| values.get(permission));
        let layers = self.membership.layers.iter().rev();
        let nearest = layers
            .filter_map(|layer| layer.values.get(permission))
            .next();
        let held = nearest.copied().or_else(|| {
            let roles = self.membership.roles.iter().chain(roles);
            let grants = roles.filter_map(|role| {
                let role = self.snapshot.role(self.catalog, *role)?;
                role.values.get(permission)
            });
            grants.map(|grant| grant.on(relations)).max()
        });
        held.max(supposed.copied()).unwrap_or_default()
    }

    /// The state of a permission on a record to which the person has these relations.
    pub(crate) fn state(&self, permission: usize, relations: RelationSet) -> PermissionState {
        let scope = self.catalog.scope(permission);
        self.states(&scope, relations)
            .get(permission)
            .copied()
            .unwrap_or_default()
    }

    /// The states of the permissions of `scope`, in which each comes after those that it refers to.
    pub(crate) fn states(
        &self,
        scope: &[usize],
        relations: RelationSet,
    ) -> ByPosition<PermissionState> {
        let mut states: ByPosition<PermissionState> = ByPosition::default();
        for position in scope {
            let Some(permission) = self.catalog.permissions.get(*position) else {
                continue;
            };
            let value = match &permission.rule {
                None => self.stored(*position, relations),
                Some(rule) => evaluate(rule, permission, relations, &states),
            };
            let mut state = PermissionState {
                value,
                prerequisites: true,
                entitled: self.snapshot.entitles(permission),
            };
            for requirement in &permission.requires {
                let other = states
                    .get(requirement.permission)
                    .copied()
                    .unwrap_or_default();
                state.prerequisites &= other.holds(requirement.at_least);
                state.entitled &= other.entitled;
            }
            states.insert(*position, state);
        }
        states
    }

    /// The reason for the decision and the level held, on a record to which the person has this
    /// relationship.
    pub(crate) fn decide(
        &self,
        permission: usize,
        threshold: Threshold,
        relationship: Option<Relationship>,
    ) -> (ReasonCode, Level) {
        let Some(asked) = self.catalog.permissions.get(permission) else {
            return (ReasonCode::UnknownPermission, Level::Off);
        };
        let relations = match (asked.record, relationship) {
            (None, _) => RelationSet::NONE,
            (Some(_), None) => return (ReasonCode::RecordRequired, Level::Off),
            (Some(_), Some(relationship)) if relationship.filtered => {
                return (ReasonCode::Filtered, Level::Off);
            }
            (Some(_), Some(relationship)) => relationship.relations,
        };
        let state = self.state(permission, relations);
        let code = if state.value < threshold.level(asked) {
            self.lack_of_value(Requirement {
                permission,
                at_least: threshold.level(asked),
            })
        } else if !state.prerequisites {
            ReasonCode::Prerequisite
        } else if !state.entitled {
            ReasonCode::NotEntitled
        } else {
            ReasonCode::Granted
        };
        let level = if state.prerequisites && state.entitled {
            state.value
        } else {
            Level::Off
        };
        (code, level)
    }

    /// Why a permission has less than the required value on a record: it has the value on other records
    /// that pass the filters, or on none.
    pub(crate) fn lack_of_value(&self, requirement: Requirement) -> ReasonCode {
        let has_it = |state: PermissionState| state.value >= requirement.at_least;
        if self.on_some_record(requirement.permission, &has_it) {
            ReasonCode::Relation
        } else {
            ReasonCode::NotGranted
        }
    }

    /// Whether this holds for the state of a permission on some record that passes the filters.
    pub(crate) fn on_some_record(
        &self,
        permission: usize,
        is: &dyn Fn(PermissionState) -> bool,
    ) -> bool {
        let in_sight = self.in_sight(permission);
        RecordKind::sets(self.record(permission))
            .any(|relations| in_sight.has(relations) && is(self.state(permission, relations)))
    }

    /// On which records a question about a permission can be answered.
    pub(crate) fn in_sight(&self, permission: usize) -> Combinations {
        self.record(permission).map_or(Combinations::ALL, |record| {
            in_sight(self.snapshot, self.membership, record)
        })
    }

    /// The kind of record that a permission is about.
    pub(crate) fn record(&self, permission: usize) -> Option<&'a RecordKind> {
        let permission = self.catalog.permissions.get(permission)?;
        self.catalog.records.get(permission.record?)
    }
}

fn evaluate(
    rule: &Formula,
    of: &Permission,
    relations: RelationSet,
    states: &ByPosition<PermissionState>,
) -> Level {
    let value = |permission: &usize| {
        states
            .get(*permission)
            .map_or(Level::Off, |state| state.value)
    };
    let top_if = |holds: bool| if holds { of.values.top() } else { Level::Off };
    match rule {
        Formula::Any(parts) => parts
            .iter()
            .map(|part| evaluate(part, of, relations, states))
            .max()
            .unwrap_or_default(),
        Formula::All(parts) => parts
            .iter()
            .map(|part| evaluate(part, of, relations, states))
            .min()
            .unwrap_or_default(),
        Formula::Value(level) => *level,
        Formula::Relation(only) => top_if(only.intersects(relations)),
        Formula::Permission(other) => value(other),
        Formula::AtLeast(other, level) => top_if(value(other) >= *level),
    }
}
