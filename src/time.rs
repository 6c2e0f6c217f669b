//! Points in time. They are arguments of every check; the core has no clock.

use core::fmt;

/// A point in time: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted
/// (RFC 7519 section 2, `NumericDate`, integers only).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixTime(u64);

impl UnixTime {
    /// The first second of 2020. No snapshot is older.
    pub const EARLIEST_PLAUSIBLE: UnixTime = UnixTime(1_577_836_800);
    /// The first second of 2100. A clock that shows a later time is wrong, often because it counts
    /// milliseconds.
    pub const LATEST_PLAUSIBLE: UnixTime = UnixTime(4_102_444_800);

    /// The point that lies `seconds` after 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn from_secs(seconds: u64) -> UnixTime {
        UnixTime(seconds)
    }

    /// The point that lies `milliseconds` after 1970-01-01T00:00:00Z, rounded down to its second, or
    /// `None` for anything but a finite number between the years 2020 and 2100.
    ///
    /// A JavaScript clock hands over a float; `NaN`, infinities, seconds taken for milliseconds and
    /// the other way round all end here.
    ///
    /// ```
    /// use rolegate::UnixTime;
    /// assert_eq!(UnixTime::from_millis(1_790_000_000_999.0), Some(UnixTime::from_secs(1_790_000_000)));
    /// assert_eq!(UnixTime::from_millis(1_790_000_000.0), None);
    /// assert_eq!(UnixTime::from_millis(f64::NAN), None);
    /// ```
    #[must_use]
    pub fn from_millis(milliseconds: f64) -> Option<UnixTime> {
        // What is no number or out of range becomes the first or the last second there is.
        Some(UnixTime((milliseconds / 1000.0) as u64)).filter(|time| time.is_plausible())
    }

    /// Whether a clock that shows this time can be right: it is in the years 2020 to 2099.
    #[must_use]
    pub fn is_plausible(self) -> bool {
        Self::EARLIEST_PLAUSIBLE <= self && self < Self::LATEST_PLAUSIBLE
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn as_secs(self) -> u64 {
        self.0
    }

    /// This point plus `seconds`, or the latest one that can be represented.
    #[must_use]
    pub const fn later_by(self, seconds: u64) -> UnixTime {
        UnixTime(self.0.saturating_add(seconds))
    }
}

impl fmt::Display for UnixTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} s", self.0)
    }
}
