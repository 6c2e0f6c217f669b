//! `rolegate keygen`.

use std::fs::{self, OpenOptions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

use serde_json::{Value, json};

use crate::util::{entries, fed_in, folder, keys, mode, on_a_full_disk, rolegate};

#[test]
fn private_key_is_the_owners_alone_and_the_set_is_public() {
    let (private, public) = keys("keygen-files");
    let made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(Path::new(&public).with_file_name("made"))
        .unwrap();
    let usual = made.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&private), mode(&public)), (0o600, usual));
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
    let on_a_full_disk = |force: &[&str]| {
        let keygen = ["keygen", "--out", folder.to_str().unwrap()];
        let ended = on_a_full_disk(&[&keygen, force].concat());
        assert_eq!(ended.code, 3, "{}", ended.err);
        let expected = format!("error: cannot write `{private}`: ");
        assert!(ended.err.starts_with(&expected), "{}", ended.err);
    };
    on_a_full_disk(&["--force"]);
    assert_eq!(files.map(|file| fs::read(file).unwrap()), before);
    assert_eq!(entries(folder), ["jwks.json", "private.jwk"]);

    for file in files {
        fs::remove_file(file).unwrap();
    }
    on_a_full_disk(&[]);
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

#[test]
fn folder_is_seen_from_the_current_one() {
    let folder = folder("keygen-relative");
    fs::create_dir_all(folder.join("real/inner")).unwrap();
    symlink("real/inner", folder.join("link")).unwrap();
    let inner = folder.join("real/inner");
    for (current, out, made) in [
        (&folder, "a", "a"),
        (&folder, "./b/../b/c", "b/c"),
        (&inner, "../d", "real/d"),
        (&inner, "../../e", "e"),
        (&folder, "link/f", "real/inner/f"),
        (&folder, "link/../g", "real/g"),
    ] {
        fs::create_dir_all(folder.join("b")).unwrap();
        let told = fed_in(current, &["keygen", "--out", out], b"").ok();
        assert!(told.contains(&format!("private key in {out}/private.jwk\n")));
        assert_eq!(entries(&folder.join(made)), ["jwks.json", "private.jwk"]);
    }
}
