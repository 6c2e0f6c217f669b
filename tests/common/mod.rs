//! The suite that runs unchanged natively, in Node and in a browser.
//!
//! Each corpus is one function. It runs every case and panics with the names of those that did not
//! come out as written; it returns how many there were, so that nobody runs an empty one.

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

pub mod public;
mod text;
pub mod tokens;
