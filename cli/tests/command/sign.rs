//! `rolegate sign`.

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Command, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use serde_json::{Value, json};

use crate::util::{
    ADOBE, NOW, USERLIKE, claims, entries, fed, fed_bytes, fed_in, folder, header, keys,
    on_a_full_disk, payload, program, rolegate, sign, signed, verify,
};

#[test]
fn claims_are_signed_byte_for_byte() {
    let (key, _) = keys("sign-bytes");
    let odd = "{ \"sub\":\"u\\u0034\" ,\n \"x\": 1.50 }\n";
    let token = fed(&["sign", "--key", &key, "-"], odd).ok();
    assert_eq!(
        BASE64URL.decode(token.split('.').nth(1).unwrap()).unwrap(),
        odd.as_bytes()
    );
    assert_eq!(
        header(&token),
        json!({"alg": "EdDSA", "kid": "k1", "typ": "role-snapshot+jwt"})
    );
}

#[test]
fn options_change_only_what_they_name() {
    let (key, _) = keys("sign-options");
    let options = [
        "sign",
        "--key",
        &key,
        "--issued-at",
        NOW,
        "--lifetime",
        "300",
        "-",
    ];
    let token = fed(&options, r#"{"x": 1.50, "exp": 5, "y": {"b": 1, "a": 2}}"#).ok();
    assert_eq!(
        String::from_utf8(BASE64URL.decode(token.split('.').nth(1).unwrap()).unwrap()).unwrap(),
        r#"{"x":1.50,"exp":1790000300,"y":{"b": 1, "a": 2},"iat":1790000000,"nbf":1790000000}"#
    );
}

#[test]
fn catalog_is_named_by_its_digest() {
    let (key, _) = keys("sign-catalog");
    let digest = rolegate(&["catalog", "digest", ADOBE]).ok();
    assert_eq!(
        payload(&signed(&key))["catalog"],
        json!({"id": "adobe-dynamic-chat", "sha256": digest.trim_end()})
    );
}

#[test]
fn what_an_application_would_refuse_is_not_printed() {
    let (key, _) = keys("sign-check");
    let options = sign(&key, ADOBE);
    let refused = |change: fn(&mut Value)| {
        let mut claims = claims();
        change(&mut claims);
        let ended = fed(&options, &claims.to_string());
        assert_eq!(ended.out, "");
        ended
    };
    refused(|claims| claims["memberships"][0]["roles"][1] = json!("owner")).says(
        1,
        "ERR_SNAPSHOT_INVALID: memberships[0].roles[1]: is neither a role of the catalog nor one of the snapshot",
    );
    refused(|claims| claims["catalog"] = json!({"id": "userlike"})).says(
        1,
        "error: the claims are for the catalog `userlike`, but the file is the catalog `adobe-dynamic-chat`",
    );
    let ended = refused(|claims| drop(claims.as_object_mut().unwrap().remove("iss")));
    assert_eq!(ended.code, 1);
    assert!(
        ended.err.starts_with("ERR_CLAIM_INVALID: "),
        "{}",
        ended.err
    );
}

#[test]
fn roles_that_tenants_may_not_add_are_not_signed() {
    let (key, _) = keys("sign-new-roles");
    let own = json!([{"id": "boss", "label": {"en": "Boss"}, "values": {"roles": "write", "company": "write"}}]);
    let mut claims = claims();
    claims["catalog"] = json!({"id": "userlike"});
    claims["entitlements"] = json!([]);
    claims["memberships"] = json!([{"workspace": "w1", "roles": ["boss"]}]);
    claims["roles"] = own;
    fed(&sign(&key, USERLIKE), &claims.to_string()).says(
        1,
        "ERR_SNAPSHOT_INVALID: roles[0].id: is not a role of the catalog, and the catalog lets tenants add none",
    );
}

#[test]
fn repetitions_in_lists_of_ids_are_a_warning() {
    let (key, keys) = keys("sign-repetitions");
    let mut claims = claims();
    claims["entitlements"] = json!(["prime", "prime"]);
    claims["memberships"][0]["roles"] = json!(["live-agent", "live-agent", "live-agent"]);
    let warnings = "\
warning: entitlements[1]: is repeated and dropped
warning: memberships[0].roles[1]: is repeated and dropped, with 1 more of this list
";
    let signed = fed(&sign(&key, ADOBE), &claims.to_string());
    assert_eq!((signed.code, signed.err.as_str()), (0, warnings));
    let token = signed.out.trim_end();
    assert_eq!(payload(token)["entitlements"], claims["entitlements"]);
    let verified = rolegate(&verify(&keys, &["--at", NOW, token]));
    assert_eq!((verified.code, verified.err.as_str()), (0, warnings));
    claims["memberships"] = json!([claims["memberships"][0], claims["memberships"][0]]);
    let doubled = fed(&sign(&key, ADOBE), &claims.to_string());
    assert_eq!(doubled.code, 1);
    assert_eq!(
        doubled.err,
        "ERR_SNAPSHOT_INVALID: memberships[1]: has the workspace of an earlier membership\n"
    );
}

#[test]
fn times_are_seconds() {
    let (key, _) = keys("sign-seconds");
    let options = ["sign", "--key", &key, "--catalog", ADOBE];
    let refused = |issued: u64, expires: u64, sentence: &str| {
        let mut claims = claims();
        claims["iat"] = json!(issued);
        claims["exp"] = json!(expires);
        let long = ["--max-lifetime", "9000000000000", "-"];
        let ended = fed(&[&options[..], &long].concat(), &claims.to_string());
        assert_eq!(ended.out, "");
        ended.says(1, sentence);
    };
    refused(
        1_790_000_000_000,
        1_790_000_300_000,
        "ERR_CLAIM_INVALID: `iat` is 1790000000000: times are in seconds since 1970, between the \
         years 2020 and 2100",
    );
    refused(
        1_790_000_000,
        1_790_000_300_000,
        "ERR_CLAIM_INVALID: `exp` is 1790000300000: times are in seconds since 1970, between the \
         years 2020 and 2100",
    );
    refused(
        5,
        305,
        "ERR_CLAIM_INVALID: `iat` is 5: times are in seconds since 1970, between the years 2020 \
         and 2100",
    );
    for wrong in ["5", "1790000000000", "1577836799", "4102444800", "now"] {
        let times = ["--issued-at", wrong, "--lifetime", "300", "-"];
        let ended = fed(&[&options[..], &times].concat(), &claims().to_string());
        assert_eq!((ended.code, ended.out.as_str()), (2, ""));
        let told = format!(
            "error: invalid value '{wrong}' for '--issued-at <UNIX_SECONDS>': times are in seconds \
             since 1970, between the years 2020 and 2100\n"
        );
        assert!(ended.err.starts_with(&told), "{}", ended.err);
    }
    for right in ["1577836800", "4102444799"] {
        let times = ["--issued-at", right, "--lifetime", "300", "-"];
        fed(&[&options[..], &times].concat(), &claims().to_string()).ok();
    }
}

#[test]
fn missing_times_are_told_with_the_option_that_sets_them() {
    let (key, _) = keys("sign-no-times");
    let options = ["sign", "--key", &key, "--catalog", ADOBE];
    fed(&[&options[..], &["-"]].concat(), &claims().to_string())
        .says(1, "ERR_CLAIM_INVALID: `iat` is missing; --lifetime sets it");
    let issued = ["--issued-at", NOW, "-"];
    fed(&[&options[..], &issued].concat(), &claims().to_string())
        .says(1, "ERR_CLAIM_INVALID: `exp` is missing; --lifetime sets it");
}

#[test]
fn longer_lifetimes_are_for_who_asks() {
    let (key, keys) = keys("sign-lifetime");
    let two_days = [
        "sign",
        "--key",
        &key,
        "--catalog",
        ADOBE,
        "--issued-at",
        NOW,
        "--lifetime",
        "172800",
    ];
    fed(&[&two_days[..], &["-"]].concat(), &claims().to_string()).says(
        1,
        "ERR_CLAIM_INVALID: `exp` lies 172800 s after `iat`, the limit is 86400 s",
    );
    let token = fed(
        &[&two_days[..], &["--max-lifetime", "172800", "-"]].concat(),
        &claims().to_string(),
    )
    .ok();
    fed(
        &verify(&keys, &["--at", NOW, "--max-lifetime", "172800", "-"]),
        &token,
    )
    .ok();
    assert_eq!(fed(&verify(&keys, &["--at", NOW, "-"]), &token).code, 1);
}

#[test]
fn claims_must_be_one_object() {
    let (key, _) = keys("sign-object");
    for (claims, why) in [
        (
            r#"{"sub": "a", "sub": "b"}"#,
            "`sub` occurs twice at line 1 column 24",
        ),
        (
            "[]",
            "invalid type: sequence, expected an object at line 1 column 0",
        ),
        ("{} {}", "trailing characters at line 1 column 4"),
    ] {
        fed(&["sign", "--key", &key, "-"], claims).says(
            1,
            &format!("error: the claims are not one JSON object: {why}"),
        );
    }
}

#[test]
fn files_that_are_no_utf_8_are_told() {
    let (key, keys) = keys("sign-encodings");
    let folder = folder("sign-encodings-files");
    let token = signed(&key);
    let written = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let utf_16 = |text: &str| -> Vec<u8> {
        let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let told = [
        (
            "the text begins with a byte order mark: save it as UTF-8 without one",
            &(|text: &str| format!("\u{feff}{text}").into_bytes()) as &dyn Fn(&str) -> Vec<u8>,
        ),
        ("the text is UTF-16 or UTF-32: save it as UTF-8", &utf_16),
        ("the text is empty", &|_| Vec::new()),
    ];
    for (why, spoil) in told {
        let text = |path: &str| fs::read_to_string(path).unwrap();
        let claims = written("claims.json", &spoil(&claims().to_string()));
        rolegate(&["sign", "--key", &key, &claims]).says(
            1,
            &format!("error: the claims are not one JSON object: {why}"),
        );
        let spoilt_key = written("private.jwk", &spoil(&text(&key)));
        rolegate(&["sign", "--key", &spoilt_key, &claims])
            .says(1, &format!("error: `{spoilt_key}` cannot be used: {why}"));
        let catalog = written("catalog.json", &spoil(&text(ADOBE)));
        let refused = format!("ERR_CATALOG_INVALID: {catalog}: the catalog is refused: {why}");
        rolegate(&sign(&key, &catalog)).says(1, &refused);
        rolegate(&["types", &catalog]).says(1, &refused);
        let spoilt_keys = written("jwks.json", &spoil(&text(&keys)));
        rolegate(&verify(&spoilt_keys, &["--at", NOW, &token])).says(
            1,
            &format!("ERR_KEYS_INVALID: the key set is refused: {why}"),
        );
    }
    // The token comes as text, so UTF-16 is seen by what reading it as UTF-8 has made of it.
    for (input, why) in [
        (format!("\u{feff}{token}").into_bytes(), told[0].0),
        (
            utf_16(&token),
            "the text was read as UTF-8 and is in another encoding, UTF-16 say",
        ),
        (b"\n".to_vec(), told[2].0),
    ] {
        fed_bytes(&verify(&keys, &["--at", NOW, "-"]), &input).says(
            1,
            &format!("ERR_TOKEN_MALFORMED: the token is refused: {why}"),
        );
    }
}

#[test]
fn public_key_set_does_not_sign() {
    let (_, keys) = keys("sign-public");
    let ended = fed(&["sign", "--key", &keys, "-"], "{}");
    ended.says(
        1,
        &format!(
            "error: `{keys}` cannot be used: not a private JWK: it needs the members `kty`, `crv`, `x` \
             and `d`, and `alg` may be `EdDSA`, `Ed25519` or absent"
        ),
    );
    let ended = fed(&["sign", "--key", "/no/such/key", "-"], "{}");
    ended.says(
        3,
        "error: cannot read `/no/such/key`: No such file or directory",
    );
}

#[test]
fn file_is_replaced_whole() {
    let (key, keys) = keys("sign-out");
    let folder = folder("sign-out-files");
    let to = |out: &str, claims: &Value| {
        let options = [&sign(&key, ADOBE)[..], &["--out", out]].concat();
        fed_in(&folder, &options, claims.to_string().as_bytes())
    };
    let token = || fs::read_to_string(folder.join("token")).unwrap();
    assert_eq!(to("token", &claims()).ok(), "");
    let verified = verify(&keys, &["--at", NOW, "-"]);
    let first = token();
    fed(&verified, &first).ok();

    let mut next = claims();
    next["seq"] = json!(18);
    // Who has the old file open keeps the old text.
    let mut open = fs::File::open(folder.join("token")).unwrap();
    to("../sign-out-files/token", &next).ok();
    assert!(fed(&verified, &token()).ok().contains("seq 18\n"));
    let mut old = String::new();
    open.read_to_string(&mut old).unwrap();
    assert_eq!(old, first);
    assert_eq!(entries(&folder), ["token"]);
    assert_eq!(to("-", &claims()).ok(), first);
}

#[test]
fn file_stays_as_it_was_after_a_failure() {
    let (key, _) = keys("sign-out-fails");
    let folder = folder("sign-out-fails-files");
    let written = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (token, claims) = (written("token", "before"), written("claims.json", "{}"));
    let out = ["sign", "--key", &key, "--out", &token];
    assert_eq!(fed(&[&out[..], &["-"]].concat(), "[]").code, 1);
    let wrong = [&out[..], &["--catalog", ADOBE, &claims]].concat();
    assert_eq!(rolegate(&wrong).code, 1);
    let full = on_a_full_disk(&[&out[..], &[&claims]].concat());
    full.says(3, &format!("error: cannot write `{token}`: File too large"));
    assert_eq!(fs::read_to_string(&token).unwrap(), "before");
    assert_eq!(entries(&folder), ["claims.json", "token"]);

    fs::remove_file(&token).unwrap();
    assert_eq!(on_a_full_disk(&[&out[..], &[&claims]].concat()).code, 3);
    assert_eq!(entries(&folder), ["claims.json"]);
}

#[test]
fn place_that_takes_no_file_is_told() {
    let (key, _) = keys("sign-out-places");
    let folder = folder("sign-out-places-files");
    let folder = folder.to_str().unwrap();
    let to = |out: &str| fed(&["sign", "--key", &key, "--out", out, "-"], "{}");
    to(folder).says(
        3,
        &format!("error: cannot write `{folder}`: is a directory"),
    );
    to(&format!("{folder}/none/token")).says(
        3,
        &format!("error: cannot write `{folder}/none/token`: No such file or directory"),
    );
    to("/dev/null").says(
        1,
        "error: `/dev/null` is not a file that can be replaced: without --out, or with `-`, the \
         command writes standard output",
    );
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

/// Node opens its pipes so, and hands them on to what it starts.
#[test]
fn streams_that_do_not_wait_are_waited_for() {
    let (key, _) = keys("sign-streams");
    let claims = json!({"x": "x".repeat(2_000_000)}).to_string();
    let (mut input, its_input) = UnixStream::pair().unwrap();
    let (mut output, its_output) = UnixStream::pair().unwrap();
    its_input.set_nonblocking(true).unwrap();
    its_output.set_nonblocking(true).unwrap();
    let mut child = Command::new(program())
        .args(["sign", "--key", &key, "-"])
        .stdin(OwnedFd::from(its_input))
        .stdout(OwnedFd::from(its_output))
        .spawn()
        .unwrap();
    // Nothing is read until the command has read everything, and the token fits into no buffer.
    input.write_all(claims.as_bytes()).unwrap();
    drop(input);
    let mut token = String::new();
    output.read_to_string(&mut token).unwrap();
    assert!(child.wait().unwrap().success());
    let signed = BASE64URL.decode(token.split('.').nth(1).unwrap()).unwrap();
    assert_eq!(signed, claims.as_bytes());
}

#[test]
fn reader_that_goes_away_is_no_failure() {
    let (key, _) = keys("sign-reader");
    let mut child = Command::new(program())
        .args(["sign", "--key", &key, "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(b"{}").unwrap();
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr), (Some(0), Vec::new()));
}
