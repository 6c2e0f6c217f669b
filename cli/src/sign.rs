//! `rolegate sign`.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use rolegate::{
    Catalog, ErrorCode, Expectations, KeySet, Snapshot, UnixTime, UnverifiedToken, text_problem,
};
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};

use crate::failure::{EXIT_CODES, Failure, warn};
use crate::signer::{Signer, sha256};
use crate::{catalog_file, clock, files};

const EXAMPLES: &str = "\
Examples:
  rolegate sign --key keys/private.jwk claims.json
  rolegate sign --key keys/private.jwk --catalog chat.json --lifetime 3600 --out token claims.json
  echo '{\"iss\": …}' | rolegate sign --key keys/private.jwk --catalog chat.json \\
      --issued-at 1790000000 --lifetime 300 -

Without --catalog, --issued-at and --lifetime, the claims are signed byte for byte. With them, only
the members that they set change. With --catalog, the token is checked before it is written, as an
application would check it at the time of issue. If a list repeats an id, a warning is written to
standard error: applications drop the repetition.

With --out, a file is replaced in one step once the token is complete: after a failure it is as it
was, and a server that reads it meanwhile finds the old token or the new one.";

/// Signs the claims of a role snapshot and writes the token.
#[derive(clap::Args)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Args {
    /// Private key as written by `rolegate keygen`
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// Catalog the snapshot is for: sets `catalog`, and checks the token against it
    #[arg(long, value_name = "FILE")]
    catalog: Option<PathBuf>,
    /// Time of issue: sets `iat` and `nbf` [default with --lifetime: now]
    #[arg(long, value_name = "UNIX_SECONDS", value_parser = clock::seconds)]
    issued_at: Option<u64>,
    /// How long the snapshot is in force: sets `exp`, and `iat` and `nbf` too
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(..=MAX_LIFETIME))]
    lifetime: Option<u64>,
    /// Longest lifetime that the check against the catalog accepts
    #[arg(long, value_name = "SECONDS", default_value_t = Expectations::DEFAULT_MAX_LIFETIME)]
    max_lifetime: u64,
    /// File to write the token to, whole or not at all; `-` is standard output
    #[arg(long, value_name = "FILE", default_value = "-")]
    out: PathBuf,
    /// The claims, a JSON object; `-` reads standard input
    #[arg(value_name = "CLAIMS.json")]
    claims: PathBuf,
}

/// Half of the largest integer that all JSON readers represent exactly, so that adding a time of issue
/// does not exceed it.
const MAX_LIFETIME: u64 = (1 << 52) - 1;

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let signer = Signer::from_jwk(&files::read(&args.key)?).map_err(|message| {
        Failure::refused(format_args!(
            "`{}` cannot be used: {message}",
            args.key.display()
        ))
    })?;
    let catalog = args
        .catalog
        .as_deref()
        .map(catalog_file::read)
        .transpose()?;
    let given = files::read(&args.claims)?;
    let mut claims: Claims = serde_json::from_slice(&given).map_err(|error| {
        let why = text_problem(&given).map_or_else(|| error.to_string(), str::to_owned);
        Failure::refused(format_args!("the claims are not one JSON object: {why}"))
    })?;

    if let Some((bytes, catalog)) = &catalog {
        let meant = claims
            .get("catalog")
            .and_then(|member| Some(member.get("id")?.as_str()?.to_owned()));
        if let Some(meant) = meant.filter(|meant| meant != catalog.id()) {
            return Err(Failure::refused(format_args!(
                "the claims are for the catalog `{meant}`, but the file is the catalog `{}`",
                catalog.id()
            )));
        }
        claims.set(
            "catalog",
            &json!({"id": catalog.id(), "sha256": sha256(bytes)}),
        )?;
    }
    if args.issued_at.is_some() || args.lifetime.is_some() {
        let issued_at = args.issued_at.map_or_else(clock::now_in_seconds, Ok)?;
        claims.set("iat", &issued_at.into())?;
        claims.set("nbf", &issued_at.into())?;
        if let Some(lifetime) = args.lifetime {
            claims.set("exp", &issued_at.saturating_add(lifetime).into())?;
        }
    }
    let payload = if claims.changed {
        json_bytes(&claims)?
    } else {
        given
    };
    let token = signer.sign(&payload);
    if let Some((_, catalog)) = &catalog {
        check(&token, &signer, &claims, catalog, args.max_lifetime)?;
    }
    files::replace(&args.out, &token)
}

/// Checks the token as an application would, at the time at which it comes into force.
fn check(
    token: &str,
    signer: &Signer,
    claims: &Claims,
    catalog: &Arc<Catalog>,
    max_lifetime: u64,
) -> Result<(), Failure> {
    let text = |name: &str| match claims.get(name)? {
        Value::Array(list) => Some(list.first()?.as_str()?.to_owned()),
        one => Some(one.as_str()?.to_owned()),
    };
    let time = |name: &str| claims.get(name).and_then(|time| time.as_u64());
    for name in ["iat", "exp"] {
        if claims.get(name).is_none() {
            return Err(Failure::coded(
                ErrorCode::ClaimInvalid,
                format_args!("`{name}` is missing; --lifetime sets it"),
            ));
        }
    }
    for name in ["iat", "nbf", "exp", "refresh_after"] {
        // An expiry after 2100 can be intended; one that is plausible in milliseconds is a mistake.
        let is_wrong = |time: &u64| match name {
            "iat" | "nbf" => !clock::is_plausible(*time),
            _ => clock::is_plausible(time / 1000),
        };
        if let Some(time) = time(name).filter(is_wrong) {
            return Err(Failure::coded(
                ErrorCode::ClaimInvalid,
                format_args!("`{name}` is {time}: {}", clock::SECONDS),
            ));
        }
    }
    let expected = Expectations::new(
        text("iss").unwrap_or_default(),
        text("aud").unwrap_or_default(),
    )
    .max_lifetime(max_lifetime);
    let now = UnixTime::from_secs(time("iat").max(time("nbf")).unwrap_or_default());
    let keys = KeySet::parse(signer.jwks().to_string().as_bytes())?;
    let payload = UnverifiedToken::parse(token)?.verify(&keys)?;
    let snapshot = Snapshot::validate(payload, catalog, &expected, now)?;
    snapshot.warnings().iter().for_each(warn);
    Ok(())
}

/// The members of an object as they are written: in their order, each with the text of its value.
struct Claims {
    members: Vec<(String, Box<RawValue>)>,
    changed: bool,
}

impl Claims {
    fn get(&self, name: &str) -> Option<Value> {
        let (_, value) = self.members.iter().find(|(member, _)| member == name)?;
        serde_json::from_str(value.get()).ok()
    }

    fn set(&mut self, name: &str, value: &Value) -> Result<(), Failure> {
        let raw = to_raw_value(value)
            .map_err(|error| Failure::failed(format_args!("cannot write `{name}`: {error}")))?;
        self.changed = true;
        match self.members.iter_mut().find(|(member, _)| member == name) {
            Some((_, place)) => *place = raw,
            None => self.members.push((name.to_owned(), raw)),
        }
        Ok(())
    }
}

fn json_bytes(claims: &Claims) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(claims)
        .map_err(|error| Failure::failed(format_args!("cannot write the claims: {error}")))
}

impl Serialize for Claims {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.members.iter().map(|(name, value)| (name, value)))
    }
}

impl<'de> Deserialize<'de> for Claims {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = Claims;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Claims, A::Error> {
                let mut members: Vec<(String, Box<RawValue>)> = Vec::new();
                while let Some((name, value)) = map.next_entry()? {
                    if members.iter().any(|(member, _)| *member == name) {
                        return Err(A::Error::custom(format_args!("`{name}` occurs twice")));
                    }
                    members.push((name, value));
                }
                Ok(Claims {
                    members,
                    changed: false,
                })
            }
        }

        deserializer.deserialize_map(Members)
    }
}
