//! Which catalog a payload is written for.

use crate::catalog::CatalogName;
use crate::error::{Error, ErrorCode, Problem};
use crate::formats::{FORMATS, check_version};
use crate::json::{Node, Object, Read};
use crate::name;
use crate::token::base64url;

/// Reads the name of the catalog, once the version of the format is known.
pub(super) fn catalog_name(root: &Node<'_>) -> Result<CatalogName, Error> {
    let read = || {
        let payload = root.open_object()?;
        check_version(&payload.required("fmt")?, FORMATS.snapshot)?;
        named(&payload)
    };
    read().map_err(|problem: Box<Problem>| problem.into_error(ErrorCode::SnapshotInvalid))
}

fn named(payload: &Object<'_>) -> Read<CatalogName> {
    let node = payload.required("catalog")?;
    let member = node.object(&["id", "sha256"])?;
    let node = member.required("id")?;
    let id = node.string()?;
    if !name::is_identifier(id) {
        return Err(node.problem("is not an identifier: write lower-case words joined by `-`"));
    }
    let node = member.required("sha256")?;
    let digest = base64url::decode_array::<32>(node.string()?)
        .ok_or_else(|| node.problem("must be 32 bytes in base64url without padding"))?;
    Ok(CatalogName {
        id: id.to_owned(),
        digest,
    })
}
