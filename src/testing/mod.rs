//! Real snapshots of made-up people, for tests of whatever asks a [`Gate`](crate::Gate).
//!
//! A [`Person`] is signed with a throw-away key and verified on the way that every snapshot takes; there
//! is no switch that leaves the signature out. The key is made once per process, and its `kid` begins
//! with `rolegate-test-`, by which [`KeySet::parse`] refuses it: only [`keys`] gives a set that holds
//! it, so an application in production cannot come to trust it.
//!
//! ```
//! # use std::sync::Arc;
//! # use rolegate::Catalog;
//! use rolegate::testing::Person;
//! # let bytes = include_bytes!("../../catalogs/adobe-dynamic-chat.json");
//! let catalog = Arc::new(Catalog::parse(bytes)?);
//! let agent = Person::new(&catalog).roles(["live-agent"]).entitlements(["prime"]);
//!
//! let gate = agent.gate()?;
//! assert!(gate.in_workspace(None).can("conversation-summary.view", None, agent.now()));
//! # Ok::<(), rolegate::Error>(())
//! ```
//!
//! An application that loads tokens itself gets them from [`Person::token`], and trusts [`keys`].
//!
//! The feature `testing` belongs among the features of a *dev-dependency*: what is released does without.
//! On `wasm32-unknown-unknown` the key's random numbers come from the page or from Node.

mod clock;
mod key;
mod person;

use crate::token::KeySet;

pub use clock::Clock;
pub use person::Person;

/// What snapshots of people have as `iss` and as `aud`, unless they say otherwise.
pub const NAME: &str = "rolegate-test";

/// The key set that verifies what is signed here. It is the only one that holds a key made for tests.
#[must_use]
pub fn keys() -> KeySet {
    key::of_tests().set()
}

/// The token of any claims, unchecked: for what [`Person`] cannot say, and for snapshots that have to be
/// refused.
#[must_use]
pub fn sign(claims: &str) -> String {
    key::of_tests().sign(claims.as_bytes())
}
