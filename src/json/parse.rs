//! From text to values: a reader of RFC 8259, strict and small.

use crate::collections::Index;
use crate::limits::LIMITS;
use crate::text::text_problem;

/// A JSON value, with the members of an object in the order of the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Integer(i64),
    /// A number with a fraction or an exponent, a minus zero, or an integer beyond 64 bits.
    OtherNumber,
    String(String),
    Array(Vec<Value>),
    Object(Vec<(String, Value)>),
}

/// Reads one JSON value that fills `bytes`.
///
/// # Errors
///
/// Bytes that are not UTF-8 or not JSON, a number that is no finite double, a repeated member, nesting
/// beyond the limit. The text says at which line and column, and quotes nothing of the input.
pub(crate) fn parse(bytes: &[u8]) -> Result<Value, String> {
    read(bytes).map_err(|why| text_problem(bytes).map_or(why, str::to_owned))
}

fn read(bytes: &[u8]) -> Result<Value, String> {
    let text = core::str::from_utf8(bytes)
        .map_err(|error| format!("not UTF-8 after {} bytes", error.valid_up_to()))?;
    let mut reader = Reader { text, at: 0 };
    reader
        .value(LIMITS.json_depth)
        .and_then(|value| reader.end().map(|()| value))
        .map_err(|refusal| refusal.say(bytes))
}

pub(super) const REPEATED: &str = "a member is repeated";
pub(super) const TOO_DEEP: &str = "nested too deeply";
const NOT_JSON: &str = "not JSON";

/// Up to so many members of an object are compared one by one, which is quicker than an index.
const FEW: usize = 8;

/// Why a text is refused, and after how many of its bytes.
#[derive(Clone, Copy)]
struct Refusal {
    why: &'static str,
    after: usize,
}

impl Refusal {
    #[cold]
    fn say(&self, bytes: &[u8]) -> String {
        let before = bytes.get(..self.after).unwrap_or(bytes);
        let lines = before.split(|byte| *byte == b'\n');
        let (line, column) = lines.fold((0_usize, 0), |(line, _), text| {
            (line.saturating_add(1), text.len())
        });
        format!("{} at line {line} column {column}", self.why)
    }
}

type Parsed<T> = Result<T, Refusal>;

struct Reader<'a> {
    text: &'a str,
    /// How many bytes have been read.
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Parsed<Value> {
        match self.next_token() {
            Some(b'n') => self.word("null").map(|()| Value::Null),
            Some(b't') => self.word("true").map(|()| Value::Bool(true)),
            Some(b'f') => self.word("false").map(|()| Value::Bool(false)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'"') => self.string().map(Value::String),
            Some(b'[') => self.array(depth),
            Some(b'{') => self.object(depth),
            _ => Err(self.unexpected()),
        }
    }

    /// Nothing but white space may follow the value.
    fn end(&mut self) -> Parsed<()> {
        match self.next_token() {
            None => Ok(()),
            Some(_) => Err(self.unexpected()),
        }
    }

    fn word(&mut self, word: &str) -> Parsed<()> {
        for byte in word.bytes() {
            if self.next() != Some(byte) {
                return Err(self.refused(NOT_JSON));
            }
        }
        Ok(())
    }

    fn array(&mut self, depth: usize) -> Parsed<Value> {
        let below = self.open(depth, b']')?;
        let mut items = Vec::new();
        if self.next_token() == Some(b']') {
            self.skip();
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value(below)?);
            if !self.goes_on(b']')? {
                return Ok(Value::Array(items));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Parsed<Value> {
        let below = self.open(depth, b'}')?;
        let mut members: Vec<(String, Value)> = Vec::new();
        let mut index = Index::default();
        if self.next_token() == Some(b'}') {
            self.skip();
            return Ok(Value::Object(members));
        }
        loop {
            if self.next_token() != Some(b'"') {
                return Err(self.unexpected());
            }
            let name = self.string()?;
            if is_repeated(&name, &members, &mut index) {
                return Err(self.refused_in(REPEATED, b'}'));
            }
            if self.next_token() != Some(b':') {
                return Err(self.unexpected());
            }
            self.skip();
            members.push((name, self.value(below)?));
            if !self.goes_on(b'}')? {
                return Ok(Value::Object(members));
            }
        }
    }

    /// Steps into an array or object, and says how many levels may be opened in it.
    fn open(&mut self, depth: usize, close: u8) -> Parsed<usize> {
        self.skip();
        depth
            .checked_sub(1)
            .ok_or_else(|| self.refused_in(TOO_DEEP, close))
    }

    /// After an item: whether another one follows.
    fn goes_on(&mut self, close: u8) -> Parsed<bool> {
        let token = self.next_token();
        if token != Some(b',') && token != Some(close) {
            return Err(self.unexpected());
        }
        self.skip();
        Ok(token == Some(b','))
    }

    /// The string that begins here.
    fn string(&mut self) -> Parsed<String> {
        self.skip();
        let mut string = String::new();
        loop {
            let start = self.at;
            while self
                .peek()
                .is_some_and(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\')
            {
                self.skip();
            }
            // Both ends are beside an ASCII character, so neither parts another one.
            string.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.next() {
                Some(b'"') => return Ok(string),
                Some(b'\\') => string.push(self.escaped()?),
                _ => return Err(self.refused(NOT_JSON)),
            }
        }
    }

    fn escaped(&mut self) -> Parsed<char> {
        Ok(match self.next() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let unit = self.code_unit()?;
                let point = match unit {
                    0xd800..=0xdbff => self.surrogate_pair(unit)?,
                    unit => unit,
                };
                char::from_u32(point).ok_or_else(|| self.refused(NOT_JSON))?
            }
            _ => return Err(self.refused(NOT_JSON)),
        })
    }

    /// What a high surrogate stands for together with the low one that must follow it.
    fn surrogate_pair(&mut self, high: u32) -> Parsed<u32> {
        self.word("\\u")?;
        match self.code_unit()? {
            low @ 0xdc00..=0xdfff => {
                let above = (high & 0x3ff) << 10 | low & 0x3ff;
                Ok(above.saturating_add(0x1_0000))
            }
            _ => Err(self.refused(NOT_JSON)),
        }
    }

    /// The four hexadecimal digits after `\u`.
    fn code_unit(&mut self) -> Parsed<u32> {
        let start = self.at;
        self.at = start.saturating_add(4).min(self.text.len());
        let digits = self.text.as_bytes().get(start..self.at).unwrap_or_default();
        let digit = |byte: &u8| char::from(*byte).to_digit(16);
        let value = digits
            .iter()
            .try_fold(0, |value, byte| Some(value << 4 | digit(byte)?));
        value
            .filter(|_| digits.len() == 4)
            .ok_or_else(|| self.refused(NOT_JSON))
    }

    /// The number that begins here.
    ///
    /// Of a number that is not an integer of 64 bits only one thing is read: whether a double can hold it.
    fn number(&mut self) -> Parsed<Value> {
        let is_negative = self.peek() == Some(b'-');
        if is_negative {
            self.skip();
        }
        // What is read is `significand`, followed by as many zeros as `exponent` says.
        let mut significand = 0;
        let mut exponent = 0;
        match self.peek() {
            Some(b'0') => {
                self.skip();
                if self.digit().is_some() {
                    return Err(self.unexpected());
                }
            }
            Some(b'1'..=b'9') => exponent = self.digits(&mut significand).left_out,
            _ => {
                self.next();
                return Err(self.refused(NOT_JSON));
            }
        }
        let is_integer = !matches!(self.peek(), Some(b'.' | b'e' | b'E'));
        if is_integer && exponent == 0 {
            return Ok(integer(significand, is_negative));
        }
        if self.peek() == Some(b'.') {
            self.skip();
            if self.digit().is_none() {
                return Err(self.unexpected());
            }
            exponent = exponent.saturating_sub(self.digits(&mut significand).taken);
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            let further = self.exponent(significand == 0)?;
            exponent = exponent.saturating_add(further);
        }
        if is_finite(significand, exponent) {
            Ok(Value::OtherNumber)
        } else {
            Err(self.refused(NOT_JSON))
        }
    }

    /// Appends the digits that follow to a number, as long as it fits into 64 bits.
    fn digits(&mut self, number: &mut u64) -> Digits {
        let mut digits = Digits::default();
        while let Some(digit) = self.digit() {
            self.skip();
            let longer = number
                .checked_mul(10)
                .and_then(|ten| ten.checked_add(digit.into()));
            match longer.filter(|_| digits.left_out == 0) {
                Some(longer) => {
                    *number = longer;
                    digits.taken = digits.taken.saturating_add(1);
                }
                None => digits.left_out = digits.left_out.saturating_add(1),
            }
        }
        digits
    }

    fn exponent(&mut self, of_zero: bool) -> Parsed<i32> {
        self.skip();
        let is_negative = self.peek() == Some(b'-');
        if is_negative || self.peek() == Some(b'+') {
            self.skip();
        }
        if self.digit().is_none() {
            self.next();
            return Err(self.refused(NOT_JSON));
        }
        let mut exponent = 0_i32;
        while let Some(digit) = self.digit() {
            self.skip();
            let longer = exponent
                .checked_mul(10)
                .and_then(|ten| ten.checked_add(digit.into()));
            match longer {
                Some(longer) => exponent = longer,
                None if of_zero || is_negative => {}
                None => return Err(self.refused(NOT_JSON)),
            }
        }
        Ok(if is_negative {
            exponent.saturating_neg()
        } else {
            exponent
        })
    }

    fn digit(&self) -> Option<u8> {
        self.peek()
            .filter(u8::is_ascii_digit)
            .map(|byte| byte & 0xf)
    }

    /// Skips white space, and says what comes next.
    fn next_token(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.peek() {
            self.skip();
        }
        self.peek()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.skip();
        Some(byte)
    }

    /// A refusal because of what was read last.
    #[cold]
    fn refused(&self, why: &'static str) -> Refusal {
        Refusal {
            why,
            after: self.at,
        }
    }

    /// A refusal because of what comes next.
    #[cold]
    fn unexpected(&self) -> Refusal {
        Refusal {
            why: NOT_JSON,
            after: self.text.len().min(self.at.saturating_add(1)),
        }
    }

    /// A refusal of an array or object, shown at its end if that is what comes next.
    #[cold]
    fn refused_in(&mut self, why: &'static str, close: u8) -> Refusal {
        let token = self.next_token();
        if token == Some(close) {
            self.skip();
        } else if token == Some(b',') && close == b']' {
            self.skip();
            self.next_token();
        }
        self.refused(why)
    }
}

/// How many digits of a number were taken into it, and how many were left out.
#[derive(Default)]
struct Digits {
    taken: i32,
    left_out: i32,
}

/// Whether a name is among the members already; past the first few, an index holds the names.
fn is_repeated(name: &str, members: &[(String, Value)], index: &mut Index) -> bool {
    if members.len() < FEW {
        return members.iter().any(|(known, _)| known == name);
    }
    if members.len() == FEW {
        for (known, _) in members {
            index.add(known);
        }
    }
    index.add(name).is_none()
}

fn integer(magnitude: u64, is_negative: bool) -> Value {
    let value = if is_negative {
        // A minus zero is no integer.
        0_i64
            .checked_sub_unsigned(magnitude)
            .filter(|value| *value < 0)
    } else {
        i64::try_from(magnitude).ok()
    };
    value.map_or(Value::OtherNumber, Value::Integer)
}

/// Whether a double can hold `significand` times ten to the power of `exponent`.
fn is_finite(significand: u64, exponent: i32) -> bool {
    /// Above these powers of ten nothing is finite, and with a lesser one everything of 64 bits is.
    const POWERS: [f64; 20] = [
        1e289, 1e290, 1e291, 1e292, 1e293, 1e294, 1e295, 1e296, 1e297, 1e298, 1e299, 1e300, 1e301,
        1e302, 1e303, 1e304, 1e305, 1e306, 1e307, 1e308,
    ];
    let Some(above) = exponent
        .checked_sub(289)
        .and_then(|above| usize::try_from(above).ok())
    else {
        return true;
    };
    significand == 0
        || POWERS
            .get(above)
            .is_some_and(|power| (significand as f64 * power).is_finite())
}
