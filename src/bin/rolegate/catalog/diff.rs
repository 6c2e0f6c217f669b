//! `rolegate catalog diff`: what changed between two catalogs, in words.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use super::file::{CatalogFile, Label, Need};
use crate::EXIT_CODES;
use crate::failure::Failure;
use crate::files;

const EXAMPLES: &str = "\
Examples:
  rolegate catalog diff chat-old.json chat.json
  git show main:catalogs/chat.json | rolegate catalog diff - catalogs/chat.json

The lines are sorted, so two runs can be compared. The order in a file carries no meaning and is not
compared, except for the new digest: a snapshot names the catalog by it.
It ends with 0 where the two say the same, with 1 where they do not.";

/// Says in words what changed between two catalogs.
#[derive(clap::Args)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Args {
    /// The catalog as it was; `-` reads standard input
    #[arg(value_name = "OLD.json")]
    old: PathBuf,
    /// The catalog as it is
    #[arg(value_name = "NEW.json")]
    new: PathBuf,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let (old, _) = super::read(&args.old)?;
    let (new, _) = super::read(&args.new)?;
    let lines = differences(&facts(&CatalogFile::read(&old)?), &facts(&CatalogFile::read(&new)?));
    lines.iter().try_for_each(|line| files::print(line))?;
    match lines.len() {
        0 if old == new => files::print("the files are the same"),
        0 => files::print("the files say the same; only writing or order differ, and so the digest"),
        1 => Err(Failure::refused("the catalogs differ in 1 place")),
        places => Err(Failure::refused(format_args!("the catalogs differ in {places} places"))),
    }
}

/// Everything a catalog says: per subject, each aspect with its text.
type Facts = BTreeMap<String, BTreeMap<String, String>>;

fn differences(old: &Facts, new: &Facts) -> Vec<String> {
    let mut lines = Vec::new();
    for subject in old.keys().filter(|subject| !new.contains_key(*subject)) {
        lines.push(format!("{subject}: removed"));
    }
    for (subject, aspects) in new {
        let Some(before) = old.get(subject) else {
            lines.push(format!("{subject}: added"));
            lines.extend(aspects.iter().map(|(aspect, text)| format!("{subject}: {aspect} is {text}")));
            continue;
        };
        // A value of a permission that is gone is no news beside the permission.
        let still_there = |aspect: &String| match aspect.strip_prefix("value of ") {
            Some(permission) => new.contains_key(&format!("permission {permission}")),
            None => true,
        };
        for (aspect, was) in before.iter().filter(|(aspect, _)| !aspects.contains_key(*aspect) && still_there(aspect)) {
            lines.push(format!("{subject}: {aspect} was {was}, is {}", absent(aspect)));
        }
        for (aspect, is) in aspects {
            match before.get(aspect) {
                Some(was) if was == is => {}
                Some(was) => lines.push(format!("{subject}: {aspect} was {was}, is {is}")),
                None => lines.push(format!("{subject}: {aspect} was {}, is {is}", absent(aspect))),
            }
        }
    }
    lines.sort();
    lines
}

/// What an aspect that is not written down is worth.
fn absent(aspect: &str) -> &'static str {
    match aspect {
        "editable by" | "assignable by" => "nobody",
        _ if aspect.starts_with("value of ") => "`off`",
        _ => "nothing",
    }
}

fn facts(catalog: &CatalogFile) -> Facts {
    let mut facts = Facts::new();
    let mut state = |subject: &str, aspect: String, text: Option<String>| {
        let aspects = facts.entry(subject.to_owned()).or_default();
        if let Some(text) = text {
            aspects.insert(aspect, text);
        }
    };
    let names = |state: &mut dyn FnMut(&str, String, Option<String>), subject: &str, what: &str, label: &Label| {
        for (language, name) in label.iter() {
            state(subject, format!("{what} ({language})"), Some(format!("`{name}`")));
        }
    };

    let whole = "catalog";
    state(whole, "id".to_owned(), Some(quoted(&catalog.id)));
    names(&mut state, whole, "label", &catalog.label);
    state(whole, "layers".to_owned(), listed(&catalog.layers));
    state(whole, "filters".to_owned(), listed(&catalog.filters));
    for entitlement in &catalog.entitlements {
        let subject = format!("entitlement {}", entitlement.id);
        names(&mut state, &subject, "label", &entitlement.label);
        state(&subject, "includes".to_owned(), listed(&entitlement.includes));
    }
    for (id, record) in &catalog.records {
        let subject = format!("record {id}");
        names(&mut state, &subject, "label", &record.label);
        state(&subject, "relations".to_owned(), listed(&record.relations));
    }
    for area in &catalog.areas {
        let subject = format!("area {}", area.id);
        names(&mut state, &subject, "label", &area.label);
        area.description.iter().for_each(|text| names(&mut state, &subject, "description", text));
        for permission in &area.permissions {
            let subject = format!("permission {}", permission.id);
            names(&mut state, &subject, "label", &permission.label);
            state(&subject, "area".to_owned(), Some(quoted(&area.id)));
            state(&subject, "kind".to_owned(), Some(format!("a {}", permission.values)));
            state(&subject, "record".to_owned(), permission.record.as_deref().map(quoted));
            state(&subject, "needs".to_owned(), needs(&permission.needs));
            state(&subject, "rule".to_owned(), permission.rule.as_ref().map(in_words));
            let mut requires: Vec<String> = permission.requires.iter().map(in_words).collect();
            requires.sort();
            state(&subject, "requires".to_owned(), (!requires.is_empty()).then(|| requires.join(" and ")));
            for (code, outcome) in &permission.when_denied {
                state(&subject, format!("outcome of `{code}`"), Some(quoted(outcome)));
            }
        }
    }
    for role in &catalog.roles {
        let subject = format!("role {}", role.id);
        names(&mut state, &subject, "label", &role.label);
        role.description.iter().for_each(|text| names(&mut state, &subject, "description", text));
        for (permission, cell) in &role.values {
            let text = cell.to_string();
            state(&subject, format!("value of {permission}"), (text != "off").then(|| quoted(&text)));
        }
        for (permission, values) in &role.unlocked {
            state(&subject, format!("other values of {permission}"), listed(values));
        }
        state(&subject, "editable by".to_owned(), role.administration.editable_by.as_ref().map(in_words));
        state(&subject, "assignable by".to_owned(), role.administration.assignable_by.as_ref().map(in_words));
    }
    let subject = "new roles";
    for (permission, cell) in &catalog.new_role_values {
        let text = cell.to_string();
        state(subject, format!("value of {permission}"), (text != "off").then(|| quoted(&text)));
    }
    let administration = catalog.custom_roles.as_ref();
    let rule = |pick: fn(&super::file::Administration) -> Option<&Value>| administration.and_then(pick).map(in_words);
    state(subject, "editable by".to_owned(), rule(|rules| rules.editable_by.as_ref()));
    state(subject, "assignable by".to_owned(), rule(|rules| rules.assignable_by.as_ref()));
    facts
}

fn quoted(text: &str) -> String {
    format!("`{text}`")
}

fn listed(names: &[String]) -> Option<String> {
    let mut names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    names.sort();
    (!names.is_empty()).then(|| names.join(", "))
}

fn needs(needs: &[Need]) -> Option<String> {
    let mut parts: Vec<String> = needs
        .iter()
        .map(|need| match need {
            Need::One(id) => quoted(id),
            Need::AnyOf(ids) => ids.iter().map(|id| quoted(id)).collect::<Vec<_>>().join(" or "),
        })
        .collect();
    parts.sort();
    (!parts.is_empty()).then(|| parts.join(" and "))
}

/// A rule or a prerequisite.
fn in_words(rule: &Value) -> String {
    let text = |name: &str| rule.get(name).and_then(Value::as_str);
    let parts = |name: &str| {
        let parts = rule.get(name)?.as_array()?;
        let mut parts: Vec<String> = parts.iter().map(in_words).collect();
        parts.sort();
        Some(parts)
    };
    if let Some(parts) = parts("any") {
        format!("({})", parts.join(" or "))
    } else if let Some(parts) = parts("all") {
        format!("({})", parts.join(" and "))
    } else if let Some(permission) = text("permission") {
        match text("at_least") {
            Some(level) => format!("permission `{permission}` at `{level}`"),
            None => format!("permission `{permission}`"),
        }
    } else if let Some(value) = text("value") {
        format!("the value `{value}`")
    } else if let Some(relation) = text("relation") {
        format!("relation `{relation}`")
    } else if let Some(role) = text("role") {
        format!("role `{role}`")
    } else if rule.get("self").is_some() {
        "the person concerned".to_owned()
    } else if let Some(role) = text("target_role") {
        format!("holders of no role but `{role}`")
    } else if let Some(Value::Array(roles)) = rule.get("target_role") {
        let roles: Vec<String> = roles.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        format!("holders of no role but {}", listed(&roles).unwrap_or_default())
    } else {
        rule.to_string()
    }
}
