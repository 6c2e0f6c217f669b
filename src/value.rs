//! What a permission is worth: switches and levels.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// The value of a permission. Within one kind of values, greater means more; the position in the
    /// list is the value's number in a decision table.
    #[derive(Default)]
    pub enum Level {
        /// Nothing. The least value of both kinds.
        #[default]
        Off = "off",
        /// The lower step of a level: see.
        Read = "read",
        /// The top of a level: see and act.
        Write = "write",
        /// The top of a switch.
        On = "on",
    }
}

vocabulary! {
    /// Which values a permission may take.
    pub enum Values {
        /// `off < on`
        Switch = "switch",
        /// `off < read < write`
        Level = "level",
    }
}

impl Values {
    /// The values, from `off` to the top.
    #[must_use]
    pub const fn all(self) -> &'static [Level] {
        match self {
            Values::Switch => &[Level::Off, Level::On],
            Values::Level => &[Level::Off, Level::Read, Level::Write],
        }
    }

    /// The least value above `off`: what a question without a value asks for.
    #[must_use]
    pub const fn least(self) -> Level {
        match self {
            Values::Switch => Level::On,
            Values::Level => Level::Read,
        }
    }

    /// The highest value.
    #[must_use]
    pub const fn top(self) -> Level {
        match self {
            Values::Switch => Level::On,
            Values::Level => Level::Write,
        }
    }

    /// Whether a permission of this kind may take `level`.
    #[must_use]
    pub fn has(self, level: Level) -> bool {
        self.all().contains(&level)
    }
}
