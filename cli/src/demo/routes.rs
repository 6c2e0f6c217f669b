//! The addresses of the server, and the headers of its answers.

use std::sync::Arc;

use axum::extract::{Path as UrlPath, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use axum::{Json, Router};
use serde_json::Value;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::demo::catalogs::CATALOGS;
use crate::demo::issuer::{Issuer, role_snapshot};
use crate::demo::page::PageFiles;
use crate::demo::refusal::refuse;

/// The page may load its own files and WebAssembly. Its component library positions popups with
/// inline styles.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

pub(crate) fn routes(issuer: Arc<Issuer>, page: PageFiles, port: u16) -> Router {
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
            any(async || refuse(StatusCode::NOT_FOUND, "there is no such address")),
        )
        .with_state(issuer)
        .merge(page.routes())
        .layer(from_fn_with_state(port, own_host))
        .layer(always(
            header::CONTENT_SECURITY_POLICY,
            CONTENT_SECURITY_POLICY,
        ))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(always(header::REFERRER_POLICY, "no-referrer"))
        // So that the next visit sees a rebuilt page, and the key of the next start.
        .layer(SetResponseHeaderLayer::if_not_present(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-cache"),
        ))
}

/// Refuses requests for any other host (RFC 9110 section 15.5.20). Another site could let its name
/// resolve to this machine, and so read what only this machine may read.
async fn own_host(State(port): State<u16>, request: Request, next: Next) -> Response {
    let is_own = |asked: &str| {
        ["127.0.0.1", "localhost"].iter().any(|name| {
            // Browsers omit the default port of the scheme.
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
        &format!("this server answers only at http://127.0.0.1:{port}/"),
    )
}

async fn jwks(State(issuer): State<Arc<Issuer>>) -> Json<Value> {
    Json(issuer.jwks())
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

async fn overview(State(issuer): State<Arc<Issuer>>) -> Json<Value> {
    Json(issuer.overview())
}
