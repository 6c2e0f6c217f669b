//! The rule language: formulas of derived permissions, and who may administer a role.

use crate::catalog::RelationSet;
use crate::value::Level;
use crate::vocabulary::vocabulary;

/// A prerequisite: another permission that must hold on the same record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Requirement {
    pub(crate) permission: usize,
    pub(crate) at_least: Level,
}

/// How a derived permission follows from stored values. Higher stored values never lower it.
#[derive(Clone, Debug)]
pub(crate) enum Formula {
    /// The highest of the parts.
    Any(Vec<Formula>),
    /// The lowest of the parts.
    All(Vec<Formula>),
    Value(Level),
    /// The highest value if this relation holds, otherwise `off`.
    Relation(RelationSet),
    /// The value of a permission of the same kind.
    Permission(usize),
    /// The highest value if a permission has at least that value, otherwise `off`.
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
    /// All roles which that person holds now are in the list; with `new_roles`, the tenant's new roles
    /// count as listed.
    TargetRole {
        roles: Vec<usize>,
        new_roles: bool,
    },
    /// The actor is allowed that permission at that value.
    Permission(usize, Level),
}

vocabulary! {
    /// Whether the person whose roles are changed is a member already.
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

    /// What each permission that the formula refers to must have for the formula to reach `level`.
    pub(crate) fn requirements(&self, level: Level, found: &mut Vec<Requirement>) {
        let (permission, at_least) = match self {
            Formula::Any(parts) | Formula::All(parts) => {
                return parts
                    .iter()
                    .for_each(|part| part.requirements(level, found));
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
