//! The rule language: formulas of derived permissions, and who may administer a role.

use crate::catalog::{Names, Permission, Relation, Requirement, Role};
use crate::error::Problem;
use crate::json::{self, Node, Object};
use crate::limits::LIMITS;
use crate::value::{Level, Values};
use crate::vocabulary::vocabulary;

/// How a derived permission follows from the stored values. It can only grow with them.
#[derive(Clone, Debug)]
pub(crate) enum Formula {
    /// The highest of the parts.
    Any(Vec<Formula>),
    /// The lowest of the parts.
    All(Vec<Formula>),
    Value(Level),
    /// The top where the record stands in the relation of this bit.
    Relation(u8),
    /// The value of a permission of the same kind.
    Permission(usize),
    /// The top where a permission has at least that value.
    AtLeast(usize, Level),
}

/// Who may do something to a role.
#[derive(Clone, Debug)]
pub(crate) enum AdminRule {
    Any(Vec<AdminRule>),
    All(Vec<AdminRule>),
    /// The actor holds that role.
    Role(usize),
    /// The person whose roles are changed is the actor.
    ToSelf,
    /// The person whose roles are changed holds a role now (`here`), or none (`new`).
    Target(Presence),
    /// Every role which that person holds now is in the list, or is one of the tenant's new roles
    /// where those count.
    TargetRole {
        roles: Vec<usize>,
        new_roles: bool,
    },
    /// The actor is allowed that permission at that value.
    Permission(usize, Level),
}

vocabulary! {
    /// Whether the person whose roles are changed holds any now.
    pub(crate) enum Presence {
        New = "new",
        Here = "here",
    }
}

impl Formula {
    /// The permissions the formula refers to.
    pub(crate) fn permissions(&self, found: &mut Vec<usize>) {
        match self {
            Formula::Any(parts) | Formula::All(parts) => {
                parts.iter().for_each(|part| part.permissions(found))
            }
            Formula::Permission(permission) | Formula::AtLeast(permission, _) => {
                found.push(*permission)
            }
            Formula::Value(_) | Formula::Relation(_) => {}
        }
    }

    /// What has to be asked of each permission that the formula refers to, for it to come to `level`.
    pub(crate) fn demands(&self, level: Level, found: &mut Vec<Requirement>) {
        let (permission, at_least) = match self {
            Formula::Any(parts) | Formula::All(parts) => {
                return parts.iter().for_each(|part| part.demands(level, found));
            }
            Formula::Permission(permission) => (*permission, level),
            Formula::AtLeast(permission, at_least) => (*permission, *at_least),
            Formula::Value(_) | Formula::Relation(_) => return,
        };
        found.push(Requirement {
            permission,
            at_least,
        });
    }
}

/// What a formula may refer to: the permissions, and those of the one it belongs to.
pub(crate) struct FormulaScope<'a> {
    pub(crate) permissions: &'a Names<Permission>,
    pub(crate) values: Values,
    pub(crate) record: Option<usize>,
    pub(crate) relations: &'a [Relation],
}

/// Counts the parts of one rule down to the limit.
pub(crate) struct Parts(usize);

impl Parts {
    pub(crate) fn new() -> Parts {
        Parts(LIMITS.rule_parts)
    }

    fn take(&mut self, node: &Node<'_>) -> Result<(), Problem> {
        self.0 = self
            .0
            .checked_sub(1)
            .ok_or_else(|| node.problem("the rule has too many parts"))?;
        Ok(())
    }
}

pub(crate) fn read_formula(
    node: &Node<'_>,
    scope: &FormulaScope<'_>,
    parts: &mut Parts,
) -> Result<Formula, Problem> {
    parts.take(node)?;
    let rule = node.object(&["any", "all", "value", "relation", "permission", "at_least"])?;
    match only_member(node, &rule)? {
        ("any", list) => Ok(Formula::Any(read_parts(&list, |part| {
            read_formula(part, scope, parts)
        })?)),
        ("all", list) => Ok(Formula::All(read_parts(&list, |part| {
            read_formula(part, scope, parts)
        })?)),
        ("value", value) => Ok(Formula::Value(read_level(&value, scope.values)?)),
        ("relation", name) => {
            let relation: Relation = name.word()?;
            let bit = scope.relations.iter().position(|other| *other == relation);
            let bit = bit.ok_or_else(|| {
                name.problem(format!("`{relation}` is no relation of the record kind"))
            })?;
            Ok(Formula::Relation(1_u8.wrapping_shl(bit as u32)))
        }
        (_, name) => {
            let (position, permission) = find_permission(&name, scope.permissions)?;
            if permission.record.is_some() && permission.record != scope.record {
                return Err(name.problem(format!(
                    "`{}` is about another kind of record",
                    permission.id
                )));
            }
            match rule.optional("at_least") {
                Some(level) => Ok(Formula::AtLeast(
                    position,
                    read_demand(&level, permission.values)?,
                )),
                None if permission.values == scope.values => Ok(Formula::Permission(position)),
                None => {
                    let message = format!(
                        "`{}` is a {}, so the rule must say `at_least`",
                        permission.id,
                        permission.values.as_str()
                    );
                    Err(name.problem(message))
                }
            }
        }
    }
}

pub(crate) fn read_admin_rule(
    node: &Node<'_>,
    permissions: &Names<Permission>,
    roles: &Names<Role>,
    parts: &mut Parts,
) -> Result<AdminRule, Problem> {
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
            read_admin_rule(part, permissions, roles, parts)
        })?)),
        ("all", list) => Ok(AdminRule::All(read_parts(&list, |part| {
            read_admin_rule(part, permissions, roles, parts)
        })?)),
        ("role", name) => Ok(AdminRule::Role(roles.find(&name, "role")?)),
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
                    .map(|name| roles.find(&name, "role"))
                    .collect::<Result<_, _>>()?
            } else {
                vec![roles.find(&named, "role")?]
            };
            Ok(AdminRule::TargetRole { roles, new_roles })
        }
        (_, name) => {
            let (position, permission) = find_permission(&name, permissions)?;
            if permission.record.is_some() {
                return Err(name.problem(format!("`{}` is about a record", permission.id)));
            }
            let level = match rule.optional("at_least") {
                Some(level) => read_demand(&level, permission.values)?,
                None => permission.values.top(),
            };
            Ok(AdminRule::Permission(position, level))
        }
    }
}

/// The one member of a rule that says what it is.
fn only_member<'a>(
    node: &Node<'_>,
    rule: &Object<'a>,
) -> Result<(&'static str, Node<'a>), Problem> {
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
        return Err(node.problem(format!("a rule has exactly one of {}", json::list(&KINDS))));
    };
    for (name, with) in [("at_least", "permission"), ("new_roles", "target_role")] {
        if let Some(node) = rule.optional(name).filter(|_| only.0 != with) {
            return Err(node.problem(format!("goes with `{with}` only")));
        }
    }
    Ok(only)
}

fn read_parts<T>(
    list: &Node<'_>,
    mut read: impl FnMut(&Node<'_>) -> Result<T, Problem>,
) -> Result<Vec<T>, Problem> {
    let parts: Vec<T> = list
        .items(LIMITS.rule_parts)?
        .map(|part| read(&part))
        .collect::<Result<_, _>>()?;
    if parts.is_empty() {
        return Err(list.problem("must not be empty"));
    }
    Ok(parts)
}

/// The permission that is named at `node`.
pub(crate) fn find_permission<'a>(
    node: &Node<'_>,
    permissions: &'a Names<Permission>,
) -> Result<(usize, &'a Permission), Problem> {
    let position = permissions.find(node, "permission")?;
    let permission = permissions
        .get(position)
        .ok_or_else(|| node.problem("is no permission"))?;
    Ok((position, permission))
}

/// A value of that kind.
pub(crate) fn read_level(node: &Node<'_>, values: Values) -> Result<Level, Problem> {
    Level::parse(node.string()?)
        .filter(|level| values.has(*level))
        .ok_or_else(|| {
            let words: Vec<&str> = values.all().iter().map(|level| level.as_str()).collect();
            node.problem(format!(
                "must be {}, a value of a {}",
                json::list(&words),
                values.as_str()
            ))
        })
}

/// A value of that kind that can be asked for: not `off`.
pub(crate) fn read_demand(node: &Node<'_>, values: Values) -> Result<Level, Problem> {
    match read_level(node, values)? {
        Level::Off => Err(node.problem("must be more than `off`")),
        level => Ok(level),
    }
}
