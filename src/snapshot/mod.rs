//! What one person holds: the verified payload, validated against expectations and the catalog.

// In reading order: a module knows none that stands below it.
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
