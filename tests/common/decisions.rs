//! The reader of `tests/vectors/decisions`; the README there says what the members mean.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer as _, SigningKey};
use rolegate::{
    Assignment, Catalog, Collaborator, Error, Expectations, Fact, Gate, GateView, KeySet, Level,
    Loader, Proposal, ReasonCode, Record, Snapshot, State, UnixTime, UnverifiedToken,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::common::products::{PRODUCTS, ProductFiles};

/// A product of no company, whose catalog has what no shipped one has.
const WORKSHOP: ProductFiles = ProductFiles {
    id: "workshop",
    catalog: include_str!("../vectors/decisions/workshop.catalog.json"),
    questions: include_str!("../vectors/decisions/workshop.json"),
};

fn files() -> impl Iterator<Item = &'static ProductFiles> {
    PRODUCTS.iter().chain([&WORKSHOP])
}

const ISSUER: &str = "https://app.example";
const AUDIENCE: &str = "app";
/// Second 0 of every product's `times`.
const ISSUED: u64 = 1_790_000_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    pub product: String,
    catalog: String,
    times: Times,
    records: BTreeMap<String, Facts>,
    without_snapshot: Vec<Question>,
    pub snapshots: Vec<Case>,
}

/// Seconds after `iat`.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Times {
    nbf: u64,
    refresh_after: u64,
    exp: u64,
    now: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    #[serde(default, deserialize_with = "fact")]
    owner: Option<Option<String>>,
    #[serde(default, deserialize_with = "fact")]
    assignee: Option<Option<String>>,
    #[serde(default, deserialize_with = "fact")]
    group: Option<Option<String>>,
    #[serde(default, deserialize_with = "fact")]
    organization: Option<Option<String>>,
    #[serde(default, deserialize_with = "fact")]
    queue: Option<Option<String>>,
    collaborators: Option<Vec<Person>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    id: String,
    edit: bool,
}

/// Claims, and either questions or the code with which they are refused.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    pub claims: Map<String, Value>,
    pub refused: Option<String>,
    #[serde(default)]
    pub questions: Vec<Question>,
    #[serde(default)]
    pub everything: Vec<Everything>,
    #[serde(default)]
    pub administration: Administration,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub permission: String,
    workspace: Option<String>,
    record: Option<String>,
    now: Option<i64>,
    pub allowed: bool,
    level: String,
    pub code: String,
    pub outcome: String,
    pub missing: Vec<String>,
    #[serde(default)]
    stale: bool,
    maybe: Option<bool>,
}

/// What every permission of the catalog is worth; those that are left out are `off`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Everything {
    workspace: Option<String>,
    record: Option<String>,
    levels: BTreeMap<String, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Administration {
    #[serde(default)]
    pub assignable: Vec<Assignable>,
    #[serde(default)]
    pub can_edit: Vec<CanEdit>,
    #[serde(default)]
    pub allowed_values: Vec<AllowedValues>,
    #[serde(default)]
    pub check_edit: Vec<CheckEdit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignable {
    workspace: Option<String>,
    now: Option<i64>,
    target: Option<Vec<String>>,
    #[serde(default, rename = "self")]
    is_self: bool,
    roles: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CanEdit {
    workspace: Option<String>,
    now: Option<i64>,
    role: String,
    may: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AllowedValues {
    workspace: Option<String>,
    now: Option<i64>,
    role: String,
    permission: String,
    values: Vec<String>,
}

/// An edit of `role`, or a new role where it is left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckEdit {
    workspace: Option<String>,
    now: Option<i64>,
    role: Option<String>,
    based_on: Option<String>,
    values: Map<String, Value>,
    violations: Vec<Violation>,
}

#[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
struct Violation {
    code: String,
    permission: Option<String>,
}

impl Product {
    /// Every question of the product.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        let asked = self.snapshots.iter().flat_map(|case| &case.questions);
        self.without_snapshot.iter().chain(asked)
    }
}

impl CheckEdit {
    /// The codes of what is wrong.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.violations
            .iter()
            .map(|violation| violation.code.as_str())
    }
}

/// A fact that stands there, be it `null`.
fn fact<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// Every product of the corpus.
pub fn products() -> Vec<Product> {
    files().map(|product| read(product.questions)).collect()
}

fn read(text: &str) -> Product {
    serde_json::from_str(text).expect("a product of the corpus")
}

/// Runs the whole corpus.
pub fn all() -> usize {
    let mut count = 0;
    let mut wrong = Vec::new();
    for product in files() {
        count += run(product.questions, product.catalog, &mut wrong);
    }
    let shown = wrong.join("\n");
    assert!(
        wrong.is_empty(),
        "{} of {count} answers did not come out as written:\n{shown}",
        wrong.len()
    );
    count
}

/// Runs one product, adds what came out otherwise to `wrong`, and says how many answers there were.
pub fn run(text: &str, catalog: &str, wrong: &mut Vec<String>) -> usize {
    let product = read(text);
    let Value::Object(file) = serde_json::from_str(catalog).expect("a catalog") else {
        panic!("a catalog is an object");
    };
    let catalog = Arc::new(Catalog::parse(catalog.as_bytes()).expect("a catalog"));
    assert_eq!(catalog.id(), product.product, "{}", product.catalog);
    let desk = Desk {
        product: &product,
        permissions: permissions(&file),
        roles: ids(&file["roles"]),
        catalog,
    };
    let mut names = BTreeSet::new();
    let mut count = 0;
    for question in &product.without_snapshot {
        count += 1;
        if let Err(what) = desk.unloaded(question) {
            wrong.push(format!(
                "{}, without a snapshot, {}: {what}",
                product.product, question.permission
            ));
        }
    }
    for case in &product.snapshots {
        assert!(names.insert(&case.name), "{} twice", case.name);
        let mut note = |what: &str, result: Outcome| {
            count += 1;
            if let Err(found) = result {
                wrong.push(format!(
                    "{}, {}, {what}: {found}",
                    product.product, case.name
                ));
            }
        };
        desk.case(case, &mut note);
    }
    count
}

fn permissions(catalog: &Map<String, Value>) -> Vec<String> {
    let areas = catalog["areas"].as_array().expect("areas");
    areas
        .iter()
        .flat_map(|area| ids(&area["permissions"]))
        .collect()
}

fn ids(list: &Value) -> Vec<String> {
    let items = list.as_array().expect("a list");
    items
        .iter()
        .map(|item| item["id"].as_str().expect("an id").to_owned())
        .collect()
}

type Outcome = Result<(), String>;

fn expect<T: PartialEq + core::fmt::Debug>(what: &str, found: T, expected: T) -> Outcome {
    if found == expected {
        Ok(())
    } else {
        Err(format!("{what} is {found:?}, not {expected:?}"))
    }
}

/// One product at work.
struct Desk<'a> {
    product: &'a Product,
    catalog: Arc<Catalog>,
    permissions: Vec<String>,
    roles: Vec<String>,
}

impl Desk<'_> {
    /// Natively there is no gate without a snapshot, only a loader without a gate.
    fn unloaded(&self, question: &Question) -> Outcome {
        let reason = ReasonCode::parse(&question.code).ok_or("is no reason code")?;
        expect("the outcome", reason.outcome().as_str(), &question.outcome)?;
        expect("`missing`", &question.missing, &vec![question.code.clone()])?;
        expect("`allowed`", question.allowed, false)?;
        expect("the level", question.level.as_str(), "off")?;
        let mut loader = Loader::new(keys(), [Arc::clone(&self.catalog)], expectations());
        expect("the state", loader.state(self.at(None)), State::Empty)
    }

    fn case(&self, case: &Case, note: &mut impl FnMut(&str, Outcome)) {
        let gate = match (self.load(&case.claims), &case.refused) {
            (Ok(gate), None) => gate,
            (Ok(_), Some(code)) => {
                return note("the claims", Err(format!("are taken, {code} expected")));
            }
            (Err(error), code) => {
                let found = Some(error.code().as_str());
                let same = expect("the refusal", found, code.as_deref());
                return note(
                    "the claims",
                    same.map_err(|what| format!("{what}: {error}")),
                );
            }
        };
        for question in &case.questions {
            note(
                &format!(
                    "{} on {:?} in {:?} at {:?}",
                    question.permission, question.record, question.workspace, question.now
                ),
                self.question(&gate, question),
            );
        }
        for everything in &case.everything {
            note(
                &format!(
                    "everything on {:?} in {:?}",
                    everything.record, everything.workspace
                ),
                self.everything(&gate, everything),
            );
        }
        self.administration(&gate, case, note);
    }

    /// Signs the claims with the usual times, and takes them the whole way.
    fn load(&self, claims: &Map<String, Value>) -> Result<Gate, Error> {
        let Times {
            nbf,
            refresh_after,
            exp,
            now,
        } = self.product.times;
        let mut payload = json!({
            "iss": ISSUER, "aud": AUDIENCE, "fmt": 1, "seq": 1,
            "iat": ISSUED, "nbf": ISSUED + nbf, "exp": ISSUED + exp, "refresh_after": ISSUED + refresh_after,
            "catalog": {"id": self.catalog.id(), "sha256": URL_SAFE_NO_PAD.encode(self.catalog.digest())},
        });
        let members = payload.as_object_mut().expect("an object");
        for (name, value) in claims {
            let former = members.insert(name.clone(), value.clone());
            assert!(former.is_none(), "`{name}` is not for the corpus to say");
        }
        let token = sign(&payload);
        let payload = UnverifiedToken::parse(&token)?.verify(&keys())?;
        let now = UnixTime::from_secs(ISSUED + now);
        let snapshot = Snapshot::validate(payload, &self.catalog, &expectations(), now)?;
        Ok(Gate::compile(snapshot))
    }

    /// The time of a question, in seconds and in milliseconds.
    fn at(&self, now: Option<i64>) -> UnixTime {
        let seconds = ISSUED
            .checked_add_signed(now.unwrap_or(self.product.times.now as i64))
            .expect("a time");
        UnixTime::from_secs(seconds)
    }

    fn record(&self, name: Option<&String>) -> Option<Record<'_>> {
        let name = name?;
        let Some(facts) = self.product.records.get(name) else {
            panic!("no record {name}");
        };
        Some(facts.record())
    }

    fn question(&self, gate: &Gate, question: &Question) -> Outcome {
        let view = gate.in_workspace(question.workspace.as_deref());
        let record = self.record(question.record.as_ref());
        let now = self.at(question.now);
        let asked = question.permission.as_str();
        let decision = view.decide(asked, record.as_ref(), now);
        let codes = |missing: &[rolegate::Missing]| {
            let codes = missing.iter().map(|missing| missing.code.to_string());
            codes.collect::<Vec<_>>()
        };
        expect("the code", decision.code.as_str(), &question.code)?;
        expect("`allowed`", decision.is_allow(), question.allowed)?;
        expect("the level", &decision.level.to_string(), &question.level)?;
        expect("the outcome", decision.outcome.as_str(), &question.outcome)?;
        expect("`missing`", &codes(&decision.missing), &question.missing)?;
        expect("`stale`", decision.stale, question.stale)?;
        expect(
            "`can`",
            view.can(asked, record.as_ref(), now),
            question.allowed,
        )?;
        let level = view.level(asked, record.as_ref(), now);
        expect("`level`", &level.to_string(), &question.level)?;
        let explained = view.explain(asked, record.as_ref(), now).decision;
        expect("`explain`", explained, decision)?;
        question.maybe.map_or(Ok(()), |maybe| {
            expect("`maybe`", view.maybe(asked, now), maybe)
        })
    }

    fn everything(&self, gate: &Gate, everything: &Everything) -> Outcome {
        let view = gate.in_workspace(everything.workspace.as_deref());
        let record = self.record(everything.record.as_ref());
        let now = self.at(None);
        let mut found = BTreeMap::new();
        for permission in &self.permissions {
            let level = view.level(permission, record.as_ref(), now);
            let allowed = view.can(permission, record.as_ref(), now);
            expect(permission, allowed, level > Level::Off)?;
            if allowed {
                found.insert(permission.clone(), level.to_string());
            }
        }
        expect("what is held", &found, &everything.levels)
    }

    fn administration(&self, gate: &Gate, case: &Case, note: &mut impl FnMut(&str, Outcome)) {
        let all = &case.administration;
        for asked in &all.assignable {
            let result = self.assignable(gate, case, asked);
            note(&format!("assignable to {:?}", asked.target), result);
        }
        for asked in &all.can_edit {
            let roles = self.roles(gate, asked.workspace.as_deref(), asked.now);
            let result = expect("`can_edit`", roles.can_edit(&asked.role), asked.may);
            note(&format!("the edit of {}", asked.role), result);
        }
        for asked in &all.allowed_values {
            let roles = self.roles(gate, asked.workspace.as_deref(), asked.now);
            let found = roles.allowed_values(&asked.role, &asked.permission);
            let found: Vec<_> = found.iter().map(Level::to_string).collect();
            let result = expect("`allowed_values`", &found, &asked.values);
            note(&format!("{} of {}", asked.permission, asked.role), result);
        }
        for asked in &all.check_edit {
            let result = self.check_edit(gate, asked);
            let what = format!(
                "the values {:?} of {:?} based on {:?}",
                asked.values, asked.role, asked.based_on
            );
            note(&what, result);
        }
    }

    fn roles<'a>(
        &self,
        gate: &'a Gate,
        workspace: Option<&str>,
        now: Option<i64>,
    ) -> rolegate::Roles<'a> {
        let view: GateView<'a> = gate.in_workspace(workspace);
        view.roles(self.at(now))
    }

    fn assignable(&self, gate: &Gate, case: &Case, asked: &Assignable) -> Outcome {
        let roles = self.roles(gate, asked.workspace.as_deref(), asked.now);
        let held: Option<Vec<&str>> = asked
            .target
            .as_ref()
            .map(|held| held.iter().map(String::as_str).collect());
        let target = Assignment {
            target: held.as_deref(),
            is_self: asked.is_self,
        };
        expect("`assignable`", roles.assignable(target), {
            asked.roles.iter().map(String::as_str).collect()
        })?;
        let own = case.claims.get("roles").map(ids).unwrap_or_default();
        self.roles
            .iter()
            .chain(&own)
            .chain(&["nobody".to_owned()])
            .try_for_each(|role| {
                expect(
                    role,
                    roles.can_assign(role, target),
                    asked.roles.contains(role),
                )
            })
    }

    fn check_edit(&self, gate: &Gate, asked: &CheckEdit) -> Outcome {
        let roles = self.roles(gate, asked.workspace.as_deref(), asked.now);
        let proposal = match (&asked.role, &asked.based_on) {
            (Some(role), None) => Proposal::Edit(role),
            (None, based_on) => Proposal::New {
                based_on: based_on.as_deref(),
            },
            (Some(_), Some(_)) => return Err("an edit is based on nothing else".to_owned()),
        };
        let values = Value::Object(asked.values.clone()).to_string();
        let found = roles.check_edit(proposal, &values);
        let mut found: Vec<_> = found
            .into_iter()
            .map(|violation| (violation.code.as_str().to_owned(), violation.permission))
            .collect();
        let mut expected: Vec<_> = asked
            .violations
            .iter()
            .map(|violation| (violation.code.clone(), violation.permission.clone()))
            .collect();
        found.sort();
        expected.sort();
        expect("`check_edit`", found, expected)
    }
}

impl Facts {
    fn record(&self) -> Record<'_> {
        let Facts {
            owner,
            assignee,
            group,
            organization,
            queue,
            collaborators,
        } = self;
        let people = collaborators.iter().flatten();
        Record {
            owner: known(owner),
            assignee: known(assignee),
            group: known(group),
            organization: known(organization),
            queue: known(queue),
            collaborators: people
                .map(|Person { id, edit }| Collaborator { id, edit: *edit })
                .collect(),
        }
    }
}

fn known(fact: &Option<Option<String>>) -> Fact<'_> {
    match fact {
        None => Fact::Unread,
        Some(None) => Fact::Empty,
        Some(Some(id)) => Fact::Id(id),
    }
}

fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn keys() -> KeySet {
    let x = URL_SAFE_NO_PAD.encode(key().verifying_key().as_bytes());
    let keys = json!({"keys": [{"kty": "OKP", "crv": "Ed25519", "kid": "corpus", "x": x}]});
    KeySet::parse(keys.to_string().as_bytes()).expect("a key set")
}

fn expectations() -> Expectations {
    Expectations::new(ISSUER, AUDIENCE)
}

fn sign(payload: &Value) -> String {
    let header = json!({"alg": "EdDSA", "typ": "role-snapshot+jwt", "kid": "corpus"});
    let [header, payload] = [&header, payload].map(|part| URL_SAFE_NO_PAD.encode(part.to_string()));
    let signed = format!("{header}.{payload}");
    let signature = URL_SAFE_NO_PAD.encode(key().sign(signed.as_bytes()).to_bytes());
    format!("{signed}.{signature}")
}
