use std::sync::{Arc, LazyLock};

use rolegate::{Catalog, ErrorCode, Gate, KeySet, Snapshot, UnverifiedToken};
use serde_json::{Value, json};

use super::{Choices, ask, edits};
use crate::util::{NOW, base64url, expectations, header, keys, token_of};

/// A catalog, its JSON, and claims about it.
struct Base {
    catalog: Arc<Catalog>,
    json: Value,
    claims: Value,
}

static KEYS: LazyLock<KeySet> = LazyLock::new(keys);
static BASES: LazyLock<[Base; 2]> = LazyLock::new(|| {
    let bases = include_str!("../../../vectors/formats/bases.json");
    let bases: Value = serde_json::from_str(bases).unwrap();
    let puzzel = include_str!("../../../../catalogs/puzzel.json");
    let payloads = &bases["payloads"];
    [
        (
            bases["catalogs"]["sample"].clone(),
            payloads["sample"].clone(),
        ),
        (
            serde_json::from_str(puzzel).unwrap(),
            payloads["puzzel"].clone(),
        ),
    ]
    .map(|(json, mut claims)| {
        let catalog = Arc::new(Catalog::parse(json.to_string().as_bytes()).unwrap());
        claims["catalog"] = json!({"id": catalog.id(), "sha256": base64url(catalog.digest())});
        Base {
            catalog,
            json,
            claims,
        }
    })
});

/// A payload where it starts with a brace, else choices: a base and edits of it. Either is signed
/// here; what passes is compiled, and asked everything.
pub fn claims(data: &[u8]) {
    if data.first() == Some(&b'{') {
        BASES.iter().for_each(|base| check(base, data));
    } else {
        let mut choices = Choices(data);
        let base = &BASES[choices.below(BASES.len())];
        let mut claims = base.claims.clone();
        edits::apply(&mut claims, &mut choices);
        check(base, claims.to_string().as_bytes());
    }
}

fn check(base: &Base, payload: &[u8]) {
    let token = token_of(&header(), payload);
    let verified = UnverifiedToken::parse(&token).and_then(|token| token.verify(&KEYS));
    let verified = match verified {
        Err(error) => {
            assert_eq!(error.code(), ErrorCode::TokenTooLarge, "{error}");
            return;
        }
        Ok(verified) => verified,
    };
    match Snapshot::validate(verified, &base.catalog, &expectations(), NOW) {
        Err(error) => assert!(
            matches!(
                error.code(),
                ErrorCode::ClaimInvalid
                    | ErrorCode::SnapshotInvalid
                    | ErrorCode::SnapshotExpired
                    | ErrorCode::SnapshotNotYetValid
                    | ErrorCode::CatalogMismatch
            ),
            "{:?} {error}",
            error.code()
        ),
        Ok(snapshot) => {
            let claims: Value = serde_json::from_slice(payload).expect("claims of JSON");
            assert_eq!(claims["sub"], snapshot.subject());
            assert_eq!(claims["seq"], snapshot.seq());
            assert_eq!(claims["iss"], "https://app.example");
            assert!(snapshot.expires() > NOW);
            ask::everything(&Gate::compile(snapshot), &base.json);
        }
    }
}
