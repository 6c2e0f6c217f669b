//! A permission core: it verifies a role snapshot that a server has signed, compiles it, and then answers
//! at once, without the network, what a person may see and do, and why.
//!
//! The data takes this way, and the types allow no step to be skipped:
//!
//! ```text
//! catalog bytes ──parse, validate──▶ Catalog ─────────────┐
//!                                                         ├─compile─▶ Gate ──decide──▶ Decision
//! token text ─parse▶ UnverifiedToken ─verify▶ VerifiedPayload ─validate▶ Snapshot ┘
//! ```
//!
//! [`Loader`] takes all steps for an application that loads one snapshot after the other.
//! `docs/formats.md` in the repository is the reference of catalogs and snapshots.
//!
//! The crate builds for `wasm32-unknown-unknown` as it is. The feature `js` adds the exports that the npm
//! package of the same name is built on; a front end in Rust leaves it off. The feature `testing` makes
//! snapshots for tests.

// A module uses only modules that stand above it.
mod collections;
mod limits;
mod text;
mod time;
mod vocabulary;

mod error;
mod name;
mod reason;
mod value;

mod json;

mod formats;

mod token;

mod catalog;

mod snapshot;

mod gate;

mod loader;

#[cfg(feature = "testing")]
pub mod testing;

#[cfg(feature = "js")]
mod wasm;

pub use catalog::{Catalog, CatalogName, FactName, FilterMember, LayerKind, Relation, Unknown};
pub use error::{Error, ErrorCode, Problem};
pub use formats::{FORMATS, Formats};
pub use gate::{
    Assignment, Change, Collaborator, Decision, Explanation, Fact, Gate, GateView, Missing,
    Proposal, Record, Roles, Step, Violation, ViolationCode,
};
pub use limits::{LIMITS, Limits};
pub use loader::{Loader, Wanted};
pub use reason::{Outcome, ReasonCode};
pub use snapshot::{Claims, Expectations, Snapshot, State};
pub use text::text_problem;
pub use time::UnixTime;
pub use token::{KeySet, UnverifiedToken, VerifiedPayload};
pub use value::{Level, ValueKind};
