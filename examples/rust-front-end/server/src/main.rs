//! Serves the page on this machine.

use std::error::Error;
use std::path::Path;

use server::{Issuer, app};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let port = std::env::var("PORT").unwrap_or_else(|_| "4180".to_owned());
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("http://{}/", listener.local_addr()?);
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public");
    axum::serve(listener, app(Issuer::new()?, &page)).await?;
    Ok(())
}
