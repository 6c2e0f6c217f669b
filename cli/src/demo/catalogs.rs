//! The catalogs that the demo serves.

/// The ids of the catalogs, each with the bytes of its file.
macro_rules! catalogs {
    ($($id:literal),+ $(,)?) => {
        &[$(($id, include_bytes!(concat!("../../catalogs/", $id, ".json")))),+]
    };
}

/// Each catalog's id and its file's bytes, as they are published.
pub(crate) const CATALOGS: &[(&str, &[u8])] = catalogs![
    "adobe-dynamic-chat",
    "aivo-live",
    "pandadoc",
    "puzzel",
    "userlike",
];
