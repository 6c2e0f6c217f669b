//! `rolegate catalog unknowns`.

use crate::util::{ADOBE, catalog_path, rolegate, table};

#[test]
fn unknowns_are_the_cells_that_the_table_leaves_open() {
    assert_eq!(rolegate(&["catalog", "unknowns", ADOBE]).ok(), "");
    let listed = rolegate(&["catalog", "unknowns", &catalog_path("pandadoc")]).ok();
    let table = table("pandadoc");
    let open: usize = table[1..]
        .iter()
        .flatten()
        .filter(|cell| *cell == "unknown")
        .count();
    assert!(open > 0);
    assert_eq!(listed.lines().count(), open);
    assert!(
        listed.lines().any(|line| line == "member\tforms.create"),
        "{listed}"
    );
}
