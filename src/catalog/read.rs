//! From a catalog's JSON to a [`Catalog`], with every problem and its place.

use crate::catalog::names::{list_of, member_of};
use crate::catalog::rule::{
    FormulaScope, Parts, find_permission, read_admin_rule, read_demand, read_formula, read_level,
};
use crate::catalog::{
    Administration, Catalog, Entitlement, FilterMember, Grant, LayerKind, Names, Outcome,
    Permission, Reason, RecordKind, Relation, Requirement, Role, order,
};
use crate::collections::ByPosition;
use crate::error::Problem;
use crate::json::Node;
use crate::limits::LIMITS;
use crate::name;
use crate::value::{Level, Values};

/// Values by the position of their permission.
pub(crate) type Grants = ByPosition<Grant>;

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
const PERMISSION_MEMBERS: &[&str] = &[
    "id",
    "label",
    "values",
    "record",
    "needs",
    "requires",
    "rule",
    "when_denied",
    "reserved",
];
const ROLE_MEMBERS: &[&str] = &[
    "id",
    "label",
    "description",
    "values",
    "unlocked",
    "editable_by",
    "assignable_by",
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
    let filters = whole.optional("filters").map(|node| {
        problems.or_default(list_of(
            &node,
            FilterMember::ALL,
            FilterMember::parse,
            FilterMember::as_str,
        ))
    });
    let filters = filters.unwrap_or_default();
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
        .map(|node| {
            let rules = node.object(&["editable_by", "assignable_by"]);
            problems.or_default(rules.and_then(|_| administration(&node, &permissions, &roles)))
        })
        .unwrap_or_default();
    let order =
        problems.or_default(order::resolve(&permissions).map_err(|what| root.problem(what)));
    if problems.0.is_empty() {
        Ok(Catalog {
            id,
            digest,
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
    let layers = list_of(node, LayerKind::ALL, LayerKind::parse, LayerKind::as_str)?;
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
    let relations = list_of(
        &member.required("relations")?,
        Relation::ALL,
        Relation::parse,
        Relation::as_str,
    )?;
    if relations.len() > LIMITS.relations {
        return Err(node.problem(format!(
            "has {} relations, the limit is {}",
            relations.len(),
            LIMITS.relations
        )));
    }
    let mut filters = None;
    if let Some(node) = member.optional("filters") {
        let list = list_of(
            &node,
            FilterMember::ALL,
            FilterMember::parse,
            FilterMember::as_str,
        )?;
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

/// Reads a permission but for its rule and prerequisites, which may speak of later permissions.
fn permission(
    node: &Node<'_>,
    entitlements: &Names<Entitlement>,
    records: &Names<RecordKind>,
    permissions: &mut Names<Permission>,
    problems: &mut Problems,
) -> Result<(), Problem> {
    let member = node.object(PERMISSION_MEMBERS)?;
    if permissions.len() >= LIMITS.permissions {
        return Err(node.problem(format!(
            "is one permission too many, the limit is {}",
            LIMITS.permissions
        )));
    }
    let id_node = member.required("id")?;
    let id = id_node.string()?.to_owned();
    if !name::is_permission_name(&id) {
        return Err(id_node.name_problem(
            &id,
            "is no permission name: lower-case words joined by `-` and `.`",
        ));
    }
    problems.keep(member.required("label").and_then(|node| read_label(&node)));
    let values = match member.required("values")? {
        node if node.string()? == "switch" => Values::Switch,
        node if node.string()? == "level" => Values::Level,
        node => return Err(node.problem("must be `switch` or `level`")),
    };
    let record = member
        .optional("record")
        .and_then(|node| problems.keep(records.find(&node, "record kind")));
    let needs = member
        .optional("needs")
        .map(|node| problems.or_default(needs(&node, entitlements)))
        .unwrap_or_default();
    let when_denied = member
        .optional("when_denied")
        .map(|node| problems.or_default(when_denied(&node)))
        .unwrap_or_default();
    let reserved = member
        .optional("reserved")
        .is_some_and(|node| problems.or_default(node.boolean()));
    let (requires, rule) = (Vec::new(), None);
    let permission = Permission {
        id: id.clone(),
        values,
        record,
        needs,
        requires,
        rule,
        when_denied,
        reserved,
    };
    add(&id_node, permissions, id, permission)
}

fn needs(node: &Node<'_>, entitlements: &Names<Entitlement>) -> Result<Vec<Vec<usize>>, Problem> {
    let mut all = Vec::new();
    for item in node.items(LIMITS.entitlements)? {
        let mut any = Vec::new();
        if item.is_string() {
            any.push(entitlements.find(&item, "entitlement")?);
        } else {
            for item in item.items(LIMITS.entitlements)? {
                any.push(entitlements.find(&item, "entitlement")?);
            }
        }
        if any.is_empty() {
            return Err(item.problem("must not be empty"));
        }
        all.push(any);
    }
    Ok(all)
}

fn when_denied(node: &Node<'_>) -> Result<Vec<(Reason, Outcome)>, Problem> {
    let mut outcomes = Vec::new();
    for (name, node) in node.entries(Reason::ALL.len())? {
        let reason = Reason::parse(name)
            .filter(|reason| reason.outcomes().len() > 1)
            .ok_or_else(|| node.problem("is no reason whose outcome may be changed"))?;
        let outcome = member_of(&node, Outcome::ALL, Outcome::parse, Outcome::as_str)?;
        if !reason.outcomes().contains(&outcome) {
            return Err(node.problem(format!("`{outcome}` does not fit `{reason}`")));
        }
        outcomes.push((reason, outcome));
    }
    Ok(outcomes)
}

/// Reads the rule and the prerequisites of the permission at `position` and moves on.
fn references(
    node: &Node<'_>,
    permissions: &mut Names<Permission>,
    records: &Names<RecordKind>,
    position: &mut usize,
) -> Result<(), Problem> {
    let member = node.open_object()?;
    // A permission that could not be read has no position; its name is not in the list either.
    let Some(id) = member.optional("id").and_then(|id| id.string().ok()) else {
        return Ok(());
    };
    let Some(permission) = permissions
        .get(*position)
        .filter(|permission| permission.id == id)
    else {
        return Ok(());
    };
    let relations = permission
        .record
        .and_then(|record| records.get(record))
        .map_or(&[][..], |record| &record.relations);
    let scope = FormulaScope {
        permissions,
        values: permission.values,
        record: permission.record,
        relations,
    };
    let here = *position;
    *position = here.saturating_add(1);
    let rule = member
        .optional("rule")
        .map(|node| read_formula(&node, &scope, &mut Parts::new()))
        .transpose()?;
    let mut requires = Vec::new();
    if let Some(list) = member.optional("requires") {
        for item in list.items(LIMITS.rule_parts)? {
            requires.push(requirement(&item, permissions, permission)?);
        }
    }
    if let Some(permission) = permissions.get_mut(here) {
        permission.rule = rule;
        permission.requires = requires;
    }
    Ok(())
}

fn requirement(
    node: &Node<'_>,
    permissions: &Names<Permission>,
    of: &Permission,
) -> Result<Requirement, Problem> {
    let member = node.object(&["permission", "at_least"])?;
    let name = member.required("permission")?;
    let (position, permission) = find_permission(&name, permissions)?;
    if permission.record.is_some() && permission.record != of.record {
        return Err(name.problem(format!(
            "`{}` is about another kind of record",
            permission.id
        )));
    }
    let at_least = match member.optional("at_least") {
        Some(node) => read_demand(&node, permission.values)?,
        None => permission.values.top(),
    };
    Ok(Requirement {
        permission: position,
        at_least,
    })
}

fn role(
    node: &Node<'_>,
    permissions: &Names<Permission>,
    records: &Names<RecordKind>,
    roles: &mut Names<Role>,
    problems: &mut Problems,
) -> Result<(), Problem> {
    let member = node.object(ROLE_MEMBERS)?;
    let id_node = member.required("id")?;
    let id = read_identifier(&id_node)?;
    problems.keep(member.required("label").and_then(|node| read_label(&node)));
    if let Some(node) = member.optional("description") {
        problems.keep(read_label(&node));
    }
    let node = member.required("values")?;
    let mut values = Grants::default();
    for (name, node) in node.entries(LIMITS.permissions)? {
        values.extend(problems.keep(named_grant(name, &node, permissions, records)));
    }
    let mut unlocked = ByPosition::default();
    if let Some(node) = member.optional("unlocked") {
        for (name, node) in node.entries(LIMITS.permissions)? {
            unlocked.extend(problems.keep(unlock(name, &node, permissions, &values)));
        }
    }
    let administration = Administration::default();
    let role = Role {
        id: id.clone(),
        values,
        unlocked,
        based_on: None,
        administration,
    };
    add(&id_node, roles, id, role)
}

/// The other values that a tenant may choose for one permission.
fn unlock(
    name: &str,
    node: &Node<'_>,
    permissions: &Names<Permission>,
    values: &Grants,
) -> Result<(usize, Vec<Level>), Problem> {
    let (position, permission) = stored(name, node, permissions)?;
    let own = values.get(position).copied().unwrap_or_default();
    let mut levels = Vec::new();
    for item in node.items(Level::ALL.len())? {
        let level = read_level(&item, permission.values)?;
        if levels.contains(&level) || own == Grant::plain(level) {
            return Err(item.problem(format!(
                "`{level}` is the role's own value, or stands here twice"
            )));
        }
        levels.push(level);
    }
    Ok((position, levels))
}

fn administration(
    node: &Node<'_>,
    permissions: &Names<Permission>,
    roles: &Names<Role>,
) -> Result<Administration, Problem> {
    let member = node.open_object()?;
    let rule = |name| {
        let node = member.optional(name);
        node.map(|node| read_admin_rule(&node, permissions, roles, &mut Parts::new()))
            .transpose()
    };
    Ok(Administration {
        editable_by: rule("editable_by")?,
        assignable_by: rule("assignable_by")?,
    })
}

/// Reads what a role says about permissions.
pub(crate) fn read_grants(
    node: &Node<'_>,
    permissions: &Names<Permission>,
    records: &Names<RecordKind>,
) -> Result<Grants, Problem> {
    let entries = node.entries(LIMITS.permissions)?;
    entries
        .map(|(name, node)| named_grant(name, &node, permissions, records))
        .collect()
}

fn named_grant(
    name: &str,
    node: &Node<'_>,
    permissions: &Names<Permission>,
    records: &Names<RecordKind>,
) -> Result<(usize, Grant), Problem> {
    let (position, permission) = stored(name, node, permissions)?;
    Ok((position, read_grant(node, permission, records)?))
}

fn read_grant(
    node: &Node<'_>,
    permission: &Permission,
    records: &Names<RecordKind>,
) -> Result<Grant, Problem> {
    if node.is_string() {
        return Ok(Grant::plain(read_level(node, permission.values)?));
    }
    let member = node.object(&["value", "if", "unknown"])?;
    let level = read_level(&member.required("value")?, permission.values)?;
    let unknown = match member.optional("unknown") {
        None => false,
        Some(node) if node.boolean()? && level == Level::Off => true,
        Some(node) => return Err(node.problem("must be true, beside the value `off`")),
    };
    let Some(list) = member.optional("if") else {
        if !unknown {
            return Err(node.problem("has neither `if` nor `unknown`, so it must be a plain value"));
        }
        return Ok(Grant {
            level,
            only_if: None,
            unknown,
        });
    };
    let Some(record) = permission.record.and_then(|record| records.get(record)) else {
        return Err(list.problem(format!("`{}` is not about a record", permission.id)));
    };
    if level == Level::Off {
        return Err(list.problem("`off` has no condition"));
    }
    let mut bits = 0_u8;
    for relation in list_of(&list, Relation::ALL, Relation::parse, Relation::as_str)? {
        let bit = record.relations.iter().position(|other| *other == relation);
        let bit = bit.ok_or_else(|| {
            list.problem(format!("`{relation}` is no relation of `{}`", record.id))
        })?;
        bits |= 1_u8.wrapping_shl(bit as u32);
    }
    if bits == 0 {
        return Err(list.problem("must not be empty"));
    }
    Ok(Grant {
        level,
        only_if: Some(bits),
        unknown,
    })
}

/// The permission called `name`, which must have a stored value.
pub(crate) fn stored<'a>(
    name: &str,
    node: &Node<'_>,
    permissions: &'a Names<Permission>,
) -> Result<(usize, &'a Permission), Problem> {
    let known = permissions
        .position(name)
        .and_then(|position| Some((position, permissions.get(position)?)));
    let (position, permission) =
        known.ok_or_else(|| node.problem("names no permission of the catalog"))?;
    if permission.rule.is_some() {
        return Err(node.problem(format!("`{name}` is derived and has no value of its own")));
    }
    Ok((position, permission))
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
