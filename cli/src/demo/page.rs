//! The files of the demo's page.

use std::path::{Component, Path, PathBuf};

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path as UrlPath, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::services::ServeFile;

use crate::demo::refusal::refuse;

const INDEX: &str = "index.html";

/// Files below this folder have names that change with their content.
const HASHED: &str = "assets/";

/// A folder with a page in it.
#[derive(Clone, Debug)]
pub(crate) struct PageFiles {
    /// Canonical, so that the canonical path of every file in it begins with it.
    root: PathBuf,
}

impl PageFiles {
    /// The page in that folder, if there is one.
    pub(crate) fn open(folder: &Path) -> Option<Self> {
        let root = folder.canonicalize().ok()?;
        let files = Self { root };
        files.file(INDEX)?;
        Some(files)
    }

    pub(crate) fn routes(self) -> Router {
        Router::new()
            .route("/", get(page))
            .route("/{*path}", get(file_or_page))
            .with_state(self)
    }

    /// The file at that address, unless it is hidden or a link leads out of the folder.
    fn file(&self, address: &str) -> Option<PathBuf> {
        if !is_shown(Path::new(address)) {
            return None;
        }
        let place = self.root.join(address).canonicalize().ok()?;
        let inside = place.strip_prefix(&self.root).ok()?;
        (is_shown(inside) && place.is_file()).then_some(place)
    }
}

/// Whether every part of a path is an ordinary name that is not hidden.
fn is_shown(path: &Path) -> bool {
    path.components().all(|part| match part {
        Component::Normal(name) => !name.as_encoded_bytes().starts_with(b"."),
        _ => false,
    })
}

/// Answers with the file, or with the page where the address is one of the page's own. An address with
/// a file extension is a file's, so a missing file is an error.
async fn file_or_page(
    State(files): State<PageFiles>,
    address: Result<UrlPath<String>, PathRejection>,
    request: Request,
) -> Response {
    let Ok(UrlPath(address)) = address else {
        return no_such_file();
    };
    match files.file(&address) {
        Some(file) if address.starts_with(HASHED) => for_ever(serve(file, request).await),
        Some(file) => serve(file, request).await,
        None if address.split('/').any(|name| name.starts_with('.'))
            || address
                .rsplit('/')
                .next()
                .is_some_and(|last| last.contains('.')) =>
        {
            no_such_file()
        }
        None => page(State(files), request).await,
    }
}

async fn page(State(files): State<PageFiles>, request: Request) -> Response {
    match files.file(INDEX) {
        Some(file) => serve(file, request).await,
        None => no_such_file(),
    }
}

async fn serve(file: PathBuf, request: Request) -> Response {
    match ServeFile::new(file).try_call(request).await {
        Ok(response) => response.into_response(),
        Err(error) => refuse(
            StatusCode::INTERNAL_SERVER_ERROR,
            &format!("the file cannot be read: {error}"),
        ),
    }
}

/// Lets browsers keep the file without asking again (RFC 8246); not a refusal of a part of it.
fn for_ever(mut response: Response) -> Response {
    let status = response.status();
    if status.is_success() || status == StatusCode::NOT_MODIFIED {
        let year = HeaderValue::from_static("public, max-age=31536000, immutable");
        response.headers_mut().insert(header::CACHE_CONTROL, year);
    }
    response
}

fn no_such_file() -> Response {
    refuse(StatusCode::NOT_FOUND, "there is no such file")
}
