//! What a token is checked against: the options that all subcommands share that read one.

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
    /// Issuer that the token must have
    #[arg(long)]
    issuer: String,
    /// Audience that the token must be for
    #[arg(long)]
    audience: String,
    /// Catalog that the token must be for
    #[arg(long, value_name = "FILE")]
    catalog: PathBuf,
    /// Person that the token must be about [default: anybody]
    #[arg(long)]
    subject: Option<String>,
    /// Longest lifetime to accept
    #[arg(long, value_name = "SECONDS", default_value_t = Expectations::DEFAULT_MAX_LIFETIME)]
    max_lifetime: u64,
    /// Time at which the token is checked [default: now]
    #[arg(long, value_name = "UNIX_SECONDS", value_parser = clock::seconds)]
    at: Option<u64>,
}

/// A token that passed all checks.
pub(crate) struct Trusted {
    pub(crate) snapshot: Snapshot,
    /// The payload, for those parts that the library does not expose.
    pub(crate) claims: Value,
    pub(crate) now: UnixTime,
}

impl Trust {
    /// Verifies and validates the token, or that on standard input for `-`.
    pub(crate) fn admit(&self, token: &str) -> Result<Trusted, Failure> {
        let text = match token {
            // Bytes that are not UTF-8 become characters that no token has, and the library names the cause.
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
