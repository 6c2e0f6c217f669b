//! `rolegate demo`: serves the built page, and signs snapshots for made-up people.

mod refusal;

mod catalogs;
mod people;

mod issuer;
mod page;

mod routes;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use tokio::net::TcpListener;

use crate::failure::{EXIT_CODES, Failure};
use crate::files;

use issuer::Issuer;
use page::PageFiles;
use routes::routes;

const EXAMPLES: &str = "\
Examples:
  rolegate demo
  rolegate demo --port 0
  curl 'http://127.0.0.1:4173/api/role-snapshot?person=live-agent&package=included'

It listens on this machine only, makes a new key at every start, and signs a snapshot of any of its
people for everybody who asks. In production, the application's own server issues snapshots.";

/// Serves the demo on this machine, with a key made at start (a development server).
#[derive(clap::Args)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Args {
    /// Port to listen on; 0 takes any free one
    #[arg(long, default_value_t = 4173)]
    port: u16,
    /// Folder of the built page
    #[arg(long, value_name = "DIR", default_value = "www/dist")]
    www: PathBuf,
}

#[tokio::main]
pub(crate) async fn run(args: &Args) -> Result<(), Failure> {
    let page = PageFiles::open(&args.www).ok_or_else(|| {
        Failure::failed(format_args!(
            "there is no page in `{}`: run `make build` first, or `make demo`, or choose another folder with --www",
            args.www.display()
        ))
    })?;
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, args.port)))
        .await
        .map_err(|error| cannot_listen(args.port, &error))?;
    let address = listener
        .local_addr()
        .map_err(|error| cannot_listen(args.port, &error))?;
    let issuer = Issuer::new(format!("http://{address}"))?;

    #[cfg(unix)]
    let interrupt = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt());
    #[cfg(windows)]
    let interrupt = tokio::signal::windows::ctrl_c();
    let mut interrupt = interrupt
        .map_err(|error| Failure::failed(format_args!("cannot listen for Ctrl-C: {error}")))?;

    files::print(&format!("rolegate demo on http://{address}/"))?;
    files::print("This is a development server for this machine only. Ctrl-C ends it.")?;
    axum::serve(listener, routes(issuer, page, address.port()))
        .with_graceful_shutdown(async move {
            interrupt.recv().await;
        })
        .await
        .map_err(|error| Failure::failed(format_args!("the server stopped: {error}")))
}

fn cannot_listen(port: u16, error: &std::io::Error) -> Failure {
    if error.kind() == std::io::ErrorKind::AddrInUse {
        Failure::failed(format_args!(
            "port {port} is in use: choose another one with --port, or any free one with --port 0"
        ))
    } else {
        Failure::failed(format_args!("cannot listen on port {port}: {error}"))
    }
}
