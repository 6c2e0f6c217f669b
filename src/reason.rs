//! Why a decision is what it is, and what a screen should do with it.
//!
//! Catalogs choose outcomes for reasons, and gates answer with both.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why a decision is what it is. After [`Granted`](ReasonCode::Granted), in order of precedence.
    pub enum ReasonCode {
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
