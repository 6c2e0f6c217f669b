//! `rolegate types`.

use std::fs;

use serde_json::Value;

use crate::util::{USERLIKE, fed, rolegate};

#[test]
fn every_permission_is_declared_with_its_values() {
    let text = fs::read_to_string(USERLIKE).unwrap();
    let catalog: Value = serde_json::from_str(&text).unwrap();
    let members: String = catalog["areas"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|area| area["permissions"].as_array().unwrap())
        .map(|permission| {
            let [id, values] = ["id", "values"].map(|name| permission[name].as_str().unwrap());
            format!("      '{id}': '{values}'\n")
        })
        .collect();
    assert!(members.contains("'switch'") && members.contains("'level'"));
    let written = format!(
        "\
// The permissions of the catalog `userlike`, written by `rolegate types`: run it again rather than
// edit this file. The types of records are the program's to declare, as `records` of `Register` in a
// file of its own.

declare module 'rolegate' {{
  interface Register {{
    permissions: {{
{members}    }}
  }}
}}

export {{}}
"
    );
    assert_eq!(rolegate(&["types", USERLIKE]).ok(), written);
    assert_eq!(fed(&["types", "-"], &text).ok(), written);
}

#[test]
fn a_module_has_the_types_and_the_catalog() {
    let text = fs::read_to_string(USERLIKE).unwrap();
    let types = rolegate(&["types", USERLIKE]).ok();
    let module = rolegate(&["types", "--module", USERLIKE]).ok();
    let declared = types.strip_suffix("export {}\n").unwrap();
    let exports = module.strip_prefix(declared).unwrap();
    let value = |name: &str| {
        let start = format!("export const {name} = ");
        let mut lines = exports.lines();
        lines.find_map(|line| line.strip_prefix(&start)).unwrap()
    };
    assert_eq!(value("id"), "'userlike'");
    let digest = rolegate(&["catalog", "digest", USERLIKE]).ok();
    assert_eq!(value("sha256"), format!("'{}'", digest.trim_end()));
    assert_eq!(
        serde_json::from_str::<String>(value("catalog")).unwrap(),
        text
    );
}

#[test]
fn refused_catalog_has_no_types() {
    let ended = fed(&["types", "-"], r#"{"format": 1}"#);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(
        ended.err.starts_with("ERR_CATALOG_INVALID: -: "),
        "{}",
        ended.err
    );
}
