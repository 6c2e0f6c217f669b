//! What a denial suggests: every choice of changes turns it into an allow, none is larger than it must
//! be, and where nothing is suggested, nothing would help.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use proptest::prelude::*;
use rolegate::{Change, Decision, Gate, Level, Missing, ReasonCode};
use serde_json::{Value, json};

use crate::laws::cases;
use crate::util::{NOW, snapshot};
use crate::worlds::{Facts, LAYERS, World, facts, world};

/// How many choices are made for one denial, evenly among all that there are.
const CHOICES: usize = 256;

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(192), failure_persistence: None, ..ProptestConfig::default() })]

    /// Where every reason has changes, one of each, whichever, made together turn the denial into an
    /// allow.
    #[test]
    fn any_choice_of_changes_turns_a_denial_into_an_allow(world in world(), facts in facts()) {
        let gates = Gates::default();
        for (question, decision) in denials(&world, &facts) {
            let leaves = leaves(&decision);
            let all = leaves.iter().map(|leaf| leaf.changes.len()).product::<usize>();
            for choice in (0..all).step_by(all.div_ceil(CHOICES).max(1)) {
                let chosen = choose(&leaves, choice);
                let after = gates.after(&world, &facts, &chosen, &question);
                prop_assert!(
                    after.is_allow(),
                    "{question}: {:#?}\nchosen: {chosen:?}\nafter: {after:#?}", decision.missing
                );
            }
        }
    }

    /// Where a reason has no changes, there is no record on which everything that the person could be
    /// given would be enough.
    #[test]
    fn where_nothing_is_suggested_nothing_would_help(world in world(), facts in facts()) {
        let everything = holding_everything(&world).gate();
        let records = world.records();
        for (question, decision) in denials(&world, &facts) {
            let is_hopeless = |leaf: &&Missing| leaf.changes.is_empty();
            if leaves(&decision).iter().any(is_hopeless) {
                for facts in &records {
                    let can = everything.in_workspace(None).can(&question, Some(&facts.record()), NOW);
                    prop_assert!(!can, "{question} on {facts:?}: {:#?}", decision.missing);
                }
            }
        }
    }

    /// A change of a value that is lacking alone is as small as can be.
    #[test]
    fn no_change_is_larger_than_it_must_be(world in world(), facts in facts()) {
        let gates = Gates::default();
        for (question, decision) in denials(&world, &facts) {
            let leaves = leaves(&decision);
            let (bought, values): (Vec<&Missing>, Vec<&Missing>) =
                leaves.iter().partition(|leaf| leaf.code == ReasonCode::NotEntitled);
            let bought: Vec<Change> =
                bought.iter().filter_map(|leaf| leaf.changes.first().cloned()).collect();
            if let [lack] = values[..] {
                for smaller in lack.changes.iter().flat_map(smaller) {
                    let chosen: Vec<Change> = bought.iter().cloned().chain(smaller).collect();
                    let Some(after) = gates.possible(&world, &facts, &chosen, &question) else { continue };
                    prop_assert!(
                        !after.is_allow(),
                        "{question}: {:#?}\nsmaller: {chosen:?}", decision.missing
                    );
                }
            }
        }
    }

    /// No set of entitlements holds one that could be left out, none is listed twice, and no role is
    /// suggested that the person holds.
    #[test]
    fn nothing_is_suggested_for_nothing(world in world(), facts in facts()) {
        let gates = Gates::default();
        for (question, decision) in denials(&world, &facts) {
            for leaf in leaves(&decision) {
                for (index, change) in leaf.changes.iter().enumerate() {
                    prop_assert!(!leaf.changes[..index].contains(change), "{question}: {leaf:#?}");
                    if let Change::Role(role) = change {
                        let held = world.membership()["roles"].as_array().unwrap();
                        prop_assert!(!held.contains(&json!(role)), "{question}: {leaf:#?}");
                    }
                    if let Change::Entitlements(_) = change {
                        for smaller in smaller(change) {
                            let smaller: Vec<Change> = smaller.into_iter().collect();
                            let after = gates.after(&world, &facts, &smaller, &question);
                            let still = after.missing.iter().any(|one| one.code == ReasonCode::NotEntitled);
                            prop_assert!(still, "{question}: {leaf:#?}");
                        }
                    }
                }
            }
        }
    }
}

/// The questions that are denied for this record, but for one that is out of sight: no change of what
/// a person holds brings it back.
fn denials(world: &World, facts: &Facts) -> Vec<(String, Decision)> {
    let gate = world.gate();
    let decide = |question: String| {
        let decision = gate
            .in_workspace(None)
            .decide(&question, Some(&facts.record()), NOW);
        (question, decision)
    };
    let decisions = world.questions().into_iter().map(decide);
    decisions
        .filter(|(_, decision)| !decision.is_allow() && decision.code != ReasonCode::Filtered)
        .collect()
}

/// What is missing, the lists of prerequisites in their place.
fn leaves(decision: &Decision) -> Vec<&Missing> {
    fn add<'a>(missing: &'a [Missing], leaves: &mut Vec<&'a Missing>) {
        for entry in missing {
            if entry.prerequisite.is_some() {
                add(&entry.missing, leaves);
            } else {
                leaves.push(entry);
            }
        }
    }
    let mut leaves = Vec::new();
    add(&decision.missing, &mut leaves);
    leaves
}

/// The choice of that number among all choices of one change for each.
fn choose(leaves: &[&Missing], mut number: usize) -> Vec<Change> {
    let mut chosen = Vec::new();
    for leaf in leaves {
        chosen.push(leaf.changes[number % leaf.changes.len()].clone());
        number /= leaf.changes.len();
    }
    chosen
}

/// The changes that ask for one thing less; `None` asks for nothing.
fn smaller(change: &Change) -> Vec<Option<Change>> {
    fn without<T: Clone>(all: &[T]) -> Vec<Vec<T>> {
        let index = |index| {
            let mut fewer = all.to_vec();
            fewer.remove(index);
            fewer
        };
        (0..all.len()).map(index).collect()
    }
    let values = |values, relations| Change::Values { values, relations };
    match change {
        Change::Relations(all) => {
            let fewer = without(all).into_iter();
            fewer.map(|fewer| Some(Change::Relations(fewer))).collect()
        }
        Change::Entitlements(all) => {
            let fewer = without(all).into_iter();
            fewer
                .map(|fewer| Some(Change::Entitlements(fewer)))
                .collect()
        }
        Change::Values {
            values: all,
            relations,
        } => {
            let mut changes: Vec<Option<Change>> = Vec::new();
            for fewer in without(all) {
                changes.push(Some(values(fewer, relations.clone())));
            }
            for fewer in without(relations) {
                changes.push(Some(values(all.clone(), fewer)));
            }
            for (index, (_, level)) in all.iter().enumerate() {
                if *level == Level::Write {
                    let mut lower = all.clone();
                    lower[index].1 = Level::Read;
                    changes.push(Some(values(lower, relations.clone())));
                }
            }
            changes
        }
        Change::Together(all) => {
            let mut changes: Vec<Option<Change>> = Vec::new();
            for (index, part) in all.iter().enumerate() {
                for smaller in smaller(part) {
                    let mut parts = all.clone();
                    parts.splice(index..=index, smaller);
                    changes.push(Some(Change::Together(parts)));
                }
            }
            changes
        }
        Change::Role(_) => vec![None],
        other => panic!("is no change of what is held: {other:?}"),
    }
}

/// Gates by their claims: many choices come to the same.
#[derive(Default)]
struct Gates(RefCell<HashMap<String, Rc<Gate>>>);

impl Gates {
    fn of(&self, world: &World) -> Rc<Gate> {
        let mut gates = self.0.borrow_mut();
        let gate = gates.entry(world.claims.to_string());
        Rc::clone(gate.or_insert_with(|| Rc::new(world.gate())))
    }

    /// The answer once these changes are made.
    fn after(&self, world: &World, facts: &Facts, chosen: &[Change], question: &str) -> Decision {
        let after = self.possible(world, facts, chosen, question);
        after.unwrap_or_else(|| panic!("{chosen:?} cannot be made in {world:?}"))
    }

    /// The answer once these changes are made, if they can be: on a record in sight where one is.
    fn possible(
        &self,
        world: &World,
        facts: &Facts,
        chosen: &[Change],
        question: &str,
    ) -> Option<Decision> {
        let mut world = world.clone();
        let mut records = vec![facts.clone()];
        for change in chosen {
            make(&mut world, &mut records, change)?;
        }
        let gate = self.of(&world);
        let decide = |facts: &Facts| {
            gate.in_workspace(None)
                .decide(question, Some(&facts.record()), NOW)
        };
        let mut decisions: Vec<Decision> = records.iter().map(decide).collect();
        decisions.sort_by_key(|decision| decision.code == ReasonCode::Filtered);
        decisions.into_iter().next()
    }
}

/// Makes a change, and keeps all the records that may be meant; `None` where it cannot be made.
fn make(world: &mut World, records: &mut Vec<Facts>, change: &Change) -> Option<()> {
    let mut relations = &Vec::new();
    match change {
        Change::Role(role) => *world = world.with_role(role),
        Change::Values {
            values,
            relations: more,
        } => {
            for (permission, level) in values {
                set(world, permission, *level)?;
            }
            relations = more;
        }
        Change::Relations(more) => relations = more,
        Change::Entitlements(entitlements) => {
            let held = world.claims["entitlements"].as_array_mut().unwrap();
            for entitlement in entitlements {
                if !held.contains(&json!(entitlement)) {
                    held.push(json!(entitlement));
                }
            }
        }
        Change::Together(changes) => {
            for change in changes {
                make(world, records, change)?;
            }
        }
        other => panic!("is no change of what is held: {other:?}"),
    }
    for relation in relations {
        *records = records
            .iter()
            .flat_map(|facts| facts.standing_in(relation.as_str()))
            .collect();
    }
    Some(())
}

/// Gives the person a value: in the nearest layer that they can have, or else in a role of theirs.
fn set(world: &mut World, permission: &str, level: Level) -> Option<()> {
    let higher = |before: &Value| {
        let before = before.as_str().and_then(Level::parse).unwrap_or_default();
        json!(before.max(level).as_str())
    };
    let before = world.claims.clone();
    let membership = &mut world.claims["memberships"][0];
    let group = membership["groups"][0].clone();
    let layers = membership["layers"].as_array_mut().unwrap();
    let known = world.file["layers"].as_array().unwrap();
    let at = layers
        .iter()
        .rposition(|layer| layer["values"].get(permission).is_some());
    let from = LAYERS
        .into_iter()
        .rev()
        .find(|from| known.contains(&json!(from)) && (*from != "group" || !group.is_null()));
    if let Some(from) = at
        .map(|at| layers[at]["from"].clone())
        .or(from.map(|from| json!(from)))
    {
        if !layers.iter().any(|layer| layer["from"] == from) {
            let mut layer = json!({"from": from, "values": {}});
            if from == "group" {
                layer["id"] = group;
            }
            layers.push(layer);
        }
        let layer = layers
            .iter_mut()
            .find(|layer| layer["from"] == from)
            .unwrap();
        layer["values"][permission] = higher(&layer["values"][permission]);
        if snapshot(&world.catalog, &world.claims).is_ok() {
            return Some(());
        }
    }
    world.claims = before.clone();
    if at.is_some() {
        return None;
    }
    let held = world.membership()["roles"].as_array().unwrap().clone();
    for role in held {
        // An edit in the place of a higher value with a condition would take that away.
        if world.gives(role.as_str().unwrap(), permission) > level {
            continue;
        }
        let roles = world.claims["roles"].as_array_mut().unwrap();
        if !roles.iter().any(|one| one["id"] == role) {
            roles.push(json!({"id": role, "values": {}}));
        }
        let edit = roles.iter_mut().find(|one| one["id"] == role).unwrap();
        edit["values"][permission] = higher(&edit["values"][permission]);
        if snapshot(&world.catalog, &world.claims).is_ok() {
            return Some(());
        }
        world.claims = before.clone();
    }
    None
}

/// The person with every role and entitlement, and every value as high as it can be set.
fn holding_everything(world: &World) -> World {
    let mut all = world.clone();
    for permission in &world.stored {
        let mut levels = permission.words[1..]
            .iter()
            .rev()
            .filter_map(|word| Level::parse(word));
        levels.any(|level| set(&mut all, &permission.name, level).is_some());
    }
    for role in ["r0", "r1", "r2", "own-role"] {
        all = all.with_role(role);
    }
    all.claims["entitlements"] = json!(["e0", "e1", "e2"]);
    all
}
