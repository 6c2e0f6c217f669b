//! Memberships: roles, groups, layers and filters.

use crate::catalog::{Catalog, FilterMember, Grant, LayerKind, Names, Role, read_grants};
use crate::collections::ByPosition;
use crate::error::Problem;
use crate::json::{Node, Object, Read};
use crate::limits::LIMITS;
use crate::snapshot::model::role_position;
use crate::snapshot::read::list::{ids, set};
use crate::snapshot::read::role::not_reserved;
use crate::snapshot::{Filter, Layer, Membership};
use crate::value::Level;

pub(super) fn memberships(
    payload: &Object<'_>,
    catalog: &Catalog,
    new_roles: &Names<Role>,
    warnings: &mut Vec<Problem>,
) -> Read<Vec<Membership>> {
    let list = payload.required("memberships")?;
    let mut memberships: Vec<Membership> = Vec::new();
    for item in list.items(LIMITS.memberships)? {
        let membership = membership(&item, catalog, new_roles, warnings)?;
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
    new_roles: &Names<Role>,
    warnings: &mut Vec<Problem>,
) -> Read<Membership> {
    let member = node.object(&["workspace", "roles", "groups", "layers", "filters"])?;
    let workspace = member
        .required("workspace")?
        .text(LIMITS.id_bytes)?
        .to_owned();
    let list = member.required("roles")?;
    let mut roles = Vec::new();
    for item in set(&list, LIMITS.roles, warnings)? {
        let position = role_position(catalog, new_roles, item.string()?).ok_or_else(|| {
            item.problem("is neither a role of the catalog nor one of the snapshot")
        })?;
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
        return Err(node
            .problem("must have as many `groups` as the catalog's `groups_per_membership` says"));
    }
    let layers = member
        .optional("layers")
        .map(|list| layers(&list, catalog, &groups))
        .transpose()?;
    let filters = match member.optional("filters") {
        Some(list) => filters(&list, catalog, warnings)?,
        // If the catalog has filters, a missing list must not mean that the person sees everything.
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

fn layers(list: &Node<'_>, catalog: &Catalog, groups: &[String]) -> Read<Vec<Layer>> {
    let mut layers: Vec<Layer> = Vec::new();
    for item in list.items(LayerKind::ALL.len())? {
        let member = item.object(&["from", "id", "values"])?;
        let node = member.required("from")?;
        let from: LayerKind = node.word()?;
        if !catalog.layers.contains(&from) {
            return Err(node.problem("is not among the layers of the catalog"));
        }
        if layers.iter().any(|other| other.from == from) {
            return Err(node.problem("is repeated"));
        }
        let id = match (from, member.optional("id")) {
            (LayerKind::Group, id) => {
                let id = id.ok_or_else(|| item.problem("`id` is missing"))?;
                let text = id.text(LIMITS.id_bytes)?.to_owned();
                if !groups.contains(&text) {
                    return Err(id.problem("is not one of the membership's groups"));
                }
                Some(text)
            }
            (_, Some(id)) => return Err(id.problem("is allowed for a group layer only")),
            (_, None) => None,
        };
        let values = plain_values(&member.required("values")?, catalog)?;
        let at = layers.partition_point(|other| other.from < from);
        layers.insert(at, Layer { from, id, values });
    }
    Ok(layers)
}

fn plain_values(node: &Node<'_>, catalog: &Catalog) -> Read<ByPosition<Level>> {
    let mut values = ByPosition::default();
    for (position, grant) in read_grants(node, &catalog.permissions, &catalog.records)? {
        if grant != Grant::plain(grant.level) {
            return Err(
                node.problem("the values of a layer must be plain: neither `if` nor `unknown`")
            );
        }
        not_reserved(catalog, node, position, grant.level)?;
        values.insert(position, grant.level);
    }
    Ok(values)
}

fn filters(list: &Node<'_>, catalog: &Catalog, warnings: &mut Vec<Problem>) -> Read<Vec<Filter>> {
    let mut filters = Vec::new();
    let mut count = 0_usize;
    for item in list.items(LIMITS.filter_members)? {
        let mut members = Vec::new();
        for (name, node) in item.entries(FilterMember::ALL.len())? {
            let member =
                FilterMember::parse(name).filter(|member| catalog.filters.contains(member));
            let member =
                member.ok_or_else(|| node.problem("is not among the filters of the catalog"))?;
            members.push((member, ids(&node, LIMITS.filter_ids, warnings)?));
        }
        // A filter without members takes one bit as well, one that no record has.
        count = count.saturating_add(members.len().max(1));
        filters.push(Filter { members });
    }
    if count > LIMITS.filter_members {
        return Err(list.problem(format!(
            "have {count} members in total, the limit is {}",
            LIMITS.filter_members
        )));
    }
    Ok(filters)
}
