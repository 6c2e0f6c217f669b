//! Permissions: what a control asks about, and what they depend on.

use crate::catalog::{Formula, Requirement};
use crate::reason::{Outcome, ReasonCode};
use crate::value::ValueKind;

/// What a control asks about.
#[derive(Clone, Debug)]
pub(crate) struct Permission {
    pub(crate) id: String,
    pub(crate) values: ValueKind,
    pub(crate) record: Option<usize>,
    /// The customer must hold at least one entitlement of each list.
    pub(crate) needs: Vec<Vec<usize>>,
    pub(crate) requires: Vec<Requirement>,
    pub(crate) rule: Option<Formula>,
    pub(crate) when_denied: Vec<(ReasonCode, Outcome)>,
    /// Only roles of the catalog may grant it. A snapshot is refused if a tenant's new role does.
    pub(crate) reserved: bool,
}

impl Permission {
    /// What the screen should do for a denial with this reason.
    pub(crate) fn outcome(&self, reason: ReasonCode) -> Outcome {
        let chosen = self
            .when_denied
            .iter()
            .find(|(denied, _)| *denied == reason);
        chosen.map_or_else(|| reason.outcome(), |(_, outcome)| *outcome)
    }
}
