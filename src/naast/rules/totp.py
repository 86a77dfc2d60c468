"""One-time codes of an authenticator app: RFC 6238 (time) on RFC 4226 (counter), six digits, thirty seconds."""

import base64
import hmac
import struct
from datetime import datetime

STEP_SECONDS = 30
DIGITS = 6
SKEW = 1  # RFC 6238, 5.2: one step of delay is allowed, either way, for a slow thumb or a clock that is off


def step(at: datetime) -> int:
    """The number of the thirty seconds in which `at` lies."""
    return int(at.timestamp()) // STEP_SECONDS


def code(secret: str, number: int) -> str:
    """The six digits of a base32 secret at one step (RFC 4226, 5.3)."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", number), "sha1")
    offset = digest[-1] & 0x0F
    value = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return f"{value % 10**DIGITS:0{DIGITS}}"


def matching(secret: str, given: str, at: datetime, after: int = -1) -> int | None:
    """The step for which `given` is right at `at`, or None. Steps up to `after` are used up: a code counts once."""
    now = step(at)
    found = None
    for number in range(now - SKEW, now + SKEW + 1):
        same = hmac.compare_digest(code(secret, number).encode(), given.encode())
        if same and number > after and found is None:
            found = number
    return found
