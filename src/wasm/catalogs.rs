//! The catalogs of all handles of this instance. Each is read once.

use std::cell::RefCell;
use std::sync::Arc;

use js_sys::{Object, Uint8Array};

use crate::catalog::{Catalog, CatalogName, hash};
use crate::error::Error;
use crate::formats::FORMATS;
use crate::json::{self, Node};
use crate::limits::LIMITS;

thread_local! {
    /// In the order in which they were last used.
    static SHARED: RefCell<Vec<Shared>> = const { RefCell::new(Vec::new()) };
}

struct Shared {
    catalog: Arc<Catalog>,
    /// The package's own copy of the bytes that were last given for it. Nothing changes them, so the
    /// same array is the same catalog, without another hash.
    bytes: Uint8Array,
}

/// Whether the bytes are a catalog of a format that only later releases read.
pub(super) fn is_newer(bytes: &[u8]) -> bool {
    let Ok(value) = json::parse(bytes) else {
        return false;
    };
    let root = Node::root(&value);
    let format = root
        .open_object()
        .and_then(|catalog| catalog.required("format")?.integer());
    format.is_ok_and(|format| format > FORMATS.catalog)
}

/// The catalog of these bytes, which is read if it was not yet. With a name, any other is refused.
pub(super) fn shared(
    bytes: &Uint8Array,
    name: Option<&CatalogName>,
) -> Result<Arc<Catalog>, Error> {
    SHARED.with_borrow_mut(|all| {
        let is_known = |known: &Shared| {
            let digest = known.catalog.digest();
            Object::is(&known.bytes, bytes) && name.is_none_or(|name| name.digest() == digest)
        };
        let used = match all.iter().position(is_known) {
            Some(at) => all.remove(at),
            None => read(all, bytes, name)?,
        };
        let catalog = Arc::clone(&used.catalog);
        all.push(used);
        forget_idle(all);
        Ok(catalog)
    })
}

fn read(
    all: &mut Vec<Shared>,
    bytes: &Uint8Array,
    name: Option<&CatalogName>,
) -> Result<Shared, Error> {
    let copy = bytes.to_vec();
    let digest = match name {
        Some(name) => name.verify(&copy)?,
        None => hash(&copy)?,
    };
    let equal = |known: &Shared| *known.catalog.digest() == digest;
    let catalog = match all.iter().position(equal) {
        Some(at) => all.remove(at).catalog,
        None => Arc::new(Catalog::parse_hashed(&copy, digest)?),
    };
    Ok(Shared {
        catalog,
        bytes: bytes.clone(),
    })
}

/// Keeps only the last few of the catalogs that no handle holds, for handles to come.
fn forget_idle(all: &mut Vec<Shared>) {
    let is_idle = |shared: &Shared| Arc::strong_count(&shared.catalog) == 1;
    let idle = all.iter().filter(|shared| is_idle(shared)).count();
    let mut excess = idle.saturating_sub(LIMITS.catalogs);
    all.retain(|shared| {
        let forgotten = excess > 0 && is_idle(shared);
        excess = excess.saturating_sub(usize::from(forgotten));
        !forgotten
    });
}
