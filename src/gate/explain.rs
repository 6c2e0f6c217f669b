//! Why a decision is what it is, and what would change it, from the full model.

use crate::catalog::{Formula, Relation, Requirement};
use crate::collections::ByPosition;
use crate::gate::changes::Search;
use crate::gate::cover::relations_of;
use crate::gate::decision::{Change, Missing, Step};
use crate::gate::model::{Model, State};
use crate::gate::standing::Standing;
use crate::gate::table::Demand;
use crate::reason::Reason;
use crate::value::Level;

impl Model<'_> {
    /// Every reason for which the demand is denied, in order of precedence, each with the smallest
    /// changes that would remove it.
    pub(crate) fn missing(
        &self,
        permission: usize,
        demand: Demand,
        standing: Option<Standing>,
    ) -> Vec<Missing> {
        let Some(permission_asked) = self.catalog.permissions.get(permission) else {
            return Vec::new();
        };
        let asked = Requirement {
            permission,
            at_least: demand.level(permission_asked),
        };
        let standing = match (self.record(permission), standing) {
            (None, _) => Standing::default(),
            (Some(record), None) => {
                let helps = |state: State| state.holds(asked.at_least) && state.covered;
                let record = Change::Record(record.id.clone());
                let change = self.on_some_record(permission, helps).then_some(record);
                return vec![plain(Reason::RecordRequired, change.into_iter().collect())];
            }
            (Some(_), Some(standing)) => standing,
        };
        let mut missing = Vec::new();
        if standing.filtered {
            // Filters only add up: nothing that the person could be given lifts one.
            missing.push(plain(Reason::Filtered, Vec::new()));
        }
        let search = Search::new(*self, asked, standing.relations);
        let states = self.states(&self.catalog.scope(permission), standing.relations);
        missing.extend(self.not_held(asked, &states, &search.lacking()));
        if !states.get(permission).is_some_and(|state| state.covered) {
            missing.push(plain(Reason::NotEntitled, search.entitlements()));
        }
        missing
    }

    /// What is missing before a demand holds, bought or not; `lacking` says what would change a value.
    fn not_held(
        &self,
        demand: Requirement,
        states: &ByPosition<State>,
        lacking: &[(Requirement, Vec<Change>)],
    ) -> Vec<Missing> {
        let Some(permission) = self.catalog.permissions.get(demand.permission) else {
            return Vec::new();
        };
        let lack = lacking.iter().find(|(lack, _)| *lack == demand);
        let lack = lack.map(|(_, changes)| plain(self.lack_of_value(demand), changes.clone()));
        let mut missing: Vec<Missing> = lack.into_iter().collect();
        for requirement in &permission.requires {
            let held = states
                .get(requirement.permission)
                .is_some_and(|state| state.holds(requirement.at_least));
            if let Some(other) = self.catalog.permissions.get(requirement.permission)
                && !held
            {
                missing.push(Missing {
                    reason: Reason::Prerequisite,
                    prerequisite: Some((other.id.clone(), requirement.at_least)),
                    missing: self.not_held(*requirement, states, lacking),
                    changes: Vec::new(),
                });
            }
        }
        missing
    }

    /// What each source says about the permission, in the order in which they are heard.
    pub(crate) fn trace(&self, position: usize, standing: Option<Standing>) -> Vec<Step> {
        let Some(permission) = self.catalog.permissions.get(position) else {
            return Vec::new();
        };
        let relations = standing.map_or(0, |standing| standing.relations);
        let kind = self.catalog.relations(permission);
        let states = self.states(&self.catalog.scope(position), relations);
        let mut trace = Vec::new();
        match &permission.rule {
            None => self.trace_stored(position, relations, kind, &mut trace),
            Some(rule) => self.trace_rule(rule, relations, kind, &states, &mut trace),
        }
        let state = states.get(position).copied().unwrap_or_default();
        trace.push(Step::Value { value: state.value });
        for requirement in &permission.requires {
            if let Some(other) = self.catalog.permissions.get(requirement.permission) {
                let state = states
                    .get(requirement.permission)
                    .copied()
                    .unwrap_or_default();
                trace.push(Step::Prerequisite {
                    permission: other.id.clone(),
                    at_least: requirement.at_least,
                    holds: state.holds(requirement.at_least),
                });
            }
        }
        if let Some(standing) =
            standing.filter(|_| permission.record.is_some() && !self.membership.filters.is_empty())
        {
            trace.push(Step::Filter {
                passes: !standing.filtered,
            });
        }
        for any in &permission.needs {
            let id =
                |entitlement: &usize| Some(self.catalog.entitlements.get(*entitlement)?.id.clone());
            trace.push(Step::Entitlement {
                any_of: any.iter().filter_map(id).collect(),
                holds: any
                    .iter()
                    .any(|entitlement| self.snapshot.entitlements.get(*entitlement) == Some(&true)),
            });
        }
        trace
    }

    fn trace_stored(
        &self,
        position: usize,
        relations: u8,
        kind: &[Relation],
        trace: &mut Vec<Step>,
    ) {
        for role in self
            .membership
            .roles
            .iter()
            .filter_map(|role| self.snapshot.role(self.catalog, *role))
        {
            let grant = role.values.get(position).copied().unwrap_or_default();
            trace.push(Step::Role {
                role: role.id.clone(),
                value: grant.on(relations),
                only_if: grant.only_if.map(|bits| relations_of(kind, bits)),
            });
        }
        let nearest = self
            .membership
            .layers
            .iter()
            .rev()
            .find(|layer| layer.values.get(position).is_some());
        for layer in &self.membership.layers {
            if let Some(value) = layer.values.get(position) {
                trace.push(Step::Layer {
                    from: layer.from,
                    id: layer.id.clone(),
                    value: *value,
                    wins: nearest.is_some_and(|nearest| nearest.from == layer.from),
                });
            }
        }
    }

    fn trace_rule(
        &self,
        rule: &Formula,
        relations: u8,
        kind: &[Relation],
        states: &ByPosition<State>,
        trace: &mut Vec<Step>,
    ) {
        match rule {
            Formula::Any(parts) | Formula::All(parts) => {
                for part in parts {
                    self.trace_rule(part, relations, kind, states, trace);
                }
            }
            Formula::Value(_) => {}
            Formula::Relation(bit) => {
                if let [relation] = relations_of(kind, *bit)[..] {
                    trace.push(Step::Relation {
                        relation,
                        holds: relations & bit != 0,
                    });
                }
            }
            Formula::Permission(other) | Formula::AtLeast(other, _) => {
                if let Some(permission) = self.catalog.permissions.get(*other) {
                    let value = states.get(*other).map_or(Level::Off, |state| state.value);
                    trace.push(Step::Part {
                        permission: permission.id.clone(),
                        value,
                    });
                }
            }
        }
    }
}

fn plain(reason: Reason, changes: Vec<Change>) -> Missing {
    Missing {
        reason,
        prerequisite: None,
        missing: Vec::new(),
        changes,
    }
}
