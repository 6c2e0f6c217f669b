//! Who can sign in, and what they hold: a database, in an application.

/// Somebody with an account.
pub struct Person {
    /// The id, which the session's cookie holds.
    pub id: &'static str,
    /// The ids of their roles in the catalog.
    pub roles: &'static [&'static str],
    /// What their company has bought.
    pub entitlements: &'static [&'static str],
}

const PEOPLE: &[Person] = &[
    Person {
        id: "ada",
        roles: &["marketing-admin"],
        entitlements: &["prime"],
    },
    Person {
        id: "ben",
        roles: &["live-agent"],
        entitlements: &["included"],
    },
    Person {
        id: "cleo",
        roles: &["genai-user"],
        entitlements: &["prime"],
    },
];

/// The person with this id.
pub fn person(id: &str) -> Option<&'static Person> {
    PEOPLE.iter().find(|person| person.id == id)
}
