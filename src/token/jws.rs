//! The shape of a token: a compact JWS (RFC 7515 section 7.1) and its header.

use crate::error::{Error, ErrorCode, Problem};
use crate::json::{self, Node, Object};
use crate::limits::LIMITS;
use crate::text::text_problem;
use crate::token::base64url;

/// The `typ` of every role snapshot (RFC 8725 section 3.11).
const TYP: &str = "role-snapshot+jwt";

/// The two names of the signature algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    /// RFC 8037
    EdDsa,
    /// RFC 9864
    Ed25519,
}

impl Algorithm {
    pub(crate) fn parse(text: &str) -> Option<Algorithm> {
        match text {
            "EdDSA" => Some(Algorithm::EdDsa),
            "Ed25519" => Some(Algorithm::Ed25519),
            _ => None,
        }
    }
}

/// A well-formed token whose signature is not verified yet.
///
/// It does not expose the payload. Its only use is [`verify`](UnverifiedToken::verify), which consumes it.
#[derive(Clone, Debug)]
pub struct UnverifiedToken<'a> {
    pub(crate) algorithm: Algorithm,
    pub(crate) kid: String,
    /// What was signed: the encoded header, the dot and the encoded payload, as received.
    pub(crate) signed: &'a str,
    pub(crate) payload: &'a str,
    pub(crate) signature: &'a str,
}

impl<'a> UnverifiedToken<'a> {
    /// Splits a token into its parts and reads its header.
    ///
    /// The checks have a fixed order, the cheap ones first: the length, white space and byte order marks
    /// around the text, exactly two dots, the header's base64url and JSON, `crit` and all other members
    /// that no snapshot needs, `alg`, `typ`, `kid`. The payload is not decoded.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::TokenTooLarge`], [`ErrorCode::TokenMalformed`], [`ErrorCode::CritNotSupported`],
    /// [`ErrorCode::AlgNotAllowed`], [`ErrorCode::TypNotAllowed`], [`ErrorCode::KeyUnknown`] if
    /// the `kid` is missing, empty or too long.
    pub fn parse(text: &'a str) -> Result<UnverifiedToken<'a>, Error> {
        if text.len() > LIMITS.token_bytes {
            return Err(too_large("token", text.len(), LIMITS.token_bytes));
        }
        if let Some(problem) = text_problem(text.as_bytes()) {
            return Err(malformed(format!("the token is refused: {problem}")));
        }
        if text.trim().len() < text.len() {
            return Err(malformed(
                "the token begins or ends with white space, for example a line break",
            ));
        }
        let (signed, signature) = text.rsplit_once('.').ok_or_else(wrong_shape)?;
        let (header, payload) = signed.split_once('.').ok_or_else(wrong_shape)?;
        if header.is_empty() || payload.is_empty() || signature.is_empty() || payload.contains('.')
        {
            return Err(wrong_shape());
        }
        if header.len() > LIMITS.header_bytes {
            return Err(too_large("header", header.len(), LIMITS.header_bytes));
        }
        let header = base64url::decode(header).ok_or_else(|| not_base64url("header"))?;
        let header = json::parse(&header)
            .map_err(|what| malformed(format!("the header is refused: {what}")))?;
        let node = Node::quiet_root(&header);
        let header = node
            .open_object()
            .map_err(|problem| refuse(ErrorCode::TokenMalformed, problem))?;
        only_plain_members(&header)?;
        let algorithm = header_member(&header, "alg", ErrorCode::AlgNotAllowed)?;
        let algorithm = Algorithm::parse(&algorithm).ok_or_else(|| {
            Error::new(
                ErrorCode::AlgNotAllowed,
                "the header's `alg` must be `EdDSA` or `Ed25519`",
            )
        })?;
        if header_member(&header, "typ", ErrorCode::TypNotAllowed)? != TYP {
            return Err(Error::new(
                ErrorCode::TypNotAllowed,
                format!("the header's `typ` must be `{TYP}`"),
            ));
        }
        let kid = header_member(&header, "kid", ErrorCode::KeyUnknown)?;
        if kid.is_empty() || kid.len() > LIMITS.kid_bytes {
            let message = format!(
                "the header's `kid` is {} bytes long, expected 1 to {}",
                kid.len(),
                LIMITS.kid_bytes
            );
            return Err(Error::new(ErrorCode::KeyUnknown, message));
        }
        Ok(UnverifiedToken {
            algorithm,
            kid,
            signed,
            payload,
            signature,
        })
    }
}

/// Refuses every header member except `alg`, `typ` and `kid`.
///
/// `crit` lists extensions that a reader must understand (RFC 7515 section 4.1.11); this one understands
/// none. With `jwk`, `jku` and the `x5*` members the token would bring its own key. `zip`, `enc` and
/// `b64` change what was signed. No other member is needed.
fn only_plain_members(header: &Object<'_>) -> Result<(), Error> {
    for (index, name) in header.names().enumerate() {
        if name == "crit" {
            return Err(Error::new(
                ErrorCode::CritNotSupported,
                "the header must not have `crit`",
            ));
        }
        if !["alg", "typ", "kid"].contains(&name) {
            let message = format!("the header's member {index} is none of `alg`, `typ` and `kid`");
            return Err(Error::new(ErrorCode::CritNotSupported, message));
        }
    }
    Ok(())
}

fn header_member(
    header: &Object<'_>,
    name: &'static str,
    code: ErrorCode,
) -> Result<String, Error> {
    let value = header
        .required(name)
        .map_err(|problem| refuse(code, problem))?;
    Ok(value
        .string()
        .map_err(|problem| refuse(code, problem))?
        .to_owned())
}

fn refuse(code: ErrorCode, problem: Box<Problem>) -> Error {
    Error::new(code, format!("the header is refused: {problem}"))
}

fn too_large(what: &str, length: usize, limit: usize) -> Error {
    Error::new(
        ErrorCode::TokenTooLarge,
        format!("the {what} is {length} bytes long, the limit is {limit}"),
    )
}

fn wrong_shape() -> Error {
    malformed("the token is not three non-empty parts joined by dots")
}

pub(crate) fn not_base64url(what: &str) -> Error {
    malformed(format!("the {what} is not base64url without padding"))
}

fn malformed(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::TokenMalformed, message)
}
