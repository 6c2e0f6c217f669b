//! The plain objects that cross to JavaScript. The core's own types are never serialized.

use serde::{Serialize, Serializer};

use crate::catalog::{self, Catalog, FactName, Relation};
use crate::collections::Index;
use crate::error;
use crate::gate::{self, meaning};
use crate::loader;
use crate::snapshot::{Membership, Snapshot};
use crate::value::Level;

#[derive(Serialize)]
pub(super) struct Permission<'a> {
    id: &'a str,
    values: &'static str,
    /// The position of its record kind, or -1 without one.
    record: i32,
}

pub(super) fn permissions(catalog: &Catalog) -> Vec<Permission<'_>> {
    catalog
        .permissions
        .iter()
        .map(|permission| Permission {
            id: &permission.id,
            values: permission.values.as_str(),
            record: permission.record.map_or(-1, |record| record as i32),
        })
        .collect()
}

#[derive(Serialize)]
pub(super) struct RecordKind<'a> {
    id: &'a str,
    relations: Vec<&'static str>,
}

pub(super) fn records(catalog: &Catalog) -> Vec<RecordKind<'_>> {
    catalog
        .records
        .iter()
        .map(|kind| RecordKind {
            id: &kind.id,
            relations: words(&kind.relations),
        })
        .collect()
}

fn words(relations: &[Relation]) -> Vec<&'static str> {
    relations.iter().map(|relation| relation.as_str()).collect()
}

#[derive(Serialize)]
pub(super) struct Problem<'a> {
    place: &'a str,
    message: &'a str,
}

impl<'a> From<&'a error::Problem> for Problem<'a> {
    fn from(problem: &'a error::Problem) -> Problem<'a> {
        Problem {
            place: &problem.place,
            message: &problem.message,
        }
    }
}

/// A catalog that a snapshot needs and that is not here, and whom the snapshot is about.
#[derive(Serialize)]
pub(super) struct Wanted<'a> {
    id: &'a str,
    sha256: String,
    subject: &'a str,
}

impl<'a> From<&'a loader::Wanted> for Wanted<'a> {
    fn from(wanted: &'a loader::Wanted) -> Self {
        Wanted {
            id: wanted.catalog.id(),
            sha256: wanted.catalog.sha256(),
            subject: &wanted.subject,
        }
    }
}

/// What one fact means, for every possible id; see [`Engine::meanings`](super::Engine::meanings).
pub(super) struct Meanings<'a> {
    pub(super) ids: Vec<&'a str>,
    pub(super) bits: Vec<u32>,
    pub(super) other: u32,
    pub(super) empty: u32,
}

pub(super) fn meanings<'a>(
    snapshot: &'a Snapshot,
    membership: &'a Membership,
    record: &catalog::RecordKind,
    fact: FactName,
) -> Meanings<'a> {
    let mean = |id| meaning(snapshot, membership, record, fact, id);
    let other = mean(Some("")); // No person or thing has an empty id.
    let own = [&snapshot.subject, &membership.workspace];
    let filtered = membership
        .filters
        .iter()
        .flat_map(|filter| &filter.members)
        .filter(|(member, _)| member.fact() == fact)
        .flat_map(|(_, ids)| ids);
    let mut named = Index::default();
    let (ids, bits) = own
        .into_iter()
        .chain(&membership.groups)
        .chain(filtered)
        .filter(|id| named.add(id.as_str()).is_some())
        .map(|id| (id.as_str(), mean(Some(id))))
        .filter(|(_, bits)| *bits != other)
        .unzip();
    Meanings {
        ids,
        bits,
        other,
        empty: mean(None),
    }
}

#[derive(Serialize)]
pub(super) struct Missing<'a> {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    permission: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<Vec<Missing<'a>>>,
    changes: Vec<Change<'a>>,
}

impl<'a> From<&'a gate::Missing> for Missing<'a> {
    fn from(missing: &'a gate::Missing) -> Missing<'a> {
        let prerequisite = missing.prerequisite.as_ref();
        Missing {
            code: missing.code.as_str(),
            permission: prerequisite.map(|(permission, _)| permission.as_str()),
            at_least: prerequisite.map(|(_, level)| level.as_str()),
            missing: prerequisite.map(|_| missing.missing.iter().map(Missing::from).collect()),
            changes: missing.changes.iter().map(Change::from).collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Change<'a> {
    Role(&'a str),
    Relations(Vec<&'static str>),
    Entitlements(&'a [String]),
    Record(&'a str),
    Together(Vec<Change<'a>>),
    #[serde(untagged)]
    Values {
        #[serde(serialize_with = "by_name")]
        values: &'a [(String, Level)],
        #[serde(skip_serializing_if = "Vec::is_empty")]
        relations: Vec<&'static str>,
    },
}

/// An object from permission to value.
fn by_name<S: Serializer>(values: &[(String, Level)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(values.iter().map(|(name, level)| (name, level.as_str())))
}

impl<'a> From<&'a gate::Change> for Change<'a> {
    fn from(change: &'a gate::Change) -> Change<'a> {
        match change {
            gate::Change::Role(role) => Change::Role(role),
            gate::Change::Values { values, relations } => Change::Values {
                values,
                relations: words(relations),
            },
            gate::Change::Relations(relations) => Change::Relations(words(relations)),
            gate::Change::Entitlements(entitlements) => Change::Entitlements(entitlements),
            gate::Change::Record(kind) => Change::Record(kind),
            gate::Change::Together(changes) => {
                Change::Together(changes.iter().map(Change::from).collect())
            }
        }
    }
}

#[derive(Serialize)]
#[serde(tag = "step", rename_all = "lowercase")]
pub(super) enum Step<'a> {
    Role {
        role: &'a str,
        value: &'static str,
        #[serde(rename = "if", skip_serializing_if = "Option::is_none")]
        only_if: Option<Vec<&'static str>>,
    },
    Layer {
        from: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<&'a str>,
        value: &'static str,
        wins: bool,
    },
    Part {
        permission: &'a str,
        value: &'static str,
    },
    Relation {
        relation: &'static str,
        holds: bool,
    },
    Value {
        value: &'static str,
    },
    Prerequisite {
        permission: &'a str,
        at_least: &'static str,
        holds: bool,
    },
    Filter {
        passes: bool,
    },
    Entitlement {
        any_of: &'a [String],
        holds: bool,
    },
}

impl<'a> From<&'a gate::Step> for Step<'a> {
    fn from(step: &'a gate::Step) -> Step<'a> {
        match step {
            gate::Step::Role {
                role,
                value,
                only_if,
            } => Step::Role {
                role,
                value: value.as_str(),
                only_if: only_if.as_deref().map(words),
            },
            gate::Step::Layer {
                from,
                id,
                value,
                wins,
            } => Step::Layer {
                from: from.as_str(),
                id: id.as_deref(),
                value: value.as_str(),
                wins: *wins,
            },
            gate::Step::Part { permission, value } => Step::Part {
                permission,
                value: value.as_str(),
            },
            gate::Step::Relation { relation, holds } => Step::Relation {
                relation: relation.as_str(),
                holds: *holds,
            },
            gate::Step::Value { value } => Step::Value {
                value: value.as_str(),
            },
            gate::Step::Prerequisite {
                permission,
                at_least,
                holds,
            } => Step::Prerequisite {
                permission,
                at_least: at_least.as_str(),
                holds: *holds,
            },
            gate::Step::Filter { passes } => Step::Filter { passes: *passes },
            gate::Step::Entitlement { any_of, holds } => Step::Entitlement {
                any_of,
                holds: *holds,
            },
        }
    }
}

#[derive(Serialize)]
pub(super) struct Violation<'a> {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    permission: Option<&'a str>,
    message: &'a str,
}

impl<'a> From<&'a gate::Violation> for Violation<'a> {
    fn from(violation: &'a gate::Violation) -> Violation<'a> {
        Violation {
            code: violation.code.as_str(),
            permission: violation.permission.as_deref(),
            message: &violation.message,
        }
    }
}
