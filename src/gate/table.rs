//! The decision table of one membership: compiled once, looked up for ever.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, Formula, Permission};
use crate::collections::Index;
use crate::gate::cover::{Cover, combinations};
use crate::gate::standing::in_sight;
use crate::reason::Reason;
use crate::snapshot::{Membership, Snapshot};
use crate::value::Level;

/// How much of a permission is asked for, as the two rows it has in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Demand {
    /// The least value above `off`.
    Least,
    /// The highest value; for a switch the same row.
    Top,
}

impl Demand {
    pub(crate) const ALL: [Demand; 2] = [Demand::Least, Demand::Top];

    /// The value that is asked of this permission.
    pub(crate) const fn level(self, permission: &Permission) -> Level {
        match self {
            Demand::Least => permission.values.least(),
            Demand::Top => permission.values.top(),
        }
    }

    /// The demand that asks for `level` of this permission.
    pub(crate) fn of(permission: &Permission, level: Level) -> Option<Demand> {
        Demand::ALL
            .into_iter()
            .find(|demand| demand.level(permission) == level)
    }
}

/// For each permission and demand one row; for each combination of the relations of its record kind
/// one cell in it, which holds the reason in its low four bits and above them the level held.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Where a permission's rows begin among the cells. Equal rows are stored once.
    pub(crate) offsets: Vec<[u32; 2]>,
    pub(crate) cells: Vec<u8>,
    /// Whether the demands are allowed on some record that there can be in the person's sight.
    pub(crate) possible: Vec<[bool; 2]>,
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) reason: Reason,
    /// The level held on this record, whatever was asked for.
    pub(crate) level: Level,
}

impl Cell {
    /// A denial that no row holds.
    pub(crate) const fn denial(reason: Reason) -> Cell {
        Cell {
            reason,
            level: Level::Off,
        }
    }

    const fn to_byte(self) -> u8 {
        (self.reason as u8) | ((self.level as u8) << 4)
    }

    fn from_byte(byte: u8) -> Option<Cell> {
        let reason = Reason::ALL.get(usize::from(byte & 0x0f)).copied()?;
        let level = Level::ALL.get(usize::from(byte >> 4)).copied()?;
        Some(Cell { reason, level })
    }
}

impl Table {
    /// The cell of a permission, on a record to which the person stands in `relations`.
    pub(crate) fn cell(&self, permission: usize, demand: Demand, relations: u8) -> Option<Cell> {
        let [least, top] = *self.offsets.get(permission)?;
        let offset = match demand {
            Demand::Least => least,
            Demand::Top => top,
        };
        let index = (offset as usize).checked_add(usize::from(relations))?;
        self.cells.get(index).copied().and_then(Cell::from_byte)
    }

    /// Resolves roles, layers, rules, prerequisites and entitlements for every permission and every
    /// combination of relations at once.
    ///
    /// Work and size grow with the permissions and with what the held roles and layers set, and with
    /// nothing else.
    pub(crate) fn compile(
        catalog: &Catalog,
        snapshot: &Snapshot,
        membership: &Membership,
    ) -> Table {
        let values = values(catalog, snapshot, membership);
        let held = prerequisites(catalog, snapshot, &values);
        let kinds: Vec<Cover> = catalog
            .records
            .iter()
            .map(|kind| in_sight(snapshot, membership, kind))
            .collect();
        let mut rows = Rows::default();
        let mut table = Table {
            offsets: Vec::new(),
            cells: Vec::new(),
            possible: Vec::new(),
        };
        for (permission, (value, held)) in catalog.permissions.iter().zip(values.iter().zip(&held))
        {
            let kind = permission.record.and_then(|record| kinds.get(record));
            let in_sight = kind.copied().unwrap_or(Cover::ALL);
            let relations = catalog.relations(permission);
            let mut row = |demand| {
                let value = value.of(demand);
                let anywhere = !value.and(in_sight).is_empty();
                let source = Source {
                    relations: relations.len(),
                    top: permission.values.top(),
                    anywhere,
                    value,
                    held: *held,
                };
                // Most rows follow from the same few sources; only a new one is worked out.
                let offset = rows.of(source, || {
                    let cell = |combination| source.cell(permission, combination).to_byte();
                    combinations(relations).map(cell).collect()
                });
                let allowed = value.and(held.prerequisites).and(in_sight);
                (offset, held.covered && !allowed.is_empty())
            };
            let least = row(Demand::Least);
            let top = if permission.values.least() == permission.values.top() {
                least
            } else {
                row(Demand::Top)
            };
            table.offsets.push([least.0, top.0]);
            table.possible.push([least.1, top.1]);
        }
        table.cells = rows.cells;
        table
    }
}

/// Everything that the cells of a row follow from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Source {
    relations: usize,
    /// The highest of the permission's values, which says what values it has.
    top: Level,
    /// Whether what is asked for is held on some record that there can be in the person's sight.
    anywhere: bool,
    /// Where it is held.
    value: Cover,
    held: Held,
}

impl Source {
    fn cell(&self, permission: &Permission, combination: u8) -> Cell {
        let reason = if !self.anywhere {
            Reason::NotGranted
        } else if !self.value.has(combination) {
            Reason::Relation
        } else if !self.held.prerequisites.has(combination) {
            Reason::Prerequisite
        } else if !self.held.covered {
            Reason::NotEntitled
        } else {
            Reason::Granted
        };
        let level = self.held.level(permission, combination);
        Cell { reason, level }
    }
}

/// Cells of rows, equal ones stored once.
#[derive(Default)]
struct Rows {
    cells: Vec<u8>,
    /// Where the row begins that follows from a source.
    sources: BTreeMap<Source, u32>,
    /// The rows by what they hold, and where each begins.
    rows: Index,
    offsets: Vec<u32>,
}

impl Rows {
    /// Where the row that follows from `source` begins; it is worked out if it is the first.
    fn of(&mut self, source: Source, row: impl FnOnce() -> Vec<u8>) -> u32 {
        let Rows {
            cells,
            sources,
            rows,
            offsets,
        } = self;
        *sources.entry(source).or_insert_with(|| {
            let row = row();
            if let Some(known) = rows.position(&row) {
                return offsets.get(known).copied().unwrap_or_default();
            }
            let offset = cells.len() as u32;
            cells.extend_from_slice(&row);
            rows.add(row);
            offsets.push(offset);
            offset
        })
    }
}

/// On which records a permission has its two values.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Reach {
    least: Cover,
    top: Cover,
}

impl Reach {
    fn of(&self, demand: Demand) -> Cover {
        match demand {
            Demand::Least => self.least,
            Demand::Top => self.top,
        }
    }

    /// On which records a permission has at least that level.
    fn at_least(&self, permission: &Permission, level: Level) -> Cover {
        Demand::of(permission, level).map_or(Cover::NONE, |demand| self.of(demand))
    }

    fn both(cover: Cover) -> Reach {
        Reach {
            least: cover,
            top: cover,
        }
    }

    /// That level on these records.
    fn level(permission: &Permission, level: Level, on: Cover) -> Reach {
        Reach {
            least: Cover::constant(level > Level::Off).and(on),
            top: Cover::constant(level == permission.values.top()).and(on),
        }
    }

    fn or(self, other: Reach) -> Reach {
        Reach {
            least: self.least.or(other.least),
            top: self.top.or(other.top),
        }
    }

    fn and(self, other: Reach) -> Reach {
        Reach {
            least: self.least.and(other.least),
            top: self.top.and(other.top),
        }
    }
}

/// Roles, then layers, then rules (DESIGN steps 1, 2 and 4).
fn values(catalog: &Catalog, snapshot: &Snapshot, membership: &Membership) -> Vec<Reach> {
    let mut reach = vec![Reach::default(); catalog.permissions.len()];
    for role in membership
        .roles
        .iter()
        .filter_map(|role| snapshot.role(catalog, *role))
    {
        for (position, grant) in role.values.iter() {
            if let (Some(place), Some(permission)) =
                (reach.get_mut(position), catalog.permissions.get(position))
            {
                let on = grant.only_if.map_or(Cover::ALL, Cover::relations);
                *place = place.or(Reach::level(permission, grant.level, on));
            }
        }
    }
    for layer in &membership.layers {
        for (position, level) in layer.values.iter() {
            if let (Some(place), Some(permission)) =
                (reach.get_mut(position), catalog.permissions.get(position))
            {
                *place = Reach::level(permission, *level, Cover::ALL);
            }
        }
    }
    for position in catalog.order.iter().copied() {
        if let Some(permission) = catalog.permissions.get(position)
            && let Some(rule) = &permission.rule
        {
            let derived = derive(catalog, permission, rule, &reach);
            if let Some(place) = reach.get_mut(position) {
                *place = derived;
            }
        }
    }
    reach
}

fn derive(catalog: &Catalog, permission: &Permission, rule: &Formula, reach: &[Reach]) -> Reach {
    match rule {
        Formula::Any(parts) => parts.iter().fold(Reach::default(), |any, part| {
            any.or(derive(catalog, permission, part, reach))
        }),
        Formula::All(parts) => parts.iter().fold(Reach::both(Cover::ALL), |all, part| {
            all.and(derive(catalog, permission, part, reach))
        }),
        Formula::Value(level) => Reach::level(permission, *level, Cover::ALL),
        Formula::Relation(bit) => Reach::both(Cover::relations(*bit)),
        Formula::Permission(other) => reach.get(*other).copied().unwrap_or_default(),
        Formula::AtLeast(other, level) => {
            match (reach.get(*other), catalog.permissions.get(*other)) {
                (Some(reach), Some(other)) => Reach::both(reach.at_least(other, *level)),
                _ => Reach::default(),
            }
        }
    }
}

/// A permission's value together with what it needs.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Held {
    value: Reach,
    /// Where all prerequisites are held.
    prerequisites: Cover,
    /// Whether the customer has bought it, and every prerequisite.
    covered: bool,
}

impl Held {
    /// The level held on records of this combination, everything counted.
    fn level(&self, permission: &Permission, combination: u8) -> Level {
        if !self.covered || !self.prerequisites.has(combination) {
            return Level::Off;
        }
        let highest = Demand::ALL
            .into_iter()
            .rev()
            .find(|demand| self.value.of(*demand).has(combination));
        highest.map_or(Level::Off, |demand| demand.level(permission))
    }
}

/// Prerequisites and entitlements (DESIGN steps 5 and 7).
fn prerequisites(catalog: &Catalog, snapshot: &Snapshot, values: &[Reach]) -> Vec<Held> {
    let mut all = vec![Held::default(); catalog.permissions.len()];
    for position in catalog.order.iter().copied() {
        let (Some(permission), Some(value)) =
            (catalog.permissions.get(position), values.get(position))
        else {
            continue;
        };
        let mut held = Held {
            value: *value,
            prerequisites: Cover::ALL,
            covered: snapshot.covers(permission),
        };
        for requirement in &permission.requires {
            let of = (
                all.get(requirement.permission),
                catalog.permissions.get(requirement.permission),
            );
            let (Some(other), Some(permission)) = of else {
                continue;
            };
            let reach = other
                .value
                .at_least(permission, requirement.at_least)
                .and(other.prerequisites);
            held.prerequisites = held.prerequisites.and(reach);
            held.covered &= other.covered;
        }
        if let Some(place) = all.get_mut(position) {
            *place = held;
        }
    }
    all
}
