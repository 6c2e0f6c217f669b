use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;

use crate::time::UnixTime;

/// A clock that stands still until a test moves it. Clones show the same time.
///
/// ```
/// use rolegate::UnixTime;
/// use rolegate::testing::Clock;
/// let clock = Clock::at(UnixTime::from_secs(1_790_000_000));
/// let of_the_page = clock.clone();
/// clock.advance(60);
/// assert_eq!(of_the_page.now(), UnixTime::from_secs(1_790_000_060));
/// ```
#[derive(Clone, Debug)]
pub struct Clock(Arc<AtomicU64>);

impl Clock {
    /// A clock that shows `time`.
    #[must_use]
    pub fn at(time: UnixTime) -> Clock {
        Clock(Arc::new(AtomicU64::new(time.as_secs())))
    }

    /// The time that it shows.
    #[must_use]
    pub fn now(&self) -> UnixTime {
        UnixTime::from_secs(self.0.load(Ordering::Relaxed))
    }

    /// Moves it on by `seconds`.
    pub fn advance(&self, seconds: u64) {
        self.set(self.now().later_by(seconds));
    }

    /// Sets it to `time`, which may be an earlier one.
    pub fn set(&self, time: UnixTime) {
        self.0.store(time.as_secs(), Ordering::Relaxed);
    }
}
