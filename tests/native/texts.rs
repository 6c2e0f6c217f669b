//! Files that are no UTF-8 text, wherever one is read: the refusal says what they are. And the page
//! that lists how long and how many anything may be.

use std::collections::BTreeMap;

use rolegate::{
    Catalog, Error, ErrorCode, KeySet, LIMITS, UnixTime, UnverifiedToken, VerifiedPayload,
};

use crate::catalog::shop;
use crate::util::{ISSUED, claims, expectations, header, jwks, keys, token, token_of};

const MARK: &str = "the text begins with a byte order mark: save it as UTF-8 without one";
const UTF_16: &str = "the text is UTF-16 or UTF-32: save it as UTF-8";
const MISREAD: &str = "the text was read as UTF-8 and is in another encoding, UTF-16 say";
const EMPTY: &str = "the text is empty";

/// `text` as an editor or a shell may have written it, and what is said of that.
fn spoilt(text: &str) -> Vec<(Vec<u8>, &'static str)> {
    let units = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let units = mark.encode_utf16().chain(text.encode_utf16());
        units.flat_map(bytes).collect()
    };
    let wide: Vec<u8> = text
        .chars()
        .flat_map(|c| (c as u32).to_le_bytes())
        .collect();
    let marked = units("\u{feff}", u16::to_le_bytes);
    vec![
        (format!("\u{feff}{text}").into_bytes(), MARK),
        (
            String::from_utf8_lossy(&marked).into_owned().into(),
            MISREAD,
        ),
        (marked, UTF_16),
        (units("\u{feff}", u16::to_be_bytes), UTF_16),
        (units("", u16::to_le_bytes), UTF_16),
        (units("", u16::to_be_bytes), UTF_16),
        (wide, UTF_16),
        (Vec::new(), EMPTY),
        (b" \r\n".to_vec(), EMPTY),
    ]
}

#[track_caller]
fn assert_says<T>(result: Result<T, Error>, code: ErrorCode, what: &str, why: &str) {
    let error = result.err().unwrap();
    let expected = format!("the {what} is refused: {why}");
    assert_eq!((error.code(), error.to_string()), (code, expected));
}

#[test]
fn a_catalog_or_key_set_that_is_no_utf_8_is_told() {
    for (bytes, why) in spoilt(&shop().to_string()) {
        assert_says(
            Catalog::parse(&bytes),
            ErrorCode::CatalogInvalid,
            "catalog",
            why,
        );
    }
    for (bytes, why) in spoilt(&jwks().to_string()) {
        assert_says(
            KeySet::parse(&bytes),
            ErrorCode::KeysInvalid,
            "key set",
            why,
        );
    }
    let latin = b"{\"id\": \"caf\xe9\"}";
    let why = "not UTF-8 after 11 bytes";
    assert_says(
        Catalog::parse(latin),
        ErrorCode::CatalogInvalid,
        "catalog",
        why,
    );
    assert_says(KeySet::parse(latin), ErrorCode::KeysInvalid, "key set", why);
}

#[test]
fn a_token_that_is_no_utf_8_is_told() {
    let good = token(&claims(
        &crate::util::catalog(&shop()),
        serde_json::json!([]),
    ));
    for (bytes, why) in spoilt(&good) {
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        let parsed = UnverifiedToken::parse(&text);
        assert_says(parsed, ErrorCode::TokenMalformed, "token", why);
    }
    for text in [
        format!("{good}\n"),
        format!("{good}\r\n"),
        format!(" {good}"),
    ] {
        let error = UnverifiedToken::parse(&text).unwrap_err();
        assert_eq!(error.code(), ErrorCode::TokenMalformed);
        assert_eq!(
            error.to_string(),
            "the token begins or ends with white space, for example a line break"
        );
    }
}

#[test]
fn claims_that_are_no_utf_8_are_told_although_they_are_signed() {
    let good = claims(&crate::util::catalog(&shop()), serde_json::json!([])).to_string();
    for (bytes, why) in spoilt(&good) {
        // A token has no room for nothing.
        if bytes.is_empty() {
            continue;
        }
        let token = token_of(&header(), &bytes);
        let payload: VerifiedPayload = UnverifiedToken::parse(&token)
            .unwrap()
            .verify(&keys())
            .unwrap();
        let now = UnixTime::from_secs(ISSUED);
        let validated = rolegate::Claims::validate(payload, &expectations(), now);
        assert_says(validated, ErrorCode::ClaimInvalid, "payload", why);
    }
}

#[test]
fn the_page_of_the_formats_lists_every_limit() {
    let page = include_str!("../../docs/formats.md");
    let (_, page) = page.split_once("\n## Limits\n").unwrap();
    let rows = page.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| `")?.split(" | ");
        let name = cells.next()?.strip_suffix('`')?;
        Some((name.to_owned(), cells.next()?.replace(',', "")))
    });
    // `Limits { token_bytes: 65536, … }`
    let limits = format!("{LIMITS:?}");
    let limits = limits.strip_prefix("Limits { ").unwrap().strip_suffix(" }");
    let fields = limits.unwrap().split(", ").map(|field| {
        let (name, number) = field.split_once(": ").unwrap();
        (name.to_owned(), number.to_owned())
    });
    let listed: BTreeMap<_, _> = rows.collect();
    assert_eq!(listed, fields.collect::<BTreeMap<_, _>>());
    assert!(listed.len() > 20);
}
