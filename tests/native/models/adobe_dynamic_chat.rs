//! Adobe Dynamic Chat: the table cell by cell, with Prime and without, and the rules in the order of the
//! catalog's page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use crate::util::{NOW, claims, gate, gate_with, shipped, with};
use rolegate::{Assignment, Catalog, Change, Gate, Level, Outcome, Proposal, ReasonCode};
use serde_json::{Value, json};

const TABLE: &str = include_str!("../../models/adobe-dynamic-chat.tsv");
const CATALOG: &str = include_str!("../../../catalogs/adobe-dynamic-chat.json");
const PAGE: &str = include_str!("../../../catalogs/adobe-dynamic-chat.md");

const ROLES: [&str; 6] = [
    "marketing-user",
    "live-agent",
    "calendar-agent",
    "marketing-admin",
    "sales-admin",
    "genai-user",
];
/// A profile of the customer's own that was just made: what the default column is about.
const NEW: &str = "new-profile";
const PRIME: &[&str] = &["prime"];
const NO_PRIME: &[&str] = &[];

/// The columns of the table: the six roles, then the default.
const COLUMNS: [&str; 7] = [
    "marketing-user",
    "live-agent",
    "calendar-agent",
    "marketing-admin",
    "sales-admin",
    "genai-user",
    NEW,
];

/// The rows that are `yes` for a new profile.
const DEFAULT: [&str; 6] = [
    "dialogues.view",
    "flows.view",
    "response-library.view",
    "reports.view-global-performance",
    "reports.view-live-chat",
    "reports.view-meetings",
];

/// The rows of the area Generative AI that only a GenAI User has.
const GENAI_ALONE: [&str; 6] = [
    "response-library.manage",
    "questions-and-responses.generate",
    "questions-and-responses.publish",
    "unanswered-questions.view",
    "knowledge-base.view",
    "knowledge-base.manage",
];

#[test]
fn adobe_table_names() {
    let catalog: Value = serde_json::from_str(CATALOG).unwrap();
    let header: Vec<&str> = TABLE.lines().next().unwrap().split('\t').collect();
    let roles = catalog["roles"].as_array().unwrap();
    let labels: Vec<&Value> = roles.iter().map(|role| &role["label"]["en"]).collect();
    assert_eq!(labels, header[4..10]);
    assert_eq!(header[10], "Default");
    let ids: Vec<&Value> = roles.iter().map(|role| &role["id"]).collect();
    assert_eq!(ids, ROLES);
    let packages: Vec<&Value> = catalog["entitlements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| &package["label"]["en"])
        .collect();
    assert_eq!(packages, ["Included Version", "Dynamic Chat Prime"]);

    let mut number = 0;
    for area in catalog["areas"].as_array().unwrap() {
        for permission in area["permissions"].as_array().unwrap() {
            let row = &ROWS[number];
            number += 1;
            assert_eq!(row.number, number.to_string());
            assert_eq!(area["label"]["en"], row.area, "row {number}");
            assert_eq!(permission["label"]["en"], row.label, "row {number}");
            assert_eq!(permission["values"], "switch", "row {number}");
        }
    }
    assert_eq!((number, ROWS.len()), (44, 44));
    let areas = catalog["areas"].as_array().unwrap();
    let in_dutch: Vec<&Value> = areas.iter().map(|area| &area["label"]["nl"]).collect();
    let published = [
        "Conversatiebeheer",
        "Live Chat",
        "Generatieve AI",
        "Vergaderingen",
        "Analyse",
        "Instellingen agent",
        "Beheerinstellingen",
    ];
    assert_eq!(in_dutch, published);
    assert_eq!(adobe().unknowns().count(), 0);
}

#[test]
fn adobe_table_with_prime() {
    assert_eq!(assert_table(PRIME), 308);
}

#[test]
fn adobe_table_without_prime() {
    assert_eq!(assert_table(NO_PRIME), 308);
}

#[test]
fn adobe_page_names_tests_that_there_are() {
    let here = include_str!("adobe_dynamic_chat.rs");
    let named = PAGE
        .split('`')
        .filter(|word| word.starts_with("adobe_") && !word.contains('.'));
    let missing: Vec<&str> = named
        .clone()
        .filter(|name| !here.contains(&format!("#[test]\nfn {name}() {{")))
        .collect();
    assert_eq!(missing, [""; 0]);
    assert_eq!(named.count(), 25);
}

#[test]
fn adobe_rule_01_a_cell_is_the_answer() {
    let defaults_off = Value::from_iter(DEFAULT.map(|name| (name, "off")));
    for row in &*ROWS {
        let only = with(defaults_off.clone(), json!({row.name: "on"}));
        assert_eq!(
            allowed(&profile(only, PRIME)),
            set(&[row.name]),
            "{}",
            row.label
        );
    }
}

#[test]
fn adobe_rule_02_outside_the_table_nothing_is_granted() {
    for role in ROLES {
        let gate = holder(role, PRIME);
        for name in [
            "dialogues.edit",
            "dialogues",
            "Dialogues.view",
            "View Dialogue",
            "dialogues.view:write",
            "",
        ] {
            let decision = gate.in_workspace(None).decide(name, None, NOW);
            assert_eq!(
                (decision.code, decision.outcome, decision.level),
                (ReasonCode::UnknownPermission, Outcome::Hide, Level::Off),
                "{name} for {role}"
            );
        }
    }
    let nobody = gate_with(&adobe(), &[], PRIME);
    assert_eq!(allowed(&nobody), set(&[]));
}

#[test]
fn adobe_rule_03_seven_areas_and_two_packages() {
    let mut areas: Vec<(&str, usize)> = Vec::new();
    for row in &*ROWS {
        match areas.last_mut() {
            Some((area, rows)) if *area == row.area => *rows += 1,
            _ => areas.push((row.area, 1)),
        }
    }
    let expected = [
        ("Conversations Management", 6),
        ("Live Chat", 5),
        ("Generative AI", 7),
        ("Meetings", 2),
        ("Analytics", 4),
        ("Agent Settings", 3),
        ("Admin Settings", 17),
    ];
    assert_eq!(areas, expected);
    let everything = Value::from_iter(ROWS.iter().map(|row| (row.name, "on")));
    assert_eq!(allowed(&profile(everything.clone(), NO_PRIME)).len(), 27);
    assert_eq!(allowed(&profile(everything, PRIME)).len(), 44);
}

#[test]
fn adobe_rule_04_the_role_grants_and_the_package_covers() {
    // Of each column: the rows that are granted without Prime, and those that Prime adds.
    let expected = [
        ("marketing-user", 11, 4),
        ("live-agent", 13, 6),
        ("calendar-agent", 9, 4),
        ("marketing-admin", 18, 8),
        ("sales-admin", 19, 8),
        ("genai-user", 0, 10),
        (NEW, 5, 1),
    ];
    for (role, included, of_prime) in expected {
        let without = holder(role, NO_PRIME);
        assert_eq!(allowed(&without).len(), included, "{role}");
        assert_eq!(
            with_outcome(&without, Outcome::Upsell).len(),
            of_prime,
            "{role}"
        );
        assert_eq!(
            holder_allowed(role, &["included"]),
            allowed(&without),
            "{role}"
        );

        let prime = holder(role, PRIME);
        assert_eq!(allowed(&prime).len(), included + of_prime, "{role}");
        assert_eq!(with_outcome(&prime, Outcome::Upsell), set(&[]), "{role}");
        let both = holder_allowed(role, &["included", "prime"]);
        assert_eq!(both, allowed(&prime), "{role}");
        let gained: BTreeSet<&str> = &allowed(&prime) - &allowed(&without);
        assert_eq!(gained, with_outcome(&without, Outcome::Upsell), "{role}");
    }
}

#[test]
fn adobe_rule_05_prime_rows_stay_closed_without_prime() {
    for role in COLUMNS {
        let closed = holder(role, NO_PRIME);
        let decision = closed
            .in_workspace(None)
            .decide("response-library.view", None, NOW);
        assert_eq!(
            (decision.code, decision.outcome, decision.level),
            (ReasonCode::NotEntitled, Outcome::Upsell, Level::Off),
            "{role}"
        );
        assert!(
            !closed
                .in_workspace(None)
                .maybe("response-library.view", NOW),
            "{role}"
        );
        let open = holder(role, PRIME);
        assert!(
            open.in_workspace(None)
                .can("response-library.view", None, NOW),
            "{role}"
        );
    }
    for row in ROWS.iter().filter(|row| row.needs_prime) {
        for role in COLUMNS {
            let closed = holder(role, NO_PRIME);
            assert!(
                !closed.in_workspace(None).can(row.name, None, NOW),
                "{} for {role}",
                row.name
            );
        }
    }
}

#[test]
fn adobe_rule_06_genai_user_without_prime_can_do_nothing() {
    for entitlements in [NO_PRIME, &["included"]] {
        let genai = holder("genai-user", entitlements);
        let view = genai.in_workspace(None);
        assert_eq!(allowed(&genai), set(&[]));
        assert!(ROWS.iter().all(|row| !view.maybe(row.name, NOW)));
        assert_eq!(with_outcome(&genai, Outcome::Upsell).len(), 10);
        assert_eq!(with_outcome(&genai, Outcome::Hide).len(), 34);
    }
    assert_eq!(holder_allowed("genai-user", PRIME).len(), 10);
}

#[test]
fn adobe_rule_07_a_new_profile_starts_from_six_rows() {
    assert_eq!(holder_allowed(NEW, PRIME), set(&DEFAULT));
    // What a new profile says itself replaces where it starts from.
    let own = profile(
        json!({"dialogues.view": "off", "agents.manage": "on"}),
        PRIME,
    );
    let mut expected = set(&DEFAULT);
    expected.remove("dialogues.view");
    expected.insert("agents.manage");
    assert_eq!(allowed(&own), expected);
}

#[test]
fn adobe_rule_08_default_is_no_floor_under_genai_user() {
    for role in ROLES {
        let lacking = &set(&DEFAULT) - &holder_allowed(role, PRIME);
        if role == "genai-user" {
            let mut expected = set(&DEFAULT);
            expected.remove("response-library.view");
            assert_eq!(lacking, expected);
        } else {
            assert_eq!(lacking, set(&[]), "{role}");
        }
    }
}

#[test]
fn adobe_rule_09_which_roles_contain_which() {
    let held = ROLES.map(|role| (role, holder_allowed(role, PRIME)));
    let mut contained = BTreeSet::new();
    for (inner, of_inner) in &held {
        for (outer, of_outer) in &held {
            if inner != outer && of_inner.is_subset(of_outer) {
                contained.insert((*inner, *outer));
            }
        }
    }
    let expected = [
        ("marketing-user", "marketing-admin"),
        ("calendar-agent", "live-agent"),
        ("live-agent", "sales-admin"),
        ("calendar-agent", "sales-admin"),
    ];
    assert_eq!(contained, BTreeSet::from(expected));
}

#[test]
fn adobe_rule_10_the_two_admins_are_incomparable() {
    let marketing = holder_allowed("marketing-admin", PRIME);
    let sales = holder_allowed("sales-admin", PRIME);
    let only_marketing = [
        "dialogues.manage",
        "dialogues.publish",
        "flows.manage",
        "flows.publish",
        "workspaces.manage",
        "chatbot-settings.manage",
        "flow-settings.manage",
        "generative-ai-settings.manage",
        "privacy-and-security.manage",
        "integrations.manage",
        "languages.manage",
    ];
    let only_sales = [
        "agent-inbox.access",
        "conversations.view-own",
        "conversations.view-all",
        "conversation-summary.view",
        "assisted-responses.view",
        "meetings.manage-all",
        "meetings.manage-own",
        "live-chat-availability.manage",
        "calendar.connect",
        "calendar-availability.manage",
        "agents.manage",
        "agent-teams.manage",
    ];
    assert_eq!(&marketing - &sales, set(&only_marketing));
    assert_eq!(&sales - &marketing, set(&only_sales));
}

#[test]
fn adobe_rule_11_six_rows_belong_to_genai_user_alone() {
    let mut alone = holder_allowed("genai-user", PRIME);
    for role in ROLES.into_iter().filter(|role| *role != "genai-user") {
        alone = &alone - &holder_allowed(role, PRIME);
    }
    assert_eq!(alone, set(&GENAI_ALONE));
}

#[test]
fn adobe_rule_12_marketing_admin_has_ai_settings_and_no_knowledge_base() {
    let admin = holder_allowed("marketing-admin", PRIME);
    assert!(admin.contains("generative-ai-settings.manage"));
    assert!(!admin.contains("knowledge-base.view"));
    assert!(!admin.contains("knowledge-base.manage"));
}

#[test]
fn adobe_rule_13_marketing_admin_has_no_chat_meetings_or_agent_settings() {
    let admin = holder_allowed("marketing-admin", PRIME);
    let areas = ["Live Chat", "Meetings", "Agent Settings"];
    let rows = ROWS.iter().filter(|row| areas.contains(&row.area));
    let names: BTreeSet<&str> = rows.map(|row| row.name).collect();
    assert_eq!(names.len(), 10);
    assert_eq!(&names & &admin, set(&[]));
}

#[test]
fn adobe_rule_14_no_role_manages_what_it_does_not_view() {
    let pairs = [
        ("dialogues.manage", "dialogues.view"),
        ("dialogues.publish", "dialogues.view"),
        ("flows.manage", "flows.view"),
        ("flows.publish", "flows.view"),
        ("response-library.manage", "response-library.view"),
        ("questions-and-responses.generate", "response-library.view"),
        ("questions-and-responses.publish", "response-library.view"),
        ("knowledge-base.manage", "knowledge-base.view"),
        ("workspaces.manage", "workspaces.view"),
        ("custom-rules.manage", "custom-rules.view"),
        ("accounts.manage", "accounts.view"),
        ("agent-teams.manage", "agent-teams.view"),
    ];
    for role in ROLES {
        let held = holder_allowed(role, PRIME);
        for (manage, view) in pairs {
            assert!(
                !held.contains(manage) || held.contains(view),
                "{role} has {manage} without {view}"
            );
        }
        for thing in ["dialogues", "flows"] {
            let has = |what: &str| held.contains(format!("{thing}.{what}").as_str());
            assert_eq!(has("manage"), has("publish"), "{thing} of {role}");
        }
    }
    // A profile of the customer's own is under no such law.
    let own = profile(json!({"agent-teams.manage": "on"}), PRIME);
    assert!(own.in_workspace(None).can("agent-teams.manage", None, NOW));
    assert!(!own.in_workspace(None).can("agent-teams.view", None, NOW));
}

#[test]
fn adobe_rule_15_who_sees_which_conversations() {
    assert_eq!(holders("conversations.view-all"), set(&["sales-admin"]));
    let agents = set(&["live-agent", "sales-admin"]);
    assert_eq!(holders("conversations.view-own"), agents);
    assert_eq!(holders("agent-inbox.access"), agents);
}

#[test]
fn adobe_rule_16_calendar_agent_manages_no_meetings() {
    let agent = holder_allowed("calendar-agent", PRIME);
    let asked = set(&[
        "calendar.connect",
        "calendar-availability.manage",
        "meetings.manage-own",
        "meetings.manage-all",
    ]);
    let expected = set(&["calendar.connect", "calendar-availability.manage"]);
    assert_eq!(&agent & &asked, expected);
}

#[test]
fn adobe_rule_17_only_the_admins_export_reports() {
    let admins = set(&["marketing-admin", "sales-admin"]);
    assert_eq!(holders("reports.export"), admins);
    for report in ["global-performance", "live-chat", "meetings"] {
        let name = format!("reports.view-{report}");
        assert_eq!(holders(&name), all_but_genai_user(), "{name}");
    }
}

#[test]
fn adobe_rule_18_five_admin_views_for_all_but_genai_user() {
    let defaults = holder_allowed(NEW, PRIME);
    for name in [
        "workspaces.view",
        "round-robin.view",
        "custom-rules.view",
        "accounts.view",
        "agent-teams.view",
    ] {
        assert_eq!(holders(name), all_but_genai_user(), "{name}");
        assert!(!defaults.contains(name), "{name}");
    }
}

#[test]
fn adobe_rule_19_labels_spell_out_what_manage_covers() {
    let covers: BTreeMap<&str, &str> = ROWS
        .iter()
        .filter_map(|row| Some((row.name, row.label.split_once(" (")?.1.strip_suffix(')')?)))
        .collect();
    let expected = [
        ("dialogues.manage", "Create, Delete"),
        ("flows.manage", "Create, Delete"),
        ("response-library.manage", "Edit, Import, Delete"),
        ("questions-and-responses.generate", "Create, Export"),
        ("knowledge-base.manage", "Add, Edit, Delete"),
        ("workspaces.manage", "Create, Edit, Delete"),
        ("custom-rules.manage", "add, edit, delete"),
        ("accounts.manage", "add, edit, delete"),
        ("agent-teams.manage", "add, edit, delete"),
    ];
    assert_eq!(covers, BTreeMap::from(expected));
}

#[test]
fn adobe_rule_20_profiles_are_editable_presets() {
    let everything: BTreeSet<&str> = ROWS.iter().map(|row| row.name).collect();
    for role in ROLES {
        let held = holder_allowed(role, PRIME);
        let opposite = |row: &Row| if held.contains(row.name) { "off" } else { "on" };
        let turned = Value::from_iter(ROWS.iter().map(|row| (row.name, opposite(row))));
        let edited = with_roles(role, PRIME, json!([{"id": role, "values": turned.clone()}]));
        assert_eq!(allowed(&edited), &everything - &held, "{role} edited");
        let copied = with_roles(
            NEW,
            PRIME,
            json!([{"id": NEW, "label": {"en": "Copy"}, "based_on": role, "values": turned.clone()}]),
        );
        assert_eq!(allowed(&copied), &everything - &held, "copy of {role}");
        assert_eq!(
            allowed(&profile(turned, PRIME)),
            &everything - &held,
            "as {role}"
        );
    }
    // They are edited in the Admin Console: nobody may do it, or hand one out, as a role of the product.
    let all = gate_with(&adobe(), &ROLES, PRIME);
    let roles = all.in_workspace(None).roles(NOW);
    let somebody_new = Assignment {
        target: Some(&[]),
        is_self: false,
    };
    assert_eq!(roles.assignable(somebody_new), [""; 0]);
    for role in ROLES {
        assert!(!roles.can_edit(role), "{role}");
        assert_eq!(roles.allowed_values(role, "reports.export"), []);
    }
    let violations = roles.check_edit(Proposal::New { based_on: None }, "{}");
    assert_eq!(violations[0].code.as_str(), "not-editable");
}

#[test]
fn adobe_rule_25_teams_and_generative_ai_need_prime() {
    let everything = Value::from_iter(ROWS.iter().map(|row| (row.name, "on")));
    let gate = profile(everything, NO_PRIME);
    let mut asked = 0;
    for row in &*ROWS {
        let is_team = row.name.starts_with("agent-teams.");
        if row.area != "Generative AI" && !is_team && row.name != "generative-ai-settings.manage" {
            continue;
        }
        asked += 1;
        let decision = gate.in_workspace(None).decide(row.name, None, NOW);
        assert_eq!(decision.code, ReasonCode::NotEntitled, "{}", row.name);
        assert_eq!(decision.outcome, Outcome::Upsell, "{}", row.name);
    }
    assert_eq!(asked, 10);
}

#[test]
fn adobe_rule_31_routing_is_hidden_without_its_view_permission() {
    let routing = ["round-robin.view", "custom-rules.view", "accounts.view"];
    let edits = Value::from_iter(routing.map(|name| (name, "off")));
    let edited = with_roles(
        "sales-admin",
        PRIME,
        json!([{"id": "sales-admin", "values": edits}]),
    );
    for gate in [holder("genai-user", PRIME), edited] {
        for name in routing {
            let decision = gate.in_workspace(None).decide(name, None, NOW);
            assert_eq!(
                (decision.code, decision.outcome),
                (ReasonCode::NotGranted, Outcome::Hide),
                "{name}"
            );
        }
    }
}

#[test]
fn adobe_rule_32_several_profiles_add_up() {
    for entitlements in [PRIME, NO_PRIME] {
        let held = COLUMNS.map(|role| (role, holder_allowed(role, entitlements)));
        for (position, (one, of_one)) in held.iter().enumerate() {
            for (other, of_other) in &held[..position] {
                let both = holder_of(&[one, other], entitlements);
                assert_eq!(allowed(&both), of_one | of_other, "{one} and {other}");
            }
        }
        let everybody = gate_with(&adobe(), &ROLES, entitlements);
        let count = if entitlements == PRIME { 44 } else { 27 };
        assert_eq!(allowed(&everybody).len(), count);
    }
}

/// A row of the table, and the permission that stands at its place in the catalog.
struct Row {
    number: &'static str,
    area: &'static str,
    label: &'static str,
    needs_prime: bool,
    cells: Vec<bool>,
    name: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let catalog: Value = serde_json::from_str(CATALOG).unwrap();
    let areas = catalog["areas"].as_array().unwrap().iter();
    let names = areas.flat_map(|area| area["permissions"].as_array().unwrap());
    let rows = TABLE.lines().skip(1).zip(names);
    rows.map(|(line, permission)| {
        let columns: Vec<&str> = line.split('\t').collect();
        let yes = |cell: &&str| match *cell {
            "yes" => true,
            "no" => false,
            other => panic!("{line} says {other}"),
        };
        Row {
            number: columns[0],
            area: columns[1],
            label: columns[2],
            needs_prime: match columns[3] {
                "Dynamic Chat Prime" => true,
                "Included Version" => false,
                other => panic!("{line} says {other}"),
            },
            cells: columns[4..].iter().map(yes).collect(),
            name: String::leak(permission["id"].as_str().unwrap().to_owned()),
        }
    })
    .collect()
});

/// Asserts every cell, and says how many there are.
fn assert_table(entitlements: &[&str]) -> usize {
    let mut cells = 0;
    for (column, role) in COLUMNS.iter().enumerate() {
        let gate = holder(role, entitlements);
        let view = gate.in_workspace(None);
        for row in &*ROWS {
            let is_covered = !row.needs_prime || entitlements == PRIME;
            let (reason, outcome, level) = match (row.cells[column], is_covered) {
                (false, _) => (ReasonCode::NotGranted, Outcome::Hide, Level::Off),
                (true, false) => (ReasonCode::NotEntitled, Outcome::Upsell, Level::Off),
                (true, true) => (ReasonCode::Granted, Outcome::Show, Level::On),
            };
            let place = format!("row {} of {role}: {}", row.number, row.name);
            let decision = view.decide(row.name, None, NOW);
            assert_eq!(
                (decision.code, decision.outcome, decision.level),
                (reason, outcome, level),
                "{place}"
            );
            let explained = view.explain(row.name, None, NOW).decision;
            assert_eq!(explained, decision, "{place}");
            assert_eq!(view.can(row.name, None, NOW), level == Level::On, "{place}");
            assert_eq!(view.maybe(row.name, NOW), level == Level::On, "{place}");
            assert_eq!(view.level(row.name, None, NOW), level, "{place}");
            if reason == ReasonCode::NotEntitled {
                let [missing] = &decision.missing[..] else {
                    panic!("{place} lacks {:?}", decision.missing);
                };
                let upgrade = Change::Entitlements(vec!["prime".to_owned()]);
                assert_eq!(missing.changes, [upgrade], "{place}");
            }
            cells += 1;
        }
    }
    cells
}

fn adobe() -> Arc<Catalog> {
    static ADOBE: LazyLock<Arc<Catalog>> = LazyLock::new(|| shipped("adobe-dynamic-chat"));
    Arc::clone(&ADOBE)
}

/// Somebody with one role of the table; a new profile has no values of its own.
#[track_caller]
fn holder(role: &str, entitlements: &[&str]) -> Gate {
    holder_of(&[role], entitlements)
}

#[track_caller]
fn holder_of(roles: &[&str], entitlements: &[&str]) -> Gate {
    let catalog = adobe();
    let claims = with(
        claims(&catalog, json!([{"workspace": "w1", "roles": roles}])),
        json!({
            "entitlements": entitlements,
            "roles": [{"id": NEW, "label": {"en": "New profile"}, "values": {}}],
        }),
    );
    gate(&catalog, &claims)
}

/// Somebody with a new profile that has these values.
#[track_caller]
fn profile(values: Value, entitlements: &[&str]) -> Gate {
    let role = json!({"id": NEW, "label": {"en": "New profile"}, "values": values});
    with_roles(NEW, entitlements, json!([role]))
}

/// Somebody with `role`, in a snapshot whose `roles` are these.
#[track_caller]
fn with_roles(role: &str, entitlements: &[&str], roles: Value) -> Gate {
    let catalog = adobe();
    let claims = with(
        claims(&catalog, json!([{"workspace": "w1", "roles": [role]}])),
        json!({"entitlements": entitlements, "roles": roles}),
    );
    gate(&catalog, &claims)
}

fn allowed(gate: &Gate) -> BTreeSet<&'static str> {
    with_outcome(gate, Outcome::Show)
}

fn with_outcome(gate: &Gate, outcome: Outcome) -> BTreeSet<&'static str> {
    let view = gate.in_workspace(None);
    let names = ROWS.iter().map(|row| row.name);
    names
        .filter(|name| view.decide(name, None, NOW).outcome == outcome)
        .collect()
}

#[track_caller]
fn holder_allowed(role: &str, entitlements: &[&str]) -> BTreeSet<&'static str> {
    allowed(&holder(role, entitlements))
}

/// The roles that give a permission, with Prime.
fn holders(name: &str) -> BTreeSet<&'static str> {
    let roles = ROLES.into_iter();
    roles
        .filter(|role| holder(role, PRIME).in_workspace(None).can(name, None, NOW))
        .collect()
}

fn all_but_genai_user() -> BTreeSet<&'static str> {
    ROLES
        .into_iter()
        .filter(|role| *role != "genai-user")
        .collect()
}

fn set(names: &[&'static str]) -> BTreeSet<&'static str> {
    names.iter().copied().collect()
}
