"""Time stamps of checkpoints (RFC 3161): an authority says that these very bytes existed at that time.

What is stamped is a checkpoint's text, with its last newline and without its signature lines: those may grow. It is kept as
the authority's whole answer under `timestamps/<size>.tsr`, so that `openssl ts -verify` reads it as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from cryptography import x509
from rfc3161_client import (
    HashAlgorithm,
    TimeStampRequest,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from tidings.errors import LedgerError

FOLDER = "timestamps"
Certificates = Sequence[x509.Certificate]


def stamp_path(size: int) -> str:
    return f"{FOLDER}/{size}.tsr"


def request_for(text: str) -> TimeStampRequest:
    """What to ask an authority: SHA-256, a nonce, and its certificate in the answer."""
    return TimestampRequestBuilder().data(text.encode()).hash_algorithm(HashAlgorithm.SHA256).build()


def read_certificates(pem: bytes, where: str = "") -> Certificates:
    """The certificates that an authority's must lead to. LedgerError BAD_CERTIFICATE if there are none."""
    try:
        return x509.load_pem_x509_certificates(pem)
    except ValueError:
        raise LedgerError(LedgerError.Code.BAD_CERTIFICATE, where) from None


def stamped_at(
    data: bytes, text: str, certificates: Certificates, asked: TimeStampRequest | None = None, where: str = ""
) -> datetime:
    """The time that an authority gives for a checkpoint's text. `asked`, where it is known, must be what this answers.

    LedgerError BAD_TIMESTAMP if it is none, of other bytes, or of an authority that these certificates do not lead to.
    """
    answer = _decoded(data, where)
    builder = VerifierBuilder(roots=list(certificates), nonce=asked.nonce if asked else None)
    with _refusing(where):
        builder.build().verify_message(answer, text.encode())
        return answer.tst_info.gen_time


def unchecked_time(data: bytes, asked: TimeStampRequest, where: str = "") -> datetime:
    """The time in an answer to `asked`, where no certificate is set: who signed it is not checked. LedgerError BAD_TIMESTAMP."""
    answer = _decoded(data, where)
    with _refusing(where):
        info = answer.tst_info
        if (info.nonce, info.message_imprint.message) != (asked.nonce, asked.message_imprint.message):
            raise LedgerError(LedgerError.Code.BAD_TIMESTAMP, where)
        return info.gen_time


@contextmanager
def _refusing(where: str) -> Iterator[None]:
    """Whatever is wrong with an answer has one name: the library's own texts repeat what others wrote into it."""
    try:
        yield
    except (VerificationError, ValueError):
        raise LedgerError(LedgerError.Code.BAD_TIMESTAMP, where) from None


def _decoded(data: bytes, where: str) -> TimeStampResponse:
    with _refusing(where):
        return decode_timestamp_response(data)
