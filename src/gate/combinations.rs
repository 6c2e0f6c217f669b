//! Sets of combinations of relations: on which records something holds.

use crate::catalog::Relation;

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

    /// On the records where at least one relation of `bits` holds.
    pub(crate) fn relations(bits: u8) -> Combinations {
        // In a word of 64 combinations the low six relations alternate; the upper two choose words.
        const ALTERNATING: [u64; 6] = [
            0xaaaa_aaaa_aaaa_aaaa,
            0xcccc_cccc_cccc_cccc,
            0xf0f0_f0f0_f0f0_f0f0,
            0xff00_ff00_ff00_ff00,
            0xffff_0000_ffff_0000,
            0xffff_ffff_0000_0000,
        ];
        let mut word = 0;
        for (bit, pattern) in ALTERNATING.into_iter().enumerate() {
            if bits & 1_u8.wrapping_shl(bit as u32) != 0 {
                word |= pattern;
            }
        }
        let sixth = if bits & 0x40 != 0 { u64::MAX } else { 0 };
        let seventh = if bits & 0x80 != 0 { u64::MAX } else { 0 };
        Combinations([word, word | sixth, word | seventh, word | sixth | seventh])
    }

    /// On the records of this combination as well.
    pub(crate) fn with(mut self, combination: u8) -> Combinations {
        if let Some(word) = self.0.get_mut(usize::from(combination >> 6)) {
            *word |= 1_u64.wrapping_shl(u32::from(combination & 63));
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
    pub(crate) fn has(self, combination: u8) -> bool {
        let [a, b, c, d] = self.0;
        let word = match combination >> 6 {
            0 => a,
            1 => b,
            2 => c,
            _ => d,
        };
        word.wrapping_shr(u32::from(combination & 63)) & 1 == 1
    }
}

/// Every combination of these relations, as bits.
pub(crate) fn combinations(relations: &[Relation]) -> core::ops::RangeInclusive<u8> {
    0..=u8::MAX
        .checked_shr(8_u32.saturating_sub(relations.len() as u32))
        .unwrap_or(0)
}

/// The relations that these bits stand for.
pub(crate) fn relations_of(kind: &[Relation], bits: u8) -> Vec<Relation> {
    let holds = |bit: usize| bits & 1_u8.wrapping_shl(bit as u32) != 0;
    kind.iter()
        .enumerate()
        .filter(|(bit, _)| holds(*bit))
        .map(|(_, relation)| *relation)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Combinations;

    #[test]
    fn a_cover_of_relations_holds_where_one_of_them_does() {
        for bits in 0..=u8::MAX {
            let cover = Combinations::relations(bits);
            for combination in 0..=u8::MAX {
                assert_eq!(
                    cover.has(combination),
                    bits & combination != 0,
                    "{bits:08b} on {combination:08b}"
                );
            }
        }
    }

    /// On the records of these combinations only.
    fn just(combinations: impl Iterator<Item = u8>) -> Combinations {
        combinations.fold(Combinations::NONE, Combinations::with)
    }

    #[test]
    fn a_cover_of_one_combination_is_not_empty() {
        for combination in 0..=u8::MAX {
            let cover = just(core::iter::once(combination));
            assert!(!cover.is_empty());
            for other in 0..=u8::MAX {
                assert_eq!(cover.has(other), other == combination);
            }
        }
    }

    #[test]
    fn a_cover_is_empty_where_none_of_its_words_has_a_bit() {
        for words in 0..16_u8 {
            let chosen = (0..4).filter(|word| words & (1 << word) != 0);
            let cover = just(chosen.map(|word: u8| word * 64));
            assert_eq!(cover.is_empty(), words == 0, "{words:04b}");
        }
    }
}
