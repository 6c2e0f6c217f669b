//! Permissions: what a control asks about, and what they depend on.

use crate::catalog::{Formula, Requirement};
use crate::reason::{Outcome, ReasonCode};
use crate::value::Values;

/// What a control asks about.
#[derive(Clone, Debug)]
pub(crate) struct Permission {
    pub(crate) id: String,
    pub(crate) values: Values,
    pub(crate) record: Option<usize>,
    /// All of these, any of each.
    pub(crate) needs: Vec<Vec<usize>>,
    pub(crate) requires: Vec<Requirement>,
    pub(crate) rule: Option<Formula>,
    pub(crate) when_denied: Vec<(ReasonCode, Outcome)>,
    /// Only catalog roles may give it: a tenant's new role that does refuses the snapshot.
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
