//! A page that follows a gate by attributes (`rolegate/dom`), driven from Rust.
#![cfg(target_arch = "wasm32")]

use js_sys::{JSON, Promise, Reflect};
use wasm_bindgen::prelude::{JsCast as _, JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, window};

wasm_bindgen_test_configure!(run_in_browser);

// The test's server serves this folder, so a module of the page is named by its path.
#[wasm_bindgen(raw_module = "/node_modules/rolegate/dist/entrypoints/testing-web.js")]
extern "C" {
    #[wasm_bindgen(js_name = gateFor, catch)]
    async fn gate_for(person: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = tokenFor, catch)]
    async fn token_for(person: &JsValue) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen(raw_module = "/node_modules/rolegate/dist/entrypoints/dom.js")]
extern "C" {
    type Binding;
    fn bind(gate: &JsValue, root: &Element) -> Binding;
    #[wasm_bindgen(method)]
    fn unbind(this: &Binding);
}

#[wasm_bindgen]
extern "C" {
    type Gate;
    #[wasm_bindgen(method, catch)]
    async fn load(this: &Gate, token: &JsValue) -> Result<JsValue, JsValue>;
}

/// What `gateFor` takes: somebody with these roles of the catalog.
fn person(roles: &str, entitlements: &str) -> JsValue {
    let person = JSON::parse(&format!(
        r#"{{"roles": {roles}, "entitlements": {entitlements}}}"#
    ))
    .unwrap();
    Reflect::set(
        &person,
        &"catalog".into(),
        &include_str!("../catalog.json").into(),
    )
    .unwrap();
    person
}

fn page() -> Element {
    let document = window().unwrap().document().unwrap();
    let root = document.create_element("main").unwrap();
    root.set_inner_html(
        r#"<button data-gate="reports.export">Export</button>
           <button data-gate="conversation-summary.view">Summary</button>
           <button data-gate="agent-inbox.access" data-gate-mode="disable">Inbox</button>"#,
    );
    document.body().unwrap().append_child(&root).unwrap();
    root
}

fn control(root: &Element, question: &str) -> HtmlElement {
    let found = root.query_selector(&format!("[data-gate='{question}']"));
    found.unwrap().unwrap().dyn_into().unwrap()
}

/// A gate tells its listeners in a timer of no delay, and timers keep their order.
async fn listeners_told() {
    let passed = Promise::new(&mut |done, _| {
        let window = window().unwrap();
        window.set_timeout_with_callback(&done).unwrap();
    });
    JsFuture::from(passed).await.unwrap();
}

#[wasm_bindgen_test]
async fn attributes_follow_the_gate() {
    let gate = gate_for(&person(r#"["live-agent"]"#, "[]")).await.unwrap();
    let root = page();
    let before = root.inner_html();
    let binding = bind(&gate, &root);
    assert!(control(&root, "reports.export").hidden());
    let summary = control(&root, "conversation-summary.view");
    assert_eq!(
        summary.get_attribute("data-gate-outcome").as_deref(),
        Some("upsell")
    );
    assert!(!control(&root, "agent-inbox.access").has_attribute("aria-disabled"));

    let token = token_for(&person(r#"["marketing-admin"]"#, r#"["prime"]"#))
        .await
        .unwrap();
    gate.unchecked_ref::<Gate>().load(&token).await.unwrap();
    listeners_told().await;
    assert!(!control(&root, "reports.export").hidden());
    assert!(control(&root, "conversation-summary.view").hidden());
    let inbox = control(&root, "agent-inbox.access");
    assert_eq!(
        inbox.get_attribute("aria-disabled").as_deref(),
        Some("true")
    );
    assert!(!inbox.hidden());

    binding.unbind();
    assert_eq!(root.inner_html(), before);
    root.remove();
}
