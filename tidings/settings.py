"""Where things are and what opens them: settings from the environment (`TIDINGS_…`) and the file `secrets`.

Every setting is explained in secrets.example and docs/configuration.md. Secrets never show in a repr or an error.
"""

from __future__ import annotations

import os
import stat
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from tidings.errors import ConfigError, ProviderError

PREFIX = "TIDINGS_"


class Settings(BaseSettings):
    """Read once a command. `extra="ignore"`: the secrets file may serve other programs too."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="ignore", hide_input_in_errors=True, frozen=True, populate_by_name=True
    )

    home: Path = Path(".tidings")
    """The workspace."""
    config: Path = Path("config")
    """The folder that holds incidents/ and safety.toml."""
    public_url: str = "http://127.0.0.1:8480"
    """Where providers reach `tidings serve`, as they see it: scheme, host and path before /receipts."""
    send_threads: int = Field(default=8, ge=1, le=64)
    """Calls to a provider that are under way at once in one process."""
    sending_lease_seconds: int = Field(default=120, ge=1)
    """After this, a worker that claimed attempts is taken for dead, and what it was sending for unknown."""
    provider_timeout_seconds: float = Field(default=10.0, gt=0)
    font_folders: list[Path] = [Path("/usr/share/fonts")]
    segment_price: str = Field("", pattern=r"^([0-9]+(\.[0-9]+)? [A-Z]{3})?$")
    """What a segment of a text message costs by your contract, as `0.0083 USD`, for `tidings preview` to show."""

    witnesses: list[str] = []
    """Who is asked to cosign the ledger's checkpoints: the address, a space, the witness's verifier key."""
    timestamp_url: str = ""
    """An RFC 3161 authority that stamps them."""
    timestamp_certificates: Path | None = None
    """The authority's root certificates, PEM."""

    key_provider: str = ""
    """What `tidings init` wraps the incident key with; empty: key-file. Afterwards keys.db says it."""
    key_file: Path | None = None
    """Empty: incident.key in the workspace."""
    passphrase: SecretStr = SecretStr("")
    passphrase_file: Path | None = None
    pkcs11_module: Path | None = None
    """The HSM maker's shared library."""
    pkcs11_token: str = ""
    pkcs11_pin: SecretStr = SecretStr("")
    pkcs11_pin_file: Path | None = None
    aws_kms_key: str = ""
    """Id, ARN or alias of a symmetric key."""
    aws_region: str = ""
    aws_kms_endpoint: str = ""
    """Another address than AWS's: a VPC endpoint, or a test's server."""

    officer_key: Path | None = None
    """The key file of the officer who types the commands."""
    officer_passphrase: SecretStr = SecretStr("")
    officer_passphrase_file: Path | None = None
    officer_identity: Path | None = None
    """An age identity file that opens the officer's key file, instead of a passphrase."""

    twilio_base_url: str = Field(
        "https://api.twilio.com", validation_alias=AliasChoices(f"{PREFIX}TWILIO_BASE_URL", "TWILIO_BASE_URL")
    )
    twilio_account_sid: str = ""
    twilio_auth_token: SecretStr = SecretStr("")
    twilio_sender: str = ""
    """A Messaging Service (MG…) or a number in E.164."""

    quiet_hours: bool = True  # below the address that it is checked against
    """Off for rehearsals only: refused where Twilio's place is not taken by something on this machine."""

    sendgrid_base_url: str = Field(
        "https://api.sendgrid.com", validation_alias=AliasChoices(f"{PREFIX}SENDGRID_BASE_URL", "SENDGRID_BASE_URL")
    )
    sendgrid_api_key: SecretStr = SecretStr("")
    sendgrid_from: str = ""
    """The sender's e-mail address: one that reveals nothing."""
    sendgrid_webhook_key: str = ""
    """The public key of SendGrid's signed event webhook, base64."""

    approvals: bool = True  # below the addresses that it is checked against
    """Off for rehearsals only: refused where a provider's place is not taken by something on this machine."""

    @field_validator(
        "timestamp_certificates",
        "key_file",
        "passphrase_file",
        "pkcs11_module",
        "pkcs11_pin_file",
        "officer_key",
        "officer_passphrase_file",
        "officer_identity",
    )
    @classmethod
    def _none_if_empty(cls, value: Path | None) -> Path | None:
        """`TIDINGS_KEY_FILE=`, as in secrets.example: not the current folder."""
        return None if value in (None, Path()) else value

    @field_validator("quiet_hours")
    @classmethod
    def _off_in_rehearsals_only(cls, kept: bool, info: ValidationInfo) -> bool:
        """Whoever forgets the switch would wake people: no adapter could tell, so nothing starts."""
        if not kept and not is_loopback(info.data.get("twilio_base_url", "")):
            raise ValueError("only with a provider on this machine")
        return kept

    @field_validator("approvals")
    @classmethod
    def _unapproved_in_rehearsals_only(cls, kept: bool, info: ValidationInfo) -> bool:
        """Whoever forgets the switch would tell people what nobody looked at."""
        providers = ("twilio_base_url", "sendgrid_base_url")
        if not kept and not all(is_loopback(info.data.get(name, "")) for name in providers):
            raise ValueError("only with providers on this machine")
        return kept

    def needed(self, *names: str) -> None:
        """Raises ProviderError NOT_CONFIGURED, naming the first of these settings that is empty."""
        for name in names:
            value = getattr(self, name)
            if not (value.get_secret_value() if isinstance(value, SecretStr) else value):
                raise ProviderError(ProviderError.Code.NOT_CONFIGURED, PREFIX + name.upper())


def is_loopback(url: str) -> bool:
    """Whether this address can only be of this machine. `127.example.org` is not."""
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def load_settings(secrets: Path | None = None) -> Settings:
    """The environment first, then the secrets file (`TIDINGS_SECRETS`, by default `./secrets`, mode 0600)."""
    file = secrets or Path(os.environ.get(PREFIX + "SECRETS", "secrets"))
    if file.is_file() and stat.S_IMODE(file.stat().st_mode) & 0o077:
        raise ConfigError(ConfigError.Code.OPEN_SECRETS, str(file))
    try:
        return Settings(_env_file=file if file.is_file() else None)  # type: ignore[call-arg] # pydantic-settings' own argument
    except SettingsError as error:  # a list that is not JSON; the text names the setting, its cause shows the value
        setting = next((name for name in Settings.model_fields if f'"{name}"' in str(error)), "")
        raise ConfigError(ConfigError.Code.BAD_VALUE, PREFIX + setting.upper()) from None
    except ValidationError as error:
        setting = str(error.errors(include_input=False, include_url=False)[0]["loc"][0])
        raise ConfigError(ConfigError.Code.BAD_VALUE, PREFIX + setting.removeprefix(PREFIX).upper()) from None
