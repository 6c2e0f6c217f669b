//! What the server answers, and that it decides as its snapshots say.

use std::path::Path;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use rolegate::{Catalog, Expectations, KeySet, Loader, UnixTime};
use server::{Issuer, app};
use tower::ServiceExt as _;

/// Asks a server as one person or as nobody; a server issues for as long as it lives.
async fn asked(
    server: &axum::Router,
    method: &str,
    path: &str,
    person: &str,
) -> (StatusCode, String) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("cookie", format!("theme=dark; person={person}"))
        .body(Body::empty())
        .unwrap();
    let answer = server.clone().oneshot(request).await.unwrap();
    let status = answer.status();
    let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8(body.into()).unwrap())
}

fn server() -> axum::Router {
    app(Issuer::new().unwrap(), Path::new("nowhere"))
}

#[tokio::test]
async fn snapshot_is_of_whoever_has_signed_in() {
    let server = server();
    let (_, keys) = asked(&server, "GET", "/jwks.json", "").await;
    let keys = KeySet::parse(keys.as_bytes()).unwrap();
    let catalog = Arc::new(Catalog::parse(include_bytes!("../../catalog.json")).unwrap());
    let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
    for id in ["ada", "ben", "cleo"] {
        let (status, token) = asked(&server, "GET", "/role-snapshot", id).await;
        assert_eq!(status, StatusCode::OK);
        let expected = Expectations::new("https://chat.example", "rust-front-end").subject(id);
        let mut loader = Loader::new(keys.clone(), [Arc::clone(&catalog)], expected);
        loader.load(&token, UnixTime::from_secs(now)).unwrap();
    }
    for nobody in ["", "dora"] {
        let (status, _) = asked(&server, "GET", "/role-snapshot", nobody).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn requests_are_decided_by_the_gate() {
    let server = server();
    for (person, permission, status, body) in [
        ("ada", "reports.export", StatusCode::OK, "done"),
        (
            "ben",
            "reports.export",
            StatusCode::FORBIDDEN,
            "not-granted",
        ),
        (
            "ben",
            "conversation-summary.view",
            StatusCode::FORBIDDEN,
            "not-entitled",
        ),
        ("cleo", "conversation-summary.view", StatusCode::OK, "done"),
        (
            "ada",
            "reports.shred",
            StatusCode::FORBIDDEN,
            "unknown-permission",
        ),
        (
            "dora",
            "reports.export",
            StatusCode::UNAUTHORIZED,
            "sign in first",
        ),
    ] {
        let path = format!("/actions/{permission}");
        let answer = asked(&server, "POST", &path, person).await;
        assert_eq!(answer, (status, body.to_owned()), "{person} {permission}");
    }
}

#[tokio::test]
async fn nobody_signs_in_as_somebody_unknown() {
    let server = server();
    let status = |answer: (StatusCode, String)| answer.0;
    assert_eq!(
        status(asked(&server, "POST", "/sign-in?person=ada", "").await),
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        status(asked(&server, "POST", "/sign-in?person=dora", "").await),
        StatusCode::NOT_FOUND
    );
}
