//! The claims of every token: issuer, audience, subject, and times.

use sha2::{Digest, Sha256};

use crate::catalog::CatalogName;
use crate::error::{Error, ErrorCode};
use crate::json::{self, Node, Object, Read, Value};
use crate::limits::LIMITS;
use crate::snapshot::Period;
use crate::snapshot::named::catalog_name;
use crate::time::UnixTime;
use crate::token::VerifiedPayload;

/// What the application expects of a snapshot. Only the application knows it.
#[derive(Clone, Debug)]
pub struct Expectations {
    issuer: String,
    audience: String,
    subject: Option<String>,
    leeway: u64,
    max_lifetime: u64,
}

impl Expectations {
    /// The default leeway: 60 s.
    pub const DEFAULT_LEEWAY: u64 = 60;
    /// The greatest leeway that can be set: 300 s. A clock that differs by more is wrong, not imprecise.
    pub const MAX_LEEWAY: u64 = 300;
    /// The default of the longest accepted lifetime: 24 h.
    pub const DEFAULT_MAX_LIFETIME: u64 = 24 * 60 * 60;

    /// Expects these values of the claims `iss` and `aud`. They must be equal, byte for byte.
    #[must_use]
    pub fn new(issuer: impl Into<String>, audience: impl Into<String>) -> Expectations {
        Expectations {
            issuer: issuer.into(),
            audience: audience.into(),
            subject: None,
            leeway: Self::DEFAULT_LEEWAY,
            max_lifetime: Self::DEFAULT_MAX_LIFETIME,
        }
    }

    /// Expects this value of the claim `sub`.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Expectations {
        self.subject = Some(subject.into());
        self
    }

    /// Tolerates a clock difference of up to this many seconds, at most
    /// [`MAX_LEEWAY`](Self::MAX_LEEWAY).
    #[must_use]
    pub fn leeway(mut self, seconds: u64) -> Expectations {
        self.leeway = seconds.min(Self::MAX_LEEWAY);
        self
    }

    /// Refuses snapshots with a lifetime of more than this many seconds.
    #[must_use]
    pub fn max_lifetime(mut self, seconds: u64) -> Expectations {
        self.max_lifetime = seconds;
        self
    }

    pub(crate) const fn leeway_seconds(&self) -> u64 {
        self.leeway
    }
}

/// A payload whose claims are valid. What it says about roles is not read yet.
#[derive(Debug)]
pub struct Claims {
    pub(crate) subject: String,
    pub(crate) seq: u64,
    pub(crate) issued: UnixTime,
    pub(crate) period: Period,
    /// The SHA-256 of the payload, to distinguish snapshots with the same number.
    pub(crate) digest: [u8; 32],
    pub(super) payload: Value,
}

impl Claims {
    /// Reads the payload's JSON, the types of its claims, then `iss`, `aud` and `sub`, then the times.
    ///
    /// A claim of the wrong type is an error. It never counts as absent.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::SnapshotExpired`] if `now` is `exp` plus leeway or later,
    /// [`ErrorCode::SnapshotNotYetValid`] if `now` is before `nbf` minus leeway, and
    /// [`ErrorCode::ClaimInvalid`] for every other problem, also if `now` is not plausible.
    pub fn validate(
        payload: VerifiedPayload,
        expectations: &Expectations,
        now: UnixTime,
    ) -> Result<Claims, Error> {
        if !now.is_plausible() {
            return Err(no_clock());
        }
        let bytes = payload.into_bytes();
        let digest = Sha256::digest(&bytes).into();
        let payload = json::parse(&bytes)
            .map_err(|what| invalid(format!("the payload is refused: {what}")))?;
        let root = Node::quiet_root(&payload);
        let typed =
            Typed::read(&root).map_err(|problem| problem.into_error(ErrorCode::ClaimInvalid))?;
        typed.expect(expectations)?;
        let period = typed.period(expectations, now)?;
        let Typed {
            subject,
            seq,
            issued,
            ..
        } = typed;
        Ok(Claims {
            subject,
            seq,
            issued,
            period,
            digest,
            payload,
        })
    }

    /// The person the snapshot is about.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The name of the catalog that the snapshot was written for.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::SnapshotInvalid`] with the place, also for a version of the format that this release
    /// does not read.
    pub fn catalog(&self) -> Result<CatalogName, Error> {
        catalog_name(&Node::quiet_root(&self.payload))
    }
}

/// The error for a clock that cannot be right.
fn no_clock() -> Error {
    invalid("the clock does not show a time between 2020 and 2100")
}

/// The claims, each with its type.
struct Typed {
    issuer: String,
    audiences: Vec<String>,
    subject: String,
    issued: UnixTime,
    not_before: Option<UnixTime>,
    expires: UnixTime,
    refresh_after: Option<UnixTime>,
    seq: u64,
}

impl Typed {
    fn read(root: &Node<'_>) -> Read<Typed> {
        let claims = root.open_object()?;
        let issuer = id(&claims.required("iss")?)?;
        let audiences = match claims.required("aud")? {
            list if list.is_array() => list
                .items(LIMITS.audiences)?
                .map(|item| id(&item))
                .collect::<Result<_, _>>()?,
            one => vec![id(&one)?],
        };
        let subject = id(&claims.required("sub")?)?;
        if let Some(node) = claims.optional("jti") {
            id(&node)?;
        }
        Ok(Typed {
            issuer,
            audiences,
            subject,
            issued: UnixTime::from_secs(claims.required("iat")?.integer()?),
            not_before: time(&claims, "nbf")?,
            expires: UnixTime::from_secs(claims.required("exp")?.integer()?),
            refresh_after: time(&claims, "refresh_after")?,
            seq: claims.required("seq")?.integer()?,
        })
    }

    fn expect(&self, expectations: &Expectations) -> Result<(), Error> {
        if self.issuer != expectations.issuer {
            return Err(invalid("`iss` is not the expected issuer"));
        }
        if !self.audiences.contains(&expectations.audience) {
            return Err(invalid("`aud` is not the expected audience"));
        }
        if expectations
            .subject
            .as_ref()
            .is_some_and(|subject| *subject != self.subject)
        {
            return Err(invalid("`sub` is not the expected subject"));
        }
        Ok(())
    }

    fn period(&self, expectations: &Expectations, now: UnixTime) -> Result<Period, Error> {
        let Expectations {
            leeway,
            max_lifetime,
            ..
        } = expectations;
        let from = self.not_before.unwrap_or(self.issued);
        if self.expires <= self.issued || self.expires <= from {
            return Err(invalid("`exp` must be later than `iat` and `nbf`"));
        }
        let lifetime = seconds_between(self.issued, self.expires);
        if lifetime > *max_lifetime {
            return Err(invalid(format!(
                "`exp` lies {lifetime} s after `iat`, the limit is {max_lifetime} s"
            )));
        }
        if self.issued > now.later_by(*leeway) {
            let ahead = seconds_between(now, self.issued);
            return Err(invalid(format!(
                "`iat` lies {ahead} s ahead of the clock, the leeway is {leeway} s"
            )));
        }
        if from > now.later_by(*leeway) {
            let ahead = seconds_between(now, from);
            let message =
                format!("`nbf` lies {ahead} s ahead of the clock, the leeway is {leeway} s");
            return Err(Error::new(ErrorCode::SnapshotNotYetValid, message));
        }
        let until = self.expires.later_by(*leeway);
        if now >= until {
            let ago = seconds_between(self.expires, now);
            let message = format!("`exp` lies {ago} s behind the clock, the leeway is {leeway} s");
            return Err(Error::new(ErrorCode::SnapshotExpired, message));
        }
        // The leeway applies to the start too: the snapshot is in force for a clock that is slow by it.
        let earliest = from.max(self.issued).as_secs().saturating_sub(*leeway);
        let stale = self.refresh_after.unwrap_or(until);
        Ok(Period {
            from: UnixTime::from_secs(earliest),
            stale,
            until,
        })
    }
}

fn seconds_between(earlier: UnixTime, later: UnixTime) -> u64 {
    later.as_secs().saturating_sub(earlier.as_secs())
}

fn id(node: &Node<'_>) -> Read<String> {
    node.text(LIMITS.id_bytes).map(str::to_owned)
}

fn time(claims: &Object<'_>, name: &'static str) -> Read<Option<UnixTime>> {
    claims
        .optional(name)
        .map(|node| node.integer().map(UnixTime::from_secs))
        .transpose()
}

fn invalid(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::ClaimInvalid, message)
}
