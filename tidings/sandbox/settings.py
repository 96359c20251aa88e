"""Who the sandbox pretends to serve: an invented account, its secrets, and where receipts go."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat, load_der_private_key

from tidings.model import Randomness


@dataclass(frozen=True, slots=True)
class Account:
    """The secrets of one run. `webhook_key` is a P-256 private key, PKCS 8 in base64. None of it shows in a repr."""

    account_sid: str
    auth_token: str = field(repr=False)
    sendgrid_key: str = field(repr=False)
    webhook_key: str = field(repr=False)

    @classmethod
    def invented(cls, random: Randomness) -> Account:
        key = ec.generate_private_key(ec.SECP256R1())
        return cls(
            account_sid="AC" + random(16).hex(),
            auth_token=random(16).hex(),
            sendgrid_key="SG." + base64.urlsafe_b64encode(random(32)).decode().rstrip("="),
            webhook_key=base64.b64encode(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())).decode(),
        )

    def signing_key(self) -> ec.EllipticCurvePrivateKey:
        key = load_der_private_key(base64.b64decode(self.webhook_key), password=None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise TypeError("the sandbox signs events with a P-256 key")
        return key

    def webhook_public_key(self) -> str:
        """Base64, as SendGrid's settings page shows it."""
        public = self.signing_key().public_key()
        return base64.b64encode(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()
