//! Rules: formulas of derived permissions, prerequisites, and who may administer a role.

use crate::catalog::read::declared::{Declaration, Declared};
use crate::catalog::{AdminRule, Formula, RecordKind, Relation, Requirement};
use crate::json::{self, Node, Object, Read};
use crate::limits::LIMITS;
use crate::value::{Level, ValueKind};

/// What a permission's rule and prerequisites may refer to.
pub(super) struct Scope<'a> {
    pub(super) declared: &'a Declared,
    /// The declaration of the permission itself.
    pub(super) own: Declaration,
    /// The kind of record it is about.
    pub(super) record: Option<&'a RecordKind>,
}

/// How many more parts one rule may have.
pub(super) struct Parts(usize);

impl Parts {
    pub(super) fn new() -> Parts {
        Parts(LIMITS.rule_parts)
    }

    fn take(&mut self, node: &Node<'_>) -> Read<()> {
        self.0 = self
            .0
            .checked_sub(1)
            .ok_or_else(|| node.problem("the rule has too many parts"))?;
        Ok(())
    }
}

pub(super) fn read_formula(node: &Node<'_>, scope: &Scope<'_>, parts: &mut Parts) -> Read<Formula> {
    parts.take(node)?;
    let rule = node.object(&["any", "all", "value", "relation", "permission", "at_least"])?;
    match only_member(node, &rule)? {
        ("any", list) => Ok(Formula::Any(read_parts(&list, |part| {
            read_formula(part, scope, parts)
        })?)),
        ("all", list) => Ok(Formula::All(read_parts(&list, |part| {
            read_formula(part, scope, parts)
        })?)),
        ("value", value) => Ok(Formula::Value(read_level(&value, scope.own.values)?)),
        ("relation", name) => {
            let relation: Relation = name.word()?;
            let known = scope.record.and_then(|record| record.only(relation));
            known.map(Formula::Relation).ok_or_else(|| {
                name.problem(format!("`{relation}` is not a relation of the record kind"))
            })
        }
        (_, name) => {
            let (position, permission) = scope.permission(&name)?;
            match rule.optional("at_least") {
                Some(level) => {
                    let level = read_asked_level(&level, permission.values)?;
                    Ok(Formula::AtLeast(position, level))
                }
                None if permission.values == scope.own.values => Ok(Formula::Permission(position)),
                None => {
                    let message = format!(
                        "`{}` is a {}, so the rule needs `at_least`",
                        name.string()?,
                        permission.values.as_str()
                    );
                    Err(name.problem(message))
                }
            }
        }
    }
}

/// Reads one of a permission's prerequisites.
pub(super) fn read_requirement(node: &Node<'_>, scope: &Scope<'_>) -> Read<Requirement> {
    let member = node.object(&["permission", "at_least"])?;
    let (permission, Declaration { values, .. }) =
        scope.permission(&member.required("permission")?)?;
    Ok(Requirement {
        permission,
        at_least: at_least(&member, values)?,
    })
}

pub(super) fn read_admin_rule(
    node: &Node<'_>,
    declared: &Declared,
    parts: &mut Parts,
) -> Read<AdminRule> {
    parts.take(node)?;
    let rule = node.object(&[
        "any",
        "all",
        "role",
        "self",
        "target",
        "target_role",
        "new_roles",
        "permission",
        "at_least",
    ])?;
    match only_member(node, &rule)? {
        ("any", list) => Ok(AdminRule::Any(read_parts(&list, |part| {
            read_admin_rule(part, declared, parts)
        })?)),
        ("all", list) => Ok(AdminRule::All(read_parts(&list, |part| {
            read_admin_rule(part, declared, parts)
        })?)),
        ("role", name) => Ok(AdminRule::Role(declared.roles.find(&name, "roles")?)),
        ("self", value) if value.boolean()? => Ok(AdminRule::ToSelf),
        ("self", value) => Err(value.problem("must be true: there is no negation")),
        ("target", presence) => Ok(AdminRule::Target(presence.word()?)),
        ("target_role", named) => {
            let new_roles = rule
                .optional("new_roles")
                .map(|node| node.boolean())
                .transpose()?
                .unwrap_or(false);
            let roles = if named.is_array() {
                named
                    .items(LIMITS.roles)?
                    .map(|name| declared.roles.find(&name, "roles"))
                    .collect::<Result<_, _>>()?
            } else {
                vec![declared.roles.find(&named, "roles")?]
            };
            Ok(AdminRule::TargetRole { roles, new_roles })
        }
        (_, name) => {
            let (position, permission) = declared.permission(&name)?;
            if permission.record.is_some() {
                return Err(name.problem(format!("`{}` is about a record", name.string()?)));
            }
            let level = at_least(&rule, permission.values)?;
            Ok(AdminRule::Permission(position, level))
        }
    }
}

impl Scope<'_> {
    /// The permission that is named at `node`. It must be about no record or the same kind of record.
    fn permission(&self, node: &Node<'_>) -> Read<(usize, Declaration)> {
        let (position, permission) = self.declared.permission(node)?;
        if permission.record.is_some() && permission.record != self.own.record {
            return Err(node.problem(format!(
                "`{}` is about another kind of record",
                node.string()?
            )));
        }
        Ok((position, permission))
    }
}

/// The only member of a rule that says which kind of rule it is.
fn only_member<'a>(node: &Node<'_>, rule: &Object<'a>) -> Read<(&'static str, Node<'a>)> {
    const KINDS: [&str; 9] = [
        "any",
        "all",
        "value",
        "relation",
        "role",
        "self",
        "target",
        "target_role",
        "permission",
    ];
    let mut found = KINDS
        .into_iter()
        .filter_map(|kind| Some((kind, rule.optional(kind)?)));
    let (Some(only), None) = (found.next(), found.next()) else {
        return Err(node.problem(format!(
            "a rule must have exactly one of {}",
            json::list(&KINDS)
        )));
    };
    for (name, with) in [("at_least", "permission"), ("new_roles", "target_role")] {
        if let Some(node) = rule.optional(name).filter(|_| only.0 != with) {
            return Err(node.problem(format!("is allowed beside `{with}` only")));
        }
    }
    Ok(only)
}

fn read_parts<T>(list: &Node<'_>, mut read: impl FnMut(&Node<'_>) -> Read<T>) -> Read<Vec<T>> {
    let parts: Vec<T> = list
        .items(LIMITS.rule_parts)?
        .map(|part| read(&part))
        .collect::<Result<_, _>>()?;
    if parts.is_empty() {
        return Err(list.problem("must not be empty"));
    }
    Ok(parts)
}

/// Reads a value of that kind.
pub(super) fn read_level(node: &Node<'_>, kind: ValueKind) -> Read<Level> {
    Level::parse(node.string()?)
        .filter(|level| kind.has(*level))
        .ok_or_else(|| {
            let words: Vec<&str> = kind.all().iter().map(|level| level.as_str()).collect();
            node.problem(format!(
                "must be {}, a value of a {}",
                json::list(&words),
                kind.as_str()
            ))
        })
}

/// Reads a value of that kind that a rule can ask for: any but `off`.
pub(super) fn read_asked_level(node: &Node<'_>, kind: ValueKind) -> Read<Level> {
    match read_level(node, kind)? {
        Level::Off => Err(node.problem("must be more than `off`")),
        level => Ok(level),
    }
}

/// The value that `at_least` asks for; without that member, the highest.
fn at_least(member: &Object<'_>, kind: ValueKind) -> Read<Level> {
    member
        .optional("at_least")
        .map_or(Ok(kind.top()), |node| read_asked_level(&node, kind))
}
