//! `rolegate catalog diff`: what changed between two catalogs, in words.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde_json::Value;

use crate::catalog_file::{
    self, Administration, Area, CatalogFile, Cell, CustomRoles, Label, Need, Permission,
};
use crate::failure::{EXIT_CODES, Failure};
use crate::files;

const EXAMPLES: &str = "\
Examples:
  rolegate catalog diff chat-old.json chat.json
  git show main:catalogs/chat.json | rolegate catalog diff - catalogs/chat.json

The lines are sorted, so that two runs can be compared. The order in a file has no meaning and is not
compared; it changes the digest, though, by which a snapshot names the catalog.
The exit code is 0 if the two say the same, and 1 if not.";

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
    let (old, _) = catalog_file::read(&args.old)?;
    let (new, _) = catalog_file::read(&args.new)?;
    let lines = differences(
        &Facts::of(&CatalogFile::read(&old)?),
        &Facts::of(&CatalogFile::read(&new)?),
    );
    match lines.len() {
        0 if old == new => files::print("the files are the same"),
        0 => files::print(
            "the catalogs say the same; the files differ in formatting or order only, and therefore in digest",
        ),
        _ => files::print_lines(&lines).and(Err(Failure::answered_no())),
    }
}

/// Everything that a catalog says: for each subject, every aspect with its text.
#[derive(Default)]
struct Facts(BTreeMap<String, BTreeMap<String, String>>);

impl Facts {
    /// Notes the subject and, unless `text` is `None`, what the catalog says about this aspect of it.
    fn add(&mut self, subject: &str, aspect: impl Into<String>, text: Option<String>) {
        let aspects = self.0.entry(subject.to_owned()).or_default();
        aspects.extend(text.map(|text| (aspect.into(), text)));
    }

    fn add_names(&mut self, subject: &str, what: &str, names: &Label) {
        for (language, name) in names.iter() {
            self.add(subject, format!("{what} ({language})"), Some(quoted(name)));
        }
    }

    fn add_values(&mut self, subject: &str, values: &BTreeMap<String, Cell>) {
        for (permission, cell) in values.iter().filter(|(_, cell)| **cell != Cell::off()) {
            self.add(
                subject,
                format!("value of {permission}"),
                Some(quoted(&cell.to_string())),
            );
        }
    }

    fn add_administration(&mut self, subject: &str, rules: &Administration) {
        self.add(
            subject,
            "editable by",
            rules.editable_by.as_ref().map(in_words),
        );
        self.add(
            subject,
            "assignable by",
            rules.assignable_by.as_ref().map(in_words),
        );
    }

    fn add_custom_roles(&mut self, subject: &str, custom: &CustomRoles) {
        self.add(subject, "may be added", Some("yes".to_owned()));
        let bases = match &custom.bases {
            None => Some("every role".to_owned()),
            Some(bases) => listed(bases),
        };
        self.add(subject, "bases", bases);
        let without_base = custom.without_base.then(|| "yes".to_owned());
        self.add(subject, "may have no base", without_base);
        self.add(subject, "needs", needs(&custom.needs));
        self.add_administration(subject, &custom.administration);
    }

    fn of(catalog: &CatalogFile) -> Facts {
        let mut facts = Facts::default();
        facts.add("catalog", "id", Some(quoted(&catalog.id)));
        facts.add_names("catalog", "label", &catalog.label);
        facts.add("catalog", "layers", listed(&catalog.layers));
        facts.add("catalog", "filters", listed(&catalog.filters));
        let groups = catalog.groups_per_membership;
        facts.add(
            "catalog",
            "groups per membership",
            groups.map(|limit| limit.to_string()),
        );
        for entitlement in &catalog.entitlements {
            let subject = format!("entitlement {}", entitlement.id);
            facts.add_names(&subject, "label", &entitlement.label);
            facts.add(&subject, "includes", listed(&entitlement.includes));
        }
        for (id, record) in &catalog.records {
            let subject = format!("record {id}");
            facts.add_names(&subject, "label", &record.label);
            facts.add(&subject, "relations", listed(&record.relations));
            let filters = match &record.filters {
                None => Some("all of the catalog's".to_owned()),
                Some(list) => listed(list).or_else(|| Some("none".to_owned())),
            };
            let filters = filters.filter(|_| !catalog.filters.is_empty());
            facts.add(&subject, "filters", filters);
        }
        for area in &catalog.areas {
            let subject = format!("area {}", area.id);
            facts.add_names(&subject, "label", &area.label);
            area.description
                .iter()
                .for_each(|text| facts.add_names(&subject, "description", text));
            area.permissions
                .iter()
                .for_each(|permission| facts.add_permission(area, permission));
        }
        for role in &catalog.roles {
            let subject = format!("role {}", role.id);
            facts.add_names(&subject, "label", &role.label);
            role.description
                .iter()
                .for_each(|text| facts.add_names(&subject, "description", text));
            facts.add_values(&subject, &role.values);
            for (permission, values) in &role.unlocked {
                facts.add(
                    &subject,
                    format!("other values of {permission}"),
                    listed(values),
                );
            }
            facts.add_administration(&subject, &role.administration);
        }
        let subject = "new roles";
        facts.add(subject, "", None);
        facts.add_values(subject, &catalog.new_role_values);
        if let Some(custom) = &catalog.custom_roles {
            facts.add_custom_roles(subject, custom);
        }
        facts
    }

    fn add_permission(&mut self, area: &Area, permission: &Permission) {
        let subject = format!("permission {}", permission.id);
        self.add_names(&subject, "label", &permission.label);
        self.add(&subject, "area", Some(quoted(&area.id)));
        self.add(&subject, "kind", Some(format!("a {}", permission.values)));
        self.add(&subject, "record", permission.record.as_deref().map(quoted));
        self.add(&subject, "needs", needs(&permission.needs));
        let mut requires: Vec<String> = permission.requires.iter().map(in_words).collect();
        requires.sort();
        self.add(
            &subject,
            "requires",
            (!requires.is_empty()).then(|| requires.join(" and ")),
        );
        self.add(&subject, "rule", permission.rule.as_ref().map(in_words));
        self.add(
            &subject,
            "reserved",
            permission.reserved.then(|| "yes".to_owned()),
        );
        for (code, outcome) in &permission.when_denied {
            self.add(
                &subject,
                format!("outcome of `{code}`"),
                Some(quoted(outcome)),
            );
        }
    }
}

fn differences(Facts(old): &Facts, Facts(new): &Facts) -> Vec<String> {
    let gone = old.keys().filter(|subject| !new.contains_key(*subject));
    let mut lines: Vec<String> = gone.map(|subject| format!("{subject}: removed")).collect();
    for (subject, aspects) in new {
        let Some(before) = old.get(subject) else {
            lines.push(format!("{subject}: added"));
            lines.extend(
                aspects
                    .iter()
                    .map(|(aspect, text)| format!("{subject}: {aspect} is {text}")),
            );
            continue;
        };
        // If a permission was removed, its values went with it and are not reported.
        let is_told = |aspect: &str| match aspect.strip_prefix("value of ") {
            Some(permission) => new.contains_key(&format!("permission {permission}")),
            None => true,
        };
        let mut either: BTreeSet<&String> = before.keys().collect();
        either.extend(aspects.keys());
        for aspect in either.into_iter().filter(|aspect| is_told(aspect)) {
            let [was, is] = [before, aspects].map(|side| {
                side.get(aspect)
                    .map_or_else(|| absent(aspect), String::as_str)
            });
            if was != is {
                lines.push(format!("{subject}: {aspect} was {was}, is {is}"));
            }
        }
    }
    lines.sort();
    lines
}

/// What a missing aspect means.
fn absent(aspect: &str) -> &'static str {
    match aspect {
        "editable by" | "assignable by" => "nobody",
        "reserved" | "may be added" | "may have no base" => "no",
        _ if aspect.starts_with("value of ") => "`off`",
        _ => "nothing",
    }
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
            Need::AnyOf(ids) => ids
                .iter()
                .map(|id| quoted(id))
                .collect::<Vec<_>>()
                .join(" or "),
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
    } else if let Some(target) = text("target") {
        format!("somebody who is {target}")
    } else if let Some(target) = rule.get("target_role") {
        let roles: Vec<String> = match target {
            Value::Array(roles) => roles
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            role => role.as_str().map(str::to_owned).into_iter().collect(),
        };
        let new_roles = rule.get("new_roles") == Some(&Value::Bool(true));
        let roles: Vec<String> = listed(&roles)
            .into_iter()
            .chain(new_roles.then(|| "new roles".to_owned()))
            .collect();
        match roles.as_slice() {
            [] => "somebody new".to_owned(),
            roles => format!("holders of no role but {}", roles.join(" and ")),
        }
    } else {
        rule.to_string()
    }
}
