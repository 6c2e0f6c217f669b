//! The demo's people: who they are in each product, from `people.json`.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::catalogs::CATALOGS;
use crate::failure::Failure;
use crate::signer::sha256;

/// One product of the demo with everything a snapshot for it needs.
#[derive(Debug)]
pub(crate) struct Product {
    pub(crate) id: String,
    label: Value,
    pub(crate) sha256: String,
    packages: Vec<Package>,
    people: Vec<Person>,
}

/// What the customer may have bought.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Package {
    id: String,
    label: Value,
    pub(crate) entitlements: Value,
}

/// Somebody whose snapshot the demo signs; the last two members stand in it as they are here.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Person {
    pub(crate) id: String,
    label: Value,
    pub(crate) memberships: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) roles: Option<Value>,
}

impl Product {
    /// Every product of `people.json`, in its order.
    pub(crate) fn all() -> Result<Vec<Self>, Failure> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Entry {
            catalog: String,
            packages: Vec<Package>,
            people: Vec<Person>,
        }
        let broken = |what: &str, error: serde_json::Error| {
            Failure::failed(format_args!(
                "this build's own {what} cannot be read: {error}"
            ))
        };
        let entries: Vec<Entry> = serde_json::from_str(include_str!("people.json"))
            .map_err(|error| broken("people", error))?;
        entries
            .into_iter()
            .map(|entry| {
                let (_, bytes) = CATALOGS
                    .iter()
                    .find(|(id, _)| *id == entry.catalog)
                    .ok_or_else(|| {
                        Failure::failed(format_args!(
                            "this build has no catalog `{}`",
                            entry.catalog
                        ))
                    })?;
                let catalog: Value =
                    serde_json::from_slice(bytes).map_err(|error| broken("catalog", error))?;
                Ok(Self {
                    label: catalog.get("label").cloned().unwrap_or_default(),
                    sha256: sha256(bytes),
                    id: entry.catalog,
                    packages: entry.packages,
                    people: entry.people,
                })
            })
            .collect()
    }

    pub(crate) fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The package of this id, the product's first without one.
    pub(crate) fn package(&self, id: Option<&str>) -> Option<&Package> {
        self.packages
            .iter()
            .find(|package| id.is_none_or(|id| package.id == id))
    }

    /// What the page needs to offer a choice of people and packages.
    pub(crate) fn overview(&self) -> Value {
        json!({"id": self.id, "label": self.label, "people": self.people, "packages": self.packages})
    }
}
