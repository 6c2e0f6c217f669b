//! Layers, and kinds of record with their relations and filters.

use crate::catalog::read::part::{Problems, read_label};
use crate::catalog::{FilterMember, LayerKind, Names, RecordKind};
use crate::json::{Node, Read};
use crate::limits::LIMITS;
use crate::name;

pub(super) fn layers(node: &Node<'_>) -> Read<Vec<LayerKind>> {
    let layers: Vec<LayerKind> = node.words()?;
    if !layers.is_sorted() {
        return Err(node.problem("must be in this order: company, group, user"));
    }
    Ok(layers)
}

pub(super) fn declare(
    node: &Node<'_>,
    filters: &[FilterMember],
    records: &mut Names<RecordKind>,
    problems: &mut Problems,
) {
    let entries = problems.keep(node.entries(LIMITS.records));
    for (name, node) in entries.into_iter().flatten() {
        if let Some(kind) = problems.keep(record(name, &node, filters)) {
            records.add(name, kind);
        }
    }
}

fn record(name: &str, node: &Node<'_>, all_filters: &[FilterMember]) -> Read<RecordKind> {
    if !name::is_identifier(name) {
        return Err(node.problem("is not an identifier: write lower-case words joined by `-`"));
    }
    let member = node.object(&["label", "relations", "filters"])?;
    read_label(&member.required("label")?)?;
    let relations: Vec<_> = member.required("relations")?.words()?;
    if relations.len() > LIMITS.relations {
        return Err(node.problem(format!(
            "has {} relations, the limit is {}",
            relations.len(),
            LIMITS.relations
        )));
    }
    let mut filters = None;
    if let Some(node) = member.optional("filters") {
        let list: Vec<FilterMember> = node.words()?;
        if let Some(unknown) = list.iter().find(|filter| !all_filters.contains(filter)) {
            return Err(node.problem(format!(
                "`{unknown}` is not among the filters of the catalog"
            )));
        }
        filters = Some(list);
    }
    Ok(RecordKind {
        id: name.to_owned(),
        relations,
        filters,
    })
}
