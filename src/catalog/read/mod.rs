//! From a catalog's JSON to a [`Catalog`], with every problem and its place.

mod permission;
mod role;

use crate::catalog::{
    Catalog, CatalogName, Entitlement, FilterMember, LayerKind, Names, RecordKind, Relation, order,
};
use crate::error::Problem;
use crate::json::Node;
use crate::limits::LIMITS;
use crate::name;

use permission::{permission, references};
pub(crate) use role::{Grants, read_grants};
use role::{administration, custom_roles, role};

const MEMBERS: &[&str] = &[
    "$schema",
    "format",
    "id",
    "label",
    "entitlements",
    "layers",
    "filters",
    "groups_per_membership",
    "records",
    "areas",
    "roles",
    "new_role_values",
    "custom_roles",
];

/// Collects problems instead of stopping at the first.
#[derive(Default)]
struct Problems(Vec<Problem>);

impl Problems {
    /// The result's value, or its default with the problem noted.
    fn or_default<T: Default>(&mut self, result: Result<T, Problem>) -> T {
        self.keep(result).unwrap_or_default()
    }

    fn keep<T>(&mut self, result: Result<T, Problem>) -> Option<T> {
        result.map_err(|problem| self.0.push(problem)).ok()
    }
}

/// Reads a catalog in the order in which its parts refer to one another: names first, then what
/// speaks of them.
pub(crate) fn catalog(root: &Node<'_>, digest: [u8; 32]) -> Result<Catalog, Vec<Problem>> {
    let whole = root.object(MEMBERS).map_err(|problem| vec![problem])?;
    let mut problems = Problems::default();
    let required = ["format", "id", "label", "areas", "roles"];
    let missing: Vec<_> = required
        .iter()
        .filter_map(|member| whole.required(member).err())
        .collect();
    problems.0.extend(missing);
    if let Some(node) = whole.optional("$schema") {
        problems.keep(node.string());
    }
    if let Some(node) = whole.optional("format") {
        problems.keep(format(&node));
    }
    let id = whole
        .optional("id")
        .map(|node| problems.or_default(read_identifier(&node)))
        .unwrap_or_default();
    if let Some(node) = whole.optional("label") {
        problems.keep(read_label(&node));
    }
    let mut entitlements = Names::default();
    if let Some(node) = whole.optional("entitlements") {
        each(&node, LIMITS.entitlements, &mut problems, |node, _| {
            entitlement(node, &mut entitlements)
        });
        // Packages may include one another in any order, so `includes` waits until all are known.
        let mut position = 0;
        each(&node, LIMITS.entitlements, &mut problems, |node, _| {
            includes(node, &mut entitlements, &mut position)
        });
    }
    let layers = whole
        .optional("layers")
        .map(|node| problems.or_default(layers(&node)))
        .unwrap_or_default();
    let filters: Vec<FilterMember> = whole
        .optional("filters")
        .map(|node| problems.or_default(node.words()))
        .unwrap_or_default();
    let groups = whole
        .optional("groups_per_membership")
        .and_then(|node| problems.keep(node.integer()));
    let mut records = Names::default();
    if let Some(node) = whole.optional("records") {
        let entries = problems.keep(node.entries(LIMITS.records));
        for (name, node) in entries.into_iter().flatten() {
            problems.keep(record(name, &node, &filters, &mut records));
        }
    }
    let mut areas = Names::default();
    let mut permissions = Names::default();
    if let Some(node) = whole.optional("areas") {
        each(&node, LIMITS.permissions, &mut problems, |node, _| {
            area(node, &mut areas)
        });
        each_permission(&node, &mut problems, |node, problems| {
            permission(node, &entitlements, &records, &mut permissions, problems)
        });
        let mut position = 0;
        each_permission(&node, &mut problems, |node, _| {
            references(node, &mut permissions, &records, &mut position)
        });
    }
    let mut roles = Names::default();
    if let Some(node) = whole.optional("roles") {
        each(&node, LIMITS.roles, &mut problems, |node, problems| {
            role(node, &permissions, &records, &mut roles, problems)
        });
        let mut position = 0;
        each(&node, LIMITS.roles, &mut problems, |node, _| {
            let administration = administration(node, &permissions, &roles)?;
            if let Some(role) = roles.get_mut(position) {
                role.administration = administration;
            }
            position = position.saturating_add(1);
            Ok(())
        });
    }
    let new_role_values = whole
        .optional("new_role_values")
        .map(|node| problems.or_default(read_grants(&node, &permissions, &records)))
        .unwrap_or_default();
    let custom_roles = whole
        .optional("custom_roles")
        .and_then(|node| problems.keep(custom_roles(&node, &entitlements, &permissions, &roles)));
    let order =
        problems.or_default(order::resolve(&permissions).map_err(|what| root.problem(what)));
    if problems.0.is_empty() {
        Ok(Catalog {
            name: CatalogName { id, digest },
            entitlements,
            layers,
            filters,
            groups_per_membership: groups,
            records,
            permissions,
            roles,
            new_role_values,
            custom_roles,
            order,
        })
    } else {
        Err(problems.0)
    }
}

/// Reads every item of the list at `node`, noting the problem of each that fails.
fn each(
    node: &Node<'_>,
    limit: usize,
    problems: &mut Problems,
    mut read: impl FnMut(&Node<'_>, &mut Problems) -> Result<(), Problem>,
) {
    let items = problems.keep(node.items(limit));
    for item in items.into_iter().flatten() {
        let result = read(&item, problems);
        problems.keep(result);
    }
}

/// Reads every permission of the areas at `node`.
fn each_permission(
    node: &Node<'_>,
    problems: &mut Problems,
    mut read: impl FnMut(&Node<'_>, &mut Problems) -> Result<(), Problem>,
) {
    // What is wrong with the list of areas was noted when it was read.
    for area in node.items(LIMITS.permissions).into_iter().flatten() {
        if let Some(list) = area
            .open_object()
            .ok()
            .and_then(|area| area.optional("permissions"))
        {
            each(&list, LIMITS.permissions, problems, &mut read);
        }
    }
}

fn format(node: &Node<'_>) -> Result<(), Problem> {
    match node.integer()? {
        1 => Ok(()),
        _ => Err(node.problem("must be 1, the only format there is")),
    }
}

fn entitlement(node: &Node<'_>, entitlements: &mut Names<Entitlement>) -> Result<(), Problem> {
    let member = node.object(&["id", "label", "includes"])?;
    let id_node = member.required("id")?;
    let id = read_identifier(&id_node)?;
    read_label(&member.required("label")?)?;
    add(
        &id_node,
        entitlements,
        id.clone(),
        Entitlement {
            id,
            includes: Vec::new(),
        },
    )
}

fn includes(
    node: &Node<'_>,
    entitlements: &mut Names<Entitlement>,
    position: &mut usize,
) -> Result<(), Problem> {
    let member = node.open_object()?;
    let mut found = Vec::new();
    if let Some(list) = member.optional("includes") {
        for item in list.items(LIMITS.entitlements)? {
            found.push(entitlements.find(&item, "entitlement")?);
        }
    }
    if let Some(entitlement) = entitlements.get_mut(*position) {
        entitlement.includes = found;
    }
    *position = position.saturating_add(1);
    Ok(())
}

fn layers(node: &Node<'_>) -> Result<Vec<LayerKind>, Problem> {
    let layers: Vec<LayerKind> = node.words()?;
    if !layers.is_sorted() {
        return Err(node.problem("must stand from far to near: company, group, user"));
    }
    Ok(layers)
}

fn record(
    name: &str,
    node: &Node<'_>,
    all_filters: &[FilterMember],
    records: &mut Names<RecordKind>,
) -> Result<(), Problem> {
    if !name::is_identifier(name) {
        return Err(node.problem("is no identifier: lower-case words joined by `-`"));
    }
    let member = node.object(&["label", "relations", "filters"])?;
    read_label(&member.required("label")?)?;
    let relations: Vec<Relation> = member.required("relations")?.words()?;
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
            return Err(node.problem(format!("`{unknown}` is no filter of the catalog")));
        }
        filters = Some(list);
    }
    records.add(
        name,
        RecordKind {
            id: name.to_owned(),
            relations,
            filters,
        },
    );
    Ok(())
}

fn area(node: &Node<'_>, areas: &mut Names<()>) -> Result<(), Problem> {
    let member = node.object(&["id", "label", "description", "permissions"])?;
    let id_node = member.required("id")?;
    let id = read_identifier(&id_node)?;
    read_label(&member.required("label")?)?;
    member
        .optional("description")
        .map(|node| read_label(&node))
        .transpose()?;
    member.required("permissions")?;
    add(&id_node, areas, id, ())
}

fn read_identifier(node: &Node<'_>) -> Result<String, Problem> {
    let text = node.string()?;
    if !name::is_identifier(text) {
        return Err(node.name_problem(text, "is no identifier: lower-case words joined by `-`"));
    }
    Ok(text.to_owned())
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

fn add<T>(node: &Node<'_>, names: &mut Names<T>, name: String, item: T) -> Result<(), Problem> {
    if names.add(&name, item) {
        Ok(())
    } else {
        Err(node.problem(format!("`{name}` is taken")))
    }
}
