"""Invented people: names of many customs, countries with their telephone plans, birth dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

HOMES: dict[str, tuple[str, tuple[str, ...], str]] = {
    "MX": ("52", ("222", "123", "45##"), "222 123 45##"),
    "GT": ("502", ("5123", "45##"), "5123-45##"),
    "HN": ("504", ("9123", "45##"), "9123-45##"),
    "SV": ("503", ("7012", "34##"), "7012-34##"),
    "NI": ("505", ("8123", "45##"), "8123-45##"),
    "CU": ("53", ("5", "12345##"), "5 12345##"),
    "VE": ("58", ("412", "12345##"), "0412-12345##"),
    "CO": ("57", ("321", "12345##"), "321 12345##"),
    "EC": ("593", ("99", "123", "45##"), "099 123 45##"),
    "BR": ("55", ("11", "96123", "45##"), "(11) 96123-45##"),
    "HT": ("509", ("34", "10", "12##"), "34 10 12##"),
    "CN": ("86", ("131", "2345", "67##"), "131 2345 67##"),
    "IN": ("91", ("81234", "567##"), "81234 567##"),
    "PE": ("51", ("912", "345", "6##"), ""),
    "RU": ("7", ("912", "345", "67", "##"), "8 (912) 345-67-##"),
    "TR": ("90", ("501", "234", "56", "##"), "0501 234 56 ##"),
    "CM": ("237", ("6", "71", "23", "45", "##"), "6 71 23 45 ##"),
    "SN": ("221", ("70", "123", "45", "##"), "70 123 45 ##"),
    "BD": ("880", ("1812", "3456##"), "01812-3456##"),
    "ET": ("251", ("91", "123", "45##"), "091 123 45##"),
    "ER": ("291", ("7", "123", "4##"), "07 123 4##"),
    "SO": ("252", ("7", "11234##"), "7 11234##"),
    "UA": ("380", ("50", "123", "45##"), "050 123 45##"),
    "AF": ("93", ("70", "123", "45##"), "070 123 45##"),
    "IR": ("98", ("912", "345", "67##"), "0912 345 67##"),
    "EG": ("20", ("100", "12345##"), "010 012345##"),
    "GE": ("995", ("555", "12", "34", "##"), "555 12 34 ##"),
    "VN": ("84", ("912", "345", "6##"), "0912 345 6##"),
    "NP": ("977", ("984", "12345##"), "984-12345##"),
    "AM": ("374", ("77", "1234##"), "077 1234##"),
    "PK": ("92", ("301", "23456##"), "0301 23456##"),
    "NG": ("234", ("802", "123", "45##"), "0802 123 45##"),
    "GH": ("233", ("23", "123", "45##"), "023 123 45##"),
    "CD": ("243", ("991", "234", "5##"), "0991 234 5##"),
    "AO": ("244", ("923", "123", "4##"), ""),
    "MR": ("222", ("22", "12", "34", "##"), "22 12 34 ##"),
    "UZ": ("998", ("91", "234", "56", "##"), "91 234 56 ##"),
    "RO": ("40", ("712", "034", "5##"), "0712 034 5##"),
    "PH": ("63", ("905", "123", "45##"), "0905 123 45##"),
}
"""Country: country code, a mobile number's groups, how it is written inside the country ("" where that cannot be told from a
US number cut short). Plans: ITU and libphonenumber."""

_US_AREAS = (  # noqa: SIM905 - legible
    "201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 229 305 307 308 309 310 312 313 314 315 316 "
    "317 318 319 320 321 323 401 402 404 405 406 407 408 409 410 412 413 414 415 417 501 502 503 504 505 507 508 509 510 512 "
    "513 515 516 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 701 702 703 704 706 707 708 712 713 714 "
    "715 716 717 718 719 720 801 802 803 804 805 806 808 810 812 813 814 815 816 817 818 901 903 904 906 907 908 909 910 912 "
    "913 914 915 916 917 918 919 920"
).split()

_NAMES = (
    ("María Guadalupe", "de la Cruz Hernández"), ("José Ángel", "Núñez y Ávila"), ("Jean-Baptiste", "Désir"), ("Nadège", "St. Fleur"),
    ("Oluwaseun", "Adébáyọ̀"), ("Nguyễn Thị", "Hồng"), ("伟", "王"), ("Abdul Rahman", "bin Yusuf"), ("FNU", "Gulalai"), ("Soe", "Moe Thu"),
    ("Ayşe", "Yılmaz"), ("Олександр", "Шевченко"), ("محمد", "علی‌زاده"), ("ገብረመድህን", "ተስፋይ"), ("ਹਰਪ੍ਰੀਤ", "ਕੌਰ"), ("গৌতম", "দাস"),
    ("გიორგი", "ბერიძე"), ("Արմեն", "Սարգսյան"), ("João", "da Conceição"), ("O'Brien", "D’Souza"), ("Mohamed", "Abdi Warsame"), ("Siti", "LNU"),
    ("Aïssatou", "N'Diaye"), ("Ixchel", "Tz’utujil Ajpop"), ("Łukasz", "Żółć"), ("Þór", "Guðmundsson"), ("राम", "बहादुर"), ("Vo", "Ng"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Who:
    """What is true of one invented person. Phones and addresses are what they could have, not what every row tells."""

    reference: str
    first: str
    last: str
    born: date
    country: str
    us: tuple[str, str, str]
    home: tuple[str, ...]
    """The groups of a telephone number in the person's country, without country code."""
    email: str
    second_email: str
    attorney_email: str
    attorney_us: str

    @property
    def us_e164(self) -> str:
        return "+1" + self.us[0]

    def reached_at(self, us: str, email: str) -> Who:
        """Somebody else, for whom the same kinds of damage write other contacts: this person's attorney."""
        return replace(self, us=(us, us, us), email=email)

    @property
    def home_e164(self) -> str:
        return f"+{HOMES[self.country][0]}{''.join(self.home)}"


def us_number(random: Random) -> str:
    """Ten digits: a real area code and a number of 555-0100 to 555-0199, which nobody has."""
    return f"{random.choice(_US_AREAS)}55501{random.randrange(100):02}"


def somebody(random: Random, number: int, country: str | None = None) -> Who:
    country = country if country in HOMES else random.choice(sorted(HOMES))
    ending = f"{random.randrange(100):02}"
    first, last = random.choice(_NAMES)
    word = random.choice(("maria", "jose.luis", "o_brien", "k-tesfay", "li.wei", "a", "j.r.r", "fatima99", "pedro+avisos"))
    host = random.choice(("example.org", "example.com", "example.net", "mail.example.org", "correo.example.com"))
    return Who(
        reference=f"A0{30000000 + number * 7 + random.randrange(7):08}"[:10],
        first=first,
        last=last,
        born=date(1940, 1, 1) + timedelta(random.randrange(30200)),
        country=country,
        us=(us_number(random), us_number(random), us_number(random)),
        home=tuple(group.replace("##", ending) for group in HOMES[country][1]),
        email=f"{word}{number}@{host}",
        second_email=f"otro{number}@{host}",
        attorney_email=f"lawyer{number}@legal.example.org",
        attorney_us=us_number(random),
    )
