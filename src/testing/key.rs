//! The throw-away key. Signing is the server's; only what is made for tests signs here.

use std::sync::OnceLock;

use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::json;

use crate::token::{KeySet, TEST_KID, base64url};

pub(super) struct TestKey {
    key: SigningKey,
    kid: String,
}

/// The key of this process.
pub(super) fn of_tests() -> &'static TestKey {
    static KEY: OnceLock<TestKey> = OnceLock::new();
    KEY.get_or_init(|| {
        let mut seed = [0; 32];
        #[expect(
            clippy::expect_used,
            reason = "a test has no use for what comes after this"
        )]
        getrandom::fill(&mut seed).expect("random numbers for a key");
        let key = SigningKey::from_bytes(&seed);
        let public = base64url::encode(key.verifying_key().as_bytes());
        let kid = format!("{TEST_KID}{public}");
        TestKey { key, kid }
    })
}

impl TestKey {
    pub(super) fn set(&self) -> KeySet {
        let x = base64url::encode(self.key.verifying_key().as_bytes());
        let jwk = json!({"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": self.kid, "x": x});
        #[expect(clippy::expect_used, reason = "the text above is a key set")]
        KeySet::parse_with_test_keys(json!({"keys": [jwk]}).to_string().as_bytes())
            .expect("the key set of tests")
    }

    /// The compact JWS (RFC 7515 section 7.1) of `payload`.
    pub(super) fn sign(&self, payload: &[u8]) -> String {
        let header = json!({"alg": "EdDSA", "kid": self.kid, "typ": "role-snapshot+jwt"});
        let header = base64url::encode(header.to_string().as_bytes());
        let input = format!("{header}.{}", base64url::encode(payload));
        let signature = self.key.sign(input.as_bytes());
        format!("{input}.{}", base64url::encode(&signature.to_bytes()))
    }
}
