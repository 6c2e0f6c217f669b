//! From a payload's JSON to a [`Snapshot`] that fits its catalog.

mod list;

mod membership;
mod role;

use std::sync::Arc;

use crate::catalog::Catalog;
use crate::error::{Error, ErrorCode};
use crate::json::{Node, Read};
use crate::limits::LIMITS;
use crate::snapshot::named::catalog_name;
use crate::snapshot::{Claims, Expectations, Snapshot};
use crate::time::UnixTime;
use crate::token::VerifiedPayload;

use list::set;
use membership::memberships;
use role::roles;

impl Snapshot {
    /// Validates a payload: the claims against `expectations` and `now`, then everything else
    /// against `catalog`.
    ///
    /// This does not compare with former snapshots. [`Loader`](crate::Loader) does, and refuses older ones.
    ///
    /// # Errors
    ///
    /// As [`Claims::validate`] and [`Claims::into_snapshot`] say.
    pub fn validate(
        payload: VerifiedPayload,
        catalog: &Arc<Catalog>,
        expectations: &Expectations,
        now: UnixTime,
    ) -> Result<Snapshot, Error> {
        Claims::validate(payload, expectations, now)?.into_snapshot(catalog)
    }
}

impl Claims {
    /// Reads the rest of the payload and checks it against the catalog.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::SnapshotInvalid`] with the place, [`ErrorCode::CatalogMismatch`].
    pub fn into_snapshot(self, catalog: &Arc<Catalog>) -> Result<Snapshot, Error> {
        let root = Node::quiet_root(&self.payload);
        let name = catalog_name(&root)?;
        if name != catalog.name {
            return Err(name.not_among([&catalog.name].into_iter()));
        }
        snapshot(&root, catalog, &self)
            .map_err(|problem| problem.into_error(ErrorCode::SnapshotInvalid))
    }
}

/// Reads everything but the claims.
fn snapshot(root: &Node<'_>, catalog: &Arc<Catalog>, claims: &Claims) -> Read<Snapshot> {
    let payload = root.open_object()?;
    let mut warnings = Vec::new();
    let mut held = Vec::new();
    if let Some(list) = payload.optional("entitlements") {
        for item in set(&list, LIMITS.entitlements, &mut warnings)? {
            held.push(catalog.entitlements.find(&item, "entitlements")?);
        }
    }
    let entitlements = catalog.with_included(held);
    let (edited_roles, new_roles) = roles(&payload, catalog, &entitlements)?;
    let memberships = memberships(&payload, catalog, &new_roles, &mut warnings)?;
    Ok(Snapshot {
        catalog: Arc::clone(catalog),
        subject: claims.subject.clone(),
        seq: claims.seq,
        period: claims.period,
        entitlements,
        memberships,
        edited_roles,
        new_roles,
        warnings,
    })
}
