//! Times from the command line and from the machine's clock.

use std::time::{SystemTime, UNIX_EPOCH};

use rolegate::UnixTime;

use crate::failure::Failure;

/// The message about a time that an application would not accept.
pub(crate) const SECONDS: &str = "times are in seconds since 1970, between the years 2020 and 2100";

/// Whether an application would believe a clock that shows this time.
pub(crate) fn is_plausible(seconds: u64) -> bool {
    UnixTime::from_secs(seconds).is_plausible()
}

/// Reads a time given on the command line.
pub(crate) fn seconds(text: &str) -> Result<u64, &'static str> {
    text.parse()
        .ok()
        .filter(|seconds| is_plausible(*seconds))
        .ok_or(SECONDS)
}

/// The time of the machine's clock in whole seconds since 1970.
pub(crate) fn now_in_seconds() -> Result<u64, Failure> {
    Some(now_in_milliseconds() / 1000)
        .filter(|seconds| is_plausible(*seconds))
        .ok_or_else(|| {
            Failure::failed("this machine's clock shows no time between the years 2020 and 2100")
        })
}

/// The time of the machine's clock in milliseconds since 1970; 0 for an earlier time.
pub(crate) fn now_in_milliseconds() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
