//! `rolegate types`.

use std::path::PathBuf;

use serde_json::Value;

use crate::catalog_file::{self, CatalogFile};
use crate::failure::{EXIT_CODES, Failure};
use crate::files;

const EXAMPLES: &str = "\
Examples:
  rolegate types chat.json > src/permissions.d.ts
  rolegate types --module chat.json > src/chat.ts

The file is for a program that uses the npm package: with it among the program's sources, a permission
that the catalog does not have, or a value that it cannot take, does not compile.
One program has one such file, as names are declared for all of it.

With --module the file is a module that also exports `id`, `sha256` and `catalog`, the text of which
every byte is as snapshots name it, so that a bundler ships just that catalog.";

/// Writes the permissions of a catalog as TypeScript declarations.
#[derive(clap::Args)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Args {
    /// The catalog; `-` reads standard input
    #[arg(value_name = "CATALOG.json")]
    catalog: PathBuf,
    /// Write a module that exports the catalog's text and hash as well
    #[arg(long)]
    module: bool,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let (bytes, checked) = catalog_file::read(&args.catalog)?;
    let catalog = CatalogFile::read(&bytes)?;
    // In a valid catalog, names and values contain no character that would end a string.
    let members: String = catalog
        .areas
        .iter()
        .flat_map(|area| &area.permissions)
        .map(|permission| format!("      '{}': '{}'\n", permission.id, permission.values))
        .collect();
    let exports = if args.module {
        // A catalog is UTF-8, and every string of JSON is one of JavaScript.
        let text = Value::String(String::from_utf8_lossy(&bytes).into_owned());
        format!(
            "\
/** The catalog's id. */
export const id = '{}'

/** The hash by which snapshots name the catalog. */
export const sha256 = '{}'

/** The text of the catalog, for `createGate`. */
export const catalog = {text}",
            catalog.id,
            checked.name().sha256()
        )
    } else {
        "export {}".to_owned()
    };
    files::print(&format!(
        "\
// The permissions of the catalog `{}`, written by `rolegate types`: run it again rather than
// edit this file. The types of records are the program's to declare, as `records` of `Register` in a
// file of its own.

declare module 'rolegate' {{
  interface Register {{
    permissions: {{
{members}    }}
  }}
}}

{exports}",
        catalog.id
    ))
}
