//! What counts as a name.

use crate::limits::LIMITS;

/// Whether `text` is lower-case ASCII words joined by `-`, as areas, roles and entitlements are named.
pub(crate) fn is_identifier(text: &str) -> bool {
    text.len() <= LIMITS.identifier_bytes && text.split('-').all(is_word)
}

/// Whether `text` is identifiers joined by `.`, as permissions are named.
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
