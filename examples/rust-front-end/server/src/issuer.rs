//! Signs snapshots, and gives each request a gate to decide with.

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use ed25519_dalek::{Signer as _, SigningKey};
use rolegate::{Catalog, Expectations, Gate, KeySet, Loader, UnixTime};
use serde_json::{Value, json};

use crate::people::Person;

const CATALOG: &[u8] = include_bytes!("../../catalog.json");
const ISSUER: &str = "https://chat.example";
const AUDIENCE: &str = "rust-front-end";
const KID: &str = "2026-11";
const LIFETIME: u64 = 600;

/// The key that signs. This one lives as long as the process; an application keeps its own.
pub struct Issuer {
    key: SigningKey,
    keys: KeySet,
    catalog: Arc<Catalog>,
    seq: AtomicU64,
}

/// What was issued for one person at one time.
pub struct Issued {
    /// The snapshot, for their page.
    pub token: String,
    /// The same snapshot, loaded, for the server's own decisions.
    pub gate: Gate,
    /// The time of issue.
    pub now: UnixTime,
}

impl Issuer {
    /// An issuer with a new key.
    pub fn new() -> Result<Issuer, Box<dyn Error + Send + Sync>> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed)?;
        let key = SigningKey::from_bytes(&seed);
        let keys = KeySet::parse(jwks(&key).to_string().as_bytes())?;
        let catalog = Arc::new(Catalog::parse(CATALOG)?);
        Ok(Issuer {
            key,
            keys,
            catalog,
            seq: AtomicU64::new(0),
        })
    }

    /// The key set that verifies what this issuer signs.
    pub fn jwks(&self) -> Value {
        jwks(&self.key)
    }

    /// A snapshot of what the person holds now. It was loaded as a page loads it, so what a page would refuse
    /// is never sent.
    pub fn issue(&self, person: &Person) -> Result<Issued, Box<dyn Error + Send + Sync>> {
        let time = SystemTime::now().duration_since(UNIX_EPOCH)?;
        let now = UnixTime::from_secs(time.as_secs());
        let claims = json!({
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": person.id,
            "iat": now.as_secs(),
            "exp": now.as_secs() + LIFETIME,
            "refresh_after": now.as_secs() + LIFETIME / 2,
            "fmt": 1,
            "seq": self.next_seq(u64::try_from(time.as_millis())?),
            "catalog": {"id": self.catalog.id(), "sha256": self.catalog.name().sha256()},
            "entitlements": person.entitlements,
            "memberships": [{"workspace": "main", "roles": person.roles}],
        });
        let token = self.sign(&claims);
        let expected = Expectations::new(ISSUER, AUDIENCE).subject(person.id);
        let mut loader = Loader::new(self.keys.clone(), [Arc::clone(&self.catalog)], expected);
        let gate = loader.load(&token, now)?.clone();
        Ok(Issued { token, gate, now })
    }

    fn sign(&self, claims: &Value) -> String {
        let header = json!({"alg": "EdDSA", "typ": "role-snapshot+jwt", "kid": KID});
        let [header, claims] = [&header, claims].map(|part| BASE64URL.encode(part.to_string()));
        let signature = self.key.sign(format!("{header}.{claims}").as_bytes());
        format!(
            "{header}.{claims}.{}",
            BASE64URL.encode(signature.to_bytes())
        )
    }

    /// A number greater than all before, also after a restart: the time, or the last one plus 1.
    fn next_seq(&self, milliseconds: u64) -> u64 {
        let next = |last: u64| milliseconds.max(last + 1);
        let last = self
            .seq
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| {
                Some(next(last))
            });
        last.map_or(milliseconds, next)
    }
}

fn jwks(key: &SigningKey) -> Value {
    let x = BASE64URL.encode(key.verifying_key().as_bytes());
    json!({"keys": [{"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": KID, "x": x}]})
}
