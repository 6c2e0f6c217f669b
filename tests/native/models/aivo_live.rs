//! Aivo Live: the table cell by cell, the rules in the order of the catalog's page, and that nobody gets
//! round the ban on handing out Administrator.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use crate::util::{NOW, claims, gate, gate_with, shipped, snapshot, with};
use rolegate::{
    Assignment, Catalog, ErrorCode, Gate, Level, Outcome, Proposal, ReasonCode, ViolationCode,
};
use serde_json::{Value, json};

const TABLE: &str = include_str!("../../models/aivo-live.tsv");
const CATALOG: &str = include_str!("../../../catalogs/aivo-live.json");
const PAGE: &str = include_str!("../../../catalogs/aivo-live.md");

const ROLES: [&str; 6] = [
    "agent",
    "agent-dashboard",
    "coordinator",
    "agent-supervisor",
    "supervisor",
    "administrator",
];
const ALL_BUT_ADMINISTRATOR: [&str; 5] = [
    "agent",
    "agent-dashboard",
    "coordinator",
    "agent-supervisor",
    "supervisor",
];
/// A role of the tenant's own.
const OWN: &str = "team-lead";
/// Everything that Aivo can switch on for an account.
const EVERYTHING: &[&str] = &["video-calls", "custom-roles"];

const SOMEBODY_NEW: Assignment<'_> = Assignment {
    target: Some(&[]),
    is_self: false,
};

#[test]
fn aivo_table_names() {
    let catalog: Value = serde_json::from_str(CATALOG).unwrap();
    let header: Vec<&str> = TABLE.lines().next().unwrap().split('\t').collect();
    let roles = catalog["roles"].as_array().unwrap();
    let labels: Vec<&Value> = roles.iter().map(|role| &role["label"]["en"]).collect();
    assert_eq!(labels, header[4..]);
    let ids: Vec<&Value> = roles.iter().map(|role| &role["id"]).collect();
    assert_eq!(ids, ROLES);

    assert_eq!(ROWS.len(), 26);
    let mut found = BTreeSet::new();
    for (index, row) in ROWS.iter().enumerate() {
        assert_eq!(row.number, (index + 1).to_string());
        assert_eq!(row.permission["values"], "switch", "{}", row.label);
        found.insert(row.name);
    }
    let areas = catalog["areas"].as_array().unwrap().iter();
    let permissions: BTreeSet<&str> = areas
        .flat_map(|area| area["permissions"].as_array().unwrap())
        .map(|permission| permission["id"].as_str().unwrap())
        .collect();
    assert_eq!(found, permissions);
}

#[test]
fn aivo_table() {
    let mut cells = 0;
    for (column, role) in ROLES.iter().enumerate() {
        for entitlements in [EVERYTHING, &["video-calls"], &["custom-roles"], &[]] {
            let gate = gate_with(&aivo(), &[role], entitlements);
            let view = gate.in_workspace(None);
            for row in &*ROWS {
                let is_enabled = row
                    .condition
                    .is_none_or(|name| entitlements.contains(&name));
                let (reason, outcome, level) = match (row.cells[column], is_enabled) {
                    (Cell::No | Cell::Unknown, _) => {
                        (ReasonCode::NotGranted, Outcome::Hide, Level::Off)
                    }
                    (Cell::Yes, false) => (ReasonCode::NotEntitled, Outcome::Hide, Level::Off),
                    (Cell::Yes, true) => (ReasonCode::Granted, Outcome::Show, Level::On),
                };
                let place = format!(
                    "row {} of {role} with {entitlements:?}: {}",
                    row.number, row.name
                );
                let decision = view.decide(row.name, None, NOW);
                assert_eq!(
                    (decision.code, decision.outcome, decision.level),
                    (reason, outcome, level),
                    "{place}"
                );
                let explained = view.explain(row.name, None, NOW).decision;
                assert_eq!(explained, decision, "{place}");
                assert_eq!(view.maybe(row.name, NOW), level == Level::On, "{place}");
                cells += 1;
            }
        }
    }
    assert_eq!(cells, 4 * 156);
}

/// The sections of the side menu, and who sees each according to the pages.
const SECTIONS: [(&str, &[&str]); 7] = [
    (
        "Chat",
        &[
            "agent",
            "agent-dashboard",
            "coordinator",
            "agent-supervisor",
        ],
    ),
    (
        "Reports",
        &[
            "agent-dashboard",
            "coordinator",
            "agent-supervisor",
            "supervisor",
            "administrator",
        ],
    ),
    (
        "Clients",
        &[
            "coordinator",
            "agent-supervisor",
            "supervisor",
            "administrator",
        ],
    ),
    (
        "Users",
        &["agent-supervisor", "supervisor", "administrator"],
    ),
    (
        "Groups",
        &["agent-supervisor", "supervisor", "administrator"],
    ),
    (
        "Settings",
        &[
            "agent",
            "agent-dashboard",
            "agent-supervisor",
            "supervisor",
            "administrator",
        ],
    ),
    (
        "Monitor",
        &[
            "coordinator",
            "agent-supervisor",
            "supervisor",
            "administrator",
        ],
    ),
];

#[test]
fn aivo_areas_are_the_sections_of_the_menu() {
    let catalog: Value = serde_json::from_str(CATALOG).unwrap();
    let areas = catalog["areas"].as_array().unwrap();
    let sections: Vec<&str> = SECTIONS.iter().map(|(section, _)| *section).collect();
    for area in areas {
        let label = area["label"]["en"].as_str().unwrap();
        let names = names_in(area);
        for row in ROWS.iter().filter(|row| names.contains(&row.name)) {
            // Where the pages name no section, the area is a group made here.
            let expected = row.section.unwrap_or(label);
            assert_eq!(label, expected, "row {}", row.number);
            assert_eq!(row.section.is_some(), sections.contains(&label), "{label}");
        }
    }
    for (section, seen_by) in SECTIONS {
        let mut areas = areas.iter();
        let area = areas.find(|area| area["label"]["en"] == section).unwrap();
        for role in ROLES {
            for entitlements in [EVERYTHING, &["video-calls"], &["custom-roles"], &[]] {
                let gate = gate_with(&aivo(), &[role], entitlements);
                let view = gate.in_workspace(None);
                let is_seen = names_in(area).iter().any(|name| view.maybe(name, NOW));
                let place = format!("{section} of {role} with {entitlements:?}");
                assert_eq!(is_seen, seen_by.contains(&role), "{place}");
            }
        }
    }
}

#[test]
fn aivo_unknown_cells_are_listed() {
    let catalog = aivo();
    let listed: Vec<(&str, &str)> = catalog
        .unknowns()
        .map(|unknown| (unknown.role, unknown.permission))
        .collect();
    let mut expected = BTreeSet::new();
    for (column, role) in ROLES.iter().enumerate() {
        let unknown = ROWS.iter().filter(|row| row.cells[column] == Cell::Unknown);
        expected.extend(unknown.map(|row| (*role, row.name)));
    }
    assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), expected);
    assert_eq!(listed.len(), 20);
}

#[test]
fn aivo_page_names_tests_that_there_are() {
    let here = include_str!("aivo_live.rs");
    let named = PAGE
        .split('`')
        .filter(|word| word.starts_with("aivo_") && !word.contains('.'));
    let missing: Vec<&str> = named
        .clone()
        .filter(|name| !here.contains(&format!("#[test]\nfn {name}() {{")))
        .collect();
    assert_eq!(missing, [""; 0]);
    assert_eq!(named.count(), 20);
}

#[test]
fn aivo_rule_01_there_are_six_roles() {
    let administrator = gate_with(&aivo(), &["administrator"], &[]);
    let roles = administrator.in_workspace(None).roles(NOW);
    assert_eq!(roles.assignable(SOMEBODY_NEW), ROLES);
    // That a person has one role is not said, so several add up.
    let held = ROLES.map(|role| (role, held(role)));
    for (position, (one, of_one)) in held.iter().enumerate() {
        for (other, of_other) in &held[..position] {
            let both = allowed(&gate_with(&aivo(), &[one, other], EVERYTHING));
            assert_eq!(both, of_one | of_other, "{one} and {other}");
        }
    }
}

#[test]
fn aivo_rule_02_agent_chats_and_sees_shortcuts_and_tags() {
    let expected = [
        "chat.answer",
        "video-calls.start",
        "proactive-messages.send",
        "shortcuts-and-tags.view",
        "own-status.edit",
        "help-center.view",
    ];
    assert_eq!(held("agent"), set(&expected));
}

#[test]
fn aivo_rule_03_video_calls_need_to_be_enabled() {
    for role in ["agent", "agent-dashboard", "agent-supervisor"] {
        for (entitlements, reason, outcome) in [
            (&["video-calls"][..], ReasonCode::Granted, Outcome::Show),
            (&["custom-roles"], ReasonCode::NotEntitled, Outcome::Hide),
            (&[], ReasonCode::NotEntitled, Outcome::Hide),
        ] {
            let gate = gate_with(&aivo(), &[role], entitlements);
            let decision = gate
                .in_workspace(None)
                .decide("video-calls.start", None, NOW);
            assert_eq!(
                (decision.code, decision.outcome),
                (reason, outcome),
                "{role}"
            );
        }
    }
    // Whoever may enable them may do so while they are not enabled.
    let supervisor = gate_with(&aivo(), &["supervisor"], &[]);
    assert!(
        supervisor
            .in_workspace(None)
            .can("video-calls.manage", None, NOW)
    );
}

#[test]
fn aivo_rule_04_agent_dashboard_adds_the_metrics_dashboard() {
    let added = &held("agent-dashboard") - &held("agent");
    // Rule 12 is the other thing that the two differ in.
    let expected = ["reports.view-metrics-dashboard", "own-profile.edit"];
    assert_eq!(added, set(&expected));
    assert_eq!(&held("agent") - &held("agent-dashboard"), set(&[]));
    assert!(!held("agent-dashboard").contains("reports.view-waiting-sessions"));
}

#[test]
fn aivo_rule_05_coordinator_has_reports_and_clients() {
    let expected = [
        "chat.answer",
        "proactive-messages.send",
        "reports.view-metrics-dashboard",
        "reports.view-waiting-sessions",
        "reports.view-other-modules",
        "clients.view",
        "monitor.view",
        "own-status.edit",
        "own-profile.edit",
        "help-center.view",
    ];
    assert_eq!(held("coordinator"), set(&expected));
    let lacking = &held("agent") - &held("coordinator");
    assert_eq!(
        lacking,
        set(&["video-calls.start", "shortcuts-and-tags.view"])
    );
}

#[test]
fn aivo_rule_06_agent_supervisor_has_all_of_agent() {
    let supervisor = held("agent-supervisor");
    assert_eq!(&held("agent") - &supervisor, set(&[]));
    let administration = [
        "reports.view-metrics-dashboard",
        "reports.view-waiting-sessions",
        "reports.view-other-modules",
        "clients.view",
        "users.manage",
        "groups.manage",
        "triggers.manage",
        "shortcuts.manage",
        "messages.manage",
        "video-calls.manage",
        "engage.connect",
    ];
    assert_eq!(&set(&administration) - &supervisor, set(&[]));
}

#[test]
fn aivo_rule_07_agent_supervisor_hands_out_every_role_but_administrator() {
    for role in ["agent-supervisor", "supervisor"] {
        let gate = gate_with(&aivo(), &[role], EVERYTHING);
        let view = gate.in_workspace(None);
        let roles = view.roles(NOW);
        assert!(view.can("users.manage", None, NOW), "{role}");
        assert!(!view.can("users.assign-administrator", None, NOW), "{role}");

        // To somebody new, to each holder of the five, and to oneself.
        assert_eq!(roles.assignable(SOMEBODY_NEW), ALL_BUT_ADMINISTRATOR);
        for target in ALL_BUT_ADMINISTRATOR {
            let held = [target];
            let others = target_with(&held, false);
            assert_eq!(
                roles.assignable(others),
                ALL_BUT_ADMINISTRATOR,
                "{role} to {target}"
            );
        }
        let self_target = target_with(std::slice::from_ref(&role), true);
        assert_eq!(
            roles.assignable(self_target),
            ALL_BUT_ADMINISTRATOR,
            "{role} to self"
        );
        assert!(
            !roles.can_assign("administrator", self_target),
            "{role} to self"
        );

        // Nothing at all to an Administrator, whatever else that person holds, or to somebody unknown.
        for target in [
            target_with(&["administrator"], false),
            target_with(&["agent", "administrator"], false),
            target_with(&["administrator"], true),
            Assignment::default(),
            Assignment {
                target: None,
                is_self: true,
            },
        ] {
            assert_eq!(roles.assignable(target), [""; 0], "{role} to {target:?}");
        }
    }
    for role in ["agent", "agent-dashboard", "coordinator"] {
        let gate = gate_with(&aivo(), &[role], EVERYTHING);
        let roles = gate.in_workspace(None).roles(NOW);
        assert_eq!(roles.assignable(SOMEBODY_NEW), [""; 0], "{role}");
        assert_eq!(
            roles.assignable(target_with(&[role], true)),
            [""; 0],
            "{role}"
        );
    }
}

#[test]
fn aivo_rule_07_no_way_round_through_a_custom_role() {
    // Making one: not theirs, whatever is in it.
    let supervisor = with_own_role(&["agent-supervisor"], json!({}), EVERYTHING);
    let roles = supervisor.in_workspace(None).roles(NOW);
    for based_on in [None, Some("agent"), Some("administrator")] {
        for values in ["{}", r#"{"users.assign-administrator": "on"}"#] {
            let violations = roles.check_edit(Proposal::New { based_on }, values);
            assert_eq!(
                violations[0].code,
                ViolationCode::NotEditable,
                "{based_on:?} {values}"
            );
        }
    }
    assert!(!roles.can_edit(OWN));
    assert_eq!(roles.allowed_values(OWN, "users.assign-administrator"), []);
    // Handing out one that there is: not theirs either, to anybody, even where it holds nothing.
    for target in [
        SOMEBODY_NEW,
        target_with(&["agent"], false),
        target_with(&["agent-supervisor"], true),
        target_with(&[OWN], false),
    ] {
        assert!(!roles.can_assign(OWN, target), "{target:?}");
    }
    // Holding one: it lifts no ban, with everything in it that a role of the tenant may have.
    let everything = ROWS
        .iter()
        .filter(|row| !["users.assign-administrator", "roles.manage"].contains(&row.name));
    let everything = Value::from_iter(everything.map(|row| (row.name, "on")));
    for held in [&[OWN][..], &[OWN, "agent-supervisor"], &[OWN, "supervisor"]] {
        let holder = with_own_role(held, everything.clone(), EVERYTHING);
        let view = holder.in_workspace(None);
        assert!(!view.can("users.assign-administrator", None, NOW));
        let roles = view.roles(NOW);
        assert_eq!(
            roles.assignable(SOMEBODY_NEW),
            ALL_BUT_ADMINISTRATOR,
            "{held:?}"
        );
        assert!(!roles.can_assign("administrator", target_with(held, true)));
        assert_eq!(
            roles.assignable(target_with(held, true)),
            [""; 0],
            "{held:?}"
        );
        assert!(!roles.can_edit(OWN));
    }
    // And no snapshot brings a role that would be another Administrator.
    let what = "is reserved for roles of the catalog";
    for (role, name) in [
        (
            json!({"values": {"users.assign-administrator": "on"}}),
            "users.assign-administrator",
        ),
        (json!({"values": {"roles.manage": "on"}}), "roles.manage"),
        (
            json!({"based_on": "administrator", "values": {"users.assign-administrator": "on"}}),
            "users.assign-administrator",
        ),
    ] {
        let role = with(json!({"id": OWN, "label": {"en": "Team lead"}}), role);
        let refused = refused(json!([role]));
        let message = format!("roles[0].values: `{name}` {what}");
        assert_eq!(refused, (ErrorCode::SnapshotInvalid, message));
    }
    let based =
        json!({"id": OWN, "label": {"en": "Team lead"}, "based_on": "administrator", "values": {}});
    let membership = json!([{"workspace": "w1", "roles": [OWN]}]);
    let copy = gate(
        &aivo(),
        &with(
            claims(&aivo(), membership),
            json!({"roles": [based], "entitlements": EVERYTHING}),
        ),
    );
    assert!(copy.in_workspace(None).can("users.manage", None, NOW));
    for reserved in ["users.assign-administrator", "roles.manage"] {
        assert!(
            !copy.in_workspace(None).can(reserved, None, NOW),
            "{reserved}"
        );
    }
}

#[test]
fn aivo_rule_08_supervisor_has_no_chat_and_changes_photos() {
    let (supervisor, agent_supervisor) = (held("supervisor"), held("agent-supervisor"));
    assert_eq!(&supervisor - &agent_supervisor, set(&["agent-photos.edit"]));
    // Video calls and the status go with the conversations.
    let lost = [
        "chat.answer",
        "proactive-messages.send",
        "video-calls.start",
        "own-status.edit",
    ];
    assert_eq!(&agent_supervisor - &supervisor, set(&lost));
    assert!(held("agent").contains("chat.answer"));
    let gate = gate_with(&aivo(), &["supervisor"], EVERYTHING);
    let decision = gate.in_workspace(None).decide("chat.answer", None, NOW);
    assert_eq!(
        (decision.code, decision.outcome),
        (ReasonCode::NotGranted, Outcome::Hide)
    );
}

#[test]
fn aivo_rule_09_only_administrator_hands_out_administrator() {
    let administrator = held("administrator");
    let expected = [
        "login.open-metrics-dashboard",
        "reports.view-metrics-dashboard",
        "reports.view-waiting-sessions",
        "reports.view-other-modules",
        "groups.manage",
        "shortcuts-and-tags.view",
        "triggers.manage",
        "shortcuts.manage",
        "messages.manage",
        "video-calls.manage",
        "engage.connect",
        "clients.view",
        "users.assign-administrator",
    ];
    assert_eq!(&set(&expected) - &administrator, set(&[]));
    assert_eq!(
        holders("login.open-metrics-dashboard"),
        set(&["administrator"])
    );
    assert_eq!(
        holders("users.assign-administrator"),
        set(&["administrator"])
    );
    for role in ROLES {
        let gate = gate_with(&aivo(), &[role], EVERYTHING);
        let roles = gate.in_workspace(None).roles(NOW);
        for target in [
            SOMEBODY_NEW,
            target_with(&["agent"], false),
            target_with(&["administrator"], false),
            Assignment::default(),
        ] {
            let may = roles.can_assign("administrator", target);
            assert_eq!(may, role == "administrator", "{role} to {target:?}");
        }
    }
    // The ban stays with several roles, unless Administrator is among them.
    let all_but = gate_with(&aivo(), &ALL_BUT_ADMINISTRATOR, EVERYTHING);
    let roles = all_but.in_workspace(None).roles(NOW);
    assert_eq!(roles.assignable(SOMEBODY_NEW), ALL_BUT_ADMINISTRATOR);
    let both = gate_with(&aivo(), &["agent-supervisor", "administrator"], &[]);
    assert_eq!(
        both.in_workspace(None).roles(NOW).assignable(SOMEBODY_NEW),
        ROLES
    );
}

#[test]
fn aivo_rule_10_the_roles_are_no_ladder() {
    for lower in [
        "agent",
        "agent-dashboard",
        "coordinator",
        "agent-supervisor",
    ] {
        for higher in ["supervisor", "administrator"] {
            for name in ["chat.answer", "proactive-messages.send"] {
                assert!(held(lower).contains(name), "{name} of {lower}");
                assert!(!held(higher).contains(name), "{name} of {higher}");
            }
        }
    }
}

#[test]
fn aivo_rule_11_everyone_has_the_help_center() {
    assert_eq!(holders("help-center.view"), set(&ROLES));
}

#[test]
fn aivo_rule_12_all_but_agent_edit_their_own_data() {
    assert_eq!(holders("own-profile.edit"), &set(&ROLES) - &set(&["agent"]));
}

#[test]
fn aivo_rule_13_photos_are_changed_in_the_users_section() {
    let expected = set(&["supervisor", "administrator"]);
    assert_eq!(holders("agent-photos.edit"), expected);
    // A role of the tenant's own that lists the photo and not the section changes none.
    for (values, reason, outcome) in [
        (
            json!({"agent-photos.edit": "on"}),
            ReasonCode::Prerequisite,
            Outcome::Hide,
        ),
        (
            json!({"agent-photos.edit": "on", "users.manage": "on"}),
            ReasonCode::Granted,
            Outcome::Show,
        ),
        (
            json!({"users.manage": "on"}),
            ReasonCode::NotGranted,
            Outcome::Hide,
        ),
    ] {
        let gate = with_own_role(&[OWN], values.clone(), EVERYTHING);
        let decision = gate
            .in_workspace(None)
            .decide("agent-photos.edit", None, NOW);
        assert_eq!(
            (decision.code, decision.outcome),
            (reason, outcome),
            "{values}"
        );
    }
}

#[test]
fn aivo_rule_14_supervisor_and_administrator_have_no_status() {
    let expected = &set(&ROLES) - &set(&["supervisor", "administrator"]);
    assert_eq!(holders("own-status.edit"), expected);
}

#[test]
fn aivo_rule_15_monitor_and_transfer() {
    let monitor = [
        "coordinator",
        "agent-supervisor",
        "supervisor",
        "administrator",
    ];
    assert_eq!(holders("monitor.view"), set(&monitor));
    let transfer = set(&["agent-supervisor", "supervisor"]);
    assert_eq!(holders("monitor.transfer-conversations"), transfer);
}

#[test]
fn aivo_rule_17_what_agent_and_coordinator_lack() {
    let lacks = [
        "reports.view-metrics-dashboard",
        "reports.view-waiting-sessions",
        "reports.view-other-modules",
        "monitor.view",
        "users.manage",
    ];
    assert_eq!(&set(&lacks) & &held("agent"), set(&[]));
    let lacks = [
        "users.manage",
        "groups.manage",
        "triggers.manage",
        "shortcuts.manage",
        "messages.manage",
        "break-requests.view",
    ];
    assert_eq!(&set(&lacks) & &held("coordinator"), set(&[]));
    // That Coordinator has no break requests is said, and no cell left open.
    let catalog = aivo();
    let mut unknowns = catalog.unknowns();
    assert!(!unknowns.any(|unknown| {
        (unknown.role, unknown.permission) == ("coordinator", "break-requests.view")
    }));
}

#[test]
fn aivo_rule_18_custom_roles_need_activation_and_an_administrator() {
    for role in ROLES {
        for entitlements in [EVERYTHING, &["custom-roles"], &["video-calls"], &[]] {
            let may = role == "administrator" && entitlements.contains(&"custom-roles");
            let place = format!("{role} with {entitlements:?}");
            let gate = gate_with(&aivo(), &[role], entitlements);
            let view = gate.in_workspace(None);
            let roles = view.roles(NOW);
            assert_eq!(view.can("roles.manage", None, NOW), may, "{place}");
            let violations = roles.check_edit(Proposal::New { based_on: None }, "{}");
            assert_eq!(violations.is_empty(), may, "{place}: {violations:?}");
            if !entitlements.contains(&"custom-roles") {
                // Not activated, there is none to edit or to hand out.
                let own = json!({"id": OWN, "label": {"en": "Team lead"}, "values": {}});
                let what = "roles[0].id: is a new role, which needs the entitlement `custom-roles`";
                let expected = (ErrorCode::SnapshotInvalid, what.to_owned());
                assert_eq!(
                    refused_with(entitlements, json!([own])),
                    expected,
                    "{place}"
                );
                continue;
            }
            let gate = with_own_role(&[role], json!({"chat.answer": "on"}), entitlements);
            let roles = gate.in_workspace(None).roles(NOW);
            assert_eq!(roles.can_edit(OWN), may, "{place}");
            assert_eq!(roles.can_assign(OWN, SOMEBODY_NEW), may, "{place}");
        }
    }
    // Not activated is not the customer's to buy on the spot.
    let gate = gate_with(&aivo(), &["administrator"], &[]);
    let decision = gate.in_workspace(None).decide("roles.manage", None, NOW);
    assert_eq!(
        (decision.code, decision.outcome),
        (ReasonCode::NotEntitled, Outcome::Hide)
    );
    // A role of the tenant's own holds what is listed and nothing else.
    let listed = json!({"monitor.view": "on", "reports.view-metrics-dashboard": "on"});
    let lead = with_own_role(&[OWN], listed, EVERYTHING);
    let expected = set(&["monitor.view", "reports.view-metrics-dashboard"]);
    assert_eq!(allowed(&lead), expected);
    // An Administrator puts everything into one but what makes an Administrator.
    let administrator = with_own_role(&["administrator"], json!({}), EVERYTHING);
    let roles = administrator.in_workspace(None).roles(NOW);
    for row in &*ROWS {
        let proposal = Proposal::New { based_on: None };
        let values = json!({row.name: "on"}).to_string();
        let violations = roles.check_edit(proposal, &values);
        let codes: Vec<ViolationCode> = violations.iter().map(|one| one.code).collect();
        if ["users.assign-administrator", "roles.manage"].contains(&row.name) {
            assert_eq!(codes, [ViolationCode::Reserved], "{}", row.name);
            assert_eq!(roles.allowed_values(OWN, row.name), [Level::Off]);
        } else if holders(row.name).is_empty() {
            // Nobody has break requests for certain, so nobody can hand them on.
            assert_eq!(row.name, "break-requests.view");
            assert_eq!(codes, [ViolationCode::ExceedsAuthor], "{}", row.name);
        } else {
            assert_eq!(codes, [], "{}", row.name);
            assert_eq!(roles.allowed_values(OWN, row.name), [Level::Off, Level::On]);
        }
    }
    let beyond = with_own_role(
        &["administrator"],
        json!({"break-requests.view": "on"}),
        EVERYTHING,
    );
    assert!(
        !beyond
            .in_workspace(None)
            .roles(NOW)
            .can_assign(OWN, SOMEBODY_NEW)
    );
    // The six default roles are nobody's to edit, in the product or in a snapshot.
    for role in ROLES {
        assert!(!roles.can_edit(role), "{role}");
    }
    let message = "roles[0].values: the value of `users.manage` is neither the one of the role nor one that it unlocks";
    assert_eq!(
        refused(json!([{"id": "agent", "values": {"users.manage": "on"}}])),
        (ErrorCode::SnapshotInvalid, message.to_owned())
    );
}

#[test]
fn aivo_rule_19_the_change_log_is_for_administrator() {
    assert_eq!(holders("change-log.view"), set(&["administrator"]));
}

#[derive(Clone, Copy, PartialEq)]
enum Cell {
    Yes,
    No,
    Unknown,
}

/// A row of the table, and the permission that has its label in the catalog.
struct Row {
    number: &'static str,
    label: &'static str,
    /// The section of the side menu that the pages put it in.
    section: Option<&'static str>,
    /// The entitlement it needs.
    condition: Option<&'static str>,
    cells: Vec<Cell>,
    permission: Value,
    name: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let catalog: Value = serde_json::from_str(CATALOG).unwrap();
    let areas = catalog["areas"].as_array().unwrap().iter();
    let permissions: Vec<&Value> = areas
        .flat_map(|area| area["permissions"].as_array().unwrap())
        .collect();
    let row = |line: &'static str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let cell = |text: &&str| match *text {
            "yes" => Cell::Yes,
            "no" => Cell::No,
            "unknown" => Cell::Unknown,
            other => panic!("{line} says {other}"),
        };
        let mut permissions = permissions.iter();
        let permission = permissions.find(|permission| permission["label"]["en"] == columns[2]);
        let permission = Value::clone(permission.unwrap_or_else(|| panic!("no {line}")));
        Row {
            number: columns[0],
            section: (columns[1] != "-").then_some(columns[1]),
            label: columns[2],
            condition: match columns[3] {
                "-" => None,
                "Video calls" => Some("video-calls"),
                "Roles and Permissions" => Some("custom-roles"),
                other => panic!("{line} says {other}"),
            },
            cells: columns[4..].iter().map(cell).collect(),
            name: String::leak(permission["id"].as_str().unwrap().to_owned()),
            permission,
        }
    };
    TABLE.lines().skip(1).map(row).collect()
});

/// The names of an area's permissions.
fn names_in(area: &Value) -> Vec<&str> {
    let permissions = area["permissions"].as_array().unwrap().iter();
    permissions
        .map(|permission| permission["id"].as_str().unwrap())
        .collect()
}

fn aivo() -> Arc<Catalog> {
    static AIVO: LazyLock<Arc<Catalog>> = LazyLock::new(|| shipped("aivo-live"));
    Arc::clone(&AIVO)
}

/// Somebody with `roles`, in a snapshot that brings the role [`OWN`] with these values.
#[track_caller]
fn with_own_role(roles: &[&str], values: Value, entitlements: &[&str]) -> Gate {
    let catalog = aivo();
    let own = json!({"id": OWN, "label": {"en": "Team lead"}, "values": values});
    let claims = with(
        claims(&catalog, json!([{"workspace": "w1", "roles": roles}])),
        json!({"entitlements": entitlements, "roles": [own]}),
    );
    gate(&catalog, &claims)
}

/// How a snapshot with these `roles` is refused.
#[track_caller]
fn refused(roles: Value) -> (ErrorCode, String) {
    refused_with(EVERYTHING, roles)
}

/// The same, where Aivo has switched these things on.
#[track_caller]
fn refused_with(entitlements: &[&str], roles: Value) -> (ErrorCode, String) {
    let catalog = aivo();
    let claims = with(
        claims(&catalog, json!([])),
        json!({"roles": roles, "entitlements": entitlements}),
    );
    let error = snapshot(&catalog, &claims).unwrap_err();
    (error.code(), error.to_string())
}

fn target_with<'a>(roles: &'a [&'a str], is_self: bool) -> Assignment<'a> {
    Assignment {
        target: Some(roles),
        is_self,
    }
}

fn allowed(gate: &Gate) -> BTreeSet<&'static str> {
    let view = gate.in_workspace(None);
    let names = ROWS.iter().map(|row| row.name);
    names.filter(|name| view.can(name, None, NOW)).collect()
}

/// What a role gives with everything switched on.
#[track_caller]
fn held(role: &str) -> BTreeSet<&'static str> {
    allowed(&gate_with(&aivo(), &[role], EVERYTHING))
}

/// The roles that give a permission, with everything switched on.
fn holders(name: &str) -> BTreeSet<&'static str> {
    let roles = ROLES.into_iter();
    roles.filter(|role| held(role).contains(name)).collect()
}

fn set(names: &[&'static str]) -> BTreeSet<&'static str> {
    names.iter().copied().collect()
}
