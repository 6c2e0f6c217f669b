use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::catalog::{Catalog, FilterMember, LayerKind};
use crate::error::Error;
use crate::gate::Gate;
use crate::loader::Loader;
use crate::snapshot::Expectations;
use crate::testing::{Clock, NAME, keys, sign};
use crate::time::UnixTime;
use crate::value::Level;

/// The time at which a person's clock stands if none is given: 2026-09-21T13:33:20Z.
const TIME: UnixTime = UnixTime::from_secs(1_790_000_000);
const LIFETIME: u64 = 3600;

/// Who is asked about, and when. What is left out has a plain value: no roles in the workspace `w1`, no
/// entitlements, the id `u1`, an hour that begins at a time that stands still.
///
/// ```
/// # use std::sync::Arc;
/// # use rolegate::{Catalog, ReasonCode, UnixTime};
/// # use rolegate::testing::{Clock, Person};
/// # let catalog = Arc::new(Catalog::parse(include_bytes!("../../catalogs/adobe-dynamic-chat.json"))?);
/// let clock = Clock::at(UnixTime::from_secs(1_790_000_000));
/// let agent = Person::new(&catalog).roles(["live-agent"]).entitlements(["prime"]).clock(&clock);
/// let gate = agent.gate()?;
/// clock.advance(3660);
/// let decision = gate.in_workspace(None).decide("conversation-summary.view", None, clock.now());
/// assert_eq!(decision.code, ReasonCode::Expired);
/// # Ok::<(), rolegate::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Person {
    catalog: Arc<Catalog>,
    memberships: Vec<Membership>,
    entitlements: Vec<String>,
    roles: Vec<Value>,
    subject: String,
    seq: Option<u64>,
    issuer: String,
    audience: String,
    lifetime: u64,
    clock: Clock,
}

#[derive(Clone, Debug, Default)]
struct Membership {
    workspace: String,
    roles: Vec<String>,
    groups: Vec<String>,
    layers: Vec<Value>,
    filters: Vec<Value>,
}

impl Person {
    /// Somebody without roles.
    #[must_use]
    pub fn new(catalog: &Arc<Catalog>) -> Person {
        Person {
            catalog: Arc::clone(catalog),
            memberships: Vec::new(),
            entitlements: Vec::new(),
            roles: Vec::new(),
            subject: "u1".to_owned(),
            seq: None,
            issuer: NAME.to_owned(),
            audience: NAME.to_owned(),
            lifetime: LIFETIME,
            clock: Clock::at(TIME),
        }
    }

    /// Begins the membership in a workspace: the roles, groups, layers and filters that follow are held
    /// there. What is said before the first workspace is held in `w1`.
    #[must_use]
    pub fn workspace(mut self, id: impl Into<String>) -> Person {
        self.memberships.push(Membership {
            workspace: id.into(),
            ..Membership::default()
        });
        self
    }

    /// The roles in the workspace, in place of those before.
    #[must_use]
    pub fn roles<Id: Into<String>>(mut self, ids: impl IntoIterator<Item = Id>) -> Person {
        self.membership().roles = texts(ids);
        self
    }

    /// The groups in the workspace, in place of those before.
    #[must_use]
    pub fn groups<Id: Into<String>>(mut self, ids: impl IntoIterator<Item = Id>) -> Person {
        self.membership().groups = texts(ids);
        self
    }

    /// Adds values that are set above the roles, for everybody in the workspace or for this person.
    #[must_use]
    pub fn layer<'a>(
        mut self,
        from: LayerKind,
        values: impl IntoIterator<Item = (&'a str, Level)>,
    ) -> Person {
        let layer = json!({"from": from.as_str(), "values": object(values)});
        self.membership().layers.push(layer);
        self
    }

    /// Adds values that are set above the roles, for one of the person's groups.
    #[must_use]
    pub fn group_layer<'a>(
        mut self,
        group: &str,
        values: impl IntoIterator<Item = (&'a str, Level)>,
    ) -> Person {
        let layer =
            json!({"from": LayerKind::Group.as_str(), "id": group, "values": object(values)});
        self.membership().layers.push(layer);
        self
    }

    /// Adds a filter. Without one, every record is seen.
    #[must_use]
    pub fn filter<Id: Into<String>>(
        mut self,
        member: FilterMember,
        ids: impl IntoIterator<Item = Id>,
    ) -> Person {
        let filter = json!({member.as_str(): texts(ids)});
        self.membership().filters.push(filter);
        self
    }

    /// What the customer has bought, in place of what was said before.
    #[must_use]
    pub fn entitlements<Id: Into<String>>(mut self, ids: impl IntoIterator<Item = Id>) -> Person {
        self.entitlements = texts(ids);
        self
    }

    /// Adds a role of the tenant's own, which may start from a role of the catalog.
    #[must_use]
    pub fn new_role<'a>(
        mut self,
        id: &str,
        based_on: Option<&str>,
        values: impl IntoIterator<Item = (&'a str, Level)>,
    ) -> Person {
        let mut role = json!({"id": id, "label": {"en": id}, "values": object(values)});
        if let (Some(base), Value::Object(members)) = (based_on, &mut role) {
            members.insert("based_on".to_owned(), base.into());
        }
        self.roles.push(role);
        self
    }

    /// Adds the tenant's edit of a role of the catalog.
    #[must_use]
    pub fn edited_role<'a>(
        mut self,
        id: &str,
        values: impl IntoIterator<Item = (&'a str, Level)>,
    ) -> Person {
        let role = json!({"id": id, "values": object(values)});
        self.roles.push(role);
        self
    }

    /// The person's id.
    #[must_use]
    pub fn subject(mut self, id: impl Into<String>) -> Person {
        self.subject = id.into();
        self
    }

    /// The number of the snapshot. Without it, it rises with every one.
    #[must_use]
    pub fn seq(mut self, seq: u64) -> Person {
        self.seq = Some(seq);
        self
    }

    /// Who has signed; [`NAME`] without it.
    #[must_use]
    pub fn issuer(mut self, issuer: impl Into<String>) -> Person {
        self.issuer = issuer.into();
        self
    }

    /// Whom the snapshot is for; [`NAME`] without it.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<String>) -> Person {
        self.audience = audience.into();
        self
    }

    /// Seconds until the snapshot expires; it is stale after half of them.
    #[must_use]
    pub fn lifetime(mut self, seconds: u64) -> Person {
        self.lifetime = seconds;
        self
    }

    /// The time at which the snapshot is issued.
    #[must_use]
    pub fn at(self, time: UnixTime) -> Person {
        self.clock(&Clock::at(time))
    }

    /// The clock that says when the snapshot is issued.
    #[must_use]
    pub fn clock(mut self, clock: &Clock) -> Person {
        self.clock = clock.clone();
        self
    }

    /// The time that the person's clock shows.
    #[must_use]
    pub fn now(&self) -> UnixTime {
        self.clock.now()
    }

    /// A signed token, as a server issues it: an application would load it.
    ///
    /// # Errors
    ///
    /// The codes of loading, where no server would issue it, as for a role that the catalog lacks.
    pub fn token(&self) -> Result<String, Error> {
        let token = sign(&self.claims());
        self.loader().load(&token, self.now())?;
        Ok(token)
    }

    /// A gate that has loaded a snapshot of the person, on the way that every gate takes.
    ///
    /// # Errors
    ///
    /// Those of [`token`](Person::token)
    pub fn gate(&self) -> Result<Gate, Error> {
        let mut loader = self.loader();
        loader.load(&sign(&self.claims()), self.now()).cloned()
    }

    /// An empty loader that takes this person's tokens, and those of everybody with the same catalog, issuer,
    /// audience and lifetime.
    #[must_use]
    pub fn loader(&self) -> Loader {
        let expected = Expectations::new(&self.issuer, &self.audience).max_lifetime(self.lifetime);
        Loader::new(keys(), [Arc::clone(&self.catalog)], expected)
    }

    fn membership(&mut self) -> &mut Membership {
        if self.memberships.is_empty() {
            self.memberships.push(first());
        }
        let last = self.memberships.len().saturating_sub(1);
        #[expect(clippy::indexing_slicing, reason = "one was pushed")]
        &mut self.memberships[last]
    }

    fn claims(&self) -> String {
        let now = self.now();
        let name = self.catalog.name();
        let memberships = if self.memberships.is_empty() {
            vec![first().claims()]
        } else {
            self.memberships.iter().map(Membership::claims).collect()
        };
        json!({
            "iss": self.issuer,
            "aud": self.audience,
            "sub": self.subject,
            "iat": now.as_secs(),
            "nbf": now.as_secs(),
            "exp": now.later_by(self.lifetime).as_secs(),
            "refresh_after": now.later_by(self.lifetime / 2).as_secs(),
            "fmt": 1,
            "seq": self.seq.unwrap_or_else(|| next_seq(now)),
            "catalog": {"id": name.id(), "sha256": name.sha256()},
            "entitlements": self.entitlements,
            "memberships": memberships,
            "roles": self.roles,
        })
        .to_string()
    }
}

impl Membership {
    fn claims(&self) -> Value {
        json!({
            "workspace": self.workspace,
            "roles": self.roles,
            "groups": self.groups,
            "layers": self.layers,
            "filters": self.filters,
        })
    }
}

/// The membership of a person who names no workspace.
fn first() -> Membership {
    Membership {
        workspace: "w1".to_owned(),
        ..Membership::default()
    }
}

/// A number greater than all before: the time, or the last one plus 1.
fn next_seq(now: UnixTime) -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    let next = |last: u64| last.saturating_add(1).max(now.as_secs());
    let (Ok(last) | Err(last)) = LAST.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| {
        Some(next(last))
    });
    next(last)
}

fn texts<Text: Into<String>>(texts: impl IntoIterator<Item = Text>) -> Vec<String> {
    texts.into_iter().map(Into::into).collect()
}

fn object<'a>(values: impl IntoIterator<Item = (&'a str, Level)>) -> Map<String, Value> {
    values
        .into_iter()
        .map(|(permission, level)| (permission.to_owned(), level.as_str().into()))
        .collect()
}
