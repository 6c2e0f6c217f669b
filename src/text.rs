//! Recognises files that are not UTF-8 text.

/// Says why bytes cannot be a text that this crate reads (a catalog, a key set, a token, claims): an
/// editor or a shell wrote them in another encoding, or wrote nothing.
///
/// The readers of this crate include it in their messages. This function is for programs that read such a
/// file by other means, as a server reads claims before it signs them. `None` does not mean that the
/// text is valid.
///
/// ```
/// assert_eq!(rolegate::text_problem(b"\xef\xbb\xbf{}"), Some(
///     "the text begins with a byte order mark: save it as UTF-8 without one"
/// ));
/// assert_eq!(rolegate::text_problem(b"{}"), None);
/// ```
#[must_use]
pub fn text_problem(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        // RFC 8259 section 8.1 forbids to add a byte order mark.
        [0xef, 0xbb, 0xbf, ..] => {
            Some("the text begins with a byte order mark: save it as UTF-8 without one")
        }
        // It begins with a byte order mark, or with an ASCII character as all of these texts do.
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, ..] | [_, 0, ..] => {
            Some("the text is UTF-16 or UTF-32: save it as UTF-8")
        }
        // U+FFFD
        [0xef, 0xbf, 0xbd, ..] => {
            Some("the text was read as UTF-8 and is in another encoding, UTF-16 say")
        }
        _ if bytes.trim_ascii().is_empty() => Some("the text is empty"),
        _ => None,
    }
}
