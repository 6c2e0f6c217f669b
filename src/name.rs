//! Which texts are names.

use crate::limits::LIMITS;

/// Whether `text` is an identifier, as of areas, roles and entitlements: lower-case ASCII words joined
/// by `-`.
pub(crate) fn is_identifier(text: &str) -> bool {
    text.len() <= LIMITS.identifier_bytes && text.split('-').all(is_word)
}

/// Whether `text` is a permission name: identifiers joined by `.`.
pub(crate) fn is_permission_name(text: &str) -> bool {
    text.len() <= LIMITS.permission_bytes
        && text.split('.').all(|part| part.split('-').all(is_word))
}

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}
