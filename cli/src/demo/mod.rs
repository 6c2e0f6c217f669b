//! `rolegate demo`: serves the built workbench.

mod refusal;

mod page;

mod routes;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use tokio::net::TcpListener;

use crate::failure::{EXIT_CODES, Failure};
use crate::files;

use page::PageFiles;
use routes::{Hosts, routes};

const EXAMPLES: &str = "\
Examples:
  rolegate demo
  rolegate demo --port 0
  rolegate demo --host 0.0.0.0

It serves files and nothing else: the page signs what it shows, with a key of its own. By default it
listens on this machine only. With --host other machines of the network can open the page, such as
a phone.";

/// Serves the workbench on this machine (a development server).
#[derive(clap::Args)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Args {
    /// Port to listen on; 0 takes any free one
    #[arg(long, default_value_t = 4173)]
    port: u16,
    /// Address to listen on; 0.0.0.0 lets the whole network open the page
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
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
    let listener = TcpListener::bind(SocketAddr::from((args.host, args.port)))
        .await
        .map_err(|error| cannot_listen(args, &error))?;
    let address = listener
        .local_addr()
        .map_err(|error| cannot_listen(args, &error))?;

    #[cfg(unix)]
    let interrupt = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt());
    #[cfg(windows)]
    let interrupt = tokio::signal::windows::ctrl_c();
    let mut interrupt = interrupt
        .map_err(|error| Failure::failed(format_args!("cannot listen for Ctrl-C: {error}")))?;

    files::print(&format!("rolegate demo on http://{address}/"))?;
    if args.host.is_loopback() {
        files::print("This is a development server for this machine only. Ctrl-C ends it.")?;
    } else {
        files::print(
            "This is a development server, and everybody on the network can open it: the connection \
             is not encrypted. Ctrl-C ends it.",
        )?;
    }
    axum::serve(listener, routes(page, Hosts::of(address)))
        .with_graceful_shutdown(async move {
            interrupt.recv().await;
        })
        .await
        .map_err(|error| Failure::failed(format_args!("the server stopped: {error}")))
}

fn cannot_listen(args: &Args, error: &std::io::Error) -> Failure {
    let Args { port, host, .. } = args;
    match error.kind() {
        std::io::ErrorKind::AddrInUse => Failure::failed(format_args!(
            "port {port} is in use: choose another one with --port, or any free one with --port 0"
        )),
        std::io::ErrorKind::AddrNotAvailable => {
            Failure::failed(format_args!("this machine has no address {host}"))
        }
        _ => Failure::failed(format_args!("cannot listen on port {port}: {error}")),
    }
}
