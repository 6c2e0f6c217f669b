//! One function for the page, which reads a catalog.

use rolegate::Catalog;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is wrong with a catalog, if anything is.
#[wasm_bindgen]
pub fn problem(catalog: &[u8]) -> Option<String> {
    Catalog::parse(catalog).err().map(|error| error.to_string())
}
