"""The AWS KMS provider: the provider's key is a symmetric KMS key that never leaves the service.

What it wraps is `tidings-aws-kms-1 ‖ length of the key's ARN ‖ ARN ‖ KMS's ciphertext`: the ARN pins which key may open it.
The place goes along as encryption context, hashed, because AWS logs that in plain text. Needs the extra `aws` (boto3).
Credentials are boto3's own affair: its environment, its files, the machine's role. They
need kms:Encrypt, kms:Decrypt and kms:DescribeKey on that key.
"""

from __future__ import annotations

import importlib
from hashlib import sha256
from typing import Any

from tidings.errors import KeyStoreError
from tidings.model import Randomness
from tidings.vault.context import packed

NAME = "aws-kms"
_FORMAT = b"tidings-aws-kms-1"
_CONNECT_SECONDS, _READ_SECONDS, _TRIES = 5, 10, 3
# What KMS answers to a ciphertext, key or context that is not the one: https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
_NOT_THIS = frozenset(("InvalidCiphertextException", "IncorrectKeyException"))
_ENCRYPTS = "ENCRYPT_DECRYPT"
_GONE = frozenset(("NotFoundException", "DisabledException", "KMSInvalidStateException"))


class AwsKms:
    """`key` is a key's id, ARN or alias; `region` and `endpoint` may be empty (boto3's own; AWS)."""

    name = NAME

    def __init__(self, key: str, region: str = "", endpoint: str = "") -> None:
        self._key, self._region, self._endpoint = key, region, endpoint
        self._client: Any = None  # made once: it takes a tenth of a second

    def __repr__(self) -> str:
        return f"AwsKms({self._key!r})"

    def prepare(self, random: Randomness) -> None:
        """The key is made in AWS, by whoever may: this only looks that it is there."""
        self.check()

    def renew(self, random: Randomness) -> None:
        """TIDINGS_AWS_KMS_KEY names the key for what is wrapped from now on."""
        self.check()

    def settle(self, wrapped: bytes, context: bytes) -> None:
        """Nothing is kept here."""

    def wrap(self, key: bytes, context: bytes) -> bytes:
        name = str(self._described()["Arn"]).encode()
        answer = self._call("encrypt", KeyId=name.decode(), Plaintext=key, EncryptionContext=_context(name, context))
        return _FORMAT + len(name).to_bytes(2) + name + bytes(answer["CiphertextBlob"])

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """Whatever AWS answers to a wrong ciphertext or another key is CANNOT_OPEN."""
        name, sealed = _parts(wrapped)
        answer = self._call("decrypt", KeyId=name, CiphertextBlob=sealed, EncryptionContext=_context(name.encode(), context))
        return bytes(answer["Plaintext"])

    def check(self) -> None:
        self._described()

    def _described(self) -> Any:
        if not self._key:
            raise KeyStoreError(KeyStoreError.Code.PROVIDER_AWAY, "TIDINGS_AWS_KMS_KEY")
        found = self._call("describe_key", KeyId=self._key)["KeyMetadata"]
        if found["Enabled"] and found.get("KeyUsage", _ENCRYPTS) == _ENCRYPTS:
            return found
        hint = "TIDINGS_AWS_KMS_KEY must name an enabled symmetric key"
        raise KeyStoreError(KeyStoreError.Code.NO_KEY, self._key, hint=hint)

    def destroy(self, wrapped: bytes) -> bool:
        """Others may use the key, and AWS deletes one after a week at the earliest: docs/operations.md says how."""
        return False

    def _call(self, operation: str, **arguments: Any) -> Any:
        """Raises KeyStoreError CANNOT_OPEN, NO_KEY or PROVIDER_AWAY with AWS's code; its texts may show what it was given."""
        try:
            boto3, config = importlib.import_module("boto3"), importlib.import_module("botocore.config")
            exceptions = importlib.import_module("botocore.exceptions")
        except ImportError:
            raise KeyStoreError(KeyStoreError.Code.PROVIDER_AWAY, 'pip install "tidings[aws]"') from None
        try:
            patience = config.Config(
                connect_timeout=_CONNECT_SECONDS, read_timeout=_READ_SECONDS, retries={"total_max_attempts": _TRIES}
            )
            self._client = self._client or boto3.session.Session().client(
                "kms", region_name=self._region or None, endpoint_url=self._endpoint or None, config=patience
            )
            return getattr(self._client, operation)(**arguments)
        except exceptions.ClientError as error:
            code = str(error.response.get("Error", {}).get("Code", ""))
        except (exceptions.BotoCoreError, ValueError) as error:
            code = type(error).__name__
        if code in _NOT_THIS:
            raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN)
        if code in _GONE:
            raise KeyStoreError(
                KeyStoreError.Code.NO_KEY, f"aws-kms: {code}", hint="the KMS key is disabled, deleted or in another region"
            )
        raise KeyStoreError(KeyStoreError.Code.PROVIDER_AWAY, f"aws-kms: {code if code.isalnum() else 'error'}")


def _parts(wrapped: bytes) -> tuple[str, bytes]:
    rest = wrapped.removeprefix(_FORMAT)
    end = 2 + int.from_bytes(rest[:2])
    if rest == wrapped or len(rest) <= end:
        raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN)
    try:
        return rest[2:end].decode("ascii"), rest[end:]
    except UnicodeDecodeError:
        raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN) from None


def _context(name: bytes, context: bytes) -> dict[str, str]:
    """The key's name is part of the place: changed, nothing opens, whatever the service makes of it."""
    return {"tidings": sha256(packed(name, context)).hexdigest()}
