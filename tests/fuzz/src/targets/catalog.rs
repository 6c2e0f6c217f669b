use std::sync::{Arc, LazyLock};

use rolegate::{Catalog, Gate};
use serde_json::{Map, Value, json};

use super::{Choices, ask, edits};
use crate::util::{claims, snapshot, with};

static BASES: LazyLock<[Value; 3]> = LazyLock::new(|| {
    [
        include_str!("../../../vectors/formats/bases.json"),
        include_str!("../../../../catalogs/puzzel.json"),
        include_str!("../../../vectors/tokens/catalog.json"),
    ]
    .map(|text| {
        let json: Value = serde_json::from_str(text).unwrap();
        json.pointer("/catalogs/sample").cloned().unwrap_or(json)
    })
});

/// The text of a catalog where it starts with a brace, else choices: a base and edits of it.
///
/// For one that is valid there is somebody who holds some of its roles, and every question about
/// that person is asked.
pub fn catalog(data: &[u8]) {
    let text = if data.first() == Some(&b'{') {
        data.to_vec()
    } else {
        let mut choices = Choices(data);
        let mut json = BASES[choices.below(BASES.len())].clone();
        edits::apply(&mut json, &mut choices);
        json.to_string().into_bytes()
    };
    let parsed = Catalog::parse(&text).map(Arc::new);
    match Catalog::check(&text) {
        Err(problems) => {
            let first = problems.first().expect("a problem").to_string();
            assert_eq!(parsed.unwrap_err().to_string(), first);
        }
        Ok(_) => {
            let json: Value = serde_json::from_slice(&text).expect("a catalog of JSON");
            use_it(&parsed.expect("valid"), &json, text.len());
        }
    }
}

fn use_it(catalog: &Arc<Catalog>, json: &Value, seed: usize) {
    let groups = json["groups_per_membership"].as_u64();
    if groups.is_some_and(|groups| groups > 64) {
        return;
    }
    let groups: Vec<String> = (0..groups.unwrap_or(1))
        .map(|n| format!("g{}", n + 7))
        .collect();
    let ids = |list: &str, share: usize| -> Vec<&str> {
        let all = json[list].as_array().into_iter().flatten();
        let ids = all.filter_map(|item| item["id"].as_str()).enumerate();
        let held = ids.filter(|(n, _)| share == 1 || (n + seed).is_multiple_of(share));
        held.map(|(_, id)| id).collect()
    };
    let may_filter: Vec<&str> = json["filters"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let one: Map<String, Value> = may_filter
        .iter()
        .take(1)
        .map(|name| ((*name).to_owned(), json!(["u42", "g7", "q1"])))
        .collect();
    let filters = if one.is_empty() {
        json!([])
    } else {
        json!([one])
    };
    let memberships = json!([
        {"workspace": "w1", "roles": ids("roles", 1), "groups": groups, "filters": []},
        {"workspace": "w2", "roles": ids("roles", 2), "groups": groups, "filters": filters},
        {"workspace": "w3", "roles": [], "groups": groups, "filters": []},
    ]);
    let held = json!({"entitlements": ids("entitlements", 2)});
    let claims = with(claims(catalog, memberships), held);
    let snapshot = snapshot(catalog, &claims).expect("a snapshot that fits its catalog");
    ask::everything(&Gate::compile(snapshot), json);
}
