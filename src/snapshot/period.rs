//! When a snapshot is in force.

use crate::time::UnixTime;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How the snapshot in force stands to a clock.
    pub enum State {
        /// No snapshot is in force: nothing was loaded, or it was cleared.
        Empty = "empty",
        /// In force.
        Ready = "ready",
        /// In force, and past the time at which it should have been refreshed.
        Stale = "stale",
        /// Expired.
        Expired = "expired",
        /// The clock shows a time before the snapshot's, or one before a time that it has shown already,
        /// or no time at all.
        NotYetValid = "not-yet-valid",
    }
}

/// When a snapshot is in force; leeway is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// In force from here on.
    pub(crate) from: UnixTime,
    /// Stale from here on.
    pub(crate) stale: UnixTime,
    /// Expired from here on.
    pub(crate) until: UnixTime,
}

impl Period {
    pub(crate) fn state(&self, now: UnixTime) -> State {
        if now >= self.until {
            State::Expired
        } else if now < self.from {
            State::NotYetValid
        } else if now >= self.stale {
            State::Stale
        } else {
            State::Ready
        }
    }

    /// The next point in time at which the state is another one.
    pub(crate) fn next_change(&self, now: UnixTime) -> Option<UnixTime> {
        [self.from, self.stale, self.until]
            .into_iter()
            .filter(|change| *change > now)
            .min()
    }
}
