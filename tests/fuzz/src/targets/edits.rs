//! Changes to a JSON document, made from choices: most of them leave it nearly right.

use serde_json::{Value, json};

use super::Choices;

/// Enough to get anywhere in a document, few enough to stay quick.
const MOST: usize = 24;

pub fn apply(document: &mut Value, choices: &mut Choices<'_>) {
    for _ in 0..MOST {
        if choices.is_over() {
            return;
        }
        edit(document, choices);
    }
}

fn edit(document: &mut Value, choices: &mut Choices<'_>) {
    let mut places = Vec::new();
    list(document, String::new(), &mut places);
    let what = choices.byte() % 8;
    let place = places[choices.below(places.len())].clone();
    let other = places[choices.below(places.len())].clone();
    let copy = document.pointer(&other).cloned().unwrap_or_default();
    match what {
        0 => drop(remove(document, &place)),
        1 => put(document, &place, copy),
        2 => {
            let name = name_of(&copy, &other);
            match document.pointer_mut(&place) {
                Some(Value::Array(items)) => items.push(copy),
                Some(Value::Object(members)) => drop(members.insert(name, copy)),
                _ => {}
            }
        }
        3 | 4 => put(document, &place, word(choices)),
        5 => {
            if let Some(value) = remove(document, &place) {
                let (parent, _) = place.rsplit_once('/').unwrap_or_default();
                match document.pointer_mut(parent) {
                    Some(Value::Object(members)) => {
                        drop(members.insert(name_of(&copy, &other), value));
                    }
                    Some(Value::Array(items)) => items.insert(0, value),
                    _ => {}
                }
            }
        }
        6 => {
            let step = i64::from(choices.byte() as i8);
            if let Some(Value::Number(number)) = document.pointer_mut(&place) {
                *number = (number.as_i64().unwrap_or(0).wrapping_add(step)).into();
            }
        }
        _ => {
            let byte = char::from(choices.byte());
            if let Some(Value::String(text)) = document.pointer_mut(&place) {
                text.push(byte);
            }
        }
    }
}

/// A name for a member: a string of the document, or the name of a place.
fn name_of(value: &Value, place: &str) -> String {
    let last = place.rsplit('/').next().unwrap_or_default();
    value.as_str().unwrap_or(last).to_owned()
}

fn word(choices: &mut Choices<'_>) -> Value {
    const WORDS: [&str; 28] = [
        "on",
        "off",
        "read",
        "write",
        "switch",
        "level",
        "own",
        "shared",
        "shared-edit",
        "mine",
        "assigned",
        "unassigned",
        "same-group",
        "same-organization",
        "company",
        "group",
        "user",
        "owners",
        "assignees",
        "groups",
        "queues",
        "self",
        "hide",
        "disable",
        "__proto__",
        "",
        "expired",
        "w1",
    ];
    match choices.byte() {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(false),
        3 => json!([]),
        4 => json!({}),
        5 => json!(1.5),
        6 => json!(-1),
        7 => json!(9_007_199_254_740_991_u64),
        8 => json!(u64::MAX),
        9 => json!({"any": [{"relation": "mine"}, {"value": "on"}]}),
        10 => json!({"value": "on", "if": ["mine"]}),
        11 => json!({"value": "off", "unknown": true}),
        byte if byte < 32 => json!(byte - 12),
        byte => json!(WORDS[usize::from(byte) % WORDS.len()]),
    }
}

fn put(document: &mut Value, place: &str, value: Value) {
    if let Some(old) = document.pointer_mut(place) {
        *old = value;
    }
}

fn remove(document: &mut Value, place: &str) -> Option<Value> {
    let (parent, last) = place.rsplit_once('/')?;
    match document.pointer_mut(parent)? {
        Value::Object(members) => members.remove(&last.replace("~1", "/").replace("~0", "~")),
        Value::Array(items) => Some(items.remove(last.parse().ok()?)),
        _ => None,
    }
}

/// The places of a document, as JSON pointers, the whole first.
fn list(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            places.push(place.clone());
            for (name, value) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                list(value, format!("{place}/{name}"), places);
            }
        }
        Value::Array(items) => {
            places.push(place.clone());
            for (position, value) in items.iter().enumerate() {
                list(value, format!("{place}/{position}"), places);
            }
        }
        _ => places.push(place),
    }
}
