//! What a gate answers.

use crate::catalog::{LayerKind, Relation};
use crate::reason::{Outcome, ReasonCode};
use crate::value::Level;

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decision {
    /// Why: the first reason code that applies.
    pub code: ReasonCode,
    /// The level held, whatever the threshold was; `off` if nothing can be vouched for.
    pub level: Level,
    /// What the screen should do.
    pub outcome: Outcome,
    /// What is missing: one entry for each reason that applies, and none for an allow.
    pub missing: Vec<Missing>,
    /// Whether the snapshot is past the time at which it should have been refreshed.
    pub stale: bool,
}

impl Decision {
    /// Whether the answer is yes.
    #[must_use]
    pub fn is_allow(&self) -> bool {
        self.code == ReasonCode::Granted
    }
}

/// One reason for a denial, and what would remove it.
///
/// Any choice of one change from every entry turns the denial into an allow. For a prerequisite, the
/// choice is from every entry of its own list. Any other entry without changes is out of reach: nothing
/// that the person could be given would help, or nothing that goes with what the other entries need.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Missing {
    /// The reason.
    pub code: ReasonCode,
    /// For a prerequisite, the permission that must hold, and at which level.
    pub prerequisite: Option<(String, Level)>,
    /// For a prerequisite, what it lacks itself.
    pub missing: Vec<Missing>,
    /// The smallest changes. Each would remove the reason without causing another.
    pub changes: Vec<Change>,
}

/// Something that would have to be different.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// The person would hold this role as well.
    Role(String),
    /// These permissions would have at least these values for the person. Where relations are listed, the
    /// person would also have them to the record, as a rule can require both at once.
    ///
    /// Every value is one that a layer of the catalog can set, or that a role which the person holds may
    /// take.
    Values {
        /// The permissions and their values.
        values: Vec<(String, Level)>,
        /// Further relations, in most cases none.
        relations: Vec<Relation>,
    },
    /// The person would also have these relations to the record, whose other facts stay the same. A record
    /// that becomes assigned is no longer unassigned, and the reverse. A relation that another one implies,
    /// as [`SharedEdit`](Relation::SharedEdit) implies [`Shared`](Relation::Shared), is not listed.
    Relations(Vec<Relation>),
    /// The customer would also hold these entitlements.
    Entitlements(Vec<String>),
    /// The question would be about a record of this kind. Some possible record would be allowed.
    Record(String),
    /// All of these at once, as fewer are not enough. At least one of them is a role.
    Together(Vec<Change>),
}

/// A decision and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The decision, the same as without an explanation.
    pub decision: Decision,
    /// What each role, layer, rule, prerequisite, filter and entitlement says, in the order in which they
    /// count.
    pub trace: Vec<Step>,
}

/// What one source says about the question.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// A role the person holds gives a value, on this record.
    Role {
        /// The role.
        role: String,
        /// What it gives here.
        value: Level,
        /// For a conditional value, the relations of which one must hold.
        only_if: Option<Vec<Relation>>,
    },
    /// A layer sets a value.
    Layer {
        /// Who it is set for.
        from: LayerKind,
        /// The group of a group layer.
        id: Option<String>,
        /// What it sets.
        value: Level,
        /// Whether it is the nearest that does.
        wins: bool,
    },
    /// A derived permission looks at another permission.
    Part {
        /// The other permission.
        permission: String,
        /// The value it has on this record.
        value: Level,
    },
    /// A derived permission looks at a relation.
    Relation {
        /// The relation.
        relation: Relation,
        /// Whether it holds on this record.
        holds: bool,
    },
    /// The value that roles, layers and the rule come to.
    Value {
        /// The value on this record.
        value: Level,
    },
    /// A prerequisite.
    Prerequisite {
        /// The permission that must hold.
        permission: String,
        /// The level it must have.
        at_least: Level,
        /// Whether it is held on this record.
        holds: bool,
    },
    /// The membership's filters.
    Filter {
        /// Whether the record passes all of them.
        passes: bool,
    },
    /// A need of the permission.
    Entitlement {
        /// The entitlements any of which covers it.
        any_of: Vec<String>,
        /// Whether one is held.
        holds: bool,
    },
}
