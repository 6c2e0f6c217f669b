//! Userlike: the table cell by cell, the rules in the order of the catalog's page, and who hands
//! out which role.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use crate::util::{NOW, claims, gate, shipped, snapshot, with};
use rolegate::{
    Assignment, Catalog, Error, ErrorCode, Fact, Gate, GateView, Level, Outcome, Proposal,
    ReasonCode, Record, ViolationCode,
};
use serde_json::{Map, Value, json};

const TABLE: &str = include_str!("../../models/userlike.tsv");
const CATALOG_JSON: &str = include_str!("../../../catalogs/userlike.json");
static CATALOG: LazyLock<Arc<Catalog>> = LazyLock::new(|| shipped("userlike"));
const PAGE: &str = include_str!("../../../catalogs/userlike.md");

const ROLES: [&str; 6] = ["owner", "manager", "admin", "staff", "analyst", "agent"];
/// The roles of which the table lets a tenant choose values.
const CUSTOMISABLE: [&str; 4] = ["manager", "admin", "staff", "analyst"];
/// The four levels of conversations: assigned and unassigned, of the group and of the organization.
const LEVELS: [&str; 4] = [
    "conversations.assigned-group",
    "conversations.unassigned-group",
    "conversations.assigned-organization",
    "conversations.unassigned-organization",
];

const ME: Fact<'_> = Fact::Id("u42");
const COLLEAGUE: Fact<'_> = Fact::Id("u7");
const NOBODY: Fact<'_> = Fact::Empty;

#[test]
fn userlike_table_names() {
    let catalog: Value = serde_json::from_str(CATALOG_JSON).unwrap();
    let header: Vec<&str> = TABLE.lines().next().unwrap().split('\t').collect();
    let labels: Vec<&str> = list(&catalog["roles"])
        .map(|role| text(&role["label"]["en"]))
        .collect();
    assert_eq!(labels, header[4..]);
    let ids: Vec<&str> = list(&catalog["roles"])
        .map(|role| text(&role["id"]))
        .collect();
    assert_eq!(ids, ROLES);
    for (index, row) in rows().iter().enumerate() {
        assert_eq!(row.number, (index + 1).to_string(), "{}", row.name);
        assert_eq!(row.domain[0], Level::Off, "{}", row.name);
    }
    assert_eq!(rows().len(), 20);
}

#[test]
fn userlike_table_default_values() {
    let mut cells = 0;
    for row in rows() {
        for (role, cell) in ROLES.iter().zip(&row.cells) {
            let held = value(&row, role, json!({}));
            assert_eq!(held, cell.default, "{} of {role}", row.name);
            cells += 1;
        }
    }
    assert_eq!(cells, 120);
}

#[test]
fn userlike_table_values_to_choose() {
    let owner = holder("owner");
    let roles = owner.in_workspace(None).roles(NOW);
    for row in rows() {
        for (role, cell) in ROLES.iter().zip(&row.cells) {
            let place = format!("{} of {role}", row.name);
            let editable = *role != "owner";
            let open = |level: &&Level| **level == cell.default || cell.others.contains(level);
            let expected: Vec<Level> = row.domain.iter().filter(open).copied().collect();
            assert_eq!(
                roles.allowed_values(role, &row.id),
                if editable { expected.clone() } else { vec![] },
                "{place}"
            );
            for level in Level::ALL {
                let mut codes = Vec::new();
                if !editable {
                    codes.push(ViolationCode::NotEditable);
                }
                if !row.domain.contains(level) {
                    codes.push(ViolationCode::WrongValue);
                } else if !expected.contains(level) {
                    codes.push(ViolationCode::Fixed);
                }
                let values = json!({&row.id: level.as_str()}).to_string();
                let violations = roles.check_edit(Proposal::Edit(role), &values);
                let found: Vec<ViolationCode> =
                    violations.iter().map(|violation| violation.code).collect();
                assert_eq!(found, codes, "{place}: {level}");
            }
        }
    }
}

#[test]
fn userlike_page_and_tests_name_the_same_rules() {
    let decided: BTreeSet<&str> = PAGE
        .lines()
        .filter_map(|line| line.split_once("| decided: `")?.1.split('`').next())
        .collect();
    let tested: BTreeSet<&str> = include_str!("userlike.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("fn ")?.split('(').next())
        .filter(|name| name.starts_with("userlike_rule_"))
        .collect();
    assert_eq!(decided, tested);
}

#[test]
fn userlike_rule_1_changing_a_role_changes_all_its_operators() {
    let of = |subject: &str, role: &str, edits: Value| {
        let claims = with(person(role, &edits), json!({"sub": subject}));
        let held = gate(&CATALOG, &claims);
        held.in_workspace(None).level("analytics", None, NOW)
    };
    for operator in ["u42", "u43", "u44"] {
        assert_eq!(of(operator, "staff", json!({})), Level::Off);
        let edits = json!({"staff": {"analytics": "read"}});
        assert_eq!(of(operator, "staff", edits.clone()), Level::Read);
        assert_eq!(of(operator, "manager", edits.clone()), Level::Write);
        assert_eq!(of(operator, "agent", edits), Level::Off);
    }
}

#[test]
fn userlike_rule_2_levels_and_switches_are_ordered() {
    for row in rows() {
        for (step, level) in row.domain.iter().enumerate() {
            let held = gate_for_value(
                &row,
                "manager",
                json!({"manager": {&row.id: level.as_str()}}),
            );
            let view = held.in_workspace(None);
            let record = row.record();
            for (asked, least) in row.domain.iter().enumerate().skip(1) {
                let question = format!("{}:{least}", row.id);
                assert_eq!(
                    view.can(&question, record.as_ref(), NOW),
                    asked <= step,
                    "{question} at {level}"
                );
            }
            for other in Level::ALL {
                if !row.domain.contains(other) {
                    let question = format!("{}:{other}", row.id);
                    let decision = view.decide(&question, record.as_ref(), NOW);
                    assert_eq!(decision.code, ReasonCode::UnknownPermission, "{question}");
                }
            }
        }
    }
    let domains: BTreeSet<Vec<Level>> = rows().into_iter().map(|row| row.domain).collect();
    let level = vec![Level::Off, Level::Read, Level::Write];
    let switch = vec![Level::Off, Level::On];
    assert_eq!(domains, BTreeSet::from([level, switch]));
}

#[test]
fn userlike_rule_3_write_acts_on_a_conversation_and_read_only_sees_it() {
    for (level, category) in LEVELS.iter().zip(categories()) {
        for (value, sees, acts) in [
            ("off", false, false),
            ("read", true, false),
            ("write", true, true),
        ] {
            let mut values = json!({});
            for other in LEVELS {
                values[other] = json!(if other == *level { value } else { "off" });
            }
            let held = edited("manager", json!({"manager": values}));
            let may = |permission: &str| {
                held.in_workspace(None)
                    .can(permission, Some(&category), NOW)
            };
            assert_eq!(may("conversation.see"), sees, "{level} at {value}");
            assert_eq!(may("conversation.reply"), acts, "{level} at {value}");
            assert_eq!(may("conversation.edit"), acts, "{level} at {value}");
        }
    }
    let reader = edited("staff", json!({"staff": {LEVELS[0]: "read"}}));
    let [colleagues, ..] = categories();
    for permission in ["conversation.reply", "conversation.edit"] {
        let decision = reader
            .in_workspace(None)
            .decide(permission, Some(&colleagues), NOW);
        assert_eq!(decision.outcome, Outcome::Disable, "{permission}");
    }
}

#[test]
fn userlike_rule_4_an_operator_always_replies_to_an_assigned_conversation() {
    let mut none = Map::new();
    for level in LEVELS {
        none.insert(level.to_owned(), json!("off"));
    }
    for role in ROLES {
        let edits = if CUSTOMISABLE.contains(&role) {
            json!({ role: none })
        } else {
            json!({})
        };
        let held = edited(role, edits);
        let view = held.in_workspace(None);
        for (group, organization) in places() {
            let mine = conversation(ME, group, organization);
            for permission in ["conversation.reply", "conversation.see"] {
                assert!(view.can(permission, Some(&mine), NOW), "{role}: {mine:?}");
            }
            if CUSTOMISABLE.contains(&role) {
                assert!(!view.can("conversation.edit", Some(&mine), NOW), "{role}");
                for assignee in [COLLEAGUE, NOBODY, Fact::Unread] {
                    let other = conversation(assignee, group, organization);
                    assert!(!view.can("conversation.reply", Some(&other), NOW), "{role}");
                    assert!(!view.can("conversation.see", Some(&other), NOW), "{role}");
                }
            }
        }
        let nothing_else_is_known = Record {
            assignee: ME,
            ..Record::default()
        };
        assert!(view.can("conversation.reply", Some(&nothing_else_is_known), NOW));
    }
    let outside = edited("staff", json!({"staff": {"message-center": "off"}}));
    let mine = conversation(ME, Fact::Id("g1"), Fact::Id("o1"));
    let decision = outside
        .in_workspace(None)
        .decide("conversation.reply", Some(&mine), NOW);
    assert_eq!(
        (decision.code, decision.outcome),
        (ReasonCode::Prerequisite, Outcome::Hide)
    );
}

#[test]
fn userlike_rule_5_the_four_levels_rule_colleagues_and_unassigned_conversations() {
    for_all_levels(json!({}), |levels, view| {
        for record in conversations() {
            let mine = record.assignee == ME;
            let ruled = ruled(levels, &record);
            let place = format!("{levels:?} on {record:?}");
            assert_eq!(
                view.can("conversation.see", Some(&record), NOW),
                mine || ruled >= Level::Read,
                "{place}"
            );
            assert_eq!(
                view.can("conversation.reply", Some(&record), NOW),
                mine || ruled == Level::Write,
                "{place}"
            );
            assert_eq!(
                view.can("conversation.edit", Some(&record), NOW),
                ruled == Level::Write,
                "{place}"
            );
        }
    });
}

#[test]
fn userlike_rule_6_the_level_depends_on_assignee_and_group_or_organization() {
    for_all_levels(json!({}), |levels, view| {
        for record in conversations() {
            assert_eq!(
                view.level("conversation.access", Some(&record), NOW),
                ruled(levels, &record),
                "{levels:?} on {record:?}"
            );
        }
    });
}

#[test]
fn userlike_a_conversation_of_another_organization_is_closed_unless_assigned_to_the_operator() {
    let permissions = [
        "conversation.access",
        "conversation.see",
        "conversation.reply",
        "conversation.edit",
        "conversations.delete",
        "conversations.export",
        "conversations.delete-notes",
        "contacts.edit-in-conversation",
    ];
    for role in ROLES {
        let held = holder(role);
        for record in conversations() {
            if record.organization == Fact::Id("o1") {
                continue;
            }
            let allowed: Vec<&str> = permissions
                .into_iter()
                .filter(|permission| held.in_workspace(None).can(permission, Some(&record), NOW))
                .collect();
            let expected = if record.assignee == ME {
                &["conversation.see", "conversation.reply"][..]
            } else {
                &[]
            };
            assert_eq!(allowed, expected, "{role} on {record:?}");
        }
    }
}

#[test]
fn userlike_rule_7_delete_export_and_note_deletion_need_write_on_that_conversation() {
    let permissions = [
        "conversations.delete",
        "conversations.export",
        "conversations.delete-notes",
    ];
    for_all_levels(json!({}), |levels, view| {
        for record in conversations() {
            for permission in permissions {
                let decision = view.decide(permission, Some(&record), NOW);
                let expected = if ruled(levels, &record) == Level::Write {
                    (ReasonCode::Granted, Outcome::Show)
                } else {
                    (ReasonCode::Prerequisite, Outcome::Disable)
                };
                assert_eq!(
                    (decision.code, decision.outcome),
                    expected,
                    "{permission}: {levels:?} on {record:?}"
                );
            }
        }
    });
    for switched_off in permissions {
        let held = edited("manager", json!({"manager": {switched_off: "off"}}));
        for record in conversations() {
            for permission in permissions {
                let allowed = held.in_workspace(None).can(permission, Some(&record), NOW);
                let writes = held
                    .in_workspace(None)
                    .can("conversation.edit", Some(&record), NOW);
                assert_eq!(
                    allowed,
                    writes && permission != switched_off,
                    "{permission} without {switched_off} on {record:?}"
                );
            }
        }
    }
}

#[test]
fn userlike_rule_8_editing_contacts_in_a_conversation_needs_write_there() {
    for switch in ["on", "off"] {
        for_all_levels(json!({"contacts.edit": switch}), |levels, view| {
            assert_eq!(view.can("contacts.edit", None, NOW), switch == "on");
            for record in conversations() {
                assert_eq!(
                    view.can("contacts.edit-in-conversation", Some(&record), NOW),
                    switch == "on" && ruled(levels, &record) == Level::Write,
                    "{switch}: {levels:?} on {record:?}"
                );
            }
        });
    }
}

#[test]
fn userlike_rule_9_deleting_contacts_and_notes_of_others_needs_only_its_switch() {
    let note = Record {
        owner: COLLEAGUE,
        ..Record::default()
    };
    let questions = [
        ("contacts.delete", "contacts.delete"),
        ("contacts.delete-notes-of-others", "contact-note.delete"),
        ("contacts.edit", "contacts.edit"),
    ];
    for (switch, _) in questions {
        let held = edited("manager", json!({"manager": nothing_but(&[switch])}));
        for (other, asked) in questions {
            let decision = held.in_workspace(None).decide(asked, Some(&note), NOW);
            assert_eq!(
                decision.is_allow(),
                switch == other,
                "{asked} with {switch}"
            );
        }
    }
    // The overview lives in the Message Center.
    let overview = |switches: &[&str]| {
        let held = edited("manager", json!({"manager": nothing_but(switches)}));
        held.in_workspace(None).decide("contacts.view", None, NOW)
    };
    assert!(overview(&["contacts.view", "message-center"]).is_allow());
    assert_eq!(overview(&["message-center"]).code, ReasonCode::NotGranted);
    let without = overview(&["contacts.view"]);
    assert_eq!(
        (without.code, without.outcome),
        (ReasonCode::Prerequisite, Outcome::Hide)
    );
}

#[test]
fn userlike_rule_10_own_contact_notes_are_outside_the_switch() {
    let note = |owner| Record {
        owner,
        ..Record::default()
    };
    for (role, deletes_others) in ROLES.iter().zip([true, true, true, true, false, false]) {
        let held = holder(role);
        let may = |owner| {
            held.in_workspace(None)
                .can("contact-note.delete", Some(&note(owner)), NOW)
        };
        assert!(may(ME), "{role}");
        assert_eq!(may(COLLEAGUE), deletes_others, "{role}");
        assert_eq!(may(Fact::Unread), deletes_others, "{role}");
    }
}

#[test]
fn userlike_rule_11_own_settings_are_outside_operator_settings() {
    let settings = |owner| Record {
        owner,
        ..Record::default()
    };
    for value in [Level::Off, Level::Read, Level::Write] {
        let edits = json!({"staff": {"operator-settings": value.as_str()}});
        let held = edited("staff", edits);
        let level = |owner| {
            held.in_workspace(None)
                .level("operator.settings", Some(&settings(owner)), NOW)
        };
        assert_eq!(level(ME), Level::Write);
        assert_eq!(level(COLLEAGUE), value);
        assert_eq!(level(Fact::Unread), value);
    }
    let agent = holder("agent");
    let own = settings(ME);
    assert!(
        agent
            .in_workspace(None)
            .can("operator.settings:write", Some(&own), NOW)
    );
    let others = settings(COLLEAGUE);
    assert!(
        !agent
            .in_workspace(None)
            .can("operator.settings", Some(&others), NOW)
    );
}

#[test]
fn userlike_rule_12_organizations_at_read_sees_and_at_write_creates() {
    for (value, sees, writes) in [
        ("off", false, false),
        ("read", true, false),
        ("write", true, true),
    ] {
        let edits = json!({"manager": {"organizations": value}});
        let flex = with(person("manager", &edits), json!({"entitlements": ["flex"]}));
        let held = gate(&CATALOG, &flex);
        let view = held.in_workspace(Some("o1"));
        assert_eq!(view.can("organizations", None, NOW), sees, "{value}");
        assert_eq!(
            view.can("organizations:write", None, NOW),
            writes,
            "{value}"
        );
        assert_eq!(
            view.can("organizations.create", None, NOW),
            writes,
            "{value}"
        );
        let elsewhere = held
            .in_workspace(Some("o2"))
            .decide("organizations", None, NOW);
        assert_eq!(elsewhere.code, ReasonCode::UnknownWorkspace);
    }
}

#[test]
fn userlike_rule_13_without_flex_no_organization_is_created_and_the_level_stays() {
    for (entitlements, expected) in [
        (json!([]), (ReasonCode::NotEntitled, Outcome::Upsell)),
        (json!(["flex"]), (ReasonCode::Granted, Outcome::Show)),
    ] {
        for role in ["owner", "manager"] {
            let claims = with(
                person(role, &json!({})),
                json!({"entitlements": entitlements}),
            );
            let held = gate(&CATALOG, &claims);
            let created = held
                .in_workspace(None)
                .decide("organizations.create", None, NOW);
            assert_eq!((created.code, created.outcome), expected, "{role}");
            let level = held.in_workspace(None).level("organizations", None, NOW);
            assert_eq!(level, Level::Write, "{role}");
        }
    }
    // Nothing is offered to whoever could not create one on any plan.
    let admin = holder("admin");
    let created = admin
        .in_workspace(None)
        .decide("organizations.create", None, NOW);
    assert_eq!(
        (created.code, created.outcome),
        (ReasonCode::NotGranted, Outcome::Hide)
    );
}

#[test]
fn userlike_rule_14_the_owner_holds_everything_and_nobody_customises_it() {
    for row in rows() {
        let top = row.domain.last().unwrap();
        assert_eq!(value(&row, "owner", json!({})), *top, "{}", row.name);
        for level in row.domain.iter().filter(|level| *level != top) {
            let edits = json!({"owner": {&row.id: level.as_str()}});
            assert_eq!(refusal("owner", &edits), not_unlocked(&row.id), "{level}");
        }
        for actor in ROLES {
            let held = holder(actor);
            let roles = held.in_workspace(None).roles(NOW);
            assert_eq!(roles.allowed_values("owner", &row.id), [], "{actor}");
        }
    }
    for actor in ROLES {
        let held = holder(actor);
        assert!(
            !held.in_workspace(None).roles(NOW).can_edit("owner"),
            "{actor}"
        );
    }
}

#[test]
fn userlike_rule_15_every_value_of_the_manager_is_customisable() {
    for row in rows() {
        let top = row.domain.last().unwrap();
        assert_eq!(value(&row, "manager", json!({})), *top, "{}", row.name);
        for level in &row.domain {
            let edits = json!({"manager": {&row.id: level.as_str()}});
            assert_eq!(value(&row, "manager", edits), *level, "{}", row.name);
        }
    }
}

#[test]
fn userlike_rule_16_admin_has_three_fixed_offs_and_an_audit_log_to_switch_on() {
    let fixed = ["company", "organizations", "roles"];
    assert_eq!(
        fixed_values("admin"),
        BTreeSet::from(fixed.map(str::to_owned))
    );
    for row in rows() {
        let top = *row.domain.last().unwrap();
        let off = fixed.contains(&row.id.as_str()) || row.id == "audit-log";
        let expected = if off { Level::Off } else { top };
        assert_eq!(value(&row, "admin", json!({})), expected, "{}", row.name);
    }
    let audited = edited("admin", json!({"admin": {"audit-log": "on"}}));
    assert!(audited.in_workspace(None).can("audit-log", None, NOW));
}

#[test]
fn userlike_rule_17_staff_and_analyst_have_four_fixed_offs() {
    let fixed = ["company", "organizations", "audit-log", "roles"];
    for role in ["staff", "analyst"] {
        assert_eq!(
            fixed_values(role),
            BTreeSet::from(fixed.map(str::to_owned)),
            "{role}"
        );
        let held = holder(role);
        for permission in fixed {
            let decision = held.in_workspace(None).decide(permission, None, NOW);
            assert_eq!(
                decision.code,
                ReasonCode::NotGranted,
                "{permission} of {role}"
            );
        }
    }
}

#[test]
fn userlike_rule_18_a_snapshot_that_changes_a_fixed_value_is_refused() {
    let mut refused = 0;
    for row in rows() {
        for (role, cell) in ROLES.iter().zip(&row.cells) {
            if !cell.others.is_empty() {
                continue;
            }
            for level in row.domain.iter().filter(|level| **level != cell.default) {
                let edits = json!({*role: {&row.id: level.as_str()}});
                assert_eq!(refusal(role, &edits), not_unlocked(&row.id), "{role}");
                // Whoever else holds the snapshot: it is refused whole.
                assert_eq!(refusal("agent", &edits), not_unlocked(&row.id), "{role}");
                refused += 1;
            }
        }
    }
    // 11 levels and 9 switches of Owner and Agent each; 3 levels of Admin; 3 levels and 1 switch of
    // Staff and Analyst each.
    assert_eq!(refused, 2 * (11 * 2 + 9) + 3 * 2 + 2 * (3 * 2 + 1));
    let conditional = json!({"value": "on", "if": ["mine"]});
    let edits = json!({"staff": {"conversations.delete": conditional}});
    assert_eq!(
        refusal("staff", &edits),
        not_unlocked("conversations.delete")
    );
}

#[test]
fn userlike_rule_19_a_customisable_value_takes_any_value_of_its_own_kind() {
    let mut customisable = Vec::new();
    for (role, column) in ROLES.iter().zip(0..) {
        let mut count = 0;
        for row in rows() {
            let cell = &row.cells[column];
            if cell.others.is_empty() {
                continue;
            }
            count += 1;
            for level in &row.domain {
                let edits = json!({*role: {&row.id: level.as_str()}});
                assert_eq!(value(&row, role, edits), *level, "{} of {role}", row.name);
            }
            for level in Level::ALL {
                if !row.domain.contains(level) {
                    let edits = json!({*role: {&row.id: level.as_str()}});
                    let kind = if row.domain.contains(&Level::On) {
                        "must be `off` or `on`, a value of a switch"
                    } else {
                        "must be `off`, `read` or `write`, a value of a level"
                    };
                    let message = refusal(role, &edits);
                    assert_eq!(message, format!("roles[0].values{{0}}: {kind}"));
                }
            }
        }
        customisable.push(count);
    }
    assert_eq!(customisable, [0, 20, 17, 16, 16, 0]);
}

#[test]
fn userlike_rule_20_staff_and_analyst_differ_in_seven_capabilities() {
    let mut differing = Vec::new();
    for row in rows() {
        let staff = value(&row, "staff", json!({}));
        let analyst = value(&row, "analyst", json!({}));
        if staff != analyst {
            differing.push((row.id, staff.as_str(), analyst.as_str()));
        }
    }
    let expected = [
        ("analytics", "off", "write"),
        ("conversations.assigned-group", "write", "read"),
        ("conversations.unassigned-group", "write", "read"),
        ("conversations.assigned-organization", "off", "read"),
        ("conversations.unassigned-organization", "off", "read"),
        ("contacts.edit", "on", "off"),
        ("contacts.delete-notes-of-others", "on", "off"),
    ];
    assert_eq!(
        differing,
        expected.map(|(id, staff, analyst)| (id.to_owned(), staff, analyst))
    );
}

#[test]
fn userlike_rule_21_staff_deletes_contact_notes_of_others_and_nothing_else() {
    let staff = holder("staff");
    let view = staff.in_workspace(None);
    let note = Record {
        owner: COLLEAGUE,
        ..Record::default()
    };
    assert!(view.can("contact-note.delete", Some(&note), NOW));
    let [assigned, unassigned, ..] = categories();
    for record in [&assigned, &unassigned] {
        assert!(view.can("conversation.edit", Some(record), NOW));
        for permission in [
            "contacts.delete",
            "conversations.delete",
            "conversations.delete-notes",
        ] {
            let decision = view.decide(permission, Some(record), NOW);
            assert_eq!(
                (decision.code, decision.outcome),
                (ReasonCode::NotGranted, Outcome::Hide),
                "{permission}"
            );
        }
    }
}

#[test]
fn userlike_rule_22_an_analyst_has_the_message_center_and_cannot_reply() {
    let analyst = holder("analyst");
    let view = analyst.in_workspace(None);
    assert!(view.can("message-center", None, NOW));
    assert!(view.can("analytics:write", None, NOW));
    for record in categories() {
        assert!(view.can("conversation.see", Some(&record), NOW));
        let reply = view.decide("conversation.reply", Some(&record), NOW);
        assert_eq!(
            (reply.code, reply.outcome),
            (ReasonCode::Relation, Outcome::Disable),
            "{record:?}"
        );
        assert!(!view.can("conversation.edit", Some(&record), NOW));
    }
    let raised = edited("analyst", json!({"analyst": {LEVELS[1]: "write"}}));
    let [_, unassigned, ..] = categories();
    assert!(
        raised
            .in_workspace(None)
            .can("conversation.reply", Some(&unassigned), NOW)
    );
}

#[test]
fn userlike_rule_23_an_analyst_exports_nothing_until_a_level_is_write() {
    let export = |edits: Value| {
        let analyst = edited("analyst", edits);
        let view = analyst.in_workspace(None);
        let exported: Vec<bool> = conversations()
            .iter()
            .map(|record| view.can("conversations.export", Some(record), NOW))
            .collect();
        (view.maybe("conversations.export", NOW), exported)
    };
    let (maybe, exported) = export(json!({}));
    assert!(!maybe && !exported.contains(&true), "{exported:?}");

    // The switch itself is on: what is missing is WRITE.
    let analyst = holder("analyst");
    for record in categories() {
        let decision =
            analyst
                .in_workspace(None)
                .decide("conversations.export", Some(&record), NOW);
        assert_eq!(
            (decision.code, decision.outcome),
            (ReasonCode::Prerequisite, Outcome::Disable)
        );
        let missing: Vec<_> = decision
            .missing
            .iter()
            .map(|missing| missing.prerequisite.clone())
            .collect();
        let write = ("conversation.access".to_owned(), Level::Write);
        assert_eq!(missing, [Some(write)]);
    }

    for raised in LEVELS {
        let (maybe, exported) = export(json!({"analyst": {raised: "write"}}));
        let levels = LEVELS.map(|level| {
            if level == raised {
                Level::Write
            } else {
                Level::Read
            }
        });
        let expected: Vec<bool> = conversations()
            .iter()
            .map(|record| ruled(levels, record) == Level::Write)
            .collect();
        assert!(expected.contains(&true) && expected.contains(&false));
        assert!(maybe, "{raised}");
        assert_eq!(exported, expected, "{raised}");
        let off = json!({"analyst": {raised: "write", "conversations.export": "off"}});
        assert!(!export(off).1.contains(&true), "{raised}");
    }
}

#[test]
fn userlike_rule_24_an_agent_works_in_the_message_center_only() {
    let agent = holder("agent");
    let view = agent.in_workspace(None);
    let held: Vec<String> = rows()
        .into_iter()
        .filter(|row| view.can(&row.id, row.record().as_ref(), NOW))
        .map(|row| row.id)
        .collect();
    assert_eq!(
        held,
        ["message-center", LEVELS[0], LEVELS[1], "contacts.view"]
    );
    for (record, answers) in categories().iter().zip([true, true, false, false]) {
        for permission in [
            "conversation.see",
            "conversation.reply",
            "conversation.edit",
        ] {
            assert_eq!(
                view.can(permission, Some(record), NOW),
                answers,
                "{permission} on {record:?}"
            );
        }
    }
}

#[test]
fn userlike_rule_25_the_analyst_role_can_be_given_edit_contacts() {
    let values = json!({"contacts.edit": "on"});
    for (actor, may) in ROLES.iter().zip([true, true, false, false, false, false]) {
        let held = holder(actor);
        let roles = held.in_workspace(None).roles(NOW);
        let violations = roles.check_edit(Proposal::Edit("analyst"), &values.to_string());
        let first = violations.first().map(|violation| violation.code);
        assert_eq!(
            first,
            (!may).then_some(ViolationCode::NotEditable),
            "{actor}"
        );
        assert_eq!(
            roles.allowed_values("analyst", "contacts.edit"),
            if may {
                vec![Level::Off, Level::On]
            } else {
                vec![]
            },
            "{actor}"
        );
    }
    assert!(
        !holder("analyst")
            .in_workspace(None)
            .can("contacts.edit", None, NOW)
    );
    let raised = edited("analyst", json!({"analyst": values}));
    assert!(raised.in_workspace(None).can("contacts.edit", None, NOW));
}

#[test]
fn userlike_rule_26_only_the_owner_edits_the_manager_role() {
    for actor in ROLES {
        let held = holder(actor);
        let roles = held.in_workspace(None).roles(NOW);
        assert_eq!(roles.can_edit("manager"), actor == "owner", "{actor}");
    }
    let manager = holder("manager");
    let view = manager.in_workspace(None);
    assert_eq!(view.level("roles", None, NOW), Level::Write);
    let roles = view.roles(NOW);
    for other in ["admin", "staff", "analyst"] {
        assert!(roles.can_edit(other), "{other}");
    }
    // In Agent there is no value to choose.
    assert!(!roles.can_edit("agent"));
    for row in rows() {
        assert_eq!(roles.allowed_values("manager", &row.id), [], "{}", row.name);
    }
    let violations = roles.check_edit(Proposal::Edit("manager"), r#"{"company": "read"}"#);
    assert_eq!(violations[0].code, ViolationCode::NotEditable);
    assert_eq!(violations[0].message, "this person may not edit the role");
}

#[test]
fn userlike_rule_27_only_owner_and_manager_can_hold_roles_at_write() {
    for role in ["admin", "staff", "analyst", "agent"] {
        for value in ["read", "write"] {
            let edits = json!({role: {"roles": value}});
            assert_eq!(refusal(role, &edits), not_unlocked("roles"), "{role}");
        }
    }
    for actor in ROLES {
        let held = holder(actor);
        let view = held.in_workspace(None);
        let writes = ["owner", "manager"].contains(&actor);
        assert_eq!(view.can("roles:write", None, NOW), writes, "{actor}");
        for role in ["admin", "staff", "analyst", "agent"] {
            let may = writes && role != "agent";
            assert_eq!(view.roles(NOW).can_edit(role), may, "{actor}: {role}");
        }
    }
    let reader = edited("manager", json!({"manager": {"roles": "read"}}));
    for role in ROLES {
        assert!(
            !reader.in_workspace(None).roles(NOW).can_edit(role),
            "{role}"
        );
    }
}

#[test]
fn userlike_who_hands_out_which_role() {
    const BELOW: [&str; 4] = ["admin", "staff", "analyst", "agent"];
    let mut actors: Vec<(&str, Gate)> = ROLES.map(|role| (role, holder(role))).to_vec();
    for right in ["roles", "operator-settings"] {
        let edits = json!({"manager": {right: "read"}});
        actors.push(("less than a manager", edited("manager", edits)));
    }
    let mut held: Vec<Vec<&str>> = ROLES.map(|role| vec![role]).to_vec();
    held.extend([vec![], vec!["manager", "staff"], vec!["admin", "staff"]]);
    for (actor, gate) in &actors {
        let roles = gate.in_workspace(None).roles(NOW);
        for is_self in [false, true] {
            let unknown = Assignment {
                target: None,
                is_self,
            };
            assert_eq!(roles.assignable(unknown), [""; 0], "{actor}");
            for held in &held {
                let target = Assignment {
                    target: Some(held),
                    is_self,
                };
                let expected: &[&str] = match *actor {
                    "owner" if !held.contains(&"owner") => {
                        &["manager", "admin", "staff", "analyst", "agent"]
                    }
                    "manager" if held.iter().all(|role| BELOW.contains(role)) => &BELOW,
                    _ => &[],
                };
                assert_eq!(roles.assignable(target), expected, "{actor}: {target:?}");
            }
        }
    }
}

#[test]
fn userlike_without_the_message_center_there_are_no_conversations() {
    let held = edited("manager", json!({"manager": {"message-center": "off"}}));
    let view = held.in_workspace(None);
    for (permission, outcome) in [
        ("conversation.see", Outcome::Hide),
        ("conversation.access", Outcome::Hide),
        ("conversation.reply", Outcome::Hide),
        ("conversation.edit", Outcome::Hide),
        ("conversations.delete", Outcome::Disable),
        ("conversations.export", Outcome::Disable),
        ("conversations.delete-notes", Outcome::Disable),
        ("contacts.edit-in-conversation", Outcome::Disable),
        (LEVELS[0], Outcome::Hide),
        (LEVELS[1], Outcome::Hide),
        (LEVELS[2], Outcome::Hide),
        (LEVELS[3], Outcome::Hide),
        ("contacts.view", Outcome::Hide),
    ] {
        for record in categories() {
            let decision = view.decide(permission, Some(&record), NOW);
            assert_eq!(
                (decision.code, decision.outcome),
                (ReasonCode::Prerequisite, outcome),
                "{permission} on {record:?}"
            );
        }
        assert!(!view.maybe(permission, NOW), "{permission}");
    }
    for permission in ["contacts.edit", "contacts.delete", "analytics"] {
        assert!(view.can(permission, None, NOW), "{permission}");
    }
}

#[test]
fn userlike_nobody_creates_a_role() {
    for actor in ROLES {
        let held = holder(actor);
        let roles = held.in_workspace(None).roles(NOW);
        for based_on in [None, Some("agent")] {
            let violations = roles.check_edit(Proposal::New { based_on }, "{}");
            assert_eq!(
                violations.first().map(|violation| violation.code),
                Some(ViolationCode::NotEditable),
                "{actor}"
            );
        }
    }
    // Nor does a snapshot bring one, which would hold what is fixed at OFF for every other.
    for base in [json!({}), json!({"based_on": "staff"})] {
        let own = json!({"id": "boss", "label": {"en": "Boss"}, "values": {}});
        let membership = json!([{"workspace": "o1", "roles": ["boss"], "groups": ["g1"]}]);
        for values in [json!({}), json!({"roles": "write", "company": "write"})] {
            let own = with(with(own.clone(), base.clone()), json!({"values": values}));
            let claims = with(
                claims(&CATALOG, membership.clone()),
                json!({"roles": [own]}),
            );
            let error = snapshot(&CATALOG, &claims).unwrap_err();
            assert_eq!(error.code(), ErrorCode::SnapshotInvalid);
            assert_eq!(
                error.to_string(),
                "roles[0].id: is not a role of the catalog, and the catalog lets tenants add none"
            );
        }
    }
}

#[test]
fn userlike_the_highest_of_several_roles_counts() {
    let both = json!([{"workspace": "o1", "roles": ["staff", "analyst"], "groups": ["g1"]}]);
    let held = gate(&CATALOG, &claims(&CATALOG, both));
    let view = held.in_workspace(None);
    assert_eq!(view.level("analytics", None, NOW), Level::Write);
    assert_eq!(view.level(LEVELS[0], None, NOW), Level::Write);
    assert_eq!(view.level(LEVELS[2], None, NOW), Level::Read);
}

/// A row of the table, and the permission of the catalog that stands in its place.
struct Row {
    number: &'static str,
    name: &'static str,
    /// The values of the third column, in their order.
    domain: Vec<Level>,
    cells: Vec<Cell>,
    id: String,
    is_about_a_conversation: bool,
}

/// `WRITE (OFF, READ)`, or `OFF fixed`.
struct Cell {
    default: Level,
    others: Vec<Level>,
}

impl Row {
    /// A record to ask with: an unassigned conversation of the own group.
    fn record(&self) -> Option<Record<'static>> {
        self.is_about_a_conversation
            .then(|| conversation(NOBODY, Fact::Id("g1"), Fact::Id("o1")))
    }
}

/// The table's rows beside the catalog's stored permissions: the same names in the same order.
fn rows() -> Vec<Row> {
    let catalog: Value = serde_json::from_str(CATALOG_JSON).unwrap();
    let permissions = list(&catalog["areas"]).flat_map(|area| {
        let stored = list(&area["permissions"]).filter(|one| one["rule"].is_null());
        stored.map(|one| (text(&area["label"]["en"]), one))
    });
    let permissions: Vec<_> = permissions.collect();
    let lines: Vec<&str> = TABLE.lines().skip(1).collect();
    assert_eq!(lines.len(), permissions.len());
    let rows = lines.iter().zip(permissions);
    rows.map(|(line, (area, permission))| {
        let columns: Vec<&str> = line.split('\t').collect();
        let label = text(&permission["label"]["en"]);
        assert_eq!(columns[1..3], [area, label]);
        let domain: Vec<Level> = columns[3].split(", ").map(level).collect();
        let is_level = permission["values"] == "level";
        assert_eq!(domain.len(), if is_level { 3 } else { 2 }, "{label}");
        Row {
            number: columns[0],
            name: columns[2],
            domain,
            cells: columns[4..].iter().map(|cell| self::cell(cell)).collect(),
            id: text(&permission["id"]).to_owned(),
            is_about_a_conversation: permission["record"] == "conversation",
        }
    })
    .collect()
}

#[track_caller]
fn cell(text: &str) -> Cell {
    let (default, rest) = text.split_once(' ').unwrap();
    let others = match rest {
        "fixed" => Vec::new(),
        _ => {
            let others = rest
                .strip_prefix('(')
                .and_then(|rest| rest.strip_suffix(')'));
            others.unwrap().split(", ").map(level).collect()
        }
    };
    Cell {
        default: level(default),
        others,
    }
}

#[track_caller]
fn level(text: &str) -> Level {
    Level::parse(&text.to_lowercase()).unwrap()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

#[track_caller]
fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Claims about somebody with that role in organization `o1` and its group `g1`, where the tenant
/// has edited roles: `edits` is an object from role to the changed values.
fn person(role: &str, edits: &Value) -> Value {
    let membership = json!([{"workspace": "o1", "roles": [role], "groups": ["g1"]}]);
    let roles: Vec<Value> = edits
        .as_object()
        .unwrap()
        .iter()
        .map(|(id, values)| json!({"id": id, "values": values}))
        .collect();
    with(claims(&CATALOG, membership), json!({"roles": roles}))
}

#[track_caller]
fn edited(role: &str, edits: Value) -> Gate {
    gate(&CATALOG, &person(role, &edits))
}

#[track_caller]
fn holder(role: &str) -> Gate {
    edited(role, json!({}))
}

/// Why such a snapshot is refused.
#[track_caller]
fn refusal(role: &str, edits: &Value) -> String {
    let error: Error = snapshot(&CATALOG, &person(role, edits)).unwrap_err();
    assert_eq!(error.code(), ErrorCode::SnapshotInvalid);
    error.to_string()
}

fn not_unlocked(permission: &str) -> String {
    format!(
        "roles[0].values: the value of `{permission}` is neither the one of the role nor one that it unlocks"
    )
}

/// Somebody of that role to ask for the row's capability with nothing else in the way: a capability
/// about conversations also needs WRITE on the one asked about.
#[track_caller]
fn gate_for_value(row: &Row, role: &str, mut edits: Value) -> Gate {
    if row.is_about_a_conversation && CUSTOMISABLE.contains(&role) {
        edits[role][LEVELS[1]] = json!("write");
    }
    edited(role, edits)
}

/// What the row's capability is worth to a holder of that role.
#[track_caller]
fn value(row: &Row, role: &str, edits: Value) -> Level {
    let held = gate_for_value(row, role, edits);
    held.in_workspace(None)
        .level(&row.id, row.record().as_ref(), NOW)
}

/// The capabilities of which the owner can choose no other value for that role.
fn fixed_values(role: &str) -> BTreeSet<String> {
    let owner = holder("owner");
    let roles = owner.in_workspace(None).roles(NOW);
    rows()
        .into_iter()
        .filter(|row| roles.allowed_values(role, &row.id).len() == 1)
        .map(|row| row.id)
        .collect()
}

/// A manager's values with these switches on and everything else off.
fn nothing_but(switches: &[&str]) -> Value {
    let values = rows().into_iter().map(|row| {
        let on = switches.contains(&row.id.as_str());
        (row.id, json!(if on { "on" } else { "off" }))
    });
    Value::Object(values.collect())
}

fn conversation<'a>(assignee: Fact<'a>, group: Fact<'a>, organization: Fact<'a>) -> Record<'a> {
    Record {
        assignee,
        group,
        organization,
        ..Record::default()
    }
}

/// A conversation for each of [`LEVELS`], of which no other of the four speaks but, in the own
/// group, the organization's.
fn categories() -> [Record<'static>; 4] {
    let in_group = |assignee, group| conversation(assignee, Fact::Id(group), Fact::Id("o1"));
    [
        in_group(COLLEAGUE, "g1"),
        in_group(NOBODY, "g1"),
        in_group(COLLEAGUE, "g2"),
        in_group(NOBODY, "g2"),
    ]
}

/// Every group and organization that a conversation can have: the own, another, none, and one that
/// was not read.
fn places() -> Vec<(Fact<'static>, Fact<'static>)> {
    let facts = |own, other| [Fact::Id(own), Fact::Id(other), Fact::Empty, Fact::Unread];
    let groups = facts("g1", "g2").into_iter();
    groups
        .flat_map(|group| facts("o1", "o2").map(|organization| (group, organization)))
        .collect()
}

/// Everybody's conversations everywhere.
fn conversations() -> Vec<Record<'static>> {
    let assignees = [ME, COLLEAGUE, NOBODY, Fact::Unread];
    let everywhere = assignees.into_iter().flat_map(|assignee| {
        let records = places().into_iter();
        records.map(move |(group, organization)| conversation(assignee, group, organization))
    });
    everywhere.collect()
}

/// What the four levels say about a conversation: in the own organization the higher one of its group
/// and its organization, in another nothing.
fn ruled(levels: [Level; 4], record: &Record<'_>) -> Level {
    let [
        assigned_group,
        unassigned_group,
        assigned_organization,
        unassigned_organization,
    ] = levels;
    let (of_group, of_organization) = match record.assignee {
        Fact::Id(_) => (assigned_group, assigned_organization),
        Fact::Empty => (unassigned_group, unassigned_organization),
        Fact::Unread => return Level::Off,
    };
    match (record.group, record.organization) {
        (Fact::Id("g1"), Fact::Id("o1")) => of_group.max(of_organization),
        (_, Fact::Id("o1")) => of_organization,
        _ => Level::Off,
    }
}

/// Asks managers whose four levels are each combination there is; `values` are their other changes.
fn for_all_levels(values: Value, ask: impl Fn([Level; 4], GateView<'_>)) {
    const STEPS: [Level; 3] = [Level::Off, Level::Read, Level::Write];
    for combination in 0..81 {
        let levels = [1, 3, 9, 27].map(|place| STEPS[combination / place % 3]);
        let mut values = values.clone();
        for (name, level) in LEVELS.iter().zip(levels) {
            values[*name] = json!(level.as_str());
        }
        let held = edited("manager", json!({"manager": values}));
        ask(levels, held.in_workspace(None));
    }
}
