//! The suite that runs unchanged natively, in Node and in a browser.
//!
//! Each corpus is one function. It runs every case and panics with the names of those that did not
//! come out as written; it returns how many there were, so that nobody runs an empty one. The tests
//! at the foot are the suite; whoever has this module runs them.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test says what is wrong by failing, and each test program uses some of these"
)]

pub mod decisions;
pub mod products;
pub mod public;
#[cfg(feature = "testing")]
pub mod testing;
mod text;
pub mod tokens;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn token_corpus() {
    assert_eq!(tokens::all(), 1500);
}

#[test]
fn decision_corpus() {
    assert_eq!(decisions::all(), 1450);
}

#[test]
fn manifest_of_the_published_vectors() {
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
