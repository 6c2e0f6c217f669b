//! A compiled snapshot, and the questions that one membership puts to it.

use crate::catalog::Catalog;
use crate::gate::answer::{Decision, Explanation, Missing};
use crate::gate::facts::{Record, Relationship, relationship};
use crate::gate::model::{Model, WhatIf};
use crate::gate::roles::Roles;
use crate::gate::table::{Cell, Table};
use crate::gate::threshold::Threshold;
use crate::reason::{Outcome, ReasonCode};
use crate::snapshot::{Membership, Snapshot, State};
use crate::time::UnixTime;
use crate::value::Level;

/// A verified snapshot and its catalog, compiled to answer questions.
///
/// Questions are asked through a [`GateView`] of one membership. Deciding never fails: what cannot be
/// vouched for is a denial with its reason code.
#[derive(Clone, Debug)]
pub struct Gate {
    snapshot: Snapshot,
    /// One for each membership, in the same order.
    tables: Vec<Table>,
}

/// A gate as one membership sees it.
#[derive(Clone, Copy, Debug)]
pub struct GateView<'a> {
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

    /// The snapshot that this gate answers from.
    #[must_use]
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The gate as the membership of `workspace` sees it. Without a workspace it is the only membership.
    ///
    /// If there is no such membership, or if there are several and none is named, the view denies
    /// everything with
    /// [`ReasonCode::UnknownWorkspace`].
    #[must_use]
    pub fn in_workspace(&self, workspace: Option<&str>) -> GateView<'_> {
        let position = match workspace {
            Some(workspace) => self
                .snapshot
                .workspaces()
                .position(|other| other == workspace),
            None => (self.tables.len() == 1).then_some(0),
        };
        position.map_or(
            GateView {
                gate: self,
                here: None,
            },
            |position| self.in_membership(position),
        )
    }

    /// The gate as the membership at `position` of the snapshot sees it.
    pub(crate) fn in_membership(&self, position: usize) -> GateView<'_> {
        let here = self
            .snapshot
            .memberships
            .get(position)
            .zip(self.tables.get(position));
        GateView { gate: self, here }
    }

    pub(crate) fn catalog(&self) -> &Catalog {
        &self.snapshot.catalog
    }

    /// Why nothing is allowed at this time, if nothing is.
    fn out_of_time(&self, now: UnixTime) -> Option<ReasonCode> {
        match self.snapshot.period.state(now) {
            State::Ready | State::Stale => None,
            State::Empty => Some(ReasonCode::NoSnapshot),
            State::Expired => Some(ReasonCode::Expired),
            State::NotYetValid => Some(ReasonCode::NotYetValid),
        }
    }
}

impl<'a> GateView<'a> {
    /// Whether this person may: [`decide`](GateView::decide) reduced to yes or no.
    #[must_use]
    pub fn can(&self, permission: &str, record: Option<&Record<'_>>, now: UnixTime) -> bool {
        self.answer(permission, record, now).cell.code == ReasonCode::Granted
    }

    /// The level that this person holds; `off` if nothing can be vouched for.
    #[must_use]
    pub fn level(&self, permission: &str, record: Option<&Record<'_>>, now: UnixTime) -> Level {
        self.answer(permission, record, now).cell.level
    }

    /// Decides what this person may do with `permission`, on `record` if the permission is about records.
    ///
    /// The name of a permission may carry a threshold after a colon, the least value that is enough:
    /// `chat-settings:write`. Without one, any value above `off` is an allow. A permission that is not about
    /// records ignores the record.
    ///
    /// It never fails: an unknown name, a missing record and an expired snapshot are denials.
    #[must_use]
    pub fn decide(&self, permission: &str, record: Option<&Record<'_>>, now: UnixTime) -> Decision {
        let Answer {
            question,
            relationship,
            cell: Cell { code, level },
        } = self.answer(permission, record, now);
        let missing = match (question, self.model()) {
            (Some((position, threshold)), Some(model)) if is_about_the_person(code) => {
                model.missing(position, threshold, relationship)
            }
            _ if code == ReasonCode::Granted => Vec::new(),
            _ => vec![Missing {
                code,
                prerequisite: None,
                missing: Vec::new(),
                changes: Vec::new(),
            }],
        };
        let stale = self.gate.snapshot.period.state(now) == State::Stale;
        Decision {
            code,
            level,
            outcome: self.outcome(question, code),
            missing,
            stale,
        }
    }

    /// The decision, reached once more by the full model, and what every role, layer, rule, prerequisite,
    /// filter and entitlement says about it.
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
            (decision.code, decision.level) = model.decide(position, threshold, relationship);
            decision.outcome = self.outcome(question, decision.code);
            trace = model.trace(position, relationship);
        }
        Explanation { decision, trace }
    }

    /// Whether some possible record that passes the filters would be allowed. It tells whether to show a
    /// whole section.
    ///
    /// For a permission that is not about records it is the same as [`can`](GateView::can).
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

    /// Which roles this person may edit and hand out; none once the snapshot has expired.
    #[must_use]
    pub fn roles(&self, now: UnixTime) -> Roles<'a> {
        let here = self.here.filter(|_| self.gate.out_of_time(now).is_none());
        Roles::new(&self.gate.snapshot, here)
    }

    fn answer(&self, permission: &str, record: Option<&Record<'_>>, now: UnixTime) -> Answer {
        let question = self.question(permission);
        let deny = |code| Answer {
            question,
            relationship: None,
            cell: Cell::denial(code),
        };
        if let Some(code) = self.gate.out_of_time(now) {
            return deny(code);
        }
        let catalog = self.gate.catalog();
        let asked = question.and_then(|(position, threshold)| {
            Some((position, threshold, catalog.permissions.get(position)?))
        });
        let Some((position, threshold, permission)) = asked else {
            return deny(ReasonCode::UnknownPermission);
        };
        let Some((membership, table)) = self.here else {
            return deny(ReasonCode::UnknownWorkspace);
        };
        let kind = permission.record.and_then(|kind| catalog.records.get(kind));
        let relationship = match (kind, record) {
            (None, _) => None,
            (Some(_), None) => return deny(ReasonCode::RecordRequired),
            (Some(kind), Some(record)) => {
                Some(relationship(&self.gate.snapshot, membership, kind, record))
            }
        };
        let Relationship {
            relations,
            filtered,
        } = relationship.unwrap_or_default();
        let cell = if filtered {
            Cell::denial(ReasonCode::Filtered)
        } else {
            // A table has a cell for every question, so this denies what cannot happen.
            let cell = table.cell(position, threshold, relations);
            cell.unwrap_or(Cell::denial(ReasonCode::NotGranted))
        };
        Answer {
            question,
            relationship,
            cell,
        }
    }

    /// The permission that `text` names, and the threshold.
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

    fn outcome(&self, question: Option<(usize, Threshold)>, code: ReasonCode) -> Outcome {
        let permission =
            question.and_then(|(position, _)| self.gate.catalog().permissions.get(position));
        permission.map_or_else(|| code.outcome(), |permission| permission.outcome(code))
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
    /// The permission and the threshold, if the catalog has the permission.
    question: Option<(usize, Threshold)>,
    /// How the person relates to the record, for a permission that is about one.
    relationship: Option<Relationship>,
    cell: Cell,
}

/// Whether the model can say what is missing: the code is not one that holds for every question.
fn is_about_the_person(code: ReasonCode) -> bool {
    code >= ReasonCode::RecordRequired
}
