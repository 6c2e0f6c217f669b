//! A newcomer's walk through the crate.

use crate::util::{NOW, gate, gate_with, shipped};
use rolegate::{Fact, Outcome, ReasonCode, Record};
use serde_json::json;

#[test]
fn a_role_gives_what_its_table_says() {
    let adobe = shipped("adobe-dynamic-chat");
    let agent = gate_with(&adobe, &["live-agent"], &[]);
    let view = agent.in_workspace(None);
    assert!(
        view.can("agent-inbox.access", None, NOW),
        "{:?}",
        view.decide("agent-inbox.access", None, NOW)
    );
    let export = view.decide("reports.export", None, NOW);
    assert_eq!(
        (export.code, export.outcome),
        (ReasonCode::NotGranted, Outcome::Hide)
    );
}

#[test]
fn a_record_decides_with_the_relations_it_has() {
    let userlike = shipped("userlike");
    let claims = crate::util::claims(
        &userlike,
        json!([{"workspace": "o1", "roles": ["analyst"], "groups": ["g7"]}]),
    );
    let analyst = gate(&userlike, &claims);
    let view = analyst.in_workspace(Some("o1"));
    let record = Record {
        assignee: Fact::Id("u1"),
        group: Fact::Id("g7"),
        organization: Fact::Id("o1"),
        ..Record::default()
    };
    assert!(view.can("conversation.access", Some(&record), NOW));
    let export = view.explain("conversations.export", Some(&record), NOW);
    assert_eq!(
        export.decision.code,
        ReasonCode::Prerequisite,
        "{export:#?}"
    );
}
