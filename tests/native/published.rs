//! Published vectors that are not kept in this repository, from a folder that has them:
//! `make test-published SUITES=folder`. The manifest says which they are, by their hashes.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rolegate::{KeySet, UnverifiedToken};
use serde_json::{Value, json};

use crate::common::public::{base64url, elsewhere, hex_of, holds, unhex};

/// What becomes of a signature and the key that it comes with.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Verdict {
    Accepted,
    KeyRefused,
    SignatureRefused,
}

use Verdict::{Accepted, KeyRefused, SignatureRefused};

/// A suite, which must be the one that the manifest names.
fn suite(file: &str) -> Value {
    let folder = std::env::var_os("SUITES").expect("SUITES names a folder");
    let path = PathBuf::from(folder).join(file);
    let text = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let named = elsewhere(file);
    assert_eq!(hex_of(&text), named.sha256, "{file}");
    let suite: Value = serde_json::from_slice(&text).unwrap();
    let count = match &suite {
        Value::Array(cases) => json!(cases.len()),
        suite => suite["numberOfTests"].clone(),
    };
    assert_eq!(count, named.cases, "{file}");
    suite
}

fn verdict(key: &str, message: &[u8], signature: &str) -> Verdict {
    let jwk = json!({"kty": "OKP", "crv": "Ed25519", "kid": "k", "x": base64url(&unhex(key))});
    if KeySet::parse(json!({"keys": [jwk]}).to_string().as_bytes()).is_err() {
        KeyRefused
    } else if holds(&unhex(key), message, &unhex(signature)) {
        Accepted
    } else {
        SignatureRefused
    }
}

fn text<'a>(case: &'a Value, member: &str) -> &'a str {
    case[member].as_str().expect(member)
}

#[test]
#[ignore = "needs files that are not kept here"]
fn cctv_ed25519() {
    let mut counts = BTreeMap::new();
    let suite = suite("ed25519vectors.json");
    for case in suite.as_array().unwrap() {
        let flags: Vec<&str> = case["flags"]
            .as_array()
            .map(|flags| flags.iter().map(|flag| flag.as_str().unwrap()).collect())
            .unwrap_or_default();
        let has = |flag: &&str| flags.contains(flag);
        let expected = if ["low_order_A", "non_canonical_A"].iter().any(has) {
            KeyRefused
        } else if flags
            .iter()
            .all(|flag| ["low_order_component_A", "low_order_component_R"].contains(flag))
        {
            Accepted
        } else {
            SignatureRefused
        };
        let found = verdict(
            text(case, "key"),
            text(case, "msg").as_bytes(),
            text(case, "sig"),
        );
        assert_eq!(found, expected, "case {}", case["number"]);
        *counts.entry(found).or_insert(0) += 1;
    }
    let expected = [(Accepted, 43), (KeyRefused, 526), (SignatureRefused, 345)];
    assert_eq!(counts, BTreeMap::from(expected));
}

#[test]
#[ignore = "needs files that are not kept here"]
fn speccheck() {
    let suite = suite("cases.json");
    let found: Vec<Verdict> = suite
        .as_array()
        .unwrap()
        .iter()
        .map(|case| {
            let message = unhex(text(case, "message"));
            verdict(text(case, "pub_key"), &message, text(case, "signature"))
        })
        .collect();
    let expected: Vec<Verdict> = (0..12)
        .map(|case| match case {
            3 => Accepted,
            0 | 1 | 10 | 11 => KeyRefused,
            _ => SignatureRefused,
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
#[ignore = "needs files that are not kept here"]
fn wycheproof_jws_and_jwk() {
    for (file, valid) in [
        ("json_web_signature_test.json", 46),
        ("json_web_key_test.json", 5),
    ] {
        let suite = suite(file);
        let mut count = 0;
        for group in suite["testGroups"].as_array().unwrap() {
            let keys = group.get("public").unwrap_or(&group["private"]);
            let set = match keys.get("keys") {
                Some(_) => keys.clone(),
                None => json!({"keys": [keys]}),
            };
            let trusted = KeySet::parse(set.to_string().as_bytes()).is_ok();
            for case in group["tests"].as_array().unwrap() {
                let read = UnverifiedToken::parse(text(case, "jws")).is_ok();
                // None of them is signed with Ed25519, and none is a role snapshot.
                assert!(!trusted && !read, "{file}, case {}", case["tcId"]);
                count += usize::from(case["result"] == "valid");
            }
        }
        assert_eq!(count, valid, "{file}");
    }
}
