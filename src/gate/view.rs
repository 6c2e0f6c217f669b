//! A compiled snapshot, and the questions that one membership puts to it.

use crate::catalog::Catalog;
use crate::gate::answer::{Decision, Explanation, Missing};
use crate::gate::facts::{Record, Relationship, relationship};
use crate::gate::model::{Model, WhatIf};
use crate::gate::roles::Roles;
use crate::gate::table::{Cell, Table};
use crate::gate::threshold::Threshold;
use crate::reason::{Outcome, Reason};
use crate::snapshot::{Membership, Snapshot, State};
use crate::time::UnixTime;
use crate::value::Level;

/// A verified snapshot and its catalog, compiled: the thing that answers.
///
/// It is looked at through a [`View`], one for each membership. Deciding never fails; whatever
/// cannot be vouched for is a denial with its reason.
#[derive(Clone, Debug)]
pub struct Gate {
    snapshot: Snapshot,
    /// One for each membership, in the same order.
    tables: Vec<Table>,
}

/// A gate, seen from one membership.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    gate: &'a Gate,
    here: Option<(&'a Membership, &'a Table)>,
}

impl Gate {
    /// Compiles a snapshot and the catalog that it was validated against.
    #[must_use]
    pub fn compile(snapshot: Snapshot) -> Gate {
        let tables = snapshot
            .memberships
            .iter()
            .map(|membership| Table::compile(&snapshot.catalog, &snapshot, membership));
        Gate {
            tables: tables.collect(),
            snapshot,
        }
    }

    /// The snapshot this gate answers from.
    #[must_use]
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The gate as seen from a membership: the one of `workspace`, or the only one there is.
    ///
    /// With no such membership, or with several and none named, the view denies everything with
    /// [`Reason::UnknownWorkspace`].
    #[must_use]
    pub fn view(&self, workspace: Option<&str>) -> View<'_> {
        let position = match workspace {
            Some(workspace) => self
                .snapshot
                .workspaces()
                .position(|other| other == workspace),
            None => (self.tables.len() == 1).then_some(0),
        };
        position.map_or(
            View {
                gate: self,
                here: None,
            },
            |position| self.view_at(position),
        )
    }

    /// The gate as seen from the membership at `position` in the snapshot.
    pub(crate) fn view_at(&self, position: usize) -> View<'_> {
        let here = self
            .snapshot
            .memberships
            .get(position)
            .zip(self.tables.get(position));
        View { gate: self, here }
    }

    pub(crate) fn catalog(&self) -> &Catalog {
        &self.snapshot.catalog
    }

    /// Why nothing is allowed at this time, if so.
    fn out_of_time(&self, now: UnixTime) -> Option<Reason> {
        match self.snapshot.period.state(now) {
            State::Ready | State::Stale => None,
            State::Empty => Some(Reason::NoSnapshot),
            State::Expired => Some(Reason::Expired),
            State::NotYetValid => Some(Reason::NotYetValid),
        }
    }
}

impl<'a> View<'a> {
    /// Whether this person may: [`decide`](View::decide), reduced to yes or no.
    #[must_use]
    pub fn can(&self, permission: &str, record: Option<&Record<'_>>, now: UnixTime) -> bool {
        self.answer(permission, record, now).cell.reason == Reason::Granted
    }

    /// The level this person holds, `off` wherever nothing can be vouched for.
    #[must_use]
    pub fn level(&self, permission: &str, record: Option<&Record<'_>>, now: UnixTime) -> Level {
        self.answer(permission, record, now).cell.level
    }

    /// Answers what `permission` is worth to this person, on `record` where it is about one.
    ///
    /// A permission's name may carry the least value that is asked for, after a colon:
    /// `chat-settings:write`. Without one, any value above `off` is an allow. A record is ignored by a
    /// permission that is not about one.
    ///
    /// It never fails: an unknown name, a missing record, an expired snapshot are denials.
    #[must_use]
    pub fn decide(&self, permission: &str, record: Option<&Record<'_>>, now: UnixTime) -> Decision {
        let Answer {
            question,
            relationship,
            cell: Cell { reason, level },
        } = self.answer(permission, record, now);
        let missing = match (question, self.model()) {
            (Some((position, threshold)), Some(model)) if is_about_the_person(reason) => {
                model.missing(position, threshold, relationship)
            }
            _ if reason == Reason::Granted => Vec::new(),
            _ => vec![Missing {
                reason,
                prerequisite: None,
                missing: Vec::new(),
                changes: Vec::new(),
            }],
        };
        let stale = self.gate.snapshot.period.state(now) == State::Stale;
        Decision {
            reason,
            level,
            outcome: self.outcome(question, reason),
            missing,
            stale,
        }
    }

    /// The decision, reached once more by the full model, and what every role, layer, rule,
    /// prerequisite, filter and entitlement said to it.
    #[must_use]
    pub fn explain(
        &self,
        permission: &str,
        record: Option<&Record<'_>>,
        now: UnixTime,
    ) -> Explanation {
        let mut decision = self.decide(permission, record, now);
        let Answer {
            question,
            relationship,
            ..
        } = self.answer(permission, record, now);
        let mut trace = Vec::new();
        if let (Some((position, threshold)), Some(model)) = (question, self.model())
            && self.gate.out_of_time(now).is_none()
        {
            (decision.reason, decision.level) = model.decide(position, threshold, relationship);
            decision.outcome = self.outcome(question, decision.reason);
            trace = model.trace(position, relationship);
        }
        Explanation { decision, trace }
    }

    /// Whether this person is allowed on some record that there can be in their sight, to decide whether a
    /// whole section is shown.
    /// For a permission that is not about records, the same as [`can`](View::can).
    #[must_use]
    pub fn maybe(&self, permission: &str, now: UnixTime) -> bool {
        let (Some((_, table)), Some((position, threshold))) =
            (self.here, self.question(permission))
        else {
            return false;
        };
        let possible = table
            .possible
            .get(position)
            .is_some_and(|[least, top]| match threshold {
                Threshold::Least => *least,
                Threshold::Top => *top,
            });
        possible && self.gate.out_of_time(now).is_none()
    }

    /// Who may edit and hand out which roles, as far as this person goes. An expired snapshot says nobody.
    #[must_use]
    pub fn roles(&self, now: UnixTime) -> Roles<'a> {
        let here = self.here.filter(|_| self.gate.out_of_time(now).is_none());
        Roles::new(&self.gate.snapshot, here)
    }

    fn answer(&self, permission: &str, record: Option<&Record<'_>>, now: UnixTime) -> Answer {
        let question = self.question(permission);
        let deny = |reason| Answer {
            question,
            relationship: None,
            cell: Cell::denial(reason),
        };
        if let Some(reason) = self.gate.out_of_time(now) {
            return deny(reason);
        }
        let catalog = self.gate.catalog();
        let asked = question.and_then(|(position, threshold)| {
            Some((position, threshold, catalog.permissions.get(position)?))
        });
        let Some((position, threshold, permission)) = asked else {
            return deny(Reason::UnknownPermission);
        };
        let Some((membership, table)) = self.here else {
            return deny(Reason::UnknownWorkspace);
        };
        let kind = permission.record.and_then(|kind| catalog.records.get(kind));
        let relationship = match (kind, record) {
            (None, _) => None,
            (Some(_), None) => return deny(Reason::RecordRequired),
            (Some(kind), Some(record)) => {
                Some(relationship(&self.gate.snapshot, membership, kind, record))
            }
        };
        let Relationship {
            relations,
            filtered,
        } = relationship.unwrap_or_default();
        let cell = if filtered {
            Cell::denial(Reason::Filtered)
        } else {
            // A table has a cell for every question; without one nothing can be vouched for.
            let cell = table.cell(position, threshold, relations);
            cell.unwrap_or(Cell::denial(Reason::NotGranted))
        };
        Answer {
            question,
            relationship,
            cell,
        }
    }

    /// The permission that `text` names, and how much of it is asked for.
    pub(crate) fn question(&self, text: &str) -> Option<(usize, Threshold)> {
        let (name, level) = match text.split_once(':') {
            Some((name, level)) => (name, Some(Level::parse(level)?)),
            None => (text, None),
        };
        let position = self.gate.catalog().permissions.position(name)?;
        let permission = self.gate.catalog().permissions.get(position)?;
        let threshold = level.map_or(Some(Threshold::Least), |level| {
            Threshold::of(permission, level)
        })?;
        Some((position, threshold))
    }

    pub(crate) fn model(&self) -> Option<Model<'a>> {
        let (membership, _) = self.here?;
        Some(Model {
            catalog: self.gate.catalog(),
            snapshot: &self.gate.snapshot,
            membership,
            what_if: WhatIf::default(),
        })
    }

    fn outcome(&self, question: Option<(usize, Threshold)>, reason: Reason) -> Outcome {
        let permission =
            question.and_then(|(position, _)| self.gate.catalog().permissions.get(position));
        permission.map_or_else(|| reason.outcome(), |permission| permission.outcome(reason))
    }

    #[cfg(feature = "js")]
    pub(crate) fn membership(&self) -> Option<&'a Membership> {
        self.here.map(|(membership, _)| membership)
    }

    #[cfg(feature = "js")]
    pub(crate) fn table(&self) -> Option<&'a Table> {
        self.here.map(|(_, table)| table)
    }
}

/// A question as the table answers it.
struct Answer {
    /// The permission and how much of it is asked for, where the catalog has it.
    question: Option<(usize, Threshold)>,
    /// How the person stands to the record, for a permission that is about one.
    relationship: Option<Relationship>,
    cell: Cell,
}

/// Whether what is missing can be asked of the model: the reason is none that holds for everything.
fn is_about_the_person(reason: Reason) -> bool {
    reason >= Reason::RecordRequired
}
