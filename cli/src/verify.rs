//! `rolegate verify`.

use serde_json::Value;

use crate::failure::{EXIT_CODES, Failure};
use crate::files;
use crate::trust::Trust;

const EXAMPLES: &str = "\
Examples:
  rolegate verify --keys keys/jwks.json --issuer https://app.example --audience chat-web \\
      --catalog chat.json - < token
  rolegate verify --keys keys/jwks.json --issuer https://app.example --audience chat-web \\
      --catalog chat.json --subject u42 --at 1790000000 \"$(curl https://app.example/me/roles)\"

A refusal is one line on standard error that starts with its code, for example ERR_SIGNATURE_INVALID.
A clock difference of up to 60 seconds is tolerated, as in an application with default options.";

/// Checks a token as an application would, and prints what it says.
#[derive(clap::Args)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Args {
    #[command(flatten)]
    trust: Trust,
    /// The token; `-` reads standard input
    token: String,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let trusted = args.trust.admit(&args.token)?;
    let (claims, now) = (&trusted.claims, trusted.now.as_secs());

    let mut lines = vec![format!("person {}", trusted.snapshot.subject())];
    for (word, claim) in [
        ("issued", "iat"),
        ("in force from", "nbf"),
        ("stale from", "refresh_after"),
        ("expires", "exp"),
    ] {
        if let Some(time) = claims.get(claim).and_then(Value::as_u64) {
            lines.push(format!("{word} {time}, {}", seen_from(now, time)));
        }
    }
    lines.push(format!("seq {}", trusted.snapshot.seq()));
    lines.push(format!("entitlements {}", names(claims, "entitlements")));
    for membership in list(claims, "memberships") {
        let workspace = membership
            .get("workspace")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let mut line = format!(
            "workspace {workspace}: roles {}",
            names(membership, "roles")
        );
        if !list(membership, "groups").is_empty() {
            line.push_str(&format!("; groups {}", names(membership, "groups")));
        }
        for layer in list(membership, "layers") {
            let from = layer
                .get("from")
                .and_then(Value::as_str)
                .unwrap_or_default();
            line.push_str(&format!(
                "; {from} layer {}",
                layer.get("values").unwrap_or_default()
            ));
        }
        for filter in list(membership, "filters") {
            line.push_str(&format!("; only {filter}"));
        }
        lines.push(line);
    }
    for role in list(claims, "roles") {
        let id = role.get("id").and_then(Value::as_str).unwrap_or_default();
        lines.push(format!(
            "role {id}: {}",
            role.get("values").unwrap_or_default()
        ));
    }
    files::print_lines(&lines)
}

fn seen_from(now: u64, time: u64) -> String {
    match time.checked_sub(now) {
        Some(0) => "now".to_owned(),
        Some(ahead) => format!("in {ahead} s"),
        None => format!("{} s ago", now.saturating_sub(time)),
    }
}

fn list<'a>(object: &'a Value, member: &str) -> &'a [Value] {
    object
        .get(member)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn names(object: &Value, member: &str) -> String {
    let names: Vec<&str> = list(object, member)
        .iter()
        .filter_map(Value::as_str)
        .collect();
    if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(", ")
    }
}
