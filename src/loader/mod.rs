//! One application's way from tokens to a gate: what it trusts, what it has loaded, what is in force.

mod clock;
mod history;

use std::sync::Arc;

use crate::catalog::{Catalog, CatalogName};
use crate::error::Error;
use crate::gate::Gate;
use crate::limits::LIMITS;
use crate::loader::clock::Clock;
use crate::loader::history::History;
use crate::snapshot::{Claims, Expectations, State};
use crate::time::UnixTime;
use crate::token::{KeySet, UnverifiedToken};

/// Loads snapshots one after the other and keeps the newest in force.
///
/// It holds the catalogs that it was made with, and the last few that it was given later. A snapshot names
/// its catalog by hash, so a new catalog can be released before every page has it.
///
/// ```
/// # use std::sync::Arc;
/// # use rolegate::{Catalog, CatalogName, Error, Loader, UnixTime};
/// # fn fetch(name: &CatalogName) -> Vec<u8> { Vec::new() }
/// fn load(loader: &mut Loader, token: &str, now: UnixTime) -> Result<(), Error> {
///     if let Some(wanted) = loader.wanted(token, now)? {
///         let bytes = fetch(&wanted.catalog);
///         loader.keep(Arc::new(Catalog::parse_named(&bytes, &wanted.catalog)?));
///     }
///     loader.load(token, now)?;
///     Ok(())
/// }
/// ```
///
/// It remembers the highest `seq` of each person and the latest time that it was told, also after
/// [`clear`](Loader::clear) and after expiry. A load that fails changes nothing.
#[derive(Clone, Debug)]
pub struct Loader {
    keys: KeySet,
    /// The catalogs that it was made with.
    catalogs: Vec<Arc<Catalog>>,
    /// The catalogs that it was given later, the last one last.
    kept: Vec<Arc<Catalog>>,
    expectations: Expectations,
    history: History,
    clock: Clock,
    gate: Option<Gate>,
}

/// The catalog that a snapshot needs and that the loader does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wanted {
    /// The catalog it names.
    pub catalog: CatalogName,
    /// The person that the snapshot is about. While the catalog is being fetched, another person's snapshot
    /// may be loaded.
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
            clock: Clock::new(expectations.leeway_seconds()),
            expectations,
            history: History::default(),
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
    /// There is no other way to put a snapshot in force. The order of the checks is fixed, with cheap ones
    /// first: length, two dots, base64url, header, key, signature; then the payload's JSON, the types of its
    /// claims, `iss`, `aud`, `sub`, times; then what was loaded before; then format, catalog, roles and
    /// memberships. Nothing is remembered before the last check has passed.
    ///
    /// # Errors
    ///
    /// One of the codes of [`ErrorCode`](crate::ErrorCode). The snapshot in force stays in force until it expires.
    pub fn load(&mut self, token: &str, now: UnixTime) -> Result<&Gate, Error> {
        let claims = self.admit(token, now)?;
        let name = claims.catalog()?;
        let catalog = self
            .holding(&name)
            .cloned()
            .ok_or_else(|| self.lacks(&name))?;
        let (digest, issued) = (claims.digest, claims.issued);
        let snapshot = claims.into_snapshot(&catalog)?;
        // Nothing below this line can fail.
        self.history
            .commit(snapshot.subject(), snapshot.seq(), digest);
        self.clock.commit(issued, now);
        Ok(self.gate.insert(Gate::compile(snapshot)))
    }

    /// The catalog that a token's snapshot names, if this loader does not hold it; `None` if
    /// [`load`](Loader::load) needs no other catalog. Everything is checked that can be checked without the
    /// catalog, and nothing changes.
    ///
    /// Other snapshots may be loaded while the catalog is being fetched, so `load` checks everything again.
    ///
    /// # Errors
    ///
    /// As of `load`, up to the format.
    pub fn wanted(&self, token: &str, now: UnixTime) -> Result<Option<Wanted>, Error> {
        let claims = self.admit(token, now)?;
        let catalog = claims.catalog()?;
        if self.holding(&catalog).is_some() {
            return Ok(None);
        }
        // The catalog of these bytes is held under its own id, so no catalog has both this hash and this id.
        if self.all().any(|held| held.digest() == catalog.digest()) {
            return Err(self.lacks(&catalog));
        }
        Ok(Some(Wanted {
            catalog,
            subject: claims.subject,
        }))
    }

    /// Keeps one more catalog. Beyond [`LIMITS`](crate::LIMITS)`.catalogs` it replaces the oldest one that was
    /// kept; those that the loader was made with stay.
    pub fn keep(&mut self, catalog: Arc<Catalog>) {
        self.kept.retain(|kept| kept.name() != catalog.name());
        if self.kept.len() >= LIMITS.catalogs {
            self.kept.remove(0);
        }
        self.kept.push(catalog);
    }

    /// Takes the snapshot out of force. Each person's highest `seq` and the latest time stay remembered.
    pub fn clear(&mut self) {
        self.gate = None;
    }

    /// How the snapshot in force stands to `now`.
    ///
    /// The latest time is remembered. While the clock stands before it by more than the leeway, nothing is
    /// allowed, so setting a device's clock back never revives a snapshot.
    pub fn state(&mut self, now: UnixTime) -> State {
        match (self.clock.observe(now), &self.gate) {
            (_, None) => State::Empty,
            (None, Some(_)) => State::NotYetValid,
            (Some(now), Some(gate)) => gate.snapshot().period.state(now),
        }
    }

    /// When the [`state`](Loader::state) changes by itself next.
    #[must_use]
    pub fn next_change(&self, now: UnixTime) -> Option<UnixTime> {
        let gate = self.gate.as_ref().filter(|_| now.is_plausible())?;
        gate.snapshot().period.next_change(now)
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

    /// Checks everything about a token that can be checked without its catalog.
    fn admit(&self, token: &str, now: UnixTime) -> Result<Claims, Error> {
        let payload = UnverifiedToken::parse(token)?.verify(&self.keys)?;
        let claims = Claims::validate(payload, &self.expectations, now)?;
        self.history.check(&claims)?;
        self.clock.check(&claims, now)?;
        Ok(claims)
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
}
