//! Verifying the signature.

use crate::error::{Error, ErrorCode};
use crate::token::base64url;
use crate::token::jws::{UnverifiedToken, not_base64url};
use crate::token::keys::KeySet;

/// The payload of a token, signed by a trusted key. What it says is not validated yet.
#[derive(Clone, Debug)]
pub struct VerifiedPayload {
    bytes: Vec<u8>,
}

impl UnverifiedToken<'_> {
    /// Verifies the signature over the bytes as received.
    ///
    /// Only the key with the header's `kid` is tried. If it has an `alg`, the header must have the same.
    /// The signature is verified by the strict rules of Ed25519.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::KeyUnknown`], [`ErrorCode::AlgNotAllowed`], [`ErrorCode::SignatureInvalid`] with
    /// the same message for everything that can be wrong with a signature, and
    /// [`ErrorCode::TokenMalformed`] for parts that are not base64url.
    pub fn verify(self, keys: &KeySet) -> Result<VerifiedPayload, Error> {
        // The encoding of the payload is checked early, because otherwise two texts could be the same
        // token. Its content is not read before the signature is verified.
        let bytes = base64url::decode(self.payload).ok_or_else(|| not_base64url("payload"))?;
        let signature =
            base64url::decode(self.signature).ok_or_else(|| not_base64url("signature"))?;
        let key = keys.find(&self.kid).ok_or_else(|| {
            Error::new(
                ErrorCode::KeyUnknown,
                "the key set has no key with the header's `kid`",
            )
        })?;
        if !key.is_for(self.algorithm) {
            return Err(Error::new(
                ErrorCode::AlgNotAllowed,
                "the header's `alg` is not the algorithm of its key",
            ));
        }
        let holds = <[u8; 64]>::try_from(signature)
            .is_ok_and(|signature| key.verify(self.signed.as_bytes(), &signature));
        if !holds {
            return Err(Error::new(
                ErrorCode::SignatureInvalid,
                "the signature is not valid",
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
