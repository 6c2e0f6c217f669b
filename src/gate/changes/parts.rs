//! What an answer depends on, and which values and roles the person could be given.

use crate::catalog::{Grant, LayerKind, Requirement};
use crate::gate::model::Model;
use crate::snapshot::Layer;
use crate::value::Level;

impl Model<'_> {
    /// What a requirement comes to: it and all prerequisites, direct or not, each once.
    pub(super) fn requirements(&self, asked: Requirement) -> Vec<Requirement> {
        let requires = |of: Requirement, open: &mut Vec<Requirement>| {
            if let Some(permission) = self.catalog.permissions.get(of.permission) {
                open.extend(&permission.requires);
            }
            true
        };
        reached(vec![asked], &requires)
    }

    /// The stored permissions on which requirements depend, and what must be asked of these.
    pub(super) fn stored_parts(&self, requirements: Vec<Requirement>) -> Vec<Requirement> {
        reached(requirements, &|of, open| {
            let permission = self.catalog.permissions.get(of.permission);
            let rule = permission.and_then(|permission| permission.rule.as_ref());
            if let Some(rule) = rule {
                rule.requirements(of.at_least, open);
            }
            rule.is_none()
        })
    }

    pub(super) fn roles_not_held(&self) -> Vec<usize> {
        let roles = self.snapshot.role_positions(self.catalog);
        roles
            .filter(|role| !self.membership.roles.contains(role))
            .collect()
    }

    /// The least value, `wanted` or higher, that the person can be given: by a layer, or by a role that
    /// they hold, as far as a tenant may choose the value there.
    pub(super) fn least_settable(&self, position: usize, wanted: Level) -> Option<Level> {
        let permission = self.catalog.permissions.get(position)?;
        let membership = self.membership;
        let set = |layer: &Layer| layer.values.get(position).is_some();
        let is_layered = membership.layers.iter().any(set);
        let there_is =
            |layer: &LayerKind| *layer != LayerKind::Group || !membership.groups.is_empty();
        let by_layer = is_layered || self.catalog.layers.iter().any(there_is);
        // A plain value would replace a conditional one, and take rights away if that one is higher.
        let gives = |role: &usize, level| {
            let now = self
                .snapshot
                .role(self.catalog, *role)?
                .values
                .get(position);
            let raises = now.is_none_or(|now| now.level <= level);
            (raises && self.snapshot.may_give(*role, position, Grant::plain(level))).then_some(())
        };
        let by_role = |level| {
            let mut roles = membership.roles.iter();
            !is_layered && roles.any(|role| gives(role, level).is_some())
        };
        let levels = permission.values.all().iter().copied();
        levels
            .filter(|level| *level >= wanted)
            .find(|level| (by_layer && !permission.reserved) || by_role(*level))
    }
}

/// Everything that is reached from `open`, each once. `next` adds what one leads to, and says whether
/// it counts itself.
fn reached(
    mut open: Vec<Requirement>,
    next: &dyn Fn(Requirement, &mut Vec<Requirement>) -> bool,
) -> Vec<Requirement> {
    let mut seen = Vec::new();
    let mut counted = Vec::new();
    while let Some(one) = open.pop() {
        if seen.contains(&one) {
            continue;
        }
        seen.push(one);
        if next(one, &mut open) {
            counted.push(one);
        }
    }
    counted
}
