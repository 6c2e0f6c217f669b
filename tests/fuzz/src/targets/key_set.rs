use std::collections::BTreeSet;
use std::sync::LazyLock;

use rolegate::{KeySet, LIMITS, UnverifiedToken};
use serde_json::{Value, json};

use crate::util::{KID, jwks, token};

static TOKEN: LazyLock<String> = LazyLock::new(|| token(&json!({})));

/// The text of a key set. One that is taken keeps its limits, and verifies the harness's token exactly
/// when it holds the harness's key.
pub fn key_set(data: &[u8]) {
    let Ok(keys) = KeySet::parse(data) else {
        return;
    };
    let kids: Vec<&str> = keys.kids().collect();
    assert!(kids.len() <= LIMITS.keys && data.len() <= LIMITS.key_set_bytes);
    assert!(kids.iter().all(|kid| kid.len() <= LIMITS.kid_bytes));
    assert_eq!(
        kids.iter().collect::<BTreeSet<_>>().len(),
        kids.len(),
        "a `kid` twice"
    );

    let set: Value = serde_json::from_slice(data).expect("a set of JSON");
    let x = &jwks()["keys"][0]["x"];
    let holds = |key: &Value| {
        key["kty"] == "OKP" && key["crv"] == "Ed25519" && key["kid"] == KID && key["x"] == *x
    };
    let verifies = UnverifiedToken::parse(&TOKEN).and_then(|token| token.verify(&keys));
    if verifies.is_ok() {
        assert!(set["keys"].as_array().unwrap().iter().any(holds), "{set}");
    }
}
