//! What people see on the page, by who they are.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use page::{AREAS, Session, View};
use rolegate::testing::{Clock, Person};
use rolegate::{Catalog, UnixTime};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, window};

wasm_bindgen_test_configure!(run_in_browser);

/// What Adobe publishes: for each row the area, the permission, the package, and a column for each role.
const TABLE: &str = include_str!("../published.tsv");
const NOW: UnixTime = UnixTime::from_secs(1_790_000_000);

/// How a control is shown; one that is not in the document is hidden.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Shown {
    Enabled,
    Disabled,
    Offered,
    Hidden,
}

/// A page in the document, which goes when it is dropped.
struct Page {
    view: View,
    root: Element,
}

impl Page {
    /// The page of nobody yet.
    fn opened(person: &Person, clock: &Clock) -> Page {
        let document = window().unwrap().document().unwrap();
        let root = document.create_element("main").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let clock = clock.clone();
        let session = Session::new(person.loader(), move || clock.now());
        let view = View::new(session, root.clone());
        view.draw();
        Page { view, root }
    }

    /// The page once it has loaded the person's snapshot.
    fn of(person: &Person, clock: &Clock) -> Page {
        let page = Page::opened(person, clock);
        page.view.load(&person.token().unwrap());
        page
    }

    /// The control with this label in the area with this heading.
    fn control(&self, area: &str, label: &str) -> Option<HtmlElement> {
        let sections = all(&self.root, "section").into_iter();
        let mut controls = sections
            .filter(|section| {
                all(section, "h2")
                    .iter()
                    .any(|heading| text(heading) == area)
            })
            .flat_map(|section| all(&section, "button"));
        controls
            .find(|control| text(control) == label)
            .map(|control| control.dyn_into().unwrap())
    }

    fn shown(&self, area: &str, label: &str) -> Shown {
        match self.control(area, label) {
            None => Shown::Hidden,
            Some(control) if control.has_attribute("aria-disabled") => Shown::Disabled,
            Some(control) if control.class_list().contains("offer") => Shown::Offered,
            Some(_) => Shown::Enabled,
        }
    }

    fn status(&self) -> String {
        all(&self.root, "[role=status]").iter().map(text).collect()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// The elements of `root` that a selector picks.
fn all(root: &Element, selector: &str) -> Vec<Element> {
    let found = root.query_selector_all(selector).unwrap();
    (0..found.length())
        .map(|index| found.get(index).unwrap().dyn_into().unwrap())
        .collect()
}

fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

fn somebody() -> Person {
    let catalog = Catalog::parse(include_bytes!("../catalog.json")).unwrap();
    Person::new(&Arc::new(catalog))
}

/// The rows of the table, each by the names of its columns.
fn rows() -> Vec<BTreeMap<&'static str, &'static str>> {
    let mut lines = TABLE.lines().map(|line| line.split('\t'));
    let names: Vec<&str> = lines.next().unwrap().collect();
    lines
        .map(|cells| names.iter().copied().zip(cells).collect())
        .collect()
}

const ROLES: [(&str, &str); 6] = [
    ("Marketing User", "marketing-user"),
    ("Live Agent", "live-agent"),
    ("Calendar Agent", "calendar-agent"),
    ("Marketing Admin", "marketing-admin"),
    ("Sales Admin", "sales-admin"),
    ("GenAI User", "genai-user"),
];

/// What the table says of a row: a `no` is hidden, and what only the package lacks is offered.
fn published(row: &BTreeMap<&str, &str>, role: &str, has_prime: bool) -> Shown {
    match (row[role], row["package"]) {
        ("yes", "Included Version") => Shown::Enabled,
        ("yes", "Dynamic Chat Prime") if has_prime => Shown::Enabled,
        ("yes", "Dynamic Chat Prime") => Shown::Offered,
        ("no", _) => Shown::Hidden,
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
fn every_role_sees_what_is_published() {
    let rows = rows();
    assert_eq!(rows.len(), 44);
    assert_eq!(
        AREAS.iter().map(|area| area.controls.len()).sum::<usize>(),
        44
    );
    let clock = Clock::at(NOW);
    for (name, role) in ROLES {
        for has_prime in [true, false] {
            let bought = if has_prime { "prime" } else { "included" };
            let person = somebody()
                .roles([role])
                .entitlements([bought])
                .clock(&clock);
            let page = Page::of(&person, &clock);
            for row in &rows {
                let (area, label) = (row["area"], row["permission"]);
                let expected = published(row, name, has_prime);
                assert_eq!(
                    page.shown(area, label),
                    expected,
                    "{name}, {bought}: {area}, {label}"
                );
            }
        }
    }
}

#[wasm_bindgen_test]
fn nothing_looks_like_an_answer_before_there_is_one() {
    let clock = Clock::at(NOW);
    let page = Page::opened(&somebody().clock(&clock), &clock);
    assert_eq!(all(&page.root, "button").len(), 44);
    assert_eq!(
        all(&page.root, "button[aria-disabled][aria-busy]").len(),
        44
    );
}

#[wasm_bindgen_test]
fn an_area_without_controls_is_not_there() {
    let clock = Clock::at(NOW);
    let page = Page::of(&somebody().roles(["marketing-admin"]).clock(&clock), &clock);
    let headings: Vec<String> = all(&page.root, "h2").iter().map(text).collect();
    assert!(headings.contains(&"Analytics".to_owned()));
    assert!(!headings.contains(&"Live Chat".to_owned()));
}

#[wasm_bindgen_test]
fn a_control_works_until_the_snapshot_has_run_out() {
    thread_local!(static USED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) });
    let used = || USED.with_borrow(Vec::clone);
    let clock = Clock::at(NOW);
    let admin = somebody()
        .roles(["marketing-admin"])
        .lifetime(600)
        .clock(&clock);
    let page = Page::of(&admin, &clock);
    page.view
        .on_use(|_, permission| USED.with_borrow_mut(|all| all.push(permission.to_owned())));
    let export = || page.control("Analytics", "Export reports").unwrap();

    export().click();
    assert_eq!(used(), ["reports.export"]);

    // The page shows the control as it was; the click asks again.
    clock.advance(660);
    assert_eq!(page.shown("Analytics", "Export reports"), Shown::Enabled);
    export().click();
    assert_eq!(used(), ["reports.export"]);
    assert_eq!(page.status(), "Not now: expired");
    assert_eq!(page.shown("Analytics", "Export reports"), Shown::Disabled);
    assert_eq!(export().title(), "expired");
}

#[wasm_bindgen_test]
fn an_offer_is_no_right() {
    let clock = Clock::at(NOW);
    let page = Page::of(&somebody().roles(["genai-user"]).clock(&clock), &clock);
    page.view
        .on_use(|_, permission| panic!("{permission} was used"));
    page.control("Generative AI", "Publish Q&Rs")
        .unwrap()
        .click();
    assert_eq!(page.status(), "Not now: not-entitled");
}

#[wasm_bindgen_test]
fn a_newer_snapshot_changes_the_page_and_a_refused_one_does_not() {
    let clock = Clock::at(NOW);
    let agent = somebody().roles(["live-agent"]).clock(&clock);
    let page = Page::of(&agent, &clock);
    let export = || page.shown("Analytics", "Export reports");
    assert_eq!(export(), Shown::Hidden);
    let promoted = agent.clone().roles(["sales-admin"]);
    page.view.load(&promoted.token().unwrap());
    assert_eq!(export(), Shown::Enabled);

    page.view.load(&agent.seq(1).token().unwrap());
    assert!(
        page.status().starts_with("ERR_SNAPSHOT_ROLLBACK: "),
        "{}",
        page.status()
    );
    assert_eq!(export(), Shown::Enabled);
}
