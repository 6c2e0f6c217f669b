//! From a token's text to bytes that a trusted key has signed.

pub(crate) mod base64url;
mod jws;
mod keys;
mod verify;

pub use jws::UnverifiedToken;
pub use keys::KeySet;
#[cfg(feature = "testing")]
pub(crate) use keys::TEST_KID;
pub use verify::VerifiedPayload;
