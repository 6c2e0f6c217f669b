//! Escapes text of unknown origin for a terminal.

use std::fmt::Write as _;

/// Escapes, as JSON does, every character of `text` that controls a terminal or the direction of a
/// line, except those in `kept`.
pub(crate) fn escaped(text: &str, kept: &[char]) -> String {
    let mut shown = String::with_capacity(text.len());
    for part in text.chars() {
        match part {
            _ if kept.contains(&part) || !steers(part) => shown.push(part),
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            // Four digits are enough for all of them, and writing to a string cannot fail.
            _ => drop(write!(shown, "\\u{:04x}", u32::from(part))),
        }
    }
    shown
}

/// Whether a character is a control character, one of the two Unicode separators that some programs
/// take for a line end, or one that changes the direction of the text after it (Unicode Standard
/// Annex 9, sections 2.1 to 2.5).
fn steers(part: char) -> bool {
    part.is_control() || matches!(part, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
