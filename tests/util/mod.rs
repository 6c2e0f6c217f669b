//! One-word helpers: real keys, real tokens, real gates.

#![allow(
    clippy::duplicate_mod,
    dead_code,
    unreachable_pub,
    reason = "each test program uses some of these"
)]

#[path = "../common/products.rs"]
mod products;

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer as _, SigningKey};
use rolegate::{Catalog, Error, Expectations, Gate, KeySet, Snapshot, UnixTime, UnverifiedToken};
use serde_json::{Value, json};

pub use products::PRODUCTS;

pub const ISSUER: &str = "https://app.example";
pub const AUDIENCE: &str = "chat-web";
pub const KID: &str = "test-1";
/// `iat` and `nbf` of [`claims`]; they run out an hour later.
pub const ISSUED: u64 = 1_790_000_000;
/// A time at which [`claims`] are in force and fresh.
pub const NOW: UnixTime = UnixTime::from_secs(ISSUED + 60);

/// The key that [`keys`] trusts.
pub fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

/// A JWKS with the public half of [`key`].
pub fn jwks() -> Value {
    let x = base64url(key().verifying_key().as_bytes());
    json!({"keys": [{"kty": "OKP", "crv": "Ed25519", "kid": KID, "alg": "EdDSA", "use": "sig", "x": x}]})
}

#[track_caller]
pub fn keys() -> KeySet {
    KeySet::parse(jwks().to_string().as_bytes()).unwrap()
}

pub fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub fn expectations() -> Expectations {
    Expectations::new(ISSUER, AUDIENCE)
}

/// The text of the catalog that the project ships under that id, if there is one.
pub fn shipped_text(id: &str) -> Option<&'static str> {
    let product = PRODUCTS.iter().find(|product| product.id == id)?;
    Some(product.catalog)
}

/// The catalog that the project ships under that id.
#[track_caller]
pub fn shipped(id: &str) -> Arc<Catalog> {
    Arc::new(Catalog::parse(shipped_text(id).unwrap().as_bytes()).unwrap())
}

/// A catalog from its JSON.
#[track_caller]
pub fn catalog(json: &Value) -> Arc<Catalog> {
    Arc::new(Catalog::parse(json.to_string().as_bytes()).unwrap())
}

/// Claims that are in force at [`NOW`], about somebody with these memberships.
pub fn claims(catalog: &Catalog, memberships: Value) -> Value {
    json!({
        "iss": ISSUER, "aud": AUDIENCE, "sub": "u42", "fmt": 1, "seq": 17,
        "iat": ISSUED, "nbf": ISSUED, "exp": ISSUED + 3600, "refresh_after": ISSUED + 1800,
        "catalog": {"id": catalog.id(), "sha256": base64url(catalog.digest())},
        "entitlements": [], "memberships": memberships,
    })
}

/// `claims` with members of `changes` set, and those that are null there removed.
pub fn with(mut claims: Value, changes: Value) -> Value {
    let (Value::Object(claims_map), Value::Object(changes)) = (&mut claims, changes) else {
        panic!("both must be objects");
    };
    for (name, value) in changes {
        if value.is_null() {
            claims_map.remove(&name);
        } else {
            claims_map.insert(name, value);
        }
    }
    claims
}

/// A token with the usual header over this payload.
pub fn token(payload: &Value) -> String {
    token_of(&header(), payload.to_string().as_bytes())
}

pub fn header() -> Value {
    json!({"alg": "EdDSA", "typ": "role-snapshot+jwt", "kid": KID})
}

/// A token with any header and payload, signed as they stand.
pub fn token_of(header: &Value, payload: &[u8]) -> String {
    let signed = format!(
        "{}.{}",
        base64url(header.to_string().as_bytes()),
        base64url(payload)
    );
    let signature = base64url(&key().sign(signed.as_bytes()).to_bytes());
    format!("{signed}.{signature}")
}

/// The whole way from claims to a snapshot, at [`NOW`].
pub fn snapshot(catalog: &Arc<Catalog>, claims: &Value) -> Result<Snapshot, Error> {
    let token = token(claims);
    let payload = UnverifiedToken::parse(&token)?.verify(&keys())?;
    Snapshot::validate(payload, catalog, &expectations(), NOW)
}

/// The whole way from claims to a gate, at [`NOW`].
#[track_caller]
pub fn gate(catalog: &Arc<Catalog>, claims: &Value) -> Gate {
    Gate::compile(snapshot(catalog, claims).unwrap())
}

/// A gate for somebody in the one workspace `w1`, with these roles and entitlements.
#[track_caller]
pub fn gate_with(catalog: &Arc<Catalog>, roles: &[&str], entitlements: &[&str]) -> Gate {
    let memberships = json!([{"workspace": "w1", "roles": roles, "filters": []}]);
    let memberships = match snapshot(catalog, &claims(catalog, memberships.clone())) {
        Ok(_) => memberships,
        Err(_) => json!([{"workspace": "w1", "roles": roles}]),
    };
    gate(
        catalog,
        &with(
            claims(catalog, memberships),
            json!({"entitlements": entitlements}),
        ),
    )
}
