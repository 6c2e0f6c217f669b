//! The decision table of one membership: compiled once, and looked up for every question.

use crate::catalog::{Catalog, Formula, Permission, RecordKind, RelationSet};
use crate::collections::Index;
use crate::gate::combinations::Combinations;
use crate::gate::facts::in_sight;
use crate::gate::threshold::Threshold;
use crate::reason::ReasonCode;
use crate::snapshot::{Membership, Snapshot};
use crate::value::Level;

/// The rows of all permissions, one for each threshold. A row has one cell for each combination of the
/// relations of the record kind. A cell holds the reason code in its low four bits, and above them the
/// level held.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Where a permission's rows begin among the cells. Equal rows are stored once.
    pub(crate) offsets: Vec<[u32; 2]>,
    pub(crate) cells: Vec<u8>,
    /// For each threshold, whether it is allowed on some record that passes the filters.
    pub(crate) possible: Vec<[bool; 2]>,
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) code: ReasonCode,
    /// The level held on this record, whatever was asked for.
    pub(crate) level: Level,
}

impl Cell {
    /// A denial that no row holds.
    pub(crate) const fn denial(code: ReasonCode) -> Cell {
        Cell {
            code,
            level: Level::Off,
        }
    }

    const fn to_byte(self) -> u8 {
        (self.code as u8) | ((self.level as u8) << 4)
    }

    fn from_byte(byte: u8) -> Option<Cell> {
        let code = ReasonCode::ALL.get(usize::from(byte & 0x0f)).copied()?;
        let level = Level::ALL.get(usize::from(byte >> 4)).copied()?;
        Some(Cell { code, level })
    }
}

impl Table {
    /// The cell of a permission, on a record to which the person has these relations.
    pub(crate) fn cell(
        &self,
        permission: usize,
        threshold: Threshold,
        relations: RelationSet,
    ) -> Option<Cell> {
        let [least, top] = *self.offsets.get(permission)?;
        let offset = match threshold {
            Threshold::Least => least,
            Threshold::Top => top,
        };
        let index = (offset as usize).checked_add(usize::from(relations.bits()))?;
        self.cells.get(index).copied().and_then(Cell::from_byte)
    }

    /// Resolves roles, layers, rules, prerequisites and entitlements for every permission and every
    /// combination of relations at once.
    ///
    /// Time and size depend only on the number of permissions, and on how much the held roles and the
    /// layers set.
    pub(crate) fn compile(
        catalog: &Catalog,
        snapshot: &Snapshot,
        membership: &Membership,
    ) -> Table {
        let values = values(catalog, snapshot, membership);
        let held = prerequisites(catalog, snapshot, &values);
        let in_sight: Vec<Combinations> = catalog
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
            let in_sight = permission.record.and_then(|record| in_sight.get(record));
            let in_sight = in_sight.copied().unwrap_or(Combinations::ALL);
            let kind = catalog.record_of(permission);
            let mut row = |threshold| {
                let value = value.of(threshold);
                let anywhere = !value.and(in_sight).is_empty();
                let source = Source {
                    relations: kind.map_or(0, |kind| kind.relations.len()),
                    top: permission.values.top(),
                    anywhere,
                    value,
                    held: *held,
                };
                // Most rows have the same few sources, so a row is worked out for a new source only.
                let offset = rows.of(source, || {
                    let cell = |combination| source.cell(permission, combination).to_byte();
                    RecordKind::sets(kind).map(cell).collect()
                });
                let allowed = value.and(held.prerequisites).and(in_sight);
                (offset, held.entitled && !allowed.is_empty())
            };
            let least = row(Threshold::Least);
            let top = if permission.values.least() == permission.values.top() {
                least
            } else {
                row(Threshold::Top)
            };
            table.offsets.push([least.0, top.0]);
            table.possible.push([least.1, top.1]);
        }
        table.cells = rows.cells;
        table
    }
}

/// Everything that determines the cells of a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Source {
    /// How many relations records can have.
    relations: usize,
    /// The highest of the permission's values, which tells a switch from a level.
    top: Level,
    /// Whether the threshold is reached on some record that passes the filters.
    anywhere: bool,
    /// On which records it is reached.
    value: Combinations,
    held: Held,
}

impl Source {
    fn cell(&self, permission: &Permission, combination: RelationSet) -> Cell {
        let code = if !self.anywhere {
            ReasonCode::NotGranted
        } else if !self.value.has(combination) {
            ReasonCode::Relation
        } else if !self.held.prerequisites.has(combination) {
            ReasonCode::Prerequisite
        } else if !self.held.entitled {
            ReasonCode::NotEntitled
        } else {
            ReasonCode::Granted
        };
        let level = self.held.level(permission, combination);
        Cell { code, level }
    }
}

/// The cells of all rows. Equal rows are stored once.
#[derive(Default)]
struct Rows {
    cells: Vec<u8>,
    /// Where the row of each source begins, in the order of the sources.
    sources: Vec<(Source, u32)>,
    /// The distinct rows by their cells, and where each begins.
    rows: Index,
    offsets: Vec<u32>,
}

impl Rows {
    /// Where the row of `source` begins. The row is worked out if the source is new.
    fn of(&mut self, source: Source, row: impl FnOnce() -> Vec<u8>) -> u32 {
        match self
            .sources
            .binary_search_by_key(&source, |(source, _)| *source)
        {
            Ok(at) => self.sources.get(at).map_or(0, |(_, offset)| *offset),
            Err(at) => {
                let offset = self.add(row());
                self.sources.insert(at, (source, offset));
                offset
            }
        }
    }

    fn add(&mut self, row: Vec<u8>) -> u32 {
        if let Some(known) = self.rows.position(&row) {
            return self.offsets.get(known).copied().unwrap_or_default();
        }
        let offset = self.cells.len() as u32;
        self.cells.extend_from_slice(&row);
        self.rows.add(row);
        self.offsets.push(offset);
        offset
    }
}

/// On which records a permission reaches its two thresholds.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Reach {
    least: Combinations,
    top: Combinations,
}

impl Reach {
    fn of(&self, threshold: Threshold) -> Combinations {
        match threshold {
            Threshold::Least => self.least,
            Threshold::Top => self.top,
        }
    }

    /// On which records a permission has at least that level.
    fn at_least(&self, permission: &Permission, level: Level) -> Combinations {
        Threshold::of(permission, level).map_or(Combinations::NONE, |threshold| self.of(threshold))
    }

    fn both(cover: Combinations) -> Reach {
        Reach {
            least: cover,
            top: cover,
        }
    }

    /// Where a permission that has that level on these records reaches its thresholds.
    fn level(permission: &Permission, level: Level, on: Combinations) -> Reach {
        Reach {
            least: Combinations::constant(level > Level::Off).and(on),
            top: Combinations::constant(level == permission.values.top()).and(on),
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

/// What roles give, then what layers set instead, then what rules make of both.
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
                let on = grant
                    .only_if
                    .map_or(Combinations::ALL, Combinations::with_any);
                *place = place.or(Reach::level(permission, grant.level, on));
            }
        }
    }
    for layer in &membership.layers {
        for (position, level) in layer.values.iter() {
            if let (Some(place), Some(permission)) =
                (reach.get_mut(position), catalog.permissions.get(position))
            {
                *place = Reach::level(permission, *level, Combinations::ALL);
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
        Formula::All(parts) => parts
            .iter()
            .fold(Reach::both(Combinations::ALL), |all, part| {
                all.and(derive(catalog, permission, part, reach))
            }),
        Formula::Value(level) => Reach::level(permission, *level, Combinations::ALL),
        Formula::Relation(bit) => Reach::both(Combinations::with_any(*bit)),
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
    /// On which records all prerequisites are held.
    prerequisites: Combinations,
    /// Whether the customer is entitled to it and to every prerequisite.
    entitled: bool,
}

impl Held {
    /// The level held on records of this combination, prerequisites and entitlements included.
    fn level(&self, permission: &Permission, combination: RelationSet) -> Level {
        if !self.entitled || !self.prerequisites.has(combination) {
            return Level::Off;
        }
        let highest = Threshold::ALL
            .into_iter()
            .rev()
            .find(|threshold| self.value.of(*threshold).has(combination));
        highest.map_or(Level::Off, |threshold| threshold.level(permission))
    }
}

/// Adds prerequisites and entitlements to the values.
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
            prerequisites: Combinations::ALL,
            entitled: snapshot.entitles(permission),
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
            held.entitled &= other.entitled;
        }
        if let Some(place) = all.get_mut(position) {
            *place = held;
        }
    }
    all
}
