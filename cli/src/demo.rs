//! `rolegate demo`: the built page, and a server that signs snapshots for made-up people.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path as UrlPath, Query, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::EXIT_CODES;
use crate::catalogs::CATALOGS;
use crate::clock;
use crate::failure::Failure;
use crate::files;
use crate::people::Product;
use crate::signer::Signer;
use crate::www::Www;

const EXAMPLES: &str = "\
Examples:
  rolegate demo
  rolegate demo --port 0
  curl 'http://127.0.0.1:4173/api/role-snapshot?person=live-agent&package=included'

It listens on this machine only, makes a new key at every start, and signs a snapshot for whoever
asks as whomever they like. Issuing snapshots to real people is the work of an application's server.";

const AUDIENCE: &str = "rolegate-demo";
const LIFETIME: u64 = 5 * 60;
const FRESH: u64 = LIFETIME / 2;
const EXPIRED_SINCE: u64 = 10 * 60;

/// What the page may load: its own files, and WebAssembly. Inline styles are for the page's
/// component library, which places its popups with them.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

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
    let www = Www::open(&args.www).ok_or_else(|| {
        Failure::failed(format_args!(
            "there is no page in `{}`: run `make build` first, or `make demo`, or name another folder with --www",
            args.www.display()
        ))
    })?;
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, args.port)))
        .await
        .map_err(|error| cannot_listen(args.port, &error))?;
    let address = listener
        .local_addr()
        .map_err(|error| cannot_listen(args.port, &error))?;
    let demo = Arc::new(Demo {
        signer: Signer::generate(None)?,
        issuer: format!("http://{address}"),
        products: Product::all()?,
        seq: AtomicU64::new(0),
    });

    #[cfg(unix)]
    let interrupt = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt());
    #[cfg(windows)]
    let interrupt = tokio::signal::windows::ctrl_c();
    let mut interrupt = interrupt
        .map_err(|error| Failure::failed(format_args!("cannot listen for Ctrl-C: {error}")))?;

    files::print(&format!("rolegate demo on http://{address}/"))?;
    files::print("This is a development server for this machine only. Ctrl-C ends it.")?;
    axum::serve(listener, routes(demo, www, address.port()))
        .with_graceful_shutdown(async move {
            interrupt.recv().await;
        })
        .await
        .map_err(|error| Failure::failed(format_args!("the server stopped: {error}")))
}

fn cannot_listen(port: u16, error: &std::io::Error) -> Failure {
    if error.kind() == std::io::ErrorKind::AddrInUse {
        Failure::failed(format_args!(
            "port {port} is taken: name another with --port, or any free one with --port 0"
        ))
    } else {
        Failure::failed(format_args!("cannot listen on port {port}: {error}"))
    }
}

fn routes(demo: Arc<Demo>, www: Www, port: u16) -> Router {
    let always = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
    };
    Router::new()
        .route("/.well-known/jwks.json", get(jwks))
        .route("/catalogs/{file}", get(catalog))
        .route("/api/demo", get(overview))
        .route("/api/role-snapshot", get(role_snapshot))
        .route(
            "/api/{*rest}",
            any(async || refuse(StatusCode::NOT_FOUND, "there is nothing here")),
        )
        .with_state(demo)
        .merge(www.routes())
        .layer(from_fn_with_state(port, own_host))
        .layer(always(
            header::CONTENT_SECURITY_POLICY,
            CONTENT_SECURITY_POLICY,
        ))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(always(header::REFERRER_POLICY, "no-referrer"))
        // A rebuilt page, and the next start's key, are seen on the next visit.
        .layer(SetResponseHeaderLayer::if_not_present(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-cache"),
        ))
}

/// Answers only who asks for this server by name: another site's name that is made to point here, to
/// read from it what this machine alone may read, is refused (RFC 9110 section 15.5.20).
async fn own_host(State(port): State<u16>, request: Request, next: Next) -> Response {
    let is_own = |asked: &str| {
        ["127.0.0.1", "localhost"].iter().any(|name| {
            // A browser leaves the scheme's own port out.
            asked.eq_ignore_ascii_case(&format!("{name}:{port}"))
                || (port == 80 && asked.eq_ignore_ascii_case(name))
        })
    };
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    let target = request.uri().authority();
    if host.is_some_and(is_own)
        && hosts.next().is_none()
        && target.is_none_or(|target| is_own(target.as_str()))
    {
        return next.run(request).await;
    }
    refuse(
        StatusCode::MISDIRECTED_REQUEST,
        &format!("this server is http://127.0.0.1:{port}/ and no other"),
    )
}

/// What the handlers share.
#[derive(Debug)]
struct Demo {
    signer: Signer,
    issuer: String,
    products: Vec<Product>,
    /// The last `seq` given out.
    seq: AtomicU64,
}

impl Demo {
    /// A `seq` above every one before: the time in milliseconds, or the next number within one.
    fn next_seq(&self, now: u64) -> u64 {
        let next = |last: u64| now.max(last.saturating_add(1));
        match self
            .seq
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| {
                Some(next(last))
            }) {
            Ok(last) | Err(last) => next(last),
        }
    }
}

async fn jwks(State(demo): State<Arc<Demo>>) -> Json<Value> {
    Json(demo.signer.jwks())
}

async fn catalog(UrlPath(file): UrlPath<String>) -> Response {
    let found = file
        .strip_suffix(".json")
        .and_then(|name| CATALOGS.iter().find(|(id, _)| *id == name));
    match found {
        Some((_, bytes)) => ([(header::CONTENT_TYPE, "application/json")], *bytes).into_response(),
        None => refuse(StatusCode::NOT_FOUND, "there is no such catalog"),
    }
}

async fn overview(State(demo): State<Arc<Demo>>) -> Json<Value> {
    let products: Vec<Value> = demo.products.iter().map(Product::overview).collect();
    Json(json!({"issuer": demo.issuer, "audience": AUDIENCE, "products": products}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    #[serde(default = "first_product")]
    product: String,
    person: String,
    package: Option<String>,
    #[serde(default)]
    expired: bool,
}

fn first_product() -> String {
    "adobe-dynamic-chat".to_owned()
}

async fn role_snapshot(
    State(demo): State<Arc<Demo>>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Response {
    let asked = match asked {
        Ok(Query(asked)) => asked,
        Err(rejection) => return refuse(StatusCode::BAD_REQUEST, &rejection.body_text()),
    };
    let Some(product) = demo
        .products
        .iter()
        .find(|product| product.id == asked.product)
    else {
        return refuse(StatusCode::NOT_FOUND, "there is no such product");
    };
    let Some(person) = product.person(&asked.person) else {
        return refuse(StatusCode::NOT_FOUND, "there is no such person");
    };
    let Some(package) = product.package(asked.package.as_deref()) else {
        return refuse(StatusCode::NOT_FOUND, "there is no such package");
    };

    let now = clock::now_in_milliseconds();
    let back = if asked.expired {
        EXPIRED_SINCE.saturating_add(LIFETIME)
    } else {
        0
    };
    let issued_at = (now / 1000).saturating_sub(back);
    let claims = json!({
        "iss": demo.issuer,
        "aud": AUDIENCE,
        "sub": person.id,
        "iat": issued_at,
        "exp": issued_at.saturating_add(LIFETIME),
        "fmt": 1,
        "seq": demo.next_seq(now),
        "refresh_after": issued_at.saturating_add(FRESH),
        "catalog": {"id": product.id, "sha256": product.sha256},
        "entitlements": package.entitlements,
        "memberships": product.memberships(person, package),
        "roles": package.roles,
    });
    let headers = [
        (header::CONTENT_TYPE, "application/role-snapshot+jwt"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, demo.signer.sign(claims.to_string().as_bytes())).into_response()
}

pub(crate) fn refuse(status: StatusCode, error: &str) -> Response {
    (status, Json(json!({"error": error}))).into_response()
}
