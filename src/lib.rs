//! A permission core: it verifies a role snapshot signed by a server, compiles it, and then answers at
//! once, without network, what a person may see and do, and why.
//!
//! The way of the data, in which no step can be skipped:
//!
//! ```text
//! catalog bytes ──parse, validate──▶ Catalog ─────────────┐
//!                                                         ├─compile─▶ Gate ──decide──▶ Decision
//! token text ─parse▶ UnverifiedToken ─verify▶ VerifiedPayload ─validate▶ Snapshot ┘
//! ```
//!
//! [`Loader`] walks it for an application that loads one snapshot after the other. `docs/formats.md` in
//! the repository is the reference of catalogs and snapshots.
//!
//! The crate builds for `wasm32-unknown-unknown` as it is. The feature `js` adds the exports that the
//! npm package of the same name is written against; a front end in Rust leaves it off.

// Only the ground and what it needs; a module knows none that stands below it.
mod collections;
mod error;
mod formats;
mod json;
mod limits;
mod name;
mod reason;
mod text;
mod time;
mod value;
mod vocabulary;

mod token;

mod catalog;

mod snapshot;

mod gate;

mod loader;

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
pub use value::{Level, Values};
