//! What would turn a denial into an allow: the smallest changes that can be made together.

mod entitlements;
mod parts;

use crate::catalog::{RecordKind, Relation, RelationSet, Requirement};
use crate::collections::ByPosition;
use crate::gate::answer::Change;
use crate::gate::model::{Model, PermissionState, WhatIf};
use crate::value::Level;

/// A search for what would change one denied answer.
///
/// A change removes the reason that it is listed for, and takes away nothing that the answer needs. More
/// roles, values and relations take nothing away, with one exception: a record that becomes assigned is
/// no longer unassigned, and the reverse. Where several things are lacking, all changes therefore assume
/// the same one of the two, so that any of them can be made together.
///
/// For one lack the model is evaluated at most 2 × relations × (1 + 2 × (roles + values)) times, where
/// relations are the 96 combinations that a record can have, roles are all roles, and values are all that
/// the lack asks for.
pub(crate) struct Search<'a> {
    model: Model<'a>,
    /// The kind of record that the question is about.
    kind: Option<&'a RecordKind>,
    /// The relations that the person has to the record.
    relations: RelationSet,
    /// The sets of relations that they could have besides, smallest first, beginning with none.
    further: Vec<RelationSet>,
    /// The permissions on which the answer depends.
    scope: Vec<usize>,
    /// What must have a value: the permission asked about and all its prerequisites.
    requirements: Vec<Requirement>,
    /// The requirements that are not met.
    lacks: Vec<Requirement>,
    /// Whether several changes are to be made together.
    several: bool,
    /// Where several things are lacking, the stored permissions on which the whole answer depends, and
    /// what is asked of them.
    parts: Vec<Requirement>,
}

/// What would be different.
#[derive(Clone, Default)]
struct Supposed {
    roles: Vec<usize>,
    values: ByPosition<Level>,
    /// Further relations.
    relations: RelationSet,
}

/// A lack, and what a change may take to remove it.
struct Lack {
    of: Requirement,
    /// Where several changes are to be made together, the relations that may be gained.
    gains: Option<RelationSet>,
    /// The roles that the person does not hold.
    roles: Vec<usize>,
    /// The stored permissions that could help, each with its helpful values in ascending order.
    values: ByPosition<Vec<Level>>,
}

impl<'a> Search<'a> {
    pub(crate) fn new(model: Model<'a>, asked: Requirement, relations: RelationSet) -> Search<'a> {
        let requirements = model.requirements(asked);
        let scope = model.catalog.scope(asked.permission);
        let states = model.states(&scope, relations);
        let mut lacks = requirements.clone();
        lacks.retain(|requirement| !has_value(&states, *requirement));
        let permissions = requirements
            .iter()
            .filter_map(|requirement| model.catalog.permissions.get(requirement.permission));
        let links: usize = permissions
            .map(|permission| permission.requires.len())
            .sum();
        // With more links than prerequisites, some prerequisite is listed in two places.
        let is_tree = links < requirements.len();
        let parts = if lacks.len() > 1 {
            model.stored_parts(requirements.clone())
        } else {
            Vec::new()
        };
        let kind = model.record(asked.permission);
        let mut search = Search {
            model,
            kind,
            relations,
            further: Vec::new(),
            scope,
            requirements,
            several: lacks.len() > 1 || !is_tree,
            lacks,
            parts,
        };
        let in_sight = model.in_sight(asked.permission);
        let further = |there: RelationSet| {
            let further = there.without(relations);
            let kept = relations.without(search.ended_by(further));
            let is_reached = kept.with(further) == there;
            (!further.is_empty() && is_reached && in_sight.has(there)).then_some(further)
        };
        let all = RecordKind::sets(kind).filter_map(further);
        let all: Vec<RelationSet> = all.chain([RelationSet::NONE]).collect();
        // The fewest first, by counting: a generic sort is two kilobytes of code.
        search.further = (0..=8)
            .flat_map(|count| all.iter().filter(move |further| further.len() == count))
            .copied()
            .collect();
        search
    }

    /// Every requirement that is not met, with the changes that would meet it. The list of changes is
    /// empty where none would, or none that can be made together with the changes for the rest.
    pub(crate) fn lacking(&self) -> Vec<(Requirement, Vec<Change>)> {
        let changes = |gains| {
            let of = |lack: &Requirement| (*lack, self.changes(*lack, gains));
            self.lacks.iter().map(of).collect::<Vec<_>>()
        };
        if !self.several {
            return changes(None);
        }
        let (assigned, unassigned) = self.sides();
        let mut sides = [unassigned, assigned].map(|side| RelationSet::ALL.without(side));
        if self.relations.intersects(unassigned) {
            sides.reverse(); // Prefers the side that takes nothing away.
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
    fn sides(&self) -> (RelationSet, RelationSet) {
        let set = |sought: &[Relation]| {
            self.kind
                .map(|kind| kind.set(&|relation| sought.contains(&relation)))
                .unwrap_or_default()
        };
        (
            set(&[Relation::Assigned, Relation::Mine]),
            set(&[Relation::Unassigned]),
        )
    }

    /// The relations that no longer hold once these do.
    fn ended_by(&self, further: RelationSet) -> RelationSet {
        let (assigned, unassigned) = self.sides();
        match (further.intersects(assigned), further.intersects(unassigned)) {
            (false, false) => RelationSet::NONE,
            (true, false) => unassigned,
            (false, true) => assigned,
            (true, true) => assigned.with(unassigned),
        }
    }

    /// The smallest changes that remove a lack: one more role, other values, or more relations. Where none
    /// of these is enough alone, values and relations together; where those are not enough, roles as well;
    /// and at last also the values of what else the answer needs, which further relations can end.
    fn changes(&self, of: Requirement, gains: Option<RelationSet>) -> Vec<Change> {
        let lack = Lack {
            of,
            gains,
            roles: self.model.roles_not_held(),
            values: self.values(vec![of]),
        };
        let relations = |relations| Supposed {
            relations,
            ..Supposed::default()
        };
        let mut found = self.roles_with(&lack, RelationSet::NONE);
        found.extend(self.values_with(&lack, RelationSet::NONE));
        found.extend(self.smallest_relations(&lack, &relations));
        if found.is_empty() {
            let values = |relations| lack.highest_values(relations);
            for highest in self.smallest_relations(&lack, &values) {
                found.extend(self.values_with(&lack, highest.relations));
            }
        }
        if found.is_empty() {
            found = self.everything_with(&lack);
        }
        if found.is_empty() {
            found = self.everything_with(&Lack {
                values: self.values(self.requirements.clone()),
                ..lack
            });
        }
        let named = |supposed| self.named(supposed);
        found.into_iter().map(named).collect()
    }

    /// What removes the lack of roles, values and relations together.
    fn everything_with(&self, lack: &Lack) -> Vec<Supposed> {
        let everything = |relations| Supposed {
            roles: lack.roles.clone(),
            ..lack.highest_values(relations)
        };
        let mut found = Vec::new();
        for all in self.smallest_relations(lack, &everything) {
            let single = self.roles_with(lack, all.relations);
            if single.is_empty() {
                found.push(self.least(lack, all));
            }
            found.extend(single);
        }
        found
    }

    /// The roles any of which removes the lack once these relations hold.
    fn roles_with(&self, lack: &Lack, relations: RelationSet) -> Vec<Supposed> {
        let role = |role: &usize| Supposed {
            roles: vec![*role],
            relations,
            ..Supposed::default()
        };
        let all = lack.roles.iter().map(role);
        all.filter(|role| self.removes(lack, role)).collect()
    }

    /// The values that remove the lack once these relations hold: each one that is enough alone, or else
    /// one set of several.
    fn values_with(&self, lack: &Lack, relations: RelationSet) -> Vec<Supposed> {
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
    fn smallest_relations(
        &self,
        lack: &Lack,
        supposed: &dyn Fn(RelationSet) -> Supposed,
    ) -> Vec<Supposed> {
        let mut smallest: Vec<Supposed> = Vec::new();
        for further in self.further.iter().copied() {
            let larger = |other: &Supposed| further.contains(other.relations);
            let supposed = supposed(further);
            if !smallest.iter().any(larger) && self.removes(lack, &supposed) {
                smallest.push(supposed);
            }
        }
        smallest
    }

    /// The part of a change that is needed to remove the lack.
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
        if lack.gains.is_some_and(|gains| !gains.contains(further)) {
            return false;
        }
        // Other changes may take away what this one does not.
        let ended = self.ended_by(lack.gains.unwrap_or(further));
        let what_if = WhatIf {
            roles: &supposed.roles,
            values: Some(&supposed.values),
        };
        let states = self
            .model
            .supposing(what_if)
            .states(&self.scope, self.relations.without(ended).with(further));
        let ends_nothing = !self.relations.intersects(self.ended_by(further));
        let still_lacks = |requirement: &Requirement| self.lacks.contains(requirement);
        let holds = |requirement: &Requirement| {
            still_lacks(requirement) || has_value(&states, *requirement)
        };
        has_value(&states, lack.of) && (ends_nothing || self.requirements.iter().all(holds))
    }

    /// The stored permissions on which requirements depend, each with the values that could help.
    fn values(&self, of: Vec<Requirement>) -> ByPosition<Vec<Level>> {
        let mut values: ByPosition<Vec<Level>> = ByPosition::default();
        for part in self.model.stored_parts(of) {
            // The value that is set for one lack must be enough for the others as well.
            let parts = self.parts.iter();
            let same = parts.filter(|other| other.permission == part.permission);
            let highest = same.map(|other| other.at_least).max();
            let least = |wanted| self.model.least_settable(part.permission, wanted);
            let level = highest.and_then(least).or_else(|| least(part.at_least));
            let Some(level) = level else { continue };
            let mut levels = values.remove(part.permission).unwrap_or_default();
            if !levels.contains(&level) {
                let higher = levels.iter().position(|other| *other > level);
                levels.insert(higher.unwrap_or(levels.len()), level);
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
        let relations_of = |kind: &RecordKind| kind.relations_of(supposed.relations);
        let mut relations = self.kind.map(relations_of).unwrap_or_default();
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
}

impl Lack {
    /// All values that could help, each at its highest, once these relations hold.
    fn highest_values(&self, relations: RelationSet) -> Supposed {
        let highest = |(position, levels): (usize, &Vec<Level>)| Some((position, *levels.last()?));
        Supposed {
            values: self.values.iter().filter_map(highest).collect(),
            relations,
            ..Supposed::default()
        }
    }
}

fn has_value(states: &ByPosition<PermissionState>, requirement: Requirement) -> bool {
    let value = states.get(requirement.permission).map(|state| state.value);
    value.unwrap_or_default() >= requirement.at_least
}
