"""An encrypted text field, and the keyed hash by which such a text can be found again."""

import base64
import hashlib
import hmac
from typing import Any

import tink
from django.conf import settings
from django.db import models
from tink import aead, cleartext_keyset_handle
from tink.proto import aes_gcm_pb2, tink_pb2

_TYPE_URL = "type.googleapis.com/google.crypto.tink.AesGcmKey"


def _key(purpose: str) -> bytes:
    """32 bytes derived from the field key for one purpose, so that no two uses share a key."""
    return hmac.digest(settings.FIELD_KEY.encode(), purpose.encode(), "sha256")


def _primitive() -> aead.Aead:
    aead.register()
    key = aes_gcm_pb2.AesGcmKey(version=0, key_value=_key("aead"))
    data = tink_pb2.KeyData(
        type_url=_TYPE_URL, value=key.SerializeToString(), key_material_type=tink_pb2.KeyData.SYMMETRIC
    )
    keyset = tink_pb2.Keyset(primary_key_id=1)
    keyset.key.add(key_data=data, status=tink_pb2.ENABLED, key_id=1, output_prefix_type=tink_pb2.TINK)
    handle = cleartext_keyset_handle.read(tink.BinaryKeysetReader(keyset.SerializeToString()))
    return handle.primitive(aead.Aead)


_cached: list[aead.Aead] = []


def _aead() -> aead.Aead:
    if not _cached:
        _cached.append(_primitive())
    return _cached[0]


def seal(text: str, context: str) -> str:
    """Encrypt `text` (AES-256-GCM) bound to `context`; the answer is ASCII and differs each time."""
    return base64.b64encode(_aead().encrypt(text.encode(), context.encode())).decode()


def unseal(sealed: str, context: str) -> str:
    """The text that `seal` was given; raises tink.TinkError when it was changed or is of another context."""
    return _aead().decrypt(base64.b64decode(sealed), context.encode()).decode()


def look_up_hash(text: str, context: str) -> str:
    """64 hexadecimal digits by which an encrypted text is found; useless without the field key."""
    return hmac.new(_key(f"hash:{context}"), text.encode(), hashlib.sha256).hexdigest()


class SealedTextField(models.TextField):  # type: ignore[type-arg]
    """Text that is encrypted at rest, bound to its table and column; it cannot be searched or ordered."""

    def _context(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"

    def get_prep_value(self, value: Any) -> Any:
        return value if value in (None, "") else seal(value, self._context())

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return value if value in (None, "") else unseal(value, self._context())
