//! What the readers of a catalog's parts share.

use crate::catalog::Names;
use crate::error::Problem;
use crate::json::{Node, Object};
use crate::limits::LIMITS;
use crate::name;

/// Collects problems instead of stopping at the first.
#[derive(Default)]
pub(super) struct Problems(pub(super) Vec<Problem>);

impl Problems {
    /// The result's value, or `None` with the problem noted.
    pub(super) fn keep<T>(&mut self, result: Result<T, Problem>) -> Option<T> {
        result.map_err(|problem| self.0.push(problem)).ok()
    }

    /// The result's value, or its default with the problem noted.
    pub(super) fn or_default<T: Default>(&mut self, result: Result<T, Problem>) -> T {
        self.keep(result).unwrap_or_default()
    }

    /// What `read` makes of a member, or the default where the member is absent or refused.
    pub(super) fn member<T: Default>(
        &mut self,
        object: &Object<'_>,
        name: &'static str,
        read: impl FnOnce(&Node<'_>) -> Result<T, Problem>,
    ) -> T {
        let node = object.optional(name);
        node.map(|node| self.or_default(read(&node)))
            .unwrap_or_default()
    }

    /// The label that every named part has.
    pub(super) fn label(&mut self, part: &Object<'_>) {
        self.keep(part.required("label").and_then(|node| read_label(&node)));
    }
}

/// The first pass over a list: declares every item, and notes the problem of each that cannot be.
pub(super) fn declare_each(
    list: &Node<'_>,
    limit: usize,
    problems: &mut Problems,
    mut declare: impl FnMut(&Node<'_>, &mut Problems) -> Result<(), Problem>,
) {
    let items = problems.keep(list.items(limit));
    for item in items.into_iter().flatten() {
        let result = declare(&item, problems);
        problems.keep(result);
    }
}

/// The second pass over a list: reads every item that the first has declared.
///
/// The items stand in the order of their declarations, so the next one is that of the next position;
/// what the first pass has refused has none.
pub(super) fn read_each<D, T>(
    list: &Node<'_>,
    limit: usize,
    declared: &Names<D>,
    all: &mut Names<T>,
    mut read: impl FnMut(&Object<'_>, &str, &D) -> T,
) {
    for item in list.items(limit).into_iter().flatten() {
        let next = all.len();
        if let Ok(part) = item.open_object()
            && let Some(node) = part.optional("id")
            && let Ok(id) = node.string()
            && declared.position(id) == Some(next)
            && let Some(declaration) = declared.get(next)
        {
            all.add(id, read(&part, id, declaration));
        }
    }
}

/// Declares a part by its `id`, an identifier.
pub(super) fn declare_identifier(part: &Object<'_>, names: &mut Names<()>) -> Result<(), Problem> {
    let node = part.required("id")?;
    declare_name(&node, names, read_identifier(&node)?, ())
}

/// Adds the name that stands at `node`, unless it is taken.
pub(super) fn declare_name<T>(
    node: &Node<'_>,
    names: &mut Names<T>,
    name: &str,
    item: T,
) -> Result<(), Problem> {
    if names.add(name, item) {
        Ok(())
    } else {
        Err(node.problem(format!("`{name}` is taken")))
    }
}

pub(super) fn read_identifier<'a>(node: &Node<'a>) -> Result<&'a str, Problem> {
    let text = node.string()?;
    if !name::is_identifier(text) {
        return Err(node.name_problem(text, "is no identifier: lower-case words joined by `-`"));
    }
    Ok(text)
}

/// Checks a label: its text by language, in English at least.
pub(crate) fn read_label(node: &Node<'_>) -> Result<(), Problem> {
    let mut is_in_english = false;
    for (language, node) in node.entries(LIMITS.rule_parts)? {
        if !name::is_identifier(language) {
            return Err(node.problem("is no language tag in lower case"));
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
