//! Kinds of record: the facts that can be known of one, the relations a person may have to it, and the
//! filters that restrict it.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A fact about a record, on which relations and filters depend.
    pub enum FactName {
        /// The person who owns it.
        Owner = "owner",
        /// The person it is assigned to.
        Assignee = "assignee",
        /// The group it belongs to.
        Group = "group",
        /// The organization it belongs to.
        Organization = "organization",
        /// The queue it waits in.
        Queue = "queue",
        /// The people it is shared with.
        Collaborators = "collaborators",
        /// Those of the `collaborators` who may edit it.
        Editors = "editors",
    }
}

vocabulary! {
    /// How a person relates to a record.
    pub enum Relation {
        /// The record's `owner` is the person.
        Own = "own",
        /// The person is among the record's `collaborators`.
        Shared = "shared",
        /// The person is among the record's `collaborators` with edit right.
        SharedEdit = "shared-edit",
        /// The record's `assignee` is the person.
        Mine = "mine",
        /// The record has an `assignee`.
        Assigned = "assigned",
        /// The record's `assignee` is known, and nobody is assigned.
        Unassigned = "unassigned",
        /// The record's `group` is one of the membership's groups.
        SameGroup = "same-group",
        /// The record's `organization` is the membership's workspace.
        SameOrganization = "same-organization",
    }
}

vocabulary! {
    /// What a filter can restrict.
    pub enum FilterMember {
        /// By the record's `owner`.
        Owners = "owners",
        /// By the record's `assignee`.
        Assignees = "assignees",
        /// By the record's `group`.
        Groups = "groups",
        /// By the record's `organization`.
        Organizations = "organizations",
        /// By the record's `queue`.
        Queues = "queues",
    }
}

impl FilterMember {
    /// The fact that this member restricts.
    pub(crate) const fn fact(self) -> FactName {
        match self {
            FilterMember::Owners => FactName::Owner,
            FilterMember::Assignees => FactName::Assignee,
            FilterMember::Groups => FactName::Group,
            FilterMember::Organizations => FactName::Organization,
            FilterMember::Queues => FactName::Queue,
        }
    }
}

/// A kind of record and the relations a person may have to one.
#[derive(Clone, Debug)]
pub(crate) struct RecordKind {
    pub(crate) id: String,
    pub(crate) relations: Vec<Relation>,
    /// The filter members that apply to records of this kind. `None`: all of them.
    pub(crate) filters: Option<Vec<FilterMember>>,
}

impl RecordKind {
    /// The set of this relation alone; `None` where records of this kind cannot have it.
    pub(crate) fn only(&self, relation: Relation) -> Option<RelationSet> {
        Some(self.set(&|other| other == relation)).filter(|set| !set.is_empty())
    }

    /// The set of the relations that hold.
    pub(crate) fn set(&self, holds: &dyn Fn(Relation) -> bool) -> RelationSet {
        let relations = self.relations.iter().enumerate();
        relations
            .filter(|(_, relation)| holds(**relation))
            .fold(RelationSet::NONE, |set, (bit, _)| {
                set.with(RelationSet::at(bit))
            })
    }

    /// The relations of a set.
    pub(crate) fn relations_of(&self, set: RelationSet) -> Vec<Relation> {
        let relations = self.relations.iter().enumerate();
        relations
            .filter(|(bit, _)| set.intersects(RelationSet::at(*bit)))
            .map(|(_, relation)| *relation)
            .collect()
    }

    /// Every set of relations that records of a kind can have; only the empty one without a kind.
    pub(crate) fn sets(kind: Option<&RecordKind>) -> impl Iterator<Item = RelationSet> {
        let count = kind.map_or(0, |kind| kind.relations.len());
        let unused = 8_u32.saturating_sub(count as u32);
        (0..=u8::MAX.checked_shr(unused).unwrap_or(0)).map(RelationSet)
    }
}

/// A set of relations to a record: one bit for each, in the order of the record kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RelationSet(u8);

impl RelationSet {
    pub(crate) const NONE: RelationSet = RelationSet(0);
    pub(crate) const ALL: RelationSet = RelationSet(u8::MAX);

    pub(crate) const fn from_bits(bits: u8) -> RelationSet {
        RelationSet(bits)
    }

    pub(crate) const fn bits(self) -> u8 {
        self.0
    }

    /// The relation at that position of its record kind.
    pub(crate) const fn at(position: usize) -> RelationSet {
        RelationSet(1_u8.wrapping_shl(position as u32))
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// These relations and those.
    pub(crate) const fn with(self, other: RelationSet) -> RelationSet {
        RelationSet(self.0 | other.0)
    }

    /// These relations but for those.
    pub(crate) const fn without(self, other: RelationSet) -> RelationSet {
        RelationSet(self.0 & !other.0)
    }

    /// Whether the two have a relation in common.
    pub(crate) const fn intersects(self, other: RelationSet) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all of those are among these.
    pub(crate) const fn contains(self, other: RelationSet) -> bool {
        self.0 & other.0 == other.0
    }
}
