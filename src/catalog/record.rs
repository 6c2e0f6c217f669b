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
    /// The filter members that speak about it; `None`: all.
    pub(crate) filters: Option<Vec<FilterMember>>,
}
