//! Holds the reader equal to `serde_json`, in what it reads, what it refuses, and where.
//!
//! `make test-json` tries a hundred million texts; `make test` a small part of them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "a test says what is wrong by failing"
)]

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::parse::{REPEATED, TOO_DEEP, Value, parse};
use crate::limits::LIMITS;
use crate::text::text_problem;

/// What `parse` must give, by `serde_json`.
fn reference(bytes: &[u8]) -> Result<Value, String> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    Depth(LIMITS.json_depth)
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| {
            if let Some(problem) = text_problem(bytes) {
                return problem.to_owned();
            }
            if let Err(error) = core::str::from_utf8(bytes) {
                return format!("not UTF-8 after {} bytes", error.valid_up_to());
            }
            let text = error.to_string();
            let why = [REPEATED, TOO_DEEP]
                .into_iter()
                .find(|why| text.starts_with(why));
            let why = why.unwrap_or("not JSON");
            format!("{why} at line {} column {}", error.line(), error.column())
        })
}

/// How many more levels may be opened.
#[derive(Clone, Copy)]
struct Depth(usize);

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or(Value::OtherNumber, Value::Integer))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::OtherNumber)
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(below)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut object: Vec<(String, Value)> = Vec::new();
        while let Some(name) = members.next_key::<String>()? {
            if object.iter().any(|(known, _)| *known == name) {
                return Err(A::Error::custom(REPEATED));
            }
            object.push((name, members.next_value_seed(below)?));
        }
        Ok(Value::Object(object))
    }
}

impl Depth {
    fn below<E: serde::de::Error>(self) -> Result<Depth, E> {
        let below = self.0.checked_sub(1).map(Depth);
        below.ok_or_else(|| E::custom(TOO_DEEP))
    }
}

/// A generator of pseudo-random numbers (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) % end as u64) as usize
    }

    fn one_of<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }
}

const TOKENS: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\"",
    b"\"a\"",
    b"\"a\":",
    b"\"b\":",
    b"\"\"",
    b"{\"a\":",
    b"[[[[[[[[[[[[[[[[",
    b"]]]]]]]]]]]]]]]]",
    b" ",
    b"\n",
    b"\r",
    b"\t",
    b"\x0b",
    b"\\",
    b"\\n",
    b"\\/",
    b"\\x",
    b"\\u",
    b"\\u0041",
    b"\\ud83d",
    b"\\ude00",
    b"\\uDBFF\\uDFFF",
    b"\\u00g0",
    b"null",
    b"nul",
    b"true",
    b"tru",
    b"false",
    b"fals",
    b"NaN",
    b"a",
    b"/",
    b"'",
    b"\0",
    b"\x1f",
    b"\x7f",
    "é".as_bytes(),
    "\u{2028}".as_bytes(),
    "😀".as_bytes(),
    "\u{feff}".as_bytes(),
    "\u{fffd}".as_bytes(),
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"-",
    b"+",
    b".",
    b"e",
    b"E",
    b"0",
    b"1",
    b"9",
    b"00",
    b"308",
    b"309",
    b"-0",
    b"1e",
    b"18446744073709551615",
    b"9223372036854775807",
    b"2147483647",
];

const NUMBERS: &[&[u8]] = &[
    b"-",
    b"+",
    b".",
    b"e",
    b"E",
    b"e-",
    b"e+",
    b"0",
    b"1",
    b"5",
    b"9",
    b"00",
    b"000000000000000",
    b"17976931348623157",
    b"17976931348623158",
    b"1797693134862315807",
    b"1797693134862315808",
    b"1844674407370955161",
    b"18446744073709551615",
    b"922337203685477580",
    b"28",
    b"29",
    b"30",
    b"307",
    b"308",
    b"309",
    b"324",
    b"2147483647",
    b"2147483648",
    b"99999999999",
    b",",
    b" ",
];

/// A value of JSON, as text.
fn value(random: &mut Random, depth: usize, out: &mut Vec<u8>) {
    let space = |random: &mut Random| random.one_of(&[&b""[..], b"", b"", b" ", b"\n", b" \t\r\n"]);
    out.extend(space(random));
    match random.below(if depth == 0 { 6 } else { 9 }) {
        0 => out.extend(random.one_of(&[&b"null"[..], b"true", b"false"])),
        1 => out.extend(random.one_of(&[
            &b"0"[..],
            b"17",
            b"-3",
            b"9223372036854775808",
            b"-0",
            b"-9223372036854775808",
        ])),
        2 => out.extend(random.one_of(&[
            &b"1.5"[..],
            b"2e7",
            b"1e308",
            b"0e999",
            b"-1.25E-7",
            b"123456789012345678901234567890.5",
        ])),
        3..6 => string(random, out),
        6 => {
            out.push(b'[');
            for item in 0..random.below(4) {
                if item > 0 {
                    out.push(b',');
                }
                value(random, depth - 1, out);
            }
            out.push(b']');
        }
        _ => {
            out.push(b'{');
            // Now and then more members than are compared one by one.
            let members = if random.below(8) == 0 { 12 } else { 4 };
            for member in 0..random.below(members) {
                if member > 0 {
                    out.push(b',');
                }
                out.extend(space(random));
                string(random, out);
                out.extend(space(random));
                out.push(b':');
                value(random, depth - 1, out);
            }
            out.push(b'}');
        }
    }
    out.extend(space(random));
}

fn string(random: &mut Random, out: &mut Vec<u8>) {
    out.push(b'"');
    for _ in 0..random.below(5) {
        out.extend(random.one_of(&[
            &b"a"[..],
            b"b",
            b"c",
            b"d",
            b"\\n",
            b"\\\"",
            b"\\u0061",
            b"\\ud83d\\ude00",
            "é".as_bytes(),
            "😀".as_bytes(),
        ]));
    }
    out.push(b'"');
}

/// Changes a few bytes, so that most of a text is still good.
fn damage(random: &mut Random, text: &mut Vec<u8>) {
    for _ in 0..random.below(4) {
        let at = random.below(text.len() + 1);
        let to = text.len().min(at + random.below(4));
        let token = random.one_of(TOKENS);
        match random.below(3) {
            0 => drop(text.splice(at..at, token.iter().copied())),
            1 => drop(text.drain(at..to)),
            _ => drop(text.splice(at..to, token.iter().copied())),
        }
    }
}

fn text(random: &mut Random, out: &mut Vec<u8>) {
    out.clear();
    match random.below(4) {
        0 => (0..random.below(24)).for_each(|_| out.extend(random.one_of(TOKENS))),
        1 => (0..random.below(9)).for_each(|_| out.extend(random.one_of(NUMBERS))),
        _ => {
            value(random, 4, out);
            damage(random, out);
        }
    }
}

#[test]
fn the_reader_reads_and_refuses_as_serde_json_does() {
    let number = |name: &str, usual: u64| {
        std::env::var(name).map_or(usual, |text| text.parse().expect("a number"))
    };
    let mut random = Random(number("JSON_SEED", 1));
    let mut bytes = Vec::new();
    let mut read = 0_u64;
    let texts = number("JSON_TEXTS", 200_000);
    for _ in 0..texts {
        text(&mut random, &mut bytes);
        let expected = reference(&bytes);
        read += u64::from(expected.is_ok());
        assert_eq!(parse(&bytes), expected, "{}", bytes.escape_ascii());
    }
    println!("{texts} texts, of which {read} are JSON");
    // Neither what is read nor what is refused is a rare case.
    assert!(read > texts / 8 && read < texts / 8 * 7);
}
