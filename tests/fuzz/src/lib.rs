//! What the fuzz targets share with `tests/native/fuzz_corpus.rs`, which replays their finds.

pub mod targets;
#[path = "../../util/mod.rs"]
mod util;
