//! The catalogs that travel with the command.

/// Each catalog's id and its file's bytes, as they are published.
pub(crate) const CATALOGS: &[(&str, &[u8])] = &[
    (
        "adobe-dynamic-chat",
        include_bytes!("../catalogs/adobe-dynamic-chat.json"),
    ),
    ("aivo-live", include_bytes!("../catalogs/aivo-live.json")),
    ("pandadoc", include_bytes!("../catalogs/pandadoc.json")),
    ("puzzel", include_bytes!("../catalogs/puzzel.json")),
    ("userlike", include_bytes!("../catalogs/userlike.json")),
];
