//! What the facts of a record mean: how a person relates to it, and whether filters hide it.

use crate::catalog::{FactName, FilterMember, RecordKind, Relation, RelationSet};
use crate::gate::combinations::Combinations;
use crate::snapshot::{Membership, Snapshot};

/// A fact about a record, as the application could read it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fact<'a> {
    /// It could not be read: nothing that depends on it holds.
    #[default]
    Unread,
    /// It was read, and there is none: nobody is assigned, say.
    Empty,
    /// The id that was read.
    Id(&'a str),
}

/// What the application knows of a record; everything left out counts as unread.
///
/// ```
/// use rolegate::{Fact, Record};
/// let record = Record { assignee: Fact::Empty, group: Fact::Id("g7"), ..Record::default() };
/// # let _ = record;
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record<'a> {
    /// Who owns it.
    pub owner: Fact<'a>,
    /// Whom it is assigned to.
    pub assignee: Fact<'a>,
    /// The group it belongs to.
    pub group: Fact<'a>,
    /// The organization it belongs to.
    pub organization: Fact<'a>,
    /// The queue it waits in.
    pub queue: Fact<'a>,
    /// The people it is shared with.
    pub collaborators: Vec<Collaborator<'a>>,
}

/// A person whom a record is shared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Collaborator<'a> {
    /// The person's id.
    pub id: &'a str,
    /// Whether the person may edit it.
    pub edit: bool,
}

impl<'a> Record<'a> {
    /// The fact of that name, if it is a single id.
    fn single(&self, name: FactName) -> Fact<'a> {
        match name {
            FactName::Owner => self.owner,
            FactName::Assignee => self.assignee,
            FactName::Group => self.group,
            FactName::Organization => self.organization,
            FactName::Queue => self.queue,
            FactName::Collaborators | FactName::Editors => Fact::Unread,
        }
    }
}

/// How a person relates to one record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Relationship {
    /// The relations that hold.
    pub(crate) relations: RelationSet,
    /// Whether a filter hides the record from the person.
    pub(crate) filtered: bool,
}

/// Where the bits of filter members begin in a meaning; the bits of relations lie below.
const FILTER_BITS: u32 = 8;

/// What one fact means: bits 0 to 7 are the relations that hold because of it, in the order of the
/// record kind, and the bits from 8 on are the filter members that it passes.
///
/// `id` is `None` for a fact that was read and is empty. A fact that was not read means 0.
pub(crate) fn meaning(
    snapshot: &Snapshot,
    membership: &Membership,
    record: &RecordKind,
    fact: FactName,
    id: Option<&str>,
) -> u32 {
    let is_person = id == Some(snapshot.subject.as_str());
    let holds = |relation: Relation| match relation {
        Relation::Own => fact == FactName::Owner && is_person,
        Relation::Shared => {
            matches!(fact, FactName::Collaborators | FactName::Editors) && is_person
        }
        Relation::SharedEdit => fact == FactName::Editors && is_person,
        Relation::Mine => fact == FactName::Assignee && is_person,
        Relation::Assigned => fact == FactName::Assignee && id.is_some(),
        Relation::Unassigned => fact == FactName::Assignee && id.is_none(),
        Relation::SameGroup => {
            let is_own = |id| membership.groups.iter().any(|group| group == id);
            fact == FactName::Group && id.is_some_and(is_own)
        }
        Relation::SameOrganization => {
            fact == FactName::Organization && id == Some(membership.workspace.as_str())
        }
    };
    let mut bits = u32::from(record.set(&holds).bits());
    for (bit, condition) in filter_conditions(membership, record) {
        let passes = condition.is_some_and(|(member, ids)| {
            member.fact() == fact && id.is_some_and(|id| ids.iter().any(|passing| passing == id))
        });
        if passes {
            bits |= bit;
        }
    }
    bits
}

/// The relations in a meaning.
fn relations_in(meaning: u32) -> RelationSet {
    RelationSet::from_bits(meaning as u8)
}

/// The bits that the meanings of a record's facts must have together; a record that lacks one is filtered.
pub(crate) fn required(membership: &Membership, record: &RecordKind) -> u32 {
    filter_conditions(membership, record).fold(0, |bits, (bit, _)| bits | bit)
}

/// The combinations of relations that a person can have to a record of this kind that passes the filters.
///
/// Each fact decides its own relations and filter members, and a record has each fact once. So the
/// possible meanings are worked out fact by fact, and any of one fact goes with any of another.
pub(crate) fn in_sight(
    snapshot: &Snapshot,
    membership: &Membership,
    record: &RecordKind,
) -> Combinations {
    let mut all = Combinations::NONE.with(RelationSet::NONE);
    let mut restricted = 0;
    for fact in FactName::ALL.iter().copied() {
        let conditions = filter_conditions(membership, record).filter_map(|(bit, condition)| {
            let (member, ids) = condition?;
            (member.fact() == fact).then_some((bit, ids))
        });
        let conditions: Vec<(u32, &Vec<String>)> = conditions.collect();
        let passes = conditions.iter().fold(0, |bits, (bit, _)| bits | bit);
        restricted |= passes;
        // An id passes if it is in every list, so the ids of the first list are enough. Without a list
        // every id passes: those of the person, the workspace and a group, and an empty one that stands
        // for all others.
        let ids: Vec<&str> = match conditions.first() {
            Some((_, ids)) => ids.iter().map(String::as_str).collect(),
            None => [snapshot.subject.as_str(), &membership.workspace, ""]
                .into_iter()
                .chain(membership.groups.first().map(String::as_str))
                .collect(),
        };
        let unread = 0;
        let read = ids.into_iter().map(Some).chain([None]);
        let meanings = read
            .map(|id| meaning(snapshot, membership, record, fact, id))
            .chain([unread])
            .filter(|bits| bits & passes == passes);
        all = meanings.fold(Combinations::NONE, |some, bits| {
            some.or(all.adding(relations_in(bits)))
        });
    }
    // No record passes a filter that says nothing about the kind.
    Combinations::constant(restricted == required(membership, record)).and(all)
}

/// The conditions of the filters for a record of this kind, each with its bit: that a fact is one of
/// these ids, or `None` for a filter that says nothing about the kind, which no such record passes.
fn filter_conditions<'a>(
    membership: &'a Membership,
    record: &'a RecordKind,
) -> impl Iterator<Item = (u32, Option<&'a (FilterMember, Vec<String>)>)> {
    let speaks = |member: FilterMember| {
        record
            .filters
            .as_ref()
            .is_none_or(|filters| filters.contains(&member))
    };
    let is_filtered = record
        .filters
        .as_ref()
        .is_none_or(|filters| !filters.is_empty());
    let filters = membership.filters.iter().filter(move |_| is_filtered);
    let conditions = filters.flat_map(move |filter| {
        let says_nothing = !filter.members.iter().any(|(member, _)| speaks(*member));
        let members = filter
            .members
            .iter()
            .filter(move |(member, _)| speaks(*member));
        members.map(Some).chain(says_nothing.then_some(None))
    });
    conditions.enumerate().map(|(index, condition)| {
        (
            1_u32.wrapping_shl(FILTER_BITS.wrapping_add(index as u32)),
            condition,
        )
    })
}

/// How the person relates to `record`, from what its facts mean.
pub(crate) fn relationship(
    snapshot: &Snapshot,
    membership: &Membership,
    kind: &RecordKind,
    record: &Record<'_>,
) -> Relationship {
    let mean = |fact, id| meaning(snapshot, membership, kind, fact, id);
    let mut bits = 0;
    for fact in FactName::ALL.iter().copied() {
        bits |= match record.single(fact) {
            Fact::Unread => 0,
            Fact::Empty | Fact::Id("") => mean(fact, None),
            Fact::Id(id) => mean(fact, Some(id)),
        };
    }
    for collaborator in &record.collaborators {
        let fact = if collaborator.edit {
            FactName::Editors
        } else {
            FactName::Collaborators
        };
        bits |= mean(fact, Some(collaborator.id));
    }
    let required = required(membership, kind);
    Relationship {
        relations: relations_in(bits),
        filtered: bits & required != required,
    }
}
