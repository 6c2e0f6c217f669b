//! One product's permission vocabulary: areas, permissions, roles, entitlements, records and who may
//! administer them. `docs/formats.md` is the reference of the file.

// A module uses only modules that stand above it.
mod names;

mod named;

mod entitlement;
mod layer;
mod record;

mod rule;

mod permission;
mod role;

mod model;
mod order;

mod read;

pub(crate) use entitlement::{Entitlement, missing_need};
pub use layer::LayerKind;
pub use model::{Catalog, Unknown};
pub use named::CatalogName;
pub(crate) use named::hash;
pub(crate) use names::Names;
pub(crate) use permission::Permission;
pub(crate) use read::{read_grants, read_label};
pub use record::{FactName, FilterMember, Relation};
pub(crate) use record::{RecordKind, RelationSet};
pub(crate) use role::{Administration, CustomRoles, Grant, Grants, NoNewRole, Role, Unlocked};
pub(crate) use rule::{AdminRule, Formula, Presence, Requirement};
