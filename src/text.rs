//! Files that are no UTF-8 text: what they are instead.

/// Says why bytes cannot be one of the texts of this crate (a catalog, a key set, a token, claims)
/// where an editor or a shell wrote them in another encoding, or nothing at all.
///
/// The readers of this crate say it in their refusals; this is for a program that reads such a file by
/// other means, as a server does with claims before it signs them. `None` says nothing more about them.
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
        // RFC 8259 section 8.1: no byte order mark is added. What is signed and hashed has one spelling.
        [0xef, 0xbb, 0xbf, ..] => {
            Some("the text begins with a byte order mark: save it as UTF-8 without one")
        }
        // With its mark, or one of the ASCII characters that all of these texts begin with.
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
