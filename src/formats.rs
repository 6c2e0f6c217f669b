//! The versions of the two formats.

use crate::json::{Node, Read};

/// The newest versions of the formats that this release reads. It reads all older ones too.
///
/// The two rise independently. `docs/formats.md` in the repository says when one does, and what older
/// readers do with newer data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Formats {
    /// The `format` of a catalog.
    pub catalog: u64,
    /// The `fmt` of a snapshot.
    pub snapshot: u64,
}

/// The versions that whoever writes a catalog or signs a snapshot for this release gives.
pub const FORMATS: Formats = Formats {
    catalog: 1,
    snapshot: 1,
};

/// Refuses the version that stands at `node` if it is newer than `newest`.
///
/// Whatever restricts rights in a new way comes with a new version, so an old reader cannot overlook it.
pub(crate) fn check_version(node: &Node<'_>, newest: u64) -> Read<()> {
    if (1..=newest).contains(&node.integer()?) {
        return Ok(());
    }
    Err(node.problem(format!(
        "must be a version that this release of rolegate reads, up to {newest}"
    )))
}
