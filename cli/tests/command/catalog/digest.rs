//! `rolegate catalog digest`.

use std::fs;

use crate::util::{ADOBE, folder, rolegate};

#[test]
fn digest_is_that_of_the_bytes() {
    let file = folder("catalog-digest").join("catalog.json");
    fs::write(&file, format!("{}\n", fs::read_to_string(ADOBE).unwrap())).unwrap();
    let digest = rolegate(&["catalog", "digest", file.to_str().unwrap()]).ok();
    assert_eq!(digest.trim_end().len(), 43);
    assert_ne!(digest, rolegate(&["catalog", "digest", ADOBE]).ok());
}
