//! The full model: the same answer as the table, reached step by step for one record, and able to say
//! what it would be if something were different.

use crate::catalog::{Catalog, Formula, Permission, RecordKind, Relation, Requirement};
use crate::collections::ByPosition;
use crate::gate::cover::{Cover, combinations};
use crate::gate::standing::{Standing, in_sight};
use crate::gate::table::Demand;
use crate::reason::Reason;
use crate::snapshot::{Membership, Snapshot};
use crate::value::Level;

/// One membership as the model sees it, with what is supposed to be different.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Model<'a> {
    pub(crate) catalog: &'a Catalog,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) membership: &'a Membership,
    pub(crate) what_if: WhatIf<'a>,
}

/// A supposed difference: what the person holds as well.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WhatIf<'a> {
    pub(crate) roles: &'a [usize],
    /// Stored values, at least these, whatever roles and layers say.
    pub(crate) values: Option<&'a ByPosition<Level>>,
}

/// What is known of one permission on one record.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct State {
    /// The value after roles, layers and rule.
    pub(crate) value: Level,
    /// Whether all prerequisites are held.
    pub(crate) prerequisites: bool,
    /// Whether the customer has bought it, and every prerequisite.
    pub(crate) covered: bool,
}

impl State {
    /// Whether the person holds that value and what it needs, bought or not.
    pub(crate) fn holds(&self, level: Level) -> bool {
        self.value >= level && self.prerequisites
    }
}

impl<'a> Model<'a> {
    pub(crate) fn supposing(self, what_if: WhatIf<'a>) -> Model<'a> {
        Model { what_if, ..self }
    }

    /// The value a permission has without its rule: the highest of the roles, unless a layer is nearer.
    pub(crate) fn stored(&self, permission: usize, relations: u8) -> Level {
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

    /// The state of a permission on a record to which the person stands in `relations`.
    pub(crate) fn state(&self, permission: usize, relations: u8) -> State {
        let scope = self.catalog.scope(permission);
        self.states(&scope, relations)
            .get(permission)
            .copied()
            .unwrap_or_default()
    }

    /// The states of the permissions of `scope`, which stand after what they refer to.
    pub(crate) fn states(&self, scope: &[usize], relations: u8) -> ByPosition<State> {
        let mut states: ByPosition<State> = ByPosition::default();
        for position in scope {
            let Some(permission) = self.catalog.permissions.get(*position) else {
                continue;
            };
            let value = match &permission.rule {
                None => self.stored(*position, relations),
                Some(rule) => evaluate(rule, permission, relations, &states),
            };
            let mut state = State {
                value,
                prerequisites: true,
                covered: self.snapshot.covers(permission),
            };
            for requirement in &permission.requires {
                let other = states
                    .get(requirement.permission)
                    .copied()
                    .unwrap_or_default();
                state.prerequisites &= other.holds(requirement.at_least);
                state.covered &= other.covered;
            }
            states.insert(*position, state);
        }
        states
    }

    /// Why the demand is decided as it is, and the level held, on a record to which the person stands so.
    pub(crate) fn decide(
        &self,
        permission: usize,
        demand: Demand,
        standing: Option<Standing>,
    ) -> (Reason, Level) {
        let Some(asked) = self.catalog.permissions.get(permission) else {
            return (Reason::UnknownPermission, Level::Off);
        };
        let relations = match (asked.record, standing) {
            (None, _) => 0,
            (Some(_), None) => return (Reason::RecordRequired, Level::Off),
            (Some(_), Some(standing)) if standing.filtered => {
                return (Reason::Filtered, Level::Off);
            }
            (Some(_), Some(standing)) => standing.relations,
        };
        let state = self.state(permission, relations);
        let reason = if state.value < demand.level(asked) {
            self.lack_of_value(Requirement {
                permission,
                at_least: demand.level(asked),
            })
        } else if !state.prerequisites {
            Reason::Prerequisite
        } else if !state.covered {
            Reason::NotEntitled
        } else {
            Reason::Granted
        };
        let level = if state.prerequisites && state.covered {
            state.value
        } else {
            Level::Off
        };
        (reason, level)
    }

    /// Why a permission has less than that value on a record: because it has it on others that there
    /// can be in the person's sight, or on none.
    pub(crate) fn lack_of_value(&self, demand: Requirement) -> Reason {
        let has_it = |state: State| state.value >= demand.at_least;
        if self.on_some_record(demand.permission, has_it) {
            Reason::Relation
        } else {
            Reason::NotGranted
        }
    }

    /// Whether the state of a permission is such on some record that there can be in the person's sight.
    pub(crate) fn on_some_record(&self, permission: usize, is: impl Fn(State) -> bool) -> bool {
        let in_sight = self.in_sight(permission);
        combinations(self.kind(permission))
            .any(|relations| in_sight.has(relations) && is(self.state(permission, relations)))
    }

    /// On which records a permission can be asked about.
    pub(crate) fn in_sight(&self, permission: usize) -> Cover {
        self.record(permission).map_or(Cover::ALL, |record| {
            in_sight(self.snapshot, self.membership, record)
        })
    }

    /// The relations of a permission's record kind; none without one.
    pub(crate) fn kind(&self, permission: usize) -> &'a [Relation] {
        let record = self.record(permission);
        record.map_or(&[], |record| &record.relations)
    }

    pub(crate) fn record(&self, permission: usize) -> Option<&'a RecordKind> {
        let permission = self.catalog.permissions.get(permission)?;
        self.catalog.records.get(permission.record?)
    }
}

fn evaluate(rule: &Formula, of: &Permission, relations: u8, states: &ByPosition<State>) -> Level {
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
        Formula::Relation(bit) => top_if(relations & bit != 0),
        Formula::Permission(other) => value(other),
        Formula::AtLeast(other, level) => top_if(value(other) >= *level),
    }
}
