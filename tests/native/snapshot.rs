//! Snapshots: what fits the catalog, what is refused and with which code, what takes effect.

use std::sync::Arc;

use rolegate::{
    Catalog, ErrorCode, Fact, Gate, Level, Loader, Record, Snapshot, State, UnixTime,
    UnverifiedToken,
};
use serde_json::{Value, json};

use crate::catalog::shop;
use crate::util::{
    ISSUED, NOW, base64url, catalog, claims, expectations, gate, keys, snapshot, token, with,
};

/// Claims of a clerk of the shop, with `changes` to the claims.
fn clerk(changes: Value) -> Value {
    let shop = catalog(&shop());
    let membership =
        json!({"workspace": "w1", "roles": ["clerk"], "groups": ["g1"], "filters": []});
    with(claims(&shop, json!([membership])), changes)
}

/// The same, with `changes` to the only membership.
fn clerk_of(changes: Value) -> Value {
    let mut claims = clerk(json!({}));
    claims["memberships"][0] = with(claims["memberships"][0].take(), changes);
    claims
}

#[track_caller]
fn refused(claims: &Value, code: ErrorCode, message: &str) {
    let error = snapshot(&catalog(&shop()), claims).unwrap_err();
    assert_eq!((error.code(), error.to_string().as_str()), (code, message));
}

#[test]
fn what_a_snapshot_says_takes_effect() {
    let gate = gate(&catalog(&shop()), &clerk(json!({})));
    assert_eq!(
        gate.in_workspace(None).level("orders.team", None, NOW),
        Level::Read
    );
    assert_eq!(gate.snapshot().subject(), "u42");
    assert_eq!(gate.snapshot().seq(), 17);
    assert_eq!(gate.snapshot().expires().as_secs(), ISSUED + 3600 + 60);
    assert_eq!(gate.snapshot().workspaces().collect::<Vec<_>>(), ["w1"]);
}

#[test]
fn another_format_or_catalog_is_refused() {
    use ErrorCode::{CatalogMismatch, SnapshotInvalid};
    refused(
        &clerk(json!({"fmt": 2})),
        SnapshotInvalid,
        "fmt: must be a version that this release of rolegate reads, up to 1",
    );
    refused(
        &clerk(json!({"fmt": null})),
        SnapshotInvalid,
        "`fmt` is missing",
    );
    let other = json!({"id": "shop", "sha256": base64url(&[0; 32])});
    refused(
        &clerk(json!({"catalog": other})),
        CatalogMismatch,
        "the snapshot was written for another version of the catalog `shop`: `catalog.sha256` is not the hash of the bytes that are here",
    );
    let other = json!({"id": "shed", "sha256": base64url(&[0; 32])});
    refused(
        &clerk(json!({"catalog": other})),
        CatalogMismatch,
        "the snapshot was written for another catalog",
    );
    let digest = clerk(json!({}))["catalog"]["sha256"].clone();
    let other = json!({"id": "shed", "sha256": digest});
    refused(
        &clerk(json!({"catalog": other})),
        CatalogMismatch,
        "`catalog.id` is not the id of the catalog that `catalog.sha256` names",
    );
    refused(
        &clerk(json!({"catalog": {"id": "../shop", "sha256": base64url(&[0; 32])}})),
        SnapshotInvalid,
        "catalog.id: is not an identifier: write lower-case words joined by `-`",
    );
    refused(
        &clerk(json!({"catalog": {"id": "shop", "sha256": "AA=="}})),
        SnapshotInvalid,
        "catalog.sha256: must be 32 bytes in base64url without padding",
    );
}

#[test]
fn private_claims_are_passed_over_and_members_of_ours_are_not() {
    assert!(
        snapshot(
            &catalog(&shop()),
            &clerk(json!({"tenant": {"deep": [1, "x"]}}))
        )
        .is_ok()
    );
    refused(
        &clerk_of(json!({"except": ["orders.view"]})),
        ErrorCode::SnapshotInvalid,
        "memberships[0]{0}: is not a known member, expected one of `workspace`, `roles`, `groups`, `layers` or `filters`",
    );
}

#[test]
fn unknown_names_and_repeated_objects_are_refused() {
    use ErrorCode::SnapshotInvalid;
    refused(
        &clerk_of(json!({"roles": ["boss"]})),
        SnapshotInvalid,
        "memberships[0].roles[0]: is neither a role of the catalog nor one of the snapshot",
    );
    refused(
        &clerk(json!({"entitlements": ["gold"]})),
        SnapshotInvalid,
        "entitlements[0]: is not among the entitlements of the catalog",
    );
    let edit = json!({"id": "clerk", "values": {}});
    refused(
        &clerk(json!({"roles": [edit, edit]})),
        SnapshotInvalid,
        "roles[1].id: is repeated",
    );
    let twice = clerk(json!({}))["memberships"][0].clone();
    refused(
        &clerk(json!({"memberships": [twice, twice]})),
        SnapshotInvalid,
        "memberships[1]: has the workspace of an earlier membership",
    );
}

/// Every list of ids of a snapshot, and the same with repetitions and the warnings for them.
#[test]
fn repetitions_in_lists_of_ids_are_dropped_and_told() {
    let shop = catalog(&shop());
    let filters = |groups: Value| json!([{"groups": groups}, {"queues": ["q1"]}]);
    let said = |claims: &Value| {
        let snapshot = snapshot(&shop, claims).unwrap();
        let warnings: Vec<String> = snapshot.warnings().iter().map(|w| w.to_string()).collect();
        (Gate::compile(snapshot), warnings)
    };
    let once = with(
        clerk_of(json!({"filters": filters(json!(["g1", "g2"]))})),
        json!({"entitlements": ["plus"]}),
    );
    let (expected, warnings) = said(&once);
    assert!(warnings.is_empty(), "{warnings:?}");
    let doubled = |changes: Value| {
        let mut claims = once.clone();
        claims["memberships"][0] = with(claims["memberships"][0].take(), changes);
        claims
    };
    for (claims, warning) in [
        (
            with(once.clone(), json!({"entitlements": ["plus", "plus"]})),
            "entitlements[1]: is repeated and dropped",
        ),
        (
            doubled(json!({"roles": ["clerk", "clerk"]})),
            "memberships[0].roles[1]: is repeated and dropped",
        ),
        (
            doubled(json!({"groups": ["g1", "g1", "g1", "g1"]})),
            "memberships[0].groups[1]: is repeated and dropped, with 2 more of this list",
        ),
        (
            doubled(json!({"filters": filters(json!(["g1", "g2", "g1", "g2"]))})),
            "memberships[0].filters[0]{0}[2]: is repeated and dropped, with 1 more of this list",
        ),
    ] {
        let (gate, warnings) = said(&claims);
        assert_eq!(warnings, [warning]);
        for group in ["g1", "g2", "g3"] {
            let order = Record {
                owner: Fact::Id("u42"),
                group: Fact::Id(group),
                queue: Fact::Id("q1"),
                ..Record::default()
            };
            for name in ["orders.view", "orders.team", "orders.access", "notes.edit"] {
                let answer = |gate: &Gate| gate.in_workspace(None).explain(name, Some(&order), NOW);
                assert_eq!(answer(&gate), answer(&expected), "{name} of {group}");
            }
        }
    }
}

#[test]
fn a_limit_counts_repetitions_and_a_number_of_groups_does_not() {
    refused(
        &clerk_of(json!({"groups": vec!["g1"; 1025]})),
        ErrorCode::SnapshotInvalid,
        "memberships[0].groups: has 1025 items, the limit is 1024",
    );
    let mut file = shop();
    file["groups_per_membership"] = json!(1);
    let shop = catalog(&file);
    let membership = json!({"workspace": "w1", "roles": [], "groups": ["g1", "g1"], "filters": []});
    let snapshot = snapshot(&shop, &claims(&shop, json!([membership]))).unwrap();
    assert_eq!(snapshot.warnings().len(), 1);
}

#[test]
fn layers_and_filters_are_those_of_the_catalog() {
    use ErrorCode::SnapshotInvalid;
    let layers = |layers: Value| clerk_of(json!({"layers": layers}));
    refused(
        &layers(json!([{"from": "team", "values": {}}])),
        SnapshotInvalid,
        "memberships[0].layers[0].from: must be `company`, `group` or `user`",
    );
    refused(
        &layers(json!([{"from": "user", "values": {}}, {"from": "user", "values": {}}])),
        SnapshotInvalid,
        "memberships[0].layers[1].from: is repeated",
    );
    refused(
        &layers(json!([{"from": "group", "id": "g9", "values": {}}])),
        SnapshotInvalid,
        "memberships[0].layers[0].id: is not one of the membership's groups",
    );
    refused(
        &layers(
            json!([{"from": "user", "values": {"orders.view": {"value": "on", "if": ["own"]}}}]),
        ),
        SnapshotInvalid,
        "memberships[0].layers[0].values: the values of a layer must be plain: neither `if` nor `unknown`",
    );
    refused(
        &layers(json!([{"from": "user", "values": {"orders.access": "write"}}])),
        SnapshotInvalid,
        "memberships[0].layers[0].values{0}: `orders.access` is derived and has no value of its own",
    );
    refused(
        &layers(json!([{"from": "user", "values": {"billing": "on"}}])),
        SnapshotInvalid,
        "memberships[0].layers[0].values: `billing` is reserved for roles of the catalog",
    );
    refused(
        &clerk_of(json!({"filters": null})),
        SnapshotInvalid,
        "memberships[0]: `filters` is missing",
    );
    refused(
        &clerk_of(json!({"filters": [{"owners": ["u1"]}]})),
        SnapshotInvalid,
        "memberships[0].filters[0]{0}: is not among the filters of the catalog",
    );
    let filters: Vec<Value> = (0..17).map(|_| json!({})).collect();
    refused(
        &clerk_of(json!({"filters": filters})),
        SnapshotInvalid,
        "memberships[0].filters: has 17 items, the limit is 16",
    );
}

#[test]
fn a_catalog_without_layers_takes_none() {
    let mut file = shop();
    file.as_object_mut().unwrap().remove("layers");
    let shop = catalog(&file);
    let mut claims = claims(
        &shop,
        json!([{"workspace": "w1", "roles": [], "filters": []}]),
    );
    assert!(snapshot(&shop, &claims).is_ok());
    claims["memberships"][0]["layers"] = json!([{"from": "user", "values": {}}]);
    let error = snapshot(&shop, &claims).unwrap_err();
    assert_eq!(
        error.to_string(),
        "memberships[0].layers[0].from: is not among the layers of the catalog"
    );
}

#[test]
fn an_edit_keeps_to_what_is_unlocked() {
    let shop = catalog(&shop());
    let edit = |values: Value| clerk(json!({"roles": [{"id": "clerk", "values": values}]}));
    let raised = gate(&shop, &edit(json!({"orders.team": "write"})));
    assert_eq!(
        raised.in_workspace(None).level("orders.team", None, NOW),
        Level::Write
    );
    assert!(
        snapshot(&shop, &edit(json!({"orders.team": "read"}))).is_ok(),
        "its own value is always allowed"
    );
    refused(
        &edit(json!({"billing": "on"})),
        ErrorCode::SnapshotInvalid,
        "roles[0].values: the value of `billing` is neither the one of the role nor one that it unlocks",
    );
    refused(
        &edit(json!({"orders.view": "on"})),
        ErrorCode::SnapshotInvalid,
        "roles[0].values: the value of `orders.view` is neither the one of the role nor one that it unlocks",
    );
    refused(
        &clerk(json!({"roles": [{"id": "clerk", "label": {"en": "C"}, "values": {}}]})),
        ErrorCode::SnapshotInvalid,
        "roles[0].label: must not be set for the edit of a catalog role",
    );
}

#[test]
fn a_new_role_starts_from_its_base_or_from_the_catalogs_values() {
    let shop = catalog(&shop());
    let holding = |role: Value| {
        let mut claims = clerk(json!({"roles": [role]}));
        claims["memberships"][0]["roles"] = json!(["night-shift"]);
        claims
    };
    let role = |based_on: Option<&str>, values: Value| {
        let mut role =
            json!({"id": "night-shift", "label": {"en": "Night shift"}, "values": values});
        if let Some(base) = based_on {
            role["based_on"] = json!(base);
        }
        holding(role)
    };
    let based = gate(&shop, &role(Some("clerk"), json!({"orders.team": "write"})));
    assert_eq!(
        based.in_workspace(None).level("orders.team", None, NOW),
        Level::Write
    );
    assert!(!based.in_workspace(None).can("notes.edit", None, NOW));
    let fresh = gate(&shop, &role(None, json!({"roles.edit": "read"})));
    assert!(
        fresh.in_workspace(None).maybe("orders.view", NOW),
        "a starting value of the catalog"
    );
    assert_eq!(
        fresh.in_workspace(None).level("roles.edit", None, NOW),
        Level::Read
    );
    refused(
        &role(Some("clerk"), json!({"roles.edit": "write"})),
        ErrorCode::SnapshotInvalid,
        "roles[0].values: the value of `roles.edit` is neither the one of the role nor one that it unlocks",
    );
    refused(
        &role(None, json!({"billing": "on"})),
        ErrorCode::SnapshotInvalid,
        "roles[0].values: `billing` is reserved for roles of the catalog",
    );
    refused(
        &role(Some("owner"), json!({"billing": "on"})),
        ErrorCode::SnapshotInvalid,
        "roles[0].values: `billing` is reserved for roles of the catalog",
    );
    let like_the_owner = gate(&shop, &role(Some("owner"), json!({})));
    assert!(
        like_the_owner
            .in_workspace(None)
            .can("roles.edit:write", None, NOW)
    );
    assert!(
        !like_the_owner.in_workspace(None).can("billing", None, NOW),
        "what is reserved is not inherited"
    );
}

#[test]
fn the_number_of_groups_is_the_catalogs_to_say() {
    let mut file = shop();
    file["groups_per_membership"] = json!(1);
    let shop = catalog(&file);
    let with_groups = |groups: Value| {
        snapshot(
            &shop,
            &claims(
                &shop,
                json!([{"workspace": "w1", "roles": [], "groups": groups, "filters": []}]),
            ),
        )
    };
    assert!(with_groups(json!(["g1"])).is_ok());
    for groups in [json!([]), json!(["g1", "g2"])] {
        let error = with_groups(groups).unwrap_err();
        assert_eq!(
            error.to_string(),
            "memberships[0]: must have as many `groups` as the catalog's `groups_per_membership` says"
        );
    }
}

/// A loader for the shop and a token of that number, issued so many seconds after the usual time.
fn numbered(seq: u64, later: u64) -> String {
    token(&clerk(json!({
        "seq": seq, "iat": ISSUED + later, "nbf": ISSUED + later, "exp": ISSUED + later + 3600,
        "refresh_after": ISSUED + later + 1800,
    })))
}

fn loader() -> Loader {
    Loader::new(keys(), [catalog(&shop())], expectations())
}

const START: UnixTime = UnixTime::from_secs(ISSUED);

fn after(seconds: u64) -> UnixTime {
    START.later_by(seconds)
}

#[test]
fn a_loader_goes_through_its_states() {
    let mut loader = loader();
    assert_eq!(loader.state(START), State::Empty);
    loader.load(&numbered(1, 0), START).unwrap();
    for (seconds, state) in [
        (0, State::Ready),
        (1799, State::Ready),
        (1800, State::Stale),
        (3659, State::Stale),
        (3660, State::Expired),
        (600_000, State::Expired),
    ] {
        assert_eq!(loader.state(after(seconds)), state, "{seconds} s");
    }
    loader.clear();
    assert_eq!(loader.state(START), State::Empty);
    assert!(loader.gate().is_none());
}

#[test]
fn a_loader_says_when_its_state_changes_next() {
    let mut loader = loader();
    assert_eq!(loader.next_change(START), None);
    loader.load(&numbered(1, 0), START).unwrap();
    let [stale, ends] = [1800, 3660].map(after);
    let earlier = |time: UnixTime| UnixTime::from_secs(time.as_secs() - 1);
    for (now, next) in [
        (earlier(START), Some(stale)),
        (START, Some(stale)),
        (earlier(stale), Some(stale)),
        (stale, Some(ends)),
        (earlier(ends), Some(ends)),
        (ends, None),
        (UnixTime::from_secs(0), None),
    ] {
        assert_eq!(loader.next_change(now), next, "{now}");
        if let Some(next) = next {
            let (before, after) = (loader.state(earlier(next)), loader.state(next));
            assert_ne!(before, after, "{now}");
        }
    }
}

#[test]
fn a_clock_set_back_revives_nothing() {
    let mut loader = loader();
    loader.load(&numbered(1, 0), START).unwrap();
    assert_eq!(loader.state(after(4000)), State::Expired);
    assert_eq!(
        loader.state(START),
        State::NotYetValid,
        "long before a time it has shown"
    );
    assert_eq!(
        loader.state(after(3950)),
        State::Expired,
        "within the leeway"
    );
    let error = loader.load(&numbered(1, 0), START).unwrap_err();
    assert_eq!(error.code(), ErrorCode::ClaimInvalid);
    loader.load(&numbered(2, 10), after(10)).unwrap();
    assert_eq!(
        loader.state(after(11)),
        State::Ready,
        "a newer snapshot proves that its time has come"
    );
}

#[test]
fn a_later_snapshot_revives_none_before_it() {
    let mut loader = loader();
    let later = token(&with(
        clerk(json!({"sub": "u43", "seq": 1})),
        json!({"iat": ISSUED + 10}),
    ));
    loader.load(&numbered(1, 0), START).unwrap();
    assert_eq!(loader.state(after(9000)), State::Expired);
    let back = after(20);
    loader.load(&later, back).unwrap();
    assert_eq!(loader.state(back), State::Ready);
    let error = loader.load(&numbered(1, 0), back).unwrap_err();
    assert_eq!(error.code(), ErrorCode::SnapshotExpired);
    loader.load(&later, back).unwrap();
    assert_eq!(loader.state(back), State::Ready);
}

#[test]
fn another_persons_token_makes_no_clock_believed() {
    let mut loader = loader();
    let other = token(&clerk(json!({"sub": "u43", "seq": 1})));
    loader.load(&numbered(1, 0), START).unwrap();
    assert_eq!(loader.state(after(9000)), State::Expired);
    let error = loader.load(&other, START).unwrap_err();
    assert_eq!(error.code(), ErrorCode::ClaimInvalid);
    assert_eq!(loader.state(START), State::NotYetValid);
}

#[test]
fn a_clock_that_cannot_be_right_accepts_nothing() {
    let shop = catalog(&shop());
    let at = |factor: u64| {
        let times = json!({"iat": ISSUED * factor, "exp": ISSUED * factor + 3600});
        let token = token(&clerk(times));
        let payload = UnverifiedToken::parse(&token)
            .unwrap()
            .verify(&keys())
            .unwrap();
        let now = UnixTime::from_secs(ISSUED * factor);
        Snapshot::validate(payload, &shop, &expectations(), now)
    };
    assert!(at(1).is_ok());
    let error = at(1000).unwrap_err();
    assert_eq!(error.code(), ErrorCode::ClaimInvalid);
    assert_eq!(
        error.to_string(),
        "the clock does not show a time between 2020 and 2100"
    );
}

#[test]
fn a_clock_that_is_none_denies() {
    let mut loader = loader();
    loader.load(&numbered(1, 0), START).unwrap();
    for clock in [0, 1, ISSUED / 1000, ISSUED * 1000, u64::MAX].map(UnixTime::from_secs) {
        assert_eq!(loader.state(clock), State::NotYetValid, "{clock}");
        assert_eq!(
            loader.load(&numbered(2, 0), clock).unwrap_err().code(),
            ErrorCode::ClaimInvalid
        );
    }
    assert_eq!(loader.state(START), State::Ready);
}

#[test]
fn nothing_older_is_taken_for_newer() {
    let mut loader = loader();
    let rollback = |loader: &mut Loader, token: &str| {
        let error = loader.load(token, START).unwrap_err();
        assert_eq!(error.code(), ErrorCode::SnapshotRollback, "{error}");
    };
    loader.load(&numbered(8, 0), START).unwrap();
    rollback(&mut loader, &numbered(7, 0));
    rollback(&mut loader, &numbered(8, 1));
    loader.load(&numbered(8, 0), START).unwrap();
    loader.clear();
    rollback(&mut loader, &numbered(7, 0));
    assert!(loader.gate().is_none());
    assert_eq!(loader.highest_seq("u42"), Some(8));
    rollback(&mut loader, &numbered(8 + (1 << 40) + 1, 0));
    loader.load(&numbered(8 + (1 << 40), 0), START).unwrap();
    rollback(&mut self::loader().least_seq(9), &numbered(8, 0));
}

#[test]
fn a_loader_remembers_so_many_people_and_forgets_none() {
    let mut loader = loader();
    let of =
        |person: usize, seq: u64| token(&clerk(json!({"sub": format!("u{person}"), "seq": seq})));
    for person in 0..rolegate::LIMITS.people {
        loader.load(&of(person, 2), START).unwrap();
    }
    let one_more = loader.load(&of(9999, 2), START).unwrap_err();
    assert_eq!(one_more.code(), ErrorCode::SnapshotRollback);
    assert_eq!(
        one_more.to_string(),
        "too many people's snapshots were loaded to remember the `seq` of one more"
    );
    let older = loader.load(&of(0, 1), START).unwrap_err();
    assert_eq!(older.code(), ErrorCode::SnapshotRollback);
    loader.load(&of(0, 3), START).unwrap();
}

#[test]
fn a_refused_token_leaves_no_trace() {
    let mut loader = loader();
    loader.load(&numbered(1, 0), START).unwrap();
    let newer_but_wrong = token(&clerk(
        json!({"seq": 99, "memberships": [{"workspace": "w1", "roles": ["boss"]}]}),
    ));
    assert_eq!(
        loader.load(&newer_but_wrong, START).unwrap_err().code(),
        ErrorCode::SnapshotInvalid
    );
    assert_eq!(loader.highest_seq("u42"), Some(1));
    assert_eq!(loader.state(START), State::Ready);
    loader.load(&numbered(2, 0), START).unwrap();
}

/// The shop after a release: an area more, and whatever is changed besides.
fn next_shop(release: usize) -> Value {
    let mut next = shop();
    let area = json!({"id": format!("release-{release}"), "label": {"en": "New"}, "permissions": [
        {"id": "stock.view", "label": {"en": "View stock"}, "values": "switch"}]});
    next["areas"].as_array_mut().unwrap().insert(0, area);
    next["roles"][1]["values"]["stock.view"] = json!("on");
    next
}

/// A token of that number for a catalog.
fn for_catalog(catalog: &Catalog, seq: u64) -> String {
    let name = catalog.name();
    token(&clerk(json!({
        "seq": seq, "catalog": {"id": name.id(), "sha256": name.sha256()},
    })))
}

fn can(loader: &Loader, permission: &str) -> bool {
    loader
        .gate()
        .unwrap()
        .in_workspace(None)
        .can(permission, None, NOW)
}

#[test]
fn a_loader_holds_several_catalogs_and_follows_the_snapshots() {
    let (old, new) = (catalog(&shop()), catalog(&next_shop(1)));
    for catalogs in [[&old, &new], [&new, &old]] {
        let mut loader = Loader::new(keys(), catalogs.map(Arc::clone), expectations());
        for (seq, catalog) in [(1, &old), (2, &new), (3, &old)] {
            let token = for_catalog(catalog, seq);
            assert_eq!(loader.wanted(&token, START), Ok(None));
            let gate = loader.load(&token, START).unwrap();
            assert!(Arc::ptr_eq(gate.snapshot().catalog(), catalog));
            assert_eq!(can(&loader, "stock.view"), seq == 2);
            assert!(can(&loader, "orders.team"));
        }
    }
}

#[test]
fn a_loader_names_the_catalog_that_it_lacks() {
    let mut loader = loader();
    loader.load(&numbered(1, 0), START).unwrap();
    let new = catalog(&next_shop(1));
    let token = for_catalog(&new, 2);

    let error = loader.load(&token, START).unwrap_err();
    assert_eq!(error.code(), ErrorCode::CatalogMismatch);
    let wanted = loader.wanted(&token, START).unwrap().unwrap();
    assert_eq!(
        (&wanted.catalog, wanted.subject.as_str()),
        (new.name(), "u42")
    );
    assert_eq!(loader.highest_seq("u42"), Some(1));
    assert!(
        !can(&loader, "stock.view"),
        "the former snapshot is in force"
    );

    let bytes = next_shop(1).to_string();
    let other = Catalog::parse_named(format!("{bytes} ").as_bytes(), &wanted.catalog);
    let error = other.unwrap_err();
    assert_eq!(error.code(), ErrorCode::CatalogMismatch);
    let told = error.to_string();
    let start = "what was given for the catalog that the snapshot names is another file: ";
    assert!(told.starts_with(start), "{told}");
    assert!(!told.contains(&wanted.catalog.sha256()), "{told}");

    let fetched = Catalog::parse_named(bytes.as_bytes(), &wanted.catalog).unwrap();
    loader.keep(Arc::new(fetched));
    loader.load(&token, START).unwrap();
    assert!(can(&loader, "stock.view"));
    // Of either version, as long as it is kept.
    loader.load(&numbered(3, 0), START).unwrap();
    assert_eq!(loader.wanted(&for_catalog(&new, 4), START), Ok(None));
}

#[test]
fn a_catalog_is_wanted_only_for_a_snapshot_that_holds_so_far() {
    use ErrorCode::{
        CatalogMismatch, ClaimInvalid, SignatureInvalid, SnapshotExpired, SnapshotInvalid,
        SnapshotRollback,
    };
    let mut loader = loader();
    loader.load(&numbered(5, 0), START).unwrap();
    let new = catalog(&next_shop(1));
    let name = json!({"id": "shop", "sha256": new.name().sha256()});
    let of = |changes: Value| token(&with(clerk(json!({"catalog": name})), changes));
    let (good, other) = (of(json!({})), token(&json!({})));
    let signature = other.rsplit_once('.').unwrap().1;
    let forged = format!("{}.{signature}", good.rsplit_once('.').unwrap().0);
    let held = json!({"id": "shed", "sha256": catalog(&shop()).name().sha256()});
    for (token, code) in [
        (forged, SignatureInvalid),
        (of(json!({"iss": "https://other.example"})), ClaimInvalid),
        (of(json!({"seq": 4})), SnapshotRollback),
        (of(json!({"fmt": 2})), SnapshotInvalid),
        (
            of(json!({"catalog": {"id": "shop", "sha256": "AA"}})),
            SnapshotInvalid,
        ),
        (of(json!({"catalog": held})), CatalogMismatch),
    ] {
        assert_eq!(loader.wanted(&token, START).unwrap_err().code(), code);
    }
    let late = loader.wanted(&good, after(3660)).unwrap_err();
    assert_eq!(late.code(), SnapshotExpired);
    assert!(loader.wanted(&good, START).unwrap().is_some());
}

#[test]
fn what_happens_while_a_catalog_is_fetched_is_checked_again() {
    let new = catalog(&next_shop(1));
    let ready = || {
        let mut loader = loader();
        loader.load(&numbered(1, 0), START).unwrap();
        assert!(
            loader
                .wanted(&for_catalog(&new, 2), START)
                .unwrap()
                .is_some()
        );
        loader
    };
    let mut overtaken = ready();
    overtaken.load(&numbered(3, 0), START).unwrap();
    overtaken.keep(Arc::clone(&new));
    let error = overtaken.load(&for_catalog(&new, 2), START).unwrap_err();
    assert_eq!(error.code(), ErrorCode::SnapshotRollback);

    let mut late = ready();
    late.keep(Arc::clone(&new));
    let error = late.load(&for_catalog(&new, 2), after(3660)).unwrap_err();
    assert_eq!(error.code(), ErrorCode::SnapshotExpired);

    let mut good = ready();
    good.keep(Arc::clone(&new));
    good.load(&for_catalog(&new, 2), after(3600)).unwrap();
    assert!(can(&good, "stock.view"));
}

#[test]
fn a_loader_keeps_the_last_few_catalogs_and_those_it_was_made_with() {
    let mut loader = loader();
    let releases: Vec<_> = (0..6).map(|n| catalog(&next_shop(n))).collect();
    for catalog in releases.iter().chain(&releases[3..4]) {
        loader.keep(Arc::clone(catalog));
    }
    let lacks = |catalog: &Arc<Catalog>| {
        let wanted = loader.wanted(&for_catalog(catalog, 1), START).unwrap();
        wanted.is_some()
    };
    let lacking: Vec<bool> = releases.iter().map(lacks).collect();
    assert_eq!(lacking, [true, true, false, false, false, false]);
    assert!(!lacks(&catalog(&shop())));
}
