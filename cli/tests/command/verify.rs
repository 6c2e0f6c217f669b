//! `rolegate verify`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use serde_json::json;

use crate::util::{ADOBE, NOW, USERLIKE, fed, keys, payload, rolegate, sign, signed, verify};

#[test]
fn good_token_is_told_in_words() {
    let (key, keys) = keys("verify-good");
    let token = signed(&key);
    let told = "\
person u42
issued 1790000000, 10 s ago
in force from 1790000000, 10 s ago
expires 1790000300, in 290 s
seq 17
entitlements prime
workspace main: roles live-agent, sales-admin
";
    assert_eq!(
        rolegate(&verify(&keys, &["--at", "1790000010", &token])).ok(),
        told
    );
    let subject = ["--at", "1790000010", "--subject", "u42", "-"];
    assert_eq!(
        fed(&verify(&keys, &subject), &format!("{token}\n")).ok(),
        told
    );
}

#[test]
fn tampered_token_is_refused() {
    let (key, keys) = keys("verify-tampered");
    let token = signed(&key);
    let segments: Vec<&str> = token.split('.').collect();
    let mut claims = payload(&token);
    claims["memberships"][0]["roles"] = json!(["marketing-admin"]);
    let edited = format!(
        "{}.{}.{}",
        segments[0],
        BASE64URL.encode(claims.to_string()),
        segments[2]
    );
    rolegate(&verify(&keys, &["--at", NOW, &edited]))
        .says(1, "ERR_SIGNATURE_INVALID: the signature is not valid");
    rolegate(&verify(&keys, &["--at", NOW, &token[1..]])).says(
        1,
        "ERR_TOKEN_MALFORMED: the header is not base64url without padding",
    );
}

#[test]
fn claims_do_not_steer_the_terminal() {
    let (key, keys) = keys("verify-control");
    let puzzel = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogs/puzzel.json");
    let group = "g\u{1b}c";
    let mut claims = json!({
        "iss": "https://app.example",
        "aud": "chat-web",
        "sub": "u4\u{1b}[2K\rperson u1\nseq 1",
        "fmt": 1,
        "seq": 17,
        "memberships": [{
            "workspace": "w\u{9b}31m\u{7f}\u{202e}",
            "roles": ["administrator"],
            "groups": [group],
            "layers": [{"from": "group", "id": group, "values": {"company.edit": "off"}}],
            "filters": [{"queues": ["q\u{85}\t"]}],
        }],
    });
    let options = sign(&key, puzzel);
    let token = fed(&options, &claims.to_string()).ok();
    let mut arguments = verify(&keys, &["--at", NOW, "-"]);
    arguments[8] = puzzel;
    assert_eq!(
        fed(&arguments, &token).ok(),
        "\
person u4\\u001b[2K\\rperson u1\\nseq 1
issued 1790000000, now
in force from 1790000000, now
expires 1790000300, in 300 s
seq 17
entitlements none
workspace w\\u009b31m\\u007f\\u202e: roles administrator; groups g\\u001bc; group layer \
{\"company.edit\":\"off\"}; only {\"queues\":[\"q\\u0085\\t\"]}
"
    );
    arguments[0] = "explain";
    arguments.push("company.edit");
    let told = fed(&arguments, &token).out;
    assert!(told.contains("\nlayer group g\\u001bc: off\n"), "{told}");

    claims["catalog"] = json!({"id": "a\u{1b}c\n"});
    fed(&options, &claims.to_string()).says(
        1,
        "error: the claims are for the catalog `a\\u001bc\\n`, but the file is the catalog `puzzel`",
    );
}

#[test]
fn time_to_judge_by_is_in_seconds() {
    let (key, keys) = keys("verify-seconds");
    let token = signed(&key);
    for wrong in ["0", "1790000000000"] {
        let ended = rolegate(&verify(&keys, &["--at", wrong, &token]));
        assert_eq!((ended.code, ended.out.as_str()), (2, ""));
        let told = format!(
            "error: invalid value '{wrong}' for '--at <UNIX_SECONDS>': times are in seconds since \
             1970, between the years 2020 and 2100\n"
        );
        assert!(ended.err.starts_with(&told), "{}", ended.err);
    }
}

#[test]
fn every_refusal_starts_with_its_code() {
    let (key, keys) = keys("verify-refusals");
    let (_, others) = crate::util::keys("verify-refusals-others");
    let token = signed(&key);
    rolegate(&verify(&keys, &["--at", "1790000360", &token])).says(
        1,
        "ERR_SNAPSHOT_EXPIRED: `exp` lies 60 s behind the clock, the leeway is 60 s",
    );
    rolegate(&verify(&keys, &["--at", NOW, "--subject", "u43", &token]))
        .says(1, "ERR_CLAIM_INVALID: `sub` is not the expected subject");
    rolegate(&verify(&others, &["--at", NOW, &token]))
        .says(1, "ERR_SIGNATURE_INVALID: the signature is not valid");
    let mut other_catalog = verify(&keys, &["--at", NOW, &token]);
    other_catalog[8] = USERLIKE;
    rolegate(&other_catalog).says(
        1,
        "ERR_CATALOG_MISMATCH: the snapshot was written for another catalog",
    );
    let mut no_keys = verify(ADOBE, &["--at", NOW, &token]);
    assert!(rolegate(&no_keys).err.starts_with("ERR_KEYS_INVALID: "));
    no_keys[2] = "/no/such/keys";
    rolegate(&no_keys).says(
        3,
        "error: cannot read `/no/such/keys`: No such file or directory",
    );
}
