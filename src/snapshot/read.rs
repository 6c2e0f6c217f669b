//! From a payload's JSON to a [`Snapshot`] that fits its catalog.

use std::sync::Arc;

use crate::catalog::{
    Catalog, CatalogName, FilterMember, Grant, LayerKind, Names, NoNewRole, Role, read_grants,
    read_label,
};
use crate::collections::{ByPosition, Index};
use crate::error::{Error, ErrorCode, Problem};
use crate::json::{self, Node, Object};
use crate::limits::LIMITS;
use crate::name;
use crate::snapshot::{Claims, Filter, Layer, Membership, Snapshot};
use crate::token::base64url;
use crate::value::Level;

/// Reads which catalog a payload is written for, once its format is known.
pub(crate) fn catalog_name(root: &Node<'_>) -> Result<CatalogName, Error> {
    let payload = root.open_object().map_err(refused)?;
    format(&payload).map_err(refused)?;
    named(&payload).map_err(refused)
}

fn refused(problem: Problem) -> Error {
    problem.into_error(ErrorCode::SnapshotInvalid)
}

/// Reads everything that the claims have not.
pub(crate) fn snapshot(
    root: &Node<'_>,
    catalog: &Arc<Catalog>,
    claims: &Claims,
) -> Result<Snapshot, Error> {
    let name = catalog_name(root)?;
    if name != catalog.name {
        return Err(name.not_among([&catalog.name].into_iter()));
    }
    let payload = root.open_object().map_err(refused)?;
    let mut warnings = Vec::new();
    let entitlements = entitlements(&payload, catalog, &mut warnings).map_err(refused)?;
    let (edited_roles, new_roles) = roles(&payload, catalog, &entitlements).map_err(refused)?;
    let mut snapshot = Snapshot {
        catalog: Arc::clone(catalog),
        subject: claims.subject.clone(),
        seq: claims.seq,
        period: claims.period,
        entitlements,
        memberships: Vec::new(),
        edited_roles,
        new_roles,
        warnings: Vec::new(),
    };
    snapshot.memberships =
        memberships(&payload, catalog, &snapshot, &mut warnings).map_err(refused)?;
    snapshot.warnings = warnings;
    Ok(snapshot)
}

fn format(payload: &Object<'_>) -> Result<(), Problem> {
    let node = payload.required("fmt")?;
    match node.integer()? {
        1 => Ok(()),
        // A new restricting part comes with a new format, so that no old client overlooks it.
        _ => Err(node.problem("is a format that this version does not know")),
    }
}

fn named(payload: &Object<'_>) -> Result<CatalogName, Problem> {
    let node = payload.required("catalog")?;
    let member = node.object(&["id", "sha256"])?;
    let node = member.required("id")?;
    let id = node.string()?;
    if !name::is_identifier(id) {
        return Err(node.problem("is no identifier: lower-case words joined by `-`"));
    }
    let node = member.required("sha256")?;
    let digest = base64url::decode_array::<32>(node.string()?)
        .ok_or_else(|| node.problem("must be 32 bytes in base64url without padding"))?;
    Ok(CatalogName {
        id: id.to_owned(),
        digest,
    })
}

fn entitlements(
    payload: &Object<'_>,
    catalog: &Catalog,
    warnings: &mut Vec<Problem>,
) -> Result<Vec<bool>, Problem> {
    let mut held = Vec::new();
    if let Some(list) = payload.optional("entitlements") {
        for item in set(&list, LIMITS.entitlements, warnings)? {
            held.push(catalog.entitlements.find(&item, "entitlement")?);
        }
    }
    Ok(catalog.with_included(held))
}

/// Reads edits of catalog roles and new roles.
fn roles(
    payload: &Object<'_>,
    catalog: &Catalog,
    entitlements: &[bool],
) -> Result<(ByPosition<Role>, Names<Role>), Problem> {
    let mut edited = ByPosition::default();
    let mut new = Names::default();
    let Some(list) = payload.optional("roles") else {
        return Ok((edited, new));
    };
    for item in list.items(LIMITS.roles)? {
        let member = item.object(&["id", "label", "based_on", "values"])?;
        let id_node = member.required("id")?;
        let id = id_node.string()?;
        let taken = if let Some(position) = catalog.roles.position(id) {
            let role = edited_role(&member, catalog, position)?;
            role.is_some_and(|role| edited.insert(position, role).is_some())
        } else {
            if !name::is_identifier(id) {
                return Err(id_node.problem("is no identifier: lower-case words joined by `-`"));
            }
            !new.add(id, new_role(&item, catalog, entitlements)?)
        };
        if taken {
            return Err(id_node.problem("is repeated"));
        }
    }
    Ok((edited, new))
}

fn edited_role(
    member: &Object<'_>,
    catalog: &Catalog,
    position: usize,
) -> Result<Option<Role>, Problem> {
    for name in ["label", "based_on"] {
        if let Some(node) = member.optional(name) {
            return Err(node.problem("does not go with the edit of a catalog role"));
        }
    }
    let Some(role) = catalog.roles.get(position) else {
        return Ok(None);
    };
    let node = member.required("values")?;
    let mut values = role.values.clone();
    for (position, grant) in read_grants(&node, &catalog.permissions, &catalog.records)? {
        keep_to(role, catalog, &node, position, grant)?;
        values.insert(position, grant);
    }
    Ok(Some(Role {
        values,
        ..role.clone()
    }))
}

fn new_role(node: &Node<'_>, catalog: &Catalog, entitlements: &[bool]) -> Result<Role, Problem> {
    let member = node.open_object()?;
    let id_node = member.required("id")?;
    let base_node = member.optional("based_on");
    let base = base_node
        .as_ref()
        .map(|base| catalog.roles.find(base, "role"))
        .transpose()?;
    let custom =
        catalog
            .may_add_role(base, entitlements)
            .map_err(|why| match (why, &base_node) {
                (NoNewRole::Never, _) => {
                    id_node.problem("is no role of the catalog, and tenants add none to it")
                }
                (NoNewRole::NotEntitled(any), _) => {
                    let names = any.iter().filter_map(|one| catalog.entitlements.get(*one));
                    let names: Vec<&str> = names.map(|one| one.id.as_str()).collect();
                    let names = json::list(&names);
                    id_node.problem(format!(
                        "is a new role, which needs the entitlement {names}"
                    ))
                }
                (NoNewRole::Base, Some(base)) => {
                    base.problem("is no role that a new one may start from")
                }
                (NoNewRole::Base, None) => {
                    node.problem("`based_on` is missing: every new role has a base")
                }
            })?;
    read_label(&member.required("label")?)?;
    let values_node = member.required("values")?;
    let base = base.and_then(|base| catalog.roles.get(base));
    let mut values = catalog.starting_values(base);
    let given = read_grants(&values_node, &catalog.permissions, &catalog.records)?;
    for (position, grant) in given {
        if let Some(role) = base {
            keep_to(role, catalog, &values_node, position, grant)?;
        }
        not_reserved(catalog, &values_node, position, grant.level)?;
        values.insert(position, grant);
    }
    Ok(Role {
        id: id_node.string()?.to_owned(),
        values,
        unlocked: ByPosition::default(),
        based_on: base.map(|role| role.id.clone()),
        administration: custom.administration.clone(),
    })
}

/// Refuses a value for `role` that is neither its own nor an unlocked one.
fn keep_to(
    role: &Role,
    catalog: &Catalog,
    node: &Node<'_>,
    position: usize,
    grant: Grant,
) -> Result<(), Problem> {
    if role.allows(position, grant) {
        return Ok(());
    }
    let permission = catalog.permissions.get(position);
    let name = permission.map_or("", |permission| permission.id.as_str());
    Err(node.problem(format!(
        "the value of `{name}` is neither the role's own nor unlocked"
    )))
}

/// Refuses a value that only roles of the catalog may give.
fn not_reserved(
    catalog: &Catalog,
    node: &Node<'_>,
    position: usize,
    level: Level,
) -> Result<(), Problem> {
    match catalog.permissions.get(position) {
        Some(permission) if permission.reserved && level > Level::Off => Err(node.problem(
            format!("`{}` is reserved to roles of the catalog", permission.id),
        )),
        _ => Ok(()),
    }
}

fn memberships(
    payload: &Object<'_>,
    catalog: &Catalog,
    snapshot: &Snapshot,
    warnings: &mut Vec<Problem>,
) -> Result<Vec<Membership>, Problem> {
    let list = payload.required("memberships")?;
    let mut memberships: Vec<Membership> = Vec::new();
    for item in list.items(LIMITS.memberships)? {
        let membership = membership(&item, catalog, snapshot, warnings)?;
        if memberships
            .iter()
            .any(|other| other.workspace == membership.workspace)
        {
            return Err(item.problem("has the workspace of an earlier membership"));
        }
        memberships.push(membership);
    }
    Ok(memberships)
}

fn membership(
    node: &Node<'_>,
    catalog: &Catalog,
    snapshot: &Snapshot,
    warnings: &mut Vec<Problem>,
) -> Result<Membership, Problem> {
    let member = node.object(&["workspace", "roles", "groups", "layers", "filters"])?;
    let workspace = member
        .required("workspace")?
        .text(LIMITS.id_bytes)?
        .to_owned();
    let list = member.required("roles")?;
    let mut roles = Vec::new();
    for item in set(&list, LIMITS.roles, warnings)? {
        let position = snapshot
            .role_position(catalog, item.string()?)
            .ok_or_else(|| item.problem("is no role of the catalog or the snapshot"))?;
        roles.push(position);
    }
    let groups = member
        .optional("groups")
        .map(|list| ids(&list, LIMITS.groups, warnings))
        .transpose()?
        .unwrap_or_default();
    if catalog
        .groups_per_membership
        .is_some_and(|count| count != groups.len() as u64)
    {
        return Err(node.problem("has not the number of `groups` that the catalog says"));
    }
    let layers = member
        .optional("layers")
        .map(|list| layers(&list, catalog, &groups))
        .transpose()?;
    let filters = match member.optional("filters") {
        Some(list) => filters(&list, catalog, warnings)?,
        // Where a product filters, silence is not the same as seeing everything.
        None if !catalog.filters.is_empty() => return Err(node.problem("`filters` is missing")),
        None => Vec::new(),
    };
    Ok(Membership {
        workspace,
        roles,
        groups,
        layers: layers.unwrap_or_default(),
        filters,
    })
}

fn layers(list: &Node<'_>, catalog: &Catalog, groups: &[String]) -> Result<Vec<Layer>, Problem> {
    let mut layers: Vec<Layer> = Vec::new();
    for item in list.items(LayerKind::ALL.len())? {
        let member = item.object(&["from", "id", "values"])?;
        let node = member.required("from")?;
        let from: LayerKind = node.word()?;
        if !catalog.layers.contains(&from) {
            return Err(node.problem("is no layer of the catalog"));
        }
        if layers.iter().any(|other| other.from == from) {
            return Err(node.problem("is repeated"));
        }
        let id = match (from, member.optional("id")) {
            (LayerKind::Group, id) => {
                let id = id.ok_or_else(|| item.problem("`id` is missing"))?;
                let text = id.text(LIMITS.id_bytes)?.to_owned();
                if !groups.contains(&text) {
                    return Err(id.problem("is none of the membership's groups"));
                }
                Some(text)
            }
            (_, Some(id)) => return Err(id.problem("goes with a group layer only")),
            (_, None) => None,
        };
        let values = plain_values(&member.required("values")?, catalog)?;
        let at = layers.partition_point(|other| other.from < from);
        layers.insert(at, Layer { from, id, values });
    }
    Ok(layers)
}

fn plain_values(node: &Node<'_>, catalog: &Catalog) -> Result<ByPosition<Level>, Problem> {
    let mut values = ByPosition::default();
    for (position, grant) in read_grants(node, &catalog.permissions, &catalog.records)? {
        if grant != Grant::plain(grant.level) {
            return Err(node.problem("a layer's values are plain"));
        }
        not_reserved(catalog, node, position, grant.level)?;
        values.insert(position, grant.level);
    }
    Ok(values)
}

fn filters(
    list: &Node<'_>,
    catalog: &Catalog,
    warnings: &mut Vec<Problem>,
) -> Result<Vec<Filter>, Problem> {
    let mut filters = Vec::new();
    let mut count = 0_usize;
    for item in list.items(LIMITS.filter_members)? {
        let mut members = Vec::new();
        for (name, node) in item.entries(FilterMember::ALL.len())? {
            let member =
                FilterMember::parse(name).filter(|member| catalog.filters.contains(member));
            let member = member.ok_or_else(|| node.problem("is no filter of the catalog"))?;
            members.push((member, ids(&node, LIMITS.filter_ids, warnings)?));
        }
        // A filter of no members takes one bit too, the one that no record has.
        count = count.saturating_add(members.len().max(1));
        filters.push(Filter { members });
    }
    if count > LIMITS.filter_members {
        return Err(list.problem(format!(
            "have {count} members in all, the limit is {}",
            LIMITS.filter_members
        )));
    }
    Ok(filters)
}

/// A set of the application's own ids.
fn ids(list: &Node<'_>, limit: usize, warnings: &mut Vec<Problem>) -> Result<Vec<String>, Problem> {
    set(list, limit, warnings)?
        .iter()
        .map(|item| item.text(LIMITS.id_bytes).map(str::to_owned))
        .collect()
}

/// The items of a list of ids, each once. A query that joins tables lists an id twice, and an id that
/// is held twice is held: the repetition is dropped, and a warning says so, one for each list.
///
/// The limit bounds what is given, repetitions counted.
fn set<'a>(
    list: &'a Node<'a>,
    limit: usize,
    warnings: &mut Vec<Problem>,
) -> Result<Vec<Node<'a>>, Problem> {
    let mut kept = Vec::new();
    let mut dropped = Vec::new();
    let mut seen = Index::default();
    for item in list.items(limit)? {
        if seen.add(item.string()?).is_some() {
            kept.push(item);
        } else {
            dropped.push(item);
        }
    }
    if let [first, others @ ..] = dropped.as_slice() {
        let others = match others.len() {
            0 => String::new(),
            count => format!(", with {count} more of this list"),
        };
        warnings.push(first.problem(format!("is repeated and dropped{others}")));
    }
    Ok(kept)
}
