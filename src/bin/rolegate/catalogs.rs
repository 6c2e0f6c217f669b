//! The catalogs that travel with the command.

/// Each catalog's id and its file's bytes, as they are published.
pub(crate) const CATALOGS: &[(&str, &[u8])] = &[(
    "adobe-dynamic-chat",
    include_bytes!("../../../catalogs/adobe-dynamic-chat.json"),
)];
