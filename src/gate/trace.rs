//! What each role, layer, rule, prerequisite, filter and entitlement says to a question.

use crate::catalog::{Formula, RecordKind, RelationSet};
use crate::collections::ByPosition;
use crate::gate::answer::Step;
use crate::gate::facts::Relationship;
use crate::gate::model::{Model, PermissionState};
use crate::value::Level;

impl Model<'_> {
    /// What each source says about the permission, in the order in which they count.
    pub(crate) fn trace(&self, position: usize, relationship: Option<Relationship>) -> Vec<Step> {
        let Some(permission) = self.catalog.permissions.get(position) else {
            return Vec::new();
        };
        let relations = relationship.unwrap_or_default().relations;
        let kind = self.catalog.record_of(permission);
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
        if let Some(relationship) = relationship
            .filter(|_| permission.record.is_some() && !self.membership.filters.is_empty())
        {
            trace.push(Step::Filter {
                passes: !relationship.filtered,
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
        relations: RelationSet,
        kind: Option<&RecordKind>,
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
                only_if: kind
                    .zip(grant.only_if)
                    .map(|(kind, any)| kind.relations_of(any)),
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
        relations: RelationSet,
        kind: Option<&RecordKind>,
        states: &ByPosition<PermissionState>,
        trace: &mut Vec<Step>,
    ) {
        match rule {
            Formula::Any(parts) | Formula::All(parts) => {
                for part in parts {
                    self.trace_rule(part, relations, kind, states, trace);
                }
            }
            Formula::Value(_) => {}
            Formula::Relation(only) => {
                for relation in kind
                    .map(|kind| kind.relations_of(*only))
                    .unwrap_or_default()
                {
                    trace.push(Step::Relation {
                        relation,
                        holds: relations.intersects(*only),
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
