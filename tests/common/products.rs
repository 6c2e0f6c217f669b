//! The products that the project ships a catalog for.

/// A catalog, and the questions of `tests/vectors/decisions` about it.
pub struct ProductFiles {
    pub id: &'static str,
    pub catalog: &'static str,
    pub questions: &'static str,
}

macro_rules! products {
    ($($id:literal),+ $(,)?) => {
        &[$(ProductFiles {
            id: $id,
            catalog: include_str!(concat!("../../catalogs/", $id, ".json")),
            questions: include_str!(concat!("../vectors/decisions/", $id, ".json")),
        }),+]
    };
}

/// The catalogs that are shipped.
pub const PRODUCTS: &[ProductFiles] = products![
    "adobe-dynamic-chat",
    "aivo-live",
    "pandadoc",
    "puzzel",
    "userlike",
];
