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

/// How a derived permission follows from the stored values. It can only grow with them.
#[derive(Clone, Debug)]
pub(crate) enum Formula {
    /// The highest of the parts.
    Any(Vec<Formula>),
    /// The lowest of the parts.
    All(Vec<Formula>),
    Value(Level),
    /// The top where this one relation holds.
    Relation(RelationSet),
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
