//! `rolegate demo` where there are no sockets, as in WebAssembly.

use std::ffi::OsString;

use crate::failure::{EXIT_CODES, Failure};

/// Serves the demo on this machine; needs the native command.
#[derive(clap::Args)]
#[command(after_long_help = EXIT_CODES)]
pub(crate) struct Args {
    /// The options of the native command
    #[arg(
        value_name = "OPTIONS",
        trailing_var_arg = true,
        allow_hyphen_values = true
    )]
    _rest: Vec<OsString>,
}

pub(crate) fn run(_: &Args) -> Result<(), Failure> {
    Err(Failure::failed(
        "the demo needs the native command: in a clone of rolegate's repository, `make demo` builds and starts it",
    ))
}
