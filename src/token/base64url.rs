//! Base64url without padding, exactly as JOSE defines it (RFC 7515 section 2).

use base64ct::{Base64UrlUnpadded, Encoding as _};

/// Decodes base64url. Padding, other alphabets, white space and trailing bits that are not zero are
/// refused, so that only one text decodes to given bytes.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    Base64UrlUnpadded::decode_vec(text).ok()
}

/// Encodes bytes in base64url.
pub(crate) fn encode(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

/// Decodes base64url of exactly `N` bytes.
pub(crate) fn decode_array<const N: usize>(text: &str) -> Option<[u8; N]> {
    decode(text)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn one_spelling_for_each_byte_string() {
        assert_eq!(decode("").as_deref(), Some(&b""[..]));
        assert_eq!(decode("QQ").as_deref(), Some(&b"A"[..]));
        assert_eq!(decode("-_8").as_deref(), Some(&[0xfb, 0xff][..]));
        for refused in [
            "Q", "QR", "QQ==", "QQ=", "Q Q", "QQ\n", "+/8", "-/8", "QQ%3D", "QUJÉ", "QUI\0",
        ] {
            assert_eq!(decode(refused), None, "{refused:?}");
        }
    }
}
