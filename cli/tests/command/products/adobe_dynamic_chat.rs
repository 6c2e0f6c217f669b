//! Adobe Marketo Dynamic Chat: its source table, and its people in the demo.

use std::fs;

use serde_json::{Value, json};

use crate::catalog::fields;
use crate::demo::Demo;
use crate::util::{ADOBE, rolegate, table};

#[test]
fn matrix_is_the_source_table_of_adobe() {
    let csv = rolegate(&["catalog", "matrix", "--format", "csv", ADOBE]).ok();
    let rows: Vec<Vec<String>> = csv.lines().map(fields).collect();
    assert_eq!(rows[0][..4], ["Area", "Permission", "Name", "Entitlement"]);
    let source = table("adobe-dynamic-chat");
    assert_eq!(rows.len(), source.len());
    assert_eq!(rows[0][4..10], source[0][4..10]);
    assert_eq!(
        (rows[0][10].as_str(), source[0][10].as_str()),
        ("New role", "Default")
    );
    for (row, source) in rows[1..].iter().zip(&source[1..]) {
        assert_eq!(row[..2], source[1..3]);
        assert_eq!(row[3], source[3], "{}", row[2]);
        let answers: Vec<&str> = row[4..]
            .iter()
            .map(|cell| if cell == "on" { "yes" } else { "no" })
            .collect();
        assert!(
            row[4..].iter().all(|cell| cell == "on" || cell == "off"),
            "{row:?}"
        );
        assert_eq!(answers, source[4..], "{}", row[2]);
    }
}

#[test]
fn adobe_has_a_person_for_each_role_and_one_with_two() {
    let demo = Demo::start("demo-adobe");
    let overview = demo.get("/api/demo").json();
    let adobe = &overview["products"][0];
    let catalog: Value = serde_json::from_str(&fs::read_to_string(ADOBE).unwrap()).unwrap();
    assert_eq!(adobe["id"], "adobe-dynamic-chat");
    let people = adobe["people"].as_array().unwrap();
    let roles = catalog["roles"].as_array().unwrap();
    assert_eq!(people.len(), roles.len() + 1);
    for (person, role) in people.iter().zip(roles) {
        assert_eq!(
            (&person["id"], &person["label"]),
            (&role["id"], &role["label"])
        );
        assert_eq!(person["memberships"][0]["roles"], json!([role["id"]]));
    }
    assert_eq!(
        people[6]["memberships"][0]["roles"],
        json!(["marketing-admin", "sales-admin"])
    );
    let packages: Vec<&Value> = adobe["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| &package["label"])
        .collect();
    let entitlements: Vec<&Value> = catalog["entitlements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entitlement| &entitlement["label"])
        .collect();
    assert_eq!(packages, entitlements);
}
