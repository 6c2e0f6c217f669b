//! Every question there is to a gate, and what holds of each answer.

use rolegate::{Assignment, Collaborator, Fact, Gate, Proposal, ReasonCode, Record, UnixTime};
use serde_json::Value;

use crate::util::NOW;

const LEVELS: [&str; 5] = ["", ":read", ":write", ":on", ":off"];

/// Asks for everything that the JSON of a catalog names, in every workspace.
pub fn everything(gate: &Gate, catalog: &Value) {
    let expires = gate.snapshot().expires();
    let before = UnixTime::from_secs(0);
    let workspaces: Vec<&str> = gate.snapshot().workspaces().collect();
    let permissions = permissions(catalog);
    for (position, workspace) in workspaces.iter().take(3).enumerate() {
        let view = gate.in_workspace(Some(workspace));
        for (index, permission) in permissions.iter().enumerate() {
            for (n, record) in records(workspace).iter().enumerate() {
                let levels = if n == position {
                    &LEVELS[..]
                } else {
                    &LEVELS[..1]
                };
                for level in levels {
                    question(
                        gate,
                        workspace,
                        &format!("{permission}{level}"),
                        record.as_ref(),
                    );
                }
            }
            // Once for each permission is enough of what holds for all.
            let record = &records(workspace)[index % 6];
            let late = view.decide(permission, record.as_ref(), expires);
            assert_eq!(late.code, ReasonCode::Expired, "{permission}");
            let early = view.decide(permission, record.as_ref(), before);
            assert_eq!(early.code, ReasonCode::NotYetValid, "{permission}");
            let elsewhere = gate.in_workspace(Some("no such workspace"));
            for denied in [
                late,
                early,
                elsewhere.decide(permission, record.as_ref(), NOW),
            ] {
                assert!(!denied.is_allow() && denied.level == rolegate::Level::Off);
            }
            assert!(!view.maybe(permission, expires));
        }
        roles(gate, workspace, catalog, &permissions);
    }
    assert!(!gate.in_workspace(None).can("no such permission", None, NOW));
}

fn question(gate: &Gate, workspace: &str, permission: &str, record: Option<&Record<'_>>) {
    let view = gate.in_workspace(Some(workspace));
    let decision = view.decide(permission, record, NOW);
    // The table's answer and the model's.
    let explained = view.explain(permission, record, NOW);
    assert_eq!(decision, explained.decision, "{permission} {record:?}");
    assert_eq!(decision.is_allow(), view.can(permission, record, NOW));
    assert_eq!(decision.level, view.level(permission, record, NOW));
    if decision.is_allow() {
        assert!(decision.missing.is_empty(), "{permission} {decision:?}");
        assert!(view.maybe(permission, NOW), "{permission} {record:?}");
        assert!(decision.level != rolegate::Level::Off, "{permission}");
    } else {
        let first = decision.missing.first().map(|missing| missing.code);
        assert_eq!(first, Some(decision.code), "{permission} {decision:?}");
    }
}

fn roles(gate: &Gate, workspace: &str, catalog: &Value, permissions: &[&str]) {
    let view = gate.in_workspace(Some(workspace));
    let roles = view.roles(NOW);
    let held = ["agent", "owner"];
    for target in [
        Assignment {
            target: Some(&[]),
            is_self: false,
        },
        Assignment {
            target: Some(&held),
            is_self: false,
        },
        Assignment {
            target: None,
            is_self: true,
        },
    ] {
        for role in roles.assignable(target) {
            assert!(roles.can_assign(role, target));
            assert!(
                !view
                    .roles(gate.snapshot().expires())
                    .can_assign(role, target)
            );
        }
    }
    let ids = catalog["roles"].as_array().into_iter().flatten();
    for role in ids.filter_map(|role| role["id"].as_str()).take(4) {
        for permission in permissions.iter().take(16) {
            for level in roles.allowed_values(role, permission) {
                let values = serde_json::json!({*permission: level.as_str()}).to_string();
                let wrong = roles.check_edit(Proposal::Edit(role), &values);
                assert!(wrong.is_empty(), "{role} {values}: {wrong:?}");
            }
        }
        let _ = roles.check_edit(
            Proposal::New {
                based_on: Some(role),
            },
            "{}",
        );
    }
}

fn permissions(catalog: &Value) -> Vec<&str> {
    let areas = catalog["areas"].as_array().into_iter().flatten();
    let permissions = areas.flat_map(|area| area["permissions"].as_array().into_iter().flatten());
    permissions
        .filter_map(|permission| permission["id"].as_str())
        .take(128)
        .collect()
}

fn records(workspace: &str) -> [Option<Record<'_>>; 6] {
    let all = |fact| Record {
        owner: fact,
        assignee: fact,
        group: fact,
        organization: fact,
        queue: fact,
        collaborators: Vec::new(),
    };
    let near = Record {
        owner: Fact::Id("u42"),
        assignee: Fact::Id("u42"),
        group: Fact::Id("g7"),
        organization: Fact::Id(workspace),
        queue: Fact::Id("q1"),
        collaborators: vec![Collaborator {
            id: "u42",
            edit: true,
        }],
    };
    let far = Record {
        group: Fact::Id("g1"),
        queue: Fact::Id("q2"),
        collaborators: vec![
            Collaborator {
                id: "u43",
                edit: true,
            },
            Collaborator {
                id: "u42",
                edit: false,
            },
        ],
        ..all(Fact::Id("u43"))
    };
    let mixed = Record {
        assignee: Fact::Empty,
        owner: Fact::Id("u43"),
        ..near.clone()
    };
    let unread = Some(Record::default());
    [
        None,
        unread,
        Some(all(Fact::Empty)),
        Some(near),
        Some(far),
        Some(mixed),
    ]
}
