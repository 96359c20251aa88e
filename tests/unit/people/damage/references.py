"""A-numbers: A and nine digits, in every way that people and spreadsheets write them."""

from __future__ import annotations

from random import Random

from .kinds import Cell, Register, add
from .people import Who

REFERENCES: Register = {}
# {n} nine digits, {e} eight (without the zero), {a} {b} {c} three each
_STYLES = {
    "plain": "A{n}", "lower": "a{n}", "digits": "{n}", "eight": "{e}", "a_eight": "A{e}", "hyphens": "A{a}-{b}-{c}", "a_hyphens": "A-{a}-{b}-{c}", "hyphen": "A-{n}", "spaces": "A{a} {b} {c}", "a_spaces": "A {a} {b} {c}", "space": "A {n}", "dots": "A{a}.{b}.{c}", "a_dots": "A.{n}", "digits_hyphens": "{a}-{b}-{c}", "digits_spaces": "{a} {b} {c}", "float": "{n}.0",
    "eight_float": "{e}.0", "a_float": "A{n}.0", "hash": "A#{n}", "hash_spaced": "A# {n}", "hash_first": "#A{n}", "hash_alone": "#{n}", "label": "A-Number: A{n}", "label_alien": "Alien No. A{n}", "label_alien_number": "Alien Number {n}", "label_reg": "Alien Reg. No.: A{n}", "label_registration": "Alien Registration Number A{n}", "label_file": "File No. A{n}", "label_uscis": "USCIS# {n}", "label_a_no": "A No. {n}", "label_anum": "Anum {n}",
    "label_es": "Número A: {n}", "label_es_extranjero": "Número de extranjero A{n}", "label_es_no": "Nº A{n}", "label_id": "ID: A{n}", "apostrophe": "'{n}", "formula": '="A{n}"', "formula_digits": '="{n}"', "quoted": '"A{n}"', "brackets": "(A{n})", "square": "[A{n}]", "bracket_a": "(A) {n}", "bracket_a_tight": "(A){n}", "padded": "  A{n}  ", "nbsp": "A\u00a0{n}", "zero_width": "\u200bA{n}", "bidi": "\u202aA{n}\u202c", "en_dash": "A–{n}", "en_dashes": "A{a}–{b}–{c}", "minus": "A−{n}",
    "full_width": "Ａ{n}", "full_width_all": "{fw}", "arabic": "{ar}", "devanagari": "A{de}", "cyrillic_a": "А{n}", "greek_a": "Α{n}", "comma_behind": "A{n},", "dot_behind": "A{n}.", "slash": "A{a}/{b}/{c}", "underscores": "A_{n}", "twice": "A{n} / {n}", "twice_forms": "A{n}; A-{a}-{b}-{c}", "twice_eight": "A{n} ({e})", "line_break": "A{a}\n{b} {c}", "tab": "A\t{n}", "lower_hyphens": "a-{a}-{b}-{c}", "double_a": "AA{n}", "a_colon": "A:{n}", "thousands": "{e[0]}{e[1]},{e[2]}{e[3]}{e[4]},{e[5]}{e[6]}{e[7]}",
    "entity": "A&#45;{n}", "mojibake": "Aâ€“{n}", "superscript_free": "A{n}\u200d", "name_behind": "A{n} (principal)", "case_behind": "A{n} - lead", "a_spelled": "A {a} - {b} - {c}", "uneven": "A{a}{b[0]} {b[1]}{b[2]}{c}", "three_two": "A{n[0]}{n[1]} {n[2]}{n[3]}{n[4]} {n[5]}{n[6]}{n[7]}{n[8]}",
}  # fmt: skip


def _register() -> None:
    for name, template in _STYLES.items():
        REFERENCES[f"reference_{name}"] = lambda _, who, template=template: Cell(
            _styled(template, who.reference[1:]), who.reference
        )


def _styled(template: str, nine: str) -> str:
    table = lambda digits: nine.translate(str.maketrans("0123456789", digits))
    return template.format(
        n=nine,
        e=nine[1:],
        a=nine[:3],
        b=nine[3:6],
        c=nine[6:],
        fw="Ａ" + table("０１２３４５６７８９"),
        ar=table("٠١٢٣٤٥٦٧٨٩"),
        de=table("०१२३४५६७८९"),
    )


_register()


@add(REFERENCES)
def reference_power(_: Random, who: Who) -> Cell:
    eight = who.reference[2:]
    return Cell(f"{eight[0]}.{eight[1:]}E+07" if eight[-1] != "0" else eight, who.reference)


@add(REFERENCES)
def reference_power_rounded(_: Random, who: Who) -> Cell:
    """Digits are gone: it would be somebody else's number."""
    return Cell(f"{who.reference[2]}.{who.reference[3:6]}E+07", None)


@add(REFERENCES)
def reference_letter_o(_: Random, who: Who) -> Cell:
    return Cell("A" + who.reference[1:].replace("0", "O"), who.reference)


@add(REFERENCES)
def reference_letter_l(_: Random, who: Who) -> Cell:
    return Cell("A" + who.reference[1:].replace("1", "l"), who.reference)


@add(REFERENCES)
def reference_letter_i(_: Random, who: Who) -> Cell:
    return Cell("A-" + who.reference[1:].replace("1", "I"), who.reference)


_NEVER = ("", "n/a", "unknown", "A", "A#", "pending", "4280027", "A4280027", "A1042800275", "A04280027X", "A000000000", "000000000", "A042800275A042800276", "A042800275 / A042800276", "042800275, 042800276", "see file", "305-555-0123", "01/02/1990", "A04280?275", "A04280027", "SRC-21-123-45678", "078-05-1120X", "#REF!", "<script>", "A-042-800", "FIN 123456", "B042800275", "SSN 078-05-1120", "078-05-1120", "FIN 123456789", "1990-03-03", "01-02-1990", "Passport 123456789", "DOB 01.02.1990", "12 34", "A042800275?6", "042800275-042800276", "A0428002751", "1234567", "(305) 555-0123")  # fmt: skip


@add(REFERENCES)
def reference_never(random: Random, _: Who) -> Cell:
    """`A04280027` has eight digits, and a zero in front is what exports drop: read as 004280027."""
    text = random.choice(_NEVER)
    return Cell(text, "A004280027" if text == "A04280027" else None)
