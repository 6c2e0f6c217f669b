//! Signs snapshots of the demo's people, for everybody who asks.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rolegate::FORMATS;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::clock;
use crate::demo::people::Product;
use crate::demo::refusal::refuse;
use crate::failure::Failure;
use crate::signer::Signer;

const AUDIENCE: &str = "rolegate-demo";
const LIFETIME: u64 = 5 * 60;
const FRESH: u64 = LIFETIME / 2;
const EXPIRED_SINCE: u64 = 10 * 60;

/// The demo's key, and the people whose snapshots it signs.
#[derive(Debug)]
pub(crate) struct Issuer {
    signer: Signer,
    issuer: String,
    products: Vec<Product>,
    /// The last `seq` that was used.
    seq: AtomicU64,
}

impl Issuer {
    /// An issuer of this name, with a new key.
    pub(crate) fn new(issuer: String) -> Result<Arc<Self>, Failure> {
        Ok(Arc::new(Self {
            signer: Signer::generate(None)?,
            issuer,
            products: Product::all()?,
            seq: AtomicU64::new(0),
        }))
    }

    /// The key set that verifies the snapshots.
    pub(crate) fn jwks(&self) -> Value {
        self.signer.jwks()
    }

    /// What the page needs to know: the expected issuer and audience, and the people to choose from.
    pub(crate) fn overview(&self) -> Value {
        let products: Vec<Value> = self.products.iter().map(Product::overview).collect();
        json!({"issuer": self.issuer, "audience": AUDIENCE, "products": products})
    }

    /// A `seq` greater than all before: the time in milliseconds, or the last one plus 1.
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SnapshotQuery {
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

/// Answers with a snapshot of the person that the query names.
pub(crate) async fn role_snapshot(
    State(issuer): State<Arc<Issuer>>,
    asked: Result<Query<SnapshotQuery>, QueryRejection>,
) -> Response {
    let asked = match asked {
        Ok(Query(asked)) => asked,
        Err(rejection) => return refuse(StatusCode::BAD_REQUEST, &rejection.body_text()),
    };
    let Some(product) = issuer
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
        "iss": issuer.issuer,
        "aud": AUDIENCE,
        "sub": person.id,
        "iat": issued_at,
        "exp": issued_at.saturating_add(LIFETIME),
        "fmt": FORMATS.snapshot,
        "seq": issuer.next_seq(now),
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
    (headers, issuer.signer.sign(claims.to_string().as_bytes())).into_response()
}
