//! Administration: who may edit and hand out which role, and no way round.

use rolegate::{Assignment, Gate, Level, Proposal, UnixTime, ViolationCode};
use serde_json::{Value, json};

use crate::catalog::shop;
use crate::util::{ISSUED, NOW, PRODUCTS, catalog, claims, gate, shipped, snapshot, with};

/// Somebody in the shop, where the tenant has a new role of its own.
fn holding(roles: &[&str]) -> Gate {
    holding_with(
        roles,
        json!([{"id": "temp", "label": {"en": "Temp"}, "values": {"orders.team": "read"}}]),
    )
}

fn holding_with(roles: &[&str], own: Value) -> Gate {
    let shop = catalog(&shop());
    let memberships = json!([{"workspace": "w1", "roles": roles, "filters": []}]);
    gate(
        &shop,
        &with(claims(&shop, memberships), json!({"roles": own})),
    )
}

fn assignable(gate: &Gate, target: Assignment<'_>) -> Vec<String> {
    let roles = gate.in_workspace(None).roles(NOW).assignable(target);
    roles.into_iter().map(str::to_owned).collect()
}

const NEW: Assignment<'static> = Assignment {
    target: Some(&[]),
    is_self: false,
};

#[test]
fn roles_are_handed_out_by_those_who_may() {
    assert_eq!(
        assignable(&holding(&["owner"]), NEW),
        ["owner", "clerk", "temp"]
    );
    assert!(assignable(&holding(&["clerk"]), NEW).is_empty());
    assert!(assignable(&holding(&[]), NEW).is_empty());
}

fn whose(roles: Option<&'static [&'static str]>) -> Assignment<'static> {
    Assignment {
        target: roles,
        is_self: false,
    }
}

#[test]
fn the_person_whose_roles_change_counts() {
    let editor = holding_with(
        &["editor"],
        json!([{"id": "editor", "label": {"en": "Editor"}, "values": {"roles.edit": "read"}}]),
    );
    assert_eq!(assignable(&editor, whose(Some(&["clerk"]))), ["clerk"]);
    assert_eq!(
        assignable(&editor, whose(Some(&["clerk", "editor"]))),
        ["clerk"],
        "new roles count as listed"
    );
    assert!(assignable(&editor, whose(Some(&["owner"]))).is_empty());
    assert!(assignable(&editor, whose(Some(&["nobody"]))).is_empty());
    assert!(
        assignable(&editor, whose(None)).is_empty(),
        "roles that are not known count as none of the list"
    );
}

#[test]
fn somebody_new_and_somebody_who_is_here_are_told_apart() {
    let assignable_to = |rule: Value, target| {
        let mut file = shop();
        file["roles"][1]["assignable_by"] = rule;
        let shop = catalog(&file);
        let memberships = json!([{"workspace": "w1", "roles": ["owner"], "filters": []}]);
        let owner = gate(&shop, &claims(&shop, memberships));
        owner
            .in_workspace(None)
            .roles(NOW)
            .can_assign("clerk", target)
    };
    for (word, new, here) in [("new", true, false), ("here", false, true)] {
        let to = |target| assignable_to(json!({"target": word}), target);
        assert_eq!(to(NEW), new, "{word}");
        for held in [&["clerk"][..], &["nobody"], &["clerk", "owner"]] {
            assert_eq!(to(whose(Some(held))), here, "{word}, {held:?}");
        }
        // Who is not known is neither, also where it is the person who asks.
        for is_self in [false, true] {
            let unknown = Assignment {
                target: None,
                is_self,
            };
            assert!(!to(unknown), "{word}");
        }
    }
}

#[test]
fn a_new_role_is_handed_out_only_by_somebody_who_may_hand_out_all_of_it() {
    let roles = json!([
        {"id": "editor", "label": {"en": "Editor"}, "values": {"roles.edit": "write"}},
        {"id": "strong", "label": {"en": "Strong"}, "values": {"roles.edit": "write", "orders.team": "write"}},
        {"id": "weak", "label": {"en": "Weak"}, "values": {"orders.team": "read", "orders.view": "off"}},
    ]);
    let editor = holding_with(&["editor"], roles.clone());
    assert_eq!(assignable(&editor, NEW), ["clerk", "weak"]);
    assert_eq!(
        assignable(&editor, whose(Some(&["clerk"]))),
        ["clerk", "weak"]
    );
    assert!(
        assignable(&editor, whose(Some(&["owner"]))).is_empty(),
        "nobody may be given by a new role what no role may give them"
    );
    assert!(assignable(&editor, whose(None)).is_empty());
    assert_eq!(
        assignable(&holding_with(&["owner"], roles), NEW),
        ["owner", "clerk", "editor", "strong", "weak"]
    );
}

#[test]
fn allowed_values_are_those_that_an_edit_may_choose() {
    let owner = holding(&["owner"]);
    let roles = owner.in_workspace(None).roles(NOW);
    assert_eq!(
        roles.allowed_values("clerk", "orders.team"),
        [Level::Off, Level::Read, Level::Write]
    );
    assert_eq!(
        roles.allowed_values("clerk", "orders.export"),
        [Level::Off, Level::On]
    );
    assert_eq!(
        roles.allowed_values("clerk", "roles.edit"),
        [Level::Off],
        "fixed"
    );
    assert!(
        roles.allowed_values("clerk", "orders.view").is_empty(),
        "fixed, and its own value is conditional"
    );
    assert!(
        roles.allowed_values("clerk", "orders.access").is_empty(),
        "derived"
    );
    assert!(
        roles.allowed_values("owner", "orders.team").is_empty(),
        "nobody edits the owner"
    );
    assert!(roles.allowed_values("clerk", "nothing").is_empty());
    assert!(roles.allowed_values("nobody", "orders.team").is_empty());
    assert_eq!(
        roles.allowed_values("temp", "billing"),
        [Level::Off],
        "reserved"
    );
    let clerk = holding(&["clerk"]);
    assert!(
        clerk
            .in_workspace(None)
            .roles(NOW)
            .allowed_values("clerk", "orders.team")
            .is_empty()
    );
}

#[test]
fn each_allowed_value_passes_the_check_and_no_other_does() {
    let permissions = [
        "orders.view",
        "orders.team",
        "orders.export",
        "notes.edit",
        "roles.edit",
        "billing",
    ];
    for held in ["owner", "clerk"] {
        let gate = holding(&[held]);
        let roles = gate.in_workspace(None).roles(NOW);
        for role in ["owner", "clerk", "temp"] {
            for permission in permissions {
                let allowed = roles.allowed_values(role, permission);
                for level in Level::ALL {
                    let values = json!({permission: level.as_str()}).to_string();
                    let passes = roles.check_edit(Proposal::Edit(role), &values).is_empty();
                    assert_eq!(
                        allowed.contains(level),
                        passes,
                        "{held} gives {role} {permission}:{level}"
                    );
                }
            }
        }
    }
}

fn codes(
    gate: &Gate,
    proposal: Proposal<'_>,
    values: &str,
) -> Vec<(ViolationCode, Option<String>)> {
    let violations = gate
        .in_workspace(None)
        .roles(NOW)
        .check_edit(proposal, values);
    violations
        .into_iter()
        .map(|violation| (violation.code, violation.permission))
        .collect()
}

#[test]
fn everything_that_is_wrong_with_an_edit_is_listed() {
    use ViolationCode::{
        Derived, ExceedsAuthor, Fixed, NotEditable, Reserved, UnknownPermission, UnknownRole,
        WrongValue,
    };
    let about = |code, permission: &str| (code, Some(permission.to_owned()));
    let owner = holding(&["owner"]);
    let new = Proposal::New { based_on: None };
    let values =
        json!({"orders.access": "read", "orders.team": "on", "nothing": "on", "billing": "on"})
            .to_string();
    assert_eq!(
        codes(&owner, new, &values),
        [
            about(UnknownPermission, "nothing"),
            about(Derived, "orders.access"),
            about(WrongValue, "orders.team"),
            about(Reserved, "billing"),
        ]
    );
    assert_eq!(
        codes(
            &owner,
            Proposal::Edit("clerk"),
            r#"{"roles.edit": "write"}"#
        ),
        [about(Fixed, "roles.edit")]
    );
    assert_eq!(
        codes(&owner, Proposal::Edit("nobody"), "{}"),
        [(UnknownRole, None)]
    );
    assert_eq!(
        codes(
            &owner,
            Proposal::New {
                based_on: Some("temp")
            },
            "{}"
        ),
        [(UnknownRole, None)]
    );
    assert_eq!(
        codes(
            &owner,
            Proposal::New {
                based_on: Some("owner")
            },
            r#"{"billing": "on"}"#
        ),
        [about(Reserved, "billing")]
    );
    assert_eq!(
        codes(
            &owner,
            Proposal::New {
                based_on: Some("owner")
            },
            "{}"
        ),
        [],
        "what is reserved is not inherited"
    );
    assert_eq!(codes(&owner, new, "[]"), [(WrongValue, None)]);
    assert_eq!(
        codes(
            &owner,
            new,
            r#"{"orders.team": "read", "orders.team": "write"}"#
        ),
        [(WrongValue, None)]
    );
    let clerk = holding(&["clerk"]);
    let exceeds = [
        (NotEditable, None),
        about(ExceedsAuthor, "notes.edit"),
        about(ExceedsAuthor, "orders.view"),
    ];
    assert_eq!(
        codes(&clerk, new, r#"{"notes.edit": "on"}"#),
        exceeds,
        "what it starts from counts as well"
    );
}

#[test]
fn a_new_role_holds_no_more_than_its_author_may_hand_out() {
    let editor = holding_with(
        &["editor"],
        json!([{"id": "editor", "label": {"en": "Editor"}, "values": {"roles.edit": "write"}}]),
    );
    let check = |values: Value| {
        codes(
            &editor,
            Proposal::New { based_on: None },
            &values.to_string(),
        )
    };
    let within = json!({"orders.view": {"value": "on", "if": ["own"]}, "orders.team": "read"});
    assert!(check(within).is_empty(), "{:?}", check(json!({})));
    let beyond = json!({"orders.view": {"value": "on", "if": ["assigned"]}, "roles.edit": "write"});
    let exceeds = |permission: &str| (ViolationCode::ExceedsAuthor, Some(permission.to_owned()));
    assert_eq!(
        check(beyond),
        [exceeds("orders.view"), exceeds("roles.edit")]
    );
}

/// Somebody who makes the tenant's roles, and hands out the role `clerk` only.
fn author(roles: Value) -> Gate {
    let mut own =
        json!([{"id": "editor", "label": {"en": "Editor"}, "values": {"roles.edit": "write"}}]);
    own.as_array_mut()
        .unwrap()
        .extend(roles.as_array().unwrap().clone());
    let mut file = shop();
    file["roles"][0]["unlocked"] = json!({"orders.delete": ["off"], "orders.view": ["off"], "notes.edit": ["off"],
        "orders.team": ["off", "read"], "orders.export": ["off"], "roles.edit": ["off", "read"]});
    let shop = catalog(&file);
    let memberships = json!([{"workspace": "w1", "roles": ["editor"], "filters": []}]);
    gate(
        &shop,
        &with(claims(&shop, memberships), json!({"roles": own})),
    )
}

#[test]
fn a_role_of_the_tenant_is_measured_as_it_would_be_stored() {
    let exceeds = |permission: &str| (ViolationCode::ExceedsAuthor, Some(permission.to_owned()));
    let within = json!({"orders.delete": "off", "orders.view": "off", "notes.edit": "off",
        "orders.team": "read", "orders.export": "off", "roles.edit": "off"});
    let night =
        json!({"id": "night", "label": {"en": "Night"}, "based_on": "owner", "values": within});
    let plain = json!({"id": "plain", "label": {"en": "Plain"}, "values": {}});
    let author = author(json!([night, plain]));
    let new = Proposal::New {
        based_on: Some("owner"),
    };
    for proposal in [Proposal::Edit("night"), new] {
        assert_eq!(codes(&author, proposal, &within.to_string()), []);
        // Whatever is left out is the base's again.
        for left_out in within.as_object().unwrap().keys() {
            let rest = with(within.clone(), json!({left_out: null})).to_string();
            let found = codes(&author, proposal, &rest);
            assert_eq!(
                found,
                [exceeds(left_out)],
                "{proposal:?} without {left_out}"
            );
        }
        let all = within.as_object().unwrap().len();
        let found = codes(&author, proposal, "{}");
        assert_eq!(found.len(), all, "{proposal:?}: {found:?}");
        // What is wrong in itself is said once, and not measured besides.
        let wrong = with(within.clone(), json!({"notes.edit": "write"})).to_string();
        assert_eq!(
            codes(&author, proposal, &wrong),
            [(ViolationCode::WrongValue, Some("notes.edit".to_owned()))],
            "{proposal:?}"
        );
    }
    // Without a base a role starts from the catalog's values for new ones.
    for proposal in [Proposal::Edit("plain"), Proposal::New { based_on: None }] {
        assert_eq!(codes(&author, proposal, "{}"), [exceeds("orders.view")]);
        assert_eq!(codes(&author, proposal, r#"{"orders.view": "off"}"#), []);
    }
}

#[test]
fn tenants_add_the_roles_that_the_catalog_lets_them() {
    let owner = |custom: &Value, entitlements: &[&str], own: Option<Value>| {
        let mut file = shop();
        file["custom_roles"] = custom.clone();
        if custom.is_null() {
            file.as_object_mut().unwrap().remove("custom_roles");
        }
        let shop = catalog(&file);
        let memberships = json!([{"workspace": "w1", "roles": ["owner"], "filters": []}]);
        let roles: Vec<Value> = own.into_iter().collect();
        let claims = with(
            claims(&shop, memberships),
            json!({"entitlements": entitlements, "roles": roles}),
        );
        snapshot(&shop, &claims).map(Gate::compile)
    };
    let (none, needs) = (
        "roles[0].id: is not a role of the catalog, and the catalog lets tenants add none",
        "roles[0].id: is a new role, which needs the entitlement `basic`",
    );
    let not_from = "roles[0].based_on: is not a role on which a new one may be based";
    let no_base = "roles[0]: `based_on` is missing: every new role has a base";
    let whoever = json!({"editable_by": {"role": "owner"}});
    let on = |changes| with(whoever.clone(), changes);
    // Without a base, on `clerk`, on `owner`: how it is refused, if it is.
    let cases = [
        (
            json!(null),
            &["plus"][..],
            [Some(none), Some(none), Some(none)],
        ),
        (on(json!({})), &[], [None, None, None]),
        (
            on(json!({"without_base": false})),
            &[],
            [Some(no_base), None, None],
        ),
        (
            on(json!({"bases": ["clerk"]})),
            &[],
            [None, None, Some(not_from)],
        ),
        (
            on(json!({"bases": []})),
            &[],
            [None, Some(not_from), Some(not_from)],
        ),
        (
            on(json!({"bases": ["clerk"], "without_base": false})),
            &[],
            [Some(no_base), None, Some(not_from)],
        ),
        (on(json!({"needs": ["basic"]})), &[], [Some(needs); 3]),
        (
            on(json!({"needs": ["basic"]})),
            &["plus"],
            [None, None, None],
        ),
        (
            on(json!({"needs": [["basic", "plus"]]})),
            &[],
            [Some("roles[0].id: is a new role, which needs the entitlement `basic` or `plus`"); 3],
        ),
        (
            on(json!({"needs": [["basic", "plus"]]})),
            &["basic"],
            [None, None, None],
        ),
        (
            on(json!({"needs": ["basic"], "bases": ["clerk"]})),
            &["basic"],
            [None, None, Some(not_from)],
        ),
    ];
    for (custom, entitlements, refusals) in cases {
        for (based_on, refusal) in [None, Some("clerk"), Some("owner")]
            .into_iter()
            .zip(refusals)
        {
            let place = format!("{custom} with {entitlements:?} on {based_on:?}");
            let own =
                json!({"id": "own", "label": {"en": "Own"}, "based_on": based_on, "values": {}});
            let own = with(json!({}), own);
            let added = owner(&custom, entitlements, Some(own)).err();
            assert_eq!(
                added.map(|error| error.to_string()).as_deref(),
                refusal,
                "{place}"
            );
            // Whoever asks beforehand is told so, and why.
            let code = refusal.map(|what| match what {
                what if what == not_from || what == no_base => ViolationCode::WrongBase,
                _ => ViolationCode::NotEditable,
            });
            let before = owner(&custom, entitlements, None).unwrap();
            let found = codes(&before, Proposal::New { based_on }, "{}");
            let expected: Vec<_> = code.into_iter().map(|code| (code, None)).collect();
            assert_eq!(found, expected, "{place}");
        }
    }
    // Each is said that is wrong.
    let custom = json!({"bases": [], "editable_by": {"role": "clerk"}});
    let before = owner(&custom, &[], None).unwrap();
    let on_clerk = Proposal::New {
        based_on: Some("clerk"),
    };
    let expected = [
        (ViolationCode::NotEditable, None),
        (ViolationCode::WrongBase, None),
    ];
    assert_eq!(codes(&before, on_clerk, "{}"), expected);
}

#[test]
fn an_edit_of_a_catalog_role_is_the_catalogs_to_allow() {
    // The author may hand out no `write` of `orders.team`, and may yet unlock it for a clerk.
    let author = author(json!([]));
    let roles = author.in_workspace(None).roles(NOW);
    let values = r#"{"orders.team": "write"}"#;
    assert_eq!(roles.check_edit(Proposal::Edit("clerk"), values), []);
    let new = codes(&author, Proposal::New { based_on: None }, values);
    assert!(new.contains(&(ViolationCode::ExceedsAuthor, Some("orders.team".to_owned()))));
    // What an edit leaves out has the catalog's value again, which nobody has to be allowed.
    assert_eq!(roles.check_edit(Proposal::Edit("clerk"), "{}"), []);
}

#[test]
fn nobody_administers_with_an_expired_snapshot() {
    let owner = holding(&["owner"]);
    let roles = owner
        .in_workspace(None)
        .roles(UnixTime::from_secs(ISSUED + 9999));
    assert!(roles.assignable(NEW).is_empty());
    assert!(!roles.can_edit("clerk"));
    assert!(!roles.can_assign("clerk", NEW));
    assert!(roles.allowed_values("clerk", "orders.team").is_empty());
    assert!(!roles.check_edit(Proposal::Edit("clerk"), "{}").is_empty());
}

/// Somebody in Userlike, where the tenant has edited roles so.
fn operator(role: &str, edits: Value) -> Gate {
    let userlike = shipped("userlike");
    let memberships = json!([{"workspace": "o1", "roles": [role], "groups": ["g1"]}]);
    gate(
        &userlike,
        &with(claims(&userlike, memberships), json!({"roles": edits})),
    )
}

#[test]
fn what_was_taken_from_a_role_can_be_given_back() {
    let owner = operator(
        "owner",
        json!([{"id": "manager", "values": {"company": "off"}}]),
    );
    let roles = owner.in_workspace(None).roles(NOW);
    let back = r#"{"company": "write"}"#;
    assert_eq!(roles.check_edit(Proposal::Edit("manager"), back), []);
    let all = [Level::Off, Level::Read, Level::Write];
    assert_eq!(roles.allowed_values("manager", "company"), all);
    let manager = operator(
        "manager",
        json!([{"id": "admin", "values": {"contacts.delete": "off"}}]),
    );
    let roles = manager.in_workspace(None).roles(NOW);
    let back = r#"{"contacts.delete": "on"}"#;
    assert_eq!(roles.check_edit(Proposal::Edit("admin"), back), []);
}

#[test]
fn a_role_in_which_nothing_can_be_chosen_is_not_edited() {
    let mut file = shop();
    file["roles"][1]["unlocked"] = json!({});
    let fixed = catalog(&file);
    let memberships = json!([{"workspace": "w1", "roles": ["owner"], "filters": []}]);
    let own = json!({"id": "own", "label": {"en": "Own"}, "based_on": "clerk", "values": {}});
    let owner = gate(
        &fixed,
        &with(claims(&fixed, memberships.clone()), json!({"roles": [own]})),
    );
    let roles = owner.in_workspace(None).roles(NOW);
    assert!(!roles.can_edit("clerk"), "everything is fixed");
    assert!(
        !roles.can_edit("own"),
        "everything is fixed in what it is based on"
    );
    // A value that was changed can be changed back, also where the own one has a condition.
    file["roles"][1]["unlocked"] = json!({"orders.view": ["off"]});
    let open = catalog(&file);
    for values in [json!({}), json!({"orders.view": "off"})] {
        let edit = json!([{"id": "clerk", "values": values}]);
        let owner = gate(
            &open,
            &with(claims(&open, memberships.clone()), json!({"roles": edit})),
        );
        assert!(
            owner.in_workspace(None).roles(NOW).can_edit("clerk"),
            "{values}"
        );
    }
}

#[test]
fn in_every_product_a_role_to_edit_has_a_value_to_choose() {
    let mut editable = Vec::new();
    for product in PRODUCTS {
        let id = product.id;
        let file: Value = serde_json::from_str(product.catalog).unwrap();
        let list = |name: &str| file[name].as_array().cloned().unwrap_or_default();
        let names = |name: &str| list(name).iter().map(|one| one["id"].clone()).collect();
        let (roles, entitlements): (Vec<Value>, Vec<Value>) =
            (names("roles"), names("entitlements"));
        let areas = list("areas");
        let permissions: Vec<&Value> = areas
            .iter()
            .flat_map(|area| area["permissions"].as_array().unwrap())
            .collect();
        let mut membership = json!({"workspace": "w1", "groups": ["g1"]});
        if file["filters"].is_array() {
            membership["filters"] = json!([]);
        }
        for actor in &roles {
            membership["roles"] = json!([actor]);
            let catalog = shipped(id);
            let claims = claims(&catalog, json!([membership]));
            let held = gate(
                &catalog,
                &with(claims, json!({"entitlements": entitlements})),
            );
            let administration = held.in_workspace(None).roles(NOW);
            for role in list("roles") {
                let name = role["id"].as_str().unwrap();
                let has_choice = permissions.iter().any(|permission| {
                    let permission = permission["id"].as_str().unwrap();
                    let now = role["values"][permission].as_str().unwrap_or("off");
                    let values = administration.allowed_values(name, permission);
                    values.iter().any(|level| level.as_str() != now)
                });
                let may = administration.can_edit(name);
                assert_eq!(may, has_choice, "{id}: {actor} edits {name}");
                if may {
                    editable.push(format!("{} edits {name}", actor.as_str().unwrap()));
                }
            }
        }
    }
    let expected = [
        "owner edits manager",
        "owner edits admin",
        "owner edits staff",
        "owner edits analyst",
        "manager edits admin",
        "manager edits staff",
        "manager edits analyst",
    ];
    assert_eq!(editable, expected);
}

#[test]
fn an_editor_chooses_what_the_catalog_leaves_open() {
    let manager = operator("manager", json!([]));
    let roles = manager.in_workspace(None).roles(NOW);
    assert_eq!(
        roles.check_edit(Proposal::Edit("admin"), r#"{"audit-log": "on"}"#),
        []
    );
    assert_eq!(
        roles.allowed_values("admin", "audit-log"),
        [Level::Off, Level::On]
    );
}

#[test]
fn records_that_there_cannot_be_count_for_nothing() {
    let mut file = shop();
    file["records"]["order"]["relations"] =
        json!(["own", "mine", "same-group", "shared", "shared-edit"]);
    file["roles"][1]["values"]["orders.view"] = json!({"value": "on", "if": ["shared"]});
    let shop = catalog(&file);
    let memberships = json!([{"workspace": "w1", "roles": ["editor"], "filters": []}]);
    let editor =
        json!([{"id": "editor", "label": {"en": "Editor"}, "values": {"roles.edit": "write"}}]);
    let editor = gate(
        &shop,
        &with(claims(&shop, memberships), json!({"roles": editor})),
    );
    let values = r#"{"orders.view": {"value": "on", "if": ["shared-edit"]}}"#;
    assert_eq!(
        codes(&editor, Proposal::New { based_on: None }, values),
        [],
        "who may edit shares as well"
    );
}
