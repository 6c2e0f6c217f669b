//! What the tests of all subcommands share.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use serde_json::{Value, json};

pub(crate) const ADOBE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/catalogs/adobe-dynamic-chat.json"
);
pub(crate) const USERLIKE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogs/userlike.json");
pub(crate) const NOW: &str = "1790000000";

/// The ids of the catalogs that the project ships: those of the folder.
pub(crate) fn products() -> Vec<String> {
    let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/catalogs")).unwrap();
    let mut ids: Vec<String> = folder
        .filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            name.strip_suffix(".json").map(str::to_owned)
        })
        .collect();
    ids.sort();
    ids
}

/// The path of a product's catalog.
pub(crate) fn catalog_path(id: &str) -> String {
    format!("{}/catalogs/{id}.json", env!("CARGO_MANIFEST_DIR"))
}

/// The source table of a product, as `tests/models` has it.
pub(crate) fn table(id: &str) -> Vec<Vec<String>> {
    let file = format!("{}/tests/models/{id}.tsv", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(file).unwrap();
    text.lines()
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

/// The program under test: the one that Cargo has built, or the one that `ROLEGATE_COMMAND` names, which
/// has to behave as that one does.
pub(crate) fn program() -> OsString {
    env::var_os("ROLEGATE_COMMAND").unwrap_or_else(|| env!("CARGO_BIN_EXE_rolegate").into())
}

/// How a run of the command ended.
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// It ended with `code` and without a word on standard error.
    #[track_caller]
    pub(crate) fn says_nothing_but(self, code: i32) {
        assert_eq!((self.code, self.err.as_str()), (code, ""));
    }

    /// It ended with `code` and this one sentence on standard error.
    #[track_caller]
    pub(crate) fn says(self, code: i32, sentence: &str) {
        assert_eq!(
            (self.code, self.err.as_str()),
            (code, format!("{sentence}\n").as_str())
        );
    }
}

pub(crate) fn rolegate(arguments: &[&str]) -> Ended {
    fed(arguments, "")
}

pub(crate) fn fed(arguments: &[&str], input: &str) -> Ended {
    fed_bytes(arguments, input.as_bytes())
}

pub(crate) fn fed_bytes(arguments: &[&str], input: &[u8]) -> Ended {
    fed_in(Path::new("."), arguments, input)
}

/// Runs the command with `folder` as the current one.
pub(crate) fn fed_in(folder: &Path, arguments: &[&str], input: &[u8]) -> Ended {
    let mut command = Command::new(program());
    run(command.args(arguments).current_dir(folder), input)
}

/// Runs the command where files cannot grow.
pub(crate) fn on_a_full_disk(arguments: &[&str]) -> Ended {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\""])
        .arg(program())
        .args(arguments);
    run(&mut shell, b"")
}

fn run(command: &mut Command, input: &[u8]) -> Ended {
    let mut child = command
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
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("command")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A folder with keys, their paths as text: private key, key set.
pub(crate) fn keys(name: &str) -> (String, String) {
    let folder = folder(name);
    rolegate(&["keygen", "--kid", "k1", "--out", folder.to_str().unwrap()]).ok();
    let path = |file| folder.join(file).to_str().unwrap().to_owned();
    (path("private.jwk"), path("jwks.json"))
}

pub(crate) fn claims() -> Value {
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
pub(crate) fn sign<'a>(key: &'a str, catalog: &'a str) -> [&'a str; 10] {
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
pub(crate) fn signed(key: &str) -> String {
    fed(&sign(key, ADOBE), &claims().to_string())
        .ok()
        .trim_end()
        .to_owned()
}

/// Arguments that verify tokens of `signed`.
pub(crate) fn verify<'a>(keys: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
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

pub(crate) fn payload(token: &str) -> Value {
    serde_json::from_slice(&BASE64URL.decode(token.split('.').nth(1).unwrap()).unwrap()).unwrap()
}

pub(crate) fn header(token: &str) -> Value {
    serde_json::from_slice(&BASE64URL.decode(token.split('.').next().unwrap()).unwrap()).unwrap()
}

pub(crate) fn mode(path: &str) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// What stands in a folder, hidden files too, in order.
pub(crate) fn entries(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

pub(crate) fn written(name: &str, catalog: &Value) -> String {
    let file = folder(name).join("catalog.json");
    fs::write(&file, catalog.to_string()).unwrap();
    file.to_str().unwrap().to_owned()
}

pub(crate) fn parsed(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}
