//! The `rolegate` command: makes keys, signs and verifies role snapshots, checks catalogs,
//! and runs the demo.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod catalog;
mod catalogs;
mod clock;
mod demo;
mod explain;
mod failure;
mod files;
mod keygen;
mod people;
mod sign;
mod signer;
mod text;
mod trust;
mod types;
mod verify;
mod www;

use failure::Failure;

const EXIT_CODES: &str = "\
Exit codes:
  0  done, the answer is yes
  1  the answer is no: refused, or problems found
  2  the command line is wrong
  3  anything else: a file, a port, the random source";

const EXAMPLES: &str = "\
Examples:
  rolegate keygen --out keys
  rolegate sign --key keys/private.jwk --catalog chat.json --lifetime 3600 claims.json > token
  rolegate verify --keys keys/jwks.json --issuer https://app.example --audience chat-web \\
      --catalog chat.json - < token
  rolegate catalog check chat.json
  rolegate types chat.json > src/permissions.d.ts
  rolegate demo";

/// Signs and verifies role snapshots, checks catalogs, and runs the demo.
#[derive(Parser)]
#[command(version, after_help = EXIT_CODES, after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Keygen(keygen::Args),
    Sign(sign::Args),
    Verify(verify::Args),
    Explain(explain::Args),
    Catalog(catalog::Args),
    Types(types::Args),
    Demo(demo::Args),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Keygen(args) => keygen::run(&args),
        Command::Sign(args) => sign::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Catalog(args) => catalog::run(&args),
        Command::Types(args) => types::run(&args),
        Command::Demo(args) => demo::run(&args),
    };
    done.map_or_else(Failure::report, |()| ExitCode::SUCCESS)
}
