//! The `rolegate` command: makes keys, signs and verifies role snapshots, checks catalogs,
//! and runs the demo.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

// What the subcommands share; a module knows none that stands below it.
mod text;

mod failure;

mod clock;
mod files;
mod signer;

mod catalog_file;

mod trust;

// The subcommands; none knows another.
mod catalog;
#[cfg(not(target_os = "wasi"))]
mod demo;
#[cfg(target_os = "wasi")]
#[path = "no_demo.rs"]
mod demo;
mod explain;
mod keygen;
mod sign;
mod types;
mod verify;

use failure::{EXIT_CODES, Failure};

const EXAMPLES: &str = "\
Examples:
  rolegate keygen --out keys
  rolegate sign --key keys/private.jwk --catalog chat.json --lifetime 3600 --out token claims.json
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
