"""Rows for the invented lists of tests/data/lists_of_others.toml; and the way to the generator of damaged lists.

Every value is made up; numbers are from the ranges set aside for fiction where a country has them.
"""

import random
import sys
import tomllib
from pathlib import Path

import pytest

# The generator is a package beside the tests, and pytest's importlib mode puts no folder on the path.
sys.path.append(str(Path(__file__).parent))

LISTS = tomllib.loads((Path(__file__).parents[2] / "data" / "lists_of_others.toml").read_text(encoding="utf-8"))
FIRST = [
    "Ana",
    "Luis",
    "María",
    "José",
    "Carmen",
    "Miguel",
    "Rosa",
    "Juan",
    "Elena",
    "Pedro",
    "Lucía",
    "Óscar",
    "Yolanda",
    "Marvin",
    "Kevin",
    "Wilmer",
    "Fátima",
    "Amina",
    "Jean",
    "Marie",
    "Oleksandr",
    "Priya",
]
LAST = [
    "Hernández",
    "Pardo",
    "Espinal",
    "Rueda",
    "Bustos",
    "Lemus",
    "Quispe",
    "Mamani",
    "Toussaint",
    "Baptiste",
    "Kovalenko",
    "Singh",
    "Diallo",
    "Traoré",
    "da-Silva",
    "Souza",
    "Ortega",
    "Velásquez",
    "Ixcoy",
    "Tum",
]
STREETS = ("Myers Dam", "Oak Street", "Elm Ave", "Hill Rd", "Lake Dr", "Pine Ln")
CITIES = ("Zachary", "Fairview", "Springfield", "Riverton", "Oakdale", "Brookside")


class Values:
    """One maker for each kind of cell; the same seed makes the same list."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def of(self, kind: str, row: int, attorney: int) -> str:
        return str(getattr(self, kind)(row) if not kind.startswith("their_") else getattr(self, kind)(attorney))

    def pick(self, *among):
        return self.random.choice(among)

    def row(self, row):
        return row + 1

    def a_number(self, _):
        return f"A{self.random.randrange(10**8, 10**9)}"

    def a_number_plain(self, _):
        return f"{self.random.randrange(10**8, 10**9)}"

    def other_number(self, row):
        return f"{self.pick('701', '816')}-{20000 + 7 * row}C"

    def first(self, _):
        return self.pick(*FIRST)

    def last(self, _):
        return f"{self.pick(*LAST)} {self.pick(*LAST)}"

    def one_last(self, _):
        return self.pick(*LAST)

    def full(self, row):
        return f"{self.first(row)} {self.last(row)}"

    def last_first(self, row):
        return f"{self.last(row)}, {self.first(row)}"

    def birth(self, _):
        return f"{self.random.randrange(1, 13):02}/{self.random.randrange(1, 29):02}/{self.random.randrange(1950, 2006)}"

    def birth_day_first(self, _):
        return f"{self.random.randrange(1, 29):02}/{self.random.randrange(1, 13):02}/{self.random.randrange(1950, 2006)}"

    def birth_iso(self, _):
        return f"{self.random.randrange(1950, 2006)}-{self.random.randrange(1, 13):02}-{self.random.randrange(1, 29):02}"

    def birth_day_number(self, _):
        return self.random.randrange(18_300, 38_700)

    def lately(self, _):
        return f"{self.random.randrange(1, 13):02}/{self.random.randrange(1, 29):02}/{self.random.randrange(2024, 2026)}"

    def ahead(self, _):
        return f"{self.random.randrange(1, 13):02}/{self.random.randrange(1, 29):02}/{self.random.randrange(2027, 2029)}"

    def country(self, _):
        return self.pick("Honduras", "Guatemala", "Venezuela", "Haiti", "Cuba", "Ecuador", "Nicaragua")

    def country_code(self, _):
        return self.pick("HND", "GTM", "VEN", "HTI", "CUB", "ECU", "NIC")

    def nationality(self, _):
        return self.pick("Honduran", "Guatemalan", "Venezuelan", "Haitian", "Cuban", "Ecuadorian")

    def pais(self, _):
        return self.pick("Honduras", "Guatemala", "Venezuela", "Haití", "Perú", "Nicaragua")

    def pays(self, _):
        return self.pick("Guinée", "Mali", "Haïti", "Sénégal", "Cameroun", "Mauritanie")

    def language(self, _):
        return self.pick("Spanish", "K'iche'", "Mam", "Haitian Creole", "Portuguese", "English")

    def idioma(self, _):
        return self.pick("Español", "Mam", "Quiché", "Portugués", "Criollo haitiano")

    def langue(self, _):
        return self.pick("Français", "Peul", "Wolof", "Bambara", "Créole haïtien")

    def sex(self, _):
        return self.pick("M", "F", "X")

    def yes_no(self, _):
        return self.pick("Y", "N")

    def custody(self, _):
        return self.pick("Detained", "Released", "Removed", "In custody")

    def custodia(self, _):
        return self.pick("Detenido", "Liberado", "Deportado")

    def facility(self, _):
        return f"{self.pick('Eloy', 'Otay Ridge', 'Batavia East')} Detention Center"

    def phone(self, _):
        return f"({self.pick(305, 786, 817, 706, 213)}) 555-{self.random.randrange(100, 200):04}"

    def phone_abroad(self, _):
        return f"+504 9{self.random.randrange(100, 999)}-{self.random.randrange(1000, 9999)}"

    def phone_fr(self, _):
        return f"+33 6 39 98 {self.random.randrange(10, 99)} {self.random.randrange(10, 99)}"

    def email(self, row):
        return f"{self.pick(*FIRST[:4]).lower().replace('í', 'i').replace('é', 'e')}{row}@example.org"

    def address(self, row):
        return f"{self.street(row)}, {self.city(row)}, GA {self.zip(row)}"

    def street(self, _):
        return f"{self.random.randrange(10, 9999)} {self.pick(*STREETS)}"

    def city(self, _):
        return self.pick(*CITIES)

    def state(self, _):
        return self.pick("GA", "TX", "NY", "CA")

    def zip(self, _):
        return f"{self.random.randrange(10000, 99999)}"

    def note(self, _):
        return self.pick(
            "do not leave a voicemail, please", "only call after six in the evening", "speaks some English, reads a little", ""
        )

    def word(self, _):
        return self.pick("blue", "red", "green", "amber")

    def phone_type(self, _):
        return self.pick("mobile", "landline", "WhatsApp")

    def marital(self, _):
        return self.pick("single", "married", "widowed")

    def relationship(self, _):
        return self.pick("mother", "uncle", "wife", "friend")

    def empty(self, _):
        return ""

    def their_name(self, attorney):
        return f"{FIRST[attorney]} {LAST[attorney]}, Esq." if attorney >= 0 else ""

    def their_phone(self, attorney):
        return f"(212) 555-{100 + attorney:04}" if attorney >= 0 else ""

    def their_email(self, attorney):
        return f"office{attorney}@legal.example.com" if attorney >= 0 else ""


@pytest.fixture(scope="session")
def made():
    """`made(name)` gives a list's header and its rows: the same every time."""

    def make(name, count=60):
        columns = LISTS[name]["columns"]
        values = Values(1)
        rows = []
        for row in range(count):
            attorney = values.random.randrange(-6, 6)
            rows.append([values.of(kind, row, attorney) for _, kind, _ in columns])
        return tuple(header for header, _, _ in columns), rows

    return make
