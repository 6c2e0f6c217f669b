//! The layers of values that can be set above the roles.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Who a layer of values is set for, from far to near.
    pub enum LayerKind {
        /// The whole company.
        Company = "company",
        /// One group of the membership.
        Group = "group",
        /// The person.
        User = "user",
    }
}
