"""Invented people, always the same ones: a gallery is looked at and kept, so nobody real may be in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tidings.model import Kind
from tidings.notices.catalog import script_of
from tidings.record import Record

CODE, OTHER_CODE = "K7Q2-M9XD", "4T8R-WB3N"
SHEET_CODE = "4K7Q-M9XD-TR2W"
LAW_OFFICE = "Law Office of Pat Example", "100 Court Street, Suite 2\nSpringfield, VA 22150"
PLACE = "Batavia East Detention Center"

LONGEST = 300
_PARTS = (
    "María de los Ángeles Guadalupe Encarnación Fernández-Villanueva y Rodríguez de la Torre "
    "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren "
    "O’Brien-Núñez d’Août von und zu Hohenlohe Đặng Thị Hồng Ünsal Çelik Nguyễn "
)

_NAMES = {
    "Latn": "Ana Ruiz",
    "Cyrl": "Анна Петрова",
    "Arab": "یوسف احمدی",
    "ar": "يوسف الأحمد",
    "Hans": "王小明",
    "Deva": "सीता शर्मा",
    "Guru": "ਹਰਪ੍ਰੀਤ ਕੌਰ",
    "Beng": "রহিমা খাতুন",
    "Ethi": "ሰላም ተስፋዬ",
    "Armn": "Անի Պետրոսյան",
    "Geor": "ნინო ბერიძე",
}
"""A name in each script that a catalog is written in; Arabic writes it otherwise than Persian, Pashto and Urdu."""


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who does not exist. `slug` names their files, `whose` says what to look at; `hand` brings their letter."""

    slug: str
    whose: str
    record: Record
    hand: bool = False

    @property
    def about(self) -> str:
        return f"{self.whose}, {'handed over in a place of custody' if self.hand else 'by post'}"


def invented(language: str) -> tuple[Invented, ...]:
    """Who gets the notices of a language: a name of its script, the longest that a list may bring, and one that turns around."""
    name = _NAMES.get(language) or _NAMES.get(script_of(language), _NAMES["Latn"])
    born = date(1990, 3, 14)
    return (
        Invented(
            "plain",
            "everything was exposed",
            Record(
                name=name,
                date_of_birth=born,
                language=language,
                address="12 Main Street, Apt. 4\nSpringfield, VA 22150",
                facility=PLACE,
                kinds=frozenset(Kind),
            ),
        ),
        Invented(
            "long",
            f"a name of {LONGEST} letters",
            Record(
                name=(_PARTS * 2)[: LONGEST - 1].rstrip().ljust(LONGEST, "a"),
                date_of_birth=born,
                language=language,
                address="Casa 12, Colonia Buenavista\nApartado Postal 100\n29000 Tuxtla Gutiérrez, Chiapas\nMéxico",
                facility=PLACE,
                kinds=frozenset({Kind.NAME, Kind.BIRTH_DATE, Kind.FACILITY}),
            ),
            hand=True,
        ),
        Invented(
            "turned",
            "a name that reads the other way, of whom nobody knows what was exposed",
            Record(
                name="Ana Ruiz (آنا)" if script_of(language) == "Arab" else "فاطمة الزهراء بنت يوسف",
                language=language,
                address="7 Harbor Road\nSpringfield, VA 22150",
                facility=PLACE,
            ),
        ),
    )
