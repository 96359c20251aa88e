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
from tidings.people.values.spelling import one_slip

_LONGEST = 2000
_I = re.IGNORECASE
_AT_WORDS, _DOT_WORDS = "arroba|arobas|arobase|chiocciola|собака", "dot|punto|ponto|point|punkt|точка"
_AT = re.compile(rf"\s*[(\[{{<]\s*(?:at|a|{_AT_WORDS}|@)\s*[)\]}}>]\s*|\s+(?:{_AT_WORDS})\s+|\s*&#64;\s*|\s*%40\s*", _I)
_AT_WORD = re.compile(
    rf"(?<=\w)\s+at\s+(?=[\w-]+(?:\.[\w-]+)*(?:\s+(?:{_DOT_WORDS})\s+|\s*[(\[{{]\s*(?:{_DOT_WORDS}))[\W\w])", _I
)
_THREE_WORDS = re.compile(r"([\w.+-]+)\s+at\s+([\w-]+(?:\.[\w-]+)+)", _I)
"""`maria at example.org`, if the cell holds nothing else."""
_VERB = re.compile(r"(?:meet|look|find|us|me|him|her|them|visit|reach|contact|available|online)\s", _I)
_MARKED_AT = re.compile(r"((?:(?![-_]at[-_])[\w.+-])+)([-_])at\2((?:(?![-_]at[-_])[\w-])+(?:\.[\w-]+)+)", _I)
"""`maria-at-example.org`, likewise."""
_DOT = re.compile(rf"\s*[(\[{{<]\s*(?:{_DOT_WORDS}|\.)\s*[)\]}}>]\s*", _I)
_DOT_WORD = re.compile(rf"(?<=[\w])\s+(?:{_DOT_WORDS})\s+(?=[\w])", _I)
_SPACED_AT = re.compile(r"\s*@\s*")
_SPACED_DOT = re.compile(
    r"(@[\w-]+)(?:\s+\.\s*|\s*\.\s+)(?=\w)"
    r"|(@[\w.-]*\w)(?:\s+\.(?=[^\W\d])|\s*\.\s+(?=(?:com|org|net|edu|gov|info)\b))",
    _I,
)
"""A domain that has no dot yet goes on behind a spaced one; one that has, where a dot leads or a common ending follows."""
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
_PLACEHOLDER = re.compile(
    r"(?:none|na|nil|null|no|no-?e?mail|noemail|unknown|nobody|refused|declined|sincorreo|notiene|ninguno|no_?tiene|noaplica)@|(.{1,4})@\1\.\w+$",
    _I,
)
"""What is typed where a form insists on an address: they belong to strangers."""
_HANDLE = re.compile(r"\b(?:instagram|insta|ig|twitter|tik ?tok|facebook|fb|telegram|handle|user(?:name)?|usuario|x)\W*\s@\w", _I)
_PICTURE = re.compile(r"^[^\x00-\x7f\w]+")
_FIRST_DIGIT = re.compile(r"(?<![\d().+-])\d|(?<![\w.+-])\(\d|(?<=\+)\d")
_QUERY = re.compile(r"\?(?:subject|body|cc|bcc)=\S*", _I)
_PHONE_ALONE = re.compile(r"[\d().+-]{7,}")
_GLUED_PHONE = re.compile(r"[+(]?\d{3}[).-]+\d{3}[.-]\d{4}")
_CONNECTING = frozenset(
    [
        "and",
        "or",
        "y",
        "o",
        "e",
        "et",
        "ou",
        "&",
        "-",
        "+",
        "see",
        "via",
        "use",
        "is",
        "at",
        "to",
        "en",
        "es",
        "alt",
        "also",
        "también",
        "tambien",
        "or:",
        "c/o",
        "aka",
        "email",
        "e-mail",
        "mail",
        "correo",
    ]
)
"""Words in front of an address that are no part of one."""
_NO_PART = re.compile(r"[^\w.+'`´‘’-]+")
"""Bullets and pictures."""
_PHONE_BEFORE = re.compile(
    r"\(?\d[\d\s().·•–_+*/-]{5,}\d(?:[\s,;.#:=()/-]*(?:x[\s.]?\d{1,6}|ext\w*|ex|anexo|interno|int|ramal|poste|доб|room|rm|apt|box|press|opci[oó]n|id|pin|floor"
    r"|[ap]m|h|hrs?|to|a|de|mon\w*|tues?\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|lun\w*|vie\w*|none|n/?a|office|oficina|cell?|home|work|casa"
    r"|celular|mobile|m[oó]vil|fax|verified|whatsapp|call|after|before|leave|voicemail|despu[eé]s|antes|las|\d{1,6}(?:[ab]|[ap]m)?)(?![^\W_]))*\W*",
    _I,
)
"""A telephone number, its extension, hours, and what else is said of telephones."""
_GREAT = ("gmail.com", "hotmail.com", "yahoo.com", "outlook.com", "icloud.com")
_ONLY_COM = ("gmail", "icloud", "aol")
_OWN_NAMES = frozenset(("mail.com", "email.com", "ymail.com", *_GREAT))
"""Hosts of their own, though one slip away from a greater one."""
_MISSPELT = frozenset(
    ("gmial", "gmali", "gmaul", "gmeil", "jmail", "gmaik", "hotrnail", "hotmial", "hotamil", "jotmail", "homtail", "yhaoo")
)
_NO_SUFFIX = frozenset(("con", "cmo", "ocm", "comm", "vom", "xom", "cpm", "nte", "ogr", "orgg", "couk"))
_CUT_SUFFIX = frozenset(("co", "cm", "om", "c", "m"))
"""Endings of countries or of none, that great hosts do not have."""


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
    if "@" not in text or "(" in text or "[" in text or "{" in text:
        text = _DOT.sub(".", _AT.sub("@", text))
        text = _AT_WORD.sub("@", text)
        if "@" not in text and not _VERB.match(text) and (words := _THREE_WORDS.fullmatch(text) or _MARKED_AT.fullmatch(text)):
            text = f"{words.group(1)}@{words.group(words.lastindex or 2)}"
    text = _SPACED_AT.sub("@", _HANDLE.sub(" ", text) if " @" in text else text)
    if "@" in text:
        text = _DOT_WORD.sub(".", text)
        text = _SPACED_DOT.sub(lambda match: f"{match.group(1) or match.group(2)}.", _QUERY.sub("", text))
    return _LABEL.sub(" : ", text)


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
    if "@" in last or last.lower() in _CONNECTING or _NO_PART.fullmatch(last):
        return True
    return any(_PHONE_BEFORE.fullmatch(before, start.start()) for start in _FIRST_DIGIT.finditer(before))


def _address(token: str) -> str:
    token = _PICTURE.sub("", token).lstrip(_OPENING)
    while token[:1] in ("_", "*") and token[-1:] == token[:1]:
        token = token[1:-1]  # _emphasis_, which mail programs write; one in front alone may belong to the address
    token = token.rstrip(_CLOSING)
    if _PLACEHOLDER.match(token) or _GLUED_PHONE.match(token) or "?" in token or "*" in token:  # a letter lost, or masked
        return ""
    local, _, domain = token.partition("@")
    if _PLAIN_LOCAL.fullmatch(local) and _PLAIN_DOMAIN.fullmatch(domain):
        return f"{local}@{domain}".lower() if _domain_exists_on_paper(domain.lower()) else ""
    try:
        # Letters beyond ASCII before the at sign: providers refuse a whole request for one such address.
        valid = validate_email(token, check_deliverability=False, test_environment=True, allow_smtputf8=False)
    except (EmailNotValidError, ValueError, IndexError):
        return ""  # its text shows the address; the latter two are what idna raises on odd code points
    address = (valid.ascii_email or "").lower()
    return address if len(address.rpartition(".")[2]) > 1 else ""


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
    """A known slip, or one slip away from a host that most people have. A host really called so is held, not lost."""
    labels = domain.split(".")
    if labels[-1] in _NO_SUFFIX or labels[0] in _MISSPELT or (labels[0] in _ONLY_COM and domain != f"{labels[0]}.com"):
        return True
    if domain in _OWN_NAMES:
        return False
    great = any(host.startswith(f"{labels[0]}.") for host in _GREAT)
    return (great and labels[1:2] == labels[-1:] and labels[-1] in _CUT_SUFFIX) or any(one_slip(domain, host) for host in _GREAT)


def _is_misspelt(address: str) -> bool:
    return _misspelt_domain(address.rpartition("@")[2])
