//! The `rolegate` command, run as people run it: one module for each subcommand, and one for each
//! product with a test of its own.

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

mod catalog;
mod demo;
mod explain;
mod help;
mod keygen;
mod products;
mod sign;
mod types;
mod util;
mod verify;
