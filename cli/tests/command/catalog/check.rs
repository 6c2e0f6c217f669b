//! `rolegate catalog check`, and what all questions about a catalog do alike.

use serde_json::json;

use crate::util::{ADOBE, catalog_path, parsed, products, rolegate, written};

#[test]
fn our_catalogs_are_valid() {
    for id in products() {
        let path = catalog_path(&id);
        assert_eq!(
            rolegate(&["catalog", "check", &path]).ok(),
            format!("{path}: `{id}` is valid\n")
        );
    }
}

#[test]
fn check_lists_every_problem_with_its_place() {
    let mut catalog = parsed(ADOBE);
    catalog["format"] = json!(2);
    catalog["areas"][0]["permissions"][0]["values"] = json!("scale");
    let path = written("catalog-problems", &catalog);
    let ended = rolegate(&["catalog", "check", ADOBE, &path]);
    let lines: Vec<&str> = ended.out.lines().collect();
    assert_eq!(lines[0], format!("{ADOBE}: `adobe-dynamic-chat` is valid"));
    assert!(
        lines[1].starts_with(&format!("{path}: format: ")),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].starts_with(&format!("{path}: areas[0].permissions[0].values: ")),
        "{}",
        lines[2]
    );
    assert_eq!(
        ended.err,
        format!("error: {} problems found\n", lines.len() - 1)
    );
    assert_eq!(ended.code, 1);
}

#[test]
fn names_do_not_steer_the_terminal() {
    let mut catalog = parsed(ADOBE);
    catalog["label"]["en"] = json!("a\u{1b}c\nb");
    catalog["areas"][0]["label"]["en"] = json!("a\u{9b}c\nb");
    let path = written("catalog-control", &catalog);
    let told = rolegate(&["catalog", "diff", ADOBE, &path]).out;
    assert!(
        told.contains("\ncatalog: label (en) was `Adobe Dynamic Chat`, is `a\\u001bc\\nb`\n"),
        "{told}"
    );
    for format in ["markdown", "csv", "json"] {
        let table = rolegate(&["catalog", "matrix", "--format", format, &path]).ok();
        assert!(
            table.chars().all(|part| part == '\n' || !part.is_control()),
            "{table}"
        );
        assert!(format == "json" || table.contains("a\\u009bc"), "{table}");
    }
}

#[test]
fn refused_catalog_is_named() {
    let path = written("catalog-refused", &json!({"format": 1}));
    for arguments in [
        &["digest", &path][..],
        &["unknowns", &path],
        &["matrix", &path],
        &["diff", ADOBE, &path],
    ] {
        let ended = rolegate(&[&["catalog"], arguments].concat());
        assert_eq!((ended.code, ended.out.as_str()), (1, ""));
        assert!(
            ended
                .err
                .starts_with(&format!("ERR_CATALOG_INVALID: {path}: ")),
            "{}",
            ended.err
        );
    }
}
