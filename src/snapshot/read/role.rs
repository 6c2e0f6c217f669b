//! Edits of catalog roles, and the tenant's new roles.

use crate::catalog::{Catalog, Grant, Names, NoNewRole, Role, Unlocked, read_grants, read_label};
use crate::collections::ByPosition;
use crate::json::{self, Node, Object, Read};
use crate::limits::LIMITS;
use crate::name;
use crate::value::Level;

/// Reads edits of catalog roles and new roles.
pub(super) fn roles(
    payload: &Object<'_>,
    catalog: &Catalog,
    entitlements: &[bool],
) -> Read<(ByPosition<Role>, Names<Role>)> {
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
                return Err(
                    id_node.problem("is not an identifier: write lower-case words joined by `-`")
                );
            }
            !new.add(id, new_role(&item, catalog, entitlements)?)
        };
        if taken {
            return Err(id_node.problem("is repeated"));
        }
    }
    Ok((edited, new))
}

fn edited_role(member: &Object<'_>, catalog: &Catalog, position: usize) -> Read<Option<Role>> {
    for name in ["label", "based_on"] {
        if let Some(node) = member.optional(name) {
            return Err(node.problem("must not be set for the edit of a catalog role"));
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

fn new_role(node: &Node<'_>, catalog: &Catalog, entitlements: &[bool]) -> Read<Role> {
    let member = node.open_object()?;
    let id_node = member.required("id")?;
    let base_node = member.optional("based_on");
    let base = base_node
        .as_ref()
        .map(|base| catalog.roles.find(base, "roles"))
        .transpose()?;
    let custom =
        catalog
            .may_add_role(base, entitlements)
            .map_err(|why| match (why, &base_node) {
                (NoNewRole::Never, _) => id_node
                    .problem("is not a role of the catalog, and the catalog lets tenants add none"),
                (NoNewRole::NotEntitled(any), _) => {
                    let names = any.iter().filter_map(|one| catalog.entitlements.get(*one));
                    let names: Vec<&str> = names.map(|one| one.id.as_str()).collect();
                    let names = json::list(&names);
                    id_node.problem(format!(
                        "is a new role, which needs the entitlement {names}"
                    ))
                }
                (NoNewRole::Base, Some(base)) => {
                    base.problem("is not a role on which a new one may be based")
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
        unlocked: Unlocked::default(),
        based_on: base.map(|role| role.id.clone()),
        administration: custom.administration.clone(),
    })
}

/// Refuses a value that is neither the role's own nor one that the role unlocks.
fn keep_to(
    role: &Role,
    catalog: &Catalog,
    node: &Node<'_>,
    position: usize,
    grant: Grant,
) -> Read<()> {
    if role.allows(position, grant) {
        return Ok(());
    }
    let permission = catalog.permissions.get(position);
    let name = permission.map_or("", |permission| permission.id.as_str());
    Err(node.problem(format!(
        "the value of `{name}` is neither the one of the role nor one that it unlocks"
    )))
}

/// Refuses a value that only roles of the catalog may give.
pub(super) fn not_reserved(
    catalog: &Catalog,
    node: &Node<'_>,
    position: usize,
    level: Level,
) -> Read<()> {
    match catalog.permissions.get(position) {
        Some(permission) if permission.reserved && level > Level::Off => Err(node.problem(
            format!("`{}` is reserved for roles of the catalog", permission.id),
        )),
        _ => Ok(()),
    }
}
