//! Why a decision is what it is, and what would change it, from the full model.

use crate::catalog::{Formula, Permission, Reason, Relation};
use crate::collections::ByPosition;
use crate::gate::cover::{Cover, combinations};
use crate::gate::decision::{Change, Missing, Step};
use crate::gate::model::{Model, WhatIf};
use crate::gate::standing::Standing;
use crate::gate::table::Demand;
use crate::value::Level;

/// How many alternative sets of entitlements are listed at most.
const ENTITLEMENT_SETS: usize = 16;

impl Model<'_> {
    /// Every reason for which the demand is denied, in order of precedence, each with the smallest
    /// changes that would remove it.
    pub(crate) fn missing(
        &self,
        permission: usize,
        demand: Demand,
        standing: Option<Standing>,
    ) -> Vec<Missing> {
        let Some(asked) = self.catalog.permissions.get(permission) else {
            return Vec::new();
        };
        let standing = match (asked.record, standing) {
            (None, _) => Standing::default(),
            (Some(record), None) => {
                let kind = self
                    .catalog
                    .records
                    .get(record)
                    .map(|record| Change::Record(record.id.clone()));
                return vec![plain(Reason::RecordRequired, kind.into_iter().collect())];
            }
            (Some(_), Some(standing)) => standing,
        };
        let mut missing = Vec::new();
        if standing.filtered {
            // Filters only add up: nothing that the person could be given lifts one.
            missing.push(plain(Reason::Filtered, Vec::new()));
        }
        missing.extend(self.not_held(permission, demand.level(asked), standing.relations));
        if !self.state(permission, standing.relations).covered {
            missing.push(plain(
                Reason::NotEntitled,
                self.entitlement_changes(permission),
            ));
        }
        missing
    }

    /// What is missing before the person holds a permission at that level, bought or not.
    fn not_held(&self, position: usize, level: Level, relations: u8) -> Vec<Missing> {
        let Some(permission) = self.catalog.permissions.get(position) else {
            return Vec::new();
        };
        let scope = self.catalog.scope(position);
        let states = self.states(&scope, relations);
        let mut missing = Vec::new();
        if states.get(position).is_none_or(|state| state.value < level) {
            let reason = self.lack_of_value(position, permission, level);
            missing.push(plain(
                reason,
                self.value_changes(position, permission, level, relations),
            ));
        }
        for requirement in &permission.requires {
            let Some(other) = self.catalog.permissions.get(requirement.permission) else {
                continue;
            };
            if states
                .get(requirement.permission)
                .is_none_or(|state| !state.holds(requirement.at_least))
            {
                missing.push(Missing {
                    reason: Reason::Prerequisite,
                    prerequisite: Some((other.id.clone(), requirement.at_least)),
                    missing: self.not_held(requirement.permission, requirement.at_least, relations),
                    changes: Vec::new(),
                });
            }
        }
        missing
    }

    /// The smallest changes after which a permission has that value: one more role, other values, or
    /// more relations to the record.
    fn value_changes(
        &self,
        position: usize,
        permission: &Permission,
        level: Level,
        relations: u8,
    ) -> Vec<Change> {
        let reaches = |model: Model<'_>, relations| model.state(position, relations).value >= level;
        let mut changes = Vec::new();
        for role in self.snapshot.role_positions(self.catalog) {
            if !self.membership.roles.contains(&role)
                && reaches(self.supposing(WhatIf::Role(role)), relations)
                && let Some(role) = self.snapshot.role(self.catalog, role)
            {
                changes.push(Change::Role(role.id.clone()));
            }
        }
        let kind = self.catalog.relations(permission);
        let named = |values: ByPosition<Level>, more| Change::Values {
            values: values
                .iter()
                .filter_map(|(position, level)| {
                    Some((self.catalog.permissions.get(position)?.id.clone(), *level))
                })
                .collect(),
            relations: relations_of(kind, more),
        };
        for values in self.smallest_values(position, permission, level, relations) {
            changes.push(named(values, 0));
        }
        for more in smallest_relations(kind, relations, |bits| reaches(*self, bits)) {
            changes.push(Change::Relations(relations_of(kind, more)));
        }
        if changes.is_empty() {
            // Neither is enough alone: the rule asks for values and relations at once.
            let highest = self.highest_parts(position);
            let raised = self.supposing(WhatIf::Values(&highest));
            for more in smallest_relations(kind, relations, |bits| reaches(raised, bits)) {
                for values in self.smallest_values(position, permission, level, relations | more) {
                    changes.push(named(values, more));
                }
            }
        }
        changes
    }

    /// The smallest sets of stored values after which a permission has that value.
    fn smallest_values(
        &self,
        position: usize,
        permission: &Permission,
        level: Level,
        relations: u8,
    ) -> Vec<ByPosition<Level>> {
        if permission.rule.is_none() {
            return vec![ByPosition::of(position, level)];
        }
        let reaches = |values: &ByPosition<Level>| {
            self.supposing(WhatIf::Values(values))
                .state(position, relations)
                .value
                >= level
        };
        let parts = self.stored_parts(position);
        let mut single = Vec::new();
        for (part, levels) in &parts {
            let least = levels
                .iter()
                .map(|level| ByPosition::of(*part, *level))
                .find(|values| reaches(values));
            single.extend(least);
        }
        if !single.is_empty() {
            return single;
        }
        // No single value is enough: raise all, then take back what was not needed.
        let mut values = self.highest_parts(position);
        if !reaches(&values) {
            return Vec::new();
        }
        for (part, levels) in &parts {
            let raised = values.remove(*part);
            if reaches(&values) {
                continue;
            }
            for level in levels.iter().copied().chain(raised) {
                values.insert(*part, level);
                if reaches(&values) {
                    break;
                }
            }
        }
        vec![values]
    }

    /// The stored permissions on which a derived one depends, each at its top.
    fn highest_parts(&self, position: usize) -> ByPosition<Level> {
        let parts = self.stored_parts(position).into_iter();
        parts
            .filter_map(|(part, levels)| Some((part, *levels.last()?)))
            .collect()
    }

    /// The stored permissions on which a derived one depends, each with its values above `off`.
    fn stored_parts(&self, position: usize) -> Vec<(usize, Vec<Level>)> {
        let mut parts = ByPosition::default();
        let mut open = vec![position];
        let mut seen = Vec::new();
        while let Some(position) = open.pop() {
            if seen.contains(&position) {
                continue;
            }
            seen.push(position);
            let Some(permission) = self.catalog.permissions.get(position) else {
                continue;
            };
            match &permission.rule {
                Some(rule) => rule.permissions(&mut open),
                None => {
                    let levels = permission
                        .values
                        .all()
                        .iter()
                        .copied()
                        .filter(|level| *level > Level::Off);
                    parts.insert(position, levels.collect());
                }
            }
        }
        parts.into_iter().collect()
    }

    /// The sets of entitlements each of which would cover the permission and its prerequisites.
    fn entitlement_changes(&self, permission: usize) -> Vec<Change> {
        let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
        for position in self.prerequisites_of(permission) {
            let Some(permission) = self.catalog.permissions.get(position) else {
                continue;
            };
            for any in &permission.needs {
                if any
                    .iter()
                    .any(|entitlement| self.snapshot.entitlements.get(*entitlement) == Some(&true))
                {
                    continue;
                }
                let mut wider: Vec<Vec<usize>> = Vec::new();
                for set in &sets {
                    let covered = self.catalog.with_included(set.iter().copied());
                    let covers = |entitlement: &usize| covered.get(*entitlement) == Some(&true);
                    if any.iter().any(covers) {
                        wider.push(set.clone());
                        continue;
                    }
                    for entitlement in any {
                        wider.push(set.iter().copied().chain([*entitlement]).collect());
                    }
                }
                wider.truncate(ENTITLEMENT_SETS);
                sets = wider;
            }
        }
        let id = |position: usize| Some(self.catalog.entitlements.get(position)?.id.clone());
        sets.into_iter()
            .map(|set| Change::Entitlements(set.into_iter().filter_map(id).collect()))
            .collect()
    }

    /// A permission and everything it requires, directly or not.
    fn prerequisites_of(&self, permission: usize) -> Vec<usize> {
        let mut all = Vec::new();
        let mut open = vec![permission];
        while let Some(position) = open.pop() {
            if let Some(permission) = self.catalog.permissions.get(position)
                && !all.contains(&position)
            {
                all.push(position);
                let required = permission.requires.iter();
                open.extend(required.map(|requirement| requirement.permission));
            }
        }
        all
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
        states: &ByPosition<crate::gate::model::State>,
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

/// The smallest sets of further relations with which `reaches` holds; such as there can be on one
/// record, if there are any.
fn smallest_relations(kind: &[Relation], held: u8, reaches: impl Fn(u8) -> bool) -> Vec<u8> {
    let mut further: Vec<u8> = combinations(kind)
        .filter(|bits| bits & held == 0 && reaches(bits | held))
        .collect();
    let consistent = Cover::consistent(kind);
    let possible: Vec<u8> = further
        .iter()
        .copied()
        .filter(|bits| consistent.has(bits | held))
        .collect();
    if !possible.is_empty() {
        further = possible;
    }
    let smallest = |bits: &u8| {
        !further
            .iter()
            .any(|other| other != bits && other & bits == *other)
    };
    further
        .iter()
        .copied()
        .filter(|bits| smallest(bits))
        .collect()
}

fn relations_of(kind: &[Relation], bits: u8) -> Vec<Relation> {
    let holds = |bit: usize| bits & 1_u8.wrapping_shl(bit as u32) != 0;
    kind.iter()
        .enumerate()
        .filter(|(bit, _)| holds(*bit))
        .map(|(_, relation)| *relation)
        .collect()
}
