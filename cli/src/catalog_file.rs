//! A catalog file as it is written, to show and compare it. The library decides whether it is valid.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::path::Path;
use std::sync::Arc;

use rolegate::Catalog;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::failure::Failure;
use crate::files;

/// Reads a catalog file: its bytes, and the catalog. A file that is not valid is refused.
pub(crate) fn read(path: &Path) -> Result<(Vec<u8>, Arc<Catalog>), Failure> {
    let bytes = files::read(path)?;
    let catalog = Catalog::parse(&bytes).map_err(|error| {
        Failure::coded(error.code(), format_args!("{}: {error}", path.display()))
    })?;
    Ok((bytes, Arc::new(catalog)))
}

#[derive(Debug, Deserialize)]
pub(crate) struct CatalogFile {
    pub(crate) id: String,
    pub(crate) label: Label,
    #[serde(default)]
    pub(crate) entitlements: Vec<Entitlement>,
    #[serde(default)]
    pub(crate) layers: Vec<String>,
    #[serde(default)]
    pub(crate) filters: Vec<String>,
    pub(crate) groups_per_membership: Option<u64>,
    #[serde(default)]
    pub(crate) records: BTreeMap<String, RecordKind>,
    pub(crate) areas: Vec<Area>,
    pub(crate) roles: Vec<Role>,
    #[serde(default)]
    pub(crate) new_role_values: BTreeMap<String, Cell>,
    pub(crate) custom_roles: Option<CustomRoles>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Entitlement {
    pub(crate) id: String,
    pub(crate) label: Label,
    #[serde(default)]
    pub(crate) includes: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct RecordKind {
    pub(crate) label: Label,
    pub(crate) relations: Vec<String>,
    pub(crate) filters: Option<Vec<String>>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Area {
    pub(crate) id: String,
    pub(crate) label: Label,
    pub(crate) description: Option<Label>,
    pub(crate) permissions: Vec<Permission>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Permission {
    pub(crate) id: String,
    pub(crate) label: Label,
    pub(crate) values: String,
    pub(crate) record: Option<String>,
    #[serde(default)]
    pub(crate) needs: Vec<Need>,
    #[serde(default)]
    pub(crate) requires: Vec<Value>,
    pub(crate) rule: Option<Value>,
    #[serde(default)]
    pub(crate) when_denied: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) reserved: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Role {
    pub(crate) id: String,
    pub(crate) label: Label,
    pub(crate) description: Option<Label>,
    pub(crate) values: BTreeMap<String, Cell>,
    #[serde(default)]
    pub(crate) unlocked: BTreeMap<String, Vec<String>>,
    #[serde(flatten)]
    pub(crate) administration: Administration,
}

/// The roles that tenants add.
#[derive(Debug, Deserialize)]
pub(crate) struct CustomRoles {
    pub(crate) bases: Option<Vec<String>>,
    #[serde(default = "yes")]
    pub(crate) without_base: bool,
    #[serde(default)]
    pub(crate) needs: Vec<Need>,
    #[serde(flatten)]
    pub(crate) administration: Administration,
}

const fn yes() -> bool {
    true
}

#[derive(Debug, Deserialize)]
pub(crate) struct Administration {
    pub(crate) editable_by: Option<Value>,
    pub(crate) assignable_by: Option<Value>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum Need {
    One(String),
    AnyOf(Vec<String>),
}

/// A name in several languages.
#[derive(Debug, Deserialize, Serialize)]
#[serde(transparent)]
pub(crate) struct Label(BTreeMap<String, String>);

impl CatalogFile {
    /// Reads the bytes of a valid catalog.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Failure> {
        serde_json::from_slice(bytes).map_err(|error| {
            Failure::failed(format_args!(
                "cannot read the valid catalog a second time: {error}"
            ))
        })
    }

    /// Whether a tenant may add a role that starts from the catalog's values for new ones.
    pub(crate) fn starts_new_roles(&self) -> bool {
        self.custom_roles
            .as_ref()
            .is_some_and(|custom| custom.without_base)
    }
}

impl Label {
    /// The name in that language, or in English if there is none.
    pub(crate) fn in_language(&self, language: &str) -> &str {
        self.0
            .get(language)
            .or_else(|| self.0.get("en"))
            .map_or("", String::as_str)
    }

    /// Every language with its name.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(language, name)| (language.as_str(), name.as_str()))
    }
}

/// What a role says about one permission.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(from = "WrittenCell")]
pub(crate) struct Cell {
    value: String,
    #[serde(rename = "if", skip_serializing_if = "Vec::is_empty")]
    relations: Vec<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unknown: bool,
}

/// The two ways to write a cell.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenCell {
    Plain(String),
    Full {
        value: String,
        #[serde(default, rename = "if")]
        relations: Vec<String>,
        #[serde(default)]
        unknown: bool,
    },
}

impl Cell {
    /// What a permission is worth to a role that does not list it.
    pub(crate) fn off() -> Self {
        Self {
            value: "off".to_owned(),
            relations: Vec::new(),
            unknown: false,
        }
    }
}

impl From<WrittenCell> for Cell {
    fn from(written: WrittenCell) -> Self {
        match written {
            WrittenCell::Plain(value) => Self {
                value,
                ..Self::off()
            },
            WrittenCell::Full {
                value,
                relations,
                unknown,
            } => Self {
                value,
                relations,
                unknown,
            },
        }
    }
}

impl Display for Cell {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (self.unknown, self.relations.as_slice()) {
            (true, _) => f.write_str("unknown"),
            (false, []) => f.write_str(&self.value),
            (false, relations) => write!(f, "{} if {}", self.value, relations.join(" or ")),
        }
    }
}
