//! Times of the command line and of the machine's clock.

use std::time::{SystemTime, UNIX_EPOCH};

use rolegate::UnixTime;

use crate::failure::Failure;

/// What is said of a time that no application judges by.
pub(crate) const SECONDS: &str = "times are in seconds since 1970, between the years 2020 and 2100";

/// Whether an application takes this for the time of a clock.
pub(crate) fn is_plausible(seconds: u64) -> bool {
    UnixTime::from_secs(seconds).is_plausible()
}

/// Reads a time of the command line.
pub(crate) fn seconds(text: &str) -> Result<u64, &'static str> {
    text.parse()
        .ok()
        .filter(|seconds| is_plausible(*seconds))
        .ok_or(SECONDS)
}

/// Whole seconds since 1970 by the machine's clock.
pub(crate) fn now_in_seconds() -> Result<u64, Failure> {
    Some(now_in_milliseconds() / 1000)
        .filter(|seconds| is_plausible(*seconds))
        .ok_or_else(|| {
            Failure::failed("this machine's clock shows no time between the years 2020 and 2100")
        })
}

/// Milliseconds since 1970 by the machine's clock; a clock before that reads as 0.
pub(crate) fn now_in_milliseconds() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
