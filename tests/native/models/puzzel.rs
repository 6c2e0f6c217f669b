//! Puzzel: the tables cell by cell, and the rules in the order of the catalog's page.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use crate::util::{NOW, claims, gate, shipped, snapshot, with};
use rolegate::{
    Assignment, Catalog, Change, Collaborator, ErrorCode, Fact, Gate, Level, Outcome, Proposal,
    ReasonCode, Record, ViolationCode,
};
use serde_json::{Value, json};

const TABLES: &str = include_str!("../../models/puzzel.tsv");
const CATALOG_JSON: &str = include_str!("../../../catalogs/puzzel.json");
const PAGE: &str = include_str!("../../../catalogs/puzzel.md");
static CATALOG: LazyLock<Arc<Catalog>> = LazyLock::new(|| shipped("puzzel"));

const ROLES: [&str; 5] = ["administrator", "main-admin", "agent", "wallboard", "bot"];
const PROPERTIES: [&str; 5] = [
    "company.edit",
    "administration.view",
    "access-log.view",
    "change-log.view",
    "user-groups.supervise",
];
/// The pages for whoever is an administrator at all; each but the first is about a record.
const PAGES: [&str; 7] = [
    "administration-portal.view",
    "user-groups.view",
    "users.view",
    "queues.view",
    "statistics.view",
    "ticker.view",
    "dashboards.view",
];
/// What the Administration part of the portal holds.
const ADMINISTRATION: [&str; 3] = [
    "user-groups.create",
    "users.create",
    "resource-filters.manage",
];
/// What is done to a user group and its users.
const MANAGEMENT: [&str; 3] = ["user-groups.manage", "profiles.manage", "users.manage"];
const GROUPS: [&str; 7] = [
    "Admins",
    "Agents",
    "Automated agents",
    "Sales",
    "Team 1",
    "Team 2",
    "Wallboard",
];

const ME: &str = "u42";
const ON: Level = Level::On;
const OFF: Level = Level::Off;

#[test]
fn puzzel_table_of_levels() {
    let catalog: Value = serde_json::from_str(CATALOG_JSON).unwrap();
    let names_a_permission = |word: &str| {
        let mut permissions = list(&catalog["areas"]).flat_map(|area| list(&area["permissions"]));
        permissions.any(|one| {
            let texts = [&one["id"], &one["label"]["en"]];
            texts
                .iter()
                .any(|text| text.as_str().unwrap().to_lowercase().contains(word))
        })
    };
    let rows = rows("levels");
    assert_eq!(rows.len(), 21);
    for [_, name, column, cell] in rows {
        match (name, column, cell) {
            ("Membership", "Level(s)", "a user is in exactly one user group") => {
                assert_one_group_only();
            }
            ("Membership", _, "-") => assert!(!names_a_permission("membership")),

            ("Profiles an agent logs on with", "Level(s)", "user group") => {
                assert!(logs_on(ME, &profile("Agents", &[ME])));
                assert!(!logs_on(ME, &profile("Sales", &[ME])));
            }
            (
                "Profiles an agent logs on with",
                "Passed down to users of the group",
                "yes, all group profiles are available to all its users",
            ) => {
                for user in ["u1", "u2", "u3"] {
                    assert!(logs_on(user, &profile("Agents", &["u1", "u2", "u3"])));
                }
            }
            (
                "Profiles an agent logs on with",
                "Can a user differ from the group",
                "yes, single group profiles can be withheld from a user",
            ) => assert!(!logs_on("u3", &profile("Agents", &["u1", "u2"]))),

            (
                r#"Settings, access rights ("properties")"#,
                "Level(s)",
                "system -> company -> user group -> user",
            ) => {
                // The system's default is what the roles say.
                assert_eq!(catalog["layers"], json!(["company", "group", "user"]));
                for (role, property) in each(&ROLES, &PROPERTIES) {
                    assert_eq!(value(&Person::of(role, "Admins"), property), OFF);
                }
            }
            (
                r#"Settings, access rights ("properties")"# | "Administrator rights",
                "Passed down to users of the group",
                "yes",
            ) => assert_eq!(stored([None, Some("on"), None]), ON),
            (
                r#"Settings, access rights ("properties")"#,
                "Can a user differ from the group",
                "yes, by unticking Inherit for that property",
            )
            | ("Administrator rights", "Can a user differ from the group", "yes") => {
                assert_eq!(stored([None, Some("on"), Some("off")]), OFF);
                assert_eq!(stored([None, Some("off"), Some("on")]), ON);
            }

            ("Administrator rights", "Level(s)", "properties of the group or user") => {
                assert_eq!(stored([None, Some("on"), None]), ON);
                assert_eq!(stored([None, None, Some("on")]), ON);
            }

            ("Resource filters", "Level(s)", "company, user group or single user") => {
                // Those of the three levels stand in one list, and each counts.
                let filters = json!([
                    {"groups": ["Sales", "Team 1", "Team 2"]},
                    {"groups": ["Sales", "Team 1"]},
                    {"groups": ["Team 1", "Team 2"]},
                ]);
                assert_eq!(seen_groups(&main_admin(filters)), ["Team 1"]);
            }
            ("Resource filters", "Passed down to users of the group", "yes") => {
                let of_the_group = json!([{"groups": ["Sales"]}]);
                for user in ["u1", "u2", "u3"] {
                    let user = main_admin(of_the_group.clone()).named(user);
                    assert_eq!(seen_groups(&user), ["Sales"]);
                }
            }
            (
                "Resource filters",
                "Can a user differ from the group",
                "only more filters, never fewer",
            ) => {
                let more =
                    json!([{"groups": ["Sales", "Agents"]}, {"groups": ["Sales", "Team 1"]}]);
                assert_eq!(seen_groups(&main_admin(more)), ["Sales"]);
                // There is no filter that lets more through.
                let absent = without_filters(main_admin(json!([])).claims());
                assert_eq!(refusal(&absent), "memberships[0]: `filters` is missing");
            }

            ("Statistics reports, Ticker", "Level(s)", "use the user group as a unit") => {
                for page in ["statistics.view", "ticker.view"] {
                    assert_eq!(asked_with(page), "user-group");
                }
            }
            ("Statistics reports, Ticker", _, "-") => {
                // There is nothing that a level could set.
                let person = Person {
                    of_group: json!({"statistics.view": "on", "ticker.view": "on"}),
                    ..Person::of("administrator", "Admins")
                };
                assert_eq!(
                    refusal(&person.claims()),
                    "memberships[0].layers[1].values{0}: \
                     `statistics.view` is derived and has no value of its own"
                );
            }

            ("Skills", "Level(s)", "inside a profile, level 1-9 per media type and skill")
            | ("Skills", "Passed down to users of the group", "through the profile")
            | ("Skills", "Can a user differ from the group", "-") => {
                assert!(!names_a_permission("skill"));
            }
            unknown => panic!("{unknown:?}"),
        }
    }
}

#[test]
fn puzzel_table_of_groups() {
    let rows = rows("groups");
    let names: Vec<&str> = rows.iter().map(|[_, name, ..]| *name).collect();
    assert_eq!(names, GROUPS);
    for [_, name, column, kind] in rows {
        assert_eq!(column, "Kind");
        let (role, rights, uses): (_, _, &[&str]) = match kind {
            "administrators" => (
                "administrator",
                json!({"company.edit": "on"}),
                &["administration-portal.view"],
            ),
            "agents" | "agents (probably)" | "unknown" => {
                ("agent", json!({}), &["agent-application.view"])
            }
            "bots" => ("bot", json!({}), &["scripts.run", "api.use"]),
            "wallboard users" => ("wallboard", json!({}), &["wallboard.view"]),
            other => panic!("{other}"),
        };
        let member = Person {
            of_group: rights,
            ..Person::of(role, name)
        };
        assert_eq!(used(&member), uses, "{name}");
    }
}

#[test]
fn puzzel_table_of_user_types() {
    let catalog: Value = serde_json::from_str(CATALOG_JSON).unwrap();
    let rows = rows("types");
    assert_eq!(rows.len(), 10);
    for (index, pair) in rows.chunks(2).enumerate() {
        let [[number, name, "Uses", uses], [_, same_name, "Marks", marks]] = pair else {
            panic!("{pair:?}");
        };
        assert_eq!(
            (name, *number),
            (same_name, (index + 1).to_string().as_str())
        );
        let role = &catalog["roles"][index];
        assert_eq!(role["label"]["en"], *name);
        assert_eq!(role["id"], ROLES[index]);
        let uses: &[&str] = match *uses {
            "Administration portal" => &["administration-portal.view"],
            "Administration portal incl. its Administration part" => {
                &["administration-portal.view", "administration.view"]
            }
            "Agent application" => &["agent-application.view"],
            "Wallboard only" => &["wallboard.view"],
            "scripts, API" => &["scripts.run", "api.use"],
            other => panic!("{other}"),
        };
        let marks = match *marks {
            r#"property "Edit my own company" ON (admin main switch)"# => {
                json!({"company.edit": "on"})
            }
            r#"as 1, and property "Show pagegroup Administration" ON"# => {
                json!({"company.edit": "on", "administration.view": "on"})
            }
            "default type" | "user type Wallboard" | "user types Chat bot, API" => json!({}),
            other => panic!("{other}"),
        };
        let unmarked = Person::of(ROLES[index], "Team 1");
        let expected = if marks == json!({}) { uses } else { &[] };
        assert_eq!(used(&unmarked), expected, "{name}");
        let marked = Person {
            user: marks,
            ..unmarked
        };
        assert_eq!(used(&marked), uses, "{name}");
    }
    assert_eq!(catalog["roles"].as_array().unwrap().len(), 5);
}

#[test]
fn puzzel_page_and_tests_name_the_same_rules() {
    let decided: BTreeSet<&str> = PAGE
        .lines()
        .filter_map(|line| line.split_once("| decided: `")?.1.split('`').next())
        .collect();
    let tested: BTreeSet<&str> = include_str!("puzzel.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("fn ")?.split('(').next())
        .filter(|name| name.starts_with("puzzel_rule_"))
        .collect();
    assert_eq!(decided, tested);
}

#[test]
fn puzzel_rule_1_user_groups_and_profiles_are_managed_together() {
    let kinds = [
        ("company.edit", false),
        ("administration.view", false),
        ("user-groups.supervise", false),
        ("company.edit administration.view", true),
        ("company.edit user-groups.supervise", true),
        ("administration.view user-groups.supervise", false),
    ];
    for (properties, manages) in kinds {
        for filters in [json!([]), json!([{"groups": ["Sales"]}])] {
            let person = Person {
                user: all_on(properties.split(' ')),
                filters: filters.clone(),
                ..Person::of("administrator", "Admins")
            };
            for group in GROUPS {
                let passes = filters == json!([]) || group == "Sales";
                for permission in ["user-groups.manage", "profiles.manage"] {
                    assert_eq!(
                        may(&person, permission, &of_group(group)),
                        manages && passes,
                        "{permission} of {group} with {properties}, {filters}"
                    );
                }
            }
        }
    }
}

#[test]
fn puzzel_rule_4_an_agent_logs_on_with_profiles_of_the_own_group() {
    let agent = Person::of("agent", "Agents");
    for group in GROUPS {
        let gate = agent.gate();
        let profile = profile(group, &[ME]);
        let decision = gate
            .in_workspace(None)
            .decide("profiles.log-on", Some(&profile), NOW);
        let expected = if group == "Agents" {
            (ReasonCode::Granted, Outcome::Show)
        } else {
            (ReasonCode::Relation, Outcome::Hide)
        };
        assert_eq!((decision.code, decision.outcome), expected, "{group}");
    }
    // A resource filter limits rows, and never what an agent logs on with.
    for filter in [
        json!({"groups": ["Sales"]}),
        json!({"queues": ["q1"]}),
        json!({}),
    ] {
        let filtered = Person {
            filters: json!([filter]),
            ..Person::of("agent", "Agents")
        };
        assert!(may(&filtered, "profiles.log-on", &profile("Agents", &[ME])));
    }
    let administrator = main_admin(json!([]));
    assert!(!may(
        &administrator,
        "profiles.log-on",
        &profile("Admins", &[ME])
    ));
}

#[test]
fn puzzel_rule_6_statistics_and_ticker_show_user_groups() {
    for page in ["statistics.view", "ticker.view"] {
        assert_eq!(asked_with(page), "user-group");
        for group in GROUPS {
            assert!(
                may(&main_admin(json!([])), page, &of_group(group)),
                "{group}"
            );
            let filtered = main_admin(json!([{"groups": ["Sales"]}]));
            assert_eq!(may(&filtered, page, &of_group(group)), group == "Sales");
        }
    }
}

#[test]
fn puzzel_rule_7_administrators_differ_by_user_by_group_and_by_filter() {
    let administrator = |group, user| Person {
        of_group: if group == "Admins" {
            json!({"company.edit": "on", "access-log.view": "on"})
        } else {
            json!({"company.edit": "on"})
        },
        user,
        ..Person::of("administrator", group)
    };
    let rights = |person: &Person| {
        let held = PROPERTIES
            .iter()
            .filter(|property| value(person, property) == ON);
        held.copied().collect::<Vec<&str>>()
    };
    // Within one group, by values of the users.
    let first = administrator("Admins", json!({}));
    let second = administrator(
        "Admins",
        json!({"user-groups.supervise": "on", "access-log.view": "off"}),
    );
    assert_eq!(rights(&first), ["company.edit", "access-log.view"]);
    assert_eq!(rights(&second), ["company.edit", "user-groups.supervise"]);
    // By several groups.
    let third = administrator("Customer service Admins", json!({}));
    assert_eq!(rights(&third), ["company.edit"]);
    // By filters, and all of it together.
    let fourth = Person {
        filters: json!([{"groups": ["Sales"]}]),
        ..second
    };
    assert_eq!(rights(&fourth), ["company.edit", "user-groups.supervise"]);
    assert_eq!(seen_groups(&first), GROUPS);
    assert_eq!(seen_groups(&fourth), ["Sales"]);
    let managed = GROUPS.map(|group| may(&fourth, "user-groups.manage", &of_group(group)));
    assert_eq!(managed, GROUPS.map(|group| group == "Sales"));
}

#[test]
fn puzzel_rule_9_a_right_given_to_a_group_reaches_new_members_unless_removed() {
    for property in PROPERTIES {
        let member = |name, user| {
            let group = with(json!({"company.edit": "on"}), json!({property: "on"}));
            Person {
                of_group: group,
                user,
                ..Person::of("agent", "Agents").named(name)
            }
        };
        for name in ["u1", "u2", "new-this-morning"] {
            assert_eq!(value(&member(name, json!({})), property), ON, "{name}");
            let removed = json!({property: "off"});
            assert_eq!(value(&member(name, removed), property), OFF, "{name}");
        }
        let of_another_group = Person::of("agent", "Sales");
        assert_eq!(value(&of_another_group, property), OFF);
    }
}

#[test]
fn puzzel_rule_10_a_separate_group_keeps_the_rights_from_the_agents() {
    let rights = all_on(PROPERTIES);
    let administrator = Person {
        of_group: rights.clone(),
        filters: json!([{"groups": ["Agents"]}]),
        ..Person::of("administrator", "Customer service Admins")
    };
    assert_eq!(seen_groups(&administrator), ["Agents"]);
    assert!(may(&administrator, "users.manage", &of_group("Agents")));
    let agent = Person::of("agent", "Agents");
    assert_eq!(used(&agent), ["agent-application.view"]);
    // In the agents' own group they would have reached the agent.
    let together = Person {
        of_group: rights,
        ..agent
    };
    assert!(used(&together).contains(&"administration-portal.view"));
}

#[test]
fn puzzel_rule_11_the_list_shows_all_groups_and_can_be_added_to() {
    let main_admin = main_admin(json!([]));
    assert_eq!(seen_groups(&main_admin), GROUPS);
    assert!(allowed(&main_admin, "user-groups.create"));
    let supervisor = Person {
        user: all_on(["company.edit", "user-groups.supervise"]),
        ..Person::of("administrator", "Admins")
    };
    assert_eq!(seen_groups(&supervisor), GROUPS);
    assert!(!allowed(&supervisor, "user-groups.create"));
    assert_eq!(seen_groups(&Person::of("agent", "Agents")), [""; 0]);
}

#[test]
fn puzzel_rule_12_each_user_belongs_to_one_and_only_one_group() {
    assert_one_group_only();
}

#[test]
fn puzzel_rule_14_groups_and_users_inherit_and_may_differ() {
    let person = |group, user| Person {
        company: json!({"company.edit": "on"}),
        of_group: match group {
            "Agents" => json!({"company.edit": "off"}),
            "Sales" => json!({"access-log.view": "on"}),
            _ => json!({}),
        },
        user,
        ..Person::of("administrator", group)
    };
    let rights = |group, user| {
        let person = person(group, user);
        ["company.edit", "access-log.view"].map(|property| value(&person, property))
    };
    assert_eq!(rights("Admins", json!({})), [ON, OFF]);
    assert_eq!(rights("Agents", json!({})), [OFF, OFF]);
    assert_eq!(rights("Sales", json!({})), [ON, ON]);
    assert_eq!(
        rights("Sales", json!({"access-log.view": "off"})),
        [ON, OFF]
    );
    assert_eq!(rights("Agents", json!({"company.edit": "on"})), [ON, OFF]);
}

#[test]
fn puzzel_rule_16_the_main_switch_makes_an_administrator_and_a_second_shows_administration() {
    for (role, combination) in each(&ROLES, &(0..32).collect::<Vec<u32>>()) {
        let held = |property: &str| {
            let bit = PROPERTIES.iter().position(|other| *other == property);
            combination & (1 << bit.unwrap()) != 0
        };
        let person = Person {
            user: all_on(PROPERTIES.into_iter().filter(|property| held(property))),
            ..Person::of(role, "Admins")
        };
        let gate = person.gate();
        let main = held("company.edit");
        let shown = main && held("administration.view");
        let manages = shown || (main && held("user-groups.supervise"));
        let pages = PAGES.map(|page| (page, main));
        let administration = ADMINISTRATION.map(|page| (page, shown));
        let management = MANAGEMENT.map(|permission| (permission, manages));
        let properties = PROPERTIES.map(|property| (property, main && held(property)));
        let expected = pages
            .into_iter()
            .chain(administration)
            .chain(management)
            .chain(properties);
        for (permission, expected) in expected {
            let decision = gate
                .in_workspace(None)
                .decide(permission, Some(&row()), NOW);
            assert_eq!(decision.is_allow(), expected, "{permission} of {person:?}");
            let outcome = if expected {
                Outcome::Show
            } else {
                Outcome::Hide
            };
            assert_eq!(decision.outcome, outcome, "{permission} of {person:?}");
        }
        // Whoever adds users says of which type they are.
        let anybody = Assignment {
            target: Some(&["agent"]),
            is_self: false,
        };
        let assignable = gate.in_workspace(None).roles(NOW).assignable(anybody);
        assert_eq!(
            assignable,
            if shown { &ROLES[..] } else { &[] },
            "{person:?}"
        );
    }
}

#[test]
fn puzzel_rule_17_values_come_down_from_system_company_group_and_user() {
    assert_eq!(stored([None, None, None]), OFF);
    assert_eq!(stored([Some("on"), None, None]), ON);
    assert_eq!(stored([None, Some("on"), None]), ON);
    assert_eq!(stored([None, None, Some("on")]), ON);
    // A layer is one of these three, and a group's is that of the own group.
    let refused = |layer: Value| {
        let mut claims = Person::of("administrator", "Admins").claims();
        claims["memberships"][0]["layers"] = json!([layer]);
        refusal(&claims)
    };
    assert_eq!(
        refused(json!({"from": "system", "values": {}})),
        "memberships[0].layers[0].from: must be `company`, `group` or `user`"
    );
    assert_eq!(
        refused(json!({"from": "group", "id": "Sales", "values": {}})),
        "memberships[0].layers[0].id: is not one of the membership's groups"
    );
}

#[test]
fn puzzel_rule_18_a_level_that_sets_nothing_inherits() {
    for above in [None, Some("on"), Some("off")] {
        let system = OFF;
        let company = above.map_or(system, level);
        assert_eq!(stored([above, None, None]), company);
        assert_eq!(stored([None, above, None]), company);
        assert_eq!(stored([None, None, above]), company);
        for own in ["on", "off"] {
            assert_eq!(stored([above, Some(own), None]), level(own));
            assert_eq!(stored([above, None, Some(own)]), level(own));
            assert_eq!(stored([None, above, Some(own)]), level(own));
        }
    }
    // A level that sets another property sets nothing for this one.
    let other = json!({"access-log.view": "off", "user-groups.supervise": "off"});
    let person = Person {
        company: json!({"company.edit": "on"}),
        of_group: other.clone(),
        user: other,
        ..Person::of("administrator", "Admins")
    };
    assert_eq!(value(&person, "company.edit"), ON);
}

#[test]
fn puzzel_rule_19_the_nearest_own_value_counts() {
    let choices = [None, Some("on"), Some("off")];
    for (company, group) in each(&choices, &choices) {
        for user in choices {
            let nearest = user.or(group).or(company);
            let expected = nearest.map_or(OFF, level);
            let levels = [company, group, user];
            assert_eq!(stored(levels), expected, "{levels:?}");
        }
    }
}

#[test]
fn puzzel_rule_20_a_company_change_reaches_only_those_who_inherit() {
    for (before, after) in [("on", "off"), ("off", "on")] {
        let change =
            |group, user| [before, after].map(|company| stored([Some(company), group, user]));
        assert_eq!(change(None, None), [level(before), level(after)]);
        for own in ["on", "off"] {
            assert_eq!(change(Some(own), None), [level(own); 2]);
            assert_eq!(change(None, Some(own)), [level(own); 2]);
        }
        // The group's own value stands between the company and its users.
        assert_eq!(change(Some(after), Some(before)), [level(before); 2]);
    }
}

#[test]
fn puzzel_rule_21_an_override_goes_either_way() {
    for (above, own) in [("on", "off"), ("off", "on")] {
        assert_eq!(stored([Some(above), Some(own), None]), level(own));
        assert_eq!(stored([Some(above), None, Some(own)]), level(own));
        assert_eq!(stored([None, Some(above), Some(own)]), level(own));
        assert_eq!(stored([Some(own), Some(above), Some(own)]), level(own));
    }
    // Also below what a role gives.
    let agent = Person {
        user: json!({"agent-application.view": "off"}),
        ..Person::of("agent", "Agents")
    };
    assert_eq!(used(&agent), [""; 0]);
}

#[test]
fn puzzel_rule_22_own_values_survive_a_move_and_inherited_ones_change() {
    let member = |group, user: &Value| {
        let of_group = if group == "Admins" {
            all_on(["company.edit", "access-log.view"])
        } else {
            all_on(["company.edit", "change-log.view"])
        };
        let person = Person {
            of_group,
            user: user.clone(),
            ..Person::of("administrator", group)
        };
        [
            "access-log.view",
            "change-log.view",
            "user-groups.supervise",
        ]
        .map(|property| value(&person, property))
    };
    let inheriting = json!({});
    assert_eq!(member("Admins", &inheriting), [ON, OFF, OFF]);
    assert_eq!(member("Sales", &inheriting), [OFF, ON, OFF]);
    let own = json!({"user-groups.supervise": "on", "change-log.view": "off"});
    assert_eq!(member("Admins", &own), [ON, OFF, ON]);
    assert_eq!(member("Sales", &own), [OFF, OFF, ON]);
}

#[test]
fn puzzel_rule_24_without_a_profile_no_agent_logs_on() {
    let agent = Person::of("agent", "Agents").gate();
    let decide = |profile: Option<&Record<'_>>| {
        agent
            .in_workspace(None)
            .decide("profiles.log-on", profile, NOW)
    };
    assert_eq!(decide(None).code, ReasonCode::RecordRequired);
    // Only other groups have profiles, or nobody may use the group's.
    for profile in [
        profile("Sales", &[ME]),
        profile("Agents", &[]),
        Record::default(),
    ] {
        let decision = decide(Some(&profile));
        assert_eq!(
            (decision.code, decision.outcome),
            (ReasonCode::Relation, Outcome::Hide),
            "{profile:?}"
        );
    }
    assert!(decide(Some(&profile("Agents", &[ME]))).is_allow());
}

#[test]
fn puzzel_rule_25_a_single_profile_can_be_withheld_from_a_user() {
    let everybody = ["u1", "u2", "u3"];
    let open = profile("Agents", &everybody);
    let withheld = profile("Agents", &["u1", "u3"]);
    for user in everybody {
        assert!(logs_on(user, &open), "{user}");
        assert_eq!(logs_on(user, &withheld), user != "u2", "{user}");
    }
}

#[test]
fn puzzel_rule_29_a_filter_of_the_group_limits_all_its_users() {
    let of_the_group = json!({"groups": ["Sales", "Team 1"]});
    for user in ["u1", "u2", "new-this-morning"] {
        let member = main_admin(json!([of_the_group])).named(user);
        assert_eq!(seen_groups(&member), ["Sales", "Team 1"], "{user}");
        let with_an_own = main_admin(json!([of_the_group, {"groups": ["Team 1", "Agents"]}]));
        assert_eq!(seen_groups(&with_an_own.named(user)), ["Team 1"], "{user}");
    }
}

#[test]
fn puzzel_rule_30_no_filter_means_everything() {
    let unfiltered = main_admin(json!([]));
    for (page, group) in each(&PAGES, &GROUPS) {
        assert!(may(&unfiltered, page, &of_group(group)), "{page}");
        assert!(may(&unfiltered, page, &of_queue("q1")), "{page}");
        assert!(may(&unfiltered, page, &Record::default()), "{page}");
    }
    // Silence is not the absence of filters.
    assert_eq!(
        refusal(&without_filters(unfiltered.claims())),
        "memberships[0]: `filters` is missing"
    );
    let unreadable = main_admin(json!("none")).claims();
    assert_eq!(
        refusal(&unreadable),
        "memberships[0].filters: must be an array, not a string"
    );
}

#[test]
fn puzzel_rule_31_a_filter_of_the_user_stays_after_a_move() {
    let own = json!({"groups": ["Sales", "Team 1", "Team 2"]});
    let of_admins = json!({"groups": ["Sales", "Team 1", "Agents"]});
    let of_sales = json!({"groups": ["Sales", "Team 2", "Agents"]});
    let member = |group, of_group: &Value| Person {
        user: all_on(["company.edit"]),
        filters: json!([of_group, own]),
        ..Person::of("administrator", group)
    };
    assert_eq!(
        seen_groups(&member("Admins", &of_admins)),
        ["Sales", "Team 1"]
    );
    assert_eq!(
        seen_groups(&member("Sales", &of_sales)),
        ["Sales", "Team 2"]
    );
}

#[test]
fn puzzel_rule_32_filters_only_add_up() {
    let filters = [
        json!({"groups": ["Sales", "Team 1"]}),
        json!({"groups": ["Team 1", "Team 2"]}),
        json!({"queues": ["q1"]}),
        json!({"groups": ["Team 1"], "queues": ["q1", "q2"]}),
        json!({"groups": []}),
        json!({}),
    ];
    // Every right there is, set on every level: none of them lets a filtered row through.
    let seen = |filters: Value| -> BTreeSet<String> {
        let person = Person {
            company: all_on(PROPERTIES),
            of_group: all_on(PROPERTIES),
            user: all_on(PROPERTIES),
            filters,
            ..Person::of("main-admin", "Admins")
        };
        let gate = person.gate();
        let permissions = PAGES[1..].iter().chain(&MANAGEMENT);
        let rows = rows_of_groups_and_queues();
        let asked =
            permissions.flat_map(|permission| rows.iter().map(move |row| (permission, row)));
        asked
            .filter(|(permission, row)| gate.in_workspace(None).can(permission, Some(row), NOW))
            .map(|(permission, row)| format!("{permission} of {row:?}"))
            .collect()
    };
    let everything = seen(json!([]));
    for first in &filters {
        let with_first = seen(json!([first]));
        assert!(with_first.is_subset(&everything));
        assert_ne!(with_first, everything, "{first}");
        for second in &filters {
            let with_second = seen(json!([second]));
            let both = &with_first & &with_second;
            assert_eq!(seen(json!([first, second])), both, "{first} and {second}");
        }
    }
}

#[test]
fn puzzel_rule_33_two_users_see_different_rows() {
    let seen = |filter: &Value, page: &str| -> Vec<usize> {
        let person = main_admin(json!([filter]));
        let rows = rows_of_groups_and_queues();
        let passing = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| may(&person, page, row));
        passing.map(|(index, _)| index).collect()
    };
    // Rows 0 to 2 are of Sales, Team 1 and Team 2, rows 3 and 4 of the queues q1 and q2, row 5 is
    // of Sales and q1, and row 6 of nothing.
    let sales = json!({"groups": ["Sales"]});
    let teams = json!({"groups": ["Team 1", "Team 2"]});
    let queue = json!({"queues": ["q1"]});
    let both = json!({"groups": ["Sales"], "queues": ["q1"]});
    for page in [
        "users.view",
        "user-groups.view",
        "statistics.view",
        "ticker.view",
    ] {
        assert_eq!(seen(&sales, page), [0, 5], "{page}");
        assert_eq!(seen(&teams, page), [1, 2], "{page}");
        assert_eq!(seen(&queue, page), [0; 0], "{page}");
        assert_eq!(seen(&both, page), [0, 5], "{page}");
    }
    assert_eq!(seen(&queue, "queues.view"), [3, 5]);
    assert_eq!(seen(&sales, "queues.view"), [0; 0]);
    assert_eq!(seen(&both, "queues.view"), [3, 5]);
    assert_eq!(seen(&sales, "dashboards.view"), [0, 5]);
    assert_eq!(seen(&queue, "dashboards.view"), [3, 5]);
    assert_eq!(seen(&both, "dashboards.view"), [5]);

    let of_owners = main_admin(json!([{"owners": ["u1"]}])).claims();
    assert_eq!(
        refusal(&of_owners),
        "memberships[0].filters[0]{0}: is not among the filters of the catalog"
    );

    let hidden = main_admin(json!([sales])).gate();
    for permission in PAGES[1..].iter().chain(&MANAGEMENT) {
        let decision = hidden
            .in_workspace(None)
            .decide(permission, Some(&of_group("Team 1")), NOW);
        assert_eq!(
            (decision.code, decision.outcome),
            (ReasonCode::Filtered, Outcome::Hide),
            "{permission}"
        );
    }
}

#[test]
fn puzzel_rule_34_each_log_hangs_on_its_own_property() {
    let logs = ["access-log.view", "change-log.view"];
    for [access, change] in [["on", "on"], ["on", "off"], ["off", "on"], ["off", "off"]] {
        let person = Person {
            user: json!({"company.edit": "on", logs[0]: access, logs[1]: change}),
            ..Person::of("administrator", "Admins")
        };
        let gate = person.gate();
        for (log, set) in logs.iter().zip([access, change]) {
            let decision = gate.in_workspace(None).decide(log, None, NOW);
            let outcome = if set == "on" {
                Outcome::Show
            } else {
                Outcome::Hide
            };
            assert_eq!(decision.outcome, outcome, "{log} with {access}, {change}");
        }
    }
}

#[test]
fn puzzel_two_filters_intersect() {
    let filters = json!([{"groups": ["Sales", "Team 1"]}, {"groups": ["Team 1", "Team 2"]}]);
    assert_eq!(seen_groups(&main_admin(filters)), ["Team 1"]);
    let apart = json!([{"groups": ["Sales"]}, {"groups": ["Team 2"]}]);
    assert_eq!(seen_groups(&main_admin(apart)), [""; 0]);
}

#[test]
fn puzzel_an_empty_filter_shows_nothing() {
    for empty in [
        json!({}),
        json!({"groups": []}),
        json!({"queues": []}),
        json!({"groups": [], "queues": []}),
    ] {
        let person = main_admin(json!([empty]));
        for permission in PAGES[1..].iter().chain(&MANAGEMENT) {
            for row in rows_of_groups_and_queues() {
                assert!(!may(&person, permission, &row), "{permission}: {empty}");
            }
            assert!(
                !person.gate().in_workspace(None).maybe(permission, NOW),
                "{permission}: {empty}"
            );
        }
        // What is about no row is not filtered.
        assert!(allowed(&person, "administration-portal.view"));
    }
}

#[test]
fn puzzel_user_types_are_fixed() {
    let gate = main_admin(json!([])).gate();
    let roles = gate.in_workspace(None).roles(NOW);
    for role in ROLES {
        assert!(!roles.can_edit(role), "{role}");
        let edited = with(
            Person::of(role, "Agents").claims(),
            json!({"roles": [{"id": role, "values": {"company.edit": "on"}}]}),
        );
        assert_eq!(
            refusal(&edited),
            "roles[0].values: the value of `company.edit` is neither the one of the role nor one that it unlocks"
        );
    }
    let violations = roles.check_edit(Proposal::New { based_on: None }, "{}");
    let codes: Vec<ViolationCode> = violations.iter().map(|violation| violation.code).collect();
    assert_eq!(codes, [ViolationCode::NotEditable]);
    // Nor does a new role bring the rights that belong to the layers.
    for base in [json!({}), json!({"based_on": "agent"})] {
        let own = json!({"id": "boss", "label": {"en": "Boss"}, "values": {"company.edit": "on"}});
        let added = with(
            Person::of("agent", "Agents").claims(),
            json!({"roles": [with(own, base)]}),
        );
        assert_eq!(
            refusal(&added),
            "roles[0].id: is not a role of the catalog, and the catalog lets tenants add none"
        );
    }
}

/// Somebody of one user group, and the properties that the company, the group and the user set.
#[derive(Clone, Debug)]
struct Person {
    name: &'static str,
    role: &'static str,
    group: &'static str,
    company: Value,
    of_group: Value,
    user: Value,
    filters: Value,
}

impl Person {
    fn of(role: &'static str, group: &'static str) -> Person {
        Person {
            name: ME,
            role,
            group,
            company: json!({}),
            of_group: json!({}),
            user: json!({}),
            filters: json!([]),
        }
    }

    fn named(self, name: &'static str) -> Person {
        Person { name, ..self }
    }

    fn claims(&self) -> Value {
        let layers = json!([
            {"from": "company", "values": self.company},
            {"from": "group", "id": self.group, "values": self.of_group},
            {"from": "user", "values": self.user},
        ]);
        let memberships = json!([{
            "workspace": "w1", "roles": [self.role], "groups": [self.group],
            "layers": layers, "filters": self.filters,
        }]);
        with(claims(&CATALOG, memberships), json!({"sub": self.name}))
    }

    #[track_caller]
    fn gate(&self) -> Gate {
        gate(&CATALOG, &self.claims())
    }
}

fn main_admin(filters: Value) -> Person {
    Person {
        user: all_on(["company.edit", "administration.view"]),
        filters,
        ..Person::of("main-admin", "Admins")
    }
}

fn all_on<'a>(properties: impl IntoIterator<Item = &'a str>) -> Value {
    let values = properties
        .into_iter()
        .map(|id| (id.to_owned(), json!("on")));
    Value::Object(values.collect())
}

#[track_caller]
fn may(person: &Person, permission: &str, record: &Record<'_>) -> bool {
    person
        .gate()
        .in_workspace(None)
        .can(permission, Some(record), NOW)
}

#[track_caller]
fn allowed(person: &Person, permission: &str) -> bool {
    person.gate().in_workspace(None).can(permission, None, NOW)
}

#[track_caller]
fn value(person: &Person, permission: &str) -> Level {
    person
        .gate()
        .in_workspace(None)
        .level(permission, None, NOW)
}

/// What the main switch is worth where the company, the group and the user set these.
#[track_caller]
fn stored(levels: [Option<&str>; 3]) -> Level {
    let [company, of_group, user] =
        levels.map(|level| level.map_or(json!({}), |level| json!({"company.edit": level})));
    let person = Person {
        company,
        of_group,
        user,
        ..Person::of("administrator", "Admins")
    };
    value(&person, "company.edit")
}

fn level(text: &str) -> Level {
    Level::parse(text).unwrap()
}

/// The applications and the parts of the portal that somebody uses.
#[track_caller]
fn used(person: &Person) -> Vec<&'static str> {
    let applications = [
        "administration-portal.view",
        "administration.view",
        "agent-application.view",
        "wallboard.view",
        "scripts.run",
        "api.use",
    ];
    let gate = person.gate();
    let used = applications.into_iter();
    used.filter(|application| gate.in_workspace(None).can(application, None, NOW))
        .collect()
}

/// The groups in somebody's list of user groups.
#[track_caller]
fn seen_groups(person: &Person) -> Vec<&'static str> {
    let gate = person.gate();
    let seen = GROUPS.into_iter();
    seen.filter(|group| {
        gate.in_workspace(None)
            .can("user-groups.view", Some(&of_group(group)), NOW)
    })
    .collect()
}

/// The kind of record that a page is asked with, as the denial without one says.
#[track_caller]
fn asked_with(page: &str) -> String {
    let gate = main_admin(json!([])).gate();
    let decision = gate.in_workspace(None).decide(page, None, NOW);
    assert_eq!(decision.code, ReasonCode::RecordRequired);
    match &decision.missing[0].changes[..] {
        [Change::Record(kind)] => kind.clone(),
        other => panic!("{other:?}"),
    }
}

/// Whether an agent of the group “Agents” may log on with that profile.
#[track_caller]
fn logs_on(name: &'static str, profile: &Record<'_>) -> bool {
    let agent = Person::of("agent", "Agents").named(name);
    may(&agent, "profiles.log-on", profile)
}

fn profile<'a>(group: &'a str, users: &[&'a str]) -> Record<'a> {
    let collaborators = users.iter().map(|id| Collaborator { id, edit: false });
    Record {
        collaborators: collaborators.collect(),
        ..of_group(group)
    }
}

/// A user group, or a user or a company dashboard of it.
fn of_group(group: &str) -> Record<'_> {
    Record {
        group: Fact::Id(group),
        ..Record::default()
    }
}

/// A queue, or a company dashboard of it.
fn of_queue(queue: &str) -> Record<'_> {
    Record {
        queue: Fact::Id(queue),
        ..Record::default()
    }
}

/// A row that has everything.
fn row() -> Record<'static> {
    Record {
        queue: Fact::Id("q1"),
        ..of_group("Sales")
    }
}

fn rows_of_groups_and_queues() -> [Record<'static>; 7] {
    [
        of_group("Sales"),
        of_group("Team 1"),
        of_group("Team 2"),
        of_queue("q1"),
        of_queue("q2"),
        row(),
        Record::default(),
    ]
}

#[track_caller]
fn assert_one_group_only() {
    let of_groups = |groups: Value| {
        let memberships = json!([{
            "workspace": "w1", "roles": ["agent"], "groups": groups, "filters": [],
        }]);
        claims(&CATALOG, memberships)
    };
    assert!(snapshot(&CATALOG, &of_groups(json!(["Agents"]))).is_ok());
    for groups in [json!([]), json!(["Agents", "Sales"])] {
        assert_eq!(
            refusal(&of_groups(groups)),
            "memberships[0]: must have as many `groups` as the catalog's `groups_per_membership` says"
        );
    }
}

/// Why such a snapshot is refused.
#[track_caller]
fn refusal(claims: &Value) -> String {
    let error = snapshot(&CATALOG, claims).unwrap_err();
    assert_eq!(error.code(), ErrorCode::SnapshotInvalid);
    error.to_string()
}

fn without_filters(mut claims: Value) -> Value {
    let membership = claims["memberships"][0].as_object_mut().unwrap();
    membership.remove("filters");
    claims
}

/// The rows of one of the tables: row, name, column, cell.
fn rows(table: &str) -> Vec<[&'static str; 4]> {
    let lines = TABLES.lines().skip(1).filter_map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        assert_eq!(columns.len(), 5, "{line}");
        (columns[0] == table).then(|| [columns[1], columns[2], columns[3], columns[4]])
    });
    lines.collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

/// Every pair.
fn each<A: Copy, B: Copy>(first: &[A], second: &[B]) -> Vec<(A, B)> {
    let pairs = first.iter().flat_map(|a| second.iter().map(|b| (*a, *b)));
    pairs.collect()
}
