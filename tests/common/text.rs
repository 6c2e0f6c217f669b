//! Text in vectors: as it stands, or as parts that describe what is long or no UTF-8.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(untagged)]
pub enum Text {
    Plain(String),
    Parts(Vec<Part>),
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum Part {
    Plain(String),
    Repeat(Repeat),
    Base64(Base64),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    repeat: String,
    times: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Base64 {
    base64: String,
}

impl Text {
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Text::Plain(text) => text.as_bytes().to_vec(),
            Text::Parts(parts) => parts.iter().flat_map(Part::bytes).collect(),
        }
    }

    pub fn string(&self) -> String {
        String::from_utf8(self.bytes()).expect("a token is text")
    }
}

impl Part {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Part::Plain(text) => text.as_bytes().to_vec(),
            Part::Repeat(Repeat { repeat, times }) => repeat.repeat(*times).into_bytes(),
            Part::Base64(Base64 { base64 }) => STANDARD.decode(base64).expect("base64"),
        }
    }
}
