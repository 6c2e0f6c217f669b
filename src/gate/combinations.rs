//! Sets of combinations of relations: on which records something holds.

use crate::catalog::RelationSet;

/// For each of the 256 combinations of at most eight relations, whether something holds on a record to
/// which a person has exactly these relations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Combinations([u64; 4]);

impl Combinations {
    /// On no record.
    pub(crate) const NONE: Combinations = Combinations([0; 4]);
    /// On every record.
    pub(crate) const ALL: Combinations = Combinations([u64::MAX; 4]);

    /// On every record if `holds`, else on none.
    pub(crate) const fn constant(holds: bool) -> Combinations {
        if holds {
            Combinations::ALL
        } else {
            Combinations::NONE
        }
    }

    /// On the records where at least one of these relations holds.
    pub(crate) fn with_any(relations: RelationSet) -> Combinations {
        let mut word = 0;
        for (bit, pattern) in ALTERNATING.into_iter().enumerate() {
            if relations.intersects(RelationSet::at(bit)) {
                word |= pattern;
            }
        }
        let all_if = |bit| match relations.intersects(RelationSet::at(bit)) {
            true => u64::MAX,
            false => 0,
        };
        let (sixth, seventh) = (all_if(6), all_if(7));
        Combinations([word, word | sixth, word | seventh, word | sixth | seventh])
    }

    /// On the records of these combinations, each with those relations added.
    pub(crate) fn adding(self, relations: RelationSet) -> Combinations {
        let mut words = self.0;
        for (bit, pattern) in ALTERNATING.into_iter().enumerate() {
            if relations.intersects(RelationSet::at(bit)) {
                let added = |word: u64| (word & pattern) | (word & !pattern).wrapping_shl(1 << bit);
                words = words.map(added);
            }
        }
        if relations.intersects(RelationSet::at(6)) {
            let [a, b, c, d] = words;
            words = [0, a | b, 0, c | d];
        }
        if relations.intersects(RelationSet::at(7)) {
            let [a, b, c, d] = words;
            words = [0, 0, a | c, b | d];
        }
        Combinations(words)
    }

    /// On the records of this combination as well.
    pub(crate) fn with(mut self, combination: RelationSet) -> Combinations {
        let (word, bit) = place(combination);
        if let Some(word) = self.0.get_mut(word) {
            *word |= 1_u64.wrapping_shl(bit);
        }
        self
    }

    pub(crate) fn or(self, other: Combinations) -> Combinations {
        let [a, b, c, d] = self.0;
        let [e, f, g, h] = other.0;
        Combinations([a | e, b | f, c | g, d | h])
    }

    pub(crate) fn and(self, other: Combinations) -> Combinations {
        let [a, b, c, d] = self.0;
        let [e, f, g, h] = other.0;
        Combinations([a & e, b & f, c & g, d & h])
    }

    pub(crate) fn is_empty(self) -> bool {
        let [a, b, c, d] = self.0;
        a | b | c | d == 0
    }

    /// Whether it holds on records of this combination.
    pub(crate) fn has(self, combination: RelationSet) -> bool {
        let (word, bit) = place(combination);
        let word = self.0.get(word).copied().unwrap_or_default();
        word.wrapping_shr(bit) & 1 == 1
    }
}

/// For each of the first six relations, the combinations of a word that have it. The seventh and the
/// eighth choose the word.
const ALTERNATING: [u64; 6] = [
    0xaaaa_aaaa_aaaa_aaaa,
    0xcccc_cccc_cccc_cccc,
    0xf0f0_f0f0_f0f0_f0f0,
    0xff00_ff00_ff00_ff00,
    0xffff_0000_ffff_0000,
    0xffff_ffff_0000_0000,
];

/// The word that has the bit of a combination, and the bit's position in it.
fn place(combination: RelationSet) -> (usize, u32) {
    let bits = combination.bits();
    (usize::from(bits >> 6), u32::from(bits & 63))
}

#[cfg(test)]
mod tests {
    use super::Combinations;
    use crate::catalog::RelationSet;

    fn all() -> impl Iterator<Item = RelationSet> {
        (0..=u8::MAX).map(RelationSet::from_bits)
    }

    #[test]
    fn something_holds_where_one_of_its_relations_does() {
        for relations in all() {
            let combinations = Combinations::with_any(relations);
            for combination in all() {
                assert_eq!(
                    combinations.has(combination),
                    relations.bits() & combination.bits() != 0,
                    "{relations:?} on {combination:?}"
                );
            }
        }
    }

    /// On the records of these combinations only.
    fn just(combinations: impl Iterator<Item = RelationSet>) -> Combinations {
        combinations.fold(Combinations::NONE, Combinations::with)
    }

    #[test]
    fn relations_are_added_to_each_combination() {
        for relations in all() {
            for combination in all() {
                assert_eq!(
                    Combinations::NONE.with(combination).adding(relations),
                    Combinations::NONE.with(combination.with(relations)),
                    "{relations:?} to {combination:?}"
                );
            }
            let some = just(all().filter(|combination| combination.bits() % 3 == 0));
            let each = all().filter(|combination| some.has(*combination));
            assert_eq!(
                some.adding(relations),
                just(each.map(|combination| combination.with(relations))),
                "{relations:?}"
            );
        }
    }

    #[test]
    fn a_set_of_one_combination_holds_that_one_alone() {
        for combination in all() {
            let only = just(core::iter::once(combination));
            assert!(!only.is_empty());
            for other in all() {
                assert_eq!(only.has(other), other == combination);
            }
        }
    }

    #[test]
    fn a_set_is_empty_where_none_of_its_words_has_a_bit() {
        for words in 0..16_u8 {
            let chosen = (0..4).filter(|word| words & (1 << word) != 0);
            let set = just(chosen.map(|word: u8| RelationSet::from_bits(word * 64)));
            assert_eq!(set.is_empty(), words == 0, "{words:04b}");
        }
    }
}
