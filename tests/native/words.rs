//! The closed lists, against the ones that are kept for readers in other languages.

use std::collections::{BTreeMap, BTreeSet};

use rolegate::{
    ErrorCode, FactName, FilterMember, LayerKind, Level, Outcome, ReasonCode, Relation, State,
    ValueKind, ViolationCode,
};
use serde_json::Value;

const KEPT: &str = include_str!("../vectors/words.json");

macro_rules! words {
    ($list:ident) => {
        $list::ALL.iter().map(|one| one.as_str()).collect()
    };
}

#[test]
fn the_kept_lists_are_those_of_the_core() {
    let kept: BTreeMap<String, Vec<String>> = serde_json::from_str(KEPT).unwrap();
    let lists: [(&str, Vec<&str>); 11] = [
        ("reasons", words!(ReasonCode)),
        ("outcomes", words!(Outcome)),
        ("levels", words!(Level)),
        ("values", words!(ValueKind)),
        ("relations", words!(Relation)),
        ("facts", words!(FactName)),
        ("filters", words!(FilterMember)),
        ("layers", words!(LayerKind)),
        ("states", words!(State)),
        ("errors", words!(ErrorCode)),
        ("violations", words!(ViolationCode)),
    ];
    assert_eq!(kept.len(), lists.len());
    for (name, words) in lists {
        assert_eq!(kept[name], words, "{name}");
    }
}

#[test]
fn the_schemas_list_the_same_words() {
    let schemas = [
        include_str!("../../schema/catalog.json"),
        include_str!("../../schema/snapshot.json"),
    ];
    let [catalog, snapshot] = schemas.map(|text| serde_json::from_str::<Value>(text).unwrap());
    let record = "/properties/records/additionalProperties/properties";
    let lists: [(&Value, String, BTreeSet<&str>); 8] = [
        (&catalog, "/$defs/relation".into(), words!(Relation)),
        (&snapshot, "/$defs/relation".into(), words!(Relation)),
        (&catalog, "/$defs/value".into(), words!(Level)),
        (&snapshot, "/$defs/value".into(), words!(Level)),
        (
            &catalog,
            "/$defs/permission/properties/values".into(),
            words!(ValueKind),
        ),
        (
            &catalog,
            "/properties/layers/items".into(),
            words!(LayerKind),
        ),
        (
            &catalog,
            "/properties/filters/items".into(),
            words!(FilterMember),
        ),
        (
            &catalog,
            format!("{record}/filters/items"),
            words!(FilterMember),
        ),
    ];
    for (schema, place, words) in lists {
        let listed = schema.pointer(&format!("{place}/enum"));
        let listed = listed.and_then(Value::as_array).unwrap();
        let listed: BTreeSet<&str> = listed.iter().filter_map(Value::as_str).collect();
        assert_eq!(listed, words, "{place}");
    }
    let denied = catalog.pointer("/$defs/when_denied/properties").unwrap();
    for (code, outcomes) in denied.as_object().unwrap() {
        let usual = ReasonCode::parse(code).unwrap().outcome();
        assert_eq!(outcomes["enum"][0], usual.as_str(), "{code}");
    }
}
