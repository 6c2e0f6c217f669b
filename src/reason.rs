//! Why a decision came out as it did, and what a screen should do about it.
//!
//! They stand here, below catalogs and gates, because a catalog chooses outcomes for reason codes, and a
//! gate answers with both.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why a decision came out as it did. The codes after [`Granted`](ReasonCode::Granted) are in order of
    /// precedence.
    pub enum ReasonCode {
        /// Allowed.
        Granted = "granted",
        /// The engine could not start, or has stopped.
        EngineUnavailable = "engine-unavailable",
        /// No snapshot is in force: nothing was loaded, or it was cleared.
        NoSnapshot = "no-snapshot",
        /// The clock shows a time before the snapshot's, or cannot be trusted.
        NotYetValid = "not-yet-valid",
        /// The snapshot has expired.
        Expired = "expired",
        /// The catalog has no such permission, or the permission has no such value.
        UnknownPermission = "unknown-permission",
        /// The person has no membership there, or has several and the question names none.
        UnknownWorkspace = "unknown-workspace",
        /// The permission is about a record, and none was given.
        RecordRequired = "record-required",
        /// A filter hides the record from the person.
        Filtered = "filtered",
        /// Nothing that the person holds gives it on any record.
        NotGranted = "not-granted",
        /// What the person holds gives it on other records only.
        Relation = "relation",
        /// The person holds it, but lacks a prerequisite.
        Prerequisite = "prerequisite",
        /// The person holds it with all prerequisites, but the customer is not entitled to it.
        NotEntitled = "not-entitled",
    }
}

vocabulary! {
    /// What a screen should do with a control.
    pub enum Outcome {
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

impl ReasonCode {
    /// The outcomes a catalog may choose for this reason; the first is the default.
    pub(crate) const fn outcomes(self) -> &'static [Outcome] {
        match self {
            ReasonCode::Granted => &[Outcome::Show],
            ReasonCode::EngineUnavailable | ReasonCode::NoSnapshot => &[Outcome::Loading],
            ReasonCode::UnknownPermission | ReasonCode::UnknownWorkspace => &[Outcome::Hide],
            ReasonCode::NotYetValid
            | ReasonCode::Expired
            | ReasonCode::Relation
            | ReasonCode::Prerequisite => &[Outcome::Disable, Outcome::Hide],
            ReasonCode::RecordRequired | ReasonCode::Filtered | ReasonCode::NotGranted => {
                &[Outcome::Hide, Outcome::Disable]
            }
            ReasonCode::NotEntitled => &[Outcome::Upsell, Outcome::Disable, Outcome::Hide],
        }
    }

    /// What the screen should do, unless the catalog says otherwise.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        self.outcomes().first().copied().unwrap_or(Outcome::Hide)
    }
}
