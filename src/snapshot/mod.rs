//! What one person holds: the verified payload, validated against expectations and the catalog.

// A module uses only modules that stand above it.
mod period;

mod model;

mod named;

mod claims;

mod read;

pub use claims::{Claims, Expectations};
pub use model::Snapshot;
pub(crate) use model::{Filter, Layer, Membership};
pub(crate) use period::Period;
pub use period::State;
