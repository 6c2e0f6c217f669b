//! The `rolegate` command, run as people run it.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at the first surprise"
)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use serde_json::{Value, json};

const ADOBE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/catalogs/adobe-dynamic-chat.json"
);
const USERLIKE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogs/userlike.json");
const NOW: &str = "1790000000";

/// How a run of the command ended.
struct Ended {
    code: i32,
    out: String,
    err: String,
}

impl Ended {
    #[track_caller]
    fn ok(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// It ended with `code` and without a word on standard error.
    #[track_caller]
    fn says_nothing_but(self, code: i32) {
        assert_eq!((self.code, self.err.as_str()), (code, ""));
    }

    /// It ended with `code` and this one sentence on standard error.
    #[track_caller]
    fn says(self, code: i32, sentence: &str) {
        assert_eq!(
            (self.code, self.err.as_str()),
            (code, format!("{sentence}\n").as_str())
        );
    }
}

fn rolegate(arguments: &[&str]) -> Ended {
    fed(arguments, "")
}

fn fed(arguments: &[&str], input: &str) -> Ended {
    fed_bytes(arguments, input.as_bytes())
}

fn fed_bytes(arguments: &[&str], input: &[u8]) -> Ended {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rolegate"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses early need not read its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// An empty folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("command")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A folder with keys, their paths as text: private key, key set.
fn keys(name: &str) -> (String, String) {
    let folder = folder(name);
    rolegate(&["keygen", "--kid", "k1", "--out", folder.to_str().unwrap()]).ok();
    let path = |file| folder.join(file).to_str().unwrap().to_owned();
    (path("private.jwk"), path("jwks.json"))
}

fn claims() -> Value {
    json!({
        "iss": "https://app.example",
        "aud": ["chat-web", "chat-phone"],
        "sub": "u42",
        "fmt": 1,
        "seq": 17,
        "entitlements": ["prime"],
        "memberships": [{"workspace": "main", "roles": ["live-agent", "sales-admin"]}],
    })
}

/// Arguments that sign claims from standard input, issued at `NOW` for five minutes.
fn sign<'a>(key: &'a str, catalog: &'a str) -> [&'a str; 10] {
    [
        "sign",
        "--key",
        key,
        "--catalog",
        catalog,
        "--issued-at",
        NOW,
        "--lifetime",
        "300",
        "-",
    ]
}

/// A token of `claims()`.
#[track_caller]
fn signed(key: &str) -> String {
    fed(&sign(key, ADOBE), &claims().to_string())
        .ok()
        .trim_end()
        .to_owned()
}

/// Arguments that verify tokens of `signed`.
fn verify<'a>(keys: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
    let base = [
        "verify",
        "--keys",
        keys,
        "--issuer",
        "https://app.example",
        "--audience",
        "chat-web",
        "--catalog",
        ADOBE,
    ];
    [&base, rest].concat()
}

fn payload(token: &str) -> Value {
    serde_json::from_slice(&BASE64URL.decode(token.split('.').nth(1).unwrap()).unwrap()).unwrap()
}

fn header(token: &str) -> Value {
    serde_json::from_slice(&BASE64URL.decode(token.split('.').next().unwrap()).unwrap()).unwrap()
}

fn mode(path: &str) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

mod help {
    use super::*;

    #[test]
    fn every_subcommand_shows_examples_and_exit_codes() {
        for command in [
            &[][..],
            &["keygen"],
            &["sign"],
            &["verify"],
            &["explain"],
            &["types"],
            &["catalog"],
            &["catalog", "check"],
            &["catalog", "digest"],
            &["catalog", "unknowns"],
            &["catalog", "matrix"],
            &["catalog", "diff"],
            &["demo"],
        ] {
            let help = rolegate(&[command, &["--help"]].concat()).ok();
            let example = [&["Examples:\n  rolegate"], command].concat().join(" ");
            assert!(help.contains(&example), "{command:?}: {help}");
            assert!(help.contains("Exit codes:\n  0  "), "{command:?}: {help}");
        }
    }

    #[test]
    fn a_wrong_command_line_ends_with_2() {
        assert_eq!(rolegate(&[]).code, 2);
        assert_eq!(rolegate(&["keygen"]).code, 2);
        assert_eq!(rolegate(&["demo", "--port", "65536"]).code, 2);
        assert_eq!(
            rolegate(&["sign", "--key", "k", "--lifetime", "-1", "-"]).code,
            2
        );
    }
}

mod keygen {
    use super::*;

    #[test]
    fn private_key_is_the_owners_alone_and_the_set_is_public() {
        let (private, public) = keys("keygen-files");
        assert_eq!(mode(&private), 0o600);
        let private: Value = serde_json::from_str(&fs::read_to_string(private).unwrap()).unwrap();
        let public: Value = serde_json::from_str(&fs::read_to_string(public).unwrap()).unwrap();
        let mut shown = private.clone();
        shown.as_object_mut().unwrap().remove("d").unwrap();
        assert_eq!(public, json!({"keys": [shown]}));
        assert_eq!(shown["kid"], "k1");
        assert_eq!(shown["alg"], "EdDSA");
    }

    #[test]
    fn kid_is_the_thumbprint_unless_one_is_given() {
        let folder = folder("keygen-thumbprint");
        let told = rolegate(&["keygen", "--out", folder.to_str().unwrap()]).ok();
        let jwks: Value =
            serde_json::from_str(&fs::read_to_string(folder.join("jwks.json")).unwrap()).unwrap();
        let kid = jwks["keys"][0]["kid"].as_str().unwrap();
        assert_eq!(kid.len(), 43);
        assert!(told.starts_with(&format!("key {kid}\n")));
    }

    #[test]
    fn existing_files_stay_as_they_are() {
        let (private, public) = keys("keygen-existing");
        let folder = Path::new(&private).parent().unwrap().to_str().unwrap();
        let before = fs::read(&private).unwrap();
        rolegate(&["keygen", "--out", folder]).says(
            1,
            &format!("error: `{private}` exists and is left as it is; --force replaces it"),
        );
        fs::remove_file(&private).unwrap();
        rolegate(&["keygen", "--out", folder]).says(
            1,
            &format!("error: `{public}` exists and is left as it is; --force replaces it"),
        );
        assert!(
            !Path::new(&private).exists(),
            "half a pair of keys was written"
        );
        fs::write(&private, &before).unwrap();
        fs::set_permissions(&private, fs::Permissions::from_mode(0o644)).unwrap();
        rolegate(&["keygen", "--out", folder, "--force"]).ok();
        assert_ne!(fs::read(&private).unwrap(), before);
        assert_eq!(mode(&private), 0o600);
    }

    /// What stands in a folder, hidden files too, in order.
    fn entries(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn folder_in_the_way_leaves_the_old_key() {
        let (private, public) = keys("keygen-in-the-way");
        let folder = Path::new(&private).parent().unwrap();
        let before = fs::read(&private).unwrap();
        fs::remove_file(&public).unwrap();
        fs::create_dir(&public).unwrap();
        rolegate(&["keygen", "--out", folder.to_str().unwrap(), "--force"]).says(
            3,
            &format!("error: cannot write `{public}`: is a directory"),
        );
        assert_eq!(fs::read(&private).unwrap(), before);
        assert_eq!(entries(folder), ["jwks.json", "private.jwk"]);
    }

    #[test]
    fn write_that_fails_leaves_what_was_there() {
        let (private, public) = keys("keygen-full");
        let folder = Path::new(&private).parent().unwrap();
        let files = [&private, &public];
        let before = files.map(|file| fs::read(file).unwrap());
        let on_a_full_disk = |force: &str| {
            let ended = Command::new("sh")
                .arg("-c")
                .arg("trap '' XFSZ; ulimit -f 0; exec \"$0\" keygen --out \"$1\" $2")
                .arg(env!("CARGO_BIN_EXE_rolegate"))
                .args([folder.to_str().unwrap(), force])
                .output()
                .unwrap();
            let told = String::from_utf8(ended.stderr).unwrap();
            assert_eq!(ended.status.code(), Some(3), "{told}");
            let expected = format!("error: cannot write `{private}`: ");
            assert!(told.starts_with(&expected), "{told}");
        };
        on_a_full_disk("--force");
        assert_eq!(files.map(|file| fs::read(file).unwrap()), before);
        assert_eq!(entries(folder), ["jwks.json", "private.jwk"]);

        for file in files {
            fs::remove_file(file).unwrap();
        }
        on_a_full_disk("");
        assert_eq!(entries(folder), [""; 0]);
    }

    #[test]
    fn replaced_keys_leave_nothing_behind() {
        let (private, _) = keys("keygen-behind");
        let folder = Path::new(&private).parent().unwrap();
        rolegate(&["keygen", "--out", folder.to_str().unwrap(), "--force"]).ok();
        assert_eq!(entries(folder), ["jwks.json", "private.jwk"]);
    }

    #[test]
    fn kid_that_no_application_takes_is_refused() {
        let folder = folder("keygen-kid");
        let ended = rolegate(&[
            "keygen",
            "--kid",
            &"k".repeat(257),
            "--out",
            folder.to_str().unwrap(),
        ]);
        assert_eq!(ended.code, 1);
        assert!(
            ended.err.starts_with("ERR_KEYS_INVALID: keys[0].kid: "),
            "{}",
            ended.err
        );
        assert!(!folder.join("private.jwk").exists());
    }

    #[test]
    fn folder_that_cannot_be_made_is_named() {
        let folder = folder("keygen-folder");
        fs::write(folder.join("file"), "").unwrap();
        let below = folder.join("file/keys");
        let ended = rolegate(&["keygen", "--out", below.to_str().unwrap()]);
        assert_eq!(ended.code, 3);
        assert!(
            ended
                .err
                .starts_with(&format!("error: cannot make `{}`: ", below.display())),
            "{}",
            ended.err
        );
    }
}

mod sign {
    use super::*;

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
            "ERR_SNAPSHOT_INVALID: memberships[0].roles[1]: is no role of the catalog or the snapshot",
        );
        refused(|claims| claims["catalog"] = json!({"id": "userlike"})).says(
            1,
            "error: the claims are for the catalog `userlike`, the file is `adobe-dynamic-chat`",
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
            "ERR_SNAPSHOT_INVALID: roles[0].id: is no role of the catalog, and tenants add none to it",
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
                "error: `{keys}` cannot be used: not a private JWK with the members `kty`, `crv`, `x`, `d` \
                 and an `alg` of EdDSA or none"
            ),
        );
        let ended = fed(&["sign", "--key", "/no/such/key", "-"], "{}");
        ended.says(
            3,
            "error: cannot read `/no/such/key`: No such file or directory (os error 2)",
        );
    }
}

mod verify {
    use super::*;

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
            .says(1, "ERR_SIGNATURE_INVALID: the signature does not hold");
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
            "error: the claims are for the catalog `a\\u001bc\\n`, the file is `puzzel`",
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
        let (_, others) = super::keys("verify-refusals-others");
        let token = signed(&key);
        rolegate(&verify(&keys, &["--at", "1790000360", &token])).says(
            1,
            "ERR_SNAPSHOT_EXPIRED: `exp` lies 60 s behind the clock, the leeway is 60 s",
        );
        rolegate(&verify(&keys, &["--at", NOW, "--subject", "u43", &token]))
            .says(1, "ERR_CLAIM_INVALID: `sub` is not the expected subject");
        rolegate(&verify(&others, &["--at", NOW, &token]))
            .says(1, "ERR_SIGNATURE_INVALID: the signature does not hold");
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
            "error: cannot read `/no/such/keys`: No such file or directory (os error 2)",
        );
    }
}

mod explain {
    use super::*;

    fn explain<'a>(keys: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
        let mut arguments = verify(keys, rest);
        arguments[0] = "explain";
        arguments
    }

    #[test]
    fn an_allow_says_who_gave_it() {
        let (key, keys) = keys("explain-allow");
        let token = signed(&key);
        assert_eq!(
            rolegate(&explain(&keys, &["--at", NOW, &token, "reports.export"])).ok(),
            "\
allowed: granted (level on, outcome show)
role live-agent: off
role sales-admin: on
value: on
"
        );
    }

    #[test]
    fn a_denial_says_what_would_change_it() {
        let (key, keys) = keys("explain-deny");
        let mut claims = claims();
        claims["entitlements"] = json!([]);
        let token = fed(&sign(&key, ADOBE), &claims.to_string()).ok();
        let ended = fed(
            &explain(&keys, &["--at", NOW, "-", "response-library.view"]),
            &token,
        );
        assert_eq!(
            ended.out,
            "\
denied: not-entitled (level off, outcome upsell)
role live-agent: on
role sales-admin: on
value: on
entitlement prime: no
missing: not-entitled; would do: entitlement prime
"
        );
        ended.says_nothing_but(1);
        let ended = fed(
            &explain(&keys, &["--at", NOW, "-", "dialogues.publish"]),
            &token,
        );
        assert_eq!(
            ended.out,
            "\
denied: not-granted (level off, outcome hide)
role live-agent: off
role sales-admin: off
value: off
missing: not-granted; would do: role marketing-user; or role marketing-admin; or value dialogues.publish:on
"
        );
        ended.says_nothing_but(1);
    }

    #[test]
    fn records_levels_and_workspaces_are_asked_about() {
        let (key, keys) = keys("explain-record");
        let claims = json!({
            "iss": "https://app.example", "aud": "chat-web", "sub": "u42", "fmt": 1, "seq": 1,
            "memberships": [
                {"workspace": "w1", "roles": ["analyst"], "groups": ["g7"], "filters": []},
                {"workspace": "w2", "roles": ["owner"], "filters": []},
            ],
        });
        let token = fed(&sign(&key, USERLIKE), &claims.to_string()).ok();
        let asked = |rest: &[&str]| {
            let mut arguments = explain(&keys, &["--at", NOW]);
            arguments[8] = USERLIKE;
            fed(&[&arguments, rest, &["-"]].concat(), &token)
        };
        let first = |ended: Ended| {
            (
                ended.code,
                ended.out.lines().next().unwrap_or_default().to_owned(),
            )
        };
        let answer = |rest: &[&str], permission: &str| {
            let mut arguments = explain(&keys, &["--at", NOW]);
            arguments[8] = USERLIKE;
            first(fed(
                &[&arguments, rest, &["-", permission]].concat(),
                &token,
            ))
        };
        let group = r#"{"assignee": null, "group": "g7", "organization": "w1", "collaborators": ["u1", {"id": "u2", "edit": true}]}"#;
        let here = ["--workspace", "w1", "--record", group];
        let allow = |level| (0, format!("allowed: granted (level {level}, outcome show)"));
        assert_eq!(answer(&here, "conversation.access"), allow("read"));
        let (code, denied) = answer(&here, "conversation.access:write");
        assert!(code == 1 && denied.starts_with("denied: "), "{denied}");
        assert_eq!(
            answer(&["--workspace", "w2"], "company:write"),
            allow("write")
        );
        assert_eq!(
            answer(&[], "company"),
            (
                1,
                "denied: unknown-workspace (level off, outcome hide)".to_owned()
            )
        );
        assert_eq!(
            answer(&["--workspace", "w1"], "conversation.access"),
            (
                1,
                "denied: record-required (level off, outcome hide)".to_owned()
            )
        );
        for (record, why) in [
            (r#"{"color": "red"}"#, "`color` is no fact of a record"),
            (r#"{"owner": 7}"#, "`owner` is of the wrong shape"),
            (
                r#"{"collaborators": [{"id": "u1", "rights": "all"}]}"#,
                "`collaborators` is of the wrong shape",
            ),
        ] {
            let ended = asked(&["--record", record]);
            assert_eq!(ended.code, 2);
            assert!(ended.err.contains(why), "{}", ended.err);
        }
    }
}

mod catalog {
    use super::*;

    fn path(id: &str) -> String {
        format!("{}/catalogs/{id}.json", env!("CARGO_MANIFEST_DIR"))
    }

    fn written(name: &str, catalog: &Value) -> String {
        let file = folder(name).join("catalog.json");
        fs::write(&file, catalog.to_string()).unwrap();
        file.to_str().unwrap().to_owned()
    }

    fn parsed(path: &str) -> Value {
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    }

    #[test]
    fn our_catalogs_are_valid() {
        for id in [
            "adobe-dynamic-chat",
            "aivo-live",
            "pandadoc",
            "puzzel",
            "userlike",
        ] {
            let path = path(id);
            assert_eq!(
                rolegate(&["catalog", "check", &path]).ok(),
                format!("{path}: `{id}` is valid\n")
            );
        }
    }

    #[test]
    fn check_lists_every_problem_with_its_place() {
        let mut catalog = parsed(ADOBE);
        catalog["format"] = json!(2);
        catalog["areas"][0]["permissions"][0]["values"] = json!("scale");
        let path = written("catalog-problems", &catalog);
        let ended = rolegate(&["catalog", "check", ADOBE, &path]);
        let lines: Vec<&str> = ended.out.lines().collect();
        assert_eq!(lines[0], format!("{ADOBE}: `adobe-dynamic-chat` is valid"));
        assert!(
            lines[1].starts_with(&format!("{path}: format: ")),
            "{}",
            lines[1]
        );
        assert!(
            lines[2].starts_with(&format!("{path}: areas[0].permissions[0].values: ")),
            "{}",
            lines[2]
        );
        assert_eq!(
            ended.err,
            format!("error: {} problems found\n", lines.len() - 1)
        );
        assert_eq!(ended.code, 1);
    }

    #[test]
    fn digest_is_that_of_the_bytes() {
        let file = folder("catalog-digest").join("catalog.json");
        fs::write(&file, format!("{}\n", fs::read_to_string(ADOBE).unwrap())).unwrap();
        let digest = rolegate(&["catalog", "digest", file.to_str().unwrap()]).ok();
        assert_eq!(digest.trim_end().len(), 43);
        assert_ne!(digest, rolegate(&["catalog", "digest", ADOBE]).ok());
    }

    #[test]
    fn unknowns_are_the_cells_that_the_table_leaves_open() {
        assert_eq!(rolegate(&["catalog", "unknowns", ADOBE]).ok(), "");
        let listed = rolegate(&["catalog", "unknowns", &path("pandadoc")]).ok();
        let table = table("pandadoc");
        let open: usize = table[1..]
            .iter()
            .flatten()
            .filter(|cell| *cell == "unknown")
            .count();
        assert!(open > 0);
        assert_eq!(listed.lines().count(), open);
        assert!(
            listed.lines().any(|line| line == "member\tforms.create"),
            "{listed}"
        );
    }

    /// The source table of a product, as `tests/models` has it.
    fn table(id: &str) -> Vec<Vec<String>> {
        let file = format!("{}/tests/models/{id}.tsv", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(file).unwrap();
        text.lines()
            .map(|line| line.split('\t').map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn matrix_is_the_source_table_of_adobe() {
        let csv = rolegate(&["catalog", "matrix", "--format", "csv", ADOBE]).ok();
        let rows: Vec<Vec<String>> = csv.lines().map(fields).collect();
        assert_eq!(rows[0][..4], ["Area", "Permission", "Name", "Entitlement"]);
        let source = table("adobe-dynamic-chat");
        assert_eq!(rows.len(), source.len());
        assert_eq!(rows[0][4..10], source[0][4..10]);
        assert_eq!(
            (rows[0][10].as_str(), source[0][10].as_str()),
            ("New role", "Default")
        );
        for (row, source) in rows[1..].iter().zip(&source[1..]) {
            assert_eq!(row[..2], source[1..3]);
            assert_eq!(row[3], source[3], "{}", row[2]);
            let answers: Vec<&str> = row[4..]
                .iter()
                .map(|cell| if cell == "on" { "yes" } else { "no" })
                .collect();
            assert!(
                row[4..].iter().all(|cell| cell == "on" || cell == "off"),
                "{row:?}"
            );
            assert_eq!(answers, source[4..], "{}", row[2]);
        }
    }

    /// The fields of a CSV line without line ends in them.
    fn fields(line: &str) -> Vec<String> {
        let mut fields = vec![String::new()];
        let mut quoted = false;
        let mut parts = line.chars().peekable();
        while let Some(part) = parts.next() {
            match part {
                '"' if quoted && parts.next_if_eq(&'"').is_some() => {
                    fields.last_mut().unwrap().push('"')
                }
                '"' => quoted = !quoted,
                ',' if !quoted => fields.push(String::new()),
                other => fields.last_mut().unwrap().push(other),
            }
        }
        fields
    }

    #[test]
    fn matrix_says_the_same_in_all_formats() {
        let pandadoc = path("pandadoc");
        let markdown = rolegate(&["catalog", "matrix", &pandadoc]).ok();
        let csv = rolegate(&["catalog", "matrix", "--format", "csv", &pandadoc]).ok();
        let json: Value = serde_json::from_str(
            &rolegate(&["catalog", "matrix", "--format", "json", &pandadoc]).ok(),
        )
        .unwrap();
        let markdown: Vec<Vec<&str>> = markdown
            .lines()
            .map(|line| line.trim_matches(['|', ' ']).split(" | ").collect())
            .collect();
        let rows = json["rows"].as_array().unwrap();
        assert_eq!(markdown.len(), rows.len() + 2);
        for ((markdown, csv), json) in markdown[2..].iter().zip(csv.lines().skip(1)).zip(rows) {
            assert_eq!(*markdown, fields(csv));
            assert_eq!(markdown[2], json["permission"]);
            for (cell, role) in markdown[4..]
                .iter()
                .zip(json["roles"].as_array().into_iter().flatten())
            {
                assert_eq!(json["values"][role["id"].as_str().unwrap()]["value"], *cell);
            }
        }
        let views = rows
            .iter()
            .find(|row| row["permission"] == "documents.view-others")
            .unwrap();
        assert_eq!(
            views["values"]["collaborator"],
            json!({"value": "on", "if": ["shared"]})
        );
        assert!(csv.contains(",on if shared\n"));
    }

    #[test]
    fn matrix_speaks_the_language_asked_for() {
        let dutch = rolegate(&["catalog", "matrix", "--language", "nl", ADOBE]).ok();
        assert!(dutch.contains("| Opgenomen versie | on | on |"), "{dutch}");
        assert_eq!(
            rolegate(&["catalog", "matrix", "--language", "xx", ADOBE]).ok(),
            rolegate(&["catalog", "matrix", ADOBE]).ok()
        );
    }

    #[test]
    fn diff_says_in_words_what_changed() {
        let mut catalog = parsed(USERLIKE);
        catalog["label"]["de"] = json!("Userlike");
        let permission = json!({"id": "widgets.paint", "label": {"en": "Paint widgets"}, "values": "switch", "needs": ["flex"]});
        catalog["areas"][0]["permissions"]
            .as_array_mut()
            .unwrap()
            .insert(0, permission);
        let staff = catalog["roles"]
            .as_array_mut()
            .unwrap()
            .iter_mut()
            .find(|role| role["id"] == "staff")
            .unwrap();
        staff["values"]["widgets.paint"] = json!("on");
        staff["values"]["analytics"] = json!("read");
        staff["unlocked"]["analytics"] = json!(["off"]);
        staff["editable_by"] = json!({"any": [{"role": "owner"}, {"all": [{"self": true}, {"target_role": ["staff", "agent"]}]}]});
        let new = written("catalog-diff", &catalog);
        let ended = rolegate(&["catalog", "diff", USERLIKE, &new]);
        assert_eq!(
            ended.out,
            "\
catalog: label (de) was nothing, is `Userlike`
permission widgets.paint: added
permission widgets.paint: area is `general`
permission widgets.paint: kind is a switch
permission widgets.paint: label (en) is `Paint widgets`
permission widgets.paint: needs is `flex`
role staff: editable by was permission `roles` at `write`, is ((holders of no role but `agent`, `staff` and the person concerned) or role `owner`)
role staff: other values of analytics was `read`, `write`, is `off`
role staff: value of analytics was `off`, is `read`
role staff: value of widgets.paint was `off`, is `on`
"
        );
        ended.says_nothing_but(1);

        let back = rolegate(&["catalog", "diff", &new, USERLIKE]);
        assert!(
            back.out.contains("permission widgets.paint: removed\n"),
            "{}",
            back.out
        );
        assert!(!back.out.contains("value of widgets.paint"), "{}", back.out);
    }

    #[test]
    fn diff_says_which_roles_tenants_may_add() {
        let mut catalog = parsed(USERLIKE);
        catalog["custom_roles"] = json!({"bases": ["staff", "agent"], "without_base": false, "needs": ["flex"],
            "editable_by": {"role": "owner"}});
        let new = written("catalog-diff-new-roles", &catalog);
        let ended = rolegate(&["catalog", "diff", USERLIKE, &new]);
        assert_eq!(
            ended.out,
            "\
new roles: bases was nothing, is `agent`, `staff`
new roles: editable by was nobody, is role `owner`
new roles: may be added was no, is yes
new roles: needs was nothing, is `flex`
"
        );
        catalog["custom_roles"] = json!({});
        let open = written("catalog-diff-new-roles-open", &catalog);
        let ended = rolegate(&["catalog", "diff", &new, &open]);
        assert_eq!(
            ended.out,
            "\
new roles: bases was `agent`, `staff`, is every role
new roles: editable by was role `owner`, is nobody
new roles: may have no base was no, is yes
new roles: needs was `flex`, is nothing
"
        );
    }

    #[test]
    fn matrix_has_a_column_for_new_roles_where_tenants_add_some() {
        let mut catalog = parsed(ADOBE);
        let head = |name: &str, catalog: &Value| {
            let table = rolegate(&["catalog", "matrix", &written(name, catalog)]).ok();
            table.lines().next().unwrap().to_owned()
        };
        assert!(head("matrix-new-role", &catalog).ends_with("| New role |"));
        catalog["custom_roles"] = json!({"without_base": false});
        assert!(head("matrix-on-a-base", &catalog).ends_with("| GenAI User |"));
        catalog.as_object_mut().unwrap().remove("custom_roles");
        assert!(head("matrix-no-new-role", &catalog).ends_with("| GenAI User |"));
    }

    #[test]
    fn diff_knows_the_same_from_the_same_in_other_words() {
        assert_eq!(
            rolegate(&["catalog", "diff", ADOBE, ADOBE]).ok(),
            "the files are the same\n"
        );
        let compact = written("catalog-compact", &parsed(ADOBE));
        assert_eq!(
            rolegate(&["catalog", "diff", ADOBE, &compact]).ok(),
            "the files say the same; only writing or order differ, and so the digest\n"
        );
    }

    #[test]
    fn names_do_not_steer_the_terminal() {
        let mut catalog = parsed(ADOBE);
        catalog["label"]["en"] = json!("a\u{1b}c\nb");
        catalog["areas"][0]["label"]["en"] = json!("a\u{9b}c\nb");
        let path = written("catalog-control", &catalog);
        let told = rolegate(&["catalog", "diff", ADOBE, &path]).out;
        assert!(
            told.contains("\ncatalog: label (en) was `Adobe Dynamic Chat`, is `a\\u001bc\\nb`\n"),
            "{told}"
        );
        for format in ["markdown", "csv", "json"] {
            let table = rolegate(&["catalog", "matrix", "--format", format, &path]).ok();
            assert!(
                table.chars().all(|part| part == '\n' || !part.is_control()),
                "{table}"
            );
            assert!(format == "json" || table.contains("a\\u009bc"), "{table}");
        }
    }

    #[test]
    fn refused_catalog_is_named() {
        let path = written("catalog-refused", &json!({"format": 1}));
        for arguments in [
            &["digest", &path][..],
            &["unknowns", &path],
            &["matrix", &path],
            &["diff", ADOBE, &path],
        ] {
            let ended = rolegate(&[&["catalog"], arguments].concat());
            assert_eq!((ended.code, ended.out.as_str()), (1, ""));
            assert!(
                ended
                    .err
                    .starts_with(&format!("ERR_CATALOG_INVALID: {path}: ")),
                "{}",
                ended.err
            );
        }
    }
}

mod types {
    use super::*;

    #[test]
    fn every_permission_is_declared_with_its_values() {
        let text = fs::read_to_string(USERLIKE).unwrap();
        let catalog: Value = serde_json::from_str(&text).unwrap();
        let members: String = catalog["areas"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|area| area["permissions"].as_array().unwrap())
            .map(|permission| {
                let [id, values] = ["id", "values"].map(|name| permission[name].as_str().unwrap());
                format!("      '{id}': '{values}'\n")
            })
            .collect();
        assert!(members.contains("'switch'") && members.contains("'level'"));
        let written = format!(
            "\
// The permissions of the catalog `userlike`, written by `rolegate types`: run it again rather than
// edit this file. The types of records are the program's to declare, as `records` of `Register` in a
// file of its own.

declare module 'rolegate' {{
  interface Register {{
    permissions: {{
{members}    }}
  }}
}}

export {{}}
"
        );
        assert_eq!(rolegate(&["types", USERLIKE]).ok(), written);
        assert_eq!(fed(&["types", "-"], &text).ok(), written);
    }

    #[test]
    fn refused_catalog_has_no_types() {
        let ended = fed(&["types", "-"], r#"{"format": 1}"#);
        assert_eq!((ended.code, ended.out.as_str()), (1, ""));
        assert!(
            ended.err.starts_with("ERR_CATALOG_INVALID: -: "),
            "{}",
            ended.err
        );
    }
}

mod demo {
    use super::*;

    /// A running demo, ended with the test.
    struct Demo {
        child: Child,
        port: u16,
        folder: PathBuf,
    }

    impl Drop for Demo {
        fn drop(&mut self) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }

    struct Response {
        status: u16,
        head: String,
        body: String,
    }

    impl Response {
        #[track_caller]
        fn has(&self, header: &str) {
            assert!(
                self.head.lines().any(|line| line == header),
                "no `{header}` in {}",
                self.head
            );
        }

        #[track_caller]
        fn json(&self) -> Value {
            serde_json::from_str(&self.body).unwrap()
        }
    }

    impl Demo {
        fn start(name: &str) -> Demo {
            let folder = folder(name);
            fs::create_dir(folder.join("assets")).unwrap();
            fs::write(
                folder.join("index.html"),
                "<!doctype html><title>page</title>",
            )
            .unwrap();
            fs::write(folder.join("assets/engine.wasm"), "\0asm").unwrap();
            let mut child = Command::new(env!("CARGO_BIN_EXE_rolegate"))
                .args(["demo", "--port", "0", "--www", folder.to_str().unwrap()])
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            let mut told = BufReader::new(child.stdout.take().unwrap()).lines();
            let address = told.next().unwrap().unwrap();
            let port = address
                .strip_prefix("rolegate demo on http://127.0.0.1:")
                .unwrap()
                .strip_suffix('/')
                .unwrap();
            assert!(
                told.next()
                    .unwrap()
                    .unwrap()
                    .starts_with("This is a development server")
            );
            let port = port.parse().unwrap();
            Demo {
                child,
                port,
                folder,
            }
        }

        #[track_caller]
        fn get(&self, path: &str) -> Response {
            self.asked(path, &format!("host: 127.0.0.1:{}\r\n", self.port))
        }

        /// Asks with these header lines.
        #[track_caller]
        fn asked(&self, path: &str, headers: &str) -> Response {
            let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
            write!(
                stream,
                "GET {path} HTTP/1.1\r\n{headers}connection: close\r\n\r\n"
            )
            .unwrap();
            let mut text = String::new();
            stream.read_to_string(&mut text).unwrap();
            let (head, body) = text.split_once("\r\n\r\n").unwrap();
            let status = head.split(' ').nth(1).unwrap().parse().unwrap();
            Response {
                status,
                head: head.to_owned(),
                body: body.to_owned(),
            }
        }

        #[track_caller]
        fn refuses(&self, path: &str, status: u16, error: &str) {
            let response = self.get(path);
            assert_eq!(
                (response.status, response.json()),
                (status, json!({"error": error}))
            );
            response.has("content-type: application/json");
        }

        /// Verifies a token with what the demo itself serves, at the time it was issued.
        fn verified(&self, token: &str) -> Ended {
            let claims = payload(token);
            let overview = self.get("/api/demo").json();
            let served = |name: &str, path: &str| {
                let file = self.folder.join(name);
                fs::write(&file, self.get(path).body).unwrap();
                file.to_str().unwrap().to_owned()
            };
            rolegate(&[
                "verify",
                "--keys",
                &served("jwks.json", "/.well-known/jwks.json"),
                "--issuer",
                overview["issuer"].as_str().unwrap(),
                "--audience",
                overview["audience"].as_str().unwrap(),
                "--catalog",
                &served(
                    "catalog.json",
                    &format!(
                        "/catalogs/{}.json",
                        claims["catalog"]["id"].as_str().unwrap()
                    ),
                ),
                "--at",
                &claims["iat"].to_string(),
                token,
            ])
        }
    }

    #[test]
    fn everybodys_snapshot_is_good_on_every_package() {
        let demo = Demo::start("demo-everybody");
        let overview = demo.get("/api/demo").json();
        for product in overview["products"].as_array().unwrap() {
            for (person, package) in
                product["people"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .flat_map(|person| {
                        product["packages"]
                            .as_array()
                            .unwrap()
                            .iter()
                            .map(move |package| (person, package))
                    })
            {
                assert!(person["label"]["en"].is_string() && package["label"]["en"].is_string());
                let [product, id, package_id] =
                    [product, person, package].map(|named| named["id"].as_str().unwrap());
                let path = format!(
                    "/api/role-snapshot?product={product}&person={id}&package={package_id}"
                );
                let response = demo.get(&path);
                assert_eq!(response.status, 200, "{path}");
                response.has("content-type: application/role-snapshot+jwt");
                response.has("cache-control: no-store");
                let claims = payload(&response.body);
                // Without the plan for it there is no role of the customer's own to hold.
                let mut memberships = person["memberships"].clone();
                if package["roles"].is_null() {
                    for membership in memberships.as_array_mut().unwrap() {
                        let roles = membership["roles"].as_array_mut().unwrap();
                        roles.retain(|role| role != "contract-reviewer");
                    }
                }
                assert_eq!(claims["memberships"], memberships);
                assert_eq!(claims["entitlements"], package["entitlements"]);
                let told = demo.verified(&response.body).ok();
                assert!(told.starts_with(&format!("person {id}\n")), "{told}");
            }
        }
    }

    #[test]
    fn adobe_has_a_person_for_each_role_and_one_with_two() {
        let demo = Demo::start("demo-adobe");
        let overview = demo.get("/api/demo").json();
        let adobe = &overview["products"][0];
        let catalog: Value = serde_json::from_str(&fs::read_to_string(ADOBE).unwrap()).unwrap();
        assert_eq!(adobe["id"], "adobe-dynamic-chat");
        let people = adobe["people"].as_array().unwrap();
        let roles = catalog["roles"].as_array().unwrap();
        assert_eq!(people.len(), roles.len() + 1);
        for (person, role) in people.iter().zip(roles) {
            assert_eq!(
                (&person["id"], &person["label"]),
                (&role["id"], &role["label"])
            );
            assert_eq!(person["memberships"][0]["roles"], json!([role["id"]]));
        }
        assert_eq!(
            people[6]["memberships"][0]["roles"],
            json!(["marketing-admin", "sales-admin"])
        );
        let packages: Vec<&Value> = adobe["packages"]
            .as_array()
            .unwrap()
            .iter()
            .map(|package| &package["label"])
            .collect();
        let entitlements: Vec<&Value> = catalog["entitlements"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entitlement| &entitlement["label"])
            .collect();
        assert_eq!(packages, entitlements);
    }

    #[test]
    fn seq_rises_and_product_and_package_have_defaults() {
        let demo = Demo::start("demo-defaults");
        let [first, second] =
            [(); 2].map(|()| payload(&demo.get("/api/role-snapshot?person=genai-user").body));
        assert_eq!(first["catalog"]["id"], "adobe-dynamic-chat");
        assert_eq!(first["entitlements"], json!(["included"]));
        assert!(second["seq"].as_u64() > first["seq"].as_u64());
        let iat = first["iat"].as_u64().unwrap();
        assert_eq!(
            (first["exp"].clone(), first["refresh_after"].clone()),
            (json!(iat + 300), json!(iat + 150))
        );
    }

    #[test]
    fn expired_snapshot_ran_out_ten_minutes_ago() {
        let demo = Demo::start("demo-expired");
        let now = || {
            let fresh = payload(&demo.get("/api/role-snapshot?person=live-agent").body);
            fresh["iat"].as_u64().unwrap()
        };
        let before = now();
        let token = demo
            .get("/api/role-snapshot?person=live-agent&package=prime&expired=true")
            .body;
        let after = now();
        let end = payload(&token)["exp"].as_u64().unwrap();
        assert!((before..=after).contains(&(end + 600)), "{end}");
        demo.verified(&token).ok();
    }

    #[test]
    fn unknown_names_are_refused() {
        let demo = Demo::start("demo-unknown");
        demo.refuses(
            "/api/role-snapshot?person=nobody",
            404,
            "there is no such person",
        );
        demo.refuses(
            "/api/role-snapshot?person=live-agent&package=gold",
            404,
            "there is no such package",
        );
        demo.refuses(
            "/api/role-snapshot?person=live-agent&product=shop",
            404,
            "there is no such product",
        );
        demo.refuses("/api/elsewhere", 404, "there is nothing here");
        demo.refuses("/catalogs/shop.json", 404, "there is no such catalog");
        demo.refuses(
            "/catalogs/adobe-dynamic-chat",
            404,
            "there is no such catalog",
        );
        demo.refuses(
            "/api/role-snapshot",
            400,
            "Failed to deserialize query string: missing field `person`",
        );
        assert_eq!(
            demo.get("/api/role-snapshot?person=live-agent&expired=perhaps")
                .status,
            400
        );
    }

    #[test]
    fn catalogs_are_served_byte_for_byte() {
        let demo = Demo::start("demo-catalogs");
        for id in [
            "adobe-dynamic-chat",
            "aivo-live",
            "pandadoc",
            "puzzel",
            "userlike",
        ] {
            let file =
                fs::read_to_string(format!("{}/catalogs/{id}.json", env!("CARGO_MANIFEST_DIR")))
                    .unwrap();
            assert_eq!(demo.get(&format!("/catalogs/{id}.json")).body, file);
        }
    }

    #[test]
    fn page_comes_with_its_headers() {
        let demo = Demo::start("demo-page");
        for path in ["/", "/index.html", "/chat/agent-inbox"] {
            let page = demo.get(path);
            assert_eq!(
                (page.status, page.body.as_str()),
                (200, "<!doctype html><title>page</title>"),
                "{path}"
            );
            page.has("content-type: text/html");
            page.has("x-content-type-options: nosniff");
            page.has(
                "content-security-policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
                 style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
            );
        }
        demo.get("/assets/engine.wasm")
            .has("content-type: application/wasm");
        demo.get("/api/demo").has("x-content-type-options: nosniff");
        demo.refuses("/assets/missing.js", 404, "there is no such file");
    }

    #[test]
    fn nothing_outside_of_the_page_is_served() {
        let demo = Demo::start("demo-outside");
        fs::write(demo.folder.join("../secret"), "secret").unwrap();
        for path in [
            "/../secret",
            "/assets/../../secret",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "//etc/passwd",
        ] {
            let response = demo.get(path);
            assert!(
                !response.body.contains("secret") && !response.body.contains("root:"),
                "{path}"
            );
        }
    }

    #[test]
    fn links_out_of_the_page_are_not_followed() {
        let demo = Demo::start("demo-links");
        let outside = folder("demo-links-outside");
        fs::write(outside.join("key.txt"), "secret").unwrap();
        fs::write(outside.join("index.html"), "secret").unwrap();
        let inside = |name: &str| demo.folder.join(name);
        symlink(outside.join("key.txt"), inside("key.txt")).unwrap();
        symlink(&outside, inside("elsewhere")).unwrap();
        symlink("assets/engine.wasm", inside("engine.wasm")).unwrap();
        demo.refuses("/key.txt", 404, "there is no such file");
        demo.refuses("/elsewhere/key.txt", 404, "there is no such file");
        for path in ["/elsewhere", "/elsewhere/"] {
            let response = demo.get(path);
            assert!(!response.body.contains("secret"), "{path}");
        }
        assert_eq!(demo.get("/engine.wasm").status, 200);
        assert_eq!(demo.get("/%65ngine.wasm").status, 200);

        fs::remove_file(inside("index.html")).unwrap();
        symlink(outside.join("index.html"), inside("index.html")).unwrap();
        for path in ["/", "/chat/agent-inbox"] {
            demo.refuses(path, 404, "there is no such file");
        }
    }

    #[test]
    fn hidden_files_are_not_served() {
        let demo = Demo::start("demo-hidden");
        fs::create_dir(demo.folder.join(".git")).unwrap();
        for file in [".env", ".git/config", "assets/.key"] {
            fs::write(demo.folder.join(file), "secret").unwrap();
            demo.refuses(&format!("/{file}"), 404, "there is no such file");
        }
        symlink(".env", demo.folder.join("env.txt")).unwrap();
        demo.refuses("/env.txt", 404, "there is no such file");
        demo.refuses("/%2eenv", 404, "there is no such file");
        assert!(!demo.get("/.git/config/").body.contains("secret"));
    }

    #[test]
    fn other_hosts_are_refused() {
        let demo = Demo::start("demo-hosts");
        let port = demo.port;
        for host in ["127.0.0.1", "localhost", "LocalHost"] {
            let response = demo.asked("/api/demo", &format!("Host: {host}:{port}\r\n"));
            assert_eq!(response.status, 200, "{host}");
        }
        for headers in [
            format!("Host: rebound.example:{port}\r\n"),
            "Host: rebound.example\r\n".to_owned(),
            "Host: 127.0.0.1\r\n".to_owned(),
            "Host: localhost:1\r\n".to_owned(),
            format!("Host: 127.0.0.1:{port}@rebound.example\r\n"),
            format!("Host: 127.0.0.1:{port}\r\nHost: rebound.example\r\n"),
            String::new(),
        ] {
            for path in [
                "/api/role-snapshot?person=live-agent",
                "/",
                "/.well-known/jwks.json",
            ] {
                let response = demo.asked(path, &headers);
                let told = format!("this server is http://127.0.0.1:{port}/ and no other");
                assert_eq!(
                    (response.status, response.json()),
                    (421, json!({"error": told})),
                    "{headers}"
                );
                response.has("x-content-type-options: nosniff");
            }
        }
        let absolute = "http://rebound.example/api/demo";
        let response = demo.asked(absolute, &format!("Host: 127.0.0.1:{port}\r\n"));
        assert_eq!(response.status, 421);
    }

    #[test]
    fn only_reading_is_allowed() {
        let demo = Demo::start("demo-methods");
        for path in ["/", "/assets/engine.wasm", "/chat"] {
            let mut stream = TcpStream::connect(("127.0.0.1", demo.port)).unwrap();
            let host = format!("host: 127.0.0.1:{}", demo.port);
            write!(
                stream,
                "POST {path} HTTP/1.1\r\n{host}\r\nconnection: close\r\n\r\n"
            )
            .unwrap();
            let mut text = String::new();
            stream.read_to_string(&mut text).unwrap();
            assert!(text.starts_with("HTTP/1.1 405 "), "{text}");
        }
    }

    #[test]
    fn taken_port_is_told() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let www = folder("demo-taken");
        fs::write(www.join("index.html"), "").unwrap();
        rolegate(&["demo", "--port", &port.to_string(), "--www", www.to_str().unwrap()]).says(
            3,
            &format!("error: port {port} is taken: name another with --port, or any free one with --port 0"),
        );
    }

    #[test]
    fn missing_page_is_told() {
        let www = folder("demo-missing");
        rolegate(&["demo", "--port", "0", "--www", www.to_str().unwrap()]).says(
            3,
            &format!(
                "error: there is no page in `{}`: run `make build` first, or `make demo`, or name another folder with --www",
                www.display()
            ),
        );
    }

    #[test]
    fn interrupt_ends_it_cleanly() {
        let mut demo = Demo::start("demo-interrupt");
        assert_eq!(demo.get("/").status, 200);
        let pid = demo.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-INT", &pid])
                .status()
                .unwrap()
                .success()
        );
        assert_eq!(demo.child.wait().unwrap().code(), Some(0));
    }
}
