"""Invented lists as agencies and NGOs make them: a header, values by column, and what each column is.

Every value is made up; numbers are from the ranges set aside for fiction where a country has them.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

FIRST = "Ana Luis María José Carmen Miguel Rosa Juan Elena Pedro Lucía Óscar Yolanda Marvin Kevin Wilmer Fátima Amina Jean Marie Oleksandr Priya".split()  # noqa: SIM905
LAST = "Hernández Pardo Espinal Rueda Bustos Lemus Quispe Mamani Toussaint Baptiste Kovalenko Singh Diallo Traoré da-Silva Souza Ortega Velásquez Ixcoy Tum".split()  # noqa: SIM905
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

    def address(self, _):
        return f"{self.random.randrange(10, 9999)} {self.pick(*STREETS)}, {self.pick(*CITIES)}, GA {self.random.randrange(10000, 99999)}"

    def street(self, _):
        return f"{self.random.randrange(10, 9999)} {self.pick(*STREETS)}"

    def city(self, _):
        return self.pick(*CITIES)

    def state(self, _):
        return self.pick("GA", "TX", "NY", "CA")

    def zip(self, _):
        return f"{self.random.randrange(10000, 99999)}"

    def note(self, _):
        return self.pick("do not leave a voicemail, please", "only call after six in the evening", "speaks some English, reads a little", "")

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


@dataclass(frozen=True)
class List:
    """`columns`: (header, kind of value, what it is: a field's name, or "" for not read)."""

    columns: tuple[tuple[str, str, str], ...]
    ask: frozenset[str] = frozenset()
    """Headers about which it must be asked."""

    @property
    def header(self):
        return tuple(header for header, _, _ in self.columns)

    def rows(self, count=60, seed=1):
        values = Values(seed)
        for row in range(count):
            attorney = values.random.randrange(-6, 6)
            yield [values.of(kind, row, attorney) for _, kind, _ in self.columns]


LISTS = {
    "an agency's export": List((
        ("RECORD_NO", "row", ""), ("A#", "a_number", "reference"), ("LNAME", "last", "last_name"), ("FNAME", "first", "first_name"), ("DOB", "birth", "date_of_birth"),
        ("COB", "country_code", "birth_country"), ("COC", "country_code", "nationality"), ("SEX", "sex", ""), ("LANG PREF", "language", "language"), ("CUST STATUS", "custody", "custody"), ("DCO", "facility", "facility"),
        ("PoE", "city", ""), ("ENTRY DATE", "lately", ""), ("Atty Name", "their_name", "attorney"), ("Atty Ph", "their_phone", "attorney_contact"), ("Remarks", "note", "notes"),
    )),
    "a court's": List((
        ("EOIR ID", "a_number_plain", "reference"), ("Alien Name", "last_first", "full_name"), ("Nat'lty", "nationality", "nationality"), ("Language", "language", "language"), ("Next Hearing Date", "ahead", ""),
        ("Hearing Location", "city", ""), ("Judge", "full", ""), ("Detained (Y/N)", "yes_no", ""), ("G-28 rep", "their_name", "attorney"), ("G-28 E-mail", "their_email", "attorney_contact"), ("NTA Date", "lately", ""),
    ), frozenset({"Detained (Y/N)"})),
    "a registration of refugees": List((
        ("Individual ID", "other_number", ""), ("A-Num", "a_number", "reference"), ("Registration group", "other_number", ""), ("Full Name", "full", "full_name"), ("Date of Birth", "birth_iso", "date_of_birth"), ("Sex", "sex", ""),
        ("CoO", "country_code", "birth_country"), ("CoA", "country_code", ""), ("Nationality", "nationality", "nationality"), ("Mother tongue", "language", "language"), ("Arrival date", "lately", ""), ("Marital status", "marital", ""),
        ("Relationship to FP", "relationship", ""), ("Phone number", "phone_abroad", "phone"), ("Specific needs", "note", ""),
    )),
    "a shelter's sign-in sheet": List((
        ("No.", "row", ""), ("Alien #", "a_number", "reference"), ("Nombre completo", "full", "full_name"), ("País", "pais", "nationality"), ("Fecha de nacimiento", "birth_day_first", "date_of_birth"), ("Cel / WhatsApp", "phone", "phone"),
        ("Idioma", "idioma", "language"), ("Fecha de llegada", "lately", ""), ("Contacto de emergencia", "full", ""), ("Tel. de emergencia", "phone", ""), ("Firma", "empty", ""),
    ), frozenset({"País", "Tel. de emergencia"})),
    "a law clinic's export": List((
        ("Matter ID", "other_number", ""), ("Client: Last Name", "last", "last_name"), ("Client: First Name", "first", "first_name"), ("Client A Number", "a_number", "reference"), ("Client DOB", "birth_iso", "date_of_birth"), ("Client: Cell Phone", "phone", "phone"),
        ("Client: Email", "email", "email"), ("Street", "street", "address"), ("City", "city", "address"), ("State", "state", "address"), ("Zip", "zip", "address"), ("Attorney", "their_name", "attorney"), ("Attorney: phone", "their_phone", "attorney_contact"),
        ("Attorney: e-mail", "their_email", "attorney_contact"), ("Date Opened", "lately", ""), ("Case Notes", "note", "notes"),
    )),
    "an attorney before a plain phone": List((
        ("A Number", "a_number", "reference"), ("Name", "full", "full_name"), ("Attorney", "their_name", "attorney"), ("Phone", "their_phone", "attorney_contact"), ("Email", "their_email", "attorney_contact"),
    ), frozenset({"Phone", "Email"})),
    "an attorney before the client's own phone": List((
        ("A Number", "a_number", "reference"), ("Name", "full", "full_name"), ("Attorney", "their_name", "attorney"), ("Phone", "phone", "phone"),
    )),
    "relatives and sponsors": List((
        ("Alien No", "a_number", "reference"), ("Surname", "last", "last_name"), ("Given Names", "first", "first_name"), ("Phone (home)", "phone", "phone"), ("Sponsor", "full", ""), ("Sponsor phone", "phone", ""), ("Sponsor Address", "address", ""),
        ("Mother's name", "full", ""), ("Mother's phone", "phone", ""), ("phone_type", "phone_type", ""), ("Best phone", "phone", "phone"), ("Message phone", "phone", ""),
    ), frozenset({"Sponsor phone", "Sponsor Address", "Mother's phone", "Message phone"})),
    "in French": List((
        ("N° dossier", "other_number", ""), ("Numéro d'étranger", "a_number", "reference"), ("Nom", "one_last", "last_name"), ("Prénom", "first", "first_name"), ("Date de naissance", "birth_day_first", "date_of_birth"), ("Nationalité", "pays", "nationality"),
        ("Langue maternelle", "langue", "language"), ("Tél.", "phone_fr", "phone"), ("Courriel", "email", "email"), ("Avocat", "their_name", "attorney"), ("Tél. avocat", "their_phone", "attorney_contact"), ("Date d'arrivée", "lately", ""), ("Remarques", "note", "notes"),
    )),
    "in Portuguese": List((
        ("Nº", "row", ""), ("Número de estrangeiro", "a_number", "reference"), ("Nome completo", "full", "full_name"), ("Data de nascimento", "birth_day_first", "date_of_birth"), ("Nacionalidade", "pais", "nationality"), ("Idioma", "idioma", "language"), ("Celular", "phone", "phone"),
        ("E-mail", "email", "email"), ("Endereço", "address", "address"), ("Advogado", "their_name", "attorney"), ("Telefone do advogado", "their_phone", "attorney_contact"), ("Obs.", "note", "notes"), ("Data de entrada", "lately", ""),
    )),
    "in Spanish, of a detention monitor": List((
        ("A-Número", "a_number", "reference"), ("Apellido Paterno", "one_last", "last_name"), ("Apellido Materno", "one_last", "last_name"), ("Nombres", "first", "first_name"), ("F. Nac.", "birth_day_first", "date_of_birth"), ("Lugar de nacimiento", "pais", "birth_country"),
        ("Nacionalidad", "pais", "nationality"), ("Estado de custodia", "custodia", "custody"), ("Centro de detención", "facility", "facility"), ("Domicilio", "address", "address"), ("Móvil", "phone", "phone"), ("Correo", "email", "email"), ("Abogado", "their_name", "attorney"),
        ("Tel. abogado", "their_phone", "attorney_contact"), ("Color de pulsera", "word", ""), ("Fecha de audiencia", "ahead", ""), ("Observaciones", "note", "notes"),
    )),
    "headers that lie": List((
        ("A Number", "birth", ""), ("Last Name", "a_number", ""), ("First Name", "last", "first_name"), ("Date of Birth", "ahead", ""), ("Phone", "email", ""), ("Email", "phone", ""), ("Language", "nationality", ""), ("Nationality", "language", ""), ("ID", "birth", ""), ("Sex", "phone", ""), ("#", "email", ""),
    ), frozenset({"A Number", "Last Name", "Date of Birth", "Phone", "Email", "Language", "Nationality", "ID", "Sex", "#"})),
    "a spreadsheet with day numbers": List((
        ("alien_id", "a_number", "reference"), ("client_name", "full", "full_name"), ("birth_dt", "birth_day_number", "date_of_birth"), ("intake_date", "lately", ""), ("tel_1", "phone", "phone"), ("tel_2", "empty", "phone"), ("zip", "zip", "address"),
    )),
}  # fmt: skip
