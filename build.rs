//! Stops `wasm-pack build` outside of `make`: by default it writes its package into `pkg/`, where
//! the hand-written one lives, and deletes that one's `package.json` first.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=CARGO_BUILD_TARGET");
    println!("cargo::rerun-if-env-changed=ROLEGATE_WASM_PACK");

    // wasm-pack names the target in this variable, and compiles before it touches its folder.
    let wasm_pack = env::var("CARGO_BUILD_TARGET").is_ok_and(|target| target.starts_with("wasm"));
    if wasm_pack && env::var_os("ROLEGATE_WASM_PACK").is_none() {
        println!(
            "cargo::error=`wasm-pack build` would overwrite the npm package in `pkg/`: run `make build`, \
             or `make test-wasm` for the tests"
        );
        println!(
            "cargo::error=to call wasm-pack yourself, set ROLEGATE_WASM_PACK=1, and build with \
             `--target web --out-dir pkg/glue --no-pack`"
        );
    }
}
