//! What the token corpus holds, and what its refusals say. `tests/common` runs it.

use std::collections::BTreeSet;

use rolegate::UnverifiedToken;

use crate::common::tokens;
use crate::util::{KID, header, keys, token_of};

/// Numbers of the list in `tests/vectors/README.md` that have no case; the reasons stand there.
const LEFT_OUT: [u32; 4] = [38, 121, 122, 155];

#[test]
fn every_number_of_the_list_has_a_case() {
    let groups = tokens::groups();
    let covered: BTreeSet<u32> = groups
        .iter()
        .flat_map(|group| group.cases.iter().map(|case| case.line))
        .collect();
    let listed: BTreeSet<u32> = (1..=157).filter(|line| !LEFT_OUT.contains(line)).collect();
    assert_eq!(covered, listed);
}

#[test]
fn a_verifier_that_refuses_everything_would_fail() {
    let accepted = tokens::groups()
        .iter()
        .flat_map(|group| &group.cases)
        .filter(|case| case.allow.is_some())
        .count();
    assert!(accepted >= 100, "{accepted}");
}

#[test]
fn what_was_signed_comes_out_byte_by_byte() {
    let payload = b"no claims, but signed";
    let token = token_of(&header(), payload);
    let verified = UnverifiedToken::parse(&token)
        .and_then(|token| token.verify(&keys()))
        .unwrap();
    assert_eq!(verified.as_bytes(), payload);
    assert_eq!(keys().kids().collect::<Vec<_>>(), [KID]);
}

#[test]
fn a_refusal_says_where_and_what_was_expected() {
    for (name, message) in MESSAGES {
        assert_eq!(tokens::message(name), message, "{name}");
    }
}

/// Cases and what their refusal says, one for each thing that can be said of a token or a key set.
const MESSAGES: [(&str, &str); 51] = [
    ("empty", "the token is refused: the text is empty"),
    (
        "one-dot",
        "the token is not three non-empty parts joined by dots",
    ),
    (
        "token-a-character-over-the-limit",
        "the token is 65537 bytes long, the limit is 65536",
    ),
    (
        "header-a-character-over-the-limit",
        "the header is 4097 bytes long, the limit is 4096",
    ),
    (
        "space-in-header",
        "the header is not base64url without padding",
    ),
    (
        "space-in-payload",
        "the payload is not base64url without padding",
    ),
    (
        "space-in-signature",
        "the signature is not base64url without padding",
    ),
    (
        "header-null",
        "the header is refused: must be an object, not null",
    ),
    (
        "header-trailing-text",
        "the header is refused: not JSON at line 1 column 57",
    ),
    (
        "header-alg-twice",
        "the header is refused: a member is repeated at line 1 column 61",
    ),
    (
        "header-nested-arrays-33",
        "the header is refused: nested too deeply at line 1 column 92",
    ),
    (
        "alg-none",
        "the header's `alg` must be `EdDSA` or `Ed25519`",
    ),
    ("alg-missing", "the header is refused: `alg` is missing"),
    (
        "alg-null",
        "the header is refused: alg: must be a string, not null",
    ),
    ("typ-jwt", "the header's `typ` must be `role-snapshot+jwt`"),
    ("typ-missing", "the header is refused: `typ` is missing"),
    ("kid-missing", "the header is refused: `kid` is missing"),
    (
        "kid-empty",
        "the header's `kid` is 0 bytes long, expected 1 to 256",
    ),
    (
        "kid-unknown",
        "the key set has no key with the header's `kid`",
    ),
    ("crit-unknown", "the header must not have `crit`"),
    (
        "jwk-trusted-kid",
        "the header's member 3 is none of `alg`, `typ` and `kid`",
    ),
    (
        "pinned-to-eddsa-says-ed25519",
        "the header's `alg` is not the algorithm of its key",
    ),
    (
        "payload-signed-with-other-key",
        "the signature is not valid",
    ),
    ("payload-array", "must be an object, not an array"),
    ("iss-other", "`iss` is not the expected issuer"),
    ("aud-other", "`aud` is not the expected audience"),
    ("sub-other", "`sub` is not the expected subject"),
    ("aud-list-of-17", "aud: has 17 items, the limit is 16"),
    ("jti-empty", "jti: must not be empty"),
    (
        "iss-of-257-bytes",
        "iss: is 257 bytes long, the limit is 256",
    ),
    ("exp-null", "exp: must be an integer, not null"),
    (
        "exp-fraction",
        "exp: must be an integer, not a number that is not an integer",
    ),
    ("exp-2-53", "exp: must be from 0 to 2^53 - 1"),
    ("exp-before-iat", "`exp` must be later than `iat` and `nbf`"),
    (
        "lifetime-a-second-over",
        "`exp` lies 86401 s after `iat`, the limit is 86400 s",
    ),
    (
        "iat-in-the-future",
        "`iat` lies 1800 s ahead of the clock, the leeway is 60 s",
    ),
    (
        "nbf-in-the-future",
        "`nbf` lies 1800 s ahead of the clock, the leeway is 60 s",
    ),
    (
        "expires-now",
        "`exp` lies 60 s behind the clock, the leeway is 60 s",
    ),
    (
        "clock-not-a-number",
        "the clock does not show a time between 2020 and 2100",
    ),
    (
        "fmt-newer",
        "fmt: must be a version that this release of rolegate reads, up to 1",
    ),
    (
        "catalog-of-another-version",
        "the snapshot was written for another version of the catalog `corpus`: `catalog.sha256` is not the hash of the bytes that are here",
    ),
    (
        "membership-role-unknown",
        "memberships[0].roles[0]: is neither a role of the catalog nor one of the snapshot",
    ),
    (
        "membership-unknown-member",
        "memberships[0]{2}: is not a known member, expected one of `workspace`, `roles`, `groups`, `layers` or `filters`",
    ),
    (
        "role-edit-of-a-fixed-value",
        "roles[0].values: the value of `reports.export` is neither the one of the role nor one that it unlocks",
    ),
    (
        "keys-html",
        "the key set is refused: not JSON at line 1 column 1",
    ),
    ("keys-list-empty", "keys: has no Ed25519 key"),
    ("kid-repeated", "keys[1]: has the `kid` of an earlier key"),
    ("private-key", "keys[0]: is a private or symmetric key"),
    ("x-off-the-curve", "keys[0]: is not a point of the curve"),
    ("x-one", "keys[0]: is a point of small order"),
    ("x-beyond-the-field", "keys[0]: is not in canonical form"),
];
