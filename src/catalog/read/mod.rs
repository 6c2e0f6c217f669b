//! From a catalog's bytes to a [`Catalog`], with every problem and its place.
//!
//! The file is read in two passes: the first collects all names ([`declared`]), the second reads
//! everything that refers to them.

// A module uses only modules that stand above it.
mod declared;
mod part;

mod entitlement;
mod record;
mod rule;

mod permission;
mod role;

use crate::catalog::{Catalog, CatalogName, FilterMember, hash, order};
use crate::error::{Error, ErrorCode, Problem};
use crate::formats::{FORMATS, check_version};
use crate::json::{self, Node, Object};

use declared::Declared;
use part::{Problems, read_identifier};

pub(crate) use part::read_label;
pub(crate) use role::read_grants;

impl Catalog {
    /// Reads and validates the bytes of a catalog file.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::CatalogInvalid`] with the first problem; [`Catalog::check`] lists all of them.
    pub fn parse(bytes: &[u8]) -> Result<Catalog, Error> {
        Catalog::parse_hashed(bytes, hash(bytes)?)
    }

    /// Reads and validates the catalog of this name from bytes that somebody may have changed, on the
    /// network or in a store.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::CatalogMismatch`] if the hash differs from that of the name, otherwise as
    /// [`Catalog::parse`].
    pub fn parse_named(bytes: &[u8], name: &CatalogName) -> Result<Catalog, Error> {
        Catalog::parse_hashed(bytes, name.verify(bytes)?)
    }

    /// Reads and validates bytes whose hash is known.
    pub(crate) fn parse_hashed(bytes: &[u8], digest: [u8; 32]) -> Result<Catalog, Error> {
        check_hashed(bytes, digest).map_err(|problems| {
            problems.into_iter().next().map_or_else(
                || Error::new(ErrorCode::CatalogInvalid, "the catalog is refused"),
                |problem| problem.into_error(ErrorCode::CatalogInvalid),
            )
        })
    }

    /// Reads and validates the bytes of a catalog file, and lists everything that is wrong.
    ///
    /// ```
    /// use rolegate::Catalog;
    /// let problems = Catalog::check(br#"{"format": 1, "id": "Shop", "areas": []}"#).unwrap_err();
    /// assert_eq!(problems[0].to_string(), "`label` is missing");
    /// assert_eq!(problems[1].to_string(), "`roles` is missing");
    /// assert_eq!(problems[2].place, "id");
    /// ```
    ///
    /// # Errors
    ///
    /// The problems, at least one: those of names first, then those of what refers to names, both in
    /// the order of the format.
    pub fn check(bytes: &[u8]) -> Result<Catalog, Vec<Problem>> {
        let digest = hash(bytes).map_err(|error| vec![whole(error.to_string())])?;
        check_hashed(bytes, digest)
    }
}

fn check_hashed(bytes: &[u8], digest: [u8; 32]) -> Result<Catalog, Vec<Problem>> {
    let value = json::parse(bytes)
        .map_err(|what| vec![whole(format!("the catalog is refused: {what}"))])?;
    catalog(&Node::root(&value), digest)
}

/// A problem with a whole file.
fn whole(message: String) -> Problem {
    Problem {
        place: String::new(),
        message,
    }
}

const MEMBERS: &[&str] = &[
    "$schema",
    "format",
    "id",
    "label",
    "entitlements",
    "layers",
    "filters",
    "groups_per_membership",
    "records",
    "areas",
    "roles",
    "new_role_values",
    "custom_roles",
];

/// Reads the members that refer to nothing, then all names, then everything that refers to names.
fn catalog(root: &Node<'_>, digest: [u8; 32]) -> Result<Catalog, Vec<Problem>> {
    let whole = root.open_object().map_err(|problem| vec![*problem])?;
    let mut problems = Problems::default();
    // The version comes first: a newer one may have members that this release does not know.
    problems.member(&whole, "format", |node| {
        check_version(node, FORMATS.catalog)
    });
    if problems.keep(root.object(MEMBERS)).is_none() {
        return Err(problems.0);
    }
    for member in ["format", "id", "label", "areas", "roles"] {
        problems.keep(whole.required(member));
    }
    problems.member(&whole, "$schema", |node| node.string().map(drop));
    let id = problems.member(&whole, "id", |node| {
        read_identifier(node).map(str::to_owned)
    });
    problems.member(&whole, "label", read_label);
    let layers = problems.member(&whole, "layers", record::layers);
    let filters: Vec<FilterMember> = problems.member(&whole, "filters", |node| node.words());
    let groups_per_membership = problems.member(&whole, "groups_per_membership", |node| {
        node.integer().map(Some)
    });

    let declared = declare(&whole, &filters, &mut problems);

    let entitlements = whole.optional("entitlements");
    let entitlements = entitlements
        .map(|list| entitlement::read(&list, &declared, &mut problems))
        .unwrap_or_default();
    let areas = whole.optional("areas");
    let permissions = areas
        .map(|areas| permission::read(&areas, &declared, &mut problems))
        .unwrap_or_default();
    let roles = whole.optional("roles");
    let roles = roles
        .map(|list| role::read(&list, &declared, &permissions, &mut problems))
        .unwrap_or_default();
    let new_role_values = problems.member(&whole, "new_role_values", |node| {
        read_grants(node, &permissions, &declared.records)
    });
    let custom_roles = problems.member(&whole, "custom_roles", |node| {
        role::custom_roles(node, &declared).map(Some)
    });
    let order =
        problems.or_default(order::resolve(&permissions).map_err(|what| root.problem(what)));
    let catalog = Catalog {
        name: CatalogName { id, digest },
        entitlements,
        layers,
        filters,
        groups_per_membership,
        records: declared.records,
        permissions,
        roles,
        new_role_values,
        custom_roles,
        order,
    };
    if problems.0.is_empty() {
        Ok(catalog)
    } else {
        Err(problems.0)
    }
}

/// The first pass: collects all names.
fn declare(catalog: &Object<'_>, filters: &[FilterMember], problems: &mut Problems) -> Declared {
    let mut declared = Declared::default();
    if let Some(list) = catalog.optional("entitlements") {
        entitlement::declare(&list, &mut declared.entitlements, problems);
    }
    if let Some(node) = catalog.optional("records") {
        record::declare(&node, filters, &mut declared.records, problems);
    }
    if let Some(areas) = catalog.optional("areas") {
        let Declared {
            records,
            permissions,
            ..
        } = &mut declared;
        permission::declare(&areas, records, permissions, problems);
    }
    if let Some(list) = catalog.optional("roles") {
        role::declare(&list, &mut declared.roles, problems);
    }
    declared
}
