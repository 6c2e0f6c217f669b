//! The people of the demo and what they are in each product, from `people.json`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::demo::catalogs::CATALOGS;
use crate::failure::Failure;
use crate::signer::sha256;

/// One product of the demo, with everything that its snapshots need.
#[derive(Debug)]
pub(crate) struct Product {
    pub(crate) id: String,
    label: Value,
    pub(crate) sha256: String,
    /// The ids of the catalog's roles.
    roles: Vec<String>,
    packages: Vec<Package>,
    people: Vec<Person>,
}

/// Something that a customer can buy, and the roles that the customer adds if it allows that.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Package {
    id: String,
    label: Value,
    pub(crate) entitlements: Value,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) roles: Vec<Added>,
}

/// A role that the customer adds, exactly as the snapshot carries it.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Added {
    id: String,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

/// Somebody whose snapshot the demo signs.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Person {
    pub(crate) id: String,
    label: Value,
    memberships: Vec<Membership>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Membership {
    roles: Vec<String>,
    #[serde(flatten)]
    rest: Map<String, Value>,
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
        #[derive(Deserialize)]
        struct Catalog {
            label: Value,
            roles: Vec<Added>,
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
                let catalog: Catalog =
                    serde_json::from_slice(bytes).map_err(|error| broken("catalog", error))?;
                Ok(Self {
                    label: catalog.label,
                    roles: catalog.roles.into_iter().map(|role| role.id).collect(),
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

    /// The package with this id; without one, the product's first.
    pub(crate) fn package(&self, id: Option<&str>) -> Option<&Package> {
        self.packages
            .iter()
            .find(|package| id.is_none_or(|id| package.id == id))
    }

    /// The person's memberships on that package, without roles that it does not let the customer add.
    pub(crate) fn memberships(&self, person: &Person, package: &Package) -> Vec<Membership> {
        let is_there = |role: &String| {
            self.roles.contains(role) || package.roles.iter().any(|added| added.id == *role)
        };
        let mut memberships = person.memberships.clone();
        for membership in &mut memberships {
            membership.roles.retain(is_there);
        }
        memberships
    }

    /// What the page needs to offer people and packages for choice.
    pub(crate) fn overview(&self) -> Value {
        json!({"id": self.id, "label": self.label, "people": self.people, "packages": self.packages})
    }
}
