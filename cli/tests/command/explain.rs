//! `rolegate explain`.

use serde_json::json;

use crate::util::{ADOBE, Ended, NOW, USERLIKE, claims, fed, keys, rolegate, sign, signed, verify};

fn explain<'a>(keys: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = verify(keys, rest);
    arguments[0] = "explain";
    arguments
}

#[test]
fn an_allow_says_who_gave_it() {
    let (key, keys) = keys("explain-allow");
    let token = signed(&key);
    assert_eq!(
        rolegate(&explain(&keys, &["--at", NOW, &token, "reports.export"])).ok(),
        "\
allowed: granted (level on, outcome show)
role live-agent: off
role sales-admin: on
value: on
"
    );
}

#[test]
fn a_denial_says_what_would_change_it() {
    let (key, keys) = keys("explain-deny");
    let mut claims = claims();
    claims["entitlements"] = json!([]);
    let token = fed(&sign(&key, ADOBE), &claims.to_string()).ok();
    let ended = fed(
        &explain(&keys, &["--at", NOW, "-", "response-library.view"]),
        &token,
    );
    assert_eq!(
        ended.out,
        "\
denied: not-entitled (level off, outcome upsell)
role live-agent: on
role sales-admin: on
value: on
entitlement prime: no
missing: not-entitled; would do: entitlement prime
"
    );
    ended.says_nothing_but(1);
    let ended = fed(
        &explain(&keys, &["--at", NOW, "-", "dialogues.publish"]),
        &token,
    );
    assert_eq!(
        ended.out,
        "\
denied: not-granted (level off, outcome hide)
role live-agent: off
role sales-admin: off
value: off
missing: not-granted; would do: role marketing-user; or role marketing-admin; or value dialogues.publish:on
"
    );
    ended.says_nothing_but(1);
}

#[test]
fn records_levels_and_workspaces_are_asked_about() {
    let (key, keys) = keys("explain-record");
    let claims = json!({
        "iss": "https://app.example", "aud": "chat-web", "sub": "u42", "fmt": 1, "seq": 1,
        "memberships": [
            {"workspace": "w1", "roles": ["analyst"], "groups": ["g7"], "filters": []},
            {"workspace": "w2", "roles": ["owner"], "filters": []},
        ],
    });
    let token = fed(&sign(&key, USERLIKE), &claims.to_string()).ok();
    let asked = |rest: &[&str]| {
        let mut arguments = explain(&keys, &["--at", NOW]);
        arguments[8] = USERLIKE;
        fed(&[&arguments, rest, &["-"]].concat(), &token)
    };
    let first = |ended: Ended| {
        (
            ended.code,
            ended.out.lines().next().unwrap_or_default().to_owned(),
        )
    };
    let answer = |rest: &[&str], permission: &str| {
        let mut arguments = explain(&keys, &["--at", NOW]);
        arguments[8] = USERLIKE;
        first(fed(
            &[&arguments, rest, &["-", permission]].concat(),
            &token,
        ))
    };
    let group = r#"{"assignee": null, "group": "g7", "organization": "w1", "collaborators": ["u1", {"id": "u2", "edit": true}]}"#;
    let here = ["--workspace", "w1", "--record", group];
    let allow = |level| (0, format!("allowed: granted (level {level}, outcome show)"));
    assert_eq!(answer(&here, "conversation.access"), allow("read"));
    let (code, denied) = answer(&here, "conversation.access:write");
    assert!(code == 1 && denied.starts_with("denied: "), "{denied}");
    assert_eq!(
        answer(&["--workspace", "w2"], "company:write"),
        allow("write")
    );
    assert_eq!(
        answer(&[], "company"),
        (
            1,
            "denied: unknown-workspace (level off, outcome hide)".to_owned()
        )
    );
    assert_eq!(
        answer(&["--workspace", "w1"], "conversation.access"),
        (
            1,
            "denied: record-required (level off, outcome hide)".to_owned()
        )
    );
    for (record, why) in [
        (r#"{"color": "red"}"#, "`color` is not a fact of a record"),
        (r#"{"owner": 7}"#, "`owner` must be an id, or null for none"),
        (
            r#"{"collaborators": [{"id": "u1", "rights": "all"}]}"#,
            "`collaborators` must be a list of ids, or of objects with `id` and `edit`",
        ),
    ] {
        let ended = asked(&["--record", record]);
        assert_eq!(ended.code, 2);
        assert!(ended.err.contains(why), "{}", ended.err);
    }
}
