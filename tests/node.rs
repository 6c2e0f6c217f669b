//! The common suite, as wasm in Node.
#![cfg(target_arch = "wasm32")]

mod common;
