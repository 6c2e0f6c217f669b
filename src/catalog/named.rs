//! The name by which a snapshot refers to its catalog.

use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorCode};
use crate::limits::LIMITS;
use crate::token::base64url;

/// How a snapshot names the catalog it was written for: by its id, and by the SHA-256 of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogName {
    pub(crate) id: String,
    pub(crate) digest: [u8; 32],
}

impl CatalogName {
    /// The catalog's id, an identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The SHA-256 of the catalog's bytes.
    #[must_use]
    pub fn digest(&self) -> &[u8; 32] {
        &self.digest
    }

    /// The SHA-256 of the catalog's bytes in base64url without padding, as snapshots write it: 43
    /// characters that need no escaping in an address or file name.
    #[must_use]
    pub fn sha256(&self) -> String {
        base64url::encode(&self.digest)
    }

    /// The error for a snapshot that names this catalog if only `held` are there. It quotes no text of
    /// the snapshot.
    pub(crate) fn not_among<'a>(&self, held: impl Iterator<Item = &'a CatalogName>) -> Error {
        let others: Vec<_> = held.collect();
        let message = if others.iter().any(|other| other.digest == self.digest) {
            "`catalog.id` is not the id of the catalog that `catalog.sha256` names".to_owned()
        } else if others.iter().any(|other| other.id == self.id) {
            format!(
                "the snapshot was written for another version of the catalog `{}`: `catalog.sha256` \
                 is not the hash of the bytes that are here",
                self.id
            )
        } else {
            "the snapshot was written for another catalog".to_owned()
        };
        Error::new(ErrorCode::CatalogMismatch, message)
    }

    /// Checks that these bytes are the catalog of this name, and returns their hash.
    pub(crate) fn verify(&self, bytes: &[u8]) -> Result<[u8; 32], Error> {
        let digest = hash(bytes)?;
        if digest == self.digest {
            return Ok(digest);
        }
        let message = format!(
            "what was given for the catalog that the snapshot names is another file: {} bytes, and \
             their SHA-256 is `{}`",
            bytes.len(),
            base64url::encode(&digest)
        );
        Err(Error::new(ErrorCode::CatalogMismatch, message))
    }
}

/// The SHA-256 of a catalog's bytes. Refuses more bytes than a catalog may have.
pub(crate) fn hash(bytes: &[u8]) -> Result<[u8; 32], Error> {
    if bytes.len() > LIMITS.catalog_bytes {
        let message = format!(
            "the catalog is {} bytes long, the limit is {}",
            bytes.len(),
            LIMITS.catalog_bytes
        );
        return Err(Error::new(ErrorCode::CatalogInvalid, message));
    }
    Ok(Sha256::digest(bytes).into())
}
