"""E-mail addresses out of a cell (RFC 5321/5322 as email-validator reads them, without asking the network).

An address is taken only where its beginning and end are plain: `juan perez@example.org` and `jose,perez@example.org`
may be `perez@` or somebody else, so they are left out with a code. Nothing is corrected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from email_validator import EmailNotValidError, validate_email

from tidings.model import Personal
from tidings.people.values.cells import bare

_LONGEST = 2000
_I = re.IGNORECASE
_AT = re.compile(r"\s*[(\[{<]\s*(?:at|a|arroba|@)\s*[)\]}>]\s*|\s+arroba\s+|\s*&#64;\s*|\s*%40\s*", _I)
_AT_WORD = re.compile(r"(?<=\w)\s+at\s+(?=[\w-]+(?:\s+(?:dot|punto)\s+|\s*[(\[{]\s*dot)[\W\w])", _I)
_THREE_WORDS = re.compile(r"([\w.+-]+)\s+at\s+([\w-]+(?:\.[\w-]+)+)", _I)
"""`maria at example.org`, if the cell holds nothing else."""
_DOT = re.compile(r"\s*[(\[{<]\s*(?:dot|punto|\.)\s*[)\]}>]\s*", _I)
_DOT_WORD = re.compile(r"(?<=[\w])\s+(?:dot|punto)\s+(?=[\w])", _I)
_SPACED_AT = re.compile(r"\s*@\s*")
_SPACED_DOT = re.compile(r"(@[\w-]+)(?:\s+\.\s*|\s*\.\s+)(?=\w)")
"""A domain that has no dot yet goes on behind a spaced one."""
_LABEL = re.compile(
    r"\b(?:mailto|e-?mail(?: address)?|correo(?: electr[oó]nico)?|mail|courriel|contact|personal|work|home|trabajo|casa"
    r"|alt(?:ernate)?|primary|secondary)\s*(?:[:=]|\s-\s|\s(?=\S+@))\s*(?://)?",
    _I,
)
_TOKEN = re.compile(r"[^\s<>()\[\]{};|\"“”«»=:/\\]+")
_ALONE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]*@[A-Za-z0-9.-]+[A-Za-z]", re.ASCII)
"""A cell that holds an address and nothing else, as most do."""
_PLAIN_LOCAL = re.compile(r"(?=.{1,64}$)[A-Za-z0-9_-]+(?:[.+][A-Za-z0-9_-]+)*")
_PLAIN_DOMAIN = re.compile(r"(?=.{1,180}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}")
"""Addresses about which no two readers differ. All others go through the library as a whole."""
_OPENING, _CLOSING = "'`´‘’,", "'`´‘’.,!?*_~-"
"""What may stand around an address. In front, nothing that an address may begin with."""
_QUERY = re.compile(r"\?(?:subject|body|cc|bcc)=\S*", _I)
_PHONE_ALONE = re.compile(r"[\d().+-]{7,}")
_GLUED_PHONE = re.compile(r"[+(]?\d{3}[).-]+\d{3}[.-]\d{4}")
_CONNECTING = frozenset(("and", "or", "y", "o", "e", "et", "ou", "&", "-", "+"))
_MISSPELT = frozenset(
    (
        *("gmial", "gmai", "gmal", "gmil", "gamil", "gnail", "gmaill", "gmali", "gmaul", "gmeil"),
        *("hotmial", "hotmai", "hotmal", "homail", "hotamil", "hotmil", "hotmaill"),
        *("yaho", "yahooo", "yhoo", "yahho", "yaoo", "outlok", "outllok", "outloook", "iclod", "icoud"),
    )
)
_NO_SUFFIX = frozenset(("con", "cmo", "ocm", "comm", "vom", "xom", "cpm", "nte", "ogr", "orgg", "couk"))


@dataclass(frozen=True, slots=True, repr=False)
class Emails(Personal):
    """What a cell gave: addresses in lower case, in the order of the cell; the rest of its text; codes."""

    addresses: tuple[str, ...] = ()
    rest: str = ""
    remarks: tuple[str, ...] = ()


def read_emails(cell: str) -> Emails:
    """The addresses of a cleaned cell. Codes: email.unreadable, email.misspelt (its domain is a known slip)."""
    text = bare(cell[:_LONGEST])
    if not _ALONE.fullmatch(text):
        text = _plain(text)
    if "@" not in text:
        return Emails((), text, ("email.unreadable",) if text else ())
    found: dict[str, None] = {}
    remarks: list[str] = []
    rest: list[str] = []
    end = 0
    for match in _TOKEN.finditer(text):
        if "@" not in match.group():
            continue
        rest.append(text[end : match.start()])
        end = match.end()
        whole = _begins(text[: match.start()])
        for token in _parted(match.group()):
            if "@" not in token:
                rest.append(token)
                continue
            address = _address(token) if whole else ""
            if not address:
                remarks.append("email.unreadable")
            elif _is_misspelt(address):
                remarks.append("email.misspelt")
            else:
                found[address] = None
    rest.append(text[end:])
    if not found and not remarks:
        remarks.append("email.unreadable")
    return Emails(tuple(found), " ".join(rest), tuple(dict.fromkeys(remarks)))


def _plain(text: str) -> str:
    """Every way to hide an at sign or a dot, undone."""
    if "@" not in text or "(" in text or "[" in text:
        text = _DOT.sub(".", _AT.sub("@", text))
        text = _AT_WORD.sub("@", text)
        text = _THREE_WORDS.sub(r"\1@\2", text) if _THREE_WORDS.fullmatch(text) else text
    text = _SPACED_AT.sub("@", text)
    if "@" in text:
        text = _DOT_WORD.sub(".", text)
        text = _SPACED_DOT.sub(r"\1.", _QUERY.sub("", text))
    return _LABEL.sub(" ", text)


def _parted(token: str) -> list[str]:
    """Addresses and phone numbers joined by commas without a space. A part that is neither makes one damaged address."""
    parts = [part for part in token.split(",") if part.strip(_CLOSING)]
    fine = all("@" in part or _PHONE_ALONE.fullmatch(part) for part in parts)
    return parts if len(parts) > 1 and fine else [token]


def _begins(before: str) -> bool:
    """Whether an address can begin behind this text: not right behind a loose word, which may be the half of it."""
    before = before.rstrip(" \t")
    if not before or before[-1] in "<([{;|\"“«=:/\\,>)]}'":
        return True
    last = before.split()[-1]
    return "@" in last or last.lower() in _CONNECTING or sum(map(str.isdigit, _phone_at_end(before))) >= 7


def _phone_at_end(text: str) -> str:
    return text[len(text.rstrip("0123456789 ()+.-")) :]


def _address(token: str) -> str:
    token = token.lstrip(_OPENING).rstrip(_CLOSING)
    if _GLUED_PHONE.match(token):
        return ""
    local, _, domain = token.partition("@")
    if _PLAIN_LOCAL.fullmatch(local) and _PLAIN_DOMAIN.fullmatch(domain):
        return f"{local}@{domain}".lower() if _domain_exists_on_paper(domain.lower()) else ""
    try:
        # Letters beyond ASCII before the at sign: providers refuse a whole request for one such address.
        valid = validate_email(token, check_deliverability=False, test_environment=True, allow_smtputf8=False)
    except (EmailNotValidError, ValueError, IndexError):
        return ""  # its text shows the address; the latter two are what idna raises on odd code points
    return (valid.ascii_email or "").lower()


@lru_cache(maxsize=1024)
def _domain_exists_on_paper(domain: str) -> bool:
    """The library's verdict on a domain, which many addresses share: their local parts are left to `_PLAIN_LOCAL`."""
    try:
        validate_email(f"a@{domain}", check_deliverability=False, test_environment=True, allow_smtputf8=False)
    except (EmailNotValidError, ValueError, IndexError):
        return False
    return True


@lru_cache(maxsize=256)
def _misspelt_domain(domain: str) -> bool:
    labels = domain.split(".")
    return labels[-1] in _NO_SUFFIX or labels[0] in _MISSPELT


def _is_misspelt(address: str) -> bool:
    return _misspelt_domain(address.rpartition("@")[2])
