//! Random products, and people and records in them, made and signed here.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rolegate::{Catalog, Collaborator, Fact, Gate, Level, Record};
use serde_json::{Map, Value, json};

use crate::util::{catalog, claims, gate, with};

pub(crate) const RELATIONS: [&str; 8] = [
    "own",
    "shared",
    "shared-edit",
    "mine",
    "assigned",
    "unassigned",
    "same-group",
    "same-organization",
];

/// The filter members, each with ids that it may list.
const FILTERS: [(&str, [&str; 2]); 5] = [
    ("owners", ["u42", "u7"]),
    ("assignees", ["u42", "u7"]),
    ("groups", ["g1", "g9"]),
    ("organizations", ["w1", "w2"]),
    ("queues", ["q1", "q2"]),
];

pub(crate) const LAYERS: [&str; 3] = ["company", "group", "user"];

/// What a random permission is: its values, and whether it is about a `doc`.
#[derive(Debug, Clone, Copy)]
struct Kind {
    is_level: bool,
    has_record: bool,
}

impl Kind {
    fn words(self) -> Vec<&'static str> {
        if self.is_level {
            vec!["off", "read", "write"]
        } else {
            vec!["off", "on"]
        }
    }
}

/// A rule of permission `index` that refers to those before it.
fn rule(index: usize, kinds: &[Kind], relations: &[&'static str]) -> BoxedStrategy<Value> {
    let own = kinds[index];
    let constant = select(own.words()).prop_map(|value| json!({"value": value}));
    let mut leaves = vec![constant.boxed()];
    if own.has_record && !relations.is_empty() {
        let relation = select(relations.to_vec());
        leaves.push(
            relation
                .prop_map(|relation| json!({"relation": relation}))
                .boxed(),
        );
    }
    let usable = usable(index, kinds);
    if !usable.is_empty() {
        let part = (select(usable), any::<bool>()).prop_map(move |((other, kind), top)| {
            let name = format!("p{other}");
            match (kind.is_level, top) {
                (is_level, true) if is_level == own.is_level => json!({"permission": name}),
                (true, true) => json!({"permission": name, "at_least": "write"}),
                (true, false) => json!({"permission": name, "at_least": "read"}),
                (false, _) => json!({"permission": name, "at_least": "on"}),
            }
        });
        leaves.push(part.boxed());
    }
    let leaf = proptest::strategy::Union::new(leaves);
    let rule = leaf.prop_recursive(3, 8, 3, |part| {
        (any::<bool>(), vec(part, 1..4)).prop_map(|(any, parts)| {
            if any {
                json!({"any": parts})
            } else {
                json!({"all": parts})
            }
        })
    });
    rule.boxed()
}

/// The permissions that the one at `index` may refer to: earlier ones about no record or the same.
fn usable(index: usize, kinds: &[Kind]) -> Vec<(usize, Kind)> {
    let earlier = kinds.iter().copied().enumerate().take(index);
    earlier
        .filter(|(_, other)| kinds[index].has_record || !other.has_record)
        .collect()
}

/// A permission called `p{index}`.
fn permission(index: usize, kinds: &[Kind], relations: &[&'static str]) -> BoxedStrategy<Value> {
    let own = kinds[index];
    let entitlements = || select(vec!["e0", "e1", "e2"]);
    let need = prop_oneof![
        entitlements().prop_map(|entitlement| json!(entitlement)),
        btree_set(entitlements(), 1..3).prop_map(|any| json!(any)),
    ];
    let usable = usable(index, kinds);
    let requires = if usable.is_empty() {
        Just(Vec::new()).boxed()
    } else {
        let required = (select(usable), any::<bool>()).prop_map(|((other, kind), top)| {
            let name = format!("p{other}");
            if kind.is_level && !top {
                json!({"permission": name, "at_least": "read"})
            } else {
                json!({"permission": name})
            }
        });
        vec(required, 0..3).boxed()
    };
    let rule = prop::option::weighted(0.4, rule(index, kinds, relations));
    (vec(need, 0..3), requires, rule, prop::bool::weighted(0.2))
        .prop_map(move |(needs, requires, rule, reserved)| {
            let mut permission = json!({
                "id": format!("p{index}"), "label": {"en": "P"},
                "values": if own.is_level { "level" } else { "switch" },
                "needs": needs, "requires": requires,
            });
            if own.has_record {
                permission["record"] = json!("doc");
            }
            match rule {
                Some(rule) => permission["rule"] = rule,
                None => permission["reserved"] = json!(reserved),
            }
            permission
        })
        .boxed()
}

/// A stored permission, as what gives it a value needs to know it.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub(crate) name: String,
    /// Its values, from `off` up.
    pub(crate) words: Vec<&'static str>,
    pub(crate) has_record: bool,
    pub(crate) reserved: bool,
}

fn stored(permissions: &[Value]) -> Vec<Stored> {
    let stored = permissions.iter().filter(|one| one.get("rule").is_none());
    stored
        .map(|permission| {
            let kind = Kind {
                is_level: permission["values"] == "level",
                has_record: permission.get("record").is_some(),
            };
            Stored {
                name: permission["id"].as_str().unwrap().to_owned(),
                words: kind.words(),
                has_record: kind.has_record,
                reserved: permission["reserved"] == true,
            }
        })
        .collect()
}

/// An object with some of these permissions, each with what `one` makes for it.
fn some_of(
    permissions: &[Stored],
    one: impl Fn(&Stored) -> BoxedStrategy<Value>,
) -> BoxedStrategy<Value> {
    let members = permissions.iter().map(|permission| {
        let name = permission.name.clone();
        let value = prop::option::of(one(permission));
        value.prop_map(move |value| Some((name.clone(), value?)))
    });
    let members: Vec<_> = members.collect();
    members
        .prop_map(|members| Value::Object(members.into_iter().flatten().collect()))
        .boxed()
}

/// What a role says, with conditions.
fn role_values(permissions: &[Stored], relations: &[&'static str]) -> BoxedStrategy<Value> {
    some_of(permissions, |permission| {
        let plain = select(permission.words.clone()).prop_map(|value| json!(value));
        if !permission.has_record || relations.is_empty() {
            return plain.boxed();
        }
        let above = select(permission.words[1..].to_vec());
        let most = relations.len().min(2);
        let when = (above, subsequence(relations.to_vec(), 1..=most))
            .prop_map(|(value, relations)| json!({"value": value, "if": relations}));
        prop_oneof![plain, when].boxed()
    })
}

/// What a layer says; it gives nothing that is reserved.
fn layer_values(permissions: &[Stored]) -> BoxedStrategy<Value> {
    some_of(permissions, |permission| {
        let most = if permission.reserved {
            1
        } else {
            permission.words.len()
        };
        select(permission.words[..most].to_vec())
            .prop_map(|value| json!(value))
            .boxed()
    })
}

/// What a tenant may choose in a role, where the product leaves that open.
fn unlocked(permissions: &[Stored]) -> BoxedStrategy<Value> {
    some_of(permissions, |permission| {
        subsequence(permission.words.clone(), 1..=permission.words.len())
            .prop_map(|values| json!(values))
            .boxed()
    })
}

/// A random product: its catalog, and what one person holds in it.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) catalog: Arc<Catalog>,
    pub(crate) file: Value,
    pub(crate) claims: Value,
    pub(crate) stored: Vec<Stored>,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "catalog {:#}\nmemberships {:#}",
            self.file, self.claims["memberships"]
        )?;
        write!(
            f,
            "\nroles {:#}\nentitlements {}",
            self.claims["roles"], self.claims["entitlements"]
        )
    }
}

impl World {
    pub(crate) fn gate(&self) -> Gate {
        gate(&self.catalog, &self.claims)
    }

    pub(crate) fn membership(&self) -> &Value {
        &self.claims["memberships"][0]
    }

    /// The same person with one more role.
    pub(crate) fn with_role(&self, role: &str) -> World {
        let mut world = self.clone();
        let roles = world.claims["memberships"][0]["roles"]
            .as_array_mut()
            .unwrap();
        if !roles.contains(&json!(role)) {
            roles.push(json!(role));
        }
        world
    }

    /// The value that a role gives somewhere, edits counted.
    pub(crate) fn gives(&self, role: &str, permission: &str) -> Level {
        let of = |roles: &Value, id: &Value| {
            let mut roles = roles.as_array().unwrap().iter();
            roles
                .find(|one| one["id"] == *id)
                .cloned()
                .unwrap_or_default()
        };
        let edit = of(&self.claims["roles"], &json!(role));
        let base = edit.get("based_on").cloned().unwrap_or(json!(role));
        let base = of(&self.file["roles"], &base);
        let value = edit["values"]
            .get(permission)
            .or_else(|| base["values"].get(permission));
        let value = value.map(|value| value.get("value").unwrap_or(value));
        value
            .and_then(Value::as_str)
            .and_then(Level::parse)
            .unwrap_or_default()
    }

    /// The questions that can be asked: each permission at each of its values above `off`.
    pub(crate) fn questions(&self) -> Vec<String> {
        let permissions = self.file["areas"][0]["permissions"].as_array().unwrap();
        let questions = permissions.iter().flat_map(|permission| {
            let id = permission["id"].as_str().unwrap();
            let top = if permission["values"] == "level" {
                "write"
            } else {
                "on"
            };
            [id.to_owned(), format!("{id}:{top}")]
        });
        questions.collect()
    }

    /// Every record that there can be, as far as it matters: facts of which no relation and no filter of
    /// this world speaks stay unread.
    pub(crate) fn records(&self) -> Vec<Facts> {
        let relations = self.file["records"]["doc"]["relations"].to_string();
        let filters = self.membership()["filters"].to_string();
        let speaks = |words: &[&str]| {
            words
                .iter()
                .any(|word| relations.contains(&format!("\"{word}\"")) || filters.contains(word))
        };
        let ids = |words: &[&str], ids: &[&'static str]| {
            let read = ids.iter().copied().map(Some).filter(|_| speaks(words));
            read.chain([None]).collect::<Vec<_>>()
        };
        let shared = if speaks(&["shared", "shared-edit"]) {
            vec![None, Some(false), Some(true)]
        } else {
            vec![None]
        };
        let mut all = vec![Facts::default()];
        let mut vary = |set: &dyn Fn(&Facts) -> Vec<Facts>| {
            all = all.iter().flat_map(set).collect();
        };
        vary(&|facts| {
            let owners = ids(&["own", "owners"], &["", "u42", "u1", "u7"]);
            owners
                .into_iter()
                .map(|owner| Facts {
                    owner,
                    ..facts.clone()
                })
                .collect()
        });
        vary(&|facts| {
            let words = ["mine", "assigned", "unassigned", "assignees"];
            let assignees = ids(&words, &["", "u42", "u1", "u7"]);
            assignees
                .into_iter()
                .map(|assignee| Facts {
                    assignee,
                    ..facts.clone()
                })
                .collect()
        });
        vary(&|facts| {
            let groups = ids(&["same-group", "groups"], &["", "g1", "g2", "g9"]);
            groups
                .into_iter()
                .map(|group| Facts {
                    group,
                    ..facts.clone()
                })
                .collect()
        });
        vary(&|facts| {
            let organizations = ids(&["same-organization", "organizations"], &["", "w1", "w2"]);
            let with = |organization| Facts {
                organization,
                ..facts.clone()
            };
            organizations.into_iter().map(with).collect()
        });
        vary(&|facts| {
            let queues = ids(&["queues"], &["", "q1", "q2"]);
            queues
                .into_iter()
                .map(|queue| Facts {
                    queue,
                    ..facts.clone()
                })
                .collect()
        });
        vary(&|facts| {
            shared
                .iter()
                .map(|shared| Facts {
                    shared: *shared,
                    ..facts.clone()
                })
                .collect()
        });
        all
    }
}

/// A product's catalog file.
fn file() -> impl Strategy<Value = Value> {
    let kind = any::<(bool, bool)>().prop_map(|(is_level, has_record)| Kind {
        is_level,
        has_record,
    });
    let relations = prop_oneof![
        1 => Just(RELATIONS.to_vec()),
        2 => subsequence(RELATIONS.to_vec(), 0..=8).prop_shuffle(),
    ];
    (vec(kind, 1..7), relations)
        .prop_flat_map(|(kinds, relations)| {
            let permissions = (0..kinds.len()).map(|index| permission(index, &kinds, &relations));
            (permissions.collect::<Vec<_>>(), Just(relations))
        })
        .prop_flat_map(|(permissions, relations)| {
            let stored = stored(&permissions);
            let role = (role_values(&stored, &relations), unlocked(&stored));
            let names: Vec<&str> = FILTERS.iter().map(|(name, _)| *name).collect();
            (
                Just((permissions, relations)),
                [role.clone(), role.clone(), role],
                subsequence(LAYERS.to_vec(), 0..=3),
                prop::option::weighted(0.3, subsequence(names, 0..=5)),
            )
        })
        .prop_map(|((permissions, relations), roles, layers, filters)| {
            let roles = roles.into_iter().enumerate().map(|(index, (values, unlocked))| {
                let mut unlocked = unlocked;
                for (name, others) in unlocked.as_object_mut().unwrap() {
                    // Unlocked are the others only; the role's own value is free anyway.
                    let own = values.get(name).cloned().unwrap_or(json!("off"));
                    others.as_array_mut().unwrap().retain(|other| *other != own);
                }
                unlocked.as_object_mut().unwrap().retain(|_, others| *others != json!([]));
                json!({"id": format!("r{index}"), "label": {"en": "R"}, "values": values, "unlocked": unlocked})
            });
            let mut doc = json!({"label": {"en": "D"}, "relations": relations});
            if let Some(filters) = filters {
                doc["filters"] = json!(filters);
            }
            json!({
                "format": 1, "id": "random", "label": {"en": "Random"},
                "entitlements": [
                    {"id": "e0", "label": {"en": "E"}},
                    {"id": "e1", "label": {"en": "E"}, "includes": ["e0"]},
                    {"id": "e2", "label": {"en": "E"}},
                ],
                "layers": layers, "filters": FILTERS.map(|(name, _)| name),
                "records": {"doc": doc},
                "areas": [{"id": "all", "label": {"en": "A"}, "permissions": permissions}],
                "roles": roles.collect::<Vec<_>>(), "custom_roles": {},
            })
        })
}

/// One filter: some members, with some ids each.
fn filter() -> impl Strategy<Value = Value> {
    let members = FILTERS.map(|(name, ids)| {
        let some = subsequence(ids.to_vec(), 0..=2);
        prop::option::weighted(0.3, some).prop_map(move |ids| Some((name.to_owned(), json!(ids?))))
    });
    members.prop_map(|members| Value::Object(members.into_iter().flatten().collect()))
}

pub(crate) fn world() -> impl Strategy<Value = World> {
    file().prop_flat_map(|file| {
        let stored = stored(file["areas"][0]["permissions"].as_array().unwrap());
        let relations = file["records"]["doc"]["relations"].as_array().unwrap();
        let relations = relations.iter().filter_map(Value::as_str);
        let relations: Vec<&'static str> = relations
            .filter_map(|name| RELATIONS.into_iter().find(|relation| *relation == name))
            .collect();
        let layer = prop::option::weighted(0.5, layer_values(&stored));
        (
            Just((file, stored.clone())),
            role_values(&stored, &relations),
            prop::option::of(select(vec!["r0", "r1"])),
            role_values(&stored, &relations),
            [layer.clone(), layer.clone(), layer],
            subsequence(vec!["r0", "r1", "r2", "own-role"], 0..=3),
            btree_set(select(vec!["e0", "e1", "e2"]), 0..3),
            prop_oneof![3 => Just(vec!["g1"]), 1 => Just(vec![]), 1 => Just(vec!["g2", "g1"])],
            prop_oneof![2 => Just(Vec::new()), 1 => vec(filter(), 1..3)],
        )
            .prop_map(|((file, stored), new, base, edit, layers, held, entitlements, groups, filters)| {
                let edits = kept_to(&file, &stored, "r1", edit, false);
                let new = match base {
                    Some(base) => kept_to(&file, &stored, base, new, true),
                    None => without_reserved(&stored, new),
                };
                let mut own = json!({"id": "own-role", "label": {"en": "O"}, "values": new});
                if let Some(base) = base {
                    own["based_on"] = json!(base);
                }
                let layers = LAYERS.into_iter().zip(layers).filter_map(|(from, values)| {
                    let known = file["layers"].as_array().unwrap().contains(&json!(from));
                    let mut layer = json!({"from": from, "values": values?});
                    if from == "group" {
                        layer["id"] = json!(groups.first()?);
                    }
                    known.then_some(layer)
                });
                let layers: Vec<Value> = layers.collect();
                let catalog = catalog(&file);
                let membership = json!({
                    "workspace": "w1", "roles": held, "groups": groups, "layers": layers, "filters": filters,
                });
                let claims = with(
                    claims(&catalog, json!([membership])),
                    json!({
                        "entitlements": entitlements,
                        "roles": [{"id": "r1", "values": edits}, own],
                    }),
                );
                World { catalog, file, claims, stored }
            })
    })
}

/// Those of these values that a tenant may choose for a catalog role, or for one that is based on it.
fn kept_to(file: &Value, stored: &[Stored], role: &str, values: Value, is_new: bool) -> Value {
    let roles = file["roles"].as_array().unwrap();
    let role = roles.iter().find(|one| one["id"] == role).unwrap();
    let Value::Object(mut values) = values else {
        panic!("values are an object")
    };
    values.retain(|name, value| {
        let own = role["values"].get(name).unwrap_or(&Value::Null);
        let others = role["unlocked"].get(name).and_then(Value::as_array);
        own == value
            || (own.is_null() && *value == "off")
            || others.is_some_and(|others| others.contains(value))
    });
    let values = Value::Object(values);
    if is_new {
        without_reserved(stored, values)
    } else {
        values
    }
}

fn without_reserved(stored: &[Stored], values: Value) -> Value {
    let reserved: BTreeSet<&str> = stored
        .iter()
        .filter(|one| one.reserved)
        .map(|one| one.name.as_str())
        .collect();
    let Value::Object(values) = values else {
        panic!("values are an object")
    };
    let kept = values
        .into_iter()
        .filter(|(name, _)| !reserved.contains(name.as_str()));
    Value::Object(kept.collect::<Map<_, _>>())
}

/// Facts of a record, by who or what they name: `None` unread, an empty text for none.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Facts {
    pub(crate) owner: Option<&'static str>,
    pub(crate) assignee: Option<&'static str>,
    pub(crate) group: Option<&'static str>,
    pub(crate) organization: Option<&'static str>,
    pub(crate) queue: Option<&'static str>,
    /// Whether it is shared with the person, and for editing.
    pub(crate) shared: Option<bool>,
}

impl Facts {
    pub(crate) fn record(&self) -> Record<'static> {
        let fact = |fact: Option<&'static str>| match fact {
            None => Fact::Unread,
            Some("") => Fact::Empty,
            Some(id) => Fact::Id(id),
        };
        let collaborators = self.shared.map(|edit| Collaborator { id: "u42", edit });
        Record {
            owner: fact(self.owner),
            assignee: fact(self.assignee),
            group: fact(self.group),
            organization: fact(self.organization),
            queue: fact(self.queue),
            collaborators: collaborators.into_iter().collect(),
        }
    }

    /// The records with the same facts but for what makes one more relation hold; the same record where
    /// it holds already.
    pub(crate) fn standing_in(&self, relation: &str) -> Vec<Facts> {
        let facts = self.clone();
        let assigned = |assignee| Facts {
            assignee: Some(assignee),
            ..self.clone()
        };
        match relation {
            "own" => vec![Facts {
                owner: Some("u42"),
                ..facts
            }],
            "shared" => vec![Facts {
                shared: Some(facts.shared == Some(true)),
                ..facts
            }],
            "shared-edit" => vec![Facts {
                shared: Some(true),
                ..facts
            }],
            "mine" => vec![assigned("u42")],
            "unassigned" => vec![assigned("")],
            "assigned" if facts.assignee.is_some_and(|id| !id.is_empty()) => vec![facts],
            "assigned" => ["u1", "u7", "u42"].map(assigned).to_vec(),
            "same-group" => ["g1", "g2"]
                .map(|group| Facts {
                    group: Some(group),
                    ..facts.clone()
                })
                .to_vec(),
            "same-organization" => vec![Facts {
                organization: Some("w1"),
                ..facts
            }],
            other => panic!("there is no relation {other}"),
        }
    }
}

pub(crate) fn facts() -> impl Strategy<Value = Facts> {
    let person = || select(vec![None, Some(""), Some("u42"), Some("u1"), Some("u7")]);
    let group = select(vec![None, Some(""), Some("g1"), Some("g2"), Some("g9")]);
    let organization = select(vec![None, Some("w1"), Some("w2")]);
    let queue = select(vec![None, Some("q1"), Some("q2")]);
    (
        person(),
        person(),
        group,
        organization,
        queue,
        any::<Option<bool>>(),
    )
        .prop_map(
            |(owner, assignee, group, organization, queue, shared)| Facts {
                owner,
                assignee,
                group,
                organization,
                queue,
                shared,
            },
        )
}
