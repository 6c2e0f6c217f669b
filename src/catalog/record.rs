//! Kinds of record, the relations a person may have to one, and the filters that speak about it.

use crate::vocabulary::vocabulary;

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
        /// The record's `assignee` was read and is empty.
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

/// A kind of record and the relations a person may have to one.
#[derive(Clone, Debug)]
pub(crate) struct RecordKind {
    pub(crate) id: String,
    pub(crate) relations: Vec<Relation>,
    /// The filter members that speak about it; `None`: all.
    pub(crate) filters: Option<Vec<FilterMember>>,
}
