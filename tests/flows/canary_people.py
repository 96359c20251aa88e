"""The marked people of the canary: everything about them can be told from anything else that there is."""

import re
from functools import cache

# What stands in « » is marked: the marks are taken off for the list, and no trace of what was in them may be found.
PEOPLE = [
    {  # told by SMS; everything of theirs is marked
        "a_number": "«A217903648»",
        "last_name": "«Quiñonbré»",
        "first_name": "«Zulémayra»",
        "middle_name": "«Ørstwique»",
        "date_of_birth": "«11-Feb-1977»",
        "country_of_birth": "VE",
        "nationality": "Venezuelan",
        "sex": "F",
        "language": "Spanish",
        "custody_status": "Released - Parole",
        "case_status": "«Prüfungskanari» pending",
        "phone": "«(213) 555-0147»",
        "phone_alt": "«+58 412 7736190»",
        "email": "«Zulemayra.Quinonbre»@example.org",
        "mailing_address": "7316 «Wrexblüthen» Hollow, «Pondichéra», TX 78701",
        "attorney": "«Thaddéus» «Crumplehörn»",
        "attorney_contact": "«t.crumplehorn»@legal.example.com / «(312) 555-0163»",
        "contact_notes": "speaks some English; neighbour «Brundelquíst» knows",
    },
    {  # a letter handed over; a name in Arabic script
        "a_number": "«046 112 957»",
        "last_name": "«المرزوقيان»",
        "first_name": "«لطيفةهناء»",
        "date_of_birth": "«1969 Aug 23»",
        "nationality": "Syrian",
        "language": "Arabic",
        "custody_status": "Detained",
        "detention_facility": "«Kwiatkówmere» Detention Center, Batavia, NY 14000",
        "phone": "«(404)555-0129» (mother)",
        "attorney_contact": "«h.vondermuhll»@legal.example.com",
    },
    {  # told by e-mail, which is taken and never heard of again; a name in Han script
        "a_number": "«A098441736»",
        "last_name": "«欧阳赫萱»",
        "first_name": "«慕容嘉欣»",
        "date_of_birth": "«04.30.1988»",
        "nationality": "China",
        "language": "Mandarin",
        "custody_status": "Released",
        "email": "«mù.róng.jiaxin»@example.org, «murong8841»@example.net",
    },
    {  # a letter by post
        "a_number": "«A-203-771-945»",
        "last_name": "«Fjällräven-Ngụyễn»",
        "first_name": "«Jéan-Wídmaer»",
        "date_of_birth": "«December 7th, 1993»",
        "nationality": "Haitian",
        "language": "Kreyòl",
        "custody_status": "Released - ATD",
        "mailing_address": "«90417 Mückenbruch» Road, «Østervåle», MD 61925",
    },
    {  # hostile in every cell that takes a text; a letter by post
        "a_number": "«A055390281»",
        "last_name": "«Drôptable»'); DROP TABLE person; --",
        "first_name": '«{0.__class__}Vörmat» %s %n ${«jndiKänari»} "quoted"',
        "middle_name": "[bold red]«Märkupson»[/] <script>alert('«scríptella»')</script>",
        "date_of_birth": "1990-02-31 «Nodatemärz»",
        "language": "Portuguese",
        "custody_status": "Released",
        "case_status": '=HYPERLINK("http://example.org/«linkmärkchen»")',
        "phone": "«(646) 555-0171» ext 99317",
        "mailing_address": "../../etc/«passwórdia»\n2nd line «Zeilenümbruch», NY 10001",
        "contact_notes": "\u202e«umgedrehtés» \\u00e9 \\x00 " + "«wiederhölung» " * 900,
    },
    {  # words that no column knows: held
        "a_number": "«A208110593»",
        "last_name": "«Unbekánnter»",
        "country_of_birth": "«Xandrovía»",
        "nationality": "«Qüeerland»",
        "sex": "«Sexusmärk»",
        "language": "«Sprachlósisch»",
        "custody_status": "«Custodiamärk»",
        "detention_facility": "«Einrichtúngo»",
        "email": "«weird+tag.märkung»@example.org",
    },
    {  # the number is refused, so the e-mail is tried
        "a_number": "«A231664097»",
        "last_name": "«Vyshnevölska»",
        "first_name": "«Oleksándrynka»",
        "nationality": "UA",
        "language": "English",
        "custody_status": "Released",
        "phone": "«(503) 555-0186»",
        "email": "«o.vyshnevolska»@example.com",
    },
    {"a_number": "«A219870034»", "last_name": "«Bartholomäus»", "language": "English", "phone": "«(505) 555-0137»"},
    {"a_number": "«A219870034»", "last_name": "«Wenceslása»", "phone": "«+44 7911 123987»"},  # one number, two names: held
    {  # its SMS is taken, without an answer or a receipt, ever: unknown
        "a_number": "«A077215683»",
        "last_name": "«Krzyżanówska»",
        "first_name": "«Małgorzatina»",
        "nationality": "Poland",
        "language": "French",
        "custody_status": "Released",
        "phone": "«(718) 555-0158»",
    },
    {  # refused: no such reference number
        "a_number": "«REF-Überlänge-77»",
        "last_name": "«Abgewiesène»",
        "first_name": "«Refusándro»",
        "phone": "«(415) 555-0112»",
        "email": "«abgewiesen.r»@example.org",
        "contact_notes": "call «Tiburónquez»",
    },
    {"last_name": "«Namenlösner»", "phone": "«(702) 555-0195»", "mailing_address": "«Niemandsländ» 5"},  # refused: none at all
]
TWO_CELLS_TOO_MANY = ["«Zuvielzellén»", "«Nochmehrzellén»"]
NORMALISED = ["1977-02-11", "1969-08-23", "1988-04-30", "1993-12-07", "A046112957", "203771945"]
"""What reading makes of marked cells, where it is not just digits."""

FATES = {"+15035550186": "refused", "+17185550158": "lost_forever", "murong8841@example.net": "undelivered"}
"""What the sandbox does to some of them. The others are delivered."""


def unmarked(cell):
    return cell.replace("«", "").replace("»", "")


def rows(header):
    yield header
    for number, person in enumerate(PEOPLE, start=1):
        yield [str(number), *(unmarked(person.get(name, "")) for name in header[1:])]
    yield [str(len(PEOPLE) + 1), "A219004417", *[""] * (len(header) - 2), *map(unmarked, TWO_CELLS_TOO_MANY)]


@cache
def marked():
    """Every marked value, once as it stands in the list, and its digits where it is a number."""
    cells = [cell for person in PEOPLE for cell in person.values()] + TWO_CELLS_TOO_MANY
    values = [value for cell in cells for value in re.findall("«(.+?)»", cell, re.DOTALL)]
    digits = [re.sub(r"\D", "", value) for value in values]
    return tuple(dict.fromkeys([*values, *(number for number in digits if len(number) >= 9), *NORMALISED]))
