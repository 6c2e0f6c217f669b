//! The page: fetches the snapshot of whoever has signed in, and shows what they may do.

mod controls;
mod session;
mod view;

use std::sync::Arc;

use js_sys::Date;
use rolegate::{Catalog, Expectations, KeySet, Loader, UnixTime};
use wasm_bindgen::prelude::{JsCast as _, JsError, JsValue, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{RequestInit, Response, window};

pub use controls::{AREAS, Area};
pub use session::Session;
pub use view::View;

/// The catalog that snapshots of this server name, by the hash of these bytes.
const CATALOG: &[u8] = include_bytes!("../catalog.json");

/// Starts the page.
#[wasm_bindgen(start)]
pub async fn start() -> Result<(), JsError> {
    let document = window().and_then(|window| window.document());
    let Some(root) = document.and_then(|document| document.get_element_by_id("app")) else {
        // A test makes a root of its own.
        return Ok(());
    };
    let keys = fetched("GET", "/jwks.json").await;
    let keys = KeySet::parse(keys.map_err(|why| JsError::new(&why))?.as_bytes())?;
    let catalog = Arc::new(Catalog::parse(CATALOG)?);
    let expected = Expectations::new("https://chat.example", "rust-front-end");
    let session = Session::new(Loader::new(keys, [catalog], expected), clock);
    let view = View::new(session, root);
    view.on_use(act);
    view.draw();
    match fetched("GET", "/role-snapshot").await {
        Ok(token) => view.load(&token),
        Err(why) => view.tell(&why),
    }
    Ok(())
}

/// Asks the server to do what a control is for. The server decides again.
fn act(view: &View, permission: &str) {
    let (view, path) = (view.clone(), format!("/actions/{permission}"));
    spawn_local(async move {
        let answer = fetched("POST", &path).await;
        view.tell(&answer.unwrap_or_else(|why| why));
    });
}

/// The time of the page's clock. A clock that cannot be right shows a time at which nothing is allowed.
fn clock() -> UnixTime {
    UnixTime::from_millis(Date::now()).unwrap_or(UnixTime::from_secs(0))
}

/// What the server answers, or why there is no answer.
async fn fetched(method: &str, path: &str) -> Result<String, String> {
    let answer = async {
        let window = window().ok_or("no window")?;
        let request = RequestInit::new();
        request.set_method(method);
        let response = JsFuture::from(window.fetch_with_str_and_init(path, &request)).await?;
        let response: Response = response.dyn_into()?;
        let text = JsFuture::from(response.text()?).await?.as_string();
        Ok::<_, JsValue>((response.ok(), text.unwrap_or_default()))
    };
    match answer.await {
        Ok((true, text)) => Ok(text),
        Ok((false, text)) => Err(format!("cannot fetch {path}: {text}")),
        Err(why) => Err(format!("cannot fetch {path}: {why:?}")),
    }
}
