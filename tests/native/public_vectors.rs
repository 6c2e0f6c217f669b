//! Published vectors, natively. The counts say that nothing was passed over.

use crate::common::public;

#[test]
fn the_manifest_describes_the_files() {
    assert_eq!(public::manifest(), 3);
}

#[test]
fn wycheproof_ed25519() {
    assert_eq!(public::wycheproof_ed25519(), 151);
}

#[test]
fn rfc8032_section_7_1() {
    assert_eq!(public::rfc8032(), 5);
}

#[test]
fn rfc8037_and_rfc7515_examples() {
    assert_eq!(public::rfc_tokens(), 8);
}

#[test]
fn json_test_suite() {
    assert_eq!(public::json_test_suite(), 318);
}
