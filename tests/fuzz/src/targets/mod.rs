//! One function for each fuzz target: it takes any bytes, and panics where the core is wrong.

#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a target says what is wrong by failing"
)]

mod ask;
mod catalog;
mod claims;
mod edits;
mod key_set;
mod loads;
mod token;

pub use catalog::catalog;
pub use claims::claims;
pub use key_set::key_set;
pub use loads::loads;
pub use token::token;

/// A target, with the name of its folders.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const ALL: [Target; 5] = [
    ("token", token),
    ("key_set", key_set),
    ("catalog", catalog),
    ("claims", claims),
    ("loads", loads),
];

/// Bytes as a row of choices; where they end, every choice is the first.
struct Choices<'a>(&'a [u8]);

impl Choices<'_> {
    fn is_over(&self) -> bool {
        self.0.is_empty()
    }

    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        *first
    }

    /// A position in something of this length.
    fn below(&mut self, length: usize) -> usize {
        let number = if length > 256 {
            usize::from(self.byte()) << 8 | usize::from(self.byte())
        } else {
            usize::from(self.byte())
        };
        number % length.max(1)
    }

    fn of<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}
