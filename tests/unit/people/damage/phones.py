"""Telephone cells. What is right: every number that is whole and has one reading. A number that lost digits, or got some, is
no number; what a row's own country decides is read (the issue: "with the region from the row").
"""

from __future__ import annotations

from random import Random

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from .kinds import Cell, Register, add
from .people import HOMES, Who

PHONES: Register = {}
_DIGITS = {
    "full_width": "０１２３４５６７８９", "arabic_indic": "٠١٢٣٤٥٦٧٨٩", "persian": "۰۱۲۳۴۵۶۷۸۹", "devanagari": "०१२३४५६७८९",
    "bengali": "০১২৩৪৫৬৭৮৯", "gurmukhi": "੦੧੨੩੪੫੬੭੮੯", "burmese": "၀၁၂၃၄၅၆၇၈၉", "bold": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
}  # fmt: skip

# --- One US number, {a} area, {b} exchange, {c} line -------------------------------------------------------------------------
_US_STYLES = {
    "us_hyphens": "{a}-{b}-{c}", "us_brackets": "({a}) {b}-{c}", "us_brackets_tight": "({a}){b}-{c}", "us_brackets_double": "(({a})) {b}-{c}",
    "us_dots": "{a}.{b}.{c}", "us_slash": "{a}/{b}-{c}", "us_slashes": "{a}/{b}/{c}", "us_spaces": "{a} {b} {c}", "us_bare": "{a}{b}{c}",
    "us_underscores": "{a}_{b}_{c}", "us_stars": "{a}*{b}*{c}", "us_middots": "{a}·{b}·{c}", "us_bullets": "{a}•{b}•{c}",
    "us_wide_spaced": "{a}  -  {b}  -  {c}", "us_spaced_hyphens": "{a} - {b} - {c}", "us_double_hyphens": "{a}--{b}--{c}",
    "us_en_dash": "{a}–{b}–{c}", "us_em_dash": "{a}—{b}—{c}", "us_minus_sign": "{a}−{b}−{c}", "us_hard_hyphen": "{a}‑{b}‑{c}",
    "us_nbsp": "{a}\u00a0{b}\u00a0{c}", "us_thin_space": "{a}\u2009{b}\u202f{c}", "us_zero_width": "{a}\u200b-{b}\u200b-{c}",
    "us_soft_hyphen": "{a}\u00ad{b}\u00ad{c}", "us_bom": "\ufeff{a}-{b}-{c}", "us_bidi": "\u202d{a}-{b}-{c}\u202c", "us_isolate": "\u2066{a}-{b}-{c}\u2069",
    "us_tab": "{a}\t{b}\t{c}", "us_one": "1-{a}-{b}-{c}", "us_one_brackets": "1 ({a}) {b}-{c}", "us_one_tight": "1({a}){b}-{c}", "us_one_dots": "1.{a}.{b}.{c}",
    "us_plus": "+1{a}{b}{c}", "us_plus_spaced": "+ 1 {a} {b} {c}", "us_plus_hyphen": "+1-{a}-{b}-{c}", "us_plus_brackets": "+1 ({a}) {b}-{c}",
    "us_bracket_plus": "(+1) {a}-{b}-{c}", "us_bracket_one": "(1) {a}-{b}-{c}", "us_all_bracketed": "(+1-{a}-{b}-{c})", "us_plus_full_width": "＋1 {a} {b} {c}",
    "us_00": "001{a}{b}{c}", "us_00_hyphens": "00-1-{a}-{b}-{c}", "us_011": "011 1 {a} {b} {c}", "us_plus_00": "+001{a}{b}{c}", "us_plus_011": "+011 1 {a} {b} {c}",
    "us_plus_zero": "+01 {a} {b} {c}", "us_double_plus": "++1 {a} {b} {c}", "us_square": "[{a}] {b}-{c}", "us_braces": "{{{a}}} {b}-{c}",
    "us_spelled_out": "{a[0]} {a[1]} {a[2]} {b[0]} {b[1]} {b[2]} {c[0]} {c[1]} {c[2]} {c[3]}",
    "us_float": "{a}{b}{c}.0", "us_float_two": "{a}{b}{c}.00", "us_float_comma": "{a}{b}{c},0", "us_one_float": "1{a}{b}{c}.0",
    "us_apostrophe": "'{a}{b}{c}", "us_formula": '="{a}{b}{c}"', "us_formula_plus": "=+1{a}{b}{c}", "us_quoted": '"{a}-{b}-{c}"', "us_curly_quotes": "“{a}-{b}-{c}”",
    "us_tel_uri": "tel:+1-{a}-{b}-{c}", "us_tel_uri_slashes": "tel://{a}{b}{c}", "us_sms_uri": "sms:+1{a}{b}{c}", "us_callto": "callto:1{a}{b}{c}", "us_wa_me": "https://wa.me/1{a}{b}{c}",
    "us_wa_api": "https://api.whatsapp.com/send?phone=1{a}{b}{c}", "us_html_entity": "{a}&#45;{b}&#45;{c}", "us_nbsp_entity": "{a}&nbsp;{b}&nbsp;{c}", "us_nbsp_lost_semicolon": "{a}&nbsp{b}&nbsp{c}",
    "us_html_tags": "<td>{a}-{b}-{c}</td>", "us_anchor": '<a href="tel:{a}{b}{c}">{a}-{b}-{c}</a>',
    "us_mojibake_dash": "{a}â€“{b}â€“{c}", "us_mojibake_nbsp": "{a}Â\xa0{b}Â\xa0{c}", "us_thousands": "{a[0]},{a[1]}{a[2]}{b[0]},{b[1]}{b[2]}{c[0]},{c[1]}{c[2]}{c[3]}",
    "us_trailing_comma": "{a}-{b}-{c},", "us_trailing_dot": "{a}-{b}-{c}.", "us_trailing_semicolon": "{a}-{b}-{c};", "us_trailing_slash": "{a}-{b}-{c} /", "us_leading_slash": "/ {a}-{b}-{c}",
    "us_label_cell": "cell: {a}-{b}-{c}", "us_label_c": "c: {a}-{b}-{c}", "us_label_m": "M. {a}-{b}-{c}", "us_label_h": "(h) {a}-{b}-{c}", "us_label_home_after": "{a}-{b}-{c} (home)", "us_label_cell_after": "{a}-{b}-{c} cell",
    "us_label_ph": "Ph# {a}-{b}-{c}", "us_label_no": "No. {a}-{b}-{c}", "us_label_tel_dot": "Tel. {a}-{b}-{c}", "us_label_telephone": "Telephone number: {a}-{b}-{c}", "us_label_slash": "tel/whatsapp: {a}-{b}-{c}",
    "us_label_es": "Teléfono: {a}-{b}-{c}", "us_label_celular": "celular {a} {b} {c}", "us_label_num": "núm. {a}-{b}-{c}", "us_label_movil": "Móvil: {a}-{b}-{c}", "us_label_fr": "Tél. : {a}-{b}-{c}", "us_label_portable": "portable {a}-{b}-{c}",
    "us_label_pt": "Telefone: {a}-{b}-{c}", "us_label_ht": "telefòn: {a}-{b}-{c}", "us_label_ru": "тел. {a}-{b}-{c}", "us_label_ar": "هاتف: {a}-{b}-{c}", "us_label_fa": "تلفن {a}-{b}-{c}", "us_label_zh": "电话：{a}-{b}-{c}", "us_label_vi": "SĐT: {a}-{b}-{c}",
    "us_label_am": "ስልክ {a}-{b}-{c}", "us_label_hi": "फ़ोन: {a}-{b}-{c}", "us_emoji": "📞 {a}-{b}-{c}", "us_emoji_mobile": "📱{a}{b}{c}", "us_label_usa": "USA {a}-{b}-{c}", "us_label_usa_after": "{a}-{b}-{c} (USA)", "us_label_us_one": "US +1 {a}-{b}-{c}",
    "us_whatsapp": "WhatsApp {a}-{b}-{c}", "us_whatsapp_after": "{a}-{b}-{c} WhatsApp", "us_whatsapp_only": "{a}-{b}-{c} (WhatsApp only)", "us_wsp": "wsp {a}-{b}-{c}", "us_wa": "WA: {a}-{b}-{c}", "us_signal": "Signal: +1{a}{b}{c}",
    "us_mother": "({a}){b}-{c} (mother)", "us_mom": "mom: {a}-{b}-{c}", "us_sister_es": "{a}-{b}-{c} de su hermana", "us_care_of": "c/o Rosa Díaz {a}-{b}-{c}", "us_name_after": "{a}-{b}-{c} (Rosa)", "us_name_before": "Rosa Díaz: {a}-{b}-{c}",
    "us_brother_pt": "{a}-{b}-{c} (irmão)", "us_spouse_fr": "{a}-{b}-{c} - son mari", "us_friend": "friend's cell {a}-{b}-{c}", "us_shelter": "{a}-{b}-{c} (shelter, 2nd floor)", "us_attention": "attn: Ms. Lee {a}-{b}-{c}",
    "us_after_six": "call after 6pm {a}-{b}-{c}", "us_after_six_behind": "{a}-{b}-{c} call after 6pm", "us_hours": "{a}-{b}-{c} 9am-5pm", "us_hours_24": "{a}-{b}-{c} (08:00-17:00)", "us_hours_es": "{a}-{b}-{c} después de las 6", "us_hours_es_pm": "{a}-{b}-{c} de 9 a 5",
    "us_after_5_30": "after 5:30 p.m. {a}-{b}-{c}", "us_mon_fri": "{a}-{b}-{c} Mon-Fri 9-5", "us_best_number": "best number: {a}-{b}-{c}", "us_new_number": "NEW# {a}-{b}-{c}", "us_voicemail": "{a}-{b}-{c} leave voicemail", "us_speaks_spanish": "{a}-{b}-{c} speaks Spanish",
    "us_question": "{a}-{b}-{c} ?", "us_checked": "{a}-{b}-{c} ✓", "us_verified": "{a}-{b}-{c} (verified 10/2022)", "us_numbered": "1) {a}-{b}-{c}", "us_hash_one": "#1 {a}-{b}-{c}", "us_phone_one": "Phone 1: {a}-{b}-{c}", "us_tel1": "tel1 {a}-{b}-{c}", "us_cel_2": "cel. 2: {a}-{b}-{c}",
    "us_and_none": "{a}-{b}-{c} / none", "us_and_na": "{a}-{b}-{c}; N/A", "us_none_first": "n/a / {a}-{b}-{c}", "us_no_tiene_first": "casa: no tiene; cel: {a}-{b}-{c}", "us_plus_alone": "+ / {a}-{b}-{c}", "us_line_break": "{a}-\n{b}-{c}", "us_glued_label": "cel{a}{b}{c}",
    "us_label_plus_glued": "Tel+1{a}{b}{c}", "us_brackets_half": "{a}) {b}-{c}", "us_brackets_other_half": "({a} {b}-{c}", "us_hyphen_eaten": "{a}-{b}{c}", "us_second_hyphen_only": "{a}{b}-{c}", "us_leading_hyphen": "-{a}-{b}-{c}", "us_leading_dot": ".{a}.{b}.{c}",
    "us_equals": "= {a}-{b}-{c}", "us_script": "<script>alert(1)</script> {a}-{b}-{c}", "us_same_twice": "{a}-{b}-{c} / ({a}) {b}-{c}", "us_same_twice_plus": "{a}{b}{c}; +1{a}{b}{c}",
}  # fmt: skip

_EXTENSIONS = {
    "ext_dot": "{n} ext. 204", "ext_x": "{n}x204", "ext_x_spaced": "{n} x 204", "ext_x_dot": "{n} x.204", "ext_X": "{n} X204", "ext_hash": "{n} #204", "ext_hash_tight": "{n}#204", "ext_word": "{n} extension 204", "ext_comma": "{n}, ext 204",
    "ext_semicolon": "{n};ext=204", "ext_es": "{n} extensión 204", "ext_es_plain": "{n} extension: 204", "ext_anexo": "{n} anexo 204", "ext_interno": "{n} int. 204", "ext_ramal": "{n} ramal 204", "ext_poste": "{n} poste 204", "ext_ru": "{n} доб. 204",
    "ext_bracketed": "{n} (ext. 204)", "ext_bracketed_x": "{n} (x204)", "ext_rm": "{n} rm 204", "ext_room": "{n} room 12", "ext_apt": "{n} apt 4B", "ext_press": "{n} press 2", "ext_opcion": "{n} opción 2", "ext_ex": "{n} ex 204", "ext_exten": "{n} exten. 204", "ext_box": "{n} box 12",
    "ext_one_digit": "{n} x2", "ext_five": "{n} ext 20417", "ext_id": "{n} ID 5521", "ext_pin": "{n} PIN: 4471", "ext_comma_pause": "{n},,204",
}  # fmt: skip

_SEPARATORS = {
    "two_slash": "{m} / {n}", "two_slash_tight": "{m}/{n}", "two_comma": "{m}, {n}", "two_comma_tight": "{m},{n}", "two_semicolon": "{m}; {n}", "two_semicolon_tight": "{m};{n}", "two_bar": "{m} | {n}", "two_bar_tight": "{m}|{n}", "two_line_break": "{m}\n{n}",
    "two_crlf": "{m}\r\n{n}", "two_space": "{m} {n}", "two_or": "{m} or {n}", "two_and": "{m} and {n}", "two_amp": "{m} & {n}", "two_amp_tight": "{m}&{n}", "two_y": "{m} y {n}", "two_o": "{m} o {n}", "two_e": "{m} e {n}", "two_ou": "{m} ou {n}", "two_et": "{m} et {n}",
    "two_u": "{m} u {n}", "two_backslash": "{m} \\ {n}", "two_tab": "{m}\t{n}", "two_wide": "{m}     {n}", "two_hyphen": "{m} - {n}", "two_en_dash": "{m} – {n}", "two_bullet": "• {m} • {n}", "two_middot": "{m} · {n}", "two_plus_word": "{m} + {n}", "two_tilde": "{m} ~ {n}",
    "two_br": "{m}<br>{n}", "two_br_closed": "{m}<br/>{n}", "two_underscore": "{m} _ {n}", "two_star": "{m} * {n}", "two_double_slash": "{m} // {n}", "two_arabic_comma": "{m}، {n}", "two_ideographic_comma": "{m}、{n}", "two_full_width_slash": "{m}／{n}", "two_full_width_semicolon": "{m}；{n}",
    "two_labelled": "H: {m} C: {n}", "two_labelled_words": "home {m} cell {n}", "two_labelled_es": "casa: {m}, cel: {n}", "two_numbered": "1) {m} 2) {n}", "two_numbered_dot": "1. {m} 2. {n}", "two_lettered": "a) {m} b) {n}", "two_second_bracketed": "{m} ({n})", "two_both_bracketed": "({m}) ({n})",
    "two_alt": "{m} alt {n}", "two_alt_bracketed": "{m} (alt: {n})", "two_then": "{m} then {n}", "two_then_es": "{m}, luego {n}", "two_if_not": "{m}, if no answer {n}", "two_owner_each": "{m} (mother), {n} (brother)", "two_owner_words": "mother {m} father {n}", "two_extension_first": "{m} ext. 12 / {n}",
    "two_extension_both": "{m} x12; {n} x13", "two_hours_first": "{m} (9am-5pm) / {n} (after 6pm)", "two_quoted": '"{m}", "{n}"', "two_list": "[{m}, {n}]", "two_json": '["{m}", "{n}"]', "two_junk_last": "{m} / {n} / 000-000-0000", "two_junk_between": "{m} / n/a / {n}", "two_arrow": "{m} → {n}", "two_also": "{m} also {n}", "two_tambien": "{m} también {n}",
    "two_colon": "{m} : {n}", "two_greater": "{m} > {n}", "two_or_slash": "{m} and/or {n}", "two_y_o": "{m} y/o {n}",
}  # fmt: skip


def _styled(template: str, digits: str) -> str:
    return template.format(a=digits[:3], b=digits[3:6], c=digits[6:])


def _some_us(random: Random, digits: str) -> str:
    """A number in one of the ways that leave no doubt where it ends."""
    return _styled(
        random.choice(
            ("{a}-{b}-{c}", "({a}) {b}-{c}", "{a}.{b}.{c}", "+1{a}{b}{c}", "1-{a}-{b}-{c}", "{a}{b}{c}", "{a} {b} {c}")
        ),
        digits,
    )


def _register_styles() -> None:
    for name, template in _US_STYLES.items():
        PHONES[name] = lambda _, who, template=template: Cell(_styled(template, who.us[0]), (who.us_e164,))
    for name, template in _EXTENSIONS.items():
        PHONES[name] = lambda random, who, template=template: Cell(
            template.format(n=_styled(random.choice(("{a}-{b}-{c}", "({a}) {b}-{c}", "{a}{b}{c}")), who.us[0])), (who.us_e164,)
        )
    for name, template in _SEPARATORS.items():
        PHONES[name] = lambda random, who, template=template: Cell(
            template.format(m=_some_us(random, who.us[0]), n=_some_us(random, who.us[1])), (who.us_e164, "+1" + who.us[1])
        )
    for name, digits in _DIGITS.items():
        table = str.maketrans("0123456789", digits)
        PHONES[f"digits_{name}"] = lambda random, who, table=table: Cell(
            _some_us(random, who.us[0]).translate(table), (who.us_e164,)
        )
        PHONES[f"home_digits_{name}"] = lambda _, who, table=table: Cell(
            _home(who, "+{cc} {spaced}").translate(table), (who.home_e164,)
        )
    for name, template in _HOME_STYLES.items():
        PHONES[name] = lambda _, who, template=template: Cell(_home(who, template), (who.home_e164,))


# --- A number in the person's own country --------------------------------------------------------------------------------
_HOME_STYLES = {
    "home_plus": "+{cc}{digits}", "home_plus_spaces": "+{cc} {spaced}", "home_plus_hyphens": "+{cc}-{hyphened}", "home_plus_dots": "+{cc}.{dotted}", "home_00": "00{cc}{digits}", "home_00_spaces": "00 {cc} {spaced}", "home_011": "011{cc}{digits}", "home_011_spaces": "011 {cc} {spaced}",
    "home_011_hyphens": "011-{cc}-{hyphened}", "home_plus_011": "+011 {cc} {spaced}", "home_plus_00": "+00{cc}{digits}", "home_bracket_plus": "(+{cc}) {spaced}", "home_plus_bracket": "+({cc}) {spaced}", "home_plus_bracket_tight": "+({cc}){digits}", "home_bracket_code": "({cc}) {spaced}", "home_bracket_00": "(00{cc}) {spaced}",
    "home_bracket_011": "(011) {cc} {spaced}", "home_bracket_011_code": "(011-{cc}) {spaced}", "home_no_plus": "{cc}{digits}", "home_no_plus_spaces": "{cc} {spaced}", "home_no_plus_hyphens": "{cc}-{hyphened}", "home_no_plus_float": "{cc}{digits}.0", "home_plus_float": "+{cc}{digits}.0", "home_whatsapp": "WhatsApp +{cc} {spaced}",
    "home_whatsapp_after": "+{cc} {spaced} (WhatsApp)", "home_whatsapp_bare": "whatsapp {cc}{digits}", "home_wa_me": "https://wa.me/{cc}{digits}", "home_tel_uri": "tel:+{cc}-{hyphened}", "home_apostrophe": "'+{cc}{digits}", "home_formula": "=+{cc}{digits}", "home_formula_quoted": '="+{cc}{digits}"', "home_double_plus": "++{cc} {spaced}", "home_plus_spaced": "+ {cc} {spaced}",
    "home_full_width_plus": "＋{cc} {spaced}", "home_small_plus": "﹢{cc} {spaced}", "home_nbsp": "+{cc}\u00a0{spaced}", "home_bidi": "\u202a+{cc} {spaced}\u202c", "home_named": "Home country: +{cc} {spaced}", "home_code_named": "{country} +{cc} {spaced}", "home_code_after": "+{cc} {spaced} ({country})", "home_mother": "+{cc} {spaced} (mother)",
    "home_plus_last": "{cc} {spaced}+" , "home_spelled": "+{cc} {spelled}", "home_hours": "+{cc} {spaced} after 6pm", "home_mojibake": "+{cc}â€“{hyphened}", "home_escaped_plus": "%2B{cc}{digits}", "home_entity_plus": "&#43;{cc}{digits}", "home_word_plus": "plus {cc} {spaced}",
}  # fmt: skip


def _home(who: Who, template: str) -> str:
    return template.format(
        cc=HOMES[who.country][0], digits="".join(who.home), spaced=" ".join(who.home), hyphened="-".join(who.home), dotted=".".join(who.home),
        spelled=" ".join("".join(who.home)), country=who.country,
    )  # fmt: skip


_register_styles()
ONE_NUMBER = (*_US_STYLES, *_EXTENSIONS)
"""Kinds that are one US number, whoever's it is."""


@add(PHONES)
def us_pairs(_: Random, who: Who) -> Cell:
    """Digits in pairs. In Russia and Turkey mobile numbers are written so: then nobody can say whose number it is."""
    text = _styled("{a} {b} {c[0]}{c[1]} {c[2]}{c[3]}", who.us[0])
    mobile = {"RU": "9", "TR": "5"}.get(who.country, "-")
    return Cell(text, () if who.us[0].startswith(mobile) else (who.us_e164,))


@add(PHONES)
def home_trunk_zero(_: Random, who: Who) -> Cell:
    """`+90 (0) 501 …`: nobody dials that zero from abroad. Where a country's own numbers have no zero it is still the writer's
    habit: one reading only."""
    return Cell(_home(who, "+{cc} (0) {spaced}"), (who.home_e164,))


@add(PHONES)
def home_national(_: Random, who: Who) -> Cell:
    """As it is written inside the person's country, in that country's grouping: one reading. Peru's `912 345 678` is left
    out: a US number cut short looks the same."""
    written = HOMES[who.country][2].replace("##", who.home_e164[-2:])
    return Cell(written or "n/a", (who.home_e164,) if written else ())


@add(PHONES)
def home_power(_: Random, who: Who) -> Cell:
    """A spreadsheet's power with all digits."""
    digits = who.home_e164[1:]
    return Cell(f"{digits[0]}.{digits[1:]}E+{len(digits) - 1:02}", (who.home_e164,)) if digits[-1] != "0" else Cell("", ())


@add(PHONES)
def us_power(_: Random, who: Who) -> Cell:
    digits = "1" + who.us[0]
    return Cell(f"{digits[0]}.{digits[1:]}E+10", (who.us_e164,)) if digits[-1] != "0" else Cell("", ())


@add(PHONES)
def us_power_comma(_: Random, who: Who) -> Cell:
    digits = who.us[0]
    return Cell(f"{digits[0]},{digits[1:]}E+09", (who.us_e164,)) if digits[-1] != "0" else Cell("", ())


@add(PHONES)
def us_power_small_e(_: Random, who: Who) -> Cell:
    digits = who.us[0]
    return Cell(f"{digits[0]}.{digits[1:]}e+009", (who.us_e164,)) if digits[-1] != "0" else Cell("", ())


@add(PHONES)
def us_power_rounded(_: Random, who: Who) -> Cell:
    digits = who.us[0]
    return Cell(f"{digits[0]}.{digits[1:6]}E+09", ())


@add(PHONES)
def us_power_whole(_: Random, who: Who) -> Cell:
    return Cell(f"{who.us[0][0]}E+09", ())


@add(PHONES)
def us_letter_o(_: Random, who: Who) -> Cell:
    """Letters for digits: one reading, though a human checks it."""
    return Cell(_styled("{a}-{b}-{c}", who.us[0]).replace("0", "O"), (who.us_e164,))


@add(PHONES)
def us_letter_l(_: Random, who: Who) -> Cell:
    return Cell(_styled("{a}-{b}-{c}", who.us[0]).replace("1", "l"), (who.us_e164,))


@add(PHONES)
def us_letter_i_bare(_: Random, who: Who) -> Cell:
    return Cell(who.us[0].replace("1", "I"), (who.us_e164,))


@add(PHONES)
def us_eaten_float(_: Random, who: Who) -> Cell:
    """`305.555123`, as in the sample: somebody's replace(".0", "") ate more than a float's ending."""
    return Cell(f"{who.us[0][:3]}.555{who.us[0][7:]}", (who.us_e164,)) if who.us[0][6] == "0" else Cell("", ())


@add(PHONES)
def us_and_home(random: Random, who: Who) -> Cell:
    mark = random.choice((" / ", "; ", ", ", "\n", " or ", " y ", " "))
    return Cell(_some_us(random, who.us[0]) + mark + _home(who, "+{cc} {spaced}"), (who.us_e164, who.home_e164))


@add(PHONES)
def home_and_us(random: Random, who: Who) -> Cell:
    mark = random.choice((" / ", "; ", ", ", "\n", " or ", " y "))
    return Cell(_home(who, "+{cc}{digits}") + mark + _styled("({a}) {b}-{c}", who.us[0]), (who.home_e164, who.us_e164))


@add(PHONES)
def home_and_us_glued(_: Random, who: Who) -> Cell:
    return Cell(_home(who, "+{cc}{digits}") + "+1" + who.us[0], (who.home_e164, who.us_e164))


@add(PHONES)
def two_homes(_: Random, who: Who) -> Cell:
    return Cell(_home(who, "+{cc} {spaced} / 00{cc}{digits}"), (who.home_e164,))


@add(PHONES)
def three(random: Random, who: Who) -> Cell:
    mark = random.choice((" / ", "; ", ", ", "\n", " | "))
    return Cell(mark.join(_some_us(random, digits) for digits in who.us), tuple("+1" + digits for digits in who.us))


@add(PHONES)
def two_glued_brackets(_: Random, who: Who) -> Cell:
    return Cell("".join(_styled("({a}){b}-{c}", digits) for digits in who.us[:2]), (who.us_e164, "+1" + who.us[1]))


@add(PHONES)
def two_glued_digits(_: Random, who: Who) -> Cell:
    """Twenty digits that are two numbers in one way only: read, for a human to look at."""
    return Cell(who.us[0] + who.us[1], (who.us_e164, "+1" + who.us[1]))


@add(PHONES)
def old_mexican(random: Random, who: Who) -> Cell:
    if who.country != "MX":
        return Cell("", ())
    style = random.choice(
        (
            "+52 1 {}",
            "+521 {}",
            "+52 044 {}",
            "+52 045 {}",
            "+52 01 {}",
            "044 {}",
            "045 {}",
            "011 52 1 {}",
            "00521 {}",
            "+52 (1) {}",
            "+52 (044) {}",
        )
    )
    return Cell(style.format(" ".join(who.home)), (who.home_e164,))


_WITH_FAX = ("tel {n} fax {m}", "{n} / fax {m}", "fax {m}, tel {n}", "Fax: {m}; Tel: {n}", "{n} (fax {m})", "P: {n} F: fax {m}")
_OUT_OF_USE = (
    "{m} (old) / {n}",
    "old: {m}, new: {n}",
    "{n} (old number {m})",
    "{n}; {m} disconnected",
    "{m} - wrong number / {n}",
    "{n} / {m} (viejo)",
    "{n} / {m} ya no",
    "{m} no longer in service; {n}",
)


@add(PHONES)
def with_fax(random: Random, who: Who) -> Cell:
    """A fax machine is not a person's telephone, and stands where others read what it prints."""
    return Cell(
        random.choice(_WITH_FAX).format(n=_styled("{a}-{b}-{c}", who.us[0]), m=_styled("({a}) {b}-{c}", who.us[1])),
        (who.us_e164,),
    )


@add(PHONES)
def out_of_use(random: Random, who: Who) -> Cell:
    """A number that the cell itself calls old or wrong is somebody else's by now."""
    return Cell(
        random.choice(_OUT_OF_USE).format(n=_styled("{a}-{b}-{c}", who.us[0]), m=_styled("{a}-{b}-{c}", who.us[1])),
        (who.us_e164,),
    )


@add(PHONES)
def tel_fax(_: Random, who: Who) -> Cell:
    return Cell(_styled("tel/fax: {a}-{b}-{c}", who.us[0]), (who.us_e164,))


@add(PHONES)
def us_plus_without_one(random: Random, who: Who) -> Cell:
    """`+203-555-0116`: grouped as American, so it is. Without any grouping it may as well be Egyptian: then it is left out, unless
    no such number exists abroad, which `+305…` (Greece) shows.
    """
    if int(who.us[0][:3]) in COUNTRY_CODE_TO_REGION_CODE:
        return Cell("n/a", ())  # `+509-555-0123` may be a number in Haiti that was cut short
    return Cell(_styled(random.choice(("+{a}-{b}-{c}", "+({a}) {b}-{c}", "+{a} {b} {c}")), who.us[0]), (who.us_e164,))


@add(PHONES)
def receipt(random: Random, who: Who) -> Cell:
    return Cell(random.choice(("WAC", "SRC", "EAC", "LIN ", "MSC-")) + who.us[0], ())


@add(PHONES)
def with_date(random: Random, who: Who) -> Cell:
    when = random.choice(("2022-10-03", "10/03/2022", "10/3/22", "2022-11-28 09:30", "(as of 2022-10-03)", "updated 10/03/2022"))
    return Cell(_styled("{a}-{b}-{c} ", who.us[0]) + when, (who.us_e164,))


@add(PHONES)
def old_mexican_bare(random: Random, who: Who) -> Cell:
    if who.country != "MX":
        return Cell("", ())
    return Cell(random.choice(("521", "044", "045", "00521", "011521", "+521")) + "".join(who.home), (who.home_e164,))


@add(PHONES)
def mail_beside(_: Random, who: Who) -> Cell:
    return Cell(_styled("{a}-{b}-{c} ", who.us[0]) + who.email, (who.us_e164,))


# --- No number ------------------------------------------------------------------------------------------------------------
_NOTHING = (
    "", "n/a", "N/A", "none", "NULL", "-", "no tiene", "unknown", "see file", "no phone", "(   )   -", "()", "___-___-____", "000-000-0000", "0000000000", "1111111111", "9999999999", "999-999-9999", "123-456-7890", "1234567890",
    "(123) 456-7890", "555-555-5555", "+", "123", "555-01", "305-555-01", "+1", "+1 (   )", "0", "00", "911", "#N/A", "#REF!", "#VALUE!", "########", "pending", "disconnected", "changed", "does not know", "no sabe", "sin teléfono", "tbd", "?",
    "555-0123", "5550123", "1-800-FLOWERS", "1-800-CALL-NOW", "call attorney", "c/o facility", "A042800275", "042-800-275", "A 042 800 275", "DOB 01/02/1990", "1990-03-03", "03/04/1990", "12:30", "3.05555E+09", "1.3E+10", "PO Box 1234", "90210", "90210-1234",
    "12 Main St, Springfield, VA 22150", "ext. 204", "x204", "room 12", "$100", "1e5", "nan", "inf", "<script>alert(1)</script>", "=1+1", "+1+1", "@SUM(A1:A9)", "-2+3", "x", ".", "/", "\u200b", "(mother)", "same as above", '"', "idem", "ditto", "same", "mismo", "G-28", "I-589",
    "SSN 078-05-1120", "078-05-1120", "999-99-9999", "IMEI 356938035643809", "4111 1111 1111 1111", "4111111111111111", "192.168.100.200", "19.4326, -99.1332", "2022-11-28 09:30:00", "20221128093000",
)  # fmt: skip


@add(PHONES)
def nothing(random: Random, _: Who) -> Cell:
    return Cell(random.choice(_NOTHING), ())


@add(PHONES)
def us_short(random: Random, who: Who) -> Cell:
    """A digit is missing: whose number that would be, nobody can say."""
    return Cell(
        _styled(random.choice(("{a}-{b}-{c}", "{a}{b}{c}", "({a}) {b}-{c}", "1-{a}-{b}-{c}", "+1{a}{b}{c}")), who.us[0])[:-1], ()
    )


@add(PHONES)
def us_shorter(random: Random, who: Who) -> Cell:
    return Cell(
        _styled(random.choice(("{a}-{b}-{c}", "{a}{b}{c}", "({a}) {b}-{c}", "1-{a}-{b}-{c}", "+1{a}{b}{c}")), who.us[0])[:-2], ()
    )


@add(PHONES)
def us_no_area(_: Random, who: Who) -> Cell:
    return Cell(_styled("{b}-{c}", who.us[0]), ())


@add(PHONES)
def us_lost_first(_: Random, who: Who) -> Cell:
    return Cell(_styled("{a}-{b}-{c}", who.us[0])[1:], ())


@add(PHONES)
def us_long(random: Random, who: Who) -> Cell:
    """A digit too many: which one, nobody can say."""
    if who.us[0].startswith(HOMES[who.country][0]):
        return Cell("n/a", ())  # `505 5555 01234` is a whole number in Nicaragua
    return Cell(_styled(random.choice(("{a}-{b}-{c}", "{a}{b}{c}", "({a}) {b}-{c}")), who.us[0]) + random.choice("123456789"), ())


@add(PHONES)
def us_long_plus(random: Random, who: Who) -> Cell:
    return Cell("+1" + who.us[0] + random.choice("0123456789"), ())


@add(PHONES)
def us_long_middle(_: Random, who: Who) -> Cell:
    if who.us[0].startswith(HOMES[who.country][0]):
        return Cell("n/a", ())
    return Cell(_styled("{a}-{b}5-{c}", who.us[0]), ())


@add(PHONES)
def us_lost_digit_marks(random: Random, who: Who) -> Cell:
    """`305-555-01?3`, `305-555-01XX`: masked."""
    return Cell(_styled("{a}-{b}-{c}", who.us[0])[:-2] + random.choice(("??", "XX", "xx", "**", "__", "..", "--")), ())


@add(PHONES)
def us_masked_front(random: Random, who: Who) -> Cell:
    return Cell(random.choice(("***-***-", "xxx-xxx-", "(XXX) XXX-", "###-###-")) + who.us[0][6:], ())


@add(PHONES)
def us_bad_area(random: Random, who: Who) -> Cell:
    """No such area code: kept for a human, and no number that exists."""
    return Cell(random.choice(("555", "000", "111", "155")) + "-" + _styled("{b}-{c}", who.us[0]), ())


@add(PHONES)
def home_short(_: Random, who: Who) -> Cell:
    return Cell(_home(who, "+{cc} {spaced}")[:-2], ())


@add(PHONES)
def home_other_country(random: Random, who: Who) -> Cell:
    """Bare digits that would be another country's number: they are as well a US number with a slip."""
    other = random.choice([code for code in sorted(HOMES) if HOMES[code][0] not in (HOMES[who.country][0], "1", "7", "20")])
    code, groups = HOMES[other][0], HOMES[other][1]
    return Cell(code + "".join(groups).replace("##", "45"), ())


@add(PHONES)
def us_damaged_range(_: Random, who: Who) -> Cell:
    """`305-555-0123/4`: the first number is whole."""
    return Cell(_styled("{a}-{b}-{c}", who.us[0]) + f"/{(int(who.us[0][-1]) + 1) % 10}", (who.us_e164,))
