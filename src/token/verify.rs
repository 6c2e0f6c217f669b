//! The signature.

use crate::error::{Error, ErrorCode};
use crate::token::base64url;
use crate::token::jws::{UnverifiedToken, not_base64url};
use crate::token::keys::KeySet;

/// The payload bytes of a token, signed by a trusted key. What they say is still to be validated.
#[derive(Clone, Debug)]
pub struct VerifiedPayload {
    bytes: Vec<u8>,
}

impl UnverifiedToken<'_> {
    /// Checks the signature, over the bytes as received.
    ///
    /// The key is the one of the header's `kid`, no other is tried; its `alg`, where it has one,
    /// must be the header's; then strict Ed25519. Only after that is the payload decoded.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::KeyUnknown`], [`ErrorCode::AlgNotAllowed`], [`ErrorCode::SignatureInvalid`] with
    /// one face for everything that can be wrong with a signature, and [`ErrorCode::TokenMalformed`]
    /// for segments that are no base64url.
    pub fn verify(self, keys: &KeySet) -> Result<VerifiedPayload, Error> {
        // The payload's spelling is checked early, because spare bits would make two texts of one
        // token; its bytes are not looked at before the signature holds.
        let bytes = base64url::decode(self.payload).ok_or_else(|| not_base64url("payload"))?;
        let signature =
            base64url::decode(self.signature).ok_or_else(|| not_base64url("signature"))?;
        let key = keys.find(&self.kid).ok_or_else(|| {
            Error::new(
                ErrorCode::KeyUnknown,
                "the key set has no key of the header's `kid`",
            )
        })?;
        if !key.is_for(self.algorithm) {
            return Err(Error::new(
                ErrorCode::AlgNotAllowed,
                "the header's `alg` is not the one its key is for",
            ));
        }
        let holds = <[u8; 64]>::try_from(signature)
            .is_ok_and(|signature| key.verify(self.signed.as_bytes(), &signature));
        if !holds {
            return Err(Error::new(
                ErrorCode::SignatureInvalid,
                "the signature does not hold",
            ));
        }
        Ok(VerifiedPayload { bytes })
    }
}

impl VerifiedPayload {
    /// The bytes that were signed.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}
