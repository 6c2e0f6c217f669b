//! The order in which permissions are resolved. A cycle makes it impossible.

use crate::catalog::{Names, Permission};
use crate::limits::LIMITS;

/// The positions of all permissions, each after what it refers to.
///
/// # Errors
///
/// What is wrong: a cycle, with the names along it, or a chain longer than the limit.
pub(crate) fn resolve(permissions: &Names<Permission>) -> Result<Vec<usize>, String> {
    let mut walk = Walk {
        permissions,
        state: vec![State::New; permissions.len()],
        order: Vec::new(),
    };
    for start in 0..permissions.len() {
        walk.visit(start).map_err(|cycle| {
            format!(
                "permissions need one another in a circle: `{}`",
                cycle.join("` → `")
            )
        })?;
    }
    let mut lengths = vec![0_usize; permissions.len()];
    for position in &walk.order {
        let longest = walk
            .references(*position)
            .into_iter()
            .filter_map(|other| lengths.get(other))
            .max();
        let length = longest.map_or(0, |longest| longest.saturating_add(1));
        if length > LIMITS.chain {
            let name = walk.name(*position).unwrap_or_default();
            return Err(format!(
                "`{name}` needs a chain of more than {} permissions",
                LIMITS.chain
            ));
        }
        if let Some(place) = lengths.get_mut(*position) {
            *place = length;
        }
    }
    Ok(walk.order)
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Open,
    Done,
}

struct Walk<'a> {
    permissions: &'a Names<Permission>,
    state: Vec<State>,
    order: Vec<usize>,
}

impl Walk<'_> {
    /// Visits depth first, with its own stack: a long chain cannot exhaust that of the program.
    fn visit(&mut self, start: usize) -> Result<(), Vec<String>> {
        if self.state.get(start) != Some(&State::New) {
            return Ok(());
        }
        let mut path = vec![(start, self.references(start))];
        self.mark(start, State::Open);
        while let Some((position, open)) = path.last_mut() {
            let position = *position;
            match open.pop() {
                None => {
                    self.mark(position, State::Done);
                    self.order.push(position);
                    path.pop();
                }
                Some(next) => match self.state.get(next) {
                    Some(State::New) => {
                        self.mark(next, State::Open);
                        let references = self.references(next);
                        path.push((next, references));
                    }
                    Some(State::Open) => {
                        let cycle = path
                            .iter()
                            .map(|(position, _)| *position)
                            .skip_while(|position| *position != next);
                        return Err(cycle
                            .chain([next])
                            .filter_map(|position| self.name(position))
                            .collect());
                    }
                    Some(State::Done) | None => {}
                },
            }
        }
        Ok(())
    }

    fn mark(&mut self, position: usize, state: State) {
        if let Some(place) = self.state.get_mut(position) {
            *place = state;
        }
    }

    /// The permissions that one refers to, in reverse order.
    fn references(&self, position: usize) -> Vec<usize> {
        let mut found = Vec::new();
        if let Some(permission) = self.permissions.get(position) {
            if let Some(rule) = &permission.rule {
                rule.permissions(&mut found);
            }
            found.extend(
                permission
                    .requires
                    .iter()
                    .map(|requirement| requirement.permission),
            );
        }
        found.reverse();
        found
    }

    fn name(&self, position: usize) -> Option<String> {
        self.permissions
            .get(position)
            .map(|permission| permission.id.clone())
    }
}
