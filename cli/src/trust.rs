//! What a token is held against: the same options wherever one is read.

use std::path::PathBuf;

use rolegate::{Expectations, KeySet, Snapshot, UnixTime, UnverifiedToken};
use serde_json::Value;

use crate::failure::{Failure, warn};
use crate::{catalog_file, clock, files};

#[derive(clap::Args)]
pub(crate) struct Trust {
    /// The trusted keys, a JWKS
    #[arg(long, value_name = "FILE")]
    keys: PathBuf,
    /// Who must have signed it
    #[arg(long)]
    issuer: String,
    /// For which application it must be
    #[arg(long)]
    audience: String,
    /// Catalog it must be for
    #[arg(long, value_name = "FILE")]
    catalog: PathBuf,
    /// About whom it must be [default: anybody]
    #[arg(long)]
    subject: Option<String>,
    /// Longest lifetime to accept
    #[arg(long, value_name = "SECONDS", default_value_t = Expectations::DEFAULT_MAX_LIFETIME)]
    max_lifetime: u64,
    /// The time to judge by [default: now]
    #[arg(long, value_name = "UNIX_SECONDS", value_parser = clock::seconds)]
    at: Option<u64>,
}

/// A token that held.
pub(crate) struct Trusted {
    pub(crate) snapshot: Snapshot,
    /// The payload, for what the library has no words for.
    pub(crate) claims: Value,
    pub(crate) now: UnixTime,
}

impl Trust {
    /// Takes the token, or standard input for `-`, all the way to a snapshot.
    pub(crate) fn admit(&self, token: &str) -> Result<Trusted, Failure> {
        let text = match token {
            // What is no UTF-8 turns into characters that no token has, and the library says what it was.
            "-" => String::from_utf8_lossy(&files::read("-".as_ref())?).into_owned(),
            _ => token.to_owned(),
        };
        let keys = KeySet::parse(&files::read(&self.keys)?)?;
        let (_, catalog) = catalog_file::read(&self.catalog)?;
        let now = UnixTime::from_secs(self.at.map_or_else(clock::now_in_seconds, Ok)?);
        let mut expected =
            Expectations::new(&self.issuer, &self.audience).max_lifetime(self.max_lifetime);
        if let Some(subject) = &self.subject {
            expected = expected.subject(subject);
        }

        let payload = UnverifiedToken::parse(text.trim_end())?.verify(&keys)?;
        let bytes = payload.as_bytes().to_vec();
        let snapshot = Snapshot::validate(payload, &catalog, &expected, now)?;
        snapshot.warnings().iter().for_each(warn);
        let claims = serde_json::from_slice(&bytes).map_err(|error| {
            Failure::failed(format_args!("the payload cannot be read again: {error}"))
        })?;
        Ok(Trusted {
            snapshot,
            claims,
            now,
        })
    }
}
