//! Adobe Marketo Dynamic Chat: its source table.

use crate::catalog::fields;
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
