//! What the page has: an area for each section, and a control for each thing that can be done.
//!
//! The page names permissions as its catalog does; the labels are those of the product's own pages.

/// A section of the page.
pub struct Area {
    /// Its heading.
    pub name: &'static str,
    /// The label of each control, and the permission that it needs.
    pub controls: &'static [(&'static str, &'static str)],
}

/// The sections, in their order.
pub const AREAS: &[Area] = &[
    Area {
        name: "Conversations Management",
        controls: &[
            ("View Dialogue", "dialogues.view"),
            ("Manage Dialogue (Create, Delete)", "dialogues.manage"),
            ("Publish Dialogue", "dialogues.publish"),
            ("View conversational flows", "flows.view"),
            (
                "Manage conversational flows (Create, Delete)",
                "flows.manage",
            ),
            ("Publish conversational flows", "flows.publish"),
        ],
    },
    Area {
        name: "Live Chat",
        controls: &[
            ("Agent Inbox", "agent-inbox.access"),
            ("View my conversations", "conversations.view-own"),
            ("View all conversations", "conversations.view-all"),
            ("View Conversation Summary", "conversation-summary.view"),
            ("View Assisted Responses", "assisted-responses.view"),
        ],
    },
    Area {
        name: "Generative AI",
        controls: &[
            ("View Response Library", "response-library.view"),
            (
                "Manage Response Library (Edit, Import, Delete)",
                "response-library.manage",
            ),
            (
                "Generate new Q&Rs (Create, Export)",
                "questions-and-responses.generate",
            ),
            ("Publish Q&Rs", "questions-and-responses.publish"),
            ("View unanswered questions", "unanswered-questions.view"),
            ("View Knowledgebase", "knowledge-base.view"),
            (
                "Manage Knowledgebase (Add, Edit, Delete)",
                "knowledge-base.manage",
            ),
        ],
    },
    Area {
        name: "Meetings",
        controls: &[
            ("Manage all meetings", "meetings.manage-all"),
            ("Manage my meetings", "meetings.manage-own"),
        ],
    },
    Area {
        name: "Analytics",
        controls: &[
            (
                "View Global Performance reports",
                "reports.view-global-performance",
            ),
            ("View Live Chat reports", "reports.view-live-chat"),
            ("View Meetings reports", "reports.view-meetings"),
            ("Export reports", "reports.export"),
        ],
    },
    Area {
        name: "Agent Settings",
        controls: &[
            (
                "Manage Live Chat availability",
                "live-chat-availability.manage",
            ),
            ("Connect your Calendar", "calendar.connect"),
            (
                "Manage Calendar availability",
                "calendar-availability.manage",
            ),
        ],
    },
    Area {
        name: "Admin Settings",
        controls: &[
            ("View Workspaces", "workspaces.view"),
            (
                "Manage Workspaces (Create, Edit, Delete)",
                "workspaces.manage",
            ),
            ("View round-robin", "round-robin.view"),
            ("View custom rules", "custom-rules.view"),
            (
                "Manage custom rules (add, edit, delete)",
                "custom-rules.manage",
            ),
            ("View account list", "accounts.view"),
            ("Manage accounts (add, edit, delete)", "accounts.manage"),
            ("Manage Chatbot Settings", "chatbot-settings.manage"),
            (
                "Manage conversational flows Settings",
                "flow-settings.manage",
            ),
            (
                "Manage Generative AI settings",
                "generative-ai-settings.manage",
            ),
            ("Manage Privacy and Security", "privacy-and-security.manage"),
            ("Manage Integrations", "integrations.manage"),
            ("Manage Languages", "languages.manage"),
            ("Manage Agents", "agents.manage"),
            ("View Agent Teams", "agent-teams.view"),
            (
                "Manage Agent Teams (add, edit, delete)",
                "agent-teams.manage",
            ),
            ("View Usage limits", "usage-limits.view"),
        ],
    },
];
