"""A list and its answer key: every row somebody, every cell damaged in some way that its kind has a name for."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from .dates import DATES
from .emails import EMAILS
from .kinds import Cell, Kind, Register
from .notes import NOTES
from .people import Who, somebody
from .phones import ONE_NUMBER, PHONES
from .references import REFERENCES
from .text import TEXT
from .words import COUNTRIES, CUSTODY, LANGUAGES

HEADER = (
    "record_no", "a_number", "last_name", "first_name", "date_of_birth", "country_of_birth", "nationality", "language", "custody_status", "phone", "phone_alt",
    "email", "attorney", "attorney_contact", "contact_notes",
)  # fmt: skip
FIELDS = ("reference", "date_of_birth", "nationality", "language", "phones", "email", "attorney_email", "attorney_phone")
FLAGS = ("detained", "removed", "minor", "represented", "do_not_phone", "cannot_read")
EXPOSED, ADULT = date(2022, 11, 28), 18
"""The example incident's."""

_SAFE_TEXT = ("cp1252", "latin1", "nfd", "entities_decimal", "entities_hex", "entities_named", "bidi_override", "bidi_marks", "isolates", "zero_width", "bom_inside", "nbsp", "padded", "line_break", "nul", "upper", "lower", "full_width", "quoted", "apostrophe")  # fmt: skip
_DAMAGED_ALREADY = frozenset("&Ã")
_NUMBER_TEXT = ("bidi_override", "bidi_marks", "isolates", "zero_width", "bom_inside", "nbsp", "padded", "line_break")


class Damaged(NamedTuple):
    """A list: cells as a file has them, one key a row (of which "kinds" names what was done to each field)."""

    rows: list[tuple[str, ...]]
    keys: list[dict[str, Any]]


class _Deck:
    """Deals the kinds of a register in random order, each once before any comes again."""

    def __init__(self, random: Random, register: Register, only: Collection[str] = ()) -> None:
        self._random, self._left = random, list[str]()
        self._register = {name: kind for name, kind in register.items() if not only or name in only}

    def deal(self) -> tuple[str, Kind]:
        if not self._left:
            self._left = sorted(self._register)
            self._random.shuffle(self._left)
        name = self._left.pop()
        return name, self._register[name]


def make(seed: int, rows: int) -> Damaged:
    """A list of `rows` rows; the same seed gives the same list. About one row in twelve is somebody's second."""
    random = Random(seed)
    decks = {
        register_name: _Deck(random, register)
        for register_name, register in (
            ("reference", REFERENCES), ("date_of_birth", DATES), ("nationality", COUNTRIES), ("language", LANGUAGES), ("custody", CUSTODY), ("phones", PHONES), ("email", EMAILS), ("notes", NOTES),
            ("attorney_phone", PHONES), ("attorney_email", EMAILS),
        )
    }  # fmt: skip
    made = Damaged([], [])
    again: list[tuple[int, Who]] = []
    for number in range(1, rows + 1):
        kinds: dict[str, str] = {}
        name, country = decks["nationality"].deal()
        nationality = country(random, None)  # type: ignore[arg-type] # a country's name is nobody's
        kinds["nationality"] = name
        if again and random.random() < 0.08:
            person, who = random.choice(again)
        else:
            person, who = number, somebody(random, number, nationality.value)
            again.append((person, who))
        cells, key = _row(random, decks, who, nationality, kinds)
        made.rows.append((str(number), *cells))
        made.keys.append({"row": number, "person": person if key["reference"] else None, **key, "kinds": kinds})
    return made


def _row(
    random: Random, decks: Mapping[str, _Deck], who: Who, nationality: Cell, kinds: dict[str, str]
) -> tuple[tuple[str, ...], dict[str, Any]]:
    def cell(field: str, texts: Sequence[str] = ()) -> Cell:
        name, kind = decks[field].deal()
        made = kind(random, who)
        if texts and made.text and not _DAMAGED_ALREADY & set(made.text) and random.random() < 0.12:
            damage = random.choice([each for each in texts if made.text.isascii() or each not in ("upper", "lower")])
            name, made = f"{name} + {damage}", Cell(TEXT[damage](made.text), made.value)
        kinds[field] = name
        return made

    reference = cell("reference", _NUMBER_TEXT)
    born = cell("date_of_birth", _NUMBER_TEXT)
    language = cell("language", _SAFE_TEXT)
    custody = cell("custody", _SAFE_TEXT)
    phones = cell("phones", _NUMBER_TEXT)
    if kinds["phones"].startswith(("home_national", "home_other")) and nationality.value not in (None, who.country):
        # Two countries may both have such a number: then it is nobody's, which is another kind.
        kinds["nationality"], nationality = "plain", Cell(who.country, who.country)
    email = cell("email", ("padded", "bidi_override", "line_break", "bom_inside"))
    note = cell("notes", _SAFE_TEXT)
    attorney, contact, contact_key = _attorney(random, decks, who, kinds)
    key = {
        "reference": reference.value, "date_of_birth": born.value.isoformat() if born.value else None, "nationality": nationality.value, "language": language.value,
        "phones": sorted(set(phones.value or ())), "email": email.value,
        **contact_key,
        "detained": custody.value == "detained", "removed": custody.value == "removed", "minor": born.value is not None and _age(born.value) < ADULT,
        "represented": bool(attorney or contact), "do_not_phone": "do_not_phone" in (note.value or ()), "cannot_read": "cannot_read" in (note.value or ()),
    }  # fmt: skip
    cells = (
        reference.text, who.last, who.first, born.text, who.country, nationality.text, language.text, custody.text, phones.text, "", email.text,
        attorney, contact, note.text,
    )  # fmt: skip
    if kinds["phones"].startswith("mail_beside"):
        key["email"] = who.email
        kinds["email"] = "mail_beside"
        cells = (*cells[:10], "", *cells[11:])
    return cells, key


_ATTORNEY_EMAILS = ("email_plain", "email_upper", "email_angle", "email_mailto", "email_named", "email_label", "email_at_square", "email_nbsp", "email_zero_width", "email_spaced_at", "email_full_width_at", "email_label_es")  # fmt: skip


_TALKATIVE = (
    "us_sister_es",
    "us_speaks_spanish",
    "us_leading_dot",
    "us_leading_hyphen",
    "us_spouse_fr",
    "us_thousands",
    "us_name_before",
    "us_name_after",
)
"""Behind a loose word nobody can say where an address begins: `speaks Spanish lawyer@…`."""


def _attorney(random: Random, decks: Mapping[str, _Deck], who: Who, kinds: dict[str, str]) -> tuple[str, str, dict[str, Any]]:
    """An attorney's name and contact: an address, a number, both in any order and with any mark between, or neither."""
    nothing = {"attorney_email": None, "attorney_phone": None}
    if random.random() < 0.4:
        return "", "", nothing
    theirs = who.reached_at(who.attorney_us, who.attorney_email)
    mail_name, phone_name = (
        random.choice(_ATTORNEY_EMAILS),
        random.choice([name for name in ONE_NUMBER if name not in _TALKATIVE]),
    )
    mail, phone = EMAILS[mail_name](random, theirs), PHONES[phone_name](random, theirs)
    mark = random.choice((" / ", "; ", ", ", "\n", " | ", " - ", " "))
    shape = random.choice(("mail", "phone", "mail phone", "phone mail"))
    kinds["attorney_email"] = kinds["attorney_phone"] = (
        f"{shape.replace('mail', mail_name).replace('phone', phone_name)} parted by {mark!r}"
    )
    text = mark.join({"mail": mail.text, "phone": phone.text}[part] for part in shape.split())
    return (
        "Rosa Lee",
        text,
        {
            "attorney_email": mail.value if "mail" in shape else None,
            "attorney_phone": phone.value[0] if "phone" in shape else None,
        },
    )


def _age(born: date) -> int:
    return EXPOSED.year - born.year - ((EXPOSED.month, EXPOSED.day) < (born.month, born.day))


def write(made: Damaged, folder: Path) -> None:
    """`list.csv` and `key.jsonl`, as the scorer of issue 3 wants them."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "list.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([HEADER, *made.rows])
    with (folder / "key.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(key, ensure_ascii=False) + "\n" for key in made.keys)


class Score(NamedTuple):
    """How a field was read. `missed` and `wrong` name the kinds: how often each failed."""

    key: int
    found: int
    missed: Counter[str]
    wrong: Counter[str]

    @property
    def recall(self) -> float:
        return self.found / self.key if self.key else 1.0


_KIND_OF = {
    "detained": "custody",
    "removed": "custody",
    "minor": "date_of_birth",
    "represented": "attorney_email",
    "do_not_phone": "notes",
    "cannot_read": "notes",
}


def score(keys: Sequence[Mapping[str, Any]], got: Mapping[int, Mapping[str, Any]]) -> dict[str, Score]:
    """As the shared scorer counts, and the kinds that failed."""
    table: dict[str, Score] = {}
    for field in (*FIELDS, *FLAGS):
        missed, wrong = Counter[str](), Counter[str]()
        wanted = found = 0
        for key in keys:
            expected, given = _values(key.get(field)), _values(got.get(key["row"], {}).get(field))
            wanted += len(expected)
            found += len(expected & given)
            kind = key["kinds"].get(_KIND_OF.get(field, field), "nothing there")
            missed.update({kind: len(expected - given)} if expected - given else {})
            wrong.update({kind: len(given - expected)} if given - expected else {})
        table[field] = Score(wanted, found, missed, wrong)
    return table


def _values(value: Any) -> set[Any]:
    return set(value) if isinstance(value, list) else {value} - {None, "", False}
