//! A server that issues snapshots, and decides on every request with the gate that the page has.

mod issuer;
mod people;

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract::{self, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use tower_http::services::ServeDir;

pub use issuer::{Issued, Issuer};
pub use people::{Person, person};

/// The routes, with the built page in the folder `page`.
pub fn app(issuer: Issuer, page: &Path) -> Router {
    Router::new()
        .route("/jwks.json", get(keys))
        .route("/sign-in", post(sign_in))
        .route("/role-snapshot", get(role_snapshot))
        .route("/actions/{permission}", post(act))
        .fallback_service(ServeDir::new(page))
        .with_state(Arc::new(issuer))
}

async fn keys(State(issuer): State<Arc<Issuer>>) -> Response {
    let types = [(header::CONTENT_TYPE, "application/jwk-set+json")];
    (types, issuer.jwks().to_string()).into_response()
}

#[derive(Deserialize)]
struct SignIn {
    person: String,
}

/// Whoever names a person is that person here; an application asks for more.
async fn sign_in(Query(SignIn { person: id }): Query<SignIn>) -> Response {
    let Some(person) = person(&id) else {
        return (StatusCode::NOT_FOUND, "nobody has this name").into_response();
    };
    let cookie = format!("person={}; HttpOnly; SameSite=Strict; Path=/", person.id);
    ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response()
}

async fn role_snapshot(State(issuer): State<Arc<Issuer>>, headers: HeaderMap) -> Response {
    match issued(&issuer, &headers) {
        Ok(Issued { token, .. }) => {
            // It is about one person: no cache may give it to another.
            let headers = [
                (header::CACHE_CONTROL, "no-store"),
                (header::CONTENT_TYPE, "application/jwt"),
            ];
            (headers, token).into_response()
        }
        Err(refusal) => refusal.into_response(),
    }
}

/// Does what a control of the page asks for, if its person may.
async fn act(
    State(issuer): State<Arc<Issuer>>,
    extract::Path(permission): extract::Path<String>,
    headers: HeaderMap,
) -> Response {
    match issued(&issuer, &headers) {
        Ok(Issued { gate, now, .. }) => {
            let decision = gate.in_workspace(None).decide(&permission, None, now);
            if decision.is_allow() {
                (StatusCode::OK, "done").into_response()
            } else {
                (StatusCode::FORBIDDEN, decision.code.as_str()).into_response()
            }
        }
        Err(refusal) => refusal.into_response(),
    }
}

type Refusal = (StatusCode, &'static str);

/// A snapshot of whoever has signed in, of what they hold now.
fn issued(issuer: &Issuer, headers: &HeaderMap) -> Result<Issued, Refusal> {
    let cookies = headers
        .get(header::COOKIE)
        .and_then(|cookies| cookies.to_str().ok());
    let id = cookies.and_then(|cookies| {
        cookies
            .split("; ")
            .find_map(|cookie| cookie.strip_prefix("person="))
    });
    let Some(person) = id.and_then(person) else {
        return Err((StatusCode::UNAUTHORIZED, "sign in first"));
    };
    issuer.issue(person).map_err(|error| {
        eprintln!("no snapshot for {}: {error}", person.id);
        (StatusCode::INTERNAL_SERVER_ERROR, "no snapshot")
    })
}
