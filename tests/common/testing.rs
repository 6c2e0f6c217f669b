//! Snapshots of made-up people.

use std::sync::Arc;

use rolegate::testing::{Clock, NAME, Person, keys, sign};
use rolegate::{
    Catalog, ErrorCode, Expectations, Fact, FilterMember, Gate, KeySet, LayerKind, Level, Loader,
    Outcome, ReasonCode, Record, State, UnixTime,
};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const NOW: UnixTime = UnixTime::from_secs(1_790_000_000);

fn adobe() -> Arc<Catalog> {
    let bytes = include_bytes!("../../catalogs/adobe-dynamic-chat.json");
    Arc::new(Catalog::parse(bytes).unwrap())
}

fn userlike() -> Arc<Catalog> {
    Arc::new(Catalog::parse(include_bytes!("../../catalogs/userlike.json")).unwrap())
}

fn puzzel() -> Arc<Catalog> {
    Arc::new(Catalog::parse(include_bytes!("../../catalogs/puzzel.json")).unwrap())
}

fn aivo() -> Arc<Catalog> {
    Arc::new(Catalog::parse(include_bytes!("../../catalogs/aivo-live.json")).unwrap())
}

fn level(gate: &Gate, permission: &str) -> Level {
    gate.in_workspace(None).decide(permission, None, NOW).level
}

#[test]
fn person_holds_what_is_said() {
    let agent = Person::new(&adobe()).roles(["live-agent"]);
    let decision = |person: &Person| {
        let gate = person.gate().unwrap();
        gate.in_workspace(None)
            .decide("conversation-summary.view", None, person.now())
    };
    assert_eq!(decision(&agent).outcome, Outcome::Upsell);
    assert!(decision(&agent.clone().entitlements(["prime"])).is_allow());
    assert_eq!(
        decision(&Person::new(&adobe())).code,
        ReasonCode::NotGranted
    );
}

#[test]
fn person_is_somebody_else_in_each_workspace() {
    let gate = Person::new(&adobe())
        .entitlements(["prime"])
        .roles(["live-agent"])
        .workspace("w2")
        .roles(["marketing-admin"])
        .gate()
        .unwrap();
    let can = |workspace, permission| {
        gate.in_workspace(Some(workspace))
            .can(permission, None, NOW)
    };
    assert!(can("w1", "conversation-summary.view") && !can("w1", "reports.export"));
    assert!(can("w2", "reports.export") && !can("w2", "conversation-summary.view"));
}

#[test]
fn layers_and_filters_narrow() {
    let agent = Person::new(&puzzel()).roles(["agent"]).groups(["g7"]);
    let application = |person: &Person| level(&person.gate().unwrap(), "agent-application.view");
    assert_eq!(application(&agent), Level::On);
    let off = [("agent-application.view", Level::Off)];
    let narrowed = agent.clone().group_layer("g7", off);
    assert_eq!(application(&narrowed), Level::Off);
    let on = [("agent-application.view", Level::On)];
    assert_eq!(application(&narrowed.layer(LayerKind::User, on)), Level::On);

    let queue = Record {
        queue: Fact::Id("q1"),
        ..Record::default()
    };
    let queues = |ids: [&str; 1]| {
        let views = [("company.edit", Level::On)];
        let person = agent.clone().layer(LayerKind::Company, views);
        let gate = person.filter(FilterMember::Queues, ids).gate().unwrap();
        let view = gate.in_workspace(None);
        view.decide("queues.view", Some(&queue), NOW).code
    };
    assert_eq!(queues(["q1"]), ReasonCode::Granted);
    assert_eq!(queues(["q2"]), ReasonCode::Filtered);
}

#[test]
fn roles_of_the_tenant_are_checked_as_every_snapshot_is() {
    let person = Person::new(&aivo()).roles(["night"]);
    let night = person.new_role("night", None, [("chat.answer", Level::On)]);
    let refused = night.token().unwrap_err();
    assert_eq!(refused.code(), ErrorCode::SnapshotInvalid);
    let gate = night.entitlements(["custom-roles"]).gate().unwrap();
    assert_eq!(level(&gate, "chat.answer"), Level::On);
    assert_eq!(level(&gate, "users.manage"), Level::Off);

    let staff = Person::new(&userlike()).roles(["staff"]);
    let analytics = |value| {
        let edited = staff.clone().edited_role("staff", [("analytics", value)]);
        edited.gate().map(|gate| level(&gate, "analytics"))
    };
    assert_eq!(analytics(Level::Write).unwrap(), Level::Write);
    assert_eq!(
        analytics(Level::On).unwrap_err().code(),
        ErrorCode::SnapshotInvalid
    );
}

#[test]
fn time_stands_still_until_it_is_moved() {
    let clock = Clock::at(NOW);
    let person = Person::new(&adobe()).clock(&clock).lifetime(600);
    let mut loader = person.loader();
    loader.load(&person.token().unwrap(), person.now()).unwrap();
    assert_eq!(loader.state(clock.now()), State::Ready);
    clock.advance(300);
    assert_eq!(loader.state(clock.now()), State::Stale);
    clock.advance(360);
    assert_eq!(loader.state(clock.now()), State::Expired);
    clock.set(NOW);
    assert_eq!(person.now(), NOW);
    let later = person.at(NOW.later_by(86_400));
    assert_eq!(
        later
            .loader()
            .load(&later.token().unwrap(), NOW)
            .unwrap_err()
            .code(),
        ErrorCode::ClaimInvalid
    );
    assert!(later.gate().is_ok());
}

#[test]
fn newer_snapshots_follow_in_one_loader() {
    let person = Person::new(&adobe());
    let mut loader = person.loader();
    loader.load(&person.token().unwrap(), NOW).unwrap();
    let agent = person.clone().roles(["live-agent"]).entitlements(["prime"]);
    let gate = loader.load(&agent.token().unwrap(), NOW).unwrap();
    assert!(
        gate.in_workspace(None)
            .can("conversation-summary.view", None, NOW)
    );
    let former = loader.load(&person.seq(1).token().unwrap(), NOW);
    assert_eq!(former.unwrap_err().code(), ErrorCode::SnapshotRollback);
}

#[test]
fn nothing_is_left_unverified() {
    let person = Person::new(&adobe()).roles(["live-agent"]);
    let token = person.token().unwrap();
    let refusal = |token: &str| person.loader().load(token, NOW).unwrap_err().code();
    let next = person.token().unwrap();
    let (signed, _) = token.rsplit_once('.').unwrap();
    let (_, signature) = next.rsplit_once('.').unwrap();
    assert_eq!(
        refusal(&format!("{signed}.{signature}")),
        ErrorCode::SignatureInvalid
    );
    assert_eq!(refusal(&sign("{}")), ErrorCode::ClaimInvalid);
    for stranger in [
        person.clone().issuer("https://app.example"),
        person.clone().audience("chat-web"),
    ] {
        assert_eq!(refusal(&stranger.token().unwrap()), ErrorCode::ClaimInvalid);
    }
}

#[test]
fn key_made_for_tests_is_trusted_where_it_was_asked_for() {
    let person = Person::new(&adobe());
    let kids: Vec<String> = keys().kids().map(str::to_owned).collect();
    assert!(
        kids.len() == 1 && kids[0].starts_with("rolegate-test-"),
        "{kids:?}"
    );
    let expected = Expectations::new(NAME, NAME);
    let mut loader = Loader::new(keys(), [adobe()], expected);
    loader.load(&person.token().unwrap(), NOW).unwrap();
    // The public half of RFC 8037 appendix A.2, under that name.
    let set = |kid: &str| {
        format!(
            r#"{{"keys": [{{"kty": "OKP", "crv": "Ed25519", "kid": "{kid}",
                "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}]}}"#
        )
    };
    assert!(KeySet::parse(set("rolegate-tests").as_bytes()).is_ok());
    let refused = KeySet::parse(set(&kids[0]).as_bytes()).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::KeysInvalid);
}
