//! The values that permissions take: switches and levels.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// The value of a permission. Among the values of one kind, a greater one gives more. The position in
    /// this list is the number of the value in a decision table.
    #[derive(Default)]
    pub enum Level {
        /// Nothing: the lowest value of both kinds.
        #[default]
        Off = "off",
        /// The lower value of a level: to see.
        Read = "read",
        /// The highest value of a level: to see and to act.
        Write = "write",
        /// The highest value of a switch.
        On = "on",
    }
}

vocabulary! {
    /// The values that a permission can take.
    pub enum ValueKind {
        /// `off < on`
        Switch = "switch",
        /// `off < read < write`
        Level = "level",
    }
}

impl ValueKind {
    /// The values, from `off` to the highest.
    #[must_use]
    pub const fn all(self) -> &'static [Level] {
        match self {
            ValueKind::Switch => &[Level::Off, Level::On],
            ValueKind::Level => &[Level::Off, Level::Read, Level::Write],
        }
    }

    /// The lowest value above `off`, for which a question without a value asks.
    #[must_use]
    pub const fn least(self) -> Level {
        match self {
            ValueKind::Switch => Level::On,
            ValueKind::Level => Level::Read,
        }
    }

    /// The highest value.
    #[must_use]
    pub const fn top(self) -> Level {
        match self {
            ValueKind::Switch => Level::On,
            ValueKind::Level => Level::Write,
        }
    }

    /// Whether a permission of this kind may take `level`.
    #[must_use]
    pub fn has(self, level: Level) -> bool {
        self.all().contains(&level)
    }
}
