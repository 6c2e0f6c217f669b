//! What holds whatever the catalog, the snapshot and the record: random ones, made and signed here.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rolegate::{Change, Loader, ReasonCode, UnixTime};
use serde_json::json;

use crate::util::{ISSUED, NOW, claims, expectations, keys, shipped, token};
use crate::worlds::{Facts, RELATIONS, facts, world};

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(192), failure_persistence: None, ..ProptestConfig::default() })]

    /// The table and the full model are two ways to one answer.
    #[test]
    fn the_table_says_what_the_full_model_says(world in world(), facts in facts()) {
        let gate = world.gate();
        let view = gate.in_workspace(None);
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
            let decision = gate.in_workspace(None).decide(&question, Some(&record), NOW);
            let reasons: Vec<ReasonCode> = decision.missing.iter().map(|missing| missing.code).collect();
            let expected = (!decision.is_allow()).then_some(decision.code);
            prop_assert_eq!(reasons.first().copied(), expected, "{}", question);
            prop_assert!(reasons.is_sorted(), "{}: {:?}", question, reasons);
        }
    }

    /// One more role never takes a right away, on any record.
    #[test]
    fn one_more_role_takes_nothing_away(world in world(), facts in facts(), role in 0..3_usize) {
        let more = world.with_role(&format!("r{role}")).gate();
        let gate = world.gate();
        let record = facts.record();
        for question in world.questions() {
            let before = gate.in_workspace(None).level(&question, Some(&record), NOW);
            prop_assert!(more.in_workspace(None).level(&question, Some(&record), NOW) >= before, "{}", question);
        }
    }

    /// One more relation never takes a right away, where it ends no other and moves nothing out of sight.
    #[test]
    fn one_more_relation_takes_nothing_away(
        world in world(), facts in facts(), relation in select(&RELATIONS[..]),
    ) {
        let gate = world.gate();
        let record = facts.record();
        for more in facts.standing_in(relation) {
            if !only_adds(&facts, &more) {
                continue;
            }
            let more = more.record();
            for question in world.questions() {
                let before = gate.in_workspace(None).decide(&question, Some(&record), NOW);
                let after = gate.in_workspace(None).decide(&question, Some(&more), NOW);
                if after.code != ReasonCode::Filtered {
                    prop_assert!(after.level >= before.level, "{}: {:?} then {:?}", question, before, after);
                }
            }
        }
    }

    /// A question could be allowed for some record exactly where there can be one for which it is, and
    /// only then is it suggested to ask with one.
    #[test]
    fn maybe_is_yes_exactly_where_some_record_is_allowed(world in world()) {
        let gate = world.gate();
        let view = gate.in_workspace(None);
        let records = world.records();
        for question in world.questions() {
            let mut records = records.iter().map(Facts::record);
            let allowed = records.any(|record| view.can(&question, Some(&record), NOW));
            prop_assert_eq!(view.maybe(&question, NOW), allowed, "{}", question);
            let asked = view.decide(&question, None, NOW);
            if asked.code == ReasonCode::RecordRequired {
                let change = allowed.then(|| Change::Record("doc".to_owned()));
                prop_assert_eq!(&asked.missing[0].changes[..], change.as_slice(), "{}", question);
            }
        }
    }

    /// A value that is lacking on one record is there on others exactly where the reason says so.
    #[test]
    fn the_reason_is_a_relation_exactly_where_another_record_has_the_value(world in world()) {
        let gate = world.gate();
        let records = world.records();
        let some = || records.iter().step_by(records.len().div_ceil(SOME_RECORDS));
        for question in world.questions() {
            let reason = |facts: &Facts| gate.in_workspace(None).decide(&question, Some(&facts.record()), NOW).code;
            let lacks = [ReasonCode::Filtered, ReasonCode::NotGranted, ReasonCode::Relation];
            let has_value = |facts: &Facts| !lacks.contains(&reason(facts));
            let is = |sought| move |facts: &Facts| reason(facts) == sought;
            if some().any(is(ReasonCode::Relation)) {
                prop_assert!(records.iter().any(has_value), "{}: a relation", question);
            }
            if some().any(is(ReasonCode::NotGranted)) {
                prop_assert!(!some().any(has_value), "{}: not granted", question);
            }
        }
    }

    /// Time going on never turns a denial by expiry into an allow.
    #[test]
    fn nothing_comes_back_after_expiry(world in world(), later in 0..100_000_u64, still_later in 0..100_000_u64) {
        let gate = world.gate();
        for question in world.questions() {
            let at = |seconds| gate.in_workspace(None).decide(&question, None, UnixTime::from_secs(ISSUED + seconds));
            let (first, second) = (at(later), at(later + still_later));
            if first.code == ReasonCode::Expired {
                prop_assert_eq!(second.code, ReasonCode::Expired);
            }
            prop_assert_eq!(first.code == ReasonCode::Expired, later >= 3600 + 60);
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
        for permission in world.stored {
            prop_assert!(!gate.in_workspace(None).can(&permission.name, Some(&record), NOW));
        }
    }
}

/// How many of a world's records are asked about where a law looks at many.
const SOME_RECORDS: usize = 24;

/// How many cases, unless `PROPTEST_CASES` says.
pub(crate) fn cases(usual: u32) -> u32 {
    let set = std::env::var("PROPTEST_CASES").ok();
    set.map_or(usual, |cases| cases.parse().unwrap())
}

/// Whether the second record has only facts more than the first.
fn only_adds(facts: &Facts, more: &Facts) -> bool {
    let adds = |before: Option<&str>, after: Option<&str>| before.is_none() || before == after;
    adds(facts.owner, more.owner)
        && adds(facts.assignee, more.assignee)
        && adds(facts.group, more.group)
        && adds(facts.organization, more.organization)
        && facts.shared <= more.shared
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
                loader.load(&text, NOW).is_err(),
                "bit {bit} of byte {place}"
            );
        }
    }
    loader.load(&token, NOW).unwrap();
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
            prop_assert!(loader.load(&mutated, NOW).is_err());
            Ok(())
        })?;
    }
}
