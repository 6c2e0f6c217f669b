//! The addresses of the server, and the headers of its answers.

use std::net::{IpAddr, SocketAddr};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::demo::page::PageFiles;
use crate::demo::refusal::refuse;

/// The page may load its own files and WebAssembly, and frame the application that is being designed,
/// which may be one of its own.
/// Its component library positions popups with inline styles.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-src http: https:; \
    frame-ancestors 'self'";

pub(crate) fn routes(page: PageFiles, hosts: Hosts) -> Router {
    let always = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
    };
    page.routes()
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(hosts, own_host))
        .layer(always(
            header::CONTENT_SECURITY_POLICY,
            CONTENT_SECURITY_POLICY,
        ))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(always(header::REFERRER_POLICY, "no-referrer"))
        // So that the next visit sees a rebuilt page.
        .layer(SetResponseHeaderLayer::if_not_present(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-cache"),
        ))
}

/// The hosts that the server answers to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hosts {
    port: u16,
    /// Whether any address of this machine will do, and not only those of the loopback.
    network: bool,
}

impl Hosts {
    /// Those of a server that listens there.
    pub(crate) fn of(address: SocketAddr) -> Self {
        Self {
            port: address.port(),
            network: !address.ip().is_loopback(),
        }
    }

    /// Whether a `Host` is one of them. A name is not, except `localhost`: another site could let its
    /// name resolve to this machine.
    fn contain(self, asked: &str) -> bool {
        let (name, port) = match asked.rsplit_once(':') {
            // The colon is inside of an IPv6 address.
            Some((_, rest)) if rest.ends_with(']') => (asked, None),
            Some((name, port)) => (name, Some(port)),
            None => (asked, None),
        };
        // Browsers omit the default port of the scheme.
        let fits = port.map_or(self.port == 80, |port| port == self.port.to_string());
        let address = name.trim_start_matches('[').trim_end_matches(']').parse();
        fits && match address {
            Ok(address) => self.network || is_usual(address),
            Err(_) => name.eq_ignore_ascii_case("localhost"),
        }
    }
}

/// Whether it is the address that the server names when it starts.
fn is_usual(address: IpAddr) -> bool {
    address == IpAddr::from([127, 0, 0, 1]) || address == IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1])
}

/// Refuses requests for any other host (RFC 9110 section 15.5.20).
async fn own_host(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    let mut asked = request.headers().get_all(header::HOST).iter();
    let host = asked.next().and_then(|host| host.to_str().ok());
    let target = request.uri().authority();
    if host.is_some_and(|host| hosts.contain(host))
        && asked.next().is_none()
        && target.is_none_or(|target| hosts.contain(target.as_str()))
    {
        return next.run(request).await;
    }
    refuse(
        StatusCode::MISDIRECTED_REQUEST,
        &format!(
            "this server answers only at http://127.0.0.1:{}/",
            hosts.port
        ),
    )
}
