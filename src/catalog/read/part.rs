//! What the readers of all parts of a catalog share.

use crate::collections::Index;
use crate::error::Problem;
use crate::json::{Node, Object, Read};
use crate::limits::LIMITS;
use crate::name;

/// Collects problems instead of stopping at the first.
#[derive(Default)]
pub(super) struct Problems(pub(super) Vec<Problem>);

impl Problems {
    /// The result's value, or `None` with the problem noted.
    pub(super) fn keep<T>(&mut self, result: Read<T>) -> Option<T> {
        result.map_err(|problem| self.0.push(*problem)).ok()
    }

    /// The result's value, or its default with the problem noted.
    pub(super) fn or_default<T: Default>(&mut self, result: Read<T>) -> T {
        self.keep(result).unwrap_or_default()
    }

    /// Reads a member. If it is absent or refused, the result is the default.
    pub(super) fn member<T: Default>(
        &mut self,
        object: &Object<'_>,
        name: &'static str,
        read: impl FnOnce(&Node<'_>) -> Read<T>,
    ) -> T {
        let node = object.optional(name);
        node.map(|node| self.or_default(read(&node)))
            .unwrap_or_default()
    }

    /// Opens a part. A member that is not known is noted, and the part can still be referred to.
    pub(super) fn part<'a>(
        &mut self,
        node: &'a Node<'a>,
        members: &'static [&'static str],
    ) -> Read<Object<'a>> {
        let part = node.open_object()?;
        self.keep(node.object(members));
        Ok(part)
    }

    /// Reads the `label` of a part.
    pub(super) fn label(&mut self, part: &Object<'_>) {
        self.keep(part.required("label").and_then(|node| read_label(&node)));
    }
}

/// The first pass over a list: declares every item, and notes the problem of each that is refused.
pub(super) fn declare_each(
    list: &Node<'_>,
    limit: usize,
    problems: &mut Problems,
    declare: &mut dyn FnMut(&Node<'_>, &mut Problems) -> Read<()>,
) {
    let items = problems.keep(list.items(limit));
    for item in items.into_iter().flatten() {
        let result = declare(&item, problems);
        problems.keep(result);
    }
}

/// The second pass over a list: reads every item that the first pass has declared.
///
/// Items and declarations have the same order, so an item is read if its name has the `next` position.
/// Items that the first pass refused have no position and are skipped.
pub(super) fn read_each(
    list: &Node<'_>,
    limit: usize,
    names: &Index,
    next: &mut usize,
    read: &mut dyn FnMut(&Object<'_>, &str),
) {
    for item in list.items(limit).into_iter().flatten() {
        if let Ok(part) = item.open_object()
            && let Some(node) = part.optional("id")
            && let Ok(id) = node.string()
            && names.position(id) == Some(*next)
        {
            read(&part, id);
            *next = next.saturating_add(1);
        }
    }
}

/// Declares a part by its `id`, an identifier.
pub(super) fn declare_identifier(part: &Object<'_>, names: &mut Index) -> Read<()> {
    let node = part.required("id")?;
    let is_new = names.add(read_identifier(&node)?).is_some();
    untaken(&node, is_new)
}

/// Refuses the name that stands at `node`, unless it is new.
pub(super) fn untaken(node: &Node<'_>, is_new: bool) -> Read<()> {
    if is_new {
        return Ok(());
    }
    Err(node.problem(format!("`{}` is taken", node.string()?)))
}

pub(super) fn read_identifier<'a>(node: &Node<'a>) -> Read<&'a str> {
    let text = node.string()?;
    if !name::is_identifier(text) {
        return Err(node.name_problem(
            text,
            "is not an identifier: write lower-case words joined by `-`",
        ));
    }
    Ok(text)
}

/// Checks a label: text in one or more languages, one of them English.
pub(crate) fn read_label(node: &Node<'_>) -> Read<()> {
    let mut is_in_english = false;
    for (language, node) in node.entries(LIMITS.rule_parts)? {
        if !name::is_identifier(language) {
            return Err(node.problem("is not a language tag in lower case"));
        }
        node.text(LIMITS.label_bytes)?;
        is_in_english |= language == "en";
    }
    if is_in_english {
        Ok(())
    } else {
        Err(node.problem("`en` is missing"))
    }
}
