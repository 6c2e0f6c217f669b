//! What would turn a denial into an allow: the smallest changes that can be made together.

use crate::catalog::{Grant, LayerKind, Relation, Requirement, missing_need};
use crate::collections::ByPosition;
use crate::gate::cover::{combinations, relations_of};
use crate::gate::decision::Change;
use crate::gate::model::{Model, State, WhatIf};
use crate::snapshot::Layer;
use crate::value::Level;

/// How many alternative sets of entitlements are listed at most.
const ENTITLEMENT_SETS: usize = 16;

/// A search for what would change one denied answer.
///
/// A change removes the reason that it is listed for, and ends nothing that the question has already.
/// More roles, values and relations end nothing, with one exception: a record that is assigned is no
/// longer unassigned, and the other way round. Where several things are lacking, the changes for all of
/// them keep to one side of that, so that each goes with each.
///
/// A lack costs at most so many looks at the model, twice: relations × (1 + 2 × (roles + values)), with
/// the 96 combinations of relations that a record can have, every role and every value that it asks for.
pub(crate) struct Search<'a> {
    model: Model<'a>,
    kind: &'a [Relation],
    /// The relations in which the person stands to the record.
    relations: u8,
    /// Those in which they could stand as well: none, then the fewest first.
    further: Vec<u8>,
    /// The permissions on which the answer depends.
    scope: Vec<usize>,
    /// What must have a value: the permission asked about, and all its prerequisites.
    demands: Vec<Requirement>,
    /// Those of them that lack it.
    lacks: Vec<Requirement>,
    /// Whether several changes are to be made together.
    several: bool,
    /// Where several things are lacking: the stored permissions on which the whole answer depends, and
    /// what is asked of them.
    parts: Vec<Requirement>,
}

/// What would be different.
#[derive(Clone, Default)]
struct Supposed {
    roles: Vec<usize>,
    values: ByPosition<Level>,
    /// Further relations.
    relations: u8,
}

/// A lack, and what a change may take to remove it.
struct Lack {
    of: Requirement,
    /// The relations that may be gained, where several changes are to be made together.
    gains: Option<u8>,
    /// The roles that the person does not hold.
    roles: Vec<usize>,
    /// The stored permissions that could help, each with the values that could, in ascending order.
    values: ByPosition<Vec<Level>>,
}

impl<'a> Search<'a> {
    pub(crate) fn new(model: Model<'a>, asked: Requirement, relations: u8) -> Search<'a> {
        let demands = model.demands(asked);
        let scope = model.catalog.scope(asked.permission);
        let states = model.states(&scope, relations);
        let mut lacks = demands.clone();
        lacks.retain(|demand| !has_value(&states, *demand));
        let permissions = demands
            .iter()
            .filter_map(|demand| model.catalog.permissions.get(demand.permission));
        let links: usize = permissions
            .map(|permission| permission.requires.len())
            .sum();
        // With more links than prerequisites, one of these is explained in two places.
        let is_tree = links < demands.len();
        let parts = if lacks.len() > 1 {
            model.stored_parts(demands.clone())
        } else {
            Vec::new()
        };
        let kind = model.kind(asked.permission);
        let mut search = Search {
            model,
            kind,
            relations,
            further: Vec::new(),
            scope,
            demands,
            several: lacks.len() > 1 || !is_tree,
            lacks,
            parts,
        };
        let in_sight = model.in_sight(asked.permission);
        let further = |there: u8| {
            let further = there & !relations;
            let is_reached = (relations & !search.ended_by(further)) | further == there;
            (further != 0 && is_reached && in_sight.has(there)).then_some(further)
        };
        let mut all: Vec<u8> = combinations(kind).filter_map(further).chain([0]).collect();
        all.sort_by_key(|bits| bits.count_ones());
        search.further = all;
        search
    }

    /// Everything that lacks its value, with the changes that would give it one. There are none where
    /// nothing would, or nothing that goes with the changes for the rest.
    pub(crate) fn lacking(&self) -> Vec<(Requirement, Vec<Change>)> {
        let changes = |gains| {
            let of = |lack: &Requirement| (*lack, self.changes(*lack, gains));
            self.lacks.iter().map(of).collect::<Vec<_>>()
        };
        if !self.several {
            return changes(None);
        }
        let (assigned, unassigned) = self.sides();
        let mut sides = [!unassigned, !assigned];
        if self.relations & unassigned != 0 {
            sides.reverse(); // First what ends nothing.
        }
        let [near, far] = sides.map(|gains| changes(Some(gains)));
        let out_of_reach = |all: &[(Requirement, Vec<Change>)]| {
            let none = all.iter().filter(|(_, changes)| changes.is_empty());
            none.count()
        };
        if out_of_reach(&far) < out_of_reach(&near) {
            far
        } else {
            near
        }
    }

    /// The relations of a record that is assigned, and those of one that is not.
    fn sides(&self) -> (u8, u8) {
        let bits = |sought: &[Relation]| {
            let relations = self.kind.iter().enumerate();
            let found = relations.filter(|(_, relation)| sought.contains(relation));
            found.fold(0, |bits, (bit, _)| bits | 1_u8.wrapping_shl(bit as u32))
        };
        (
            bits(&[Relation::Assigned, Relation::Mine]),
            bits(&[Relation::Unassigned]),
        )
    }

    /// The relations that end where these begin.
    fn ended_by(&self, further: u8) -> u8 {
        let (assigned, unassigned) = self.sides();
        let ended = |bits: u8, by: u8| if further & by == 0 { 0 } else { bits };
        ended(assigned, unassigned) | ended(unassigned, assigned)
    }

    /// The smallest changes that remove a lack: one more role, other values, more relations. Where none
    /// of these is enough alone, values and relations at once; where these are not, roles as well.
    fn changes(&self, of: Requirement, gains: Option<u8>) -> Vec<Change> {
        let lack = Lack {
            of,
            gains,
            roles: self.model.roles_not_held(),
            values: self.values(of),
        };
        let relations = |relations| Supposed {
            relations,
            ..Supposed::default()
        };
        let mut found = self.roles_with(&lack, 0);
        found.extend(self.values_with(&lack, 0));
        found.extend(self.smallest_relations(&lack, relations));
        if found.is_empty() {
            let values = |relations| lack.highest_values(relations);
            for highest in self.smallest_relations(&lack, values) {
                found.extend(self.values_with(&lack, highest.relations));
            }
        }
        if found.is_empty() {
            let everything = |relations| Supposed {
                roles: lack.roles.clone(),
                ..lack.highest_values(relations)
            };
            for all in self.smallest_relations(&lack, everything) {
                let single = self.roles_with(&lack, all.relations);
                if single.is_empty() {
                    found.push(self.least(&lack, all));
                }
                found.extend(single);
            }
        }
        let named = |supposed| self.named(supposed);
        found.into_iter().map(named).collect()
    }

    /// The roles any of which removes the lack once these relations hold.
    fn roles_with(&self, lack: &Lack, relations: u8) -> Vec<Supposed> {
        let role = |role: &usize| Supposed {
            roles: vec![*role],
            relations,
            ..Supposed::default()
        };
        let all = lack.roles.iter().map(role);
        all.filter(|role| self.removes(lack, role)).collect()
    }

    /// The values that remove the lack once these relations hold: each that is enough alone, or one set.
    fn values_with(&self, lack: &Lack, relations: u8) -> Vec<Supposed> {
        let least_of = |(position, levels): (usize, &Vec<Level>)| {
            let value = |level: &Level| Supposed {
                values: ByPosition::of(position, *level),
                relations,
                ..Supposed::default()
            };
            let mut values = levels.iter().map(value);
            values.find(|value| self.removes(lack, value))
        };
        let mut found: Vec<Supposed> = lack.values.iter().filter_map(least_of).collect();
        let highest = lack.highest_values(relations);
        if found.is_empty() && self.removes(lack, &highest) {
            found.push(self.least(lack, highest));
        }
        found
    }

    /// The smallest sets of further relations with which the lack is removed.
    fn smallest_relations(&self, lack: &Lack, supposed: impl Fn(u8) -> Supposed) -> Vec<Supposed> {
        let mut smallest: Vec<Supposed> = Vec::new();
        for further in self.further.iter().copied() {
            let larger = |other: &Supposed| other.relations & further == other.relations;
            let supposed = supposed(further);
            if !smallest.iter().any(larger) && self.removes(lack, &supposed) {
                smallest.push(supposed);
            }
        }
        smallest
    }

    /// What is left when everything is taken back that is not needed to remove the lack.
    fn least(&self, lack: &Lack, mut all: Supposed) -> Supposed {
        for role in all.roles.clone() {
            let mut without = all.clone();
            without.roles.retain(|other| *other != role);
            if self.removes(lack, &without) {
                all = without;
            }
        }
        for (position, levels) in lack.values.iter() {
            all.values.remove(position);
            for level in levels {
                if self.removes(lack, &all) {
                    break;
                }
                all.values.insert(position, *level);
            }
        }
        all
    }

    /// Whether the lack is removed, and nothing new is lacking.
    fn removes(&self, lack: &Lack, supposed: &Supposed) -> bool {
        let further = supposed.relations;
        if lack.gains.is_some_and(|gains| further & !gains != 0) {
            return false;
        }
        // Other changes may end what this one does not.
        let ended = self.ended_by(lack.gains.unwrap_or(further));
        let what_if = WhatIf {
            roles: &supposed.roles,
            values: Some(&supposed.values),
        };
        let states = self
            .model
            .supposing(what_if)
            .states(&self.scope, (self.relations & !ended) | further);
        let ends_nothing = self.relations & self.ended_by(further) == 0;
        let still_lacks = |demand: &Requirement| self.lacks.contains(demand);
        let holds = |demand: &Requirement| still_lacks(demand) || has_value(&states, *demand);
        has_value(&states, lack.of) && (ends_nothing || self.demands.iter().all(holds))
    }

    /// The stored permissions that something follows from, each with the values that could help.
    fn values(&self, of: Requirement) -> ByPosition<Vec<Level>> {
        let mut values: ByPosition<Vec<Level>> = ByPosition::default();
        for part in self.model.stored_parts(vec![of]) {
            // What is set for one lack must not be less than another asks for.
            let parts = self.parts.iter();
            let same = parts.filter(|other| other.permission == part.permission);
            let highest = same.map(|other| other.at_least).max();
            let least = |wanted| self.model.least_settable(part.permission, wanted);
            let level = highest.and_then(least).or_else(|| least(part.at_least));
            let Some(level) = level else { continue };
            let mut levels = values.remove(part.permission).unwrap_or_default();
            if !levels.contains(&level) {
                levels.push(level);
                levels.sort_unstable();
            }
            values.insert(part.permission, levels);
        }
        values
    }

    fn named(&self, supposed: Supposed) -> Change {
        let Model {
            catalog, snapshot, ..
        } = self.model;
        let role = |role: usize| Some(Change::Role(snapshot.role(catalog, role)?.id.clone()));
        let value =
            |(position, level)| Some((catalog.permissions.get(position)?.id.clone(), level));
        let mut changes: Vec<Change> = supposed.roles.into_iter().filter_map(role).collect();
        let values: Vec<(String, Level)> = supposed.values.into_iter().filter_map(value).collect();
        let mut relations = relations_of(self.kind, supposed.relations);
        let all = relations.clone();
        relations.retain(|relation| match relation {
            Relation::Assigned => !all.contains(&Relation::Mine),
            Relation::Shared => !all.contains(&Relation::SharedEdit),
            _ => true,
        });
        if !values.is_empty() {
            changes.push(Change::Values { values, relations });
        } else if !relations.is_empty() {
            changes.push(Change::Relations(relations));
        }
        match (changes.pop(), changes.is_empty()) {
            (Some(only), true) => only,
            (last, _) => Change::Together(changes.into_iter().chain(last).collect()),
        }
    }

    /// The smallest sets of entitlements each of which would cover the permission and its prerequisites.
    pub(crate) fn entitlements(&self) -> Vec<Change> {
        let Model {
            catalog, snapshot, ..
        } = self.model;
        let permissions = self.demands.iter();
        let permissions = permissions.filter_map(|one| catalog.permissions.get(one.permission));
        let needs: Vec<Vec<usize>> = permissions
            .flat_map(|permission| permission.needs.iter().cloned())
            .collect();
        let held = snapshot.entitlements.iter().enumerate();
        let held: Vec<usize> = held
            .filter(|(_, held)| **held)
            .map(|(one, _)| one)
            .collect();
        let unmet = |set: &[usize]| {
            let all = catalog.with_included(held.iter().chain(set).copied());
            missing_need(&needs, &all)
        };
        let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
        while sets.iter().any(|set| unmet(set).is_some()) {
            let wider = sets.iter().flat_map(|set| {
                let with = |more: &usize| set.iter().copied().chain([*more]).collect();
                match unmet(set) {
                    None => vec![set.clone()],
                    Some(any) => any.iter().map(with).collect(),
                }
            });
            sets = wider.take(ENTITLEMENT_SETS).collect();
        }
        let mut smallest: Vec<Vec<usize>> = Vec::new();
        for mut set in sets {
            for entitlement in set.clone() {
                let mut without = set.clone();
                without.retain(|other| *other != entitlement);
                if unmet(&without).is_none() {
                    set = without;
                }
            }
            let same =
                |other: &Vec<usize>| other.iter().all(|entitlement| set.contains(entitlement));
            if !smallest.iter().any(same) {
                smallest.push(set);
            }
        }
        let id = |position: usize| Some(catalog.entitlements.get(position)?.id.clone());
        smallest
            .into_iter()
            .map(|set| Change::Entitlements(set.into_iter().filter_map(id).collect()))
            .collect()
    }
}

impl Lack {
    /// Every value that could help at its highest, once these relations hold.
    fn highest_values(&self, relations: u8) -> Supposed {
        let highest = |(position, levels): (usize, &Vec<Level>)| Some((position, *levels.last()?));
        Supposed {
            values: self.values.iter().filter_map(highest).collect(),
            relations,
            ..Supposed::default()
        }
    }
}

impl Model<'_> {
    /// What a demand comes to: it and all prerequisites, direct or not, each once.
    fn demands(&self, asked: Requirement) -> Vec<Requirement> {
        let requires = |of: Requirement, open: &mut Vec<Requirement>| {
            if let Some(permission) = self.catalog.permissions.get(of.permission) {
                open.extend(&permission.requires);
            }
            true
        };
        reached(vec![asked], requires)
    }

    /// The stored permissions on which demands depend, and what must be asked of these.
    fn stored_parts(&self, demands: Vec<Requirement>) -> Vec<Requirement> {
        reached(demands, |of, open| {
            let permission = self.catalog.permissions.get(of.permission);
            let rule = permission.and_then(|permission| permission.rule.as_ref());
            if let Some(rule) = rule {
                rule.demands(of.at_least, open);
            }
            rule.is_none()
        })
    }

    fn roles_not_held(&self) -> Vec<usize> {
        let roles = self.snapshot.role_positions(self.catalog);
        roles
            .filter(|role| !self.membership.roles.contains(role))
            .collect()
    }

    /// The least value from `wanted` on that the person can be given: by a layer, or by a role that they
    /// hold, within what a tenant may choose there.
    fn least_settable(&self, position: usize, wanted: Level) -> Option<Level> {
        let permission = self.catalog.permissions.get(position)?;
        let membership = self.membership;
        let set = |layer: &Layer| layer.values.get(position).is_some();
        let is_layered = membership.layers.iter().any(set);
        let there_is =
            |layer: &LayerKind| *layer != LayerKind::Group || !membership.groups.is_empty();
        let by_layer = is_layered || self.catalog.layers.iter().any(there_is);
        // A plain value in the place of a higher one with a condition would take that away.
        let gives = |role: &usize, level| {
            let now = self
                .snapshot
                .role(self.catalog, *role)?
                .values
                .get(position);
            let raises = now.is_none_or(|now| now.level <= level);
            (raises && self.snapshot.may_give(*role, position, Grant::plain(level))).then_some(())
        };
        let by_role = |level| {
            let mut roles = membership.roles.iter();
            !is_layered && roles.any(|role| gives(role, level).is_some())
        };
        let levels = permission.values.all().iter().copied();
        levels
            .filter(|level| *level >= wanted)
            .find(|level| (by_layer && !permission.reserved) || by_role(*level))
    }
}

/// Everything that is reached from `open`, each once, as far as `next` counts it in.
fn reached(
    mut open: Vec<Requirement>,
    next: impl Fn(Requirement, &mut Vec<Requirement>) -> bool,
) -> Vec<Requirement> {
    let mut seen = Vec::new();
    let mut counted = Vec::new();
    while let Some(one) = open.pop() {
        if seen.contains(&one) {
            continue;
        }
        seen.push(one);
        if next(one, &mut open) {
            counted.push(one);
        }
    }
    counted
}

fn has_value(states: &ByPosition<State>, demand: Requirement) -> bool {
    let value = states.get(demand.permission).map(|state| state.value);
    value.unwrap_or_default() >= demand.at_least
}
