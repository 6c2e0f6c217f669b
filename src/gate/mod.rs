//! The gate: a snapshot and its catalog, compiled, and the questions it answers.

// What a question is about, and what is answered.
mod answer;
mod combinations;
mod facts;
mod threshold;

// The table answers.
mod table;

// The full model explains.
mod model;

mod changes;

mod missing;
mod trace;

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
