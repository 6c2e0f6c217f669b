//! The edge to JavaScript: one handle, primitives in, plain objects out.
//!
//! No JavaScript runs while the handle is borrowed: arguments are strings, numbers and arrays of strings
//! that the package has copied, so no getter can call back. The package owns the handle; an application
//! never sees it. The crate in `pkg/wasm` builds the module.

#![expect(
    unreachable_pub,
    reason = "wasm-bindgen exports what is public here, and Rust callers have the crate's root"
)]

mod catalogs;
mod shapes;

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use js_sys::{Array, Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::catalog::{Catalog, FactName, RelationSet, hash};
use crate::error::Error;
use crate::gate::{Assignment, Gate, GateView, Proposal, Relationship, Roles, Threshold, required};
use crate::loader::Loader;
use crate::reason::ReasonCode;
use crate::snapshot::{Expectations, State};
use crate::time::UnixTime;
use crate::token::KeySet;

/// Writes a panic's message to the console before the trap that follows it.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Everything that is wrong in a catalog file, each with its place; an empty list if it is valid.
///
/// # Errors
///
/// Only if an object cannot be made.
#[wasm_bindgen]
pub fn check_catalog(file: &Uint8Array) -> Result<JsValue, JsValue> {
    let problems = Catalog::check(&file.to_vec()).err();
    list(&problems.unwrap_or_default(), shapes::Problem::from)
}

/// One application's loader, held by the package.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    loader: RefCell<Loader>,
    /// The catalog that it was made with, if it is only one.
    only: Option<Arc<Catalog>>,
    /// The refusals of those of its catalogs that are of a newer format, by their hashes.
    newer: Vec<([u8; 32], Error)>,
    /// The last time that was asked about, if it is trusted.
    now: Cell<Option<UnixTime>>,
}

#[wasm_bindgen]
impl Engine {
    /// Takes what the application trusts and expects; `leeway` and `max_lifetime` in seconds; whether
    /// keys that were made for tests are among what it may trust. Of several catalogs, one of a newer format is refused only to a snapshot that names it.
    ///
    /// # Errors
    ///
    /// `ERR_KEYS_INVALID`, `ERR_CATALOG_INVALID`
    #[wasm_bindgen(constructor)]
    #[expect(
        clippy::too_many_arguments,
        reason = "primitives only: an object could run code when it is read"
    )]
    pub fn new(
        keys: &str,
        catalogs: Vec<Uint8Array>,
        issuer: &str,
        audience: &str,
        subject: Option<String>,
        least_seq: Option<f64>,
        leeway: f64,
        max_lifetime: f64,
        takes_test_keys: bool,
    ) -> Result<Engine, JsValue> {
        let keys = if takes_test_keys {
            KeySet::parse_with_test_keys(keys.as_bytes())?
        } else {
            KeySet::parse(keys.as_bytes())?
        };
        let is_list = catalogs.len() > 1;
        let mut readable = Vec::new();
        let mut newer = Vec::new();
        for file in &catalogs {
            match catalogs::shared(file, None) {
                Ok(catalog) => readable.push(catalog),
                Err(error) => {
                    let bytes = file.to_vec();
                    if !is_list || !catalogs::is_newer(&bytes) {
                        return Err(error.into());
                    }
                    newer.push((hash(&bytes)?, error));
                }
            }
        }
        let only = readable.first().filter(|_| !is_list).cloned();
        let mut expectations = Expectations::new(issuer, audience)
            .leeway(leeway as u64)
            .max_lifetime(max_lifetime as u64);
        if let Some(subject) = subject {
            expectations = expectations.subject(subject);
        }
        let loader =
            Loader::new(keys, readable, expectations).least_seq(least_seq.unwrap_or(0.0) as u64);
        Ok(Engine {
            loader: RefCell::new(loader),
            only,
            newer,
            now: Cell::new(None),
        })
    }

    /// Verifies, validates and compiles a token and puts it in force; `now` in milliseconds since 1970.
    ///
    /// # Errors
    ///
    /// The codes of loading. What was in force stays in force.
    pub fn load(&self, token: &str, now: f64) -> Result<(), JsValue> {
        let loaded = self.loader.borrow_mut().load(token, time(now)).map(drop);
        loaded.map_err(|error| self.refusal_of_newer(token, now).unwrap_or(error))?;
        self.state(now);
        Ok(())
    }

    /// Which catalog a token's snapshot needs that is not here, as `id` and `sha256`, and whom the snapshot is
    /// about, as `subject`; `undefined` if it needs none. Nothing changes.
    ///
    /// # Errors
    ///
    /// The codes of loading, as far as they can be found without the catalog.
    pub fn wanted(&self, token: &str, now: f64) -> Result<JsValue, JsValue> {
        match self.loader.borrow().wanted(token, time(now))? {
            Some(wanted) => to_js(&shapes::Wanted::from(&wanted)),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// Keeps the catalog that a token's snapshot needs and that is not here; any other is refused.
    ///
    /// # Errors
    ///
    /// The codes of [`wanted`](Engine::wanted), `ERR_CATALOG_MISMATCH`, `ERR_CATALOG_INVALID`
    pub fn keep(&self, catalog: &Uint8Array, token: &str, now: f64) -> Result<(), JsValue> {
        let mut loader = self.loader.borrow_mut();
        if let Some(wanted) = loader.wanted(token, time(now))? {
            loader.keep(catalogs::shared(catalog, Some(&wanted.catalog))?);
        }
        Ok(())
    }

    /// The hash of the catalog that the following methods are about: that of the snapshot in force, or
    /// without a snapshot the only catalog there is.
    pub fn catalog(&self) -> Option<String> {
        self.with_catalog(|catalog| catalog.name().sha256())
    }

    /// Takes the snapshot out of force.
    pub fn clear(&self) {
        self.loader.borrow_mut().clear();
    }

    /// How the snapshot in force stands to `now`: the name of a [`State`].
    pub fn state(&self, now: f64) -> String {
        let now = time(now);
        let state = self.loader.borrow_mut().state(now);
        self.now.set((state != State::NotYetValid).then_some(now));
        state.as_str().to_owned()
    }

    /// When the state changes by itself next, in milliseconds since 1970.
    pub fn next_change(&self, now: f64) -> Option<f64> {
        let change = self.loader.borrow().next_change(time(now))?;
        Some(change.as_secs() as f64 * 1000.0)
    }

    /// The number of the snapshot in force.
    pub fn seq(&self) -> Option<f64> {
        self.loader
            .borrow()
            .gate()
            .map(|gate| gate.snapshot().seq() as f64)
    }

    /// The person that the snapshot in force is about.
    pub fn subject(&self) -> Option<String> {
        self.loader
            .borrow()
            .gate()
            .map(|gate| gate.snapshot().subject().to_owned())
    }

    /// The catalog's permissions; everywhere else they are named by their position here.
    ///
    /// # Errors
    ///
    /// Only if an object cannot be made.
    pub fn permissions(&self) -> Result<JsValue, JsValue> {
        self.with_catalog(|catalog| to_js(&shapes::permissions(catalog)))
            .unwrap_or_else(|| Ok(Array::new().into()))
    }

    /// The catalog's record kinds; everywhere else they are named by their position here.
    ///
    /// # Errors
    ///
    /// Only if an object cannot be made.
    pub fn records(&self) -> Result<JsValue, JsValue> {
        self.with_catalog(|catalog| to_js(&shapes::records(catalog)))
            .unwrap_or_else(|| Ok(Array::new().into()))
    }

    /// For each permission and reason code, the outcome's position in the list of outcomes. Last come the
    /// outcomes, for each reason code, of a name that is not a permission of the catalog.
    pub fn outcomes(&self) -> Vec<u8> {
        let outcomes = |catalog: &Catalog| {
            let outcomes = catalog.permissions.iter().flat_map(|permission| {
                ReasonCode::ALL
                    .iter()
                    .map(|reason| permission.outcome(*reason) as u8)
            });
            let unknown = ReasonCode::ALL.iter().map(|reason| reason.outcome() as u8);
            outcomes.chain(unknown).collect()
        };
        self.with_catalog(outcomes).unwrap_or_default()
    }

    /// The workspaces of the snapshot in force; everywhere else a membership is named by its position here.
    pub fn memberships(&self) -> Vec<String> {
        let loader = self.loader.borrow();
        loader
            .gate()
            .map(|gate| gate.snapshot().workspaces().map(str::to_owned).collect())
            .unwrap_or_default()
    }

    /// The decision table of a membership, as copies in four typed arrays:
    ///
    /// 1. the cells, of one byte: the reason code in the low four bits, and the level held above them;
    /// 2. where the rows begin, two for each permission: of the least and of the top threshold;
    /// 3. two for each permission: 1 if some record could be allowed;
    /// 4. one for each record kind: the filter bits of [`meanings`](Engine::meanings) that a record must
    ///    have.
    ///
    /// # Errors
    ///
    /// If there is no such membership.
    pub fn table(&self, membership: usize) -> Result<Array, JsValue> {
        let loader = self.loader.borrow();
        let found = || {
            let gate = loader.gate()?;
            let view = gate.in_membership(membership);
            Some((gate.catalog(), view.table()?, view.membership()?))
        };
        let (catalog, table, here) =
            found().ok_or_else(|| js_sys::Error::new("there is no such membership"))?;
        let required: Vec<u32> = catalog
            .records
            .iter()
            .map(|record| required(here, record))
            .collect();
        let possible: Vec<u8> = table
            .possible
            .iter()
            .flatten()
            .map(|possible| u8::from(*possible))
            .collect();
        Ok(Array::of4(
            &Uint8Array::from(&table.cells[..]),
            &Uint32Array::from(table.offsets.as_flattened()),
            &Uint8Array::from(&possible[..]),
            &Uint32Array::from(&required[..]),
        ))
    }

    /// What the fact of that name means to a membership on records of a kind, for every possible id, in
    /// three arrays: some ids; what each of them means; and what all other ids mean, followed by what a fact
    /// means that was read and is empty. In a meaning, bits 0 to 7 are relations, and the bits from 8 on are
    /// filter members that are passed.
    ///
    /// # Errors
    ///
    /// If there is no such membership, record kind or fact.
    pub fn meanings(&self, membership: usize, record: usize, fact: &str) -> Result<Array, JsValue> {
        let loader = self.loader.borrow();
        let found = || {
            let gate = loader.gate()?;
            let here = gate.in_membership(membership).membership()?;
            let kind = gate.catalog().records.get(record)?;
            let fact = FactName::parse(fact)?;
            Some(shapes::meanings(gate.snapshot(), here, kind, fact))
        };
        let shapes::Meanings {
            ids,
            bits,
            other,
            empty,
        } = found().ok_or_else(|| js_sys::Error::new("there is no such fact"))?;
        // Elements of typed arrays are never looked up on a prototype.
        Ok(Array::of3(
            &to_js(&ids)?,
            &Uint32Array::from(&bits[..]),
            &Uint32Array::from(&[other, empty][..]),
        ))
    }

    /// What is missing for a denied question, and what would change it.
    ///
    /// # Errors
    ///
    /// Only if an object cannot be made.
    pub fn missing(
        &self,
        membership: usize,
        permission: usize,
        top: bool,
        relations: u8,
        filtered: bool,
        has_record: bool,
    ) -> Result<JsValue, JsValue> {
        let relationship = has_record.then_some(Relationship {
            relations: RelationSet::from_bits(relations),
            filtered,
        });
        self.seen_from(membership, |view| {
            let missing = view
                .model()
                .map(|model| model.missing(permission, threshold(top), relationship));
            list(&missing.unwrap_or_default(), shapes::Missing::from)
        })
    }

    /// What every role, layer, rule, prerequisite, filter and entitlement says about a question.
    ///
    /// # Errors
    ///
    /// Only if an object cannot be made.
    pub fn trace(
        &self,
        membership: usize,
        permission: usize,
        relations: u8,
        filtered: bool,
        has_record: bool,
    ) -> Result<JsValue, JsValue> {
        let relationship = has_record.then_some(Relationship {
            relations: RelationSet::from_bits(relations),
            filtered,
        });
        self.seen_from(membership, |view| {
            let trace = view
                .model()
                .map(|model| model.trace(permission, relationship));
            list(&trace.unwrap_or_default(), shapes::Step::from)
        })
    }

    /// The roles that this person may hand out.
    pub fn assignable(
        &self,
        membership: usize,
        target: Option<Vec<String>>,
        is_self: bool,
    ) -> Vec<String> {
        self.administer(membership, |roles| {
            with_assignment(target.as_deref(), is_self, |assignment| {
                roles
                    .assignable(assignment)
                    .into_iter()
                    .map(str::to_owned)
                    .collect()
            })
        })
    }

    /// Whether this person may hand out a role.
    pub fn can_assign(
        &self,
        membership: usize,
        role: &str,
        target: Option<Vec<String>>,
        is_self: bool,
    ) -> bool {
        self.administer(membership, |roles| {
            with_assignment(target.as_deref(), is_self, |assignment| {
                roles.can_assign(role, assignment)
            })
        })
    }

    /// Whether this person may edit a role.
    pub fn can_edit(&self, membership: usize, role: &str) -> bool {
        self.administer(membership, |roles| roles.can_edit(role))
    }

    /// The values that this person may choose for a permission in a role.
    pub fn allowed_values(&self, membership: usize, role: &str, permission: &str) -> Vec<String> {
        self.administer(membership, |roles| {
            roles
                .allowed_values(role, permission)
                .into_iter()
                .map(|level| level.as_str().to_owned())
                .collect()
        })
    }

    /// What is wrong with giving these values to a role, or without `role` to a new one.
    ///
    /// # Errors
    ///
    /// If no snapshot is in force, or an object cannot be made.
    pub fn check_edit(
        &self,
        membership: usize,
        role: Option<String>,
        based_on: Option<String>,
        values: &str,
    ) -> Result<JsValue, JsValue> {
        let proposal = match &role {
            Some(role) => Proposal::Edit(role),
            None => Proposal::New {
                based_on: based_on.as_deref(),
            },
        };
        // An edit that was not checked must not look like one without violations.
        let violations = self
            .administer(membership, |roles| Some(roles.check_edit(proposal, values)))
            .ok_or_else(|| js_sys::Error::new("no snapshot is in force"))?;
        list(&violations, shapes::Violation::from)
    }
}

impl Engine {
    /// Why the catalog that a token's snapshot names cannot be used, if it is here in a newer format.
    fn refusal_of_newer(&self, token: &str, now: f64) -> Option<Error> {
        let wanted = self.loader.borrow().wanted(token, time(now)).ok()??;
        let named = wanted.catalog.digest();
        let (_, error) = self.newer.iter().find(|(digest, _)| digest == named)?;
        Some(error.clone())
    }

    fn with_catalog<T>(&self, tell: impl FnOnce(&Catalog) -> T) -> Option<T> {
        let loader = self.loader.borrow();
        let in_force = loader.gate().map(|gate| gate.snapshot().catalog());
        in_force.or(self.only.as_ref()).map(|catalog| tell(catalog))
    }

    fn seen_from<T>(
        &self,
        membership: usize,
        ask: impl FnOnce(GateView<'_>) -> Result<T, JsValue>,
    ) -> Result<T, JsValue> {
        let loader = self.loader.borrow();
        let gate = loader
            .gate()
            .ok_or_else(|| js_sys::Error::new("no snapshot is loaded"))?;
        ask(gate.in_membership(membership))
    }

    fn administer<T: Default>(&self, membership: usize, ask: impl FnOnce(Roles<'_>) -> T) -> T {
        let loader = self.loader.borrow();
        let roles = |gate: &Gate, now| ask(gate.in_membership(membership).roles(now));
        loader
            .gate()
            .zip(self.now.get())
            .map(|(gate, now)| roles(gate, now))
            .unwrap_or_default()
    }
}

/// The time that JavaScript gives. One that is not plausible becomes the first second of 1970, which the
/// core does not believe.
fn time(milliseconds: f64) -> UnixTime {
    UnixTime::from_millis(milliseconds).unwrap_or(UnixTime::from_secs(0))
}

fn threshold(top: bool) -> Threshold {
    if top {
        Threshold::Top
    } else {
        Threshold::Least
    }
}

fn with_assignment<T>(
    roles: Option<&[String]>,
    is_self: bool,
    ask: impl FnOnce(Assignment<'_>) -> T,
) -> T {
    let roles: Option<Vec<&str>> = roles.map(|roles| roles.iter().map(String::as_str).collect());
    ask(Assignment {
        target: roles.as_deref(),
        is_self,
    })
}

fn list<'a, T, S: serde::Serialize>(
    items: &'a [T],
    shape: impl Fn(&'a T) -> S,
) -> Result<JsValue, JsValue> {
    to_js(&items.iter().map(shape).collect::<Vec<_>>())
}

fn to_js(value: &impl serde::Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    Ok(value.serialize(&serializer)?)
}

impl From<Error> for JsValue {
    fn from(error: Error) -> JsValue {
        let object = js_sys::Error::new(&error.to_string());
        // Neither a setter for `code` on a polluted prototype nor a polluted descriptor can interfere.
        let descriptor = Object::create(JsValue::NULL.unchecked_ref());
        let code = JsValue::from_str(error.code().as_str());
        // Defining a member of a fresh error object cannot fail.
        let _ = Reflect::set(&descriptor, &"value".into(), &code);
        let _ = Reflect::define_property(&object, &"code".into(), &descriptor);
        object.into()
    }
}
