//! What is missing for a denied answer, and what would change it.

use crate::catalog::Requirement;
use crate::collections::ByPosition;
use crate::gate::answer::{Change, Missing};
use crate::gate::changes::Search;
use crate::gate::facts::Relationship;
use crate::gate::model::{Model, PermissionState};
use crate::gate::threshold::Threshold;
use crate::reason::ReasonCode;

impl Model<'_> {
    /// Every reason for a denial, in order of precedence, each with the smallest changes that would remove
    /// it.
    pub(crate) fn missing(
        &self,
        permission: usize,
        threshold: Threshold,
        relationship: Option<Relationship>,
    ) -> Vec<Missing> {
        let Some(permission_asked) = self.catalog.permissions.get(permission) else {
            return Vec::new();
        };
        let asked = Requirement {
            permission,
            at_least: threshold.level(permission_asked),
        };
        let relationship = match (self.record(permission), relationship) {
            (None, _) => Relationship::default(),
            (Some(record), None) => {
                let helps = |state: PermissionState| state.holds(asked.at_least) && state.entitled;
                let record = Change::Record(record.id.clone());
                let change = self.on_some_record(permission, &helps).then_some(record);
                return vec![plain(
                    ReasonCode::RecordRequired,
                    change.into_iter().collect(),
                )];
            }
            (Some(_), Some(relationship)) => relationship,
        };
        let mut missing = Vec::new();
        if relationship.filtered {
            // Filters only add up, so nothing that the person could be given removes one.
            missing.push(plain(ReasonCode::Filtered, Vec::new()));
        }
        let search = Search::new(*self, asked, relationship.relations);
        let states = self.states(&self.catalog.scope(permission), relationship.relations);
        missing.extend(self.not_held(asked, &states, &search.lacking()));
        if !states.get(permission).is_some_and(|state| state.entitled) {
            missing.push(plain(
                ReasonCode::NotEntitled,
                self.missing_entitlements(asked),
            ));
        }
        missing
    }

    /// What the person lacks for a requirement, whatever the customer has bought; `lacking` says what
    /// would change a value.
    fn not_held(
        &self,
        asked: Requirement,
        states: &ByPosition<PermissionState>,
        lacking: &[(Requirement, Vec<Change>)],
    ) -> Vec<Missing> {
        let Some(permission) = self.catalog.permissions.get(asked.permission) else {
            return Vec::new();
        };
        let lack = lacking.iter().find(|(lack, _)| *lack == asked);
        let lack = lack.map(|(_, changes)| plain(self.lack_of_value(asked), changes.clone()));
        let mut missing: Vec<Missing> = lack.into_iter().collect();
        for requirement in &permission.requires {
            let held = states
                .get(requirement.permission)
                .is_some_and(|state| state.holds(requirement.at_least));
            if let Some(other) = self.catalog.permissions.get(requirement.permission)
                && !held
            {
                missing.push(Missing {
                    code: ReasonCode::Prerequisite,
                    prerequisite: Some((other.id.clone(), requirement.at_least)),
                    missing: self.not_held(*requirement, states, lacking),
                    changes: Vec::new(),
                });
            }
        }
        missing
    }
}

fn plain(code: ReasonCode, changes: Vec<Change>) -> Missing {
    Missing {
        code,
        prerequisite: None,
        missing: Vec::new(),
        changes,
    }
}
