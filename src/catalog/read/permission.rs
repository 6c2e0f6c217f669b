//! Permissions: first their names and kinds, then what they refer to.

use crate::catalog::read::{Problems, add, read_label};
use crate::catalog::rule::{FormulaScope, Parts, find_permission, read_demand, read_formula};
use crate::catalog::{Entitlement, Names, Permission, RecordKind, Requirement};
use crate::error::Problem;
use crate::json::Node;
use crate::limits::LIMITS;
use crate::name;
use crate::reason::{Outcome, Reason};
use crate::value::Values;

const PERMISSION_MEMBERS: &[&str] = &[
    "id",
    "label",
    "values",
    "record",
    "needs",
    "requires",
    "rule",
    "when_denied",
    "reserved",
];

/// Reads a permission but for its rule and prerequisites, which may speak of later permissions.
pub(super) fn permission(
    node: &Node<'_>,
    entitlements: &Names<Entitlement>,
    records: &Names<RecordKind>,
    permissions: &mut Names<Permission>,
    problems: &mut Problems,
) -> Result<(), Problem> {
    let member = node.object(PERMISSION_MEMBERS)?;
    if permissions.len() >= LIMITS.permissions {
        return Err(node.problem(format!(
            "is one permission too many, the limit is {}",
            LIMITS.permissions
        )));
    }
    let id_node = member.required("id")?;
    let id = id_node.string()?.to_owned();
    if !name::is_permission_name(&id) {
        return Err(id_node.name_problem(
            &id,
            "is no permission name: lower-case words joined by `-` and `.`",
        ));
    }
    problems.keep(member.required("label").and_then(|node| read_label(&node)));
    let values: Values = member.required("values")?.word()?;
    let record = member
        .optional("record")
        .and_then(|node| problems.keep(records.find(&node, "record kind")));
    let needs = member
        .optional("needs")
        .map(|node| problems.or_default(needs(&node, entitlements)))
        .unwrap_or_default();
    let when_denied = member
        .optional("when_denied")
        .map(|node| problems.or_default(when_denied(&node)))
        .unwrap_or_default();
    let reserved = member.optional("reserved").is_some_and(|node| {
        let reserved = problems.or_default(node.boolean());
        if reserved && member.optional("rule").is_some() {
            let words = "must not be set beside `rule`: nobody gives a derived permission";
            problems.keep::<()>(Err(node.problem(words)));
        }
        reserved
    });
    let (requires, rule) = (Vec::new(), None);
    let permission = Permission {
        id: id.clone(),
        values,
        record,
        needs,
        requires,
        rule,
        when_denied,
        reserved,
    };
    add(&id_node, permissions, id, permission)
}

/// All of these entitlements, any of each.
pub(super) fn needs(
    node: &Node<'_>,
    entitlements: &Names<Entitlement>,
) -> Result<Vec<Vec<usize>>, Problem> {
    let mut all = Vec::new();
    for item in node.items(LIMITS.entitlements)? {
        let mut any = Vec::new();
        if item.is_string() {
            any.push(entitlements.find(&item, "entitlement")?);
        } else {
            for item in item.items(LIMITS.entitlements)? {
                any.push(entitlements.find(&item, "entitlement")?);
            }
        }
        if any.is_empty() {
            return Err(item.problem("must not be empty"));
        }
        all.push(any);
    }
    Ok(all)
}

fn when_denied(node: &Node<'_>) -> Result<Vec<(Reason, Outcome)>, Problem> {
    let mut outcomes = Vec::new();
    for (name, node) in node.entries(Reason::ALL.len())? {
        let reason = Reason::parse(name)
            .filter(|reason| reason.outcomes().len() > 1)
            .ok_or_else(|| node.problem("is no reason whose outcome may be changed"))?;
        let outcome: Outcome = node.word()?;
        if !reason.outcomes().contains(&outcome) {
            return Err(node.problem(format!("`{outcome}` does not fit `{reason}`")));
        }
        outcomes.push((reason, outcome));
    }
    Ok(outcomes)
}

/// Reads the rule and the prerequisites of the permission at `position` and moves on.
pub(super) fn references(
    node: &Node<'_>,
    permissions: &mut Names<Permission>,
    records: &Names<RecordKind>,
    position: &mut usize,
) -> Result<(), Problem> {
    let member = node.open_object()?;
    // A permission that could not be read has no position; its name is not in the list either.
    let Some(id) = member.optional("id").and_then(|id| id.string().ok()) else {
        return Ok(());
    };
    let Some(permission) = permissions
        .get(*position)
        .filter(|permission| permission.id == id)
    else {
        return Ok(());
    };
    let relations = permission
        .record
        .and_then(|record| records.get(record))
        .map_or(&[][..], |record| &record.relations);
    let scope = FormulaScope {
        permissions,
        values: permission.values,
        record: permission.record,
        relations,
    };
    let here = *position;
    *position = here.saturating_add(1);
    let rule = member
        .optional("rule")
        .map(|node| read_formula(&node, &scope, &mut Parts::new()))
        .transpose()?;
    let mut requires = Vec::new();
    if let Some(list) = member.optional("requires") {
        for item in list.items(LIMITS.rule_parts)? {
            requires.push(requirement(&item, permissions, permission)?);
        }
    }
    if let Some(permission) = permissions.get_mut(here) {
        permission.rule = rule;
        permission.requires = requires;
    }
    Ok(())
}

fn requirement(
    node: &Node<'_>,
    permissions: &Names<Permission>,
    of: &Permission,
) -> Result<Requirement, Problem> {
    let member = node.object(&["permission", "at_least"])?;
    let name = member.required("permission")?;
    let (position, permission) = find_permission(&name, permissions)?;
    if permission.record.is_some() && permission.record != of.record {
        return Err(name.problem(format!(
            "`{}` is about another kind of record",
            permission.id
        )));
    }
    let at_least = match member.optional("at_least") {
        Some(node) => read_demand(&node, permission.values)?,
        None => permission.values.top(),
    };
    Ok(Requirement {
        permission: position,
        at_least,
    })
}
