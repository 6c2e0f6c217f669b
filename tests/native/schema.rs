//! The JSON Schemas and the core come to the same verdict, on what is written down in
//! `tests/vectors/formats` and on whatever becomes of it when one thing in it is changed.
//!
//! A schema cannot say everything. What it accepts and the core refuses is listed: by name in the
//! vectors (`beyond_schema`), by message here ([`BEYOND_CATALOG`], [`BEYOND_PAYLOAD`]).

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use boon::{Compiler, Draft, SchemaIndex, Schemas, ValidationError};
use rolegate::{Catalog, ErrorCode};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::util::{base64url, catalog, shipped, shipped_text, snapshot};

/// The words for what a schema cannot say; the README of the vectors explains them.
const BEYOND: [&str; 7] = [
    "reference",
    "repeated-name",
    "number",
    "bytes",
    "sum",
    "comparison",
    "expectation",
];

/// What only the core finds wrong with a catalog: a name or a value that does not fit another place of
/// the file.
const BEYOND_CATALOG: [&str; 16] = [
    "is not among the entitlements of the catalog",
    "is not among the record kinds of the catalog",
    "is not among the permissions of the catalog",
    "is not among the roles of the catalog",
    "is not among the filters of the catalog",
    "is not a relation of ",
    "is taken",
    "is about another kind of record",
    "is about a record",
    "is not about a record",
    "is derived and has no value of its own",
    "must be `off` or `on`, a value of a switch",
    "must be `off`, `read` or `write`, a value of a level",
    "so the rule needs `at_least`",
    "is the role's own value, or is repeated",
    "permissions need one another in a circle",
];

/// What only the core finds wrong with a payload: what does not fit the catalog, the application's
/// expectations, the clock, or another place of the payload.
const BEYOND_PAYLOAD: [&str; 21] = [
    "is a new role, which needs the entitlement ",
    "is not the expected",
    "`exp` must be later than `iat` and `nbf`",
    "the limit is 86400 s",
    "is not the id of the catalog that `catalog.sha256` names",
    "is not among the entitlements of the catalog",
    "is not among the roles of the catalog",
    "is neither a role of the catalog nor one of the snapshot",
    "is not among the permissions of the catalog",
    "is derived and has no value of its own",
    "is not about a record",
    "must be `off` or `on`, a value of a switch",
    "must be `off`, `read` or `write`, a value of a level",
    "is neither the one of the role nor one that it unlocks",
    "must not be set for the edit of a catalog role",
    "`label` is missing",
    "is reserved for roles of the catalog",
    "has the workspace of an earlier membership",
    "must have as many `groups` as the catalog's `groups_per_membership` says",
    "is not one of the membership's groups",
    "`filters` is missing",
];

#[test]
fn schema_and_core_agree_on_catalogs() {
    let cases = cases(include_str!("../vectors/formats/catalogs.json"));
    assert!(cases.len() >= 150);
    for case in cases {
        let changed = case.changed(catalog_json(&case.base));
        let core = match Catalog::parse(changed.to_string().as_bytes()) {
            Ok(_) => "accepted",
            Err(error) => error.code().as_str(),
        };
        case.assert_verdicts(core, &CATALOG, &changed);
    }
}

#[test]
fn schema_and_core_agree_on_payloads() {
    let cases = cases(include_str!("../vectors/formats/payloads.json"));
    assert!(cases.len() >= 120);
    for case in cases {
        let (catalog, payload) = payload(&case.base);
        let changed = case.changed(payload);
        let core = match snapshot(&catalog, &changed) {
            Ok(_) => "accepted",
            Err(error) => error.code().as_str(),
        };
        case.assert_verdicts(core, &PAYLOAD, &changed);
    }
}

#[test]
fn no_change_of_a_catalog_parts_schema_and_core() {
    let mut refused = 0;
    for_each_change(&catalog_json("sample"), &mut |place, changed| {
        let problems = Catalog::check(changed.to_string().as_bytes()).err();
        let problems = problems
            .into_iter()
            .flatten()
            .map(|problem| problem.message);
        let by_core = problems.collect::<Vec<_>>();
        refused += usize::from(!by_core.is_empty());
        assert_not_parted(place, &CATALOG, changed, &by_core, &BEYOND_CATALOG);
    });
    assert!(refused > 2000, "{refused}");
}

#[test]
fn no_change_of_a_payload_parts_schema_and_core() {
    let (catalog, payload) = payload("sample");
    let mut refused = 0;
    for_each_change(&payload, &mut |place, changed| {
        let error = snapshot(&catalog, changed).err();
        let by_core = Vec::from_iter(error.map(|error| error.to_string()));
        refused += usize::from(!by_core.is_empty());
        assert_not_parted(place, &PAYLOAD, changed, &by_core, &BEYOND_PAYLOAD);
    });
    assert!(refused > 1000, "{refused}");
}

/// Asserts that the schema refuses nothing that the core takes, and that the core refuses more than
/// the schema only for what is known to be `beyond` it; `by_core` says why the core refuses it, if so.
#[track_caller]
fn assert_not_parted(
    place: &str,
    schema: &Schema,
    changed: &Value,
    by_core: &[String],
    beyond: &[&str],
) {
    let by_schema = schema.refusal(changed);
    if by_core.is_empty() {
        assert!(
            by_schema.is_none(),
            "only the schema refuses {place}: {by_schema:?}"
        );
    } else if by_schema.is_none() {
        for message in by_core {
            let is_known = beyond.iter().any(|what| message.contains(what));
            assert!(is_known, "only the core refuses {place}: {message}");
        }
    }
}

#[test]
fn schema_and_core_draw_the_same_limits_in_catalogs() {
    let labelled = |id: String| json!({"id": id, "label": {"en": "Filled in"}});
    let permission = |i: usize| json!({"id": format!("filled.p{i}"), "label": {"en": "Filled in"}, "values": "switch"});
    let one_area = json!({
        "format": 1, "id": "small", "label": {"en": "Small"}, "roles": [],
        "areas": [{"id": "all", "label": {"en": "All"}, "permissions": []}],
    });
    let many_permissions = filled(&one_area, "/areas/0/permissions", 4096, &|i| {
        (String::new(), permission(i))
    });
    let of_role = change(
        &many_permissions,
        "/roles",
        json!([{"id": "all", "label": {"en": "All"}, "values": {}, "unlocked": {}}]),
    );
    let of_new_roles = change(&many_permissions, "/new_role_values", json!({}));
    let sample = catalog_json("sample");
    let need = "/areas/1/permissions/0/needs";
    let any_need = change(&sample, need, json!([["team"]]));
    let requires = "/areas/1/permissions/0/requires";
    let rule = "/areas/0/permissions/2/rule";
    let all_rule = change(&sample, rule, json!({"all": [{"relation": "own"}]}));
    let who = "/roles/1/assignable_by";
    let target_role = change(&sample, who, json!({"target_role": []}));
    let any_rule = change(&sample, rule, json!({"any": [{"relation": "own"}]}));
    let all_who = change(&sample, who, json!({"all": []}));
    let any_who = change(&sample, who, json!({"any": []}));
    let value = |i: usize| (format!("filled.p{i}"), json!("on"));

    let limits: [(&Value, &str, usize, Make<'_>); 21] = [
        (&sample, "/label", 256, &|i| {
            (format!("x-{i}"), json!("Filled in"))
        }),
        (&sample, "/entitlements", 256, &|i| {
            item(labelled(format!("filled-{i}")))
        }),
        (&sample, "/entitlements/0/includes", 256, &|_| {
            item(json!("archive"))
        }),
        (&sample, "/records", 32, &|i| {
            (
                format!("filled-{i}"),
                json!({"label": {"en": "Filled in"}, "relations": []}),
            )
        }),
        (&sample, "/areas", 4096, &|i| {
            item(crate::util::with(
                labelled(format!("filled-{i}")),
                json!({"permissions": []}),
            ))
        }),
        (&one_area, "/areas/0/permissions", 4096, &|i| {
            item(permission(i))
        }),
        (&sample, "/roles", 256, &|i| {
            item(crate::util::with(
                labelled(format!("filled-{i}")),
                json!({"values": {}}),
            ))
        }),
        (&sample, need, 256, &|_| item(json!("team"))),
        (&any_need, "/areas/1/permissions/0/needs/0", 256, &|_| {
            item(json!("team"))
        }),
        (&sample, requires, 256, &|_| {
            item(json!({"permission": "people.invite"}))
        }),
        (&all_rule, "/areas/0/permissions/2/rule/all", 255, &|_| {
            item(json!({"relation": "own"}))
        }),
        (&any_rule, "/areas/0/permissions/2/rule/any", 255, &|_| {
            item(json!({"relation": "own"}))
        }),
        (
            &target_role,
            "/roles/1/assignable_by/target_role",
            256,
            &|_| item(json!("agent")),
        ),
        (&any_who, "/roles/1/assignable_by/any", 255, &|_| {
            item(json!({"role": "agent"}))
        }),
        (&all_who, "/roles/1/assignable_by/all", 255, &|_| {
            item(json!({"role": "agent"}))
        }),
        (&of_role, "/roles/0/values", 4096, &value),
        (&of_role, "/roles/0/unlocked", 4096, &|i| {
            (format!("filled.p{i}"), json!(["on"]))
        }),
        (&of_new_roles, "/new_role_values", 4096, &value),
        (&sample, "/custom_roles/bases", 256, &|_| {
            item(json!("agent"))
        }),
        (&sample, "/custom_roles/needs", 256, &|_| {
            item(json!("team"))
        }),
        (&sample, "/areas/0/description", 256, &|i| {
            (format!("x-{i}"), json!("Filled in"))
        }),
    ];
    for (base, place, limit, make) in limits {
        for (count, is_accepted) in [(limit, true), (limit + 1, false)] {
            let changed = filled(base, place, count, make);
            let by_core = Catalog::check(changed.to_string().as_bytes());
            assert_eq!(
                by_core.is_ok(),
                is_accepted,
                "{count} in {place}: {by_core:?}"
            );
            let by_schema = CATALOG.refusal(&changed);
            assert_eq!(
                by_schema.is_none(),
                is_accepted,
                "{count} in {place}: {by_schema:?}"
            );
        }
    }
}

#[test]
fn schema_and_core_draw_the_same_limits_in_payloads() {
    let (sample_catalog, sample) = payload("sample");
    let (userlike_catalog, userlike) = payload("userlike");
    let role =
        |i: usize| json!({"id": format!("filled-{i}"), "label": {"en": "Filled in"}, "values": {}});
    let many_roles = filled(&sample, "/roles", 256, &|i| item(role(i)));
    let no_filters = change(&sample, "/memberships/0/filters", json!([]));
    let id = |i: usize| item(json!(format!("filled {i}")));
    let limits: [(_, &Value, &str, usize, Make<'_>); 8] = [
        (&sample_catalog, &sample, "/aud", 16, &id),
        (&sample_catalog, &sample, "/memberships", 256, &|i| {
            item(json!({"workspace": format!("{i}"), "roles": [], "groups": ["g"], "filters": []}))
        }),
        (&sample_catalog, &sample, "/roles", 256, &|i| item(role(i))),
        (
            &sample_catalog,
            &many_roles,
            "/memberships/0/roles",
            256,
            &|i| {
                // The first two of these new roles are held from the start, the last two are of the catalog.
                let others = [json!("owner"), json!("trainee")];
                let other = others.get(i.wrapping_sub(255)).cloned();
                item(other.unwrap_or_else(|| json!(format!("filled-{}", i + 1))))
            },
        ),
        (&sample_catalog, &sample, "/roles/1/label", 256, &|i| {
            (format!("x-{i}"), json!("Filled in"))
        }),
        (
            &userlike_catalog,
            &userlike,
            "/memberships/0/groups",
            1024,
            &id,
        ),
        (
            &sample_catalog,
            &sample,
            "/memberships/0/filters/0/queues",
            1024,
            &id,
        ),
        (
            &sample_catalog,
            &no_filters,
            "/memberships/0/filters",
            16,
            &|_| item(json!({})),
        ),
    ];
    for (catalog, base, place, limit, make) in limits {
        for (count, is_accepted) in [(limit, true), (limit + 1, false)] {
            let changed = filled(base, place, count, make);
            let by_core = snapshot(catalog, &changed);
            assert_eq!(
                by_core.is_ok(),
                is_accepted,
                "{count} in {place}: {by_core:?}"
            );
            let by_schema = PAYLOAD.refusal(&changed);
            assert_eq!(
                by_schema.is_none(),
                is_accepted,
                "{count} in {place}: {by_schema:?}"
            );
        }
    }
}

#[test]
fn only_the_core_sees_a_repeated_member() {
    let text = catalog_json("sample").to_string();
    let twice = text.replacen(
        "\"id\":\"sample\"",
        "\"id\":\"sample\",\"id\":\"sample\"",
        1,
    );
    assert_ne!(twice, text);
    let error = Catalog::parse(twice.as_bytes()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::CatalogInvalid);
    assert!(
        CATALOG
            .refusal(&serde_json::from_str(&twice).unwrap())
            .is_none()
    );
}

#[test]
fn every_example_in_the_schemas_is_valid_where_it_stands() {
    for (schema, least) in [(&*CATALOG, 60), (&*PAYLOAD, 45)] {
        let mut examples = 0;
        for_each_place(&schema.text, "", &mut |place, subschema| {
            let Some(list) = subschema.get("examples").and_then(Value::as_array) else {
                return;
            };
            let validator = Schema::compile(schema.text.clone(), place);
            for example in list {
                examples += 1;
                let refusal = validator.refusal(example);
                assert!(refusal.is_none(), "{example} in {place}: {refusal:?}");
            }
        });
        assert!(examples >= least, "{examples}");
    }
    let example = &CATALOG.text["examples"][0];
    Catalog::parse(example.to_string().as_bytes()).unwrap();
}

/// So that no member of a format is left out of the changes above.
#[test]
fn the_samples_use_every_member_of_the_schemas() {
    for (schema, sample) in [
        (&*CATALOG, catalog_json("sample")),
        (&*PAYLOAD, payload("sample").1),
    ] {
        let mut used = BTreeSet::new();
        for_each_place(&sample, "", &mut |place, _| {
            used.extend(place.rsplit('/').next().map(str::to_owned));
        });
        for_each_place(&schema.text, "", &mut |place, subschema| {
            if let Some(members) = subschema.get("properties").and_then(Value::as_object) {
                for name in members.keys() {
                    assert!(used.contains(name), "{name} of {place} is in no sample");
                }
            }
        });
    }
}

/// One case of `tests/vectors/formats`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    base: String,
    change: Vec<Change>,
    verdict: String,
    beyond_schema: Option<String>,
}

/// An operation of a JSON Patch (RFC 6902).
#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "op", rename_all = "lowercase")]
enum Change {
    Add { path: String, value: Value },
    Remove { path: String },
}

impl Case {
    fn changed(&self, mut value: Value) -> Value {
        for change in &self.change {
            match change {
                Change::Add { path, value: new } => add(&mut value, path, new.clone()),
                Change::Remove { path } => remove(&mut value, path),
            }
        }
        value
    }

    fn assert_verdicts(&self, core: &str, schema: &Schema, changed: &Value) {
        let name = &self.name;
        assert_eq!(core, self.verdict, "the core on {name}");
        let is_accepted = self.verdict == "accepted" || self.beyond_schema.is_some();
        let by_schema = schema.refusal(changed);
        assert_eq!(
            by_schema.is_none(),
            is_accepted,
            "the schema on {name}: {by_schema:?}"
        );
        if let Some(why) = &self.beyond_schema {
            assert!(BEYOND.contains(&why.as_str()), "{why} of {name}");
            assert_ne!(self.verdict, "accepted", "{name}");
        }
    }
}

#[track_caller]
fn cases(text: &str) -> Vec<Case> {
    let cases: Vec<Case> = serde_json::from_str(text).unwrap();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.len(), "a name is used twice");
    let (mut accepted, mut refused) = (0, 0);
    for case in &cases {
        if case.verdict == "accepted" {
            accepted += 1;
        } else {
            refused += 1;
        }
    }
    assert!(accepted >= 20 && refused >= 40, "{accepted} and {refused}");
    cases
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bases {
    catalogs: serde_json::Map<String, Value>,
    payloads: serde_json::Map<String, Value>,
}

static BASES: LazyLock<Bases> =
    LazyLock::new(|| serde_json::from_str(include_str!("../vectors/formats/bases.json")).unwrap());

fn catalog_json(base: &str) -> Value {
    shipped_text(base).map_or_else(
        || BASES.catalogs[base].clone(),
        |text| serde_json::from_str(text).unwrap(),
    )
}

/// A payload that is in order, with the digest of its catalog's bytes, and that catalog.
fn payload(base: &str) -> (Arc<Catalog>, Value) {
    let catalog = if shipped_text(base).is_some() {
        shipped(base)
    } else {
        catalog(&BASES.catalogs[base])
    };
    let mut payload = BASES.payloads[base].clone();
    payload["catalog"]["sha256"] = json!(base64url(catalog.digest()));
    (catalog, payload)
}

struct Schema {
    text: Value,
    schemas: Schemas,
    place: SchemaIndex,
}

static CATALOG: LazyLock<Schema> = LazyLock::new(|| {
    let text = include_str!("../../schema/catalog.json");
    Schema::compile(serde_json::from_str(text).unwrap(), "")
});
static PAYLOAD: LazyLock<Schema> = LazyLock::new(|| {
    let text = include_str!("../../schema/snapshot.json");
    Schema::compile(serde_json::from_str(text).unwrap(), "")
});

impl Schema {
    /// The part of a schema that stands at `place`.
    fn compile(text: Value, place: &str) -> Schema {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.set_default_draft(Draft::V2020_12);
        compiler
            .add_resource("https://rolegate.example/schema.json", text.clone())
            .unwrap();
        let place = place.replace('$', "%24");
        let place = compiler
            .compile(
                &format!("https://rolegate.example/schema.json#{place}"),
                &mut schemas,
            )
            .unwrap();
        Schema {
            text,
            schemas,
            place,
        }
    }

    /// Says why it refuses `value`, if it does.
    fn refusal<'v>(&self, value: &'v Value) -> Option<ValidationError<'_, 'v>> {
        self.schemas.validate(value, self.place).err()
    }
}

/// Makes a member, with its name, or an item, whose name does not matter.
type Make<'a> = &'a dyn Fn(usize) -> (String, Value);

/// What stands at `place` in `value`, filled up to `count` members or items.
fn filled(value: &Value, place: &str, count: usize, make: Make<'_>) -> Value {
    let mut changed = value.clone();
    let absent = if place.ends_with("/description") {
        json!({"en": "Filled in"})
    } else {
        json!([])
    };
    if changed.pointer(place).is_none() {
        add(&mut changed, place, absent);
    }
    match changed.pointer_mut(place).unwrap() {
        Value::Array(items) => {
            let first = items.len();
            items.extend((first..count).map(|i| make(i).1));
            assert_eq!(items.len(), count);
        }
        Value::Object(members) => {
            let first = members.len();
            members.extend((first..count).map(make));
            assert_eq!(members.len(), count);
        }
        other => panic!("{other} at {place} cannot be filled"),
    }
    changed
}

fn item(value: Value) -> (String, Value) {
    (String::new(), value)
}

fn change(value: &Value, place: &str, new: Value) -> Value {
    let mut changed = value.clone();
    add(&mut changed, place, new);
    changed
}

/// Calls `see` with everything that `value` becomes when one thing in it is removed, repeated, added or
/// replaced, and with the words for it.
fn for_each_change(value: &Value, see: &mut dyn FnMut(&str, &Value)) {
    let replacements = [
        json!(null),
        json!(true),
        json!(1),
        json!(""),
        json!("on"),
        json!("off"),
        json!("owner"),
        json!("Not a name"),
        json!([]),
        json!([null]),
        json!({}),
        json!({"value": "on"}),
    ];
    let mut places = Vec::new();
    for_each_place(value, "", &mut |place, at| {
        places.push((place.to_owned(), at.clone()))
    });
    for (place, at) in places {
        for new in &replacements {
            see(
                &format!("{place} with {new} in its place"),
                &change(value, &place, new.clone()),
            );
        }
        match &at {
            Value::Array(items) => {
                if let Some(last) = items.last() {
                    let repeated = change(value, &format!("{place}/-"), last.clone());
                    see(&format!("{place} with its last item repeated"), &repeated);
                }
            }
            Value::Object(_) => {
                for name in ["x", "at_least", "new_roles"] {
                    let path = format!("{place}/{name}");
                    let new = json!("on");
                    see(
                        &format!("{place} with a member {name}"),
                        &change(value, &path, new),
                    );
                }
            }
            _ => {}
        }
        if !place.is_empty() {
            let mut removed = value.clone();
            remove(&mut removed, &place);
            see(&format!("the lack of {place}"), &removed);
        }
    }
}

/// Calls `see` with every value in `value` and its JSON Pointer (RFC 6901).
fn for_each_place(value: &Value, place: &str, see: &mut dyn FnMut(&str, &Value)) {
    see(place, value);
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                for_each_place(item, &format!("{place}/{index}"), see);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                for_each_place(member, &format!("{place}/{name}"), see);
            }
        }
        _ => {}
    }
}

/// Sets a member, or what stands at an index, or adds an item (`-`): `add` of RFC 6902, but for lists.
fn add(value: &mut Value, path: &str, new: Value) {
    let Some((parent, name)) = parent(value, path) else {
        *value = new;
        return;
    };
    match parent {
        Value::Object(members) => {
            members.insert(name, new);
        }
        Value::Array(items) if name == "-" => items.push(new),
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = new,
        other => panic!("{other} has no {path}"),
    }
}

fn remove(value: &mut Value, path: &str) {
    match parent(value, path) {
        Some((Value::Object(members), name)) => {
            members
                .remove(&name)
                .unwrap_or_else(|| panic!("there is no {path}"));
        }
        Some((Value::Array(items), name)) => {
            items.remove(name.parse().unwrap());
        }
        _ => panic!("there is no {path}"),
    }
}

/// What holds the value at `path`, and under which name; `None` for the whole.
fn parent<'a>(value: &'a mut Value, path: &str) -> Option<(&'a mut Value, String)> {
    let (parent, name) = path.rsplit_once('/')?;
    let parent = value.pointer_mut(parent);
    let parent = parent.unwrap_or_else(|| panic!("there is nothing that holds {path}"));
    Some((parent, name.replace("~1", "/").replace("~0", "~")))
}
