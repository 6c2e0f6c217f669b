use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, Signer as _, VerifyingKey};
use rolegate::{KeySet, UnverifiedToken};
use serde_json::Value;

use crate::util::{KID, base64url, jwks, key};

/// A key set, and its keys as another reader takes them.
type Keys = (KeySet, Vec<(String, VerifyingKey)>);

/// The keys of the vectors' tokens, and that of the harness.
static KEYS: LazyLock<Vec<Keys>> = LazyLock::new(|| {
    let usual = include_str!("../../../vectors/tokens/usual.json");
    let usual: Value = serde_json::from_str(usual).unwrap();
    let main = usual["key_sets"]["main"].as_str().unwrap().to_owned();
    [main, jwks().to_string()]
        .map(|text| {
            let set: Value = serde_json::from_str(&text).unwrap();
            let keys = set["keys"].as_array().unwrap().iter();
            let keys = keys.filter(|key| key["crv"] == "Ed25519").map(|key| {
                let x = URL_SAFE_NO_PAD.decode(key["x"].as_str().unwrap()).unwrap();
                let kid = key["kid"].as_str().unwrap().to_owned();
                (
                    kid,
                    VerifyingKey::from_bytes(&x.try_into().unwrap()).unwrap(),
                )
            });
            (KeySet::parse(text.as_bytes()).unwrap(), keys.collect())
        })
        .into()
});

/// A token's text, as it stands; or where it starts with a brace, which no token does: a header, which
/// is encoded and signed here, up to a line end, and a payload behind it.
pub fn token(data: &[u8]) {
    if data.first() == Some(&b'{') {
        let end = data.iter().position(|byte| *byte == b'\n');
        let (header, payload) = data.split_at(end.unwrap_or(data.len()));
        let signed = format!("{}.{}", base64url(header), base64url(payload));
        let signature = base64url(&key().sign(signed.as_bytes()).to_bytes());
        check(&format!("{signed}.{signature}"));
    }
    if let Ok(text) = core::str::from_utf8(data) {
        check(text);
    }
}

fn check(text: &str) {
    for (set, keys) in KEYS.iter() {
        let Ok(payload) = UnverifiedToken::parse(text).and_then(|token| token.verify(set)) else {
            continue;
        };
        let parts: Vec<&str> = text.split('.').collect();
        let [header, body, signature] = parts[..] else {
            panic!("a token of {} parts verified", parts.len());
        };
        let decode = |part: &str| URL_SAFE_NO_PAD.decode(part).expect("strict base64url");
        assert_eq!(payload.as_bytes(), decode(body), "the payload is another");
        let header: Value = serde_json::from_slice(&decode(header)).expect("a header of JSON");
        assert!(
            header["alg"] == "EdDSA" || header["alg"] == "Ed25519",
            "{header}"
        );
        let kid = header["kid"].as_str().unwrap_or(KID);
        let signature = Signature::from_slice(&decode(signature)).expect("64 bytes");
        let signed = text.rsplit_once('.').unwrap().0.as_bytes();
        let by = |(name, key): &(String, VerifyingKey)| {
            name == kid && key.verify_strict(signed, &signature).is_ok()
        };
        assert!(keys.iter().any(by), "signed by none of the keys: {text}");
    }
}
