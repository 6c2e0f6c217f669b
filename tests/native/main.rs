//! The core, natively, through its public names: one module for each stage, and the laws.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test says what is wrong by failing"
)]

mod api;
mod models;
#[path = "../util/mod.rs"]
mod util;
