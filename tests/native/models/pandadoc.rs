//! PandaDoc: the table cell by cell, the rules in the order of the catalog's page, and what custom
//! roles cannot be.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use crate::util::{NOW, claims, gate, gate_with, shipped, snapshot, with};
use rolegate::{
    Assignment, Catalog, Change, Collaborator, Decision, ErrorCode, Fact, Gate, Outcome, Proposal,
    ReasonCode, Record, ViolationCode,
};
use serde_json::{Value, json};

const TABLE: &str = include_str!("../../models/pandadoc.tsv");
const ROLES: [&str; 5] = ["owner", "admin", "manager", "member", "collaborator"];
const RESERVED: [&str; 8] = [
    "api-keys.own",
    "workspaces.create",
    "add-on-store.manage",
    "billing.view",
    "organization-settings.manage",
    "custom-roles.manage",
    "audit-log.view",
    "ownership.transfer",
];
/// The areas that a licence leaves alone.
const ADMINISTRATION: [&str; 5] = ["Integrations", "Workspace", "API", "Personal", "Account"];
/// Every entitlement, the smaller ones included.
const EVERYTHING: [&str; 4] = [
    "plan-enterprise",
    "licence-standard",
    "add-on-content-locking",
    "feature-workspaces",
];

#[test]
fn pandadoc_table() {
    let permissions = permissions();
    let gates = ROLES.map(holder);
    let mut unknown = BTreeSet::new();
    let mut cells = 0;
    for (line, row) in TABLE.lines().skip(1).enumerate() {
        let columns: Vec<&str> = row.split('\t').collect();
        assert_eq!(columns[0], (line + 1).to_string(), "{row}");
        let permission = permissions
            .iter()
            .find(|permission| permission.area == columns[1] && permission.label == columns[2])
            .unwrap_or_else(|| panic!("no permission for {row}"));
        let name = permission.name.as_str();
        for ((role, gate), cell) in ROLES.iter().zip(&gates).zip(&columns[3..]) {
            let place = format!("row {} of {role}: {name}", columns[0]);
            let on = |record: &Record<'_>| reason(gate, name, Some(record));
            let on_all = |expected: ReasonCode| {
                if !permission.has_record {
                    assert_eq!(reason(gate, name, None), expected, "{place}");
                    return;
                }
                assert_eq!(
                    reason(gate, name, None),
                    ReasonCode::RecordRequired,
                    "{place}"
                );
                for record in [others(), shared(), shared_edit()] {
                    assert_eq!(on(&record), expected, "{place}, {record:?}");
                }
            };
            match *cell {
                "yes" => on_all(ReasonCode::Granted),
                "no" => on_all(ReasonCode::NotGranted),
                "unknown" => {
                    on_all(ReasonCode::NotGranted);
                    unknown.insert(((*role).to_owned(), name.to_owned()));
                }
                "yes if shared" => {
                    assert_eq!(on(&others()), ReasonCode::Relation, "{place}");
                    assert_eq!(on(&own()), ReasonCode::Relation, "{place}");
                    assert_eq!(on(&shared()), ReasonCode::Granted, "{place}");
                    assert_eq!(on(&shared_edit()), ReasonCode::Granted, "{place}");
                }
                "yes if edit right" => {
                    assert_eq!(on(&others()), ReasonCode::Relation, "{place}");
                    assert_eq!(on(&own()), ReasonCode::Relation, "{place}");
                    assert_eq!(on(&shared()), ReasonCode::Relation, "{place}");
                    assert_eq!(on(&shared_edit()), ReasonCode::Granted, "{place}");
                }
                other => panic!("{place} says {other}"),
            }
            cells += 1;
        }
    }
    assert_eq!(cells, 75 * ROLES.len());

    let catalog = pandadoc();
    let listed: BTreeSet<_> = catalog
        .unknowns()
        .map(|cell| (cell.role.to_owned(), cell.permission.to_owned()))
        .collect();
    assert_eq!(listed, unknown);
    assert_eq!(
        ["member", "manager"].map(|role| listed.iter().filter(|cell| cell.0 == role).count()),
        [40, 42]
    );
}

#[test]
fn pandadoc_table_rows_stand_in_the_order_of_the_source() {
    let rows: Vec<(&str, &str)> = TABLE
        .lines()
        .skip(1)
        .map(|row| {
            let columns: Vec<&str> = row.split('\t').collect();
            (columns[1], columns[2])
        })
        .collect();
    let permissions = permissions();
    let in_catalog: Vec<(&str, &str)> = permissions
        .iter()
        .map(|permission| (permission.area.as_str(), permission.label.as_str()))
        .filter(|place| rows.contains(place))
        .collect();
    assert_eq!(in_catalog, rows);
}

#[test]
fn pandadoc_rule_01_there_are_five_roles() {
    assert_eq!(assignable(&holder("owner"), &["member"]), ROLES);
}

#[test]
fn pandadoc_rule_02_two_workspaces_two_roles() {
    let catalog = pandadoc();
    let memberships = json!([
        {"workspace": "sales", "roles": ["member"]},
        {"workspace": "legal", "roles": ["manager"]},
    ]);
    let claims = with(
        claims(&catalog, memberships),
        json!({"entitlements": EVERYTHING}),
    );
    let gate = gate(&catalog, &claims);
    let decide = |workspace, permission, record: Option<&Record<'_>>| {
        gate.in_workspace(workspace)
            .decide(permission, record, NOW)
            .code
    };
    let others = others();
    for (workspace, view, filter) in [
        (Some("sales"), ReasonCode::Relation, ReasonCode::NotGranted),
        (Some("legal"), ReasonCode::Granted, ReasonCode::Granted),
        // Several memberships have no default, and a role elsewhere is worth nothing here.
        (
            None,
            ReasonCode::UnknownWorkspace,
            ReasonCode::UnknownWorkspace,
        ),
        (
            Some("hr"),
            ReasonCode::UnknownWorkspace,
            ReasonCode::UnknownWorkspace,
        ),
    ] {
        let of_record = decide(workspace, "documents.view", Some(&others));
        let of_section = decide(workspace, "dashboard.filter-by-member", None);
        assert_eq!((of_record, of_section), (view, filter), "{workspace:?}");
    }
    let adds = |workspace| {
        let target = Assignment {
            target: Some(&[]),
            is_self: false,
        };
        gate.in_workspace(workspace).roles(NOW).assignable(target)
    };
    assert_eq!(adds(Some("sales")), [] as [&str; 0]);
    assert_eq!(adds(Some("legal")), ["member"]);
    assert_eq!(adds(None), [] as [&str; 0]);
}

#[test]
fn pandadoc_rule_03_the_account_owner_holds_everything() {
    let catalog = pandadoc();
    let memberships = json!([
        {"workspace": "w1", "roles": ["owner"]},
        {"workspace": "w2", "roles": ["owner"]},
    ]);
    let claims = with(
        claims(&catalog, memberships),
        json!({"entitlements": EVERYTHING}),
    );
    let gate = gate(&catalog, &claims);
    let permissions = permissions();
    assert_eq!(permissions.len(), 132);
    for workspace in ["w1", "w2"] {
        for permission in permissions {
            let others = others();
            let record = permission.has_record.then_some(&others);
            let decision = gate
                .in_workspace(Some(workspace))
                .decide(&permission.name, record, NOW);
            // Approving is for the selected approver, whatever the role.
            let expected = match permission.name.as_str() {
                "documents.approve" => ReasonCode::Relation,
                _ => ReasonCode::Granted,
            };
            assert_eq!(
                decision.code, expected,
                "{} in {workspace}",
                permission.name
            );
        }
    }
}

#[test]
fn pandadoc_rule_04_only_the_owner_creates_workspaces_and_reaches_billing() {
    for permission in ["workspaces.create", "add-on-store.manage", "billing.view"] {
        only(&["owner"], permission);
    }
    let owner = gate_with(
        &pandadoc(),
        &["owner"],
        &["plan-enterprise", "licence-standard"],
    );
    let create = decide(&owner, "workspaces.create", None);
    assert_eq!(
        (create.code, create.outcome),
        (ReasonCode::NotEntitled, Outcome::Upsell)
    );
    assert_eq!(
        changes(&create),
        [Change::Entitlements(vec!["feature-workspaces".to_owned()])]
    );
    assert!(can(&owner, "billing.view", None));
}

#[test]
fn pandadoc_rule_05_an_admin_holds_the_whole_workspace() {
    let selected = Record {
        assignee: Fact::Id("u42"),
        ..others()
    };
    let account = [
        "workspaces.create",
        "add-on-store.manage",
        "billing.view",
        "organization-settings.manage",
        "custom-roles.manage",
        "audit-log.view",
        "ownership.transfer",
    ];
    let admin = holder("admin");
    let mut denied: BTreeSet<String> = permissions().iter().map(|it| it.name.clone()).collect();
    for name in allowed(&admin, Some(&selected)) {
        denied.remove(&name);
    }
    assert_eq!(denied, set(&account));
}

#[test]
fn pandadoc_rule_06_a_manager_has_all_documents_and_no_workspace_settings() {
    let manager = holder("manager");
    for permission in ["documents.view", "documents.send"] {
        assert!(can(&manager, permission, Some(&others())), "{permission}");
        assert!(can(&manager, permission, Some(&own())), "{permission}");
    }
    assert!(can(&manager, "documents.create", None));
    assert!(can(&manager, "users.add", None));
    for permission in [
        "workspace-settings.edit",
        "workspace-branding.edit",
        "workspace.rename",
        "integrations.manage",
        "users.remove",
        "users.edit-role",
    ] {
        assert_eq!(
            reason(&manager, permission, None),
            ReasonCode::NotGranted,
            "{permission}"
        );
    }
}

#[test]
fn pandadoc_rule_07_a_member_sees_a_shared_document_and_no_other() {
    let member = holder("member");
    let with_somebody_else = Record {
        collaborators: vec![Collaborator {
            id: "u7",
            edit: true,
        }],
        ..others()
    };
    let documents = [
        ("own", own()),
        ("of another", others()),
        ("shared", shared()),
        ("shared with somebody else", with_somebody_else),
        ("without facts", Record::default()),
    ];
    for (permission, expected) in [
        ("documents.view", &["own", "shared"][..]),
        ("documents.comment", &["own", "shared"]),
        ("documents.send", &["own"]),
        ("documents.edit", &["own"]),
        ("documents.delete", &["own"]),
    ] {
        let seen: Vec<&str> = documents
            .iter()
            .filter(|(_, document)| can(&member, permission, Some(document)))
            .map(|(name, _)| *name)
            .collect();
        assert_eq!(seen, expected, "{permission}");
        assert!(
            member.in_workspace(None).maybe(permission, NOW),
            "{permission}"
        );
    }
    let view = decide(&member, "documents.view", Some(&others()));
    assert_eq!(
        (view.code, view.outcome),
        (ReasonCode::Relation, Outcome::Hide)
    );
    let send = decide(&member, "documents.send", Some(&shared()));
    assert_eq!(
        (send.code, send.outcome),
        (ReasonCode::Relation, Outcome::Disable)
    );
}

#[test]
fn pandadoc_rule_08_a_member_views_and_does_not_edit_templates_of_others() {
    let member = holder("member");
    for permission in ["templates.view", "templates.duplicate"] {
        assert!(can(&member, permission, Some(&others())), "{permission}");
    }
    for permission in ["templates.edit", "templates.delete", "catalog-items.edit"] {
        let answer = reason(&member, permission, Some(&others()));
        assert_eq!(answer, ReasonCode::Relation, "{permission}");
        assert!(can(&member, permission, Some(&own())), "{permission}");
    }
    for permission in ["templates.create", "content-library-items.create"] {
        assert!(can(&member, permission, None), "{permission}");
    }
    only(&["owner", "admin"], "catalog-items.edit-others");
}

#[test]
fn pandadoc_rule_09_a_collaborator_has_shared_documents_inbox_and_own_settings() {
    let collaborator = holder("collaborator");
    let everywhere = [
        "documents.view-shared",
        "inbox.view",
        "personal-settings.edit",
    ];
    let on_shared = [
        "documents.view-others",
        "documents.view",
        "documents.comment",
        "document-folders.view-others",
        "document-folders.view",
    ];
    let nowhere_else = set(&everywhere);
    assert_eq!(allowed(&collaborator, None), nowhere_else);
    assert_eq!(allowed(&collaborator, Some(&others())), nowhere_else);
    assert_eq!(allowed(&collaborator, Some(&own())), nowhere_else);
    assert_eq!(
        allowed(&collaborator, Some(&shared())),
        set(&[&everywhere[..], &on_shared].concat())
    );
    let view = decide(&collaborator, "documents.view", Some(&others()));
    assert_eq!(view.outcome, Outcome::Hide);
    only(&ROLES, "inbox.view");
    only(&ROLES, "personal-settings.edit");
}

#[test]
fn pandadoc_rule_10_a_collaborator_edits_with_an_edit_right() {
    let collaborator = holder("collaborator");
    let more: BTreeSet<String> = allowed(&collaborator, Some(&shared_edit()))
        .difference(&allowed(&collaborator, Some(&shared())))
        .cloned()
        .collect();
    assert_eq!(more, set(&["documents.edit", "documents.edit-others"]));
    assert_eq!(
        reason(&collaborator, "documents.edit", Some(&shared())),
        ReasonCode::Relation
    );
    let folder = |record: &Record<'_>| reason(&collaborator, "document-folders.view", Some(record));
    assert_eq!(folder(&shared()), ReasonCode::Granted);
    assert_eq!(folder(&others()), ReasonCode::Relation);
}

#[test]
fn pandadoc_rule_11_a_collaborator_is_invited_from_a_document() {
    let invite = "documents.invite-collaborators";
    for role in ROLES {
        let gate = holder(role);
        assert_eq!(
            reason(&gate, invite, None),
            ReasonCode::RecordRequired,
            "{role}"
        );
        let invites = role != "collaborator";
        assert_eq!(can(&gate, invite, Some(&own())), invites, "{role}");
        // From no other place: nobody hands the role to somebody new, or to somebody unknown.
        let roles = gate.in_workspace(None).roles(NOW);
        for target in [Some(&[][..]), None] {
            let target = Assignment {
                target,
                is_self: false,
            };
            assert!(!roles.can_assign("collaborator", target), "{role}");
        }
        // Somebody who is here is not invited: that is a change of their role.
        let changes = ["owner", "admin"].contains(&role);
        let here = assignable(&gate, &["member"]);
        assert_eq!(here.contains(&"collaborator"), changes, "{role}");
    }
}

#[test]
fn pandadoc_rule_12_a_custom_role_is_created_and_given() {
    let reviewer = json!({"id": "reviewer", "label": {"en": "Reviewer"}, "values": {
        "documents.view-others": "on",
        "approval-workflow.approve": "on",
        "templates.view-others": "on",
    }});
    let gate = custom(&["reviewer"], json!([reviewer]));
    assert_eq!(
        allowed(&gate, None),
        set(&["approval-workflow.approve", "templates.view-others"])
    );
    assert!(can(&gate, "documents.view", Some(&others())));
    assert!(can(&gate, "templates.view", Some(&others())));
    assert!(!can(&gate, "documents.edit", Some(&others())));

    only(&["owner", "admin"], "custom-roles.assign");
    let target: &[&[&str]] = &[&[], &["member"], &["reviewer"]];
    for (role, gives) in [("owner", true), ("admin", true), ("manager", false)] {
        let gate = custom(&[role], json!([reviewer]));
        for target in target {
            let target = Assignment {
                target: Some(target),
                is_self: false,
            };
            let roles = gate.in_workspace(None).roles(NOW);
            assert_eq!(roles.can_assign("reviewer", target), gives, "{role}");
        }
    }
}

#[test]
fn pandadoc_rule_13_only_the_owner_changes_the_owners_role() {
    let trusted = json!([
        {"id": "hr", "label": {"en": "HR"}, "values":
            {"users.add": "on", "users.edit-role": "on", "custom-roles.assign": "on"}},
    ]);
    let all = [&ROLES[..], &["hr"]].concat();
    let owner = custom(&["owner"], trusted.clone());
    for holds in [
        &["owner"][..],
        &["owner", "member"],
        &["hr", "owner"],
        &["hr"],
    ] {
        assert_eq!(assignable(&owner, holds), all, "{holds:?}");
    }
    // Rule 11 is about somebody new.
    let to_new = ["owner", "admin", "manager", "member", "hr"];
    assert_eq!(assignable(&owner, &[]), to_new);
    for role in ["admin", "manager", "member", "collaborator", "hr"] {
        let gate = custom(&[role], trusted.clone());
        for holds in [&["owner"][..], &["owner", "member"], &["hr", "owner"]] {
            assert_eq!(
                assignable(&gate, holds),
                [] as [&str; 0],
                "{role}, {holds:?}"
            );
        }
        for target in [
            Assignment::default(),
            Assignment {
                target: Some(&[]),
                is_self: false,
            },
            Assignment {
                target: Some(&[role]),
                is_self: true,
            },
        ] {
            let roles = gate.in_workspace(None).roles(NOW);
            assert!(!roles.can_assign("owner", target), "{role}, {target:?}");
        }
    }
}

#[test]
fn pandadoc_rule_14_a_row_about_others_denies_nothing_on_own_items() {
    let pairs = [
        ("documents.view", "documents.view-others"),
        ("documents.edit", "documents.edit-others"),
        ("documents.delete", "documents.delete-others"),
        ("documents.send", "documents.send-others"),
        ("document-folders.view", "document-folders.view-others"),
        ("document-folders.edit", "document-folders.edit-others"),
        ("document-folders.delete", "document-folders.delete-others"),
        ("templates.edit", "templates.edit-others"),
        ("templates.delete", "templates.delete-others"),
        ("template-folders.edit", "template-folders.edit-others"),
        ("template-folders.delete", "template-folders.delete-others"),
        ("forms.view", "forms.view-others"),
        ("forms.duplicate", "forms.duplicate-others"),
        ("forms.edit", "forms.edit-others"),
        ("forms.delete", "forms.delete-others"),
        (
            "content-library-items.edit",
            "content-library-items.edit-others",
        ),
        (
            "content-library-folders.edit",
            "content-library-folders.edit-others",
        ),
        ("images.use", "images.use-others"),
        ("catalog-items.edit", "catalog-items.edit-others"),
        ("email-messages.use", "email-messages.use-others"),
        ("email-messages.edit", "email-messages.edit-others"),
        ("email-messages.delete", "email-messages.delete-others"),
        ("workflow-runs.view", "workflow-runs.view-others"),
        ("workflow-runs.edit", "workflow-runs.edit-others"),
    ];
    let member = holder("member");
    for (of_item, of_others) in pairs {
        let row = reason(&member, of_others, Some(&others()));
        assert_eq!(row, ReasonCode::NotGranted, "{of_others}");
        assert!(can(&member, of_item, Some(&own())), "{of_item}");
        let answer = reason(&member, of_item, Some(&others()));
        assert_eq!(answer, ReasonCode::Relation, "{of_item}");
    }
    // Where the table has a row about own items, that row speaks and not the one about others'.
    for permission in [
        "forms.publish",
        "form-responses.view",
        "form-responses.export",
        "images.delete",
    ] {
        let unknown = reason(&member, permission, Some(&own()));
        assert_eq!(unknown, ReasonCode::NotGranted, "{permission}");
    }
    // Somebody with nothing but own items can do everything to one of them, and nothing to another.
    let clerk = json!([{"id": "clerk", "label": {"en": "Clerk"}, "values": {
        "own-items.manage": "on", "collaborators.invite": "on", "approval-workflow.approve": "on",
        "forms.publish-own": "on", "form-responses.view-own": "on",
        "form-responses.export-own": "on", "images.delete-own": "on",
    }}]);
    let clerk = custom(&["clerk"], clerk);
    let items = permissions().iter().filter(|it| it.is_derived);
    let names: Vec<&str> = items.map(|it| it.name.as_str()).collect();
    assert_eq!(names.len(), 36);
    for name in names {
        let selected = Record {
            assignee: Fact::Id("u42"),
            ..own()
        };
        assert!(can(&clerk, name, Some(&selected)), "{name}");
        let answer = decide(&clerk, name, Some(&others()));
        // An item that is out of sight is hidden; a button on an item in sight is disabled.
        let outcome = if name.ends_with(".view") || name == "documents.approve" {
            Outcome::Hide
        } else {
            Outcome::Disable
        };
        assert_eq!(
            (answer.code, answer.outcome),
            (ReasonCode::Relation, outcome),
            "{name}"
        );
    }
}

#[test]
fn pandadoc_rule_15_an_approver_is_selected_and_the_plan_is_bought() {
    let of_approver = |assignee| Record {
        assignee,
        ..others()
    };
    let selected = of_approver(Fact::Id("u42"));
    for role in ROLES {
        let gate = holder(role);
        let approves = ["owner", "admin", "manager"].contains(&role);
        let manage = can(&gate, "approval-workflow.manage", None);
        assert_eq!(manage, approves, "{role}");
        assert_eq!(
            can(&gate, "documents.approve", Some(&selected)),
            approves,
            "{role}"
        );
        for assignee in [Fact::Id("u7"), Fact::Empty, Fact::Unread] {
            let record = of_approver(assignee);
            let answer = decide(&gate, "documents.approve", Some(&record));
            let expected = if approves {
                ReasonCode::Relation
            } else {
                ReasonCode::NotGranted
            };
            assert_eq!(
                (answer.code, answer.outcome),
                (expected, Outcome::Hide),
                "{role}, {assignee:?}"
            );
        }
        let send = |record: &Record<'_>| can(&gate, "documents.send-for-approval", Some(record));
        assert_eq!(send(&own()), role != "collaborator", "{role}");
        assert_eq!(send(&others()), approves, "{role}");
        assert!(role != "collaborator" || !send(&shared_edit()));
    }
    let bought = |plan| gate_with(&pandadoc(), &["manager"], &["licence-standard", plan]);
    for (plan, expected) in [
        ("plan-essentials", ReasonCode::NotEntitled),
        ("plan-business", ReasonCode::Granted),
        ("plan-enterprise", ReasonCode::Granted),
    ] {
        let gate = bought(plan);
        let record = Record {
            owner: Fact::Id("u42"),
            ..of_approver(Fact::Id("u42"))
        };
        for permission in [
            "approval-workflow.manage",
            "approval-workflow.approve",
            "documents.approve",
            "documents.send-for-approval",
        ] {
            let answer = reason(&gate, permission, Some(&record));
            assert_eq!(answer, expected, "{permission} with {plan}");
        }
    }
}

#[test]
fn pandadoc_rule_16_locking_blocks_needs_the_add_on() {
    only(&["owner", "admin", "manager"], "content-blocks.restrict");
    only(&["owner"], "add-on-store.manage");
    let without = gate_with(
        &pandadoc(),
        &["manager"],
        &["plan-enterprise", "licence-standard"],
    );
    let restrict = decide(&without, "content-blocks.restrict", None);
    assert_eq!(
        (restrict.code, restrict.outcome),
        (ReasonCode::NotEntitled, Outcome::Upsell)
    );
    assert_eq!(
        changes(&restrict),
        [Change::Entitlements(vec![
            "add-on-content-locking".to_owned()
        ])]
    );
}

#[test]
fn pandadoc_rule_17_a_member_does_not_filter_the_dashboard() {
    only(&["owner", "admin", "manager"], "dashboard.filter-by-member");
}

#[test]
fn pandadoc_rule_18_managers_add_members_and_only_the_owner_sees_billing() {
    only(&["owner", "admin", "manager"], "users.add");
    only(&["owner"], "billing.view");
    let manager = holder("manager");
    assert_eq!(assignable(&manager, &[]), ["member"]);
    for role in ROLES {
        assert_eq!(assignable(&manager, &[role]), [] as [&str; 0], "{role}");
    }
    let temp = json!([{"id": "temp", "label": {"en": "Temp"}, "values": {}}]);
    let manager = custom(&["manager"], temp);
    assert_eq!(assignable(&manager, &["temp"]), [] as [&str; 0]);
    for role in ["member", "collaborator"] {
        assert_eq!(assignable(&holder(role), &[]), [] as [&str; 0], "{role}");
    }
}

#[test]
fn pandadoc_rule_19_an_admin_changes_roles_and_not_the_owners() {
    let new_roles = json!([
        {"id": "hr", "label": {"en": "HR"}, "values": {"users.edit-role": "on"}},
        {"id": "reviewer", "label": {"en": "Reviewer"}, "values": {"templates.view-others": "on"}},
        // Without the right to change roles the right to give custom ones is worth nothing.
        {"id": "giver", "label": {"en": "Giver"}, "values": {"custom-roles.assign": "on"}},
        {"id": "blank", "label": {"en": "Blank"}, "values": {}},
    ]);
    let of_catalog = ["admin", "manager", "member", "collaborator"];
    let with_new = [&of_catalog[..], &["hr", "reviewer", "giver", "blank"]].concat();
    let targets: &[&[&str]] = &[
        &["admin"],
        &["manager"],
        &["member"],
        &["collaborator"],
        &["reviewer"],
        &["hr", "member"],
    ];
    for target in targets {
        let gate = |role| custom(&[role], new_roles.clone());
        assert_eq!(assignable(&gate("admin"), target), with_new, "{target:?}");
        assert_eq!(assignable(&gate("hr"), target), of_catalog, "{target:?}");
        for role in ["member", "collaborator", "reviewer", "giver"] {
            let nothing: [&str; 0] = [];
            assert_eq!(assignable(&gate(role), target), nothing, "{role}");
        }
    }
    // Somebody new is added, which takes the right to do that besides.
    let nothing: [&str; 0] = [];
    assert_eq!(
        assignable(&custom(&["hr"], new_roles.clone()), &[]),
        nothing
    );
    let admin = custom(&["admin"], new_roles);
    let to_new = [
        "admin", "manager", "member", "hr", "reviewer", "giver", "blank",
    ];
    assert_eq!(assignable(&admin, &[]), to_new);
    assert_eq!(assignable(&admin, &["owner"]), [] as [&str; 0]);
    // Somebody whose roles are not known may be the owner, and so may the holder of an unknown role.
    assert_eq!(
        admin
            .in_workspace(None)
            .roles(NOW)
            .assignable(Assignment::default()),
        [] as [&str; 0]
    );
    assert_eq!(assignable(&admin, &["superuser"]), [] as [&str; 0]);
    let own = Assignment {
        target: Some(&["admin"]),
        is_self: true,
    };
    assert!(!admin.in_workspace(None).roles(NOW).can_assign("owner", own));
}

#[test]
fn pandadoc_rule_21_an_api_key_owner_is_an_admin() {
    only(&["owner", "admin"], "api-keys.own");
}

#[test]
fn pandadoc_rule_22_the_right_on_a_shared_document_follows_the_role() {
    for (role, edits) in [
        ("owner", true),
        ("admin", true),
        ("manager", true),
        ("member", false),
        ("collaborator", false),
    ] {
        let gate = holder(role);
        for permission in ["documents.view", "documents.comment"] {
            assert!(
                can(&gate, permission, Some(&shared())),
                "{role}, {permission}"
            );
        }
        assert_eq!(
            can(&gate, "documents.edit", Some(&shared())),
            edits,
            "{role}"
        );
    }
    // A Member's right stays with the role, even where the document gives an edit right.
    assert_eq!(
        reason(&holder("member"), "documents.edit", Some(&shared_edit())),
        ReasonCode::Relation
    );
    let guest = licensed("collaborator", "licence-guest");
    assert!(can(&guest, "documents.comment", Some(&shared_edit())));
    let edit = decide(&guest, "documents.edit", Some(&shared_edit()));
    assert_eq!(
        (edit.code, edit.outcome),
        (ReasonCode::NotEntitled, Outcome::Upsell)
    );
    let outsider = licensed("collaborator", "licence-standard");
    assert!(can(&outsider, "documents.edit", Some(&shared_edit())));
}

#[test]
fn pandadoc_rule_23_who_views_documents_of_others_invites_collaborators() {
    let invite = "documents.invite-collaborators";
    for role in ["owner", "admin", "manager"] {
        assert!(can(&holder(role), invite, Some(&others())), "{role}");
    }
    let member = holder("member");
    assert!(can(&member, invite, Some(&own())));
    for record in [others(), shared(), shared_edit()] {
        assert_eq!(reason(&member, invite, Some(&record)), ReasonCode::Relation);
    }
    let collaborator = holder("collaborator");
    for record in [own(), others(), shared(), shared_edit()] {
        let answer = reason(&collaborator, invite, Some(&record));
        assert_eq!(answer, ReasonCode::NotGranted);
    }
    let only_invites = json!([
        {"id": "host", "label": {"en": "Host"}, "values": {"collaborators.invite": "on"}},
    ]);
    assert!(!can(&custom(&["host"], only_invites), invite, Some(&own())));
    let create = decide(&collaborator, "documents.create", None);
    assert_eq!(
        (create.code, create.outcome),
        (ReasonCode::NotGranted, Outcome::Hide)
    );
}

#[test]
fn pandadoc_rule_24_custom_roles_are_the_owners_and_start_off() {
    let blank = json!([{"id": "blank", "label": {"en": "Blank"}, "values": {}}]);
    let gate = custom(&["blank"], blank.clone());
    for record in [own(), others(), shared_edit()] {
        assert_eq!(allowed(&gate, Some(&record)), set(&[]));
    }

    let new = Proposal::New { based_on: None };
    for role in ROLES {
        let gate = custom(&[role], blank.clone());
        let roles = gate.in_workspace(None).roles(NOW);
        let is_owner = role == "owner";
        assert_eq!(roles.can_edit("blank"), is_owner, "{role}");
        let not_editable = [(ViolationCode::NotEditable, None)];
        let expected = if is_owner { &[][..] } else { &not_editable };
        assert_eq!(violations(&gate, new, "{}"), expected, "{role}");
        assert_eq!(
            violations(&gate, Proposal::Edit("blank"), "{}"),
            expected,
            "{role}"
        );
        let values = roles.allowed_values("blank", "documents.create");
        assert_eq!(values.len(), if is_owner { 2 } else { 0 }, "{role}");
        // System roles are fixed, for the owner too.
        for system in ROLES {
            assert!(!roles.can_edit(system), "{role}, {system}");
            assert!(roles.allowed_values(system, "documents.create").is_empty());
        }
    }

    // Without the plan there are none.
    let business = ["plan-business", "licence-standard"];
    let catalog = pandadoc();
    let claims = with(
        claims(&catalog, json!([{"workspace": "w1", "roles": ["owner"]}])),
        json!({"entitlements": business, "roles": blank}),
    );
    let error = snapshot(&catalog, &claims).unwrap_err();
    assert_eq!(error.code(), ErrorCode::SnapshotInvalid);
    assert_eq!(
        error.to_string(),
        "roles[0].id: is a new role, which needs the entitlement `plan-enterprise`"
    );
    let not_enterprise = |role: &str| gate_with(&catalog, &[role], &business);
    for role in ["owner", "admin"] {
        let gate = not_enterprise(role);
        assert_eq!(
            violations(&gate, new, "{}"),
            [(ViolationCode::NotEditable, None)],
            "{role}"
        );
        assert!(assignable(&gate, &[]).contains(&"member"), "{role}");
    }
    let manage = decide(&not_enterprise("owner"), "custom-roles.manage", None);
    assert_eq!(
        (manage.code, manage.outcome),
        (ReasonCode::NotEntitled, Outcome::Upsell)
    );

    // A copy is the role it was copied from.
    let copy = json!([{"id": "copy", "label": {"en": "Copy"}, "based_on": "member", "values": {}}]);
    let copy = custom(&["copy"], copy);
    let member = holder("member");
    for record in [own(), others(), shared(), shared_edit()] {
        assert_eq!(
            allowed(&copy, Some(&record)),
            allowed(&member, Some(&record))
        );
    }
}

#[test]
fn pandadoc_rule_25_an_admin_runs_the_workspace_and_not_the_organization() {
    for permission in [
        "workspace-branding.edit",
        "integrations.manage",
        "workspace.rename",
        "workspace-settings.edit",
    ] {
        only(&["owner", "admin"], permission);
    }
    assert!(can(&holder("admin"), "users.add", None));
    only(&["owner"], "organization-settings.manage");
}

#[test]
fn pandadoc_rule_26_a_licence_narrows_the_role() {
    let guest = [
        "documents.view-others",
        "documents.view-shared",
        "documents.view",
        "documents.comment",
        "document-folders.view-others",
        "document-folders.view",
    ];
    let read_only = [
        "templates.view-others",
        "templates.view",
        "template-folders.view-others",
        "template-folders.view",
        "forms.view-others",
        "forms.view",
        "form-responses.view-own",
        "form-responses.view-others",
        "form-responses.view",
        "content-library-items.view-others",
        "content-library-items.view",
        "contacts.view",
        "reporting.view",
        "dashboard.filter-by-member",
        "workspace-activity.view",
        "approval-workflow.approve",
        "documents.approve",
        "workflow-runs.view-others",
        "workflow-runs.view",
    ];
    let esignature = [
        "documents.create",
        "documents.create-from-upload",
        "documents.send-others",
        "documents.send",
    ];
    let beyond_creator = [
        "documents.create-blank",
        "templates.create",
        "templates.create-editable",
        "templates.create-from-upload",
        "templates.duplicate-others",
        "templates.duplicate",
        "templates.edit-others",
        "templates.edit",
        "templates.delete-others",
        "templates.delete",
        "templates.embed",
        "template-folders.create",
        "template-folders.edit-others",
        "template-folders.edit",
        "template-folders.delete-others",
        "template-folders.delete",
        "forms.create",
        "forms.duplicate-others",
        "forms.duplicate",
        "forms.edit-others",
        "forms.edit",
        "forms.delete-others",
        "forms.delete",
        "forms.publish-own",
        "forms.publish-others",
        "forms.publish",
        "form-responses.export-own",
        "form-responses.export-others",
        "form-responses.export",
        "themes.auto-update",
        "content.share",
    ];
    let everything: BTreeSet<String> = permissions().iter().map(|it| it.name.clone()).collect();
    let without_licence: BTreeSet<String> = permissions()
        .iter()
        .filter(|permission| ADMINISTRATION.contains(&permission.area.as_str()))
        .map(|permission| permission.name.clone())
        .collect();
    let guest = &without_licence | &set(&guest);
    let read_only = &guest | &set(&read_only);
    let esignature = &guest | &set(&esignature);
    let creator = &everything - &set(&beyond_creator);
    let selected = Record {
        assignee: Fact::Id("u42"),
        ..own()
    };
    for (licence, expected) in [
        ("guest", &guest),
        ("read-only", &read_only),
        ("esignature", &esignature),
        ("creator", &creator),
        ("standard", &everything),
    ] {
        let owner = licensed("owner", &format!("licence-{licence}"));
        assert_eq!(allowed(&owner, Some(&selected)), *expected, "{licence}");
        for permission in &everything - expected {
            let answer = decide(&owner, &permission, Some(&selected));
            assert_eq!(
                (answer.code, answer.outcome),
                (ReasonCode::NotEntitled, Outcome::Upsell),
                "{permission} with {licence}"
            );
        }
    }
    // The other way round: no licence gives what the role does not.
    let member = licensed("member", "licence-standard");
    assert_eq!(
        reason(&member, "documents.view", Some(&others())),
        ReasonCode::Relation
    );
    let guest = decide(
        &licensed("collaborator", "licence-guest"),
        "documents.create",
        None,
    );
    assert_eq!(
        (guest.code, guest.outcome),
        (ReasonCode::NotGranted, Outcome::Hide)
    );
    // A licence that the snapshot does not name is not covered.
    let plans = ["plan-enterprise", "feature-workspaces"];
    let owner = gate_with(&pandadoc(), &["owner"], &plans);
    assert_eq!(allowed(&owner, Some(&selected)), without_licence);
    assert!(can(&owner, "billing.view", None));
}

#[test]
fn pandadoc_rule_26_a_licence_leaves_administration() {
    for licence in ["guest", "read-only", "esignature", "creator", "standard"] {
        let licence = format!("licence-{licence}");
        for role in ROLES {
            let (licensed, unlimited) = (licensed(role, &licence), holder(role));
            for permission in permissions() {
                if ADMINISTRATION.contains(&permission.area.as_str()) {
                    let name = &permission.name;
                    let expected = can(&unlimited, name, None);
                    let place = format!("{name} of {role} with {licence}");
                    assert_eq!(can(&licensed, name, None), expected, "{place}");
                }
            }
            for target in [&[][..], &["member"], &["collaborator"], &["owner"]] {
                let expected = assignable(&unlimited, target);
                let place = format!("{role} with {licence} to {target:?}");
                assert_eq!(assignable(&licensed, target), expected, "{place}");
            }
        }
        let owner = licensed("owner", &licence);
        assert!(can(&owner, "users.edit-role", None), "{licence}");
        let new = Proposal::New { based_on: None };
        assert_eq!(violations(&owner, new, "{}"), [], "{licence}");
    }
}

#[test]
fn pandadoc_rule_27_a_manager_views_all_runs_and_edits_own_ones() {
    // Running workflows and managing their templates; viewing and editing one's own and others' runs.
    for (role, runs, templates, own_run, run_of_another) in [
        ("owner", true, true, [true, true], [true, true]),
        ("admin", true, true, [true, true], [true, true]),
        ("manager", true, true, [true, true], [true, false]),
        ("member", true, false, [true, true], [false, false]),
        ("collaborator", false, false, [false, false], [false, false]),
    ] {
        let gate = holder(role);
        let on = |record: &Record<'_>| {
            ["workflow-runs.view", "workflow-runs.edit"].map(|it| can(&gate, it, Some(record)))
        };
        assert_eq!(can(&gate, "workflow-runs.create", None), runs, "{role}");
        assert_eq!(
            can(&gate, "workflow-templates.manage", None),
            templates,
            "{role}"
        );
        assert_eq!(on(&own()), own_run, "{role}");
        assert_eq!(on(&others()), run_of_another, "{role}");
    }
    let edit = decide(&holder("manager"), "workflow-runs.edit", Some(&others()));
    assert_eq!(
        (edit.code, edit.outcome),
        (ReasonCode::Relation, Outcome::Disable)
    );
}

#[test]
fn pandadoc_rule_28_the_audit_log_and_the_ownership_are_the_owners() {
    only(&["owner"], "audit-log.view");
    only(&["owner"], "ownership.transfer");
    let business = gate_with(
        &pandadoc(),
        &["owner"],
        &["plan-business", "licence-standard"],
    );
    assert_eq!(
        reason(&business, "audit-log.view", None),
        ReasonCode::NotEntitled
    );
    assert!(can(&business, "ownership.transfer", None));
}

#[test]
fn pandadoc_indented_rows_need_the_row_that_they_stand_under() {
    for (row, above) in [
        ("documents.create-blank", "documents.create"),
        (
            "documents.create-from-workspace-template",
            "documents.create",
        ),
        ("documents.create-from-shared-template", "documents.create"),
        ("documents.create-from-upload", "documents.create"),
        ("documents.create-from-public-template", "documents.create"),
        ("templates.create-editable", "templates.create"),
        ("templates.create-from-upload", "templates.create"),
    ] {
        let role = |values: Value| json!([{"id": "r", "label": {"en": "R"}, "values": values}]);
        let alone = custom(&["r"], role(json!({row: "on"})));
        assert_eq!(reason(&alone, row, None), ReasonCode::Prerequisite, "{row}");
        let both = custom(&["r"], role(json!({row: "on", above: "on"})));
        assert_eq!(reason(&both, row, None), ReasonCode::Granted, "{row}");
    }
}

#[test]
fn pandadoc_custom_role_with_a_reserved_permission_refuses_the_snapshot() {
    let catalog = pandadoc();
    let refused = |role: Value| {
        let memberships = json!([{"workspace": "w1", "roles": ["member"]}]);
        let claims = with(
            claims(&catalog, memberships),
            json!({"entitlements": EVERYTHING, "roles": [role]}),
        );
        snapshot(&catalog, &claims).unwrap_err()
    };
    for permission in RESERVED {
        let error = refused(json!({
            "id": "boss", "label": {"en": "Boss"}, "values": {permission: "on"},
        }));
        assert_eq!(error.code(), ErrorCode::SnapshotInvalid, "{permission}");
        assert_eq!(
            error.to_string(),
            format!("roles[0].values: `{permission}` is reserved for roles of the catalog")
        );

        let owner = custom(
            &["owner"],
            json!([{"id": "boss", "label": {"en": "Boss"}, "values": {permission: "off"}}]),
        );
        let expected = [(ViolationCode::Reserved, Some(permission.to_owned()))];
        let values = json!({permission: "on"}).to_string();
        for proposal in [Proposal::New { based_on: None }, Proposal::Edit("boss")] {
            assert_eq!(violations(&owner, proposal, &values), expected);
        }
        let roles = owner.in_workspace(None).roles(NOW);
        assert_eq!(roles.allowed_values("boss", permission).len(), 1);
    }
    for based_on in ["owner", "admin"] {
        let error = refused(json!({
            "id": "boss", "label": {"en": "Boss"}, "based_on": based_on, "values": {"api-keys.own": "on"},
        }));
        assert_eq!(error.code(), ErrorCode::SnapshotInvalid, "{based_on}");
        assert_eq!(
            error.to_string(),
            "roles[0].values: `api-keys.own` is reserved for roles of the catalog"
        );
        let copy = custom(
            &["boss"],
            json!([{"id": "boss", "label": {"en": "Boss"}, "based_on": based_on, "values": {}}]),
        );
        assert_eq!(
            reason(&copy, "users.add", None),
            ReasonCode::Granted,
            "{based_on}"
        );
        for permission in RESERVED {
            assert_eq!(
                reason(&copy, permission, None),
                ReasonCode::NotGranted,
                "{permission}"
            );
        }
    }
    let reserved: Vec<&str> = permissions()
        .iter()
        .filter(|permission| permission.reserved)
        .map(|permission| permission.name.as_str())
        .collect();
    assert_eq!(reserved, RESERVED);
}

#[test]
fn pandadoc_edit_of_a_system_role_refuses_the_snapshot() {
    let catalog = pandadoc();
    let claims = with(
        claims(&catalog, json!([{"workspace": "w1", "roles": ["manager"]}])),
        json!({"roles": [{"id": "manager", "values": {"workspace-settings.edit": "on"}}]}),
    );
    let error = snapshot(&catalog, &claims).unwrap_err();
    assert_eq!(error.code(), ErrorCode::SnapshotInvalid);
    assert_eq!(
        error.to_string(),
        "roles[0].values: the value of `workspace-settings.edit` is neither the one of the \
         role nor one that it unlocks"
    );

    // Nor does any other value of a system role move, whoever asks.
    let owner = holder("owner");
    let stored = permissions().iter().filter(|it| !it.is_derived);
    let stored: Vec<&str> = stored.map(|it| it.name.as_str()).collect();
    for role in ROLES {
        let holder = holder(role);
        let other = stored.iter().map(|name| {
            let level = if holds(&holder, name) { "off" } else { "on" };
            ((*name).to_owned(), json!(level))
        });
        let other = Value::Object(other.collect()).to_string();
        let found = violations(&owner, Proposal::Edit(role), &other);
        let fixed: Vec<&str> = found
            .iter()
            .filter(|(code, _)| *code == ViolationCode::Fixed)
            .filter_map(|(_, permission)| permission.as_deref())
            .collect();
        assert_eq!(fixed, stored, "{role}");
    }
}

#[test]
fn pandadoc_custom_role_beyond_its_author_is_reported() {
    let exceeds = |permission: &str| (ViolationCode::ExceedsAuthor, Some(permission.to_owned()));
    let not_editable = (ViolationCode::NotEditable, None);
    let new = Proposal::New { based_on: None };
    let values = json!({
        "documents.create": "on",
        "documents.view-others": {"value": "on", "if": ["shared"]},
        "users.remove": "on",
    })
    .to_string();

    // A Manager hands out Member, whose role has no row about others' documents, not even in part.
    let beyond = [
        not_editable.clone(),
        exceeds("documents.view-others"),
        exceeds("users.remove"),
    ];
    assert_eq!(violations(&holder("manager"), new, &values), beyond);
    // A Member hands out nothing at all.
    let beyond = [
        not_editable.clone(),
        exceeds("documents.create"),
        exceeds("documents.view-others"),
        exceeds("users.remove"),
    ];
    assert_eq!(violations(&holder("member"), new, &values), beyond);
    assert_eq!(violations(&holder("admin"), new, &values), [not_editable]);
    assert_eq!(violations(&holder("owner"), new, &values), []);
}

/// The permission is granted to holders of these roles, and to no others.
#[track_caller]
fn only(roles: &[&str], permission: &str) {
    for role in ROLES {
        let expected = if roles.contains(&role) {
            ReasonCode::Granted
        } else {
            ReasonCode::NotGranted
        };
        let answer = reason(&holder(role), permission, None);
        assert_eq!(answer, expected, "{permission} of {role}");
    }
}

fn pandadoc() -> Arc<Catalog> {
    static CATALOG: LazyLock<Arc<Catalog>> = LazyLock::new(|| shipped("pandadoc"));
    Arc::clone(&CATALOG)
}

/// Somebody with this role, whose customer has bought everything.
#[track_caller]
fn holder(role: &str) -> Gate {
    gate_with(&pandadoc(), &[role], &EVERYTHING)
}

/// The same with another licence.
#[track_caller]
fn licensed(role: &str, licence: &str) -> Gate {
    let entitlements = EVERYTHING.map(|it| {
        if it == "licence-standard" {
            licence
        } else {
            it
        }
    });
    gate_with(&pandadoc(), &[role], &entitlements)
}

/// Somebody with these roles, where the tenant has these new ones.
#[track_caller]
fn custom(roles: &[&str], new_roles: Value) -> Gate {
    let catalog = pandadoc();
    let memberships = json!([{"workspace": "w1", "roles": roles}]);
    let changes = json!({"entitlements": EVERYTHING, "roles": new_roles});
    gate(&catalog, &with(claims(&catalog, memberships), changes))
}

fn decide(gate: &Gate, permission: &str, record: Option<&Record<'_>>) -> Decision {
    gate.in_workspace(None).decide(permission, record, NOW)
}

fn reason(gate: &Gate, permission: &str, record: Option<&Record<'_>>) -> ReasonCode {
    decide(gate, permission, record).code
}

fn can(gate: &Gate, permission: &str, record: Option<&Record<'_>>) -> bool {
    gate.in_workspace(None).can(permission, record, NOW)
}

/// The names of everything that is allowed on this record.
fn allowed(gate: &Gate, record: Option<&Record<'_>>) -> BTreeSet<String> {
    let names = permissions().iter().map(|permission| &permission.name);
    names
        .filter(|name| can(gate, name, record))
        .cloned()
        .collect()
}

/// Whether the role gives this permission, on whatever record.
fn holds(gate: &Gate, permission: &str) -> bool {
    gate.in_workspace(None).maybe(permission, NOW)
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().copied().map(str::to_owned).collect()
}

fn assignable<'a>(gate: &'a Gate, target: &[&str]) -> Vec<&'a str> {
    let target = Assignment {
        target: Some(target),
        is_self: false,
    };
    gate.in_workspace(None).roles(NOW).assignable(target)
}

fn violations(
    gate: &Gate,
    proposal: Proposal<'_>,
    values: &str,
) -> Vec<(ViolationCode, Option<String>)> {
    let found = gate
        .in_workspace(None)
        .roles(NOW)
        .check_edit(proposal, values);
    found
        .into_iter()
        .map(|violation| (violation.code, violation.permission))
        .collect()
}

/// What would turn the denial into an allow.
fn changes(decision: &Decision) -> Vec<Change> {
    let all = decision.missing.iter();
    all.flat_map(|missing| missing.changes.clone()).collect()
}

fn own() -> Record<'static> {
    Record {
        owner: Fact::Id("u42"),
        ..others()
    }
}

fn others() -> Record<'static> {
    Record {
        owner: Fact::Id("u1"),
        ..Record::default()
    }
}

fn shared() -> Record<'static> {
    shared_with_edit(false)
}

fn shared_edit() -> Record<'static> {
    shared_with_edit(true)
}

fn shared_with_edit(edit: bool) -> Record<'static> {
    Record {
        collaborators: vec![Collaborator { id: "u42", edit }],
        ..others()
    }
}

struct Permission {
    name: String,
    area: String,
    label: String,
    has_record: bool,
    is_derived: bool,
    reserved: bool,
}

/// The permissions of the catalog file, in its order.
fn permissions() -> &'static [Permission] {
    static PERMISSIONS: LazyLock<Vec<Permission>> = LazyLock::new(|| {
        let catalog = include_str!("../../../catalogs/pandadoc.json");
        let catalog: Value = serde_json::from_str(catalog).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let areas = catalog["areas"].as_array().unwrap().iter();
        areas
            .flat_map(|area| {
                let permissions = area["permissions"].as_array().unwrap().iter();
                permissions.map(move |permission| Permission {
                    name: text(&permission["id"]),
                    area: text(&area["label"]["en"]),
                    label: text(&permission["label"]["en"]),
                    has_record: permission.get("record").is_some(),
                    is_derived: permission.get("rule").is_some(),
                    reserved: permission["reserved"] == true,
                })
            })
            .collect()
    });
    &PERMISSIONS
}
