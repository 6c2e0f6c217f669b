//! The fuzz targets of `tests/fuzz`, run on their seeds and on what they ever found.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../fuzz/src/targets/mod.rs"]
mod targets;

/// The inputs in the target's folder of `tests/fuzz/{kind}`, in the order of their names.
fn inputs(kind: &str, target: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz");
    let Ok(folder) = fs::read_dir(root.join(kind).join(target)) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn seeds_and_finds_come_out_well() {
    for (name, target) in targets::ALL {
        let seeds = inputs("seeds", name);
        assert!(!seeds.is_empty(), "no seeds for {name}");
        for path in seeds.into_iter().chain(inputs("finds", name)) {
            eprintln!("{}", path.display()); // shown where the target panics
            target(&fs::read(&path).unwrap());
        }
    }
}

/// What a fuzzer would start from, without one: some hundred rows of choices, always the same.
#[test]
fn rows_of_choices_come_out_well() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut byte = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    };
    for (name, target) in targets::ALL {
        if ["token", "key_set"].contains(&name) {
            continue; // choices are nothing to them
        }
        for length in 0..100 {
            let data: Vec<u8> = (0..length % 60)
                .map(|_| byte() & 0x7f)
                .filter(|byte| *byte != b'{')
                .collect();
            eprintln!("{name}: {data:?}");
            target(&data);
        }
    }
}
