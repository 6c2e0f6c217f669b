//! A strict reader of JSON (RFC 8259), for text that may be hostile.
//!
//! [`parse`] refuses a repeated member at any depth and bounds the nesting; [`Value`] keeps integers
//! apart from other numbers. [`Node`] walks a value and knows its place; it keeps `null` apart from
//! absent, and takes an object only where an object is meant.

mod parse;
#[cfg(test)]
mod reference;

use core::fmt::Write as _;

use crate::error::Problem;
use crate::vocabulary::Vocabulary;

pub(crate) use parse::{Value, parse};

/// The place of a node.
#[derive(Clone, Copy, Debug)]
enum Place<'a> {
    /// The whole text. The names in a `quiet` text, such as claims, are never shown: places give their
    /// positions instead.
    Root {
        quiet: bool,
    },
    /// A member that the format names.
    Member(&'a Place<'a>, &'static str),
    /// A member with a name that the text chooses.
    Entry(&'a Place<'a>, usize, &'a str),
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    fn quiet(&self) -> bool {
        match self {
            Place::Root { quiet } => *quiet,
            Place::Member(parent, _) | Place::Entry(parent, ..) | Place::Item(parent, _) => {
                parent.quiet()
            }
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Place::Root { .. } => {}
            Place::Member(parent, name) => {
                parent.write(out);
                if !out.is_empty() {
                    out.push('.');
                }
                out.push_str(name);
            }
            Place::Entry(parent, index, name) => {
                parent.write(out);
                let _ = if self.quiet() {
                    write!(out, "{{{index}}}")
                } else {
                    write!(out, "[\"{name}\"]")
                };
            }
            Place::Item(parent, index) => {
                parent.write(out);
                let _ = write!(out, "[{index}]");
            }
        }
    }
}

/// A value and its place. The methods read what the format expects there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'a> {
    value: &'a Value,
    place: Place<'a>,
}

/// What is read, or the problem: behind a pointer, as every `?` copies a result.
pub(crate) type Read<T> = Result<T, Box<Problem>>;

impl<'a> Node<'a> {
    /// The root of a text whose names messages may quote.
    pub(crate) fn root(value: &'a Value) -> Node<'a> {
        Node {
            value,
            place: Place::Root { quiet: false },
        }
    }

    /// The root of a text that messages must not quote.
    pub(crate) fn quiet_root(value: &'a Value) -> Node<'a> {
        Node {
            value,
            place: Place::Root { quiet: true },
        }
    }

    pub(crate) fn is_string(&self) -> bool {
        matches!(self.value, Value::String(_))
    }

    pub(crate) fn is_array(&self) -> bool {
        matches!(self.value, Value::Array(_))
    }

    /// A problem at this place.
    pub(crate) fn problem(&self, message: impl Into<String>) -> Box<Problem> {
        self.problem_of(message.into())
    }

    #[cold]
    #[inline(never)]
    fn problem_of(&self, message: String) -> Box<Problem> {
        let mut place = String::new();
        self.place.write(&mut place);
        Box::new(Problem { place, message })
    }

    /// A problem with the name at this place, which is quoted unless the text is quiet.
    #[cold]
    #[inline(never)]
    pub(crate) fn name_problem(&self, name: &str, what: &str) -> Box<Problem> {
        if self.place.quiet() {
            self.problem(what)
        } else {
            self.problem(format!("`{}` {what}", shorten(name)))
        }
    }

    /// The string at this place.
    pub(crate) fn string(&self) -> Read<&'a str> {
        match self.value {
            Value::String(text) => Ok(text),
            _ => Err(self.expected("a string")),
        }
    }

    /// The string at this place, neither empty nor longer than `limit` bytes.
    pub(crate) fn text(&self, limit: usize) -> Read<&'a str> {
        let text = self.string()?;
        if text.is_empty() {
            return Err(self.problem("must not be empty"));
        }
        if text.len() > limit {
            return Err(self.problem(format!(
                "is {} bytes long, the limit is {limit}",
                text.len()
            )));
        }
        Ok(text)
    }

    /// The word of a closed list at this place.
    pub(crate) fn word<T: Vocabulary>(&self) -> Read<T> {
        T::parse(self.string()?).ok_or_else(|| self.unknown_word(T::WORDS))
    }

    /// The words of a closed list at this place, each at most once.
    pub(crate) fn words<T: Vocabulary>(&self) -> Read<Vec<T>> {
        let mut words = Vec::new();
        for item in self.items(T::WORDS.len())? {
            let word = item.word::<T>()?;
            if words.contains(&word) {
                return Err(item.problem(format!("repeats `{}`", item.string()?)));
            }
            words.push(word);
        }
        Ok(words)
    }

    #[inline(never)]
    fn unknown_word(&self, words: &[&str]) -> Box<Problem> {
        self.problem(format!("must be {}", list(words)))
    }

    /// The boolean at this place.
    pub(crate) fn boolean(&self) -> Read<bool> {
        match self.value {
            Value::Bool(value) => Ok(*value),
            _ => Err(self.expected("true or false")),
        }
    }

    /// The integer at this place, from 0 to 2^53 − 1: the range on which all JSON readers agree
    /// (RFC 8259 section 6).
    pub(crate) fn integer(&self) -> Read<u64> {
        match self.value {
            Value::Integer(value) => u64::try_from(*value)
                .ok()
                .filter(|value| *value < 1 << 53)
                .ok_or_else(|| self.problem("must be from 0 to 2^53 - 1")),
            _ => Err(self.expected("an integer")),
        }
    }

    /// The items of the array at this place, at most `limit` of them.
    pub(crate) fn items(&'a self, limit: usize) -> Read<impl Iterator<Item = Node<'a>>> {
        let Value::Array(items) = self.value else {
            return Err(self.expected("an array"));
        };
        if items.len() > limit {
            return Err(self.problem(format!("has {} items, the limit is {limit}", items.len())));
        }
        Ok(items.iter().enumerate().map(|(index, value)| Node {
            value,
            place: Place::Item(&self.place, index),
        }))
    }

    /// The members of the object at this place, whatever their names, at most `limit`.
    pub(crate) fn entries(
        &'a self,
        limit: usize,
    ) -> Read<impl Iterator<Item = (&'a str, Node<'a>)>> {
        let members = self.members()?;
        if members.len() > limit {
            return Err(self.problem(format!(
                "has {} members, the limit is {limit}",
                members.len()
            )));
        }
        Ok(members.iter().enumerate().map(|(index, (name, value))| {
            (
                name.as_str(),
                Node {
                    value,
                    place: Place::Entry(&self.place, index, name),
                },
            )
        }))
    }

    /// The object at this place, which has no members but `names`.
    pub(crate) fn object(&'a self, names: &'static [&'static str]) -> Read<Object<'a>> {
        let members = self.members()?;
        for (index, (name, value)) in members.iter().enumerate() {
            if !names.contains(&name.as_str()) {
                let member = Node {
                    value,
                    place: Place::Entry(&self.place, index, name),
                };
                return Err(member.problem(format!(
                    "is not a known member, expected one of {}",
                    list(names)
                )));
            }
        }
        Ok(Object {
            node: self,
            members,
        })
    }

    /// The object at this place, which may have any members.
    pub(crate) fn open_object(&'a self) -> Read<Object<'a>> {
        Ok(Object {
            node: self,
            members: self.members()?,
        })
    }

    fn members(&self) -> Read<&'a [(String, Value)]> {
        match self.value {
            Value::Object(members) => Ok(members),
            _ => Err(self.expected("an object")),
        }
    }

    #[cold]
    #[inline(never)]
    fn expected(&self, what: &str) -> Box<Problem> {
        let found = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Integer(_) => "an integer",
            Value::OtherNumber => "a number that is not an integer",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        };
        self.problem(format!("must be {what}, not {found}"))
    }
}

/// An object with members that the format names. A member that is wrong never counts as absent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Object<'a> {
    node: &'a Node<'a>,
    members: &'a [(String, Value)],
}

impl<'a> Object<'a> {
    /// The member `name`, or `None` if it is absent. `null` is not absent.
    pub(crate) fn optional(&self, name: &'static str) -> Option<Node<'a>> {
        let (_, value) = self.members.iter().find(|(member, _)| member == name)?;
        Some(Node {
            value,
            place: Place::Member(&self.node.place, name),
        })
    }

    /// The member `name`.
    pub(crate) fn required(&self, name: &'static str) -> Read<Node<'a>> {
        self.optional(name)
            .ok_or_else(|| self.node.problem(format!("`{name}` is missing")))
    }

    /// The names of the members, in the order of the text.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.members.iter().map(|(name, _)| name.as_str())
    }
}

/// Lists `names` for a message: `a`, `b` or `c`.
pub(crate) fn list(names: &[&str]) -> String {
    let mut text = String::new();
    for (index, name) in names.iter().enumerate() {
        let joint = if index == 0 {
            ""
        } else if index.checked_add(1) == Some(names.len()) {
            " or "
        } else {
            ", "
        };
        let _ = write!(text, "{joint}`{name}`");
    }
    text
}

/// At most 40 characters of `text`, for a message.
pub(crate) fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
#[allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]
mod tests {
    use super::parse::{REPEATED, TOO_DEEP, Value, parse};

    #[test]
    fn numbers_are_integers_or_nothing_of_use() {
        assert_eq!(parse(b"17"), Ok(Value::Integer(17)));
        assert_eq!(parse(b"9223372036854775807"), Ok(Value::Integer(i64::MAX)));
        for other in [
            "-0",
            "17.0",
            "17e0",
            "9223372036854775808",
            "18446744073709551616",
        ] {
            assert_eq!(parse(other.as_bytes()), Ok(Value::OtherNumber), "{other}");
        }
        assert!(parse(b"1e400").is_err());
    }

    #[test]
    fn a_repeated_member_is_refused_at_any_depth() {
        for text in [r#"{"a":1,"a":1}"#, r#"[{"b":{"a":1,"\u0061":2}}]"#] {
            let error = parse(text.as_bytes()).expect_err(text);
            assert!(error.starts_with(REPEATED), "{error}");
        }
    }

    #[test]
    fn nesting_ends_at_the_limit() {
        let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(nested(32).as_bytes()).is_ok());
        for depth in [33, 127, 128, 100_000] {
            let error = parse(nested(depth).as_bytes()).expect_err("too deep");
            assert!(error.starts_with(TOO_DEEP), "{error}");
        }
    }

    /// JSONTestSuite, each file whole: `y_` is read and anything else is not, but for the exceptions.
    #[test]
    fn json_test_suite() {
        use base64::Engine as _;
        let vectors =
            |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("vectors");
        let suite = vectors(include_str!(
            "../../tests/vectors/public/json-test-suite.json"
        ));
        let exceptions = vectors(include_str!("../../tests/vectors/public/exceptions.json"));
        let bytes = |part: &serde_json::Value| {
            let text = |name: &str| part[name].as_str();
            match (text("repeat"), text("base64")) {
                (Some(repeat), _) => {
                    let times = part["times"].as_u64().and_then(|n| usize::try_from(n).ok());
                    repeat.repeat(times.expect("times")).into_bytes()
                }
                (_, Some(text)) => base64::engine::general_purpose::STANDARD
                    .decode(text)
                    .expect("base64"),
                _ => part.as_str().expect("text").as_bytes().to_vec(),
            }
        };
        let files = suite["files"].as_array().expect("files");
        for file in files {
            let text = match &file["text"] {
                serde_json::Value::Array(parts) => parts.iter().flat_map(bytes).collect(),
                text => bytes(text),
            };
            let name = file["name"].as_str().expect("a name");
            let exception = exceptions
                .as_array()
                .expect("exceptions")
                .iter()
                .any(|exception| {
                    exception["suite"] == "json-test-suite" && exception["case"] == name
                });
            let expected = name.starts_with("y_") != exception;
            assert_eq!(parse(&text).is_ok(), expected, "{name}");
        }
        assert_eq!(files.len(), 318);
    }
}
