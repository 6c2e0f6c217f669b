//! Roles: what they say about permissions, what a tenant may change, who may administer them.

use crate::catalog::read::declared::Declared;
use crate::catalog::read::entitlement::needs;
use crate::catalog::read::part::{
    Problems, declare_each, declare_identifier, read_each, read_label,
};
use crate::catalog::read::rule::{Parts, read_admin_rule, read_level};
use crate::catalog::{
    Administration, CustomRoles, Grant, Grants, Names, Permission, RecordKind, Relation,
    RelationSet, Role, Unlocked,
};
use crate::collections::Index;
use crate::json::{Node, Object, Read};
use crate::limits::LIMITS;
use crate::value::Level;

const ROLE_MEMBERS: &[&str] = &[
    "id",
    "label",
    "description",
    "values",
    "unlocked",
    "editable_by",
    "assignable_by",
];

const CUSTOM_ROLES_MEMBERS: &[&str] = &[
    "bases",
    "without_base",
    "needs",
    "editable_by",
    "assignable_by",
];

pub(super) fn declare(list: &Node<'_>, names: &mut Index, problems: &mut Problems) {
    declare_each(list, LIMITS.roles, problems, &mut |node, problems| {
        declare_identifier(&problems.part(node, ROLE_MEMBERS)?, names)
    });
}

pub(super) fn read(
    list: &Node<'_>,
    declared: &Declared,
    permissions: &Names<Permission>,
    problems: &mut Problems,
) -> Names<Role> {
    let mut all = Names::default();
    let names = &declared.roles;
    read_each(list, LIMITS.roles, names, &mut 0, &mut |part, id| {
        all.add(id, role(part, id, declared, permissions, problems));
    });
    all
}

fn role(
    part: &Object<'_>,
    id: &str,
    declared: &Declared,
    permissions: &Names<Permission>,
    problems: &mut Problems,
) -> Role {
    problems.label(part);
    problems.member(part, "description", read_label);
    let values = values(part, declared, permissions, problems);
    let (values, unlocked) = problems.or_default(values);
    Role {
        id: id.to_owned(),
        values,
        unlocked,
        based_on: None,
        administration: problems.or_default(administration(part, declared)),
    }
}

/// Reads the values of a role, and those that a tenant may choose instead.
fn values(
    part: &Object<'_>,
    declared: &Declared,
    permissions: &Names<Permission>,
    problems: &mut Problems,
) -> Read<(Grants, Unlocked)> {
    let mut values = Grants::default();
    let mut refused = Vec::new();
    let list = part.required("values")?;
    for (name, node) in list.entries(LIMITS.permissions)? {
        let grant = named_grant(name, &node, permissions, &declared.records);
        match problems.keep(grant) {
            Some(grant) => values.extend([grant]),
            None => refused.push(name),
        }
    }
    let mut unlocked = Unlocked::default();
    if let Some(node) = part.optional("unlocked") {
        for (name, node) in node.entries(LIMITS.permissions)? {
            // Whether a value that was refused is repeated, nobody can tell.
            let own = (!refused.contains(&name)).then_some(&values);
            unlocked.extend(problems.keep(unlock(name, &node, permissions, own)));
        }
    }
    Ok((values, unlocked))
}

/// Reads the other values that a tenant may choose for one permission, beside the role's own.
fn unlock(
    name: &str,
    node: &Node<'_>,
    permissions: &Names<Permission>,
    values: Option<&Grants>,
) -> Read<(usize, Vec<Level>)> {
    let (position, permission) = stored(name, node, permissions)?;
    let own = values.map(|values| values.get(position).copied().unwrap_or_default());
    let mut levels = Vec::new();
    for item in node.items(Level::ALL.len())? {
        let level = read_level(&item, permission.values)?;
        if levels.contains(&level) || own == Some(Grant::plain(level)) {
            return Err(item.problem(format!("`{level}` is the role's own value, or is repeated")));
        }
        levels.push(level);
    }
    Ok((position, levels))
}

fn administration(member: &Object<'_>, declared: &Declared) -> Read<Administration> {
    let rule = |name| {
        let node = member.optional(name);
        node.map(|node| read_admin_rule(&node, declared, &mut Parts::new()))
            .transpose()
    };
    Ok(Administration {
        editable_by: rule("editable_by")?,
        assignable_by: rule("assignable_by")?,
    })
}

/// Reads which roles tenants may add.
pub(super) fn custom_roles(node: &Node<'_>, declared: &Declared) -> Read<CustomRoles> {
    let member = node.object(CUSTOM_ROLES_MEMBERS)?;
    let bases = |list: Node<'_>| {
        let names = list.items(LIMITS.roles)?;
        names
            .map(|name| declared.roles.find(&name, "roles"))
            .collect()
    };
    let bases: Option<Vec<usize>> = member.optional("bases").map(bases).transpose()?;
    let without_base = match member.optional("without_base") {
        Some(node) => node.boolean()?,
        None => true,
    };
    if !without_base && bases.as_ref().is_some_and(Vec::is_empty) {
        return Err(node.problem("allows no role to be added: leave `custom_roles` out"));
    }
    Ok(CustomRoles {
        administration: administration(&member, declared)?,
        bases,
        without_base,
        needs: match member.optional("needs") {
            Some(list) => needs(&list, declared)?,
            None => Vec::new(),
        },
    })
}

/// Reads values by permission.
pub(crate) fn read_grants(
    node: &Node<'_>,
    permissions: &Names<Permission>,
    records: &Names<RecordKind>,
) -> Read<Grants> {
    let entries = node.entries(LIMITS.permissions)?;
    entries
        .map(|(name, node)| named_grant(name, &node, permissions, records))
        .collect()
}

fn named_grant(
    name: &str,
    node: &Node<'_>,
    permissions: &Names<Permission>,
    records: &Names<RecordKind>,
) -> Read<(usize, Grant)> {
    let (position, permission) = stored(name, node, permissions)?;
    Ok((position, read_grant(node, permission, records)?))
}

fn read_grant(
    node: &Node<'_>,
    permission: &Permission,
    records: &Names<RecordKind>,
) -> Read<Grant> {
    if node.is_string() {
        return Ok(Grant::plain(read_level(node, permission.values)?));
    }
    let member = node.object(&["value", "if", "unknown"])?;
    let level = read_level(&member.required("value")?, permission.values)?;
    let unknown = match member.optional("unknown") {
        None => false,
        Some(node) if node.boolean()? && level == Level::Off => true,
        Some(node) => return Err(node.problem("must be true, beside the value `off`")),
    };
    let Some(list) = member.optional("if") else {
        if !unknown {
            return Err(node.problem("has neither `if` nor `unknown`, so it must be a plain value"));
        }
        return Ok(Grant {
            level,
            only_if: None,
            unknown,
        });
    };
    let Some(record) = permission.record.and_then(|record| records.get(record)) else {
        return Err(list.problem(format!("`{}` is not about a record", permission.id)));
    };
    if level == Level::Off {
        return Err(list.problem("must not be set beside the value `off`"));
    }
    let mut any = RelationSet::NONE;
    for relation in list.words::<Relation>()? {
        let known = record.only(relation).ok_or_else(|| {
            list.problem(format!("`{relation}` is not a relation of `{}`", record.id))
        })?;
        any = any.with(known);
    }
    if any.is_empty() {
        return Err(list.problem("must not be empty"));
    }
    Ok(Grant {
        level,
        only_if: Some(any),
        unknown,
    })
}

/// The permission called `name`; derived permissions are refused, as they have no stored value.
fn stored<'a>(
    name: &str,
    node: &Node<'_>,
    permissions: &'a Names<Permission>,
) -> Read<(usize, &'a Permission)> {
    let known = permissions
        .position(name)
        .and_then(|position| Some((position, permissions.get(position)?)));
    let (position, permission) =
        known.ok_or_else(|| node.problem("is not among the permissions of the catalog"))?;
    if permission.rule.is_some() {
        return Err(node.problem(format!("`{name}` is derived and has no value of its own")));
    }
    Ok((position, permission))
}
