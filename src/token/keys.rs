//! The keys an application trusts: a JWKS (RFC 7517 section 5) of Ed25519 keys (RFC 8037).

use ed25519_dalek::{Signature, Verifier as _, VerifyingKey};

use crate::collections::Index;
use crate::error::{Error, ErrorCode};
use crate::json::{self, Node, Object, Read};
use crate::limits::LIMITS;
use crate::token::base64url;
use crate::token::jws::Algorithm;

/// How the `kid` of a key begins that was made for tests, by `rolegate/testing` or the feature `testing`.
pub(crate) const TEST_KID: &str = "rolegate-test-";

/// The public keys an application trusts, each under its `kid`.
///
/// ```
/// use rolegate::KeySet;
/// let keys = KeySet::parse(br#"{"keys": [{"kty": "OKP", "crv": "Ed25519", "kid": "2026-11",
///     "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}"#)?;
/// assert_eq!(keys.kids().collect::<Vec<_>>(), ["2026-11"]);
/// # Ok::<(), rolegate::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct KeySet {
    keys: Vec<TrustedKey>,
}

#[derive(Clone, Debug)]
pub(crate) struct TrustedKey {
    kid: String,
    /// The only algorithm name that this key accepts. `None`: both names.
    algorithm: Option<Algorithm>,
    key: VerifyingKey,
}

impl KeySet {
    /// Reads a JWKS.
    ///
    /// Keys of other types and curves are ignored (RFC 7517 section 5). The whole set is refused for
    /// anything doubtful about an Ed25519 key: a missing or repeated `kid`, a `use`, `key_ops` or `alg`
    /// for something else, a point that is not on the curve, not in canonical form or of small order.
    /// It is also refused for a private or symmetric key of any type, because a secret has been
    /// published, and for a key that was made for tests: its `kid` begins with `rolegate-test-`.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::KeysInvalid`]
    pub fn parse(bytes: &[u8]) -> Result<KeySet, Error> {
        let set = Self::parse_with_test_keys(bytes)?;
        if set.kids().any(|kid| kid.starts_with(TEST_KID)) {
            let message =
                "the key set holds a key made for tests, which only a gate made for tests trusts";
            return Err(Error::new(ErrorCode::KeysInvalid, message));
        }
        Ok(set)
    }

    /// Reads a JWKS, which may hold keys that were made for tests.
    pub(crate) fn parse_with_test_keys(bytes: &[u8]) -> Result<KeySet, Error> {
        if bytes.len() > LIMITS.key_set_bytes {
            let message = format!(
                "the key set is {} bytes long, the limit is {}",
                bytes.len(),
                LIMITS.key_set_bytes
            );
            return Err(Error::new(ErrorCode::KeysInvalid, message));
        }
        let value = json::parse(bytes).map_err(|what| {
            Error::new(
                ErrorCode::KeysInvalid,
                format!("the key set is refused: {what}"),
            )
        })?;
        read(&Node::quiet_root(&value))
            .map_err(|problem| problem.into_error(ErrorCode::KeysInvalid))
    }

    /// The `kid`s of the usable keys, in the order of the set.
    pub fn kids(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| key.kid.as_str())
    }

    pub(crate) fn find(&self, kid: &str) -> Option<&TrustedKey> {
        self.keys.iter().find(|key| key.kid == kid)
    }
}

impl TrustedKey {
    /// Whether this key may be used under the name `algorithm`.
    pub(crate) fn is_for(&self, algorithm: Algorithm) -> bool {
        self.algorithm.is_none_or(|only| only == algorithm)
    }

    /// Whether `signature` over `message` is by this key, by the strict rules: RFC 8032 section 5.1.7
    /// without cofactor, with canonical `S` and `R`, and neither `A` nor `R` of small order.
    ///
    /// A key set with an `A` of small order was refused. `R` is compared as bytes, which leaves each
    /// point one encoding; so the eight points of small order are recognised by theirs.
    pub(crate) fn verify(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        let signature = Signature::from_bytes(signature);
        !is_small_order(signature.r_bytes()) && self.key.verify(message, &signature).is_ok()
    }
}

/// Whether the canonical encoding of a point is one of the eight of small order.
fn is_small_order(point: &[u8; 32]) -> bool {
    /// The encoded `y`, without the sign of `x` in the highest bit: of the points of order 1, 2 and 4,
    /// and of the two pairs of order 8.
    const SMALL: [[u8; 32]; 5] = [
        y(1, 0, 0),
        y(0xec, 0xff, 0x7f),
        y(0, 0, 0),
        [
            0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef,
            0x98, 0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88,
            0x6d, 0x53, 0xfc, 0x05,
        ],
        [
            0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10,
            0x67, 0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77,
            0x92, 0xac, 0x03, 0x7a,
        ],
    ];
    let [start @ .., high] = point;
    SMALL
        .iter()
        .any(|[small @ .., last]| start == small && high & 0x7f == *last)
}

/// The bytes of a `y` whose bytes but for the first and the last are all the same.
const fn y(low: u8, middle: u8, high: u8) -> [u8; 32] {
    let mut bytes = [middle; 32];
    let [first, .., last] = &mut bytes;
    *first = low;
    *last = high;
    bytes
}

fn read(node: &Node<'_>) -> Read<KeySet> {
    let set = node.open_object()?;
    let list = set.required("keys")?;
    let mut keys: Vec<TrustedKey> = Vec::new();
    let mut kids = Index::default();
    for item in list.items(LIMITS.keys)? {
        let jwk = item.open_object()?;
        if jwk.names().any(|name| ["d", "k", "priv"].contains(&name)) {
            return Err(item.problem("is a private or symmetric key"));
        }
        if let Some(kid) = jwk.optional("kid")
            && kids.add(kid.string()?).is_none()
        {
            return Err(item.problem("has the `kid` of an earlier key"));
        }
        let kty = jwk.required("kty")?;
        if kty.string()? == "oct" {
            return Err(item.problem("is a private or symmetric key"));
        }
        if kty.string()? != "OKP" {
            continue;
        }
        let crv = jwk.required("crv")?;
        if crv.string()? != "Ed25519" {
            continue;
        }
        keys.push(ed25519_key(&item, &jwk)?);
    }
    if keys.is_empty() {
        return Err(list.problem("has no Ed25519 key"));
    }
    Ok(KeySet { keys })
}

fn ed25519_key(item: &Node<'_>, jwk: &Object<'_>) -> Read<TrustedKey> {
    let kid = jwk.required("kid")?.text(LIMITS.kid_bytes)?.to_owned();
    if let Some(node) = jwk.optional("use")
        && node.string()? != "sig"
    {
        return Err(node.problem("must be `sig`"));
    }
    if let Some(node) = jwk.optional("key_ops") {
        let mut verifies = false;
        for operation in node.items(LIMITS.keys)? {
            // RFC 7517 section 4.3 lists what the key is for. Nothing but verifying is accepted.
            if operation.string()? != "verify" || verifies {
                return Err(node.problem("must be [`verify`]"));
            }
            verifies = true;
        }
        if !verifies {
            return Err(node.problem("must be [`verify`]"));
        }
    }
    let algorithm = match jwk.optional("alg") {
        None => None,
        Some(node) => Some(
            Algorithm::parse(node.string()?)
                .ok_or_else(|| node.problem("must be `EdDSA` or `Ed25519`"))?,
        ),
    };
    let x = jwk.required("x")?;
    let bytes = base64url::decode_array::<32>(x.string()?)
        .ok_or_else(|| x.problem("must be 32 bytes in base64url without padding"))?;
    let key = VerifyingKey::from_bytes(&bytes)
        .map_err(|_| item.problem("is not a point of the curve"))?;
    // Decompression accepts a `y` beyond the field, which RFC 8032 section 5.1.3 refuses.
    if !is_canonical(&bytes) {
        return Err(item.problem("is not in canonical form"));
    }
    if key.is_weak() {
        return Err(item.problem("is a point of small order"));
    }
    Ok(TrustedKey {
        kid,
        algorithm,
        key,
    })
}

/// Whether the `y` of an encoded point is below the field's prime, 2^255 − 19.
fn is_canonical(bytes: &[u8; 32]) -> bool {
    let [low, middle @ .., high] = bytes;
    let all_ones = (high | 0x80) == 0xff && middle.iter().all(|byte| *byte == 0xff);
    !(all_ones && *low >= 0xed)
}

#[cfg(test)]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]
mod tests {
    use super::{KeySet, TrustedKey, is_canonical, is_small_order};
    use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
    use curve25519_dalek::{EdwardsPoint, Scalar};
    use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
    use serde_json::{Value, json};

    fn vectors(text: &str) -> Value {
        serde_json::from_str(text).expect("vectors")
    }

    fn bytes(text: &Value) -> Vec<u8> {
        let digits = text.as_str().expect("hexadecimal").as_bytes();
        let byte = |pair: &[u8]| {
            let pair = core::str::from_utf8(pair).ok()?;
            u8::from_str_radix(pair, 16).ok()
        };
        let bytes = digits.chunks(2).map(|pair| byte(pair).expect("two digits"));
        bytes.collect()
    }

    /// Whether the only key of `jwk` takes a signature over a message that is no token.
    fn holds(jwk: &Value, message: &Value, signature: &Value) -> bool {
        let set = KeySet::parse(json!({"keys": [jwk]}).to_string().as_bytes()).expect("a key");
        let key = set.keys.first().expect("one key");
        <[u8; 64]>::try_from(bytes(signature))
            .is_ok_and(|signature| key.verify(&bytes(message), &signature))
    }

    #[test]
    fn a_y_below_the_prime_is_canonical() {
        let point = |low: u8, middle: u8, high: u8| {
            let mut bytes = [0xff; 32];
            (bytes[0], bytes[15], bytes[31]) = (low, middle, high);
            is_canonical(&bytes)
        };
        for sign in [0x00, 0x80] {
            assert!(point(0xec, 0xff, 0x7f | sign), "the prime less one");
            assert!(!point(0xed, 0xff, 0x7f | sign), "the prime");
            assert!(!point(0xff, 0xff, 0x7f | sign), "the highest there is");
            assert!(point(0xff, 0xfe, 0x7f | sign), "less in its middle");
            assert!(point(0xff, 0xff, 0x7e | sign), "less in its highest byte");
        }
    }

    #[test]
    fn eight_points_are_of_small_order() {
        for point in EIGHT_TORSION {
            assert!(is_small_order(point.compress().as_bytes()), "{point:?}");
        }
        for factor in 1..1000_u64 {
            let point = ED25519_BASEPOINT_POINT * Scalar::from(factor);
            for point in EIGHT_TORSION.map(|small| point + small) {
                assert!(!is_small_order(point.compress().as_bytes()), "{factor}");
            }
        }
    }

    /// The key of any point: `A` may be of mixed order.
    fn key_of(point: EdwardsPoint) -> TrustedKey {
        let key = VerifyingKey::from_bytes(point.compress().as_bytes()).expect("a point");
        TrustedKey {
            kid: String::new(),
            algorithm: None,
            key,
        }
    }

    /// A signature whose `R` is that point, by a key whose private scalar is `secret`: valid without
    /// cofactor if `R` is what the equation gives for the message.
    fn forged(key: &TrustedKey, secret: Scalar, r: EdwardsPoint, message: &[u8]) -> [u8; 64] {
        use sha2::{Digest as _, Sha512};
        let r = r.compress().to_bytes();
        let hashed = Sha512::new()
            .chain_update(r)
            .chain_update(key.key.as_bytes());
        let k = Scalar::from_bytes_mod_order_wide(&hashed.chain_update(message).finalize().into());
        let mut signature = [0; 64];
        signature[..32].copy_from_slice(&r);
        signature[32..].copy_from_slice((k * secret).as_bytes());
        signature
    }

    /// Which of the two takes a signature: this crate, and `verify_strict` of the library.
    fn both(key: &TrustedKey, message: &[u8], signature: &[u8; 64]) -> [bool; 2] {
        let strict = key
            .key
            .verify_strict(message, &Signature::from_bytes(signature));
        [key.verify(message, signature), strict.is_ok()]
    }

    /// A key with a part of small order accepts forgeries with an `R` of small order, for some messages,
    /// unless the strict rules are kept.
    #[test]
    fn a_signature_with_an_r_of_small_order_is_refused_as_the_strict_rules_do() {
        use ed25519_dalek::Verifier as _;
        let mut lenient = 0;
        for small in EIGHT_TORSION {
            let secret = Scalar::from(0x1234_5678_9abc_def1_u64);
            let key = key_of(ED25519_BASEPOINT_POINT * secret + small);
            for r in EIGHT_TORSION {
                for message in 0..40_u8 {
                    let signature = forged(&key, secret, r, &[message]);
                    assert_eq!(both(&key, &[message], &signature), [false; 2]);
                    let signature = Signature::from_bytes(&signature);
                    lenient += u32::from(key.key.verify(&[message], &signature).is_ok());
                }
            }
        }
        assert!(lenient > 100, "{lenient}");
    }

    #[test]
    fn signatures_hold_just_where_they_do_by_the_strict_rules() {
        let mut bytes = [7_u8; 32];
        for round in 0..500_usize {
            bytes[round % 32] = bytes[round % 32].wrapping_mul(5).wrapping_add(round as u8);
            let signer = SigningKey::from_bytes(&bytes);
            let key = key_of(signer.verifying_key().to_edwards());
            let message = [round as u8; 40];
            let good = signer.sign(&message).to_bytes();
            assert_eq!(both(&key, &message, &good), [true; 2]);
            let mut bad = good;
            bad[round % 64] ^= 1 << (round % 8);
            assert_eq!(both(&key, &message, &bad), [false; 2]);
            // The `R` of another point, such as a sum with one of small order.
            let small = EIGHT_TORSION[round % 8];
            let r = ED25519_BASEPOINT_POINT * Scalar::from(round as u64 + 1) + small;
            bad[..32].copy_from_slice(r.compress().as_bytes());
            assert_eq!(both(&key, &message, &bad), [false; 2]);
        }
    }

    #[test]
    fn wycheproof_ed25519() {
        let suite = vectors(include_str!(
            "../../tests/vectors/public/wycheproof-ed25519.json"
        ));
        let mut cases: u32 = 0;
        for group in suite["testGroups"].as_array().expect("groups") {
            for test in group["tests"].as_array().expect("tests") {
                let found = holds(&group["publicKeyJwk"], &test["msg"], &test["sig"]);
                assert_eq!(found, test["result"] == "valid", "case {}", test["tcId"]);
                cases = cases.saturating_add(1);
            }
        }
        assert_eq!(cases, 151);
    }

    #[test]
    fn rfc8032_section_7_1() {
        use base64::Engine as _;
        let suite = vectors(include_str!("../../tests/vectors/public/rfc.json"));
        let cases = suite["rfc8032"].as_array().expect("cases");
        for case in cases {
            let x = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes(&case["key"]));
            let jwk = json!({"kty": "OKP", "crv": "Ed25519", "kid": case["name"], "x": x});
            assert!(holds(&jwk, &case["message"], &case["signature"]), "{case}");
            let other = json!("00");
            assert!(!holds(&jwk, &other, &case["signature"]), "{case}");
        }
        assert_eq!(cases.len(), 5);
    }
}
