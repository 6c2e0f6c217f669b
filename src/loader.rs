//! One application's way from tokens to a gate: what it trusts, what it has seen, what is in force.

use std::sync::Arc;

use crate::catalog::{Catalog, CatalogName};
use crate::error::{Error, ErrorCode};
use crate::gate::Gate;
use crate::limits::LIMITS;
use crate::snapshot::{Claims, Expectations, History, State, no_clock};
use crate::time::UnixTime;
use crate::token::{KeySet, UnverifiedToken};

/// Loads snapshots one after the other and keeps the newest in force.
///
/// It holds the catalogs that it was made with, and the last few of those that it was given later: a
/// snapshot names its catalog by hash, so whoever releases a new one need not reach every page first.
///
/// ```
/// # use std::sync::Arc;
/// # use rolegate::{Catalog, CatalogName, Error, Loader};
/// # fn fetch(name: &CatalogName) -> Vec<u8> { Vec::new() }
/// fn load(loader: &mut Loader, token: &str, now: f64) -> Result<(), Error> {
///     if let Some(wanted) = loader.wanted(token, now)? {
///         let bytes = fetch(&wanted.catalog);
///         loader.keep(Arc::new(Catalog::parse_named(&bytes, &wanted.catalog)?));
///     }
///     loader.load(token, now)?;
///     Ok(())
/// }
/// ```
///
/// It remembers two things that no snapshot may undo: the highest `seq` of each person, and the
/// latest time it was ever told. Both are kept by [`clear`](Loader::clear) and after expiry. A load
/// that fails changes nothing.
#[derive(Clone, Debug)]
pub struct Loader {
    keys: KeySet,
    /// Those it was made with.
    catalogs: Vec<Arc<Catalog>>,
    /// Those it was given later, the last one last.
    kept: Vec<Arc<Catalog>>,
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

/// A snapshot that could be loaded by whoever has its catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wanted {
    /// The catalog it names.
    pub catalog: CatalogName,
    /// The person it is about: while the catalog is fetched, another's snapshot may be loaded.
    pub subject: String,
}

impl Loader {
    /// A loader that trusts these keys, for snapshots of these catalogs that meet these expectations.
    #[must_use]
    pub fn new(
        keys: KeySet,
        catalogs: impl IntoIterator<Item = Arc<Catalog>>,
        expectations: Expectations,
    ) -> Loader {
        Loader {
            keys,
            catalogs: catalogs.into_iter().collect(),
            kept: Vec::new(),
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
        let (claims, now) = self.admit(token, now)?;
        let name = claims.catalog()?;
        let catalog = self
            .holding(&name)
            .cloned()
            .ok_or_else(|| self.lacks(&name))?;
        let (digest, issued) = (claims.digest, claims.issued);
        let is_newer = self.is_newer(issued);
        let snapshot = claims.into_snapshot(&catalog)?;
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

    /// The catalog that a token's snapshot names, where this loader does not hold it; `None` where
    /// [`load`](Loader::load) lacks none. All is checked that can be without it, and nothing changes.
    ///
    /// Who fetches it lets time go by, in which other snapshots may be loaded: `load` checks everything
    /// again.
    ///
    /// # Errors
    ///
    /// As of `load`, up to the format.
    pub fn wanted(&self, token: &str, now: f64) -> Result<Option<Wanted>, Error> {
        let (claims, _) = self.admit(token, now)?;
        let catalog = claims.catalog()?;
        if self.holding(&catalog).is_some() {
            return Ok(None);
        }
        // Of the bytes that are named there is one catalog, and it is here under its own id.
        if self.all().any(|held| held.digest() == catalog.digest()) {
            return Err(self.lacks(&catalog));
        }
        Ok(Some(Wanted {
            catalog,
            subject: claims.subject,
        }))
    }

    /// Keeps one more catalog, in the place of the oldest where that would be more than
    /// [`LIMITS`](crate::LIMITS)`.catalogs`. Those it was made with stay.
    pub fn keep(&mut self, catalog: Arc<Catalog>) {
        self.kept.retain(|kept| kept.name() != catalog.name());
        if self.kept.len() >= LIMITS.catalogs {
            self.kept.remove(0);
        }
        self.kept.push(catalog);
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
        match (&self.gate, trusted) {
            (None, _) => State::Empty,
            (Some(_), None) => State::NotYetValid,
            (Some(gate), Some(now)) => gate.snapshot().period.state(now),
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

    /// The highest `seq` seen of a person, to be stored and given to [`least_seq`](Loader::least_seq).
    #[must_use]
    pub fn highest_seq(&self, subject: &str) -> Option<u64> {
        self.history.highest(subject)
    }

    /// Everything about a token that can be checked without its catalog.
    fn admit(&self, token: &str, now: f64) -> Result<(Claims, UnixTime), Error> {
        let payload = UnverifiedToken::parse(token)?.verify(&self.keys)?;
        let now = UnixTime::from_millis(now).ok_or_else(no_clock)?;
        let claims = Claims::validate(payload, &self.expectations, now)?;
        self.history.check(&claims)?;
        if self.is_behind(now) && !self.is_newer(claims.issued) {
            let message = "the clock stands before a time it has shown, and the snapshot was issued \
                           no later than one before";
            return Err(Error::new(ErrorCode::ClaimInvalid, message));
        }
        // A later snapshot sets the clock back for itself, not for those before it.
        let is_older = self.newest.is_some_and(|newest| claims.issued < newest);
        let was_over = self
            .highest
            .is_some_and(|highest| highest >= claims.period.until);
        if is_older && was_over {
            let message = "the snapshot is over by a time that the clock has shown";
            return Err(Error::new(ErrorCode::SnapshotExpired, message));
        }
        Ok((claims, now))
    }

    /// Whether a snapshot was issued later than all that were in force.
    fn is_newer(&self, issued: UnixTime) -> bool {
        self.newest.is_none_or(|newest| issued > newest)
    }

    fn all(&self) -> impl Iterator<Item = &Arc<Catalog>> {
        self.catalogs.iter().chain(&self.kept)
    }

    fn holding(&self, name: &CatalogName) -> Option<&Arc<Catalog>> {
        self.all().find(|catalog| catalog.name() == name)
    }

    fn lacks(&self, name: &CatalogName) -> Error {
        name.not_among(self.all().map(|catalog| catalog.name()))
    }

    fn is_behind(&self, now: UnixTime) -> bool {
        self.latest
            .is_some_and(|latest| now.later_by(self.expectations.leeway_seconds()) < latest)
    }
}
