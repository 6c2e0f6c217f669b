//! Generates and reads signing keys, and signs. The library cannot sign.

use std::fmt::{self, Debug, Formatter};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use ed25519_dalek::{Signer as _, SigningKey};
use rolegate::text_problem;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::failure::Failure;

/// A private key and its key id.
pub(crate) struct Signer {
    key: SigningKey,
    kid: String,
    alg: Algorithm,
}

/// The two names of the one algorithm (RFC 8037 and RFC 9864).
#[derive(Clone, Copy, Deserialize, Default)]
enum Algorithm {
    #[default]
    EdDSA,
    Ed25519,
}

impl Algorithm {
    const fn name(self) -> &'static str {
        match self {
            Self::EdDSA => "EdDSA",
            Self::Ed25519 => "Ed25519",
        }
    }
}

impl Signer {
    /// A new key from the machine's random source.
    pub(crate) fn generate(kid: Option<String>) -> Result<Self, Failure> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|error| {
            Failure::failed(format_args!("cannot get random numbers for a key: {error}"))
        })?;
        let key = SigningKey::from_bytes(&seed);
        let kid = kid.unwrap_or_else(|| thumbprint(&key));
        Ok(Self {
            key,
            kid,
            alg: Algorithm::default(),
        })
    }

    /// Reads a private JWK (RFC 8037 section 2). Without a `kid`, the key's thumbprint is its id.
    ///
    /// The messages name members and never show a value, because values are secret.
    pub(crate) fn from_jwk(text: &[u8]) -> Result<Self, &'static str> {
        #[derive(Deserialize)]
        struct Jwk {
            kty: String,
            crv: String,
            x: String,
            d: String,
            kid: Option<String>,
            #[serde(default)]
            alg: Algorithm,
        }
        let jwk: Jwk = serde_json::from_slice(text).map_err(|_| {
            text_problem(text).unwrap_or(
                "not a private JWK: it needs the members `kty`, `crv`, `x` and `d`, and `alg` may be `EdDSA`, `Ed25519` or absent",
            )
        })?;
        if jwk.kty != "OKP" || jwk.crv != "Ed25519" {
            return Err("not an Ed25519 key: `kty` must be `OKP` and `crv` must be `Ed25519`");
        }
        let seed = BASE64URL
            .decode(&jwk.d)
            .ok()
            .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
            .ok_or("`d` is not 32 bytes in base64url")?;
        let key = SigningKey::from_bytes(&seed);
        if jwk.x != public_x(&key) {
            return Err("`x` is not the public half of `d`");
        }
        let kid = jwk.kid.unwrap_or_else(|| thumbprint(&key));
        Ok(Self {
            key,
            kid,
            alg: jwk.alg,
        })
    }

    pub(crate) fn kid(&self) -> &str {
        &self.kid
    }

    /// The private key as a JWK.
    pub(crate) fn private_jwk(&self) -> Value {
        let mut jwk = self.public_jwk();
        if let Value::Object(members) = &mut jwk {
            members.insert("d".to_owned(), BASE64URL.encode(self.key.as_bytes()).into());
        }
        jwk
    }

    /// The key set that verifies what this key signs.
    pub(crate) fn jwks(&self) -> Value {
        json!({"keys": [self.public_jwk()]})
    }

    fn public_jwk(&self) -> Value {
        json!({
            "kty": "OKP",
            "crv": "Ed25519",
            "alg": self.alg.name(),
            "use": "sig",
            "kid": self.kid,
            "x": public_x(&self.key),
        })
    }

    /// The compact JWS (RFC 7515 section 7.1) of `payload`, which is signed byte for byte.
    pub(crate) fn sign(&self, payload: &[u8]) -> String {
        let header = json!({"alg": self.alg.name(), "kid": self.kid, "typ": "role-snapshot+jwt"});
        let input = format!(
            "{}.{}",
            BASE64URL.encode(header.to_string()),
            BASE64URL.encode(payload)
        );
        let signature = self.key.sign(input.as_bytes());
        format!("{input}.{}", BASE64URL.encode(signature.to_bytes()))
    }
}

impl Debug for Signer {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer")
            .field("kid", &self.kid)
            .finish_non_exhaustive()
    }
}

/// The digest by which a snapshot names its catalog.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    BASE64URL.encode(Sha256::digest(bytes))
}

fn public_x(key: &SigningKey) -> String {
    BASE64URL.encode(key.verifying_key().as_bytes())
}

/// The thumbprint of RFC 7638 section 3, over the members that RFC 8037 section 2 lists, in its order.
fn thumbprint(key: &SigningKey) -> String {
    sha256(format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{}"}}"#, public_x(key)).as_bytes())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;

    // RFC 8037 appendix A.1, A.3 and A.4.
    const JWK: &str = r#"{"kty":"OKP","crv":"Ed25519",
        "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
        "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;

    #[test]
    fn kid_is_the_thumbprint_of_rfc_8037() {
        let signer = Signer::from_jwk(JWK.as_bytes()).unwrap();
        assert_eq!(signer.kid(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    #[test]
    fn signature_is_that_of_rfc_8037() {
        let signer = Signer::from_jwk(JWK.as_bytes()).unwrap();
        let input = b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        assert_eq!(
            BASE64URL.encode(signer.key.sign(input).to_bytes()),
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
        );
    }

    #[test]
    fn key_survives_its_jwk() {
        let signer = Signer::generate(Some("k1".to_owned())).unwrap();
        let again = Signer::from_jwk(signer.private_jwk().to_string().as_bytes()).unwrap();
        assert_eq!(again.jwks(), signer.jwks());
        assert_eq!(again.sign(b"{}"), signer.sign(b"{}"));
        assert!(!signer.jwks().to_string().contains(r#""d""#));
    }

    #[test]
    fn wrong_keys_are_refused() {
        for (from, to, message) in [
            (
                "OKP",
                "EC",
                "not an Ed25519 key: `kty` must be `OKP` and `crv` must be `Ed25519`",
            ),
            ("nWGx", "nWG", "`d` is not 32 bytes in base64url"),
            ("nWGx", "AWGx", "`x` is not the public half of `d`"),
        ] {
            assert_eq!(
                Signer::from_jwk(JWK.replace(from, to).as_bytes()).unwrap_err(),
                message
            );
        }
    }
}
