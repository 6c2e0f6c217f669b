//! What the corpus of decisions holds. `tests/common` runs it.

use std::collections::BTreeSet;

use crate::common::decisions;
use rolegate::{Outcome, ReasonCode, ViolationCode};

#[test]
fn every_product_is_asked_enough() {
    for product in decisions::products() {
        let questions = product.snapshots.iter().flat_map(|case| &case.questions);
        assert!(questions.count() >= 60, "{}", product.product);
    }
}

#[test]
fn every_reason_and_every_outcome_occurs() {
    let products = decisions::products();
    let found: BTreeSet<(&str, &str)> = products
        .iter()
        .flat_map(decisions::Product::questions)
        .map(|question| (question.code.as_str(), question.outcome.as_str()))
        .collect();
    let codes: BTreeSet<_> = found.iter().map(|(code, _)| *code).collect();
    let all = ReasonCode::ALL.iter().map(|reason| reason.as_str());
    assert_eq!(codes, all.collect());
    let outcomes: BTreeSet<_> = found.iter().map(|(_, outcome)| *outcome).collect();
    let all = Outcome::ALL.iter().map(|outcome| outcome.as_str());
    assert_eq!(outcomes, all.collect());
}

#[test]
fn every_violation_occurs() {
    let products = decisions::products();
    let found: BTreeSet<&str> = products
        .iter()
        .flat_map(|product| &product.snapshots)
        .flat_map(|case| &case.administration.check_edit)
        .flat_map(decisions::CheckEdit::codes)
        .collect();
    let all = [
        ViolationCode::UnknownRole,
        ViolationCode::UnknownPermission,
        ViolationCode::NotEditable,
        ViolationCode::Derived,
        ViolationCode::WrongValue,
        ViolationCode::Fixed,
        ViolationCode::Reserved,
        ViolationCode::WrongBase,
        ViolationCode::ExceedsAuthor,
    ];
    assert_eq!(found, all.map(ViolationCode::as_str).into());
}
