//! `rolegate keygen`.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::util::{folder, keys, mode, rolegate};

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
        &format!("error: `{private}` already exists: use --force to replace it"),
    );
    fs::remove_file(&private).unwrap();
    rolegate(&["keygen", "--out", folder]).says(
        1,
        &format!("error: `{public}` already exists: use --force to replace it"),
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
        ended.err.starts_with(&format!(
            "error: cannot create the folder `{}`: ",
            below.display()
        )),
        "{}",
        ended.err
    );
}
