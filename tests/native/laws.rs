//! What holds whatever the catalog, the snapshot and the record: random ones, made and signed here.

use std::sync::Arc;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rolegate::{
    Catalog, Change, Collaborator, Decision, Fact, Gate, Loader, Missing, Reason, Record, UnixTime,
};
use serde_json::{Value, json};

use crate::util::{
    ISSUED, NOW, catalog, claims, expectations, gate, keys, shipped, snapshot, token, with,
};

const RELATIONS: [&str; 8] = [
    "own",
    "shared",
    "shared-edit",
    "mine",
    "assigned",
    "unassigned",
    "same-group",
    "same-organization",
];

/// A rule that refers to permissions `p0` to `p{before - 1}`, all of them about no record or `doc`.
fn rule(
    before: usize,
    kinds: Vec<(bool, bool)>,
    level: bool,
    record: bool,
) -> BoxedStrategy<Value> {
    let own_values = if level {
        vec!["off", "read", "write"]
    } else {
        vec!["off", "on"]
    };
    let mut leaves = vec![
        select(own_values)
            .prop_map(|value| json!({"value": value}))
            .boxed(),
    ];
    if record {
        leaves.push(
            select(&RELATIONS[..])
                .prop_map(|relation| json!({"relation": relation}))
                .boxed(),
        );
    }
    let usable: Vec<usize> = (0..before)
        .filter(|other| record || !kinds[*other].1)
        .collect();
    if !usable.is_empty() {
        let kinds = kinds.clone();
        leaves.push(
            (select(usable), any::<bool>())
                .prop_map(move |(other, top)| {
                    let name = format!("p{other}");
                    match (kinds[other].0, top) {
                        (is_level, true) if is_level == level => json!({"permission": name}),
                        (true, true) => json!({"permission": name, "at_least": "write"}),
                        (true, false) => json!({"permission": name, "at_least": "read"}),
                        (false, _) => json!({"permission": name, "at_least": "on"}),
                    }
                })
                .boxed(),
        );
    }
    let leaf = proptest::strategy::Union::new(leaves);
    leaf.prop_recursive(3, 8, 3, |part| {
        (any::<bool>(), vec(part, 1..4)).prop_map(|(any, parts)| {
            if any {
                json!({"any": parts})
            } else {
                json!({"all": parts})
            }
        })
    })
    .boxed()
}

/// A permission called `p{index}`, after others of these kinds (level?, about `doc`?).
fn permission(index: usize, kinds: Vec<(bool, bool)>) -> BoxedStrategy<Value> {
    let (level, record) = kinds[index];
    let needs = vec(
        prop_oneof![
            select(vec!["e0", "e1", "e2"]).prop_map(|entitlement| json!(entitlement)),
            btree_set(select(vec!["e0", "e1", "e2"]), 1..3).prop_map(|any| json!(any)),
        ],
        0..2,
    );
    let before: Vec<usize> = (0..index)
        .filter(|other| record || !kinds[*other].1)
        .collect();
    let requires = if before.is_empty() {
        Just(Vec::new()).boxed()
    } else {
        let kinds = kinds.clone();
        vec((select(before), any::<bool>()), 0..2)
            .prop_map(move |required| {
                required
                    .into_iter()
                    .map(|(other, top)| match (kinds[other].0, top) {
                        (true, false) => {
                            json!({"permission": format!("p{other}"), "at_least": "read"})
                        }
                        _ => json!({"permission": format!("p{other}")}),
                    })
                    .collect::<Vec<_>>()
            })
            .boxed()
    };
    let rule = prop::option::weighted(0.3, rule(index, kinds, level, record));
    (needs, requires, rule)
        .prop_map(move |(needs, requires, rule)| {
            let mut permission = json!({
                "id": format!("p{index}"), "label": {"en": "P"}, "values": if level { "level" } else { "switch" },
                "needs": needs, "requires": requires,
            });
            if record {
                permission["record"] = json!("doc");
            }
            if let Some(rule) = rule {
                permission["rule"] = rule;
            }
            permission
        })
        .boxed()
}

/// What a role or a layer may say about these permissions.
fn values(permissions: &[Value], conditional: bool) -> BoxedStrategy<Value> {
    let stored: Vec<(String, bool, bool)> = permissions
        .iter()
        .filter(|permission| permission.get("rule").is_none())
        .map(|permission| {
            let id = permission["id"].as_str().unwrap().to_owned();
            (
                id,
                permission["values"] == "level",
                permission.get("record").is_some(),
            )
        })
        .collect();
    let one = stored.into_iter().map(move |(id, level, record)| {
        let words = if level {
            vec!["off", "read", "write"]
        } else {
            vec!["off", "on"]
        };
        let plain = select(words.clone()).prop_map(|value| json!(value)).boxed();
        let above: Vec<&str> = words[1..].to_vec();
        let value = if conditional && record {
            let when = (select(above), btree_set(select(&RELATIONS[..]), 1..3))
                .prop_map(|(value, relations)| json!({"value": value, "if": relations}));
            prop_oneof![plain, when].boxed()
        } else {
            plain
        };
        prop::option::of(value).prop_map(move |value| (id.clone(), value))
    });
    one.collect::<Vec<_>>()
        .prop_map(|values| {
            Value::Object(
                values
                    .into_iter()
                    .filter_map(|(id, value)| Some((id, value?)))
                    .collect(),
            )
        })
        .boxed()
}

/// A random product: its catalog, and what one person holds in it.
#[derive(Debug, Clone)]
struct World {
    catalog: Arc<Catalog>,
    claims: Value,
    permissions: Vec<String>,
}

impl World {
    fn gate(&self) -> Gate {
        gate(&self.catalog, &self.claims)
    }

    /// The same person with one more role.
    fn with_role(&self, role: &str) -> World {
        let mut world = self.clone();
        let roles = world.claims["memberships"][0]["roles"]
            .as_array_mut()
            .unwrap();
        if !roles.contains(&json!(role)) {
            roles.push(json!(role));
        }
        world
    }

    /// The questions that can be asked: each permission at each of its values above `off`.
    fn questions(&self) -> Vec<String> {
        self.permissions.clone()
    }
}

fn world() -> impl Strategy<Value = World> {
    vec(any::<(bool, bool)>(), 1..7)
        .prop_flat_map(|kinds| {
            (0..kinds.len()).map(|index| permission(index, kinds.clone())).collect::<Vec<_>>()
        })
        .prop_flat_map(|permissions| {
            let role = values(&permissions, true);
            let layer = prop::option::weighted(0.4, values(&permissions, false));
            (
                Just(permissions),
                [role.clone(), role.clone(), role.clone(), role],
                [layer.clone(), layer.clone(), layer],
                btree_set(0..3_usize, 0..3),
                btree_set(select(vec!["e0", "e1", "e2"]), 0..3),
                prop::option::weighted(0.3, vec(btree_set(select(vec!["g1", "g2"]), 0..3), 0..2)),
            )
        })
        .prop_map(|(permissions, roles, layers, held, entitlements, filters)| {
            let [r0, r1, r2, r3] = roles;
            let role = |id: &str, values| json!({"id": id, "label": {"en": "R"}, "values": values});
            let file = json!({
                "format": 1, "id": "random", "label": {"en": "Random"},
                "entitlements": [
                    {"id": "e0", "label": {"en": "E"}},
                    {"id": "e1", "label": {"en": "E"}, "includes": ["e0"]},
                    {"id": "e2", "label": {"en": "E"}},
                ],
                "layers": ["company", "group", "user"], "filters": ["groups"],
                "records": {"doc": {"label": {"en": "D"}, "relations": RELATIONS}},
                "areas": [{"id": "all", "label": {"en": "A"}, "permissions": permissions}],
                "roles": [role("r0", r0), role("r1", r1), role("r2", r2)],
                "custom_roles": {},
            });
            let [company, group, user] = layers;
            let layers: Vec<Value> = [("company", company), ("group", group), ("user", user)]
                .into_iter()
                .filter_map(|(from, values)| {
                    let mut layer = json!({"from": from, "values": values?});
                    if from == "group" {
                        layer["id"] = json!("g1");
                    }
                    Some(layer)
                })
                .collect();
            let filters: Vec<Value> =
                filters.unwrap_or_default().into_iter().map(|groups| json!({"groups": groups})).collect();
            let catalog = catalog(&file);
            let held: Vec<String> = held.into_iter().map(|role| format!("r{role}")).collect();
            let membership = json!({
                "workspace": "w1", "roles": held, "groups": ["g1"], "layers": layers, "filters": filters,
            });
            let claims = with(
                claims(&catalog, json!([membership])),
                json!({
                    "entitlements": entitlements,
                    "roles": [{"id": "own-role", "label": {"en": "O"}, "values": r3}],
                }),
            );
            let names = permissions.iter().flat_map(|permission| {
                let id = permission["id"].as_str().unwrap();
                let top = if permission["values"] == "level" { "write" } else { "on" };
                [id.to_owned(), format!("{id}:{top}")]
            });
            World { catalog, claims, permissions: names.collect() }
        })
}

/// Facts of a record, by who or what they name.
#[derive(Debug, Clone)]
struct Facts {
    owner: Option<&'static str>,
    assignee: Option<&'static str>,
    group: Option<&'static str>,
    organization: Option<&'static str>,
    shared: Option<bool>,
}

impl Facts {
    fn record(&self) -> Record<'static> {
        let fact = |fact: Option<&'static str>| match fact {
            None => Fact::Unread,
            Some("") => Fact::Empty,
            Some(id) => Fact::Id(id),
        };
        Record {
            owner: fact(self.owner),
            assignee: fact(self.assignee),
            group: fact(self.group),
            organization: fact(self.organization),
            queue: Fact::Unread,
            collaborators: self
                .shared
                .map(|edit| Collaborator { id: "u42", edit })
                .into_iter()
                .collect(),
        }
    }

    /// The same record, standing in one more relation; `None` where that cannot be.
    fn standing_in(&self, relation: &str) -> Option<Facts> {
        let mut facts = self.clone();
        match relation {
            "own" => facts.owner = Some("u42"),
            "shared" => facts.shared = Some(facts.shared.unwrap_or(false)),
            "shared-edit" => facts.shared = Some(true),
            "mine" if facts.assignee != Some("") => facts.assignee = Some("u42"),
            "assigned" if facts.assignee != Some("") => {
                facts.assignee = Some(facts.assignee.unwrap_or("u1"))
            }
            "unassigned" if facts.assignee.is_none_or(str::is_empty) => facts.assignee = Some(""),
            "same-group" => facts.group = Some("g1"),
            "same-organization" => facts.organization = Some("w1"),
            _ => return None,
        }
        Some(facts)
    }
}

fn facts() -> impl Strategy<Value = Facts> {
    let person = || select(vec![None, Some(""), Some("u42"), Some("u1")]);
    let group = select(vec![None, Some(""), Some("g1"), Some("g2")]);
    let organization = select(vec![None, Some("w1"), Some("w2")]);
    (
        person(),
        person(),
        group,
        organization,
        any::<Option<bool>>(),
    )
        .prop_map(|(owner, assignee, group, organization, shared)| Facts {
            owner,
            assignee,
            group,
            organization,
            shared,
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// The table and the full model are two ways to one answer.
    #[test]
    fn the_table_says_what_the_full_model_says(world in world(), facts in facts()) {
        let gate = world.gate();
        let view = gate.view(None);
        let record = facts.record();
        for question in world.questions() {
            for about in [None, Some(&record)] {
                let answer = view.decide(&question, about, NOW);
                let explained = view.explain(&question, about, NOW).decision;
                prop_assert_eq!(&answer, &explained, "{} on {:?}", question, about);
                prop_assert_eq!(answer.is_allow(), view.can(&question, about, NOW));
                prop_assert_eq!(answer.level, view.level(&question, about, NOW));
            }
        }
    }

    /// The first of what is missing is the reason, they stand in order of precedence, and an allow
    /// lacks nothing.
    #[test]
    fn what_is_missing_begins_with_the_reason(world in world(), facts in facts()) {
        let gate = world.gate();
        let record = facts.record();
        for question in world.questions() {
            let decision = gate.view(None).decide(&question, Some(&record), NOW);
            let reasons: Vec<Reason> = decision.missing.iter().map(|missing| missing.reason).collect();
            let expected = (!decision.is_allow()).then_some(decision.reason);
            prop_assert_eq!(reasons.first().copied(), expected, "{}", question);
            prop_assert!(reasons.is_sorted(), "{}: {:?}", question, reasons);
        }
    }

    /// Making one suggested change of every missing entry turns a denial into an allow.
    #[test]
    fn a_suggested_change_turns_a_denial_into_an_allow(
        world in world(), facts in facts(), choice in any::<Index>(),
    ) {
        let gate = world.gate();
        let record = facts.record();
        for question in world.questions() {
            let decision = gate.view(None).decide(&question, Some(&record), NOW);
            if decision.is_allow() || decision.reason == Reason::Filtered {
                continue;
            }
            let mut changed = (world.clone(), facts.clone());
            let Some(()) = make_changes(&mut changed, &question, &decision.missing, choice) else { continue };
            let (world, facts) = changed;
            let after = world.gate();
            let after: Decision = after.view(None).decide(&question, Some(&facts.record()), NOW);
            // Moving a record to another group can take it out of sight; that is no promise of ours.
            prop_assume!(after.reason != Reason::Filtered);
            prop_assert!(after.is_allow(), "{}: {:#?}\nafter: {:#?}", question, decision.missing, after);
        }
    }

    /// One more role never takes a right away, on any record.
    #[test]
    fn one_more_role_takes_nothing_away(world in world(), facts in facts(), role in 0..3_usize) {
        let more = world.with_role(&format!("r{role}")).gate();
        let gate = world.gate();
        let record = facts.record();
        for question in world.questions() {
            let before = gate.view(None).level(&question, Some(&record), NOW);
            prop_assert!(more.view(None).level(&question, Some(&record), NOW) >= before, "{}", question);
        }
    }

    /// One more relation never takes a right away.
    #[test]
    fn one_more_relation_takes_nothing_away(
        world in world(), facts in facts(), relation in select(&RELATIONS[..]),
    ) {
        let Some(more) = facts.standing_in(relation) else { return Ok(()) };
        let gate = world.gate();
        let (record, more) = (facts.record(), more.record());
        for question in world.questions() {
            let before = gate.view(None).decide(&question, Some(&record), NOW);
            let after = gate.view(None).decide(&question, Some(&more), NOW);
            if after.reason != Reason::Filtered && before.reason != Reason::Filtered
                && facts.group.is_none_or(|group| Some(group) == more_group(&more))
                && facts.organization.is_none() == more.organization.eq(&Fact::Unread)
                && keeps_people(&facts, &more)
            {
                prop_assert!(after.level >= before.level, "{}: {:?} then {:?}", question, before, after);
            }
        }
    }

    /// What no record could allow is allowed on none, and what one allows could be.
    #[test]
    fn maybe_is_true_where_a_record_is_allowed(world in world(), facts in facts()) {
        let gate = world.gate();
        let record = facts.record();
        for question in world.questions() {
            if gate.view(None).can(&question, Some(&record), NOW) {
                prop_assert!(gate.view(None).maybe(&question, NOW), "{}", question);
            }
        }
    }

    /// Time going on never turns a denial by expiry into an allow.
    #[test]
    fn nothing_comes_back_after_expiry(world in world(), later in 0..100_000_u64, still_later in 0..100_000_u64) {
        let gate = world.gate();
        for question in world.questions() {
            let at = |seconds| gate.view(None).decide(&question, None, UnixTime::from_secs(ISSUED + seconds));
            let (first, second) = (at(later), at(later + still_later));
            if first.reason == Reason::Expired {
                prop_assert_eq!(second.reason, Reason::Expired);
            }
            prop_assert_eq!(first.reason == Reason::Expired, later >= 3600 + 60);
        }
    }

    /// A permission that no role or layer gives is never allowed, on any record.
    #[test]
    fn what_nobody_gives_is_never_allowed(world in world(), facts in facts()) {
        let mut nobody = world.clone();
        nobody.claims["memberships"][0]["roles"] = json!([]);
        nobody.claims["memberships"][0]["layers"] = json!([]);
        let gate = nobody.gate();
        let record = facts.record();
        for permission in world.catalog_stored() {
            prop_assert!(!gate.view(None).can(&permission, Some(&record), NOW));
        }
    }
}

/// A loader of a random product's usual person, and the token it accepts.
fn accepted() -> (Loader, String) {
    let catalog = shipped("userlike");
    let claims = claims(&catalog, json!([{"workspace": "w1", "roles": ["staff"]}]));
    let loader = Loader::new(keys(), [Arc::clone(&catalog)], expectations());
    (loader, token(&claims))
}

/// Mostly characters that a token can have, so that most mutations get as far as the signature.
fn character() -> impl Strategy<Value = char> {
    let usual = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    prop_oneof![9 => select(usual.chars().collect::<Vec<_>>()), 1 => any::<char>()]
}

const MILLIS: f64 = (ISSUED + 60) as f64 * 1000.0;

#[test]
fn every_flipped_bit_of_a_token_is_refused() {
    let (mut loader, token) = accepted();
    for place in 0..token.len() {
        for bit in 0..8 {
            let mut bytes = token.clone().into_bytes();
            bytes[place] ^= 1 << bit;
            // What is no UTF-8 cannot come in as text; JavaScript replaces it, and so do we here.
            let text = String::from_utf8_lossy(&bytes);
            assert!(
                loader.load(&text, MILLIS).is_err(),
                "bit {bit} of byte {place}"
            );
        }
    }
    loader.load(&token, MILLIS).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// A hundred thousand tokens with one to three characters replaced, removed or inserted: none loads.
    #[test]
    fn a_mutated_token_is_refused(edits in vec((any::<Index>(), prop::option::of(character()), any::<bool>()), 1..4)) {
        thread_local! {
            static ACCEPTED: std::cell::RefCell<(Loader, String)> = std::cell::RefCell::new(accepted());
        }
        ACCEPTED.with_borrow_mut(|(loader, token)| {
            let mut mutated: Vec<char> = token.chars().collect();
            for (place, character, insert) in &edits {
                let place = place.index(mutated.len());
                match character {
                    Some(character) if *insert => mutated.insert(place, *character),
                    Some(character) => mutated[place] = *character,
                    None => drop(mutated.remove(place)),
                }
            }
            let mutated: String = mutated.into_iter().collect();
            prop_assume!(mutated != *token);
            prop_assert!(loader.load(&mutated, MILLIS).is_err());
            Ok(())
        })?;
    }
}

impl World {
    /// The permissions that are not derived.
    fn catalog_stored(&self) -> Vec<String> {
        let trace = |gate: &Gate, name: &str| {
            let record = Record::default();
            let steps = gate.view(None).explain(name, Some(&record), NOW).trace;
            steps.iter().any(|step| {
                matches!(
                    step,
                    rolegate::Step::Part { .. } | rolegate::Step::Relation { .. }
                )
            })
        };
        let gate = self.gate();
        // A derived permission can be a constant; such a rule leaves no role step either.
        let derived = |name: &String| {
            let record = Record::default();
            let steps = gate.view(None).explain(name, Some(&record), NOW).trace;
            trace(&gate, name)
                || !steps
                    .iter()
                    .any(|step| matches!(step, rolegate::Step::Role { .. }))
        };
        self.questions()
            .into_iter()
            .filter(|name| !derived(name))
            .collect()
    }
}

fn more_group<'a>(record: &Record<'a>) -> Option<&'a str> {
    match record.group {
        Fact::Id(id) => Some(id),
        Fact::Empty | Fact::Unread => None,
    }
}

/// Whether no fact about people changed from the person to somebody else or from somebody to nobody.
fn keeps_people(facts: &Facts, more: &Record<'_>) -> bool {
    let person = |before: Option<&str>, after: Fact<'_>| match (before, after) {
        (Some("u42"), Fact::Id(id)) => id == "u42",
        (Some(""), fact) => fact == Fact::Empty,
        _ => true,
    };
    person(facts.owner, more.owner) && person(facts.assignee, more.assignee)
}

/// Makes one change for every missing entry; `None` where an entry suggests only what cannot be made
/// on this record, or nothing because nothing would help.
fn make_changes(
    changed: &mut (World, Facts),
    question: &str,
    missing: &[Missing],
    choice: Index,
) -> Option<()> {
    for entry in missing {
        if let Some((permission, level)) = &entry.prerequisite {
            make_changes(
                changed,
                &format!("{permission}:{level}"),
                &entry.missing,
                choice,
            )?;
            continue;
        }
        if entry.changes.is_empty() {
            assert!(
                is_hopeless(&changed.0, question),
                "no change is suggested for {entry:?}"
            );
            return None;
        }
        make(changed, &entry.changes[choice.index(entry.changes.len())])?;
    }
    Some(())
}

/// Whether nothing the person could hold gives it, such as with a rule that is `off` whatever happens.
fn is_hopeless(world: &World, question: &str) -> bool {
    let mut changed = (world.clone(), FACTS_OF_MINE);
    for permission in world.catalog_stored() {
        let (name, level) = permission.split_once(':').unwrap_or((&permission, ""));
        if let Some(level) = rolegate::Level::parse(level) {
            make(
                &mut changed,
                &Change::Values {
                    values: vec![(name.to_owned(), level)],
                    relations: vec![],
                },
            )
            .unwrap();
        }
    }
    let gate = changed.0.gate();
    [
        FACTS_OF_MINE,
        Facts {
            assignee: Some(""),
            ..FACTS_OF_MINE
        },
    ]
    .iter()
    .all(|facts| {
        let decision = gate.view(None).decide(question, Some(&facts.record()), NOW);
        [Reason::NotGranted, Reason::Relation, Reason::Filtered].contains(&decision.reason)
    })
}

/// A record to which the person stands in every relation but one.
const FACTS_OF_MINE: Facts = Facts {
    owner: Some("u42"),
    assignee: Some("u42"),
    group: Some("g1"),
    organization: Some("w1"),
    shared: Some(true),
};

fn make((world, facts): &mut (World, Facts), change: &Change) -> Option<()> {
    let membership = &mut world.claims["memberships"][0];
    match change {
        Change::Role(role) => *world = world.with_role(role),
        Change::Values { values, relations } => {
            // The nearest layer is the person's own.
            let layers = membership["layers"].as_array_mut().unwrap();
            if layers.last().is_none_or(|layer| layer["from"] != "user") {
                layers.push(json!({"from": "user", "values": {}}));
            }
            let own = &mut layers.last_mut().unwrap()["values"];
            for (permission, level) in values {
                // Two entries can ask for values of one permission; the higher serves both.
                let set = own[permission].as_str().and_then(rolegate::Level::parse);
                own[permission] = json!(set.unwrap_or_default().max(*level).as_str());
            }
            for relation in relations {
                *facts = facts.standing_in(relation.as_str())?;
            }
        }
        Change::Relations(relations) => {
            for relation in relations {
                *facts = facts.standing_in(relation.as_str())?;
            }
        }
        Change::Entitlements(entitlements) => {
            let held = world.claims["entitlements"].as_array_mut().unwrap();
            for entitlement in entitlements {
                if !held.contains(&json!(entitlement)) {
                    held.push(json!(entitlement));
                }
            }
        }
        other => panic!("cannot be made here: {other:?}"),
    }
    snapshot(&world.catalog, &world.claims).unwrap();
    Some(())
}
