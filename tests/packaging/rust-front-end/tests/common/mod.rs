//! What the tests of a front end ask, in Node and in browsers.

use std::sync::Arc;

use rolegate::{Catalog, Expectations, Gate, KeySet, Snapshot, UnixTime, UnverifiedToken};
use wasm_bindgen_test::wasm_bindgen_test;

const CATALOG: &[u8] = include_bytes!("../../../rolegate/catalogs/adobe-dynamic-chat.json");
// Written by `front-end.mjs`, as a server would send them.
const KEYS: &[u8] = include_bytes!("../../keys.json");
const TOKEN: &str = include_str!("../../token");
const NOW: UnixTime = UnixTime::from_secs(1_790_000_000);

#[wasm_bindgen_test]
fn a_catalog_is_read() {
    assert_eq!(front_end::problem(CATALOG), None);
    assert!(front_end::problem(b"{}").is_some());
}

#[wasm_bindgen_test]
fn a_marketing_admin_exports_reports_and_has_no_inbox() {
    let keys = KeySet::parse(KEYS).unwrap();
    let catalog = Arc::new(Catalog::parse(CATALOG).unwrap());
    let expected = Expectations::new("https://app.example", "packaging");
    let payload = UnverifiedToken::parse(TOKEN)
        .unwrap()
        .verify(&keys)
        .unwrap();
    let gate = Gate::compile(Snapshot::validate(payload, &catalog, &expected, NOW).unwrap());
    let view = gate.in_workspace(None);
    assert!(view.can("reports.export", None, NOW));
    assert!(!view.can("agent-inbox.access", None, NOW));
}
