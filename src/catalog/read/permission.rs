//! Areas and their permissions.

use crate::catalog::read::declared::{Declaration, Declared};
use crate::catalog::read::entitlement::needs;
use crate::catalog::read::part::{
    Problems, declare_each, read_each, read_identifier, read_label, untaken,
};
use crate::catalog::read::rule::{Parts, Scope, read_formula, read_requirement};
use crate::catalog::{Names, Permission, RecordKind, Requirement};
use crate::collections::Index;
use crate::json::{Node, Object, Read};
use crate::limits::LIMITS;
use crate::name;
use crate::reason::{Outcome, ReasonCode};

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

/// Declares the permissions of all areas.
pub(super) fn declare(
    areas: &Node<'_>,
    records: &Names<RecordKind>,
    permissions: &mut Names<Declaration>,
    problems: &mut Problems,
) {
    let mut ids = Index::default();
    declare_each(
        areas,
        LIMITS.permissions,
        problems,
        &mut |node, problems| {
            problems.keep(area(node, &mut ids));
            // Permissions are declared even if something else is wrong with their area.
            if let Some(list) = permissions_of(node) {
                declare_each(
                    &list,
                    LIMITS.permissions,
                    problems,
                    &mut |node, problems| declare_one(node, records, permissions, problems),
                );
            }
            Ok(())
        },
    );
}

fn area(node: &Node<'_>, ids: &mut Index) -> Read<()> {
    let part = node.object(&["id", "label", "description", "permissions"])?;
    let id_node = part.required("id")?;
    let id = read_identifier(&id_node)?;
    read_label(&part.required("label")?)?;
    if let Some(node) = part.optional("description") {
        read_label(&node)?;
    }
    part.required("permissions")?;
    untaken(&id_node, ids.add(id).is_some())
}

fn permissions_of<'a>(area: &'a Node<'a>) -> Option<Node<'a>> {
    area.open_object().ok()?.optional("permissions")
}

fn declare_one(
    node: &Node<'_>,
    records: &Names<RecordKind>,
    permissions: &mut Names<Declaration>,
    problems: &mut Problems,
) -> Read<()> {
    let part = problems.part(node, PERMISSION_MEMBERS)?;
    if permissions.len() >= LIMITS.permissions {
        return Err(node.problem(format!(
            "is one permission too many, the limit is {}",
            LIMITS.permissions
        )));
    }
    let node = part.required("id")?;
    let name = node.string()?;
    if !name::is_permission_name(name) {
        let what = "is not a permission name: write lower-case words joined by `-` and `.`";
        return Err(node.name_problem(name, what));
    }
    let values = part.required("values")?.word()?;
    let record = part
        .optional("record")
        .and_then(|node| problems.keep(records.find(&node, "record kinds")));
    untaken(&node, permissions.add(name, Declaration { values, record }))
}

/// Reads the permissions of all areas.
pub(super) fn read(
    areas: &Node<'_>,
    declared: &Declared,
    problems: &mut Problems,
) -> Names<Permission> {
    let mut all = Names::default();
    let mut next = 0;
    for area in areas.items(LIMITS.permissions).into_iter().flatten() {
        if let Some(list) = permissions_of(&area) {
            let names = declared.permissions.index();
            read_each(
                &list,
                LIMITS.permissions,
                names,
                &mut next,
                &mut |part, id| {
                    if let Some(own) = declared.permissions.get(all.len()) {
                        all.add(id, permission(part, id, *own, declared, problems));
                    }
                },
            );
        }
    }
    all
}

fn permission(
    part: &Object<'_>,
    id: &str,
    own: Declaration,
    declared: &Declared,
    problems: &mut Problems,
) -> Permission {
    problems.label(part);
    let record = own.record.and_then(|record| declared.records.get(record));
    let scope = Scope {
        declared,
        own,
        record,
    };
    Permission {
        id: id.to_owned(),
        values: own.values,
        record: own.record,
        needs: problems.member(part, "needs", |node| needs(node, declared)),
        requires: problems.member(part, "requires", |node| requires(node, &scope)),
        rule: problems.member(part, "rule", |node| {
            read_formula(node, &scope, &mut Parts::new()).map(Some)
        }),
        when_denied: problems.member(part, "when_denied", when_denied),
        reserved: problems.member(part, "reserved", |node| {
            let reserved = node.boolean()?;
            if reserved && part.optional("rule").is_some() {
                let words = "must not be set beside `rule`: nobody gives a derived permission";
                return Err(node.problem(words));
            }
            Ok(reserved)
        }),
    }
}

fn requires(list: &Node<'_>, scope: &Scope<'_>) -> Read<Vec<Requirement>> {
    list.items(LIMITS.rule_parts)?
        .map(|item| read_requirement(&item, scope))
        .collect()
}

fn when_denied(node: &Node<'_>) -> Read<Vec<(ReasonCode, Outcome)>> {
    let mut outcomes = Vec::new();
    for (name, node) in node.entries(ReasonCode::ALL.len())? {
        let reason = ReasonCode::parse(name)
            .filter(|reason| reason.outcomes().len() > 1)
            .ok_or_else(|| node.problem("is not a reason whose outcome can be chosen"))?;
        let outcome: Outcome = node.word()?;
        if !reason.outcomes().contains(&outcome) {
            return Err(node.problem(format!("`{outcome}` does not fit `{reason}`")));
        }
        outcomes.push((reason, outcome));
    }
    Ok(outcomes)
}
