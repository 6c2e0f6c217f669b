//! `rolegate explain`.

use std::fmt::Display;

use rolegate::{Change, Collaborator, Fact, Gate, Missing, ReasonCode, Record, Step};
use serde_json::{Map, Value};

use crate::failure::{EXIT_CODES, Failure};
use crate::files;
use crate::trust::Trust;

const EXAMPLES: &str = "\
Examples:
  rolegate explain --keys keys/jwks.json --issuer https://app.example --audience chat-web \\
      --catalog chat.json \"$(cat token)\" reports.export
  rolegate explain --keys keys/jwks.json --issuer https://app.example --audience chat-web \\
      --catalog chat.json --workspace w1 \\
      --record '{\"assignee\": null, \"group\": \"g7\", \"collaborators\": [{\"id\": \"u42\", \"edit\": true}]}' \\
      - conversation.access:write < token

The answer comes first, then what each role, layer, rule, prerequisite, filter and entitlement said,
then what is missing: one change from each line, whichever you choose,
turns the denial into an allow.
If a line says that nothing would do, no role, value or other record helps.
The exit code is 0 if the person may, and 1 if not.";

/// Says whether a person may, why, and what would change the answer.
#[derive(clap::Args)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Args {
    #[command(flatten)]
    trust: Trust,
    /// The workspace to answer for [default: the person's only one]
    #[arg(long)]
    workspace: Option<String>,
    /// What is known about the record: `owner`, `assignee`, `group`, `organization`, `queue`
    /// (an id, or null for none) and `collaborators` (ids, or objects of `id` and `edit`)
    #[arg(long, value_name = "JSON", value_parser = facts)]
    record: Option<Map<String, Value>>,
    /// The token; `-` reads standard input
    token: String,
    /// The permission to ask about, followed by a colon and a level to ask for at least that level
    permission: String,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let trusted = args.trust.admit(&args.token)?;
    let gate = Gate::compile(trusted.snapshot);
    let record = args.record.as_ref().map(as_record);
    let explanation = gate.in_workspace(args.workspace.as_deref()).explain(
        &args.permission,
        record.as_ref(),
        trusted.now,
    );

    let decision = &explanation.decision;
    let answer = if decision.is_allow() {
        "allowed"
    } else {
        "denied"
    };
    let stale = if decision.stale { ", stale" } else { "" };
    let mut lines = vec![format!(
        "{answer}: {} (level {}, outcome {}{stale})",
        decision.code, decision.level, decision.outcome
    )];
    lines.extend(explanation.trace.iter().map(in_words));
    tell_missing(&decision.missing, "", &mut lines);
    files::print_lines(&lines)?;
    if decision.is_allow() {
        Ok(())
    } else {
        Err(Failure::answered_no())
    }
}

fn in_words(step: &Step) -> String {
    match step {
        Step::Role {
            role,
            value,
            only_if: None,
        } => format!("role {role}: {value}"),
        Step::Role {
            role,
            value,
            only_if: Some(relations),
        } => {
            format!(
                "role {role}: {value} on this record, more only if {}",
                joined(relations, " or ")
            )
        }
        Step::Layer {
            from,
            id,
            value,
            wins,
        } => {
            let id = id.as_ref().map(|id| format!(" {id}")).unwrap_or_default();
            let nearer = if *wins {
                ""
            } else {
                ", but another layer is nearer"
            };
            format!("layer {from}{id}: {value}{nearer}")
        }
        Step::Part { permission, value } => format!("part {permission}: {value}"),
        Step::Relation { relation, holds } => format!("relation {relation}: {}", yes(*holds)),
        Step::Value { value } => format!("value: {value}"),
        Step::Prerequisite {
            permission,
            at_least,
            holds,
        } => {
            format!("prerequisite {permission}:{at_least}: {}", yes(*holds))
        }
        Step::Filter { passes } => format!(
            "filters: {}",
            if *passes {
                "the record passes"
            } else {
                "out of sight"
            }
        ),
        Step::Entitlement { any_of, holds } => {
            format!("entitlement {}: {}", joined(any_of, " or "), yes(*holds))
        }
        // A newer library may have further steps; they are shown as they are.
        other => format!("{other:?}"),
    }
}

fn tell_missing(missing: &[Missing], indent: &str, lines: &mut Vec<String>) {
    for entry in missing {
        let what = match &entry.prerequisite {
            Some((permission, level)) => format!("{} {permission}:{level}", entry.code),
            None => entry.code.to_string(),
        };
        let changes: Vec<String> = entry.changes.iter().map(change).collect();
        lines.push(match changes.as_slice() {
            [] if entry.prerequisite.is_none() && entry.code >= ReasonCode::RecordRequired => {
                format!("{indent}missing: {what}; nothing would do")
            }
            [] => format!("{indent}missing: {what}"),
            changes => format!(
                "{indent}missing: {what}; would do: {}",
                changes.join("; or ")
            ),
        });
        tell_missing(&entry.missing, &format!("{indent}  "), lines);
    }
}

fn change(change: &Change) -> String {
    match change {
        Change::Role(role) => format!("role {role}"),
        Change::Values { values, relations } => {
            let values: Vec<String> = values
                .iter()
                .map(|(permission, level)| format!("{permission}:{level}"))
                .collect();
            let with = joined(relations, " and ");
            let on = if relations.is_empty() {
                ""
            } else {
                " with relation "
            };
            format!("value {}{on}{with}", values.join(" and "))
        }
        Change::Relations(relations) => format!("relation {}", joined(relations, " and ")),
        Change::Entitlements(entitlements) => {
            format!("entitlement {}", joined(entitlements, " and "))
        }
        Change::Record(kind) => format!("a {kind} to ask about"),
        Change::Together(all) => {
            let all: Vec<String> = all.iter().map(self::change).collect();
            all.join(" with ")
        }
        other => format!("{other:?}"),
    }
}

fn yes(holds: bool) -> &'static str {
    if holds { "yes" } else { "no" }
}

fn joined(words: &[impl Display], with: &str) -> String {
    words
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(with)
}

/// Reads `--record`.
fn facts(text: &str) -> Result<Map<String, Value>, String> {
    let facts: Map<String, Value> =
        serde_json::from_str(text).map_err(|error| error.to_string())?;
    for (name, fact) in &facts {
        let (is_right, expected) = match name.as_str() {
            "owner" | "assignee" | "group" | "organization" | "queue" => (
                fact.is_null() || fact.is_string(),
                "an id, or null for none",
            ),
            "collaborators" => (
                fact.as_array()
                    .is_some_and(|list| list.iter().all(|one| collaborator(one).is_some())),
                "a list of ids, or of objects with `id` and `edit`",
            ),
            _ => return Err(format!("`{name}` is not a fact of a record")),
        };
        if !is_right {
            return Err(format!("`{name}` must be {expected}"));
        }
    }
    Ok(facts)
}

fn as_record(facts: &Map<String, Value>) -> Record<'_> {
    let fact = |name: &str| match facts.get(name) {
        None => Fact::Unread,
        Some(value) => value.as_str().map_or(Fact::Empty, Fact::Id),
    };
    let collaborators = facts.get("collaborators").and_then(Value::as_array);
    Record {
        owner: fact("owner"),
        assignee: fact("assignee"),
        group: fact("group"),
        organization: fact("organization"),
        queue: fact("queue"),
        collaborators: collaborators
            .into_iter()
            .flatten()
            .filter_map(collaborator)
            .collect(),
    }
}

fn collaborator(value: &Value) -> Option<Collaborator<'_>> {
    let Value::Object(members) = value else {
        return value.as_str().map(|id| Collaborator { id, edit: false });
    };
    let edit = members.get("edit").map_or(Some(false), Value::as_bool)?;
    let only_these = members.keys().all(|name| name == "id" || name == "edit");
    members
        .get("id")?
        .as_str()
        .filter(|_| only_these)
        .map(|id| Collaborator { id, edit })
}
