//! Draws the controls as the gate says: shown, disabled with the reason, offered, or not at all.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rolegate::Outcome;
use wasm_bindgen::prelude::{Closure, JsCast as _, JsValue};
use web_sys::{Document, Element, Event};

use crate::controls::AREAS;
use crate::session::Session;

/// A part of the page that shows what a session allows. Clones draw the same part.
#[derive(Clone)]
pub struct View(Rc<Inner>);

struct Inner {
    session: RefCell<Session>,
    root: Element,
    /// What happens when somebody uses a control, after the gate was asked again.
    on_use: Cell<fn(&View, &str)>,
}

impl View {
    /// A view in `root` of what `session` allows; `draw` fills it.
    pub fn new(session: Session, root: Element) -> View {
        let session = RefCell::new(session);
        let view = View(Rc::new(Inner {
            session,
            root,
            on_use: Cell::new(|_, _| {}),
        }));
        view.listen();
        view
    }

    /// Sets what happens when somebody uses a control that they may use.
    pub fn on_use(&self, used: fn(&View, &str)) {
        self.0.on_use.set(used);
    }

    /// Puts a snapshot in force and draws what it allows. A refused one leaves the controls as they were.
    pub fn load(&self, token: &str) {
        let loaded = self.0.session.borrow_mut().load(token);
        self.draw();
        if let Err(error) = loaded {
            self.tell(&format!("{}: {error}", error.code()));
        }
    }

    /// Draws every control as the gate says now.
    pub fn draw(&self) {
        let Inner { session, root, .. } = &*self.0;
        let session = session.borrow();
        let document = root.owner_document().expect("a root in a document");
        root.set_inner_html("");
        for area in AREAS {
            let section = element(&document, "section");
            let heading = element(&document, "h2");
            heading.set_text_content(Some(area.name));
            append(&section, &heading);
            for (label, permission) in area.controls {
                if let Some(control) = control(&document, label, permission, &session) {
                    append(&section, &control);
                }
            }
            // An area in which nothing is left is not shown either.
            if section.child_element_count() > 1 {
                append(root, &section);
            }
        }
        let status = element(&document, "p");
        set(&status, "role", "status");
        append(root, &status);
    }

    /// One listener for all controls, as they come and go.
    fn listen(&self) {
        let view = self.clone();
        let used = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            let control = target.and_then(|target| target.closest("[data-permission]").ok()?);
            if let Some(permission) = control.and_then(|it| it.get_attribute("data-permission")) {
                view.used(&permission);
            }
        });
        let root = &self.0.root;
        let _ = root.add_event_listener_with_callback("click", used.as_ref().unchecked_ref());
        // The view stays as long as the page.
        used.forget();
    }

    /// Asks again: what was drawn may have expired since.
    fn used(&self, permission: &str) {
        let decision = self.0.session.borrow().decide(permission);
        self.draw();
        match decision {
            Some(decision) if decision.is_allow() => self.0.on_use.get()(self, permission),
            Some(decision) => self.tell(&format!("Not now: {}", decision.code)),
            None => self.tell("One moment, please"),
        }
    }

    /// Says something below the controls.
    pub fn tell(&self, text: &str) {
        if let Ok(Some(status)) = self.0.root.query_selector("[role=status]") {
            status.set_text_content(Some(text));
        }
    }
}

/// The control for a permission, or `None` for one that is hidden.
fn control(
    document: &Document,
    label: &str,
    permission: &str,
    session: &Session,
) -> Option<Element> {
    let control = element(document, "button");
    control.set_text_content(Some(label));
    set(&control, "data-permission", permission);
    match session.outcome(permission) {
        Outcome::Show => {}
        Outcome::Hide => return None,
        Outcome::Upsell => {
            set(&control, "class", "offer");
            set(&control, "title", "Part of Dynamic Chat Prime");
        }
        Outcome::Disable => {
            // It keeps the focus, and says why: `disabled` would do neither.
            set(&control, "aria-disabled", "true");
            let code = session
                .decide(permission)
                .map(|decision| decision.code.to_string());
            set(&control, "title", &code.unwrap_or_default());
        }
        // Nothing is decided yet, so nothing looks like an answer.
        _ => {
            set(&control, "aria-disabled", "true");
            set(&control, "aria-busy", "true");
        }
    }
    Some(control)
}

fn element(document: &Document, name: &str) -> Element {
    document
        .create_element(name)
        .expect("the name of an element")
}

fn set(element: &Element, name: &str, value: &str) {
    element
        .set_attribute(name, value)
        .expect("the name of an attribute");
}

fn append(parent: &Element, child: &Element) {
    let _: Result<_, JsValue> = parent.append_child(child);
}
