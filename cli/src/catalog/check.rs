//! `rolegate catalog check`.

use std::path::PathBuf;

use rolegate::Catalog;

use crate::failure::{EXIT_CODES, Failure};
use crate::files;

const EXAMPLES: &str = "\
Examples:
  rolegate catalog check chat.json
  rolegate catalog check catalogs/*.json";

/// Lists everything that is wrong in catalogs, each with its place.
#[derive(clap::Args)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Args {
    /// The catalogs; `-` reads standard input
    #[arg(value_name = "CATALOG.json", required = true)]
    catalogs: Vec<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let mut problems: usize = 0;
    for path in &args.catalogs {
        match Catalog::check(&files::read(path)?) {
            Ok(catalog) => {
                files::print(&format!("{}: `{}` is valid", path.display(), catalog.id()))?
            }
            Err(found) => {
                problems = problems.saturating_add(found.len());
                let lines: Vec<String> = found
                    .iter()
                    .map(|problem| format!("{}: {problem}", path.display()))
                    .collect();
                files::print_lines(&lines)?;
            }
        }
    }
    match problems {
        0 => Ok(()),
        1 => Err(Failure::refused("1 problem found")),
        _ => Err(Failure::refused(format_args!("{problems} problems found"))),
    }
}
