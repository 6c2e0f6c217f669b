//! The core, natively, through its public names: one module for each stage, and the laws.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test says what is wrong by failing"
)]
#![expect(
    clippy::too_many_lines,
    reason = "a test of a table holds the whole table"
)]

mod api;
mod catalog;
#[path = "../common/mod.rs"]
mod common;
mod decisions;
mod fuzz_corpus;
mod gate;
mod laws;
mod models;
mod published;
mod roles;
mod schema;
mod snapshot;
mod suggestions;
mod texts;
mod tokens;
#[path = "../util/mod.rs"]
mod util;
mod words;
mod worlds;
