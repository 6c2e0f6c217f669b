//! One application's way from tokens to a gate: what it trusts, what it has seen, what is in force.

use std::sync::Arc;

use crate::catalog::Catalog;
use crate::error::{Error, ErrorCode};
use crate::gate::Gate;
use crate::snapshot::{Claims, Expectations, History, Phase, no_clock};
use crate::time::UnixTime;
use crate::token::{KeySet, UnverifiedToken};

/// Loads snapshots one after the other and keeps the newest in force.
///
/// It remembers two things that no snapshot may undo: the highest `seq` of each person, and the
/// latest time it was ever told. Both are kept by [`clear`](Loader::clear) and after expiry. A load
/// that fails changes nothing.
#[derive(Clone, Debug)]
pub struct Loader {
    keys: KeySet,
    catalog: Arc<Catalog>,
    expectations: Expectations,
    history: History,
    /// The latest time that is believed: a later snapshot can set it back.
    latest: Option<UnixTime>,
    /// The latest time that was ever told.
    highest: Option<UnixTime>,
    /// When the last issued of the snapshots that were in force was issued.
    newest: Option<UnixTime>,
    gate: Option<Gate>,
}

/// How the snapshot in force stands to a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing was loaded, or it was cleared.
    Empty,
    /// In force.
    Ready,
    /// In force, and past the time at which it should have been refreshed.
    Stale,
    /// Run out.
    Expired,
    /// The clock stands before the snapshot's time, before a time it has shown already, or is no clock.
    NotYetValid,
}

impl Loader {
    /// A loader that trusts these keys, for snapshots of this catalog that meet these expectations.
    #[must_use]
    pub fn new(keys: KeySet, catalog: Arc<Catalog>, expectations: Expectations) -> Loader {
        Loader {
            keys,
            catalog,
            expectations,
            history: History::default(),
            latest: None,
            highest: None,
            newest: None,
            gate: None,
        }
    }

    /// Refuses every snapshot whose `seq` is less than one that the application has stored.
    #[must_use]
    pub fn least_seq(mut self, seq: u64) -> Loader {
        self.history = History::starting_at(seq);
        self
    }

    /// Verifies, validates and compiles a token, and puts it in force.
    ///
    /// `now` is in milliseconds since 1970. This is the only way in, and its order is fixed, cheap and
    /// unauthenticated checks first, nothing written before the last one: length, two dots, base64url,
    /// header, key, signature; then the payload's JSON, the types of its claims, `iss`, `aud`, `sub`,
    /// times; then what was seen before; then format, catalog, roles and memberships.
    ///
    /// # Errors
    ///
    /// One of the codes of [`ErrorCode`]. What was in force stays in force until its own time is over.
    pub fn load(&mut self, token: &str, now: f64) -> Result<&Gate, Error> {
        let payload = UnverifiedToken::parse(token)?.verify(&self.keys)?;
        let now = UnixTime::from_millis(now).ok_or_else(no_clock)?;
        let claims = Claims::validate(payload, &self.expectations, now)?;
        self.history.check(&claims)?;
        let issued = claims.issued;
        let is_newer = self.newest.is_none_or(|newest| issued > newest);
        if self.is_behind(now) && !is_newer {
            let message = "the clock stands before a time it has shown, and the snapshot was issued \
                           no later than one before";
            return Err(Error::new(ErrorCode::ClaimInvalid, message));
        }
        // A later snapshot sets the clock back for itself, not for those before it.
        let is_older = self.newest.is_some_and(|newest| issued < newest);
        let was_over = self
            .highest
            .is_some_and(|highest| highest >= claims.period.until);
        if is_older && was_over {
            let message = "the snapshot is over by a time that the clock has shown";
            return Err(Error::new(ErrorCode::SnapshotExpired, message));
        }
        let digest = claims.digest;
        let snapshot = claims.into_snapshot(&self.catalog)?;
        // Nothing below this line can fail.
        self.history
            .commit(snapshot.subject(), snapshot.seq(), digest);
        // A snapshot issued later than all before is a witness of its time, whoever it is about: a
        // clock that agrees with it is believed again.
        let latest = if is_newer {
            now
        } else {
            self.latest.unwrap_or(now).max(now)
        };
        self.latest = Some(latest);
        self.highest = self.highest.max(Some(now));
        self.newest = self.newest.max(Some(issued));
        Ok(self.gate.insert(Gate::compile(snapshot)))
    }

    /// Takes the snapshot out of force. What was seen stays remembered.
    pub fn clear(&mut self) {
        self.gate = None;
    }

    /// How the snapshot in force stands to `now`, milliseconds since 1970.
    ///
    /// The latest time is remembered: while the clock stands before it by more than the leeway, nothing
    /// is allowed, so a device clock set back never revives a snapshot.
    pub fn state(&mut self, now: f64) -> State {
        let now = UnixTime::from_millis(now);
        let trusted = now.filter(|now| !self.is_behind(*now));
        self.latest = self.latest.max(trusted);
        self.highest = self.highest.max(trusted);
        let Some(gate) = &self.gate else {
            return State::Empty;
        };
        match trusted.map(|now| gate.snapshot().period.phase(now)) {
            None | Some(Phase::NotYetValid) => State::NotYetValid,
            Some(Phase::Fresh) => State::Ready,
            Some(Phase::Stale) => State::Stale,
            Some(Phase::Expired) => State::Expired,
        }
    }

    /// When the [`state`](Loader::state) changes by itself next, in milliseconds since 1970.
    #[must_use]
    pub fn next_change(&self, now: f64) -> Option<f64> {
        let change = self
            .gate
            .as_ref()?
            .snapshot()
            .period
            .next_change(UnixTime::from_millis(now)?)?;
        Some(change.as_secs() as f64 * 1000.0)
    }

    /// The gate in force, if anything is.
    #[must_use]
    pub fn gate(&self) -> Option<&Gate> {
        self.gate.as_ref()
    }

    /// The catalog.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The highest `seq` seen of a person, to be stored and given to [`least_seq`](Loader::least_seq).
    #[must_use]
    pub fn highest_seq(&self, subject: &str) -> Option<u64> {
        self.history.highest(subject)
    }

    fn is_behind(&self, now: UnixTime) -> bool {
        self.latest
            .is_some_and(|latest| now.later_by(self.expectations.leeway_seconds()) < latest)
    }
}
