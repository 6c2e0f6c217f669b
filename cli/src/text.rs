//! Text by others, made fit to be shown.

use std::fmt::Write as _;

/// `text` with everything that steers a terminal or a line's direction as JSON would escape it, but
/// for `kept`.
pub(crate) fn escaped(text: &str, kept: &[char]) -> String {
    let mut shown = String::with_capacity(text.len());
    for part in text.chars() {
        match part {
            _ if kept.contains(&part) || !steers(part) => shown.push(part),
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            // All of them have four digits, and a string takes whatever is written to it.
            _ => drop(write!(shown, "\\u{:04x}", u32::from(part))),
        }
    }
    shown
}

/// Control characters, the two separators that are line ends to some, and whatever reverses the
/// direction of the text after it (Unicode Standard Annex 9, sections 2.1 to 2.5).
fn steers(part: char) -> bool {
    part.is_control() || matches!(part, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
