//! What the clock has shown, so that setting it back revives nothing.

use crate::error::{Error, ErrorCode};
use crate::snapshot::Claims;
use crate::time::UnixTime;

/// The times that a loader was told, and the snapshots that vouch for them.
///
/// A snapshot that was issued later than all before it shows that a clock which agrees with it is right,
/// whoever it is about. From then on that clock is believed, even if it had shown a later time before.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    /// How far clocks may differ, in seconds.
    leeway: u64,
    /// The latest time that is believed. A later snapshot can set it back.
    believed: Option<UnixTime>,
    /// The latest time that was ever told.
    latest: Option<UnixTime>,
    /// When the newest of the snapshots that were in force was issued.
    last_issued: Option<UnixTime>,
}

impl Clock {
    pub(super) fn new(leeway: u64) -> Clock {
        Clock {
            leeway,
            believed: None,
            latest: None,
            last_issued: None,
        }
    }

    /// Remembers the time, and returns it if it is believed: it is plausible, and not before a time that
    /// was believed earlier by more than the leeway.
    pub(super) fn observe(&mut self, now: UnixTime) -> Option<UnixTime> {
        let believed = Some(now).filter(|now| now.is_plausible() && !self.is_behind(*now));
        self.believed = self.believed.max(believed);
        self.latest = self.latest.max(believed);
        believed
    }

    /// Checks that the snapshot of these claims may be put in force now.
    pub(super) fn check(&self, claims: &Claims, now: UnixTime) -> Result<(), Error> {
        if self.is_behind(now) && !self.is_newest(claims.issued) {
            let message = "the clock shows an earlier time than before: set the clock, or load a \
                           snapshot that was issued later than all before";
            return Err(Error::new(ErrorCode::ClaimInvalid, message));
        }
        // A newer snapshot sets the clock back for itself only, not for older snapshots.
        let is_older = self.last_issued.is_some_and(|last| claims.issued < last);
        let has_expired = self
            .latest
            .is_some_and(|latest| latest >= claims.period.until);
        if is_older && has_expired {
            let message = "the snapshot had expired by a time that the clock has shown already: load a \
                           newer one";
            return Err(Error::new(ErrorCode::SnapshotExpired, message));
        }
        Ok(())
    }

    /// Remembers that a snapshot issued at that time was put in force now.
    pub(super) fn commit(&mut self, issued: UnixTime, now: UnixTime) {
        self.believed = if self.is_newest(issued) {
            Some(now)
        } else {
            self.believed.max(Some(now))
        };
        self.latest = self.latest.max(Some(now));
        self.last_issued = self.last_issued.max(Some(issued));
    }

    /// Whether a snapshot was issued later than all that were in force.
    fn is_newest(&self, issued: UnixTime) -> bool {
        self.last_issued.is_none_or(|last| issued > last)
    }

    fn is_behind(&self, now: UnixTime) -> bool {
        self.believed
            .is_some_and(|believed| now.later_by(self.leeway) < believed)
    }
}
