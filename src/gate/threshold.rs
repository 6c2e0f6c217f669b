//! How much of a permission a question asks for.

use crate::catalog::Permission;
use crate::value::Level;

/// The value that a question asks for. A permission has a row in the table for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Threshold {
    /// The least value above `off`.
    Least,
    /// The highest value. Of a switch it is the same, and so is the row.
    Top,
}

impl Threshold {
    pub(crate) const ALL: [Threshold; 2] = [Threshold::Least, Threshold::Top];

    /// The value that it stands for, of this permission.
    pub(crate) const fn level(self, permission: &Permission) -> Level {
        match self {
            Threshold::Least => permission.values.least(),
            Threshold::Top => permission.values.top(),
        }
    }

    /// The threshold that stands for `level` of this permission.
    pub(crate) fn of(permission: &Permission, level: Level) -> Option<Threshold> {
        Threshold::ALL
            .into_iter()
            .find(|threshold| threshold.level(permission) == level)
    }
}
