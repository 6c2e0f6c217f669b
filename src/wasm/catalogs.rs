//! The catalogs of all handles of this instance. Each is read once.

use std::cell::RefCell;
use std::sync::Arc;

use crate::catalog::{Catalog, CatalogName, hash};
use crate::error::Error;
use crate::limits::LIMITS;

thread_local! {
    /// In the order in which they were last used.
    static SHARED: RefCell<Vec<Arc<Catalog>>> = const { RefCell::new(Vec::new()) };
}

/// The catalog of these bytes, which is read if it was not yet.
pub(super) fn shared(bytes: &[u8]) -> Result<Arc<Catalog>, Error> {
    read_once(bytes, hash(bytes)?)
}

/// The same, for bytes that must be the catalog of this name.
pub(super) fn shared_named(bytes: &[u8], name: &CatalogName) -> Result<Arc<Catalog>, Error> {
    read_once(bytes, name.verify(bytes)?)
}

fn read_once(bytes: &[u8], digest: [u8; 32]) -> Result<Arc<Catalog>, Error> {
    SHARED.with_borrow_mut(|shared| {
        let known = shared
            .iter()
            .position(|catalog| *catalog.digest() == digest);
        let catalog = match known {
            Some(at) => shared.remove(at),
            None => Arc::new(Catalog::parse_hashed(bytes, digest)?),
        };
        shared.push(Arc::clone(&catalog));
        forget_idle(shared);
        Ok(catalog)
    })
}

/// Keeps only the last few of the catalogs that no handle holds, for handles to come.
fn forget_idle(shared: &mut Vec<Arc<Catalog>>) {
    let is_idle = |catalog: &Arc<Catalog>| Arc::strong_count(catalog) == 1;
    let idle = shared.iter().filter(|catalog| is_idle(catalog)).count();
    let mut excess = idle.saturating_sub(LIMITS.catalogs);
    shared.retain(|catalog| {
        let forgotten = excess > 0 && is_idle(catalog);
        excess = excess.saturating_sub(usize::from(forgotten));
        !forgotten
    });
}
