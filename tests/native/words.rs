//! The closed lists, against the ones that are kept for readers in other languages.

use std::collections::BTreeMap;

use rolegate::{
    ErrorCode, FactName, FilterMember, LayerKind, Level, Outcome, ReasonCode, Relation, State,
    Values, ViolationCode,
};

const KEPT: &str = include_str!("../vectors/words.json");

macro_rules! words {
    ($list:ident) => {
        $list::ALL.iter().map(|one| one.as_str()).collect()
    };
}

#[test]
fn the_kept_lists_are_those_of_the_core() {
    let kept: BTreeMap<String, Vec<String>> = serde_json::from_str(KEPT).unwrap();
    let lists: [(&str, Vec<&str>); 11] = [
        ("reasons", words!(ReasonCode)),
        ("outcomes", words!(Outcome)),
        ("levels", words!(Level)),
        ("values", words!(Values)),
        ("relations", words!(Relation)),
        ("facts", words!(FactName)),
        ("filters", words!(FilterMember)),
        ("layers", words!(LayerKind)),
        ("states", words!(State)),
        ("errors", words!(ErrorCode)),
        ("violations", words!(ViolationCode)),
    ];
    assert_eq!(kept.len(), lists.len());
    for (name, words) in lists {
        assert_eq!(kept[name], words, "{name}");
    }
}
