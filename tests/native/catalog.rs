//! Catalogs: what is refused, and in which words.

use rolegate::{Catalog, ErrorCode, FORMATS};
use serde_json::{Value, json};

use crate::util::PRODUCTS;

/// A small catalog that has one of everything.
pub(crate) fn shop() -> Value {
    json!({
        "$schema": "https://example.com/catalog.json",
        "format": 1, "id": "shop", "label": {"en": "Shop", "pt-br": "Loja"},
        "entitlements": [
            {"id": "basic", "label": {"en": "Basic"}},
            {"id": "plus", "label": {"en": "Plus"}, "includes": ["basic"]},
        ],
        "layers": ["company", "group", "user"],
        "filters": ["groups", "queues"],
        "records": {
            "order": {"label": {"en": "Order"}, "relations": ["own", "mine", "assigned", "unassigned", "same-group"]},
            "note": {"label": {"en": "Note"}, "relations": []},
        },
        "areas": [
            {"id": "orders", "label": {"en": "Orders"}, "description": {"en": "What was bought"}, "permissions": [
                {"id": "orders.view", "label": {"en": "View"}, "values": "switch", "record": "order"},
                {"id": "orders.team", "label": {"en": "Team"}, "values": "level"},
                {"id": "orders.access", "label": {"en": "Access"}, "values": "level", "record": "order", "rule":
                    {"any": [{"all": [{"permission": "orders.team"}, {"relation": "same-group"}]}, {"relation": "mine"}]}},
                {"id": "orders.delete", "label": {"en": "Delete"}, "values": "switch", "record": "order",
                    "requires": [{"permission": "orders.access", "at_least": "write"}], "needs": ["plus"]},
                {"id": "orders.export", "label": {"en": "Export"}, "values": "switch", "needs": [["basic", "plus"]],
                    "when_denied": {"not-entitled": "disable"}},
                {"id": "notes.edit", "label": {"en": "Edit notes"}, "values": "switch", "record": "note"},
            ]},
            {"id": "admin", "label": {"en": "Administration"}, "permissions": [
                {"id": "roles.edit", "label": {"en": "Edit roles"}, "values": "level"},
                {"id": "billing", "label": {"en": "Billing"}, "values": "switch", "reserved": true},
            ]},
        ],
        "roles": [
            {"id": "owner", "label": {"en": "Owner"}, "description": {"en": "Everything"},
             "values": {"orders.view": "on", "orders.team": "write", "orders.delete": "on", "orders.export": "on",
                        "notes.edit": "on", "roles.edit": "write", "billing": "on"},
             "assignable_by": {"role": "owner"}},
            {"id": "clerk", "label": {"en": "Clerk"},
             "values": {"orders.view": {"value": "on", "if": ["own", "mine"]}, "orders.team": "read",
                        "orders.export": {"value": "off", "unknown": true}},
             "unlocked": {"orders.team": ["off", "write"], "orders.export": ["on"]},
             "editable_by": {"permission": "roles.edit"},
             "assignable_by": {"any": [{"role": "owner"}, {"all": [{"permission": "roles.edit", "at_least": "read"},
                {"target_role": ["clerk"], "new_roles": true}]}]}},
        ],
        "new_role_values": {"orders.view": "on"},
        "custom_roles": {"editable_by": {"permission": "roles.edit"}, "assignable_by": {"permission": "roles.edit"}},
    })
}

/// The shop with the value at a JSON pointer replaced, or removed for `null`.
pub(crate) fn shop_with(pointer: &str, value: Value) -> Value {
    let mut shop = shop();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match shop.pointer_mut(parent).unwrap() {
        Value::Object(members) if value.is_null() => drop(members.remove(name).unwrap()),
        Value::Object(members) => drop(members.insert(name.to_owned(), value)),
        Value::Array(items) if name == "-" => items.push(value),
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
        other => panic!("{other} has no members"),
    }
    shop
}

#[track_caller]
fn refused(catalog: &Value, expected: &str) {
    refused_bytes(catalog.to_string().as_bytes(), expected);
}

#[track_caller]
fn refused_bytes(bytes: &[u8], expected: &str) {
    let error = Catalog::parse(bytes).unwrap_err();
    assert_eq!(error.code(), ErrorCode::CatalogInvalid);
    assert_eq!(error.to_string(), expected);
}

#[test]
fn the_shop_is_a_catalog() {
    let catalog = Catalog::parse(shop().to_string().as_bytes()).unwrap();
    assert_eq!(catalog.id(), "shop");

    let unknowns: Vec<_> = catalog
        .unknowns()
        .map(|unknown| (unknown.role, unknown.permission))
        .collect();
    assert_eq!(unknowns, [("clerk", "orders.export")]);
}

/// So that no catalog of the folder is left out of the tests of all products.
#[test]
fn the_list_of_products_is_the_folder() {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/catalogs")).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut ids: Vec<String> = names
        .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
        .collect();
    ids.sort();
    let listed: Vec<&str> = PRODUCTS.iter().map(|product| product.id).collect();
    assert_eq!(ids, listed);
}

#[test]
fn the_digest_is_that_of_the_bytes() {
    let bytes = shop().to_string();
    let spaced = format!("{bytes} ");
    let digest = |text: &str| *Catalog::parse(text.as_bytes()).unwrap().digest();
    assert_ne!(digest(&bytes), digest(&spaced));
}

#[test]
fn bytes_that_are_no_json_are_refused_with_their_place() {
    refused_bytes(b"[]", "must be an object, not an array");
    refused_bytes(
        b"{\"format\":1,\n\"format\":1}",
        "the catalog is refused: a member is repeated at line 2 column 8",
    );
    let deep = format!("{}{}", "[".repeat(33), "]".repeat(33));
    refused_bytes(
        deep.as_bytes(),
        "the catalog is refused: nested too deeply at line 1 column 34",
    );
    refused_bytes(
        b"{} x",
        "the catalog is refused: not JSON at line 1 column 4",
    );
}

#[test]
fn a_missing_or_unknown_member_is_named() {
    refused(&shop_with("/roles", Value::Null), "`roles` is missing");
    refused(
        &shop_with("/format", json!(2)),
        "format: must be a version that this release of rolegate reads, up to 1",
    );
    refused(
        &shop_with("/format", json!(1.0)),
        "format: must be an integer, not a number that is not an integer",
    );
    refused(
        &shop_with("/areas/0/permissions/0/label", Value::Null),
        "areas[0].permissions[0]: `label` is missing",
    );
    refused(
        &shop_with("/areas/0/label", json!({"fr": "x"})),
        "areas[0].label: `en` is missing",
    );
    refused(
        &shop_with("/areas/0/colour", json!("red")),
        "areas[0][\"colour\"]: is not a known member, expected one of `id`, `label`, `description` or `permissions`",
    );
}

#[test]
fn a_newer_format_is_told_before_what_only_it_knows() {
    let mut newer = shop_with("/format", json!(FORMATS.catalog + 1));
    newer["seasons"] = json!(["spring"]);
    let bytes = newer.to_string();
    refused_bytes(
        bytes.as_bytes(),
        "format: must be a version that this release of rolegate reads, up to 1",
    );
}

#[test]
fn a_derived_permission_is_not_reserved() {
    refused(
        &shop_with("/areas/0/permissions/2/reserved", json!(true)),
        "areas[0].permissions[2].reserved: must not be set beside `rule`: nobody gives a derived permission",
    );
    let allowed = shop_with("/areas/0/permissions/2/reserved", json!(false));
    assert!(Catalog::parse(allowed.to_string().as_bytes()).is_ok());
}

#[test]
fn a_bad_or_repeated_name_is_refused() {
    refused(
        &shop_with("/id", json!("Shop")),
        "id: `Shop` is not an identifier: write lower-case words joined by `-`",
    );
    refused(
        &shop_with("/roles/1/id", json!("owner")),
        "roles[1].id: `owner` is taken",
    );
    refused(
        &shop_with("/areas/1/id", json!("orders")),
        "areas[1].id: `orders` is taken",
    );
    refused(
        &shop_with("/areas/1/permissions/0/id", json!("orders.view")),
        "areas[1].permissions[0].id: `orders.view` is taken",
    );
    for name in [
        "",
        "Orders",
        "orders..view",
        ".view",
        "orders-",
        "órders",
        "a b",
        "__proto__",
    ] {
        let problems = Catalog::check(
            shop_with("/areas/1/permissions/0/id", json!(name))
                .to_string()
                .as_bytes(),
        );
        let first = problems.unwrap_err().remove(0);
        assert_eq!(first.place, "areas[1].permissions[0].id");
        assert!(
            first.message.contains("is not a permission name"),
            "{first}"
        );
    }
}

#[test]
fn names_like_built_in_properties_are_ordinary() {
    for name in [
        "constructor",
        "prototype",
        "to-string",
        "hasownproperty",
        "length",
    ] {
        let shop = shop_with("/areas/1/permissions/1/id", json!(name)).to_string();
        let shop = shop.replace("\"billing\"", &format!("\"{name}\""));
        assert!(Catalog::parse(shop.as_bytes()).is_ok(), "{name}");
    }
}

#[test]
fn an_unknown_name_is_refused_where_it_stands() {
    refused(
        &shop_with("/areas/0/permissions/4/needs", json!(["basic", "gold"])),
        "areas[0].permissions[4].needs[1]: `gold` is not among the entitlements of the catalog",
    );
    refused(
        &shop_with("/areas/0/permissions/0/record", json!("invoice")),
        "areas[0].permissions[0].record: `invoice` is not among the record kinds of the catalog",
    );
    refused(
        &shop_with("/roles/1/values/reports", json!("on")),
        "roles[1].values[\"reports\"]: is not among the permissions of the catalog",
    );
    refused(
        &shop_with("/roles/1/assignable_by", json!({"role": "boss"})),
        "roles[1].assignable_by.role: `boss` is not among the roles of the catalog",
    );
    refused(
        &shop_with("/records/order/relations", json!(["own", "liked"])),
        "records[\"order\"].relations[1]: must be `own`, `shared`, `shared-edit`, `mine`, `assigned`, `unassigned`, \
         `same-group` or `same-organization`",
    );
    refused(
        &shop_with("/entitlements/1/includes", json!(["gold"])),
        "entitlements[1].includes[0]: `gold` is not among the entitlements of the catalog",
    );
}

#[test]
fn a_switch_is_not_mixed_with_a_level() {
    refused(
        &shop_with("/roles/0/values/orders.view", json!("read")),
        "roles[0].values[\"orders.view\"]: must be `off` or `on`, a value of a switch",
    );
    refused(
        &shop_with("/roles/0/values/orders.team", json!("on")),
        "roles[0].values[\"orders.team\"]: must be `off`, `read` or `write`, a value of a level",
    );
    refused(
        &shop_with(
            "/areas/0/permissions/2/rule",
            json!({"permission": "orders.export"}),
        ),
        "areas[0].permissions[2].rule.permission: `orders.export` is a switch, so the rule needs `at_least`",
    );
    refused(
        &shop_with(
            "/areas/0/permissions/2/rule",
            json!({"permission": "orders.export", "at_least": "write"}),
        ),
        "areas[0].permissions[2].rule.at_least: must be `off` or `on`, a value of a switch",
    );
    refused(
        &shop_with("/areas/0/permissions/3/requires/0/at_least", json!("on")),
        "areas[0].permissions[3].requires[0].at_least: must be `off`, `read` or `write`, a value of a level",
    );
}

#[test]
fn new_roles_are_described_by_names_of_the_catalog() {
    refused(
        &shop_with("/custom_roles/bases", json!(["clerk", "king"])),
        "custom_roles.bases[1]: `king` is not among the roles of the catalog",
    );
    refused(
        &shop_with("/custom_roles/needs", json!(["gold"])),
        "custom_roles.needs[0]: `gold` is not among the entitlements of the catalog",
    );
    refused(
        &shop_with("/custom_roles/needs", json!([[]])),
        "custom_roles.needs[0]: must not be empty",
    );
    refused(
        &shop_with("/custom_roles/without_base", json!("no")),
        "custom_roles.without_base: must be true or false, not a string",
    );
}

#[test]
fn a_rule_is_one_thing() {
    let rule = |rule: Value| shop_with("/areas/0/permissions/2/rule", rule);
    let kinds = "a rule must have exactly one of `any`, `all`, `value`, `relation`, `role`, `self`, `target`, `target_role` or `permission`";
    refused(
        &rule(json!({})),
        &format!("areas[0].permissions[2].rule: {kinds}"),
    );
    refused(
        &rule(json!({"value": "read", "relation": "own"})),
        &format!("areas[0].permissions[2].rule: {kinds}"),
    );
    refused(
        &rule(json!({"any": []})),
        "areas[0].permissions[2].rule.any: must not be empty",
    );
    refused(
        &rule(json!({"relation": "shared"})),
        "areas[0].permissions[2].rule.relation: `shared` is not a relation of the record kind",
    );
    refused(
        &rule(json!({"value": "read", "at_least": "read"})),
        "areas[0].permissions[2].rule.at_least: is allowed beside `permission` only",
    );
    refused(
        &rule(json!({"permission": "notes.edit", "at_least": "on"})),
        "areas[0].permissions[2].rule.permission: `notes.edit` is about another kind of record",
    );
    refused(
        &shop_with("/roles/1/editable_by", json!({"self": false})),
        "roles[1].editable_by.self: must be true: there is no negation",
    );
    refused(
        &shop_with("/roles/1/assignable_by", json!({"target": "gone"})),
        "roles[1].assignable_by.target: must be `new` or `here`",
    );
    refused(
        &shop_with("/roles/1/editable_by", json!({"permission": "orders.view"})),
        "roles[1].editable_by.permission: `orders.view` is about a record",
    );
}

#[test]
fn a_circle_is_refused_with_the_names_along_it() {
    refused(
        &shop_with(
            "/areas/0/permissions/1/requires",
            json!([{"permission": "orders.export"}]),
        )
        .tap(|shop| {
            shop["areas"][0]["permissions"][4]["requires"] = json!([{"permission": "orders.team"}]);
        }),
        "permissions need one another in a circle: `orders.team` → `orders.export` → `orders.team`",
    );
    refused(
        &shop_with(
            "/areas/0/permissions/1/requires",
            json!([{"permission": "orders.team"}]),
        ),
        "permissions need one another in a circle: `orders.team` → `orders.team`",
    );
}

#[test]
fn a_chain_is_refused_beyond_the_limit() {
    let chain = |length: usize| {
        let permissions: Vec<Value> = (0..=length)
            .map(|index| {
                let requires = match index.checked_sub(1) {
                    Some(before) => json!([{"permission": format!("p{before}")}]),
                    None => json!([]),
                };
                json!({"id": format!("p{index}"), "label": {"en": "P"}, "values": "switch", "requires": requires})
            })
            .collect();
        json!({"format": 1, "id": "chain", "label": {"en": "C"}, "roles": [],
               "areas": [{"id": "all", "label": {"en": "A"}, "permissions": permissions}]})
    };
    assert!(Catalog::parse(chain(16).to_string().as_bytes()).is_ok());
    refused(
        &chain(17),
        "`p17` needs a chain of more than 16 permissions",
    );
}

#[test]
fn values_that_say_nothing_sensible_are_refused() {
    refused(
        &shop_with(
            "/roles/1/values/orders.team",
            json!({"value": "read", "if": ["own"]}),
        ),
        "roles[1].values[\"orders.team\"].if: `orders.team` is not about a record",
    );
    refused(
        &shop_with(
            "/roles/1/values/orders.view",
            json!({"value": "on", "if": []}),
        ),
        "roles[1].values[\"orders.view\"].if: must not be empty",
    );
    refused(
        &shop_with("/roles/1/values/orders.view", json!({"value": "on"})),
        "roles[1].values[\"orders.view\"]: has neither `if` nor `unknown`, so it must be a plain value",
    );
    refused(
        &shop_with(
            "/roles/1/values/orders.view",
            json!({"value": "on", "unknown": true}),
        ),
        "roles[1].values[\"orders.view\"].unknown: must be true, beside the value `off`",
    );
    refused(
        &shop_with("/roles/1/values/orders.access", json!("read")),
        "roles[1].values[\"orders.access\"]: `orders.access` is derived and has no value of its own",
    );
    refused(
        &shop_with("/roles/1/unlocked/orders.team", json!(["read"])),
        "roles[1].unlocked[\"orders.team\"][0]: `read` is the role's own value, or is repeated",
    );
    refused(
        &shop_with(
            "/areas/0/permissions/4/when_denied",
            json!({"not-entitled": "loading"}),
        ),
        "areas[0].permissions[4].when_denied[\"not-entitled\"]: `loading` does not fit `not-entitled`",
    );
    refused(
        &shop_with(
            "/areas/0/permissions/4/when_denied",
            json!({"granted": "hide"}),
        ),
        "areas[0].permissions[4].when_denied[\"granted\"]: is not a reason whose outcome can be chosen",
    );
    refused(
        &shop_with("/layers", json!(["user", "company"])),
        "layers: must be in this order: company, group, user",
    );
    refused(
        &shop_with("/filters", json!(["groups", "groups"])),
        "filters[1]: repeats `groups`",
    );
    refused(
        &shop_with("/records/note/filters", json!(["owners"])),
        "records[\"note\"].filters: `owners` is not among the filters of the catalog",
    );
}

#[test]
fn every_problem_is_listed_at_once() {
    let mut broken = shop();
    broken["id"] = json!("Shop");
    broken["areas"][0]["permissions"][4]["needs"] = json!(["gold"]);
    broken["roles"][1]["values"]["orders.export"] = json!("read");
    let problems = Catalog::check(broken.to_string().as_bytes()).unwrap_err();
    let places: Vec<&str> = problems
        .iter()
        .map(|problem| problem.place.as_str())
        .collect();
    let expected = [
        "id",
        "areas[0].permissions[4].needs[0]",
        "roles[1].values[\"orders.export\"]",
    ];
    assert_eq!(places, expected);
}

#[test]
fn a_wrong_name_is_listed_before_what_refers_to_names() {
    let mut broken = shop();
    broken["areas"][0]["permissions"][4]["needs"] = json!(["gold"]);
    broken["roles"][1]["id"] = json!("Clerk");
    broken["roles"][0]["assignable_by"] = json!({"target_role": "clerk"});
    let problems = Catalog::check(broken.to_string().as_bytes()).unwrap_err();
    let places: Vec<&str> = problems
        .iter()
        .map(|problem| problem.place.as_str())
        .collect();
    let expected = [
        "roles[1].id",
        "areas[0].permissions[4].needs[0]",
        "roles[0].assignable_by.target_role",
    ];
    assert_eq!(places, expected);
}

#[test]
fn a_part_that_is_wrong_inside_can_be_referred_to() {
    for (broken, expected) in [
        (
            shop_with("/entitlements/0/label", Value::Null),
            "entitlements[0]: `label` is missing",
        ),
        (
            shop_with("/roles/1/values", json!([])),
            "roles[1].values: must be an object, not an array",
        ),
        (
            shop_with("/entitlements/0/colour", json!("red")),
            "entitlements[0][\"colour\"]: is not a known member, expected one of `id`, `label` or `includes`",
        ),
        (
            shop_with("/roles/1/colour", json!("red")),
            "roles[1][\"colour\"]: is not a known member, expected one of `id`, `label`, `description`, `values`, \
             `unlocked`, `editable_by` or `assignable_by`",
        ),
        (
            shop_with("/areas/0/permissions/1/colour", json!("red")),
            "areas[0].permissions[1][\"colour\"]: is not a known member, expected one of `id`, `label`, `values`, \
             `record`, `needs`, `requires`, `rule`, `when_denied` or `reserved`",
        ),
        (
            shop_with("/roles/1/values/orders.team", json!("maybe"))
                .tap(|shop| shop["roles"][1]["unlocked"]["orders.team"] = json!(["off", "write"])),
            "roles[1].values[\"orders.team\"]: must be `off`, `read` or `write`, a value of a level",
        ),
    ] {
        let problems = Catalog::check(broken.to_string().as_bytes()).unwrap_err();
        let texts: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(texts, [expected]);
    }
}

trait Tap: Sized {
    fn tap(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }
}

impl Tap for Value {}
