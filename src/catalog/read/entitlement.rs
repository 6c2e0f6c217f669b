//! Entitlements, and what needs them.

use crate::catalog::read::declared::Declared;
use crate::catalog::read::part::{Problems, declare_each, declare_identifier, read_each};
use crate::catalog::{Entitlement, Names};
use crate::collections::Index;
use crate::json::{Node, Read};
use crate::limits::LIMITS;

pub(super) fn declare(list: &Node<'_>, names: &mut Index, problems: &mut Problems) {
    declare_each(
        list,
        LIMITS.entitlements,
        problems,
        &mut |node, problems| {
            declare_identifier(&problems.part(node, &["id", "label", "includes"])?, names)
        },
    );
}

pub(super) fn read(
    list: &Node<'_>,
    declared: &Declared,
    problems: &mut Problems,
) -> Names<Entitlement> {
    let mut all = Names::default();
    let names = &declared.entitlements;
    read_each(list, LIMITS.entitlements, names, &mut 0, &mut |part, id| {
        problems.label(part);
        let includes = problems.member(part, "includes", |list| named(list, declared));
        let entitlement = Entitlement {
            id: id.to_owned(),
            includes,
        };
        all.add(id, entitlement);
    });
    all
}

/// Reads needs: the customer must hold at least one entitlement of each list.
pub(super) fn needs(node: &Node<'_>, declared: &Declared) -> Read<Vec<Vec<usize>>> {
    let mut all = Vec::new();
    for item in node.items(LIMITS.entitlements)? {
        let any = if item.is_string() {
            vec![declared.entitlements.find(&item, "entitlements")?]
        } else {
            named(&item, declared)?
        };
        if any.is_empty() {
            return Err(item.problem("must not be empty"));
        }
        all.push(any);
    }
    Ok(all)
}

fn named(list: &Node<'_>, declared: &Declared) -> Read<Vec<usize>> {
    list.items(LIMITS.entitlements)?
        .map(|name| declared.entitlements.find(&name, "entitlements"))
        .collect()
}
