"""Verifies the token on standard input with PyJWT, as a server would; `jwks.json` is the argument."""

import json
import sys
from pathlib import Path

import jwt

token = sys.stdin.read().strip()
keys = jwt.PyJWKSet.from_dict(json.loads(Path(sys.argv[1]).read_text()))
try:
    key = keys[jwt.get_unverified_header(token)["kid"]]
    claims = jwt.decode(
        token,
        key,
        algorithms=["EdDSA"],
        issuer="https://chat.example",
        audience="chat-web",
        options={"require": ["exp", "iat", "sub"]},
    )
    print(f"accepted {claims['sub']}")
except jwt.InvalidSignatureError:
    print("refused: signature")
