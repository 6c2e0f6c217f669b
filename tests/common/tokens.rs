//! The reader of `tests/vectors/tokens`; the README there says what the members mean.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rolegate::{Catalog, Error, Expectations, KeySet, Loader, State, UnixTime};
use serde::Deserialize;

use super::text::Text;

const FILES: [&str; 14] = [
    include_str!("../vectors/tokens/a-text.json"),
    include_str!("../vectors/tokens/b-base64url.json"),
    include_str!("../vectors/tokens/c-header-json.json"),
    include_str!("../vectors/tokens/d-alg.json"),
    include_str!("../vectors/tokens/e-header-members.json"),
    include_str!("../vectors/tokens/f-payload-json.json"),
    include_str!("../vectors/tokens/g-parties.json"),
    include_str!("../vectors/tokens/h-time.json"),
    include_str!("../vectors/tokens/i-signatures.json"),
    include_str!("../vectors/tokens/i-edges.json"),
    include_str!("../vectors/tokens/j-key-sets.json"),
    include_str!("../vectors/tokens/k-sizes.json"),
    include_str!("../vectors/tokens/l-sequences.json"),
    include_str!("../vectors/tokens/s-formats.json"),
];
const CATALOG: &str = include_str!("../vectors/tokens/catalog.json");
const USUAL: &str = include_str!("../vectors/tokens/usual.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub group: String,
    pub title: String,
    pub cases: Vec<Case>,
}

/// A token and what comes of it, or `steps`, or a `pool` of tokens with ascending `seq` and the
/// `order` in which they are loaded.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    pub line: u32,
    token: Option<Text>,
    keys: Option<Keys>,
    now: Option<Now>,
    #[serde(default)]
    expectations: Expected,
    workspace: Option<String>,
    pub allow: Option<String>,
    deny: Option<String>,
    pub refuse: Option<String>,
    pub steps: Option<Vec<Step>>,
    pool: Option<Vec<String>>,
    order: Option<Vec<usize>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    load: Option<Text>,
    #[serde(default)]
    clear: bool,
    state: Option<String>,
    now: Option<Now>,
    allow: Option<String>,
    deny: Option<String>,
    refuse: Option<String>,
    seq: Option<u64>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Keys {
    Named(String),
    Given(GivenKeys),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenKeys {
    text: Text,
}

/// Milliseconds; JSON has no words for the odd ones.
#[derive(Deserialize)]
#[serde(untagged)]
enum Now {
    Number(f64),
    Word(Word),
}

#[derive(Deserialize)]
enum Word {
    NaN,
    Infinity,
    #[serde(rename = "-Infinity")]
    MinusInfinity,
}

/// What differs from the usual expectations.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    issuer: Option<String>,
    audience: Option<String>,
    subject: Option<String>,
    leeway: Option<u64>,
    max_lifetime: Option<u64>,
    least_seq: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Usual {
    usual: UsualCase,
    key_sets: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UsualCase {
    now: f64,
    issuer: String,
    audience: String,
    subject: String,
}

/// Every group of the corpus.
pub fn groups() -> Vec<Group> {
    FILES
        .map(|file| serde_json::from_str(file).expect("a group of cases"))
        .into()
}

/// Runs the whole corpus.
pub fn all() -> usize {
    let desk = Desk::new();
    let mut names = BTreeSet::new();
    let mut wrong = Vec::new();
    for group in groups() {
        for case in &group.cases {
            assert!(names.insert(case.name.clone()), "{} twice", case.name);
            if let Err(what) = desk.run(case) {
                wrong.push(format!("{} {}: {what}", group.group, case.name));
            }
        }
    }
    let shown = wrong
        .iter()
        .take(40)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n");
    assert!(
        wrong.is_empty(),
        "{} of {} cases did not come out as written:\n{shown}",
        wrong.len(),
        names.len()
    );
    names.len()
}

/// What the refusal of a case with one token says.
pub fn message(name: &str) -> String {
    let desk = Desk::new();
    let cases = groups().into_iter().flat_map(|group| group.cases);
    let case = cases
        .into_iter()
        .find(|case| case.name == name)
        .expect(name);
    let refused = desk.visit(&case).and_then(|mut visit| {
        let now = visit.time(case.now.as_ref());
        let token = case.token.as_ref().expect("a token").string();
        visit.loader.load(&token, now).map(|_| ())
    });
    refused.expect_err(name).to_string()
}

/// What every case shares.
struct Desk {
    usual: Usual,
    catalog: Arc<Catalog>,
}

type Outcome = Result<(), String>;

impl Desk {
    fn new() -> Desk {
        Desk {
            usual: serde_json::from_str(USUAL).expect("the usual case"),
            catalog: Arc::new(Catalog::parse(CATALOG.as_bytes()).expect("the corpus's catalog")),
        }
    }

    fn run(&self, case: &Case) -> Outcome {
        let mut visit = match self.visit(case) {
            Ok(visit) => visit,
            Err(error) => {
                let token = case.token.as_ref().map(Text::string).unwrap_or_default();
                says_nothing_of(&error, &self.keys(case), &token)?;
                return same_code(&error, case.refuse.as_deref());
            }
        };
        if case.refuse.as_deref() == Some("ERR_KEYS_INVALID") {
            return Err("the key set was taken".to_owned());
        }
        match (&case.token, &case.steps, &case.pool, &case.order) {
            (Some(token), None, None, None) => {
                let now = visit.time(case.now.as_ref());
                visit.load(&token.string(), now, case.refuse.as_deref())?;
                visit.ask(case.allow.as_deref(), case.deny.as_deref(), now)
            }
            (None, Some(steps), None, None) => {
                steps.iter().enumerate().try_for_each(|(n, step)| {
                    visit.step(step).map_err(|what| format!("step {n}: {what}"))
                })
            }
            (None, None, Some(pool), Some(order)) => visit.newest_wins(pool, order),
            _ => Err("must have a token, or steps, or a pool and an order".to_owned()),
        }
    }

    /// A loader as the case wants it.
    fn visit<'a>(&'a self, case: &'a Case) -> Result<Visit<'a>, Error> {
        let keys = self.keys(case);
        let usual = &self.usual.usual;
        let expected = &case.expectations;
        let mut expectations = Expectations::new(
            expected.issuer.as_ref().unwrap_or(&usual.issuer),
            expected.audience.as_ref().unwrap_or(&usual.audience),
        );
        if let Some(subject) = &expected.subject {
            expectations = expectations.subject(subject);
        }
        if let Some(seconds) = expected.leeway {
            expectations = expectations.leeway(seconds);
        }
        if let Some(seconds) = expected.max_lifetime {
            expectations = expectations.max_lifetime(seconds);
        }
        let catalog = Arc::clone(&self.catalog);
        let mut loader = Loader::new(KeySet::parse(&keys)?, [catalog], expectations);
        if let Some(least) = expected.least_seq {
            loader = loader.least_seq(least);
        }
        Ok(Visit {
            usual,
            keys,
            workspace: case.workspace.as_deref(),
            loader,
        })
    }

    fn keys(&self, case: &Case) -> Vec<u8> {
        let named = |name: &str| self.usual.key_sets[name].as_bytes().to_vec();
        match &case.keys {
            None => named("main"),
            Some(Keys::Named(name)) => named(name),
            Some(Keys::Given(given)) => given.text.bytes(),
        }
    }
}

/// A time of a case; where a clock can show none, one that is not plausible.
fn time(milliseconds: f64) -> UnixTime {
    UnixTime::from_millis(milliseconds).unwrap_or(UnixTime::from_secs(0))
}

/// One loader and what is asked of it.
struct Visit<'a> {
    usual: &'a UsualCase,
    keys: Vec<u8>,
    workspace: Option<&'a str>,
    loader: Loader,
}

impl Visit<'_> {
    fn time(&self, now: Option<&Now>) -> UnixTime {
        let milliseconds = match now {
            None => self.usual.now,
            Some(Now::Number(now)) => *now,
            Some(Now::Word(Word::NaN)) => f64::NAN,
            Some(Now::Word(Word::Infinity)) => f64::INFINITY,
            Some(Now::Word(Word::MinusInfinity)) => f64::NEG_INFINITY,
        };
        time(milliseconds)
    }

    fn step(&mut self, step: &Step) -> Outcome {
        let now = self.time(step.now.as_ref());
        if step.clear {
            self.loader.clear();
        }
        if let Some(token) = &step.load {
            self.load(&token.string(), now, step.refuse.as_deref())?;
        }
        if let Some(expected) = &step.state {
            let found = match self.loader.state(now) {
                State::Empty => "empty",
                State::Ready => "ready",
                State::Stale => "stale",
                State::Expired => "expired",
                State::NotYetValid => "not-yet-valid",
            };
            if found != expected {
                return Err(format!("the state is {found}, not {expected}"));
            }
        }
        if let Some(expected) = step.seq {
            let highest = self.loader.highest_seq(&self.usual.subject);
            if highest != Some(expected) {
                return Err(format!("the highest `seq` is {highest:?}, not {expected}"));
            }
        }
        self.ask(step.allow.as_deref(), step.deny.as_deref(), now)
    }

    /// Loads a token; one that is refused must leave everything as it was.
    fn load(&mut self, token: &str, now: UnixTime, refuse: Option<&str>) -> Outcome {
        let before = self.standing();
        match self.loader.load(token, now) {
            Ok(_) if refuse.is_none() => Ok(()),
            Ok(_) => Err(format!(
                "was loaded, {} expected",
                refuse.unwrap_or_default()
            )),
            Err(error) => {
                same_code(&error, refuse)?;
                says_nothing_of(&error, &self.keys, token)?;
                if self.standing() == before {
                    Ok(())
                } else {
                    Err("was refused and left a trace".to_owned())
                }
            }
        }
    }

    fn standing(&self) -> (Option<(String, u64)>, Option<u64>) {
        let in_force = self.loader.gate().map(|gate| {
            let snapshot = gate.snapshot();
            (snapshot.subject().to_owned(), snapshot.seq())
        });
        (in_force, self.loader.highest_seq(&self.usual.subject))
    }

    fn ask(&self, allow: Option<&str>, deny: Option<&str>, now: UnixTime) -> Outcome {
        for (permission, expected) in allow
            .map(|name| (name, true))
            .into_iter()
            .chain(deny.map(|name| (name, false)))
            .chain([("no.such-permission", false)])
        {
            let may = self
                .loader
                .gate()
                .is_some_and(|gate| gate.in_workspace(self.workspace).can(permission, None, now));
            if may != expected {
                return Err(format!("{permission} is {may}, not {expected}"));
            }
        }
        Ok(())
    }

    /// Whatever the order, a token is taken exactly when none with a greater `seq` was before it.
    fn newest_wins(&mut self, pool: &[String], order: &[usize]) -> Outcome {
        let mut newest = 0;
        for (n, index) in order.iter().enumerate() {
            let refuse = (*index < newest).then_some("ERR_SNAPSHOT_ROLLBACK");
            newest = newest.max(*index);
            self.load(&pool[*index], time(self.usual.now), refuse)
                .map_err(|what| format!("load {n} of token {index}: {what}"))?;
        }
        Ok(())
    }
}

fn same_code(error: &Error, expected: Option<&str>) -> Outcome {
    let found = error.code().as_str();
    match expected {
        Some(code) if code == found => Ok(()),
        _ => Err(format!("{found} ({error}), not {expected:?}")),
    }
}

/// Words that messages may hold although hostile texts hold them too: those of the formats, and the
/// names of the corpus's catalog.
const OURS: [&str; 9] = [
    "role-snapshot+jwt",
    "snapshot",
    "entitlement",
    "membership",
    "refresh_after",
    "signature",
    "workspace",
    "reports.export",
    "reports.view",
];

/// The law of error texts: none holds eight characters in a row of the token, the keys, or anything
/// that is encoded in the token.
fn says_nothing_of(error: &Error, keys: &[u8], token: &str) -> Outcome {
    let mut secrets = vec![String::from_utf8_lossy(keys).into_owned(), token.to_owned()];
    for segment in token.split('.').take(3) {
        if let Ok(bytes) = URL_SAFE_NO_PAD.decode(segment) {
            if let Ok(value) = serde_json::from_slice(&bytes) {
                strings(&value, &mut secrets);
            }
            secrets.push(String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    let message = OURS.iter().fold(error.to_string(), |message, word| {
        message.replace(word, "\u{1}")
    });
    let held: BTreeSet<&[u8]> = message.as_bytes().windows(8).collect();
    // Secrets are long and messages short, so a glance at two bytes decides most places.
    let pair = |window: &[u8]| usize::from(window[0]) << 8 | usize::from(window[7]);
    let mut glance = vec![false; 1 << 16];
    for window in &held {
        glance[pair(window)] = true;
    }
    for secret in &secrets {
        for window in secret.as_bytes().windows(8) {
            if glance[pair(window)] && held.contains(window) {
                let window = String::from_utf8_lossy(window);
                return Err(format!(
                    "the error text holds {window:?} of the input: {error}"
                ));
            }
        }
    }
    Ok(())
}

/// Every string of a value, as its escapes mean it.
fn strings(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => out.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, out)),
        serde_json::Value::Object(members) => members.values().for_each(|item| strings(item, out)),
        _ => {}
    }
}
