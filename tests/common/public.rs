//! The reader of `tests/vectors/public`: vectors that others have published.
//!
//! What reaches private functions of the core stands in unit tests beside them; this is the same data
//! through public names, and through the library call that the core makes.

use std::collections::BTreeMap;

use ed25519_dalek::{Signature, VerifyingKey};
use rolegate::{KeySet, UnverifiedToken};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::text::Text;

const WYCHEPROOF: &str = include_str!("../vectors/public/wycheproof-ed25519.json");
const RFC: &str = include_str!("../vectors/public/rfc.json");
const JSON_TEST_SUITE: &str = include_str!("../vectors/public/json-test-suite.json");
const MANIFEST: &str = include_str!("../vectors/public/manifest.json");
const EXCEPTIONS: &str = include_str!("../vectors/public/exceptions.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    suites: Vec<Suite>,
    /// What is not kept here; a test reads it where somebody has it.
    elsewhere: Vec<Elsewhere>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Suite {
    file: String,
    sha256: String,
    cases: usize,
    source: String,
    commit: Option<String>,
    taken_from: String,
    licence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elsewhere {
    file: String,
    pub sha256: String,
    pub cases: usize,
    source: String,
    commit: String,
    licence: String,
}

/// Cases that come out otherwise than their suite says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    suite: String,
    case: String,
    outcome: Verdict,
    reason: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Accept,
    Refuse,
}

impl Verdict {
    fn of(accepted: bool) -> Verdict {
        if accepted {
            Verdict::Accept
        } else {
            Verdict::Refuse
        }
    }
}

/// Wycheproof's own shape, of which only what is used here is named.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wycheproof {
    number_of_tests: usize,
    test_groups: Vec<WycheproofGroup>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WycheproofGroup {
    public_key_jwk: serde_json::Value,
    public_key: WycheproofKey,
    tests: Vec<WycheproofTest>,
}

#[derive(Deserialize)]
struct WycheproofKey {
    pk: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WycheproofTest {
    tc_id: u32,
    msg: String,
    sig: String,
    result: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rfc {
    rfc8032: Vec<Signed>,
    rfc8037: Vec<RfcToken>,
    rfc7515: Vec<RfcToken>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signed {
    name: String,
    key: String,
    message: String,
    signature: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RfcToken {
    name: String,
    jwk: Option<serde_json::Value>,
    token: String,
    refuse: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JsonTestSuite {
    files: Vec<JsonFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JsonFile {
    name: String,
    sha256: String,
    text: Text,
}

/// Each file is the one that the manifest describes, and holds as many cases.
pub fn manifest() -> usize {
    let Manifest { suites, .. } = read(MANIFEST);
    let rfc: Rfc = read(RFC);
    let counts = [
        (
            "wycheproof-ed25519.json",
            WYCHEPROOF,
            read::<Wycheproof>(WYCHEPROOF).number_of_tests,
        ),
        (
            "rfc.json",
            RFC,
            rfc.rfc8032.len() + rfc.rfc8037.len() + rfc.rfc7515.len(),
        ),
        (
            "json-test-suite.json",
            JSON_TEST_SUITE,
            read::<JsonTestSuite>(JSON_TEST_SUITE).files.len(),
        ),
    ];
    assert_eq!(suites.len(), counts.len());
    for (suite, (file, text, cases)) in suites.iter().zip(counts) {
        assert_eq!(suite.file, file);
        assert_eq!(suite.sha256, hex_of(text.as_bytes()), "{file}");
        assert_eq!(suite.cases, cases, "{file}");
        for words in [&suite.source, &suite.taken_from, &suite.licence] {
            assert!(!words.is_empty(), "{file}");
        }
        assert!(
            suite
                .commit
                .as_ref()
                .is_none_or(|commit| commit.len() == 40)
        );
    }
    suites.len()
}

/// What the manifest says of a file that is not kept here.
pub fn elsewhere(file: &str) -> Elsewhere {
    let Manifest { elsewhere, .. } = read(MANIFEST);
    let suite = elsewhere.into_iter().find(|suite| suite.file == file);
    suite.expect("a suite of the manifest")
}

/// Wycheproof's signatures: 88 hold and 63 do not, and every key may be trusted.
pub fn wycheproof_ed25519() -> usize {
    let suite: Wycheproof = read(WYCHEPROOF);
    let mut outcomes = BTreeMap::new();
    for group in &suite.test_groups {
        assert_trusted(&group.public_key_jwk);
        for test in &group.tests {
            let key = unhex(&group.public_key.pk);
            let holds = holds(&key, &unhex(&test.msg), &unhex(&test.sig));
            assert_eq!(holds, test.result == "valid", "case {}", test.tc_id);
            *outcomes.entry(holds).or_insert(0) += 1;
        }
    }
    assert_eq!(outcomes, BTreeMap::from([(true, 88), (false, 63)]));
    151
}

/// RFC 8032 section 7.1: each signature holds, and no longer once a bit is flipped.
pub fn rfc8032() -> usize {
    let Rfc { rfc8032, .. } = read(RFC);
    for Signed {
        name,
        key,
        message,
        signature,
    } in &rfc8032
    {
        assert_trusted(
            &serde_json::json!({"kty": "OKP", "crv": "Ed25519", "kid": name, "x": base64url(&unhex(key))}),
        );
        let [key, message, mut signature] = [key, message, signature].map(|text| unhex(text));
        assert!(holds(&key, &message, &signature), "{name}");
        for byte in 0..64 {
            let bit = 1 << (byte % 8);
            signature[byte] ^= bit;
            assert!(!holds(&key, &message, &signature), "{name}, byte {byte}");
            signature[byte] ^= bit;
        }
    }
    rfc8032.len()
}

/// The example tokens of RFC 8037 and RFC 7515, none of which is a role snapshot.
pub fn rfc_tokens() -> usize {
    let Rfc {
        rfc8037, rfc7515, ..
    } = read(RFC);
    for example in &rfc8037 {
        // The signature itself holds, so it is the header that refuses.
        let (signed, signature) = example.token.rsplit_once('.').expect("a signature");
        let x = example.jwk.as_ref().expect("a key")["x"]
            .as_str()
            .expect("x");
        assert!(holds(
            &unbase64url(x),
            signed.as_bytes(),
            &unbase64url(signature)
        ));
    }
    for example in rfc8037.iter().chain(&rfc7515) {
        let error = UnverifiedToken::parse(&example.token).expect_err(&example.name);
        assert_eq!(error.code().as_str(), example.refuse, "{}", example.name);
    }
    rfc8037.len() + rfc7515.len()
}

/// `JSONTestSuite` in the place of a member that a key set does not know: a set is refused exactly
/// where the text is no JSON as we take it.
pub fn json_test_suite() -> usize {
    let JsonTestSuite { files } = read(JSON_TEST_SUITE);
    let exceptions: Vec<Exception> = read(EXCEPTIONS);
    let mut excepted = 0;
    for JsonFile { name, sha256, text } in &files {
        let text = text.bytes();
        assert_eq!(*sha256, hex_of(&text), "{name}");
        let set = [
            br#"{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}],"x":"#,
            text.as_slice(),
            b"}",
        ];
        let found = Verdict::of(KeySet::parse(&set.concat()).is_ok());
        let exception = exceptions
            .iter()
            .find(|exception| exception.suite == "json-test-suite" && exception.case == *name);
        let expected = match exception {
            None => Verdict::of(name.starts_with("y_")),
            Some(exception) => {
                assert!(!exception.reason.is_empty());
                excepted += 1;
                exception.outcome
            }
        };
        assert_eq!(found, expected, "{name}");
    }
    assert_eq!(excepted, exceptions.len(), "an exception names no case");
    files.len()
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> T {
    serde_json::from_str(text).expect("vectors")
}

/// Whether a signature holds by the strict rules.
pub fn holds(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let key = <[u8; 32]>::try_from(key).expect("32 bytes");
    let key = VerifyingKey::from_bytes(&key).expect("a point");
    <[u8; 64]>::try_from(signature).is_ok_and(|signature| {
        key.verify_strict(message, &Signature::from_bytes(&signature))
            .is_ok()
    })
}

#[track_caller]
fn assert_trusted(jwk: &serde_json::Value) {
    let set = serde_json::json!({"keys": [jwk]}).to_string();
    assert!(KeySet::parse(set.as_bytes()).is_ok(), "{set}");
}

/// The SHA-256 of some bytes.
pub fn hex_of(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn unhex(text: &str) -> Vec<u8> {
    (0..text.len() / 2)
        .map(|n| u8::from_str_radix(&text[2 * n..2 * n + 2], 16).expect("hexadecimal"))
        .collect()
}

pub fn base64url(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

fn unbase64url(text: &str) -> Vec<u8> {
    use base64::Engine as _;
    base64::engine::general_purpose::URL_SAFE_NO_PAD
        .decode(text)
        .expect("base64url")
}
