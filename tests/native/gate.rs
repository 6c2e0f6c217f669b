//! Deciding: each step of how a value is reached, the order of reasons, and outcomes.

use rolegate::{
    Change, Collaborator, Decision, Fact, Gate, GateView, Level, Outcome, ReasonCode, Record,
    Relation, Step, UnixTime,
};
use serde_json::{Value, json};

use crate::catalog::{shop, shop_with};
use crate::util::{ISSUED, NOW, catalog, claims, gate, with};

/// A gate of the shop for one membership; `changes` are to the claims.
#[track_caller]
fn shop_gate(membership: Value, changes: Value) -> Gate {
    let shop = catalog(&shop());
    let usual = json!({"workspace": "w1", "roles": [], "groups": ["g1"], "filters": []});
    gate(
        &shop,
        &with(claims(&shop, json!([with(usual, membership)])), changes),
    )
}

fn roles(roles: &[&str]) -> Gate {
    shop_gate(json!({"roles": roles}), json!({"entitlements": ["plus"]}))
}

fn reasons(decision: &Decision) -> Vec<ReasonCode> {
    decision
        .missing
        .iter()
        .map(|missing| missing.code)
        .collect()
}

const MINE: Record<'static> = Record {
    owner: Fact::Unread,
    assignee: Fact::Id("u42"),
    group: Fact::Unread,
    organization: Fact::Unread,
    queue: Fact::Unread,
    collaborators: Vec::new(),
};

fn of_group(group: &'static str) -> Record<'static> {
    Record {
        group: Fact::Id(group),
        ..Record::default()
    }
}

#[test]
fn roles_add_up_and_off_takes_nothing_away() {
    let both = roles(&["clerk", "owner"]);
    assert_eq!(
        both.in_workspace(None).level("orders.team", None, NOW),
        Level::Write
    );
    assert!(both.in_workspace(None).can("orders.export", None, NOW));
    assert!(
        !roles(&[])
            .in_workspace(None)
            .can("orders.export", None, NOW)
    );
}

#[test]
fn a_conditional_value_is_held_where_one_relation_holds() {
    let clerk = roles(&["clerk"]);
    let view = clerk.in_workspace(None);
    assert!(view.can("orders.view", Some(&MINE), NOW));
    let own = Record {
        owner: Fact::Id("u42"),
        ..Record::default()
    };
    assert!(view.can("orders.view", Some(&own), NOW));
    let other = view.decide("orders.view", Some(&of_group("g1")), NOW);
    assert_eq!(
        (other.code, other.outcome),
        (ReasonCode::Relation, Outcome::Disable)
    );
}

#[test]
fn the_nearest_layer_wins_either_way() {
    let layer = |from: &str, value: &str| match from {
        "group" => json!({"from": "group", "id": "g1", "values": {"orders.team": value}}),
        from => json!({"from": from, "values": {"orders.team": value}}),
    };
    let level = |layers: Value| {
        let gate = shop_gate(json!({"roles": ["clerk"], "layers": layers}), json!({}));
        gate.in_workspace(None).level("orders.team", None, NOW)
    };
    assert_eq!(level(json!([])), Level::Read);
    assert_eq!(level(json!([layer("company", "write")])), Level::Write);
    assert_eq!(
        level(json!([layer("company", "write"), layer("group", "off")])),
        Level::Off
    );
    assert_eq!(
        level(json!([layer("user", "write"), layer("group", "off")])),
        Level::Write
    );
    assert_eq!(
        level(json!([layer("group", "write"), layer("user", "off")])),
        Level::Off
    );
}

#[test]
fn a_derived_permission_follows_from_values_and_relations() {
    let clerk = roles(&["clerk"]);
    let level = |record: &Record<'_>| {
        clerk
            .in_workspace(None)
            .level("orders.access", Some(record), NOW)
    };
    assert_eq!(level(&of_group("g1")), Level::Read);
    assert_eq!(level(&of_group("g2")), Level::Off);
    assert_eq!(level(&MINE), Level::Write);
}

#[test]
fn a_prerequisite_must_hold_on_the_same_record() {
    let owner = roles(&["owner"]);
    assert!(
        owner
            .in_workspace(None)
            .can("orders.delete", Some(&of_group("g1")), NOW)
    );
    let elsewhere = owner
        .in_workspace(None)
        .decide("orders.delete", Some(&of_group("g2")), NOW);
    assert_eq!(
        (elsewhere.code, elsewhere.outcome),
        (ReasonCode::Prerequisite, Outcome::Disable)
    );
    let missing = &elsewhere.missing[0];
    assert_eq!(
        missing.prerequisite,
        Some(("orders.access".to_owned(), Level::Write))
    );
    assert_eq!(missing.missing[0].code, ReasonCode::Relation);
}

#[test]
fn filters_only_add_up() {
    let sees = |filters: Value, record: &Record<'_>| {
        let gate = shop_gate(json!({"roles": ["owner"], "filters": filters}), json!({}));
        let decision = gate
            .in_workspace(None)
            .decide("orders.view", Some(record), NOW);
        assert!(decision.is_allow() || decision.code == ReasonCode::Filtered);
        assert_eq!(
            gate.in_workspace(None).maybe("orders.view", NOW),
            filters_can_pass(&filters)
        );
        decision.is_allow()
    };
    let in_queue = |group, queue| Record {
        queue: Fact::Id(queue),
        ..of_group(group)
    };
    let record = in_queue("g1", "q1");
    assert!(sees(json!([]), &record));
    assert!(sees(json!([{"groups": ["g1", "g2"]}]), &record));
    assert!(!sees(json!([{"groups": ["g2"]}]), &record));
    assert!(sees(json!([{"groups": ["g1"], "queues": ["q1"]}]), &record));
    assert!(!sees(
        json!([{"groups": ["g1"], "queues": ["q2"]}]),
        &record
    ));
    assert!(sees(
        json!([{"groups": ["g1", "g2"]}, {"groups": ["g1", "g3"]}]),
        &record
    ));
    assert!(!sees(
        json!([{"groups": ["g1", "g2"]}, {"groups": ["g3"]}]),
        &record
    ));
    assert!(
        !sees(json!([{}]), &record),
        "an empty filter passes nothing"
    );
    assert!(!sees(json!([{"groups": []}]), &record));
    assert!(
        !sees(json!([{"queues": ["q1"]}]), &of_group("g1")),
        "a missing fact does not pass"
    );
}

/// Whether some record passes: each filter asks for something, and one group and one queue are in
/// all of the lists.
fn filters_can_pass(filters: &Value) -> bool {
    let filters = filters.as_array().unwrap();
    let some_pass = |member: &str| {
        let mut lists = filters.iter().filter_map(|filter| filter.get(member));
        let Some(first) = lists.next() else {
            return true;
        };
        let (first, others) = (first.as_array().unwrap(), lists.collect::<Vec<_>>());
        first.iter().any(|id| {
            others
                .iter()
                .all(|ids| ids.as_array().unwrap().contains(id))
        })
    };
    filters
        .iter()
        .all(|filter| !filter.as_object().unwrap().is_empty())
        && some_pass("groups")
        && some_pass("queues")
}

#[test]
fn a_kind_that_filters_do_not_speak_about_is_not_filtered() {
    let mut file = shop();
    file["records"]["order"]["filters"] = json!(["queues"]);
    file["records"]["note"]["filters"] = json!([]);
    let shop = catalog(&file);
    let sees = |filters: Value, permission: &str, record: &Record<'_>| {
        let membership = json!({"workspace": "w1", "roles": ["owner"], "filters": filters});
        gate(&shop, &claims(&shop, json!([membership])))
            .in_workspace(None)
            .can(permission, Some(record), NOW)
    };
    let queued = Record {
        queue: Fact::Id("q1"),
        ..Record::default()
    };
    assert!(sees(
        json!([{"queues": ["q1"], "groups": ["g9"]}]),
        "orders.view",
        &queued
    ));
    assert!(
        !sees(json!([{"groups": ["g9"]}]), "orders.view", &queued),
        "none of its members speaks of orders"
    );
    assert!(sees(
        json!([{"groups": ["g9"]}, {}]),
        "notes.edit",
        &Record::default()
    ));
}

#[test]
fn entitlements_include_one_another_and_lists_mean_any() {
    let with = |held: Value| shop_gate(json!({"roles": ["owner"]}), json!({"entitlements": held}));
    let export = |gate: &Gate| gate.in_workspace(None).decide("orders.export", None, NOW);
    let none = export(&with(json!([])));
    assert_eq!(
        (none.code, none.outcome, none.level),
        (ReasonCode::NotEntitled, Outcome::Disable, Level::Off)
    );
    assert!(export(&with(json!(["basic"]))).is_allow());
    assert!(export(&with(json!(["plus"]))).is_allow());
    let delete = with(json!(["basic"])).in_workspace(None).decide(
        "orders.delete",
        Some(&of_group("g1")),
        NOW,
    );
    assert_eq!(
        (delete.code, delete.outcome),
        (ReasonCode::NotEntitled, Outcome::Upsell)
    );
}

#[test]
fn an_upgrade_is_offered_only_where_it_would_help() {
    let clerk = shop_gate(json!({"roles": ["clerk"]}), json!({"entitlements": []}));
    let delete = clerk
        .in_workspace(None)
        .decide("orders.delete", Some(&of_group("g1")), NOW);
    assert_eq!(delete.outcome, Outcome::Hide);
    assert_eq!(
        reasons(&delete),
        [
            ReasonCode::NotGranted,
            ReasonCode::Prerequisite,
            ReasonCode::NotEntitled
        ]
    );
}

#[test]
fn a_threshold_asks_for_more_than_the_least() {
    let clerk = roles(&["clerk"]);
    let view = clerk.in_workspace(None);
    assert!(view.can("orders.team", None, NOW));
    assert!(view.can("orders.team:read", None, NOW));
    let write = view.decide("orders.team:write", None, NOW);
    assert_eq!(
        (write.code, write.level),
        (ReasonCode::NotGranted, Level::Read)
    );
    for unknown in [
        "orders.team:on",
        "orders.team:off",
        "orders.team:",
        "orders.team:write:write",
        "orders.export:read",
    ] {
        assert_eq!(
            view.decide(unknown, None, NOW).code,
            ReasonCode::UnknownPermission,
            "{unknown}"
        );
    }
}

#[test]
fn a_permission_about_a_record_is_asked_with_one() {
    let owner = roles(&["owner"]);
    let decision = owner.in_workspace(None).decide("orders.view", None, NOW);
    assert_eq!(
        (decision.code, decision.outcome),
        (ReasonCode::RecordRequired, Outcome::Hide)
    );
    assert!(owner.in_workspace(None).maybe("orders.view", NOW));
    assert!(!roles(&[]).in_workspace(None).maybe("orders.view", NOW));
    assert!(
        owner
            .in_workspace(None)
            .can("orders.export", Some(&MINE), NOW),
        "a record is ignored where none is meant"
    );
}

#[test]
fn unassigned_needs_an_assignee_that_was_read_and_is_empty() {
    let mut file = shop();
    file["areas"][0]["permissions"][2]["rule"] = json!({"relation": "unassigned"});
    let shop = catalog(&file);
    let gate = gate(
        &shop,
        &claims(
            &shop,
            json!([{"workspace": "w1", "roles": [], "filters": []}]),
        ),
    );
    let can = |assignee| {
        gate.in_workspace(None).can(
            "orders.access",
            Some(&Record {
                assignee,
                ..Record::default()
            }),
            NOW,
        )
    };
    assert!(can(Fact::Empty));
    assert!(can(Fact::Id("")));
    assert!(!can(Fact::Unread));
    assert!(!can(Fact::Id("u1")));
}

#[test]
fn somebody_who_may_edit_shares_as_well() {
    let mut file = shop();
    file["records"]["order"]["relations"] =
        json!(["own", "mine", "same-group", "shared", "shared-edit"]);
    file["areas"][0]["permissions"][2]["rule"] = json!({"all": [{"relation": "shared"}, {"any": [{"value": "read"}, {"relation": "shared-edit"}]}]});
    let shop = catalog(&file);
    let gate = gate(
        &shop,
        &claims(
            &shop,
            json!([{"workspace": "w1", "roles": [], "filters": []}]),
        ),
    );
    let level = |collaborators| {
        gate.in_workspace(None).level(
            "orders.access",
            Some(&Record {
                collaborators,
                ..Record::default()
            }),
            NOW,
        )
    };
    assert_eq!(level(vec![]), Level::Off);
    assert_eq!(
        level(vec![Collaborator {
            id: "u1",
            edit: true
        }]),
        Level::Off
    );
    assert_eq!(
        level(vec![Collaborator {
            id: "u42",
            edit: false
        }]),
        Level::Read
    );
    assert_eq!(
        level(vec![Collaborator {
            id: "u42",
            edit: true
        }]),
        Level::Write
    );
}

#[test]
fn each_workspace_has_its_own_answer() {
    let shop = catalog(&shop());
    let memberships = json!([
        {"workspace": "w1", "roles": ["owner"], "filters": []},
        {"workspace": "w2", "roles": ["clerk"], "filters": []},
    ]);
    let gate = gate(&shop, &claims(&shop, memberships));
    let level = |view: GateView<'_>| view.level("orders.team", None, NOW);
    assert_eq!(level(gate.in_workspace(Some("w1"))), Level::Write);
    assert_eq!(level(gate.in_workspace(Some("w2"))), Level::Read);
    for view in [gate.in_workspace(Some("w3")), gate.in_workspace(None)] {
        let decision = view.decide("orders.team", None, NOW);
        assert_eq!(
            (decision.code, decision.outcome),
            (ReasonCode::UnknownWorkspace, Outcome::Hide)
        );
        assert_eq!(reasons(&decision), [ReasonCode::UnknownWorkspace]);
        assert!(
            view.roles(NOW)
                .assignable(rolegate::Assignment::default())
                .is_empty()
        );
    }
}

#[test]
fn reasons_come_in_their_order() {
    let gate = shop_gate(
        json!({"roles": ["clerk"], "filters": [{"groups": ["g2"]}]}),
        json!({}),
    );
    let view = gate.in_workspace(Some("nowhere"));
    let late = UnixTime::from_secs(ISSUED + 9999);
    let early = UnixTime::from_secs(ISSUED - 61);
    assert_eq!(view.decide("nothing", None, late).code, ReasonCode::Expired);
    assert_eq!(
        view.decide("nothing", None, early).code,
        ReasonCode::NotYetValid
    );
    assert_eq!(
        view.decide("nothing", None, NOW).code,
        ReasonCode::UnknownPermission
    );
    assert_eq!(
        view.decide("orders.view", None, NOW).code,
        ReasonCode::UnknownWorkspace
    );
    let view = gate.in_workspace(None);
    assert_eq!(
        view.decide("orders.delete", None, NOW).code,
        ReasonCode::RecordRequired
    );
    let filtered = view.decide("orders.delete", Some(&of_group("g1")), NOW);
    assert_eq!(filtered.code, ReasonCode::Filtered);
    assert_eq!(
        reasons(&filtered),
        [
            ReasonCode::Filtered,
            ReasonCode::NotGranted,
            ReasonCode::Prerequisite,
            ReasonCode::NotEntitled
        ]
    );
}

#[test]
fn a_snapshot_is_in_force_from_its_time_until_its_time_with_leeway() {
    let gate = roles(&["owner"]);
    let reason = |seconds: i64| {
        let now = UnixTime::from_secs(ISSUED.checked_add_signed(seconds).unwrap());
        let decision = gate.in_workspace(None).decide("orders.export", None, now);
        (decision.code, decision.stale)
    };
    assert_eq!(reason(-61), (ReasonCode::NotYetValid, false));
    assert_eq!(reason(-60), (ReasonCode::Granted, false));
    assert_eq!(reason(1799), (ReasonCode::Granted, false));
    assert_eq!(reason(1800), (ReasonCode::Granted, true));
    assert_eq!(reason(3659), (ReasonCode::Granted, true));
    assert_eq!(reason(3660), (ReasonCode::Expired, false));
}

#[test]
fn an_explanation_tells_who_said_what() {
    use rolegate::LayerKind;
    let layers = json!([{"from": "company", "values": {"orders.team": "off"}},
                        {"from": "user", "values": {"orders.team": "write"}}]);
    let gate = shop_gate(
        json!({"roles": ["clerk", "owner"], "layers": layers}),
        json!({}),
    );
    let trace = gate
        .in_workspace(None)
        .explain("orders.team", None, NOW)
        .trace;
    let role = |role: &str, value| Step::Role {
        role: role.to_owned(),
        value,
        only_if: None,
    };
    let layer = |from, value, wins| Step::Layer {
        from,
        id: None,
        value,
        wins,
    };
    let expected = [
        role("clerk", Level::Read),
        role("owner", Level::Write),
        layer(LayerKind::Company, Level::Off, false),
        layer(LayerKind::User, Level::Write, true),
        Step::Value {
            value: Level::Write,
        },
    ];
    assert_eq!(trace, expected);
    let trace = gate
        .in_workspace(None)
        .explain("orders.delete", Some(&of_group("g1")), NOW)
        .trace;
    let entitled = Step::Entitlement {
        any_of: vec!["plus".to_owned()],
        holds: false,
    };
    assert_eq!(trace.last(), Some(&entitled));
    let trace = gate
        .in_workspace(None)
        .explain("orders.access", Some(&MINE), NOW)
        .trace;
    assert!(trace.contains(&Step::Relation {
        relation: Relation::Mine,
        holds: true
    }));
    assert!(trace.contains(&Step::Part {
        permission: "orders.team".to_owned(),
        value: Level::Write
    }));
}

#[test]
fn names_that_are_no_permission_are_denied_whatever_they_are() {
    let owner = roles(&["owner"]);
    let long = "x".repeat(1 << 20);
    for name in [
        "",
        " ",
        ":",
        "orders",
        "orders.view ",
        "ORDERS.VIEW",
        "__proto__",
        "constructor",
        "\0",
        &long,
    ] {
        let decision = owner.in_workspace(None).decide(name, Some(&MINE), NOW);
        assert_eq!(
            (decision.code, decision.level),
            (ReasonCode::UnknownPermission, Level::Off)
        );
    }
}

/// The changes that would lift the first of what is missing.
fn changes(gate: &Gate, question: &str, record: &Record<'_>) -> Vec<Change> {
    let decision = gate.in_workspace(None).decide(question, Some(record), NOW);
    let first = decision.missing.into_iter().next();
    first.expect("a denial").changes
}

/// A gate of the shop where `orders.access` follows from another rule, for somebody without a role.
fn ruled(rule: Value) -> Gate {
    let shop = catalog(&shop_with("/areas/0/permissions/2/rule", rule));
    let nobody = json!([{"workspace": "w1", "roles": [], "groups": ["g1"], "filters": []}]);
    gate(&shop, &claims(&shop, nobody))
}

fn values(values: &[(&str, Level)], relations: &[Relation]) -> Change {
    Change::Values {
        values: values
            .iter()
            .map(|(permission, level)| ((*permission).to_owned(), *level))
            .collect(),
        relations: relations.to_vec(),
    }
}

#[test]
fn a_role_is_suggested_that_the_person_does_not_have() {
    assert_eq!(
        changes(&roles(&["clerk"]), "orders.export", &Record::default()),
        [
            Change::Role("owner".to_owned()),
            values(&[("orders.export", Level::On)], &[])
        ]
    );
}

#[test]
fn the_smallest_changes_are_suggested() {
    let either = ruled(json!({"any": [
        {"all": [{"permission": "orders.team"}, {"relation": "same-group"}]},
        {"relation": "own"},
        {"permission": "roles.edit"},
    ]}));
    assert_eq!(
        changes(&either, "orders.access:read", &of_group("g2")),
        [
            Change::Role("owner".to_owned()),
            values(&[("roles.edit", Level::Read)], &[]),
            Change::Relations(vec![Relation::Own]),
        ]
    );
    let either =
        ruled(json!({"any": [{"permission": "orders.team"}, {"permission": "roles.edit"}]}));
    assert_eq!(
        changes(&either, "orders.access:write", &of_group("g2"))[1..],
        [
            values(&[("orders.team", Level::Write)], &[]),
            values(&[("roles.edit", Level::Write)], &[]),
        ]
    );
}

#[test]
fn what_is_needed_together_is_suggested_together() {
    let both = ruled(json!({"all": [{"permission": "orders.team"}, {"permission": "roles.edit"}]}));
    assert_eq!(
        changes(&both, "orders.access:read", &of_group("g2"))[1..],
        [values(
            &[("orders.team", Level::Read), ("roles.edit", Level::Read)],
            &[]
        )]
    );
    let all = ruled(json!({"all": [
        {"permission": "orders.team"}, {"permission": "roles.edit"}, {"relation": "own"}, {"relation": "same-group"},
    ]}));
    assert_eq!(
        changes(&all, "orders.access:read", &of_group("g1")),
        [values(
            &[("orders.team", Level::Read), ("roles.edit", Level::Read)],
            &[Relation::Own]
        )]
    );
}

#[test]
fn further_relations_are_suggested_that_there_can_be() {
    let rule = |relations: &[&str]| {
        let all: Vec<Value> = relations
            .iter()
            .map(|name| json!({"relation": name}))
            .collect();
        json!({"all": all})
    };
    let either = ruled(json!({"any": [
        rule(&["assigned", "unassigned"]), rule(&["own", "same-group"]),
    ]}));
    let unassigned = Record {
        assignee: Fact::Empty,
        ..of_group("g1")
    };
    assert_eq!(
        changes(&either, "orders.access", &unassigned),
        [Change::Relations(vec![Relation::Own])]
    );
    assert_eq!(
        changes(&either, "orders.access", &of_group("g2")),
        [Change::Relations(vec![Relation::Own, Relation::SameGroup])]
    );
}

/// A gate of a product without layers, with these permissions about a `doc`, `on` for every role of the
/// person's that lists them.
fn desk(permissions: Value, roles: Value, membership: Value) -> Gate {
    let permissions = permissions.as_array().unwrap().iter().map(|permission| {
        let usual = json!({"label": {"en": "P"}, "values": "switch", "record": "doc"});
        with(usual, permission.clone())
    });
    let roles = roles.as_array().unwrap().iter();
    let roles = roles.map(|role| with(json!({"label": {"en": "R"}}), role.clone()));
    let desk = catalog(&json!({
        "format": 1, "id": "desk", "label": {"en": "Desk"},
        "filters": ["owners", "assignees", "groups", "organizations"],
        "records": {"doc": {"label": {"en": "Document"}, "relations": [
            "own", "shared", "shared-edit", "mine", "assigned", "unassigned", "same-group", "same-organization",
        ]}},
        "areas": [{"id": "docs", "label": {"en": "Documents"}, "permissions": permissions.collect::<Vec<_>>()}],
        "roles": roles.collect::<Vec<_>>(),
    }));
    let usual = json!({"workspace": "w1", "roles": ["reader"], "groups": ["g1"], "filters": []});
    gate(&desk, &claims(&desk, json!([with(usual, membership)])))
}

fn if_relation(relations: &[&str]) -> Value {
    json!({"value": "on", "if": relations})
}

#[test]
fn a_suggested_relation_ends_nothing_that_is_needed() {
    let gate = desk(
        json!([{"id": "q"}, {"id": "p", "requires": [{"permission": "q"}]}]),
        json!([{"id": "reader", "values": {"p": if_relation(&["mine"]), "q": if_relation(&["unassigned", "own"])}}]),
        json!({}),
    );
    let unassigned = Record {
        assignee: Fact::Empty,
        ..Record::default()
    };
    let relations = |relations: &[Relation]| vec![Change::Relations(relations.to_vec())];
    assert_eq!(
        changes(&gate, "p", &unassigned),
        relations(&[Relation::Own, Relation::Mine])
    );
    // Nothing is known of the assignee: both lack, and only one way leads to both.
    let decision = gate
        .in_workspace(None)
        .decide("p", Some(&Record::default()), NOW);
    let [own, prerequisite] = &decision.missing[..] else {
        panic!("{decision:?}");
    };
    assert_eq!(own.changes, relations(&[Relation::Mine]));
    assert_eq!(prerequisite.missing[0].changes, relations(&[Relation::Own]));
}

#[test]
fn a_value_is_suggested_beside_a_relation_that_ends_what_else_is_needed() {
    let gate = desk(
        json!([
            {"id": "q", "rule": {"relation": "unassigned"}},
            {"id": "p", "requires": [{"permission": "q"}]},
        ]),
        json!([{"id": "reader", "values": {"p": if_relation(&["mine"])}, "unlocked": {"p": ["on"]}}]),
        json!({}),
    );
    let decision = gate.in_workspace(None).decide("p", Some(&MINE), NOW);
    assert_eq!(decision.code, ReasonCode::Prerequisite);
    assert_eq!(
        decision.missing[0].missing[0].changes,
        [values(&[("p", Level::On)], &[Relation::Unassigned])]
    );
}

#[test]
fn where_nothing_would_help_nothing_is_suggested() {
    let rule = json!({"all": [{"relation": "mine"}, {"relation": "unassigned"}]});
    let never = desk(
        json!([{"id": "p", "rule": rule}]),
        json!([{"id": "reader", "values": {}}]),
        json!({}),
    );
    let decision = never.in_workspace(None).decide("p", Some(&MINE), NOW);
    assert_eq!(decision.code, ReasonCode::NotGranted);
    assert_eq!(decision.missing[0].changes, []);
    assert!(!never.in_workspace(None).maybe("p", NOW));
    // Each of two can be had, and not both at once.
    let either = desk(
        json!([{"id": "q"}, {"id": "p", "requires": [{"permission": "q"}]}]),
        json!([{"id": "reader", "values": {"p": if_relation(&["mine"]), "q": if_relation(&["unassigned"])}}]),
        json!({}),
    );
    let decision = either.in_workspace(None).decide("p", Some(&MINE), NOW);
    assert_eq!(decision.code, ReasonCode::Prerequisite);
    assert_eq!(decision.missing[0].missing[0].changes, []);
}

#[test]
fn only_records_in_sight_count() {
    let asked = |relation: &str, membership: Value, record: &Record<'_>| {
        let gate = desk(
            json!([{"id": "p"}]),
            json!([{"id": "reader", "values": {"p": if_relation(&[relation])}}]),
            membership,
        );
        let view = gate.in_workspace(None);
        let decision = view.decide("p", Some(record), NOW);
        let without = view.decide("p", None, NOW);
        assert_eq!(view.maybe("p", NOW), decision.code == ReasonCode::Relation);
        assert_eq!(
            without.missing[0].changes.is_empty(),
            !view.maybe("p", NOW),
            "{relation}"
        );
        (decision.code, decision.missing[0].changes.clone())
    };
    let relation = |relation| {
        (
            ReasonCode::Relation,
            vec![Change::Relations(vec![relation])],
        )
    };
    let out_of_reach = (ReasonCode::NotGranted, vec![]);
    let of_u7 = Record {
        owner: Fact::Id("u7"),
        assignee: Fact::Id("u7"),
        organization: Fact::Id("w2"),
        ..of_group("g7")
    };
    let filter = |filter: Value| json!({"filters": [filter]});
    for (name, membership, expected) in [
        ("own", json!({}), relation(Relation::Own)),
        (
            "own",
            filter(json!({"owners": ["u7", "u42"]})),
            relation(Relation::Own),
        ),
        (
            "own",
            filter(json!({"owners": ["u7"]})),
            out_of_reach.clone(),
        ),
        (
            "mine",
            filter(json!({"assignees": ["u7"]})),
            out_of_reach.clone(),
        ),
        (
            "mine",
            filter(json!({"owners": ["u7"]})),
            relation(Relation::Mine),
        ),
        ("unassigned", json!({}), relation(Relation::Unassigned)),
        (
            "unassigned",
            filter(json!({"assignees": ["u7", "u42"]})),
            out_of_reach.clone(),
        ),
        ("same-group", json!({}), relation(Relation::SameGroup)),
        ("same-group", json!({"groups": []}), out_of_reach.clone()),
        (
            "same-group",
            filter(json!({"groups": ["g7"]})),
            out_of_reach.clone(),
        ),
        (
            "same-group",
            filter(json!({"groups": ["g7", "g1"]})),
            relation(Relation::SameGroup),
        ),
        (
            "same-organization",
            filter(json!({"organizations": ["w2"]})),
            out_of_reach.clone(),
        ),
        (
            "shared-edit",
            filter(json!({"owners": ["u7"]})),
            relation(Relation::SharedEdit),
        ),
    ] {
        let place = format!("{name} with {membership}");
        assert_eq!(asked(name, membership, &of_u7), expected, "{place}");
    }
    let two = json!({"filters": [{"owners": ["u42", "u7"]}, {"owners": ["u7", "u1"]}]});
    assert_eq!(asked("own", two, &of_u7), out_of_reach, "of both filters");
}

#[test]
fn values_are_suggested_that_the_person_can_be_given() {
    let asked = |permission: Value, role: Value, layers: Value| {
        let mut file = shop();
        let export = &mut file["areas"][0]["permissions"][4];
        *export = with(export.clone(), permission);
        file["roles"][1] = with(file["roles"][1].clone(), role);
        file["layers"] = layers;
        let shop = catalog(&file);
        let clerk = json!([{"workspace": "w1", "roles": ["clerk"], "filters": []}]);
        let changes = changes(&gate(&shop, &claims(&shop, clerk)), "orders.export", &MINE);
        changes.contains(&values(&[("orders.export", Level::On)], &[]))
    };
    let nothing = json!({});
    let fixed = json!({"unlocked": {}});
    let reserved = json!({"reserved": true});
    assert!(
        asked(nothing.clone(), nothing.clone(), json!([])),
        "unlocked in the role"
    );
    assert!(
        !asked(nothing.clone(), fixed.clone(), json!([])),
        "fixed in the role"
    );
    assert!(
        asked(nothing.clone(), fixed.clone(), json!(["user"])),
        "set by a layer"
    );
    assert!(
        !asked(nothing, fixed.clone(), json!(["group"])),
        "a layer of no group"
    );
    assert!(
        !asked(reserved, fixed, json!(["company", "user"])),
        "set by no layer"
    );
}

#[test]
fn a_role_is_suggested_with_what_it_takes_to_be_enough() {
    let gate = desk(
        json!([{"id": "p"}, {"id": "q"}, {"id": "both", "rule": {"all": [{"permission": "p"}, {"permission": "q"}]}}]),
        json!([
            {"id": "reader", "values": {}},
            {"id": "owner", "values": {"p": if_relation(&["own"])}},
            {"id": "editor", "values": {"q": "on"}},
        ]),
        json!({}),
    );
    let role = |role: &str| Change::Role(role.to_owned());
    let own = Change::Relations(vec![Relation::Own]);
    assert_eq!(
        changes(&gate, "p", &MINE),
        [Change::Together(vec![role("owner"), own.clone()])]
    );
    assert_eq!(
        changes(&gate, "both", &MINE),
        [Change::Together(vec![role("owner"), role("editor"), own])]
    );
}

#[test]
fn no_entitlement_is_suggested_that_another_brings() {
    let mut file = shop();
    file["areas"][0]["permissions"][4]["needs"] = json!(["basic", ["plus", "basic"], "plus"]);
    let shop = catalog(&file);
    let owner = json!([{"workspace": "w1", "roles": ["owner"], "filters": []}]);
    assert_eq!(
        changes(&gate(&shop, &claims(&shop, owner)), "orders.export", &MINE),
        [Change::Entitlements(vec!["plus".to_owned()])]
    );
}

#[test]
fn an_explanation_tells_each_relation_of_a_rule_and_whether_it_holds() {
    let clerk = roles(&["clerk"]);
    let steps = |record: &Record<'_>| {
        let view = clerk.in_workspace(None);
        view.explain("orders.access", Some(record), NOW).trace
    };
    let expected = |same_group, mine, value| {
        [
            Step::Part {
                permission: "orders.team".to_owned(),
                value: Level::Read,
            },
            Step::Relation {
                relation: Relation::SameGroup,
                holds: same_group,
            },
            Step::Relation {
                relation: Relation::Mine,
                holds: mine,
            },
            Step::Value { value },
        ]
    };
    assert_eq!(steps(&of_group("g1")), expected(true, false, Level::Read));
    assert_eq!(steps(&MINE), expected(false, true, Level::Write));
    assert_eq!(steps(&of_group("g2")), expected(false, false, Level::Off));
}

#[test]
fn an_explanation_tells_of_filters_where_there_are_any_and_a_record() {
    let steps = |filters: Value, permission: &str, record: Option<&Record<'_>>| {
        let gate = shop_gate(json!({"roles": ["owner"], "filters": filters}), json!({}));
        let trace = gate
            .in_workspace(None)
            .explain(permission, record, NOW)
            .trace;
        let filter = |step| match step {
            Step::Filter { passes } => Some(passes),
            _ => None,
        };
        trace.into_iter().filter_map(filter).collect::<Vec<_>>()
    };
    let some = json!([{"groups": ["g1"]}]);
    const NONE: [bool; 0] = [];
    let [inside, outside] = [of_group("g1"), of_group("g2")];
    assert_eq!(steps(some.clone(), "orders.view", Some(&inside)), [true]);
    assert_eq!(steps(some.clone(), "orders.view", Some(&outside)), [false]);
    assert_eq!(steps(some.clone(), "orders.view", None), NONE);
    assert_eq!(steps(some, "orders.team", Some(&inside)), NONE);
    assert_eq!(steps(json!([]), "orders.view", Some(&inside)), NONE);
}
