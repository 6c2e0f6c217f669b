//! `rolegate catalog`: questions about a catalog file.

mod check;
mod diff;
mod matrix;

use std::path::PathBuf;

use clap::Subcommand;

use crate::catalog_file::read;

use crate::failure::{EXIT_CODES, Failure};
use crate::files;
use crate::signer::sha256;

const EXAMPLES: &str = "\
Examples:
  rolegate catalog check chat.json
  rolegate catalog digest chat.json
  rolegate catalog unknowns chat.json
  rolegate catalog matrix chat.json > table.md
  rolegate catalog diff chat-old.json chat.json";

/// Checks a catalog, lists what it says, and compares two.
#[derive(clap::Args)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Args {
    #[command(subcommand)]
    question: Question,
}

#[derive(Subcommand)]
enum Question {
    Check(check::Args),
    Digest(Digest),
    Unknowns(Unknowns),
    Matrix(matrix::Args),
    Diff(diff::Args),
}

/// Prints the digest by which a snapshot names the catalog.
///
/// It is the SHA-256 of the file's bytes in base64url without padding, so even one more space makes
/// another catalog.
#[derive(clap::Args)]
#[command(after_long_help = format!("Examples:\n  rolegate catalog digest chat.json\n\n{EXIT_CODES}"))]
struct Digest {
    /// The catalog; `-` reads standard input
    #[arg(value_name = "CATALOG.json")]
    catalog: PathBuf,
}

/// Lists the cells that the catalog's sources leave open, as role and permission.
///
/// Such a cell is decided as `off`.
#[derive(clap::Args)]
#[command(after_long_help = format!("Examples:\n  rolegate catalog unknowns chat.json\n\n{EXIT_CODES}"))]
struct Unknowns {
    /// The catalog; `-` reads standard input
    #[arg(value_name = "CATALOG.json")]
    catalog: PathBuf,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    match &args.question {
        Question::Check(args) => check::run(args),
        Question::Digest(args) => files::print(&sha256(&read(&args.catalog)?.0)),
        Question::Unknowns(args) => {
            let (_, catalog) = read(&args.catalog)?;
            catalog
                .unknowns()
                .try_for_each(|cell| files::print(&format!("{}\t{}", cell.role, cell.permission)))
        }
        Question::Matrix(args) => matrix::run(args),
        Question::Diff(args) => diff::run(args),
    }
}
