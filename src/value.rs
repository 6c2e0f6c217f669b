//! What a permission is worth: switches and levels.

use core::fmt;

/// The value of a permission. Within one kind of values, greater means more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing. The least value of both kinds.
    #[default]
    Off,
    /// The lower step of a level: see.
    Read,
    /// The top of a level: see and act.
    Write,
    /// The top of a switch.
    On,
}

impl Level {
    /// Every value; the position is its number in a decision table.
    pub const ALL: [Level; 4] = [Level::Off, Level::Read, Level::Write, Level::On];

    /// The value as it is written in catalogs and snapshots.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Level::Off => "off",
            Level::Read => "read",
            Level::Write => "write",
            Level::On => "on",
        }
    }

    /// The value that is written `text`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.as_str() == text)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Which values a permission may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Values {
    /// `off < on`
    Switch,
    /// `off < read < write`
    Level,
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

    /// The word for this kind in catalogs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Values::Switch => "switch",
            Values::Level => "level",
        }
    }
}
