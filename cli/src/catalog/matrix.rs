//! `rolegate catalog matrix`: area × permission × role.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use crate::catalog_file::{self, CatalogFile, Cell, Entitlement, Need, Permission};
use crate::failure::{EXIT_CODES, Failure};
use crate::files;
use crate::signer::sha256;

const EXAMPLES: &str = "\
Examples:
  rolegate catalog matrix chat.json > table.md
  rolegate catalog matrix chat.json --language nl
  rolegate catalog matrix chat.json --format csv > table.csv
  rolegate catalog matrix chat.json --format json | jq '.rows[].values.owner'

A cell is the value that the role itself gives, before layers, prerequisites and entitlements:
`on`, `write if own or shared`, `unknown` for a cell that the sources leave open, `derived` for a
permission that follows from others by a rule.
The entitlement column says what the customer must have bought. If a permission needs nothing, it
names the entitlement that all others include, if there is one.";

/// Prints the table of a catalog: area, permission, entitlement, and each role's value.
#[derive(clap::Args)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Args {
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
    /// Language of the names in Markdown and CSV; names without it are in English
    #[arg(long, value_name = "TAG", default_value = "en")]
    language: String,
    /// The catalog; `-` reads standard input
    #[arg(value_name = "CATALOG.json")]
    catalog: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Markdown,
    Csv,
    Json,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let (bytes, _) = catalog_file::read(&args.catalog)?;
    let catalog = CatalogFile::read(&bytes)?;
    let text = match args.format {
        Format::Markdown => markdown(&table(&catalog, &args.language)),
        Format::Csv => csv(&table(&catalog, &args.language)),
        Format::Json => format!("{:#}", as_json(&catalog, &bytes)),
    };
    files::print(&text)
}

/// The head and the rows, as text.
fn table(catalog: &CatalogFile, language: &str) -> Vec<Vec<String>> {
    let mut head: Vec<String> = ["Area", "Permission", "Name", "Entitlement"]
        .map(str::to_owned)
        .into();
    head.extend(
        catalog
            .roles
            .iter()
            .map(|role| role.label.in_language(language).to_owned()),
    );
    let has_new_roles = catalog.starts_new_roles() && !catalog.new_role_values.is_empty();
    if has_new_roles {
        head.push("New role".to_owned());
    }
    let mut rows = vec![head];
    for area in &catalog.areas {
        for permission in &area.permissions {
            let mut row = vec![
                area.label.in_language(language).to_owned(),
                permission.label.in_language(language).to_owned(),
                permission.id.clone(),
                entitlement(catalog, permission, language),
            ];
            row.extend(
                catalog
                    .roles
                    .iter()
                    .map(|role| cell(permission, role.values.get(&permission.id))),
            );
            if has_new_roles {
                row.push(cell(
                    permission,
                    catalog.new_role_values.get(&permission.id),
                ));
            }
            rows.push(row);
        }
    }
    rows
}

fn cell(permission: &Permission, cell: Option<&Cell>) -> String {
    match cell {
        _ if permission.rule.is_some() => "derived".to_owned(),
        Some(cell) => cell.to_string(),
        None => Cell::off().to_string(),
    }
}

fn entitlement(catalog: &CatalogFile, permission: &Permission, language: &str) -> String {
    let label = |id: &String| {
        let known = catalog
            .entitlements
            .iter()
            .find(|entitlement| entitlement.id == *id);
        known
            .map_or(id.as_str(), |entitlement| {
                entitlement.label.in_language(language)
            })
            .to_owned()
    };
    if permission.needs.is_empty() {
        return base(catalog).map_or_else(String::new, |base| {
            base.label.in_language(language).to_owned()
        });
    }
    let parts: Vec<String> = permission
        .needs
        .iter()
        .map(|need| match need {
            Need::One(id) => label(id),
            Need::AnyOf(ids) => ids.iter().map(label).collect::<Vec<_>>().join(" or "),
        })
        .collect();
    parts.join(" and ")
}

/// The entitlement that all others include.
fn base(catalog: &CatalogFile) -> Option<&Entitlement> {
    let comes_with = |holder: &Entitlement, wanted: &str| {
        let mut seen = vec![holder.id.as_str()];
        let mut next = 0;
        while let Some(id) = seen.get(next).copied() {
            let includes = catalog
                .entitlements
                .iter()
                .filter(|other| other.id == id)
                .flat_map(|other| &other.includes);
            for included in includes {
                if !seen.contains(&included.as_str()) {
                    seen.push(included);
                }
            }
            next = next.saturating_add(1);
        }
        seen.contains(&wanted)
    };
    let covers_all = |base: &&Entitlement| {
        catalog
            .entitlements
            .iter()
            .all(|other| comes_with(other, &base.id))
    };
    catalog
        .entitlements
        .iter()
        .filter(|_| catalog.entitlements.len() > 1)
        .find(covers_all)
}

fn markdown(rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| cell.replace('|', "\\|").replace('\n', " "))
            .collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(|row| line(row)).collect();
    if let Some(head) = rows.first() {
        lines.insert(1, format!("|{}", " --- |".repeat(head.len())));
    }
    lines.join("\n")
}

/// RFC 4180, with line feeds.
fn csv(rows: &[Vec<String>]) -> String {
    let field = |text: &String| {
        if text.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.clone()
        }
    };
    let line = |row: &Vec<String>| row.iter().map(field).collect::<Vec<_>>().join(",");
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn as_json(catalog: &CatalogFile, bytes: &[u8]) -> Value {
    let roles: Vec<Value> = catalog
        .roles
        .iter()
        .map(|role| json!({"id": role.id, "label": role.label}))
        .collect();
    let rows: Vec<Value> = catalog
        .areas
        .iter()
        .flat_map(|area| {
            area.permissions
                .iter()
                .map(move |permission| (area, permission))
        })
        .map(|(area, permission)| {
            let mut row = Map::new();
            row.insert("area".to_owned(), json!(area.id));
            row.insert("permission".to_owned(), json!(permission.id));
            row.insert("label".to_owned(), json!(permission.label));
            row.insert("needs".to_owned(), json!(permission.needs));
            if let Some(record) = &permission.record {
                row.insert("record".to_owned(), json!(record));
            }
            match &permission.rule {
                Some(rule) => {
                    row.insert("rule".to_owned(), rule.clone());
                }
                None => {
                    let value = |cells: &BTreeMap<String, Cell>| {
                        json!(cells.get(&permission.id).cloned().unwrap_or_else(Cell::off))
                    };
                    let values: Map<String, Value> = catalog
                        .roles
                        .iter()
                        .map(|role| (role.id.clone(), value(&role.values)))
                        .collect();
                    row.insert("values".to_owned(), Value::Object(values));
                    if catalog.starts_new_roles() {
                        row.insert("new_role".to_owned(), value(&catalog.new_role_values));
                    }
                }
            }
            Value::Object(row)
        })
        .collect();
    json!({"catalog": {"id": catalog.id, "sha256": sha256(bytes)}, "roles": roles, "rows": rows})
}
