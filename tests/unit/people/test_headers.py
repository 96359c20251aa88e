"""Headers as lists write them: which are known, and whose a contact is said to be."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.model import Kind
from tidings.people import headers
from tidings.people.columns import Field
from tidings.people.headers import OWN_CONTACT, Told, read_header

KNOWN = {
    Field.REFERENCE: [
        "A#", "A-Num", "A-Number", "a_number", "A No.", "Alien #", "Alien File", "ALIEN REG. NO.", "AlienNumber", "EOIR ID", "USCIS #", "A-File", "Ref. No.",
        "Número A", "No. de extranjero", "N° étranger", "Referencia",
    ],
    Field.FULL_NAME: ["Name", "Full Name", "Name (Last, First)", "Last, First", "Client Name", "Nombre completo", "Apellidos y Nombres", "Nom et prénom", "Nome completo"],
    Field.FIRST_NAME: ["Fname", "F_Name", "First", "firstName", "Given Name(s)", "Nombre", "NOMBRES", "Primer nombre", "Prénom", "Primeiro nome"],
    Field.MIDDLE_NAME: ["MI", "Middle", "M. Name", "Segundo nombre", "Nome do meio"],
    Field.LAST_NAME: ["Lname", "LastName", "Surname", "Family Name", "Apellido Paterno", "Apellido Materno", "Ap. Paterno", "Apellidos", "Nom de famille", "Sobrenome"],
    Field.DATE_OF_BIRTH: [
        "DOB", "D.O.B.", "Date of Birth", "dateOfBirth", "BirthDate", "Birth Dt.", "DOB (mm/dd/yyyy)", "Fecha de Nacimiento", "Fecha Nac.", "F. Nac.", "fec_nac",
        "Date de naissance", "Né(e) le", "Data de nascimento", "Data Nasc.",
    ],
    Field.BIRTH_COUNTRY: ["COB", "Country of Birth", "Birth Country", "POB", "CoO", "Country of Origin", "País de nacimiento", "Lugar de Nac.", "Pays d'origine", "Naturalidade"],
    Field.NATIONALITY: ["COC", "Nat'lty", "Nationality", "Citizenship", "Ctzn", "Country of Citizenship", "Nacionalidad", "Ciudadanía", "Nationalité", "Nacionalidade"],
    Field.LANGUAGE: ["Lang Pref", "Lang.", "Language(s)", "Preferred Language", "Mother Tongue", "Interpreter Language", "language_1", "Idioma", "Lengua materna", "Langue maternelle", "Idioma falado"],
    Field.CUSTODY: ["Custody", "Det. Status", "In Custody?", "Detained (Y/N)", "Estado de detención"],
    Field.FACILITY: ["DCO", "Detained at", "Facility", "Det Loc", "Detention Fac.", "Centro de detención", "Lieu de détention"],
    Field.PHONE: [
        "Tel.", "tel. 1", "phone_2", "Phone #2", "Ph.", "Cell", "CellPhone", "Mobile No.", "Home phone", "WhatsApp no.", "Teléfono", "Móvil", "Cel", "No. de teléfono",
        "Nro. Telefono", "N° de téléphone", "Portable", "Telemóvel", "Phone / Email", "clientPhone",
    ],
    Field.EMAIL: ["E-mail", "eMail", "e_mail_address", "E-mail #2", "Correo", "Correo electrónico", "Courriel", "Adresse e-mail", "Endereço de email"],
    Field.ADDRESS: ["Domicilio", "Mailing Addr.", "Address 2", "Street", "Apt #", "City/State/Zip", "ZIP", "Dirección", "Código Postal", "Code postal", "Endereço", "CEP"],
    Field.ATTORNEY: ["Attorney", "Atty", "G-28 rep", "Legal Rep.", "Attorney of Record", "Law Firm", "Abogado", "Abogado/a", "Nombre del abogado", "Avocat(e)", "Advogado"],
    Field.ATTORNEY_CONTACT: [
        "Atty Ph", "Attorney: phone", "Attorney E-mail", "Rep. Phone", "G-28 Phone", "Teléfono del abogado", "Correo abogado", "Tél. avocat", "E-mail do advogado", "Firm phone",
    ],
    Field.NOTES: ["remarks", "Notes", "Comments", "Safe to contact?", "Observaciones", "Remarques", "Obs.", "Phone notes"],
}  # fmt: skip

NOT_READ = {
    Kind.REFERENCE: ["Subject ID", "Individual ID", "ProGres ID", "FINS #", "Case No.", "Receipt Number", "Passport No", "I-94", "Expediente", "N° dossier", "CPF"],
    Kind.CASE: ["PoE", "Hearing Date", "Next hearing date", "Arrival Date", "Date of Entry", "Book-in Date", "Encounter date", "Fecha de audiencia", "Date d'arrivée", "Data de entrada", "Court"],
    Kind.SEX: ["Gender", "Sexo", "M/F"],
    Kind.LANGUAGE: ["Interpreter", "Interpreter needed", "Needs interpreter?"],
    Kind.ATTORNEY: ["Represented (Y/N)", "Has attorney?"],
    Kind.OTHER: ["phone_type", "Marital status", "Religion", "Specific needs", "DO phone", "Consent", "Camp", "CoA"],
    None: ["#", "No.", "Row", "S/N", "Seq #"],
}  # fmt: skip

OF_THE_PERSON = {
    "Client's cell (2)": Field.PHONE,
    "subject_dob": Field.DATE_OF_BIRTH,
    "client last name": Field.LAST_NAME,
    "applicantDOB": Field.DATE_OF_BIRTH,
    "Phone (home)": Field.PHONE,
    "Alt. phone": Field.PHONE,
    "Secondary e-mail": Field.EMAIL,
    "Other phone": Field.PHONE,
    "tel_casa": Field.PHONE,
}

CLOSE = {
    "fecha de nacimento": Field.DATE_OF_BIRTH,
    "Date of Brith": Field.DATE_OF_BIRTH,
    "Nacionalidd": Field.NATIONALITY,
    "Telefno": Field.PHONE,
    "Adress": Field.ADDRESS,
    "Last Nmae": Field.LAST_NAME,
    "Alien Numbr": Field.REFERENCE,
    "Lenguage": Field.LANGUAGE,
}

SOMEBODY_ELSES = [
    "Emergency contact phone", "Emergncy Contact Tel.", "Emergency Contact", "ICE phone", "Mother's phone", "Phone (mother)", "Cell Phone - Wife", "Parent/Guardian Phone", "Sponsor phone", "Sponsor's e-mail",
    "US Sponsor Address", "Relative tel", "NOK phone", "Next-of-kin Tel", "POC phone", "US contact phone", "Contact person phone", "Case manager email", "Caseworker Phone", "Social worker phone",
    "Deportation Officer Phone", "ICE officer email", "Facility phone", "Shelter phone", "Interpreter phone", "Employer phone", "Friend's cell", "Host family phone", "Referring agency phone",
    "Tel. familiar", "Teléfono de emergencia", "Contacto de emergencia", "Celular mamá", "Tel. del fiador", "Teléfono de la madre", "Téléphone de la mère", "Contact d'urgence (tél.)", "Tél. garant",
    "Contato emergência", "Telefone do responsável", "Celular da mãe", "Consulate phone", "Child phone", "Guardian email", "Bond obligor address",
]  # fmt: skip
ATTORNEYS = [
    "Attoney phone", "Attorny e-mail", "atty cell", "counsel_ph", "Legal Rep. Tel.", "phone_attorney", "Phone of attorney", "G28 Attorney Phone", "Lawyer's Phone #2", "Abogado - Tel.", "Tel. de la abogada",
    "Mobile de l'avocat", "Avocate tél", "Tel. advogada", "Rep ph", "Law office phone", "Abogda tel",
]  # fmt: skip
OF_NOBODY_KNOWN = ["work phone", "message phone", "Destination phone", "Phone in care of", "Tel. trabajo", "contact phone", "Phone number of person in US", "tel_abg", "c/o address", "Personne à contacter (tél)"]


@pytest.mark.parametrize(("field", "header"), [(field, header) for field, spellings in KNOWN.items() for header in spellings])
def test_a_known_header_is_its_field(field, header):
    heading = read_header(header)
    assert (heading.told, heading.field) == (Told.EXACT, field)


@pytest.mark.parametrize(("kind", "header"), [(kind, header) for kind, spellings in NOT_READ.items() for header in spellings])
def test_what_is_known_and_not_read_still_has_its_kind(kind, header):
    heading = read_header(header)
    assert (heading.told, heading.field, heading.kind) == (Told.EXACT, None, kind)


@pytest.mark.parametrize("header", OF_THE_PERSON)
def test_words_for_the_person_or_for_which_of_several_leave_the_field(header):
    heading = read_header(header)
    assert heading.field is OF_THE_PERSON[header]
    assert heading.told in (Told.EXACT, Told.OWN, Told.WHICH)


@pytest.mark.parametrize("header", CLOSE)
def test_a_slip_is_seen_through_and_never_taken_for_known(header):
    heading = read_header(header)
    assert (heading.told, heading.field) == (Told.CLOSE, CLOSE[header])


@pytest.mark.parametrize("header", SOMEBODY_ELSES)
def test_what_is_somebody_elses_is_no_contact_of_the_person_nor_of_an_attorney(header):
    heading = read_header(header)
    assert heading.field is None
    assert heading.told in (Told.ELSE, Told.PARTLY)


@pytest.mark.parametrize("header", ATTORNEYS)
def test_an_attorneys_contact_is_never_the_persons_own(header):
    assert read_header(header).field not in OWN_CONTACT


@pytest.mark.parametrize("header", OF_NOBODY_KNOWN)
def test_a_contact_beside_a_word_that_nobody_knows_is_nobodys_until_somebody_says_so(header):
    heading = read_header(header)
    assert heading.field not in OWN_CONTACT
    assert heading.told in (Told.PARTLY, Told.ELSE)


@pytest.mark.parametrize("header", ["Date", "Fecha", "date of death", "Next hearing dt.", "Interview Date/Time", "Fecha de cita", "Date d'audience", "Data"])
def test_a_date_that_is_not_said_to_be_of_a_birth_never_is_one(header):
    assert read_header(header).field is None


@pytest.mark.parametrize("header", ["Phone type", "Phone OK?", "email consent", "Phone country code", "Email verified", "Language code verified", "phone owner", "Tel. ext"])
def test_a_column_about_a_contact_is_no_contact(header):
    assert read_header(header).field is None


@pytest.mark.parametrize("header", ["", "   ", "Año", "A", "Quux", "Juan Pérez", "***", "\u202e"])
def test_what_nobody_knows_is_not_read(header):
    heading = read_header(header)
    assert (heading.told, heading.field, heading.kind) == (Told.NOTHING, None, Kind.OTHER)


@pytest.mark.parametrize("header", ["Country", "País", "Pays", "Origin"])
def test_a_word_for_two_things_is_said_to_be_one(header):
    assert read_header(header).told is Told.TWO_THINGS


@given(st.text(max_size=200))
def test_any_header_at_all_is_answered_in_our_own_words(text):
    heading = read_header(text)
    canary = "".join(char for char in text if char.isalpha())
    assert len(canary) < 12 or canary not in heading.why


def test_no_spelling_has_two_meanings():
    file = Path(headers.__file__).with_name("headers.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    meanings = Counter()
    for number, entry in enumerate(data["header"]):
        meanings.update({(" ".join(headers._words(spelling)), number) for spelling in entry["headers"]})
    twice = [word for word, count in Counter(word for word, _ in meanings).items() if count > 1]
    assert twice == []
