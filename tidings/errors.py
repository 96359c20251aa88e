"""Coded errors: what went wrong, where, and what to do, and never a value from anybody's row.

An error's text is made of its code, a fixed sentence, and a place (file, row number, column, index). Nothing else can
be put in, so an error may be shown, logged or stored anywhere.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

REFUSED, WRONG_USE, OUT_OF_REACH = 1, 2, 3
"""Exit codes: refused or found wanting; wrong use; a provider or a key store is out of reach."""


class ErrorCode(StrEnum):
    """A member is `NAME = "area.name", exit code, sentence, hint`; its value is the dotted code."""

    exit: int
    text: str
    hint: str

    def __new__(cls, value: str, exit_code: int, text: str, hint: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.exit, member.text, member.hint = exit_code, text, hint
        return member


class TidingsError(Exception):
    """Base of every error that Tidings raises on purpose.

    `where` is a place: a file as the user named it, a row number, a column header, an index. Never a cell's value.
    """

    code: ErrorCode

    def __init__(self, code: ErrorCode, where: str = "", *, hint: str = "") -> None:
        self.code, self.where = code, where
        self.hint = hint or code.hint
        super().__init__(code, where)

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        return f"{self.code.text}{place} [{self.code.value}]"


class ListError(TidingsError):
    """The list of affected people cannot be read as a whole. A single bad row is not an error: it is kept, with codes."""

    class Code(ErrorCode):
        NO_SUCH_FILE = "list.no_such_file", WRONG_USE, "there is no such file", "check the path of the list"
        NOT_A_LIST = (
            "list.not_a_list",
            WRONG_USE,
            "this file is not a list of rows and columns",
            "give CSV, a workbook (xlsx, xls, ods), JSON Lines, or one of these as .age",
        )
        COMPRESSED = (
            "list.compressed",
            WRONG_USE,
            "this file is compressed, and nothing is unpacked here",
            "unpack it on an encrypted disk, or pipe it: gzip -dc list.csv.gz | tidings ingest -",
        )
        UNREADABLE = (
            "list.unreadable",
            WRONG_USE,
            "the file cannot be read, or not to its end",
            "check its permissions and the disk, then try again",
        )
        NO_HEADER = (
            "list.no_header",
            WRONG_USE,
            "the first row does not name the columns, or columns.toml knows none of their names",
            "put the names above the first row (`tidings ingest LIST --dry-run` proposes some), or add them to columns.toml",
        )
        NO_REFERENCE = (
            "list.no_reference",
            WRONG_USE,
            "no column holds a reference number or a name, so nobody can be told from a row",
            "map the column that holds it in the incident's columns.toml",
        )
        UNMAPPED = (
            "list.unmapped",
            REFUSED,
            "columns that may name or reach people are not in columns.toml, so they would be lost",
            "run `tidings ingest LIST --dry-run`: it proposes what to write there; a column with only a kind is not read",
        )
        MISMAPPED = (
            "list.mismapped",
            REFUSED,
            "columns hold plainly something else than columns.toml says: shifted, perhaps, or somebody else's contacts",
            "run `tidings ingest LIST --dry-run` to see which; mend columns.toml, or give the column a header of its own",
        )
        EMPTY = "list.empty", WRONG_USE, "the list has a header but no rows", "check that the export is complete"
        TOO_LONG = "list.cell_too_long", REFUSED, "a cell is longer than 128 KiB", "an unclosed quote, perhaps; mend that row"
        TOO_MANY_COLUMNS = (
            "list.too_many_columns",
            REFUSED,
            "a row has more than 4,096 cells",
            "this is no list of people, or its delimiter was mistaken; export it again",
        )
        TOO_LARGE = (
            "list.too_large",
            REFUSED,
            "reading this file would take more memory or time than it may",
            "export the sheet as CSV, which is read in a stream, or split the list",
        )
        ENCRYPTED = (
            "list.encrypted",
            WRONG_USE,
            "this file is encrypted with age, and no identity was given",
            "give the identity file or the passphrase that it was encrypted to",
        )
        CANNOT_OPEN = (
            "list.cannot_open",
            REFUSED,
            "this .age file cannot be opened: another identity or passphrase, or damage",
            "check with whoever sent it which key it was encrypted to, and that it arrived whole",
        )
        PASSWORD = (
            "list.password",
            REFUSED,
            "this workbook is protected by a password",
            "open it in the spreadsheet program and save a copy without one",
        )
        DAMAGED = (
            "list.damaged",
            REFUSED,
            "this workbook is damaged",
            "open it in the spreadsheet program, let it mend the file, and save it again",
        )
        NO_SHEET = (
            "list.no_sheet",
            WRONG_USE,
            "no sheet of this workbook holds a list",
            "the list may be on a chart, in a picture or in text boxes: export it again",
        )
        BAD_JSON = (
            "list.bad_json",
            REFUSED,
            "this line is not a JSON object of names and values",
            "one object a line, or one array of objects; mend that line",
        )
        LATE_COLUMN = (
            "list.late_column",
            REFUSED,
            "this object has a key that none of the first 1,000 objects has",
            "give the list as a file, which is looked through first; or put an object with every key first",
        )
        SECOND_HEADER = (
            "list.second_header",
            REFUSED,
            "a second header stands in the middle of the list, with other columns than the first",
            "these are two lists put together: split them there",
        )
        UNCLOSED = (
            "list.unclosed_quote",
            REFUSED,
            "a quoted cell is never closed, so all below it was read as one cell",
            "mend the quotes of that row and try again",
        )
        NO_PAIR = (
            "list.no_pair",
            WRONG_USE,
            "these two do not wait for a decision whether they are one person",
            "`tidings pairs` lists those who do",
        )
        BOTH_TOLD = (
            "list.both_told",
            REFUSED,
            "both were sent a notice already, so they cannot become one",
            "decide that they are different; whoever was told twice knows it by now",
        )
        CHANGED = (
            "list.changed",
            REFUSED,
            "the file changed while it was being read",
            "run the command again once nobody is writing to the file",
        )


class ConfigError(TidingsError):
    """A data file under config/, or a setting, is missing or cannot be understood."""

    class Code(ErrorCode):
        NO_INCIDENT = (
            "config.no_incident",
            WRONG_USE,
            "there is no such incident folder",
            "run `tidings init` with its name first",
        )
        BAD_FILE = "config.bad_file", WRONG_USE, "this configuration file cannot be understood", "see docs/configuration.md"
        BAD_VALUE = (
            "config.bad_value",
            WRONG_USE,
            "this setting has a value that cannot be used",
            "see secrets.example and docs/configuration.md",
        )
        MISSING_SECRET = "config.missing_secret", WRONG_USE, "a secret is not set", "see secrets.example"
        BAD_NAME = (
            "config.bad_name",
            WRONG_USE,
            "an incident's name is 1 to 64 of a-z, 0-9 and hyphens",
            "for example: portal-2026-11",
        )
        BAD_USE = "config.bad_use", WRONG_USE, "these options cannot be used so"
        OPEN_SECRETS = (
            "config.open_secrets",
            REFUSED,
            "others on this machine can read the secrets file",
            "run: chmod 600 secrets",
        )


class WorkspaceError(TidingsError):
    """The workspace (TIDINGS_HOME) is missing, is another incident's, or is of another version."""

    class Code(ErrorCode):
        NONE = "workspace.none", WRONG_USE, "there is no workspace here", "run `tidings init INCIDENT`, or set TIDINGS_HOME"
        OTHER_INCIDENT = (
            "workspace.other_incident",
            REFUSED,
            "this workspace belongs to another incident",
            "set TIDINGS_HOME to this incident's workspace, or to a new folder",
        )
        DAMAGED = "workspace.damaged", REFUSED, "the workspace's database cannot be read", "restore it from a backup"
        NEWER = "workspace.newer", REFUSED, "the workspace was made by a newer version of Tidings", "update Tidings"
        NO_SUCH_PERSON = "workspace.no_such_person", WRONG_USE, "no person in this workspace has that id"
        EXISTS = "workspace.exists", REFUSED, "this folder is not empty and is no workspace", "choose a new folder"
        UNFINISHED = (
            "workspace.unfinished",
            REFUSED,
            "people still wait for a notice or for news of one, or a list is half read",
            "finish it, or close it anyway with --anyway: nobody can be told afterwards",
        )
        BAD_BACKUP = (
            "workspace.bad_backup",
            REFUSED,
            "this backup is not whole, or its two folders do not belong together",
            "take another one; a backup that was killed is made again under a new name",
        )


class KeyStoreError(TidingsError):
    """A key is missing or does not fit, or what was sealed cannot be opened. One opaque answer for every way that fails."""

    class Code(ErrorCode):
        NO_KEY = (
            "keys.no_key",
            OUT_OF_REACH,
            "the incident key is not there",
            "put incident.key back into the workspace, from where you keep its copy",
        )
        CANNOT_OPEN = (
            "keys.cannot_open",
            REFUSED,
            "this cannot be opened: another key, or damage",
            "check that incident.key and keys.db belong to this workspace",
        )
        OPEN_TO_OTHERS = (
            "keys.open_to_others",
            REFUSED,
            "others on this machine can read this",
            "run chmod 600 on a file, chmod 700 on a folder; if somebody may have read the key, it is not a secret any more",
        )
        ENDED = (
            "keys.ended",
            REFUSED,
            "this incident's keys were destroyed at the end of its retention",
            "nothing of it can be opened again; its ledger still verifies: `tidings ledger verify`",
        )
        CLOSED = (
            "keys.closed",
            REFUSED,
            "this incident is closed: its lookup key was destroyed",
            "nobody can be read in, planned or found again; what is kept can still be opened until its retention is over",
        )
        PROVIDER_AWAY = (
            "keys.provider_away",
            OUT_OF_REACH,
            "the key provider cannot be reached, so nothing can be opened now",
            "`tidings doctor` says what is missing; then run the command again: nothing was lost",
        )
        UNKNOWN_PROVIDER = (
            "keys.unknown_provider",
            WRONG_USE,
            "there is no such key provider",
            "use one of: key-file, passphrase, pkcs11, aws-kms",
        )
        NO_PASSPHRASE = (
            "keys.no_passphrase",
            OUT_OF_REACH,
            "no passphrase was given, and there is nobody to ask",
            "name a file that holds it in TIDINGS_PASSPHRASE_FILE (mode 0600), or run the command at a terminal",
        )
        NOT_DESTROYED = (
            "keys.not_destroyed",
            REFUSED,
            "a destroyed key can still be found in keys.db",
            "run the command again; if it stays so, treat keys.db itself as what must be destroyed",
        )
        # Last: inside this class its name hides the exit code's.
        OUT_OF_REACH = (
            "keys.out_of_reach",
            OUT_OF_REACH,
            "the key database cannot be used now: it is locked, read-only, or its disk is full",
            "see what holds it, then run the command again: it goes on where it stopped",
        )


class LedgerError(TidingsError):
    """A ledger is broken, or not one. `where` names the file and the index."""

    class Code(ErrorCode):
        NONE = "ledger.none", WRONG_USE, "there is no ledger in this folder", "name the folder that holds `checkpoint`"
        NO_VKEY = "ledger.no_vkey", WRONG_USE, "no verifier key was given or found", "give it with --key"
        BAD_VKEY = "ledger.bad_vkey", WRONG_USE, "this is not a verifier key", "it looks like name+8 hex digits+base64"
        BAD_CHECKPOINT = "ledger.bad_checkpoint", REFUSED, "the checkpoint cannot be understood"
        BAD_SIGNATURE = "ledger.bad_signature", REFUSED, "the checkpoint is not signed by this key"
        BAD_TILE = "ledger.bad_tile", REFUSED, "a hash tile is missing, cut short or does not match its entries"
        BAD_ENTRY = "ledger.bad_entry", REFUSED, "an entry bundle is missing, cut short or does not match the tree"
        BAD_ROOT = "ledger.bad_root", REFUSED, "the tree does not give the root that the checkpoint signs"
        INCONSISTENT = "ledger.inconsistent", REFUSED, "an older checkpoint is not a beginning of this tree"
        BEHIND = (
            "ledger.behind",
            REFUSED,
            "the database holds fewer entries than a checkpoint that was published",
            "restore a newer backup",
        )
        NOT_INTEGRATED = "ledger.not_integrated", REFUSED, "these entries are not in the ledger yet", "run `tidings reconcile`"
        BAD_PROOF = "ledger.bad_proof", REFUSED, "the proof does not lead to the root of a signed checkpoint"
        BAD_COSIGNATURE = "ledger.bad_cosignature", REFUSED, "a line that claims to be this witness's cosignature is not"
        NOT_WITNESSED = (
            "ledger.not_witnessed",
            REFUSED,
            "no checkpoint of this ledger bears this witness's cosignature",
            "check its key, or ask the ledger's owner: `tidings ledger countersign` asks the witness",
        )
        BAD_TIMESTAMP = (
            "ledger.bad_timestamp",
            REFUSED,
            "the time stamp is not of this checkpoint, or not by an authority that the certificates lead to",
        )
        NOT_STAMPED = (
            "ledger.not_stamped",
            REFUSED,
            "no checkpoint of this ledger has a time stamp",
            "`tidings ledger countersign` asks for one",
        )
        BAD_CERTIFICATE = (
            "ledger.bad_certificate",
            WRONG_USE,
            "this file holds no certificates",
            "give the authority's root certificate as PEM",
        )
        RECORD_BROKEN = (
            "ledger.record_broken",
            REFUSED,
            "the ledger is whole, but what it says breaks a rule of the record",
            "docs/ledger.md says what each rule asks",
        )
        WITNESS_REFUSES = (
            "ledger.witness_refuses",
            REFUSED,
            "the witness does not cosign this checkpoint",
            "it must know this ledger's origin and key: give its operator what is in ledger.vkey",
        )
        WITNESS_AHEAD = (
            "ledger.witness_ahead",
            REFUSED,
            "the witness has cosigned a larger or another ledger of this name",
            "this ledger was put back or forked: restore a newer backup, and sign nothing until you know why",
        )
        ONE_KEY = (
            "ledger.one_key",
            WRONG_USE,
            "only one key signs this ledger, so none can be retired",
            "`tidings ledger rotate` adds one; let both sign until everybody has the new one",
        )
        # Last: inside this class its name hides the exit code's.
        OUT_OF_REACH = (
            "ledger.out_of_reach",
            OUT_OF_REACH,
            "the ledger's address, the witness or the time stamp authority cannot be reached, or answers what it should not",
            "check the address and the network, then run the command again",
        )


class ProviderError(TidingsError):
    """A provider cannot be used at all. What happens to a single attempt is an outcome, not an error."""

    class Code(ErrorCode):
        NOT_CONFIGURED = (
            "provider.not_configured",
            WRONG_USE,
            "a setting that this provider needs is missing",
            "see secrets.example",
        )
        REFUSED_US = (
            "provider.refused_us",
            OUT_OF_REACH,
            "the provider refuses this account or its configuration",
            "see docs/operations.md for the provider's code, mend it there, then run the command again",
        )
        LOOKUP_OFF = (
            "provider.lookup_off",
            REFUSED,
            "looking up telephone lines is switched off for this incident",
            "it tells Twilio every number that a plan is about to use; if that may be: enabled = true, [lookup], incident.toml",
        )
        # Last: inside this class its name hides the exit code's.
        OUT_OF_REACH = (
            "provider.out_of_reach",
            OUT_OF_REACH,
            "the provider cannot be reached",
            "check the network and the provider's status page, then run the command again: it goes on where it stopped",
        )


class PlanError(TidingsError):
    """Plans cannot be used as they are: nothing is sent by them."""

    class Code(ErrorCode):
        RULES_CHANGED = (
            "plan.rules_changed",
            REFUSED,
            "rules, limits, channels or languages changed since the plans were made, so nothing is sent by them",
            "run `tidings resolve`: it plans everybody by the rules as they are now",
        )
        NO_RULE = ("plan.no_rule", WRONG_USE, "there is no such rule", "`tidings rules list` lists them")
        NOT_LOOSENED = (
            "plan.not_loosened",
            REFUSED,
            "this rule cannot be loosened so far",
            "`tidings rules list` says how far each can be",
        )
        NOT_HELD = (
            "plan.not_held",
            REFUSED,
            "this person, or this contact, does not wait under this rule",
            "`tidings explain PERSON` says under which",
        )
        NO_CHOICE = (
            "plan.no_choice",
            REFUSED,
            "this cannot be decided of this rule",
            "`tidings rules list` says what can be",
        )
        NO_ADAPTER = (
            "plan.no_adapter",
            REFUSED,
            "the incident plans with a channel that nothing here can send by",
            "take it out of plan.channels in incident.toml, then run `tidings resolve`",
        )


class NoticeError(TidingsError):
    """A notice cannot be composed. It is not sent: the person waits under a rule."""

    class Code(ErrorCode):
        NO_LANGUAGE = "notice.no_language", REFUSED, "there is no catalog for this language"
        BAD_MESSAGE = "notice.bad_message", REFUSED, "a message of the catalog is missing or cannot be formatted"
        NO_FONT = (
            "font.missing",
            REFUSED,
            "no installed font has all the letters of this notice",
            "install them: apt-get install fonts-noto-core fonts-droid-fallback",
        )
        BAD_STAMP = (
            "notice.bad_stamp",
            REFUSED,
            "a line that says how far a translation was checked cannot be understood",
            'each line is: message = { state = "…", by = "…", on = 2026-01-31, english = "…", text = "…" }',
        )
        NO_REVIEWER = (
            "notice.no_reviewer",
            WRONG_USE,
            "a translation or review is somebody's: nobody was named",
            "say who looked at it with --by",
        )
        NO_VOICE = (
            "notice.no_voice",
            REFUSED,
            "there is no machine voice in this language, and no complete set of recordings",
            "docs/translating.md says which recordings a call needs",
        )
        TOO_LONG = "notice.too_long", REFUSED, "a teaser does not fit its channel"


class StageFailed(Exception):
    """What leaves a Prefect task when anything goes wrong inside: a code and a batch, never a value."""

    def __init__(self, code: str, batch: int = 0) -> None:
        self.code, self.batch = code, batch
        super().__init__(code, batch)

    def __str__(self) -> str:
        return f"{self.code} (batch {self.batch})"
