//! `rolegate catalog matrix`.

use serde_json::{Value, json};

use crate::util::{ADOBE, catalog_path, parsed, rolegate, written};

/// The fields of a CSV line without line ends in them.
pub(crate) fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut parts = line.chars().peekable();
    while let Some(part) = parts.next() {
        match part {
            '"' if quoted && parts.next_if_eq(&'"').is_some() => {
                fields.last_mut().unwrap().push('"')
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
    }
    fields
}

#[test]
fn matrix_says_the_same_in_all_formats() {
    let pandadoc = catalog_path("pandadoc");
    let markdown = rolegate(&["catalog", "matrix", &pandadoc]).ok();
    let csv = rolegate(&["catalog", "matrix", "--format", "csv", &pandadoc]).ok();
    let json: Value =
        serde_json::from_str(&rolegate(&["catalog", "matrix", "--format", "json", &pandadoc]).ok())
            .unwrap();
    let markdown: Vec<Vec<&str>> = markdown
        .lines()
        .map(|line| line.trim_matches(['|', ' ']).split(" | ").collect())
        .collect();
    let rows = json["rows"].as_array().unwrap();
    assert_eq!(markdown.len(), rows.len() + 2);
    for ((markdown, csv), json) in markdown[2..].iter().zip(csv.lines().skip(1)).zip(rows) {
        assert_eq!(*markdown, fields(csv));
        assert_eq!(markdown[2], json["permission"]);
        for (cell, role) in markdown[4..]
            .iter()
            .zip(json["roles"].as_array().into_iter().flatten())
        {
            assert_eq!(json["values"][role["id"].as_str().unwrap()]["value"], *cell);
        }
    }
    let views = rows
        .iter()
        .find(|row| row["permission"] == "documents.view-others")
        .unwrap();
    assert_eq!(
        views["values"]["collaborator"],
        json!({"value": "on", "if": ["shared"]})
    );
    assert!(csv.contains(",on if shared\n"));
}

#[test]
fn matrix_speaks_the_language_asked_for() {
    let dutch = rolegate(&["catalog", "matrix", "--language", "nl", ADOBE]).ok();
    assert!(dutch.contains("| Opgenomen versie | on | on |"), "{dutch}");
    assert_eq!(
        rolegate(&["catalog", "matrix", "--language", "xx", ADOBE]).ok(),
        rolegate(&["catalog", "matrix", ADOBE]).ok()
    );
}

#[test]
fn matrix_has_a_column_for_new_roles_where_tenants_add_some() {
    let mut catalog = parsed(ADOBE);
    let head = |name: &str, catalog: &Value| {
        let table = rolegate(&["catalog", "matrix", &written(name, catalog)]).ok();
        table.lines().next().unwrap().to_owned()
    };
    assert!(head("matrix-new-role", &catalog).ends_with("| New role |"));
    catalog["custom_roles"] = json!({"without_base": false});
    assert!(head("matrix-on-a-base", &catalog).ends_with("| GenAI User |"));
    catalog.as_object_mut().unwrap().remove("custom_roles");
    assert!(head("matrix-no-new-role", &catalog).ends_with("| GenAI User |"));
}
