//! Which further entitlements would be enough.

use crate::catalog::{Requirement, missing_need};
use crate::gate::answer::Change;
use crate::gate::model::Model;

/// How many alternative sets of entitlements are listed at most.
const ENTITLEMENT_SETS: usize = 16;

impl Model<'_> {
    /// The smallest sets of entitlements, each of which is enough for the permission and its prerequisites.
    pub(crate) fn missing_entitlements(&self, asked: Requirement) -> Vec<Change> {
        let Model {
            catalog, snapshot, ..
        } = self;
        let needs: Vec<Vec<usize>> = self
            .requirements(asked)
            .iter()
            .filter_map(|one| catalog.permissions.get(one.permission))
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
