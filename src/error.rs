//! Why something was refused.

use core::fmt;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// The kind of an [`Error`]. Codes are stable; messages may change.
    #[non_exhaustive]
    pub enum ErrorCode {
        /// The catalog's bytes are not a valid catalog.
        CatalogInvalid = "ERR_CATALOG_INVALID",
        /// The snapshot was written for another catalog, or other bytes of it.
        CatalogMismatch = "ERR_CATALOG_MISMATCH",
        /// The text is not a compact JWS with a readable header.
        TokenMalformed = "ERR_TOKEN_MALFORMED",
        /// The text, or its header, is longer than the limit.
        TokenTooLarge = "ERR_TOKEN_TOO_LARGE",
        /// The header's `alg` is neither `EdDSA` nor `Ed25519`, or not the one its key is for.
        AlgNotAllowed = "ERR_ALG_NOT_ALLOWED",
        /// The header's `typ` is not `role-snapshot+jwt`.
        TypNotAllowed = "ERR_TYP_NOT_ALLOWED",
        /// The header has `crit` or another member that no role snapshot needs.
        CritNotSupported = "ERR_CRIT_NOT_SUPPORTED",
        /// The key set has no key with that `kid`.
        KeyUnknown = "ERR_KEY_UNKNOWN",
        /// The key set is not a JWKS, or holds a key that must not be trusted.
        KeysInvalid = "ERR_KEYS_INVALID",
        /// The signature is not valid.
        SignatureInvalid = "ERR_SIGNATURE_INVALID",
        /// A claim is missing, of the wrong type, or not what was expected.
        ClaimInvalid = "ERR_CLAIM_INVALID",
        /// The claims are valid, but the rest of the payload does not fit the format or the catalog.
        SnapshotInvalid = "ERR_SNAPSHOT_INVALID",
        /// The snapshot has expired.
        SnapshotExpired = "ERR_SNAPSHOT_EXPIRED",
        /// The snapshot is not in force yet.
        SnapshotNotYetValid = "ERR_SNAPSHOT_NOT_YET_VALID",
        /// A newer snapshot of this person was loaded before, or a different one with the same number.
        SnapshotRollback = "ERR_SNAPSHOT_ROLLBACK",
        /// The engine could not start, or has stopped.
        EngineUnavailable = "ERR_ENGINE_UNAVAILABLE",
        /// A snapshot, or the catalog that it names, could not be fetched.
        FetchFailed = "ERR_FETCH_FAILED",
    }
}

/// A refusal: a stable [`code`](Error::code) and one sentence that says what is wrong, and where.
///
/// The message can be logged: it contains lengths, positions, and names of the format or the catalog, but
/// no text of tokens, keys or claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Refusal>);

/// What an error holds, behind a pointer: every `?` copies a result.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Refusal {
    code: ErrorCode,
    message: String,
}

impl Error {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>) -> Error {
        let message = message.into();
        Error(Box::new(Refusal { code, message }))
    }

    /// What kind of refusal this is.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        self.0.code
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl core::error::Error for Error {}

/// One problem of a file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The place, as a path from the root: `areas[2].permissions[0].needs[1]`; empty for the whole.
    pub place: String,
    /// What is wrong there: one sentence, small first letter, no full stop.
    pub message: String,
}

impl Problem {
    pub(crate) fn into_error(self, code: ErrorCode) -> Error {
        Error::new(code, self.to_string())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "{}: {}", self.place, self.message)
        }
    }
}
