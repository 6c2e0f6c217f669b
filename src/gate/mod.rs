//! The gate: a compiled snapshot, and the questions that it answers. A module uses only modules that stand
//! above it.

// What a question is about, and what is answered.
mod answer;
mod combinations;
mod facts;
mod threshold;

// The table answers, and the full model explains. Neither uses the other.
mod table;

mod model;

mod changes;

mod missing;
mod trace;

// Who asks.
mod roles;

mod view;

pub use answer::{Change, Decision, Explanation, Missing, Step};
pub use facts::{Collaborator, Fact, Record};
#[cfg(feature = "js")]
pub(crate) use facts::{Relationship, meaning, required};
pub use roles::{Assignment, Proposal, Roles, Violation, ViolationCode};
#[cfg(feature = "js")]
pub(crate) use threshold::Threshold;
pub use view::{Gate, GateView};
