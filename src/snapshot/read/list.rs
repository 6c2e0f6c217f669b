//! Lists of ids.

use crate::collections::Index;
use crate::error::Problem;
use crate::json::{Node, Read};
use crate::limits::LIMITS;

/// Reads a list of the application's own ids, each once.
pub(super) fn ids(list: &Node<'_>, limit: usize, warnings: &mut Vec<Problem>) -> Read<Vec<String>> {
    set(list, limit, warnings)?
        .iter()
        .map(|item| item.text(LIMITS.id_bytes).map(str::to_owned))
        .collect()
}

/// The items of a list of ids, each once. Queries that join tables often repeat an id, which changes
/// nothing: repetitions are dropped, with one warning for each list.
///
/// Repetitions count towards the limit.
pub(super) fn set<'a>(
    list: &'a Node<'a>,
    limit: usize,
    warnings: &mut Vec<Problem>,
) -> Read<Vec<Node<'a>>> {
    let mut kept = Vec::new();
    let mut dropped = Vec::new();
    let mut seen = Index::default();
    for item in list.items(limit)? {
        if seen.add(item.string()?).is_some() {
            kept.push(item);
        } else {
            dropped.push(item);
        }
    }
    if let [first, others @ ..] = dropped.as_slice() {
        let others = match others.len() {
            0 => String::new(),
            count => format!(", with {count} more of this list"),
        };
        warnings.push(*first.problem(format!("is repeated and dropped{others}")));
    }
    Ok(kept)
}
