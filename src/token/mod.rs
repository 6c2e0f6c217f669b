//! From a token's text to bytes that a trusted key has signed.

pub(crate) mod base64url;
mod jws;
mod keys;
mod verify;

pub use jws::UnverifiedToken;
pub use keys::KeySet;
pub use verify::VerifiedPayload;
