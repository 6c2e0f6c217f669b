//! Lists by name, and the closed lists of words that catalogs use.

use crate::collections::Index;
use crate::error::Problem;
use crate::json::{self, Node};

/// A list whose members have names, found by position or by name.
#[derive(Clone, Debug)]
pub(crate) struct Names<T> {
    items: Vec<T>,
    positions: Index,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Names {
            items: Vec::new(),
            positions: Index::default(),
        }
    }
}

impl<T> Names<T> {
    /// Adds an item; `false`, and nothing is added, if the name is taken.
    pub(crate) fn add(&mut self, name: &str, item: T) -> bool {
        let is_new = self.positions.add(name).is_some();
        if is_new {
            self.items.push(item);
        }
        is_new
    }

    pub(crate) fn get(&self, position: usize) -> Option<&T> {
        self.items.get(position)
    }

    pub(crate) fn get_mut(&mut self, position: usize) -> Option<&mut T> {
        self.items.get_mut(position)
    }

    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.positions.position(name)
    }

    pub(crate) fn named(&self, name: &str) -> Option<&T> {
        self.get(self.position(name)?)
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    pub(crate) fn iter(&self) -> core::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// The position of the name that stands at `node`.
    pub(crate) fn find(&self, node: &Node<'_>, what: &str) -> Result<usize, Problem> {
        let name = node.string()?;
        self.position(name)
            .ok_or_else(|| node.name_problem(name, &format!("is no {what} of the catalog")))
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// Every word of the list, in its order.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The word as it is written.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }

            /// The member of the list that is written `text`.
            #[must_use]
            pub fn parse(text: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|word| word.as_str() == text)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// How a person relates to a record.
    Relation {
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

words! {
    /// Who a layer of values is set for, from far to near.
    LayerKind {
        /// The whole company.
        Company = "company",
        /// One group of the membership.
        Group = "group",
        /// The person.
        User = "user",
    }
}

words! {
    /// What a filter can restrict.
    FilterMember {
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

words! {
    /// Why a decision is what it is. After [`Granted`](Reason::Granted), in order of precedence.
    Reason {
        /// Allowed.
        Granted = "granted",
        /// The engine could not start, or has stopped.
        EngineUnavailable = "engine-unavailable",
        /// Nothing was loaded yet, or it was cleared.
        NoSnapshot = "no-snapshot",
        /// The clock stands before the snapshot's time, or cannot be trusted.
        NotYetValid = "not-yet-valid",
        /// The snapshot has run out.
        Expired = "expired",
        /// The catalog has no such permission, or not that value of it.
        UnknownPermission = "unknown-permission",
        /// The person has no membership there, or several and none was named.
        UnknownWorkspace = "unknown-workspace",
        /// The permission is about a record, and none was given.
        RecordRequired = "record-required",
        /// The record is out of the person's sight.
        Filtered = "filtered",
        /// Nothing the person holds gives it, whatever the record.
        NotGranted = "not-granted",
        /// What the person holds gives it on other records.
        Relation = "relation",
        /// The person holds it, but not what it needs.
        Prerequisite = "prerequisite",
        /// All that, but the customer has not bought it.
        NotEntitled = "not-entitled",
    }
}

words! {
    /// What a screen should do with a control.
    Outcome {
        /// Show it.
        Show = "show",
        /// Show it disabled, with the reason.
        Disable = "disable",
        /// Leave it out.
        Hide = "hide",
        /// Show it with an offer to upgrade.
        Upsell = "upsell",
        /// Undecided: show that something is still loading.
        Loading = "loading",
    }
}

impl Reason {
    /// The outcomes a catalog may choose for this reason; the first is the default.
    pub(crate) const fn outcomes(self) -> &'static [Outcome] {
        match self {
            Reason::Granted => &[Outcome::Show],
            Reason::EngineUnavailable | Reason::NoSnapshot => &[Outcome::Loading],
            Reason::UnknownPermission | Reason::UnknownWorkspace => &[Outcome::Hide],
            Reason::NotYetValid | Reason::Expired | Reason::Relation | Reason::Prerequisite => {
                &[Outcome::Disable, Outcome::Hide]
            }
            Reason::RecordRequired | Reason::Filtered | Reason::NotGranted => {
                &[Outcome::Hide, Outcome::Disable]
            }
            Reason::NotEntitled => &[Outcome::Upsell, Outcome::Disable, Outcome::Hide],
        }
    }
}

/// The member of a closed list that stands at `node`.
pub(crate) fn member_of<T: Copy>(
    node: &Node<'_>,
    all: &'static [T],
    parse: fn(&str) -> Option<T>,
    word: fn(T) -> &'static str,
) -> Result<T, Problem> {
    parse(node.string()?).ok_or_else(|| {
        let words: Vec<&str> = all.iter().map(|item| word(*item)).collect();
        node.problem(format!("must be {}", json::list(&words)))
    })
}

/// The members of a closed list that stand at `node`, each once.
pub(crate) fn list_of<T: Copy + PartialEq>(
    node: &Node<'_>,
    all: &'static [T],
    parse: fn(&str) -> Option<T>,
    word: fn(T) -> &'static str,
) -> Result<Vec<T>, Problem> {
    let mut list = Vec::new();
    for item in node.items(all.len())? {
        let member = member_of(&item, all, parse, word)?;
        if list.contains(&member) {
            return Err(item.problem(format!("repeats `{}`", word(member))));
        }
        list.push(member);
    }
    Ok(list)
}
