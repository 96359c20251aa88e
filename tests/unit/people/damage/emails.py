"""E-mail cells. What is right: an address whose beginning and end are plain. A misspelt domain is left out, never mended."""

from __future__ import annotations

from random import Random

from .kinds import Cell, Register, add
from .people import Who

EMAILS: Register = {}

# {e} the address, {l} before the at sign, {d} the domain, {h} the domain without its last part, {s} that last part, {f} another address
_STYLES = {
    "plain": "{e}", "upper": "{E}", "title": "{T}", "angle": "<{e}>", "quoted": '"{e}"', "single_quoted": "'{e}'", "curly": "“{e}”", "guillemets": "«{e}»", "backticks": "`{e}`", "brackets": "({e})", "square": "[{e}]", "braces": "{{{e}}}",
    "padded": "  {e}  ", "nbsp": "\u00a0{e}\u00a0", "zero_width": "\u200b{e}", "zero_width_inside": "{l}\u200b@{d}", "bom": "\ufeff{e}", "bidi": "\u202a{e}\u202c", "soft_hyphen": "{l}@\u00ad{d}", "word_joiner": "{l}\u2060@{d}", "mojibake_zero_width": "â€‹{e}", "tab": "\t{e}",
    "dot": "{e}.", "comma": "{e},", "semicolon": "{e};", "colon": "{e}:", "exclamation": "{e}!", "slash": "{e}/", "question": "{e}?", "dash_after": "{e} -", "dash_before": "- {e}", "bullet": "• {e}", "star": "* {e}", "ellipsis": "{e}...", "line_break": "{e}\n", "apostrophe": "'{e}", "formula": '="{e}"', "hash": "# {e}",
    "mailto": "mailto:{e}", "MAILTO": "MAILTO:{e}", "mailto_angle": "<mailto:{e}>", "mailto_slashes": "mailto://{e}", "mailto_query": "mailto:{e}?subject=Hola", "anchor": '<a href="mailto:{e}">{e}</a>', "markdown": "[{e}](mailto:{e})", "html_cell": "<td>{e}</td>", "outlook": "{e}<mailto:{e}>", "outlook_spaced": "{e} <mailto:{e}>",
    "smtp": "SMTP:{e}", "url": "http://{e}", "named": "María Pérez <{e}>", "named_quoted": '"Pérez, María" <{e}>', "named_brackets": "María Pérez ({e})", "named_square": "María [{e}]", "name_behind": "{e} (María)", "name_colon": "María: {e}", "named_dash": "María - {e}", "name_comma": "Pérez María, {e}",
    "label": "email: {e}", "label_dash": "E-mail - {e}", "label_es": "correo: {e}", "label_es_long": "Correo electrónico: {e}", "label_fr": "courriel : {e}", "label_pt": "e-mail: {e}", "label_ht": "imèl: {e}", "label_ru": "почта: {e}", "label_zh": "邮箱：{e}", "label_ar": "البريد الإلكتروني: {e}", "label_work": "{e} (work)", "label_personal": "personal: {e}", "label_no_space": "Email:{e}", "label_equals": "email={e}", "label_no_mark": "email {e}",
    "note_behind": "{e} - checks weekly", "note_behind_comma": "{e}, checks weekly", "note_bracket": "{e} (his sister's)", "note_old": "{e} (old)", "note_es": "{e} es de su hija", "emoji": "✉ {e}", "emoji_mail": "📧{e}",
    "spaced_at": "{l} @ {d}", "space_before_at": "{l} @{d}", "space_after_at": "{l}@ {d}", "at_bracket": "{l}(at){d}", "at_bracket_spaced": "{l} (at) {d}", "at_square": "{l}[at]{d}", "at_square_spaced": "{l} [at] {d}", "at_AT": "{l} [AT] {d}", "at_braces": "{l}{{at}}{d}", "at_angle": "{l}<at>{d}", "at_bracketed_sign": "{l}[@]{d}", "at_bracketed_sign_round": "{l}(@){d}",
    "at_word": "{l} at {d}", "at_AT_word": "{l} AT {d}", "at_dashes": "{l}-at-{d}", "at_underscores": "{l}_at_{d}", "at_dot": "{l}[at]{h}[dot]{s}", "at_dot_round": "{l} (at) {h} (dot) {s}", "at_dot_words": "{l} at {h} dot {s}", "dot_only": "{l}@{h}[dot]{s}", "dot_word": "{l}@{h} dot {s}", "dot_round": "{l}@{h}(.){s}",
    "arroba": "{l} arroba {d}", "arroba_punto": "{l} arroba {h} punto {s}", "arroba_bracket": "{l}(arroba){d}", "arroba_square": "{l}[arroba]{h}[punto]{s}", "arobase": "{l} arobase {d}", "arobase_point": "{l} (arobase) {h} (point) {s}", "arroba_ponto": "{l} arroba {h} ponto {s}", "a_bracket": "{l}(a){d}", "sobaka": "{l} собака {d}", "chiocciola": "{l}(chiocciola){d}",
    "full_width_at": "{l}＠{d}", "small_at": "{l}﹫{d}", "full_width_dot": "{l}@{h}．{s}", "ideographic_dot": "{l}@{h}。{s}", "entity_at": "{l}&#64;{d}", "entity_hex_at": "{l}&#x40;{d}", "entity_commat": "{l}&commat;{d}", "percent_at": "{l}%40{d}", "mailto_percent": "mailto:{l}%40{d}", "entity_angle": "&lt;{e}&gt;", "entity_quot": "&quot;{e}&quot;",
    "space_before_dot": "{l}@{h} .{s}", "space_after_dot": "{l}@{h}. {s}", "spaced_dot": "{l}@{h} . {s}", "broken_behind_at": "{l}@\n{d}", "nbsp_at": "{l}\u00a0@\u00a0{d}", "underlined": "_{e}_", "bold": "**{e}**",
    "two_comma": "{e}, {f}", "two_semicolon": "{e}; {f}", "two_semicolon_tight": "{e};{f}", "two_comma_tight": "{e},{f}", "two_slash": "{e} / {f}", "two_slash_tight": "{e}/{f}", "two_space": "{e} {f}", "two_or": "{e} or {f}", "two_y": "{e} y {f}", "two_e": "{e} e {f}", "two_et": "{e} et {f}", "two_bar": "{e}|{f}", "two_line": "{e}\n{f}", "two_amp": "{e} & {f}", "two_plus": "{e} + {f}", "two_numbered": "1) {e} 2) {f}", "two_list": "[{e}, {f}]", "two_named": "María <{e}>, José <{f}>", "two_alt": "{e} (alt: {f})", "two_br": "{e}<br>{f}",
    "two_same": "{e}; {E}", "two_spaced": "{l} @ {d} / {f}", "junk_behind": "{e} / n/a", "junk_before": "n/a; {e}", "phone_before": "305-555-0123 {e}", "phone_behind": "{e} 305-555-0123", "phone_behind_slash": "{e} / (305) 555-0123", "phone_bare_before": "3055550123 {e}", "phone_before_comma": "305-555-0123, {e}", "phone_before_labelled": "tel: 305-555-0123 email: {e}", "phone_tight": "{e}/305-555-0123", "phone_comma_tight": "305-555-0123,{e}", "see": "see {e}", "via": "via {e}", "facebook": "fb: María; {e}",
}  # fmt: skip


def _register() -> None:
    for name, template in _STYLES.items():
        EMAILS[f"email_{name}"] = lambda _, who, template=template: Cell(_filled(template, who), who.email)


def _filled(template: str, who: Who) -> str:
    local, _, domain = who.email.partition("@")
    host, _, suffix = domain.rpartition(".")
    return template.format(
        e=who.email, E=who.email.upper(), T=who.email.title(), l=local, d=domain, h=host, s=suffix, f=who.second_email
    )


_register()

# A full-width and an ideographic stop are the same character to a typist; IDN hosts keep their ASCII form in the key.


@add(EMAILS)
def email_idn(random: Random, who: Who) -> Cell:
    local = who.email.partition("@")[0]
    host, ascii_host = random.choice(
        (
            ("müller.example", "xn--mller-kva.example"),
            ("español.example", "xn--espaol-zwa.example"),
            ("пример.example", "xn--e1afmkfd.example"),
        )
    )
    return Cell(f"{local}@{host}", f"{local}@{ascii_host}")


@add(EMAILS)
def email_idn_ascii(_: Random, who: Who) -> Cell:
    local = who.email.partition("@")[0]
    return Cell(f"{local}@xn--mller-kva.example", f"{local}@xn--mller-kva.example")


@add(EMAILS)
def email_plus_tag(_: Random, who: Who) -> Cell:
    local, _, domain = who.email.partition("@")
    return Cell(f"{local}+case@{domain}", f"{local}+case@{domain}")


@add(EMAILS)
def email_misspelt(random: Random, who: Who) -> Cell:
    """Never mended and never used: the mail would go to whoever owns the slip's domain."""
    local = who.email.partition("@")[0]
    return Cell(f"{local}@" + random.choice((
        "gmial.com", "gmai.com", "gamil.com", "gnail.com", "gmaill.com", "gmail.con", "gmail.cmo", "gmail.co", "gmail.om", "gmail.cm", "gmail.comm", "gmail.vom", "gmail", "hotmial.com", "hotmal.com", "hotmai.com", "hotmail.con", "hotmail.co", "hotmail.cm",
        "yaho.com", "yahooo.com", "yhoo.com", "yahoo.con", "yahoo.cm", "outlok.com", "outloo.com", "outlook.con", "iclod.com", "icloud.co", "icloud.con", "gmail..com", "gmail,com", "gmailcom", "gmail.c0m", "g-mail.com", "gmall.com", "hotrnail.com", "gmsil.com", "gmail.xom", "yahoo.co", "outlook.co", "aol.con", "gmail.ocm", "live.con", "gmali.com",
        "gmail.net", "gmail.org", "gmail.es", "gmail.com.mx", "gemail.com", "gmeil.com", "jmail.com", "jotmail.com", "hormail.com", "hotnail.com", "otmail.com", "homail.com",
    )), None)  # fmt: skip


_NOTHING = (
    "", "n/a", "N/A", "none", "NULL", "-", "no tiene", "unknown", "no email", "no usa", "@", "x@@example.org", "ana@example..org", "jose,perez@example,org", "maria@", "@example.org", "a@b", "juan example.org", "does not have", "facebook", "see file", "#N/A", "no sabe", "sin correo", "n@n", "na@na.na", "none@none", "no@no",
    "juan perez@example.org", "juan@perez@example.org", "maria@exa mple.org", "maria@example", "maria@.org", "maria@example.", "maria@-example.org", ".maria@example.org", "maria.@example.org", "ma..ria@example.org", "maria@example.org.", "www.example.org", "http://example.org/maria", "@maria_g", "instagram @maria.g", "fb.com/maria", "maria#example.org",
    "maria2example.org", "maria@@example.org", "maria@example,org", "maria@[127.0.0.1]", "maria@127.0.0.1", "maria@localhost", "josé@example.org", "maria@ejemplo", "<>", "<@>", "mailto:", "maria@exam_ple.org", "maria at home", "at home", "c/o attorney", "ask sister", "maria…@example.org", "ma***@example.org", "m****a@example.org", "[redacted]@example.org",
    "maria?@example.org", "mar?a@example.org", "mar\ufffda@example.org", "maria@example.orgjose@example.org", "<script>alert(1)</script>", '=HYPERLINK("http://x.example","open")', "maria@example.org1", "maria@example.123", "#REF!", "email", "E-mail:", "maria@@", "(at)", "maria[at]", "maria (at) example",
    "first.last@", "maria@ejemplo,com", "maria/@/example", "maria@example .", "mari a@example.org", "a b c@example.org", "maria@example@org", "..@example.org", "maria @ @ example.org", "maria&jose@@example.org",
)  # fmt: skip


@add(EMAILS)
def email_nothing(random: Random, _: Who) -> Cell:
    """`maria@example.org.` among them is an address with a full stop behind it."""
    text = random.choice(_NOTHING)
    return Cell(text, "maria@example.org" if text == "maria@example.org." else None)


@add(EMAILS)
def email_cut(_: Random, who: Who) -> Cell:
    return Cell(who.email.rpartition(".")[0].rpartition(".")[0] or who.email.rpartition("@")[0] + "@", None)


@add(EMAILS)
def email_glued_phone(_: Random, who: Who) -> Cell:
    """Where the number ends and the address begins, nobody can say."""
    return Cell("305-555-0123" + who.email, None)


@add(EMAILS)
def email_glued_phone_bare(_: Random, who: Who) -> Cell:
    """All digits may well be part of the address, and so it is read: that is what stands there."""
    return Cell("3055550123" + who.email, ("3055550123" + who.email))


@add(EMAILS)
def email_glued_phone_behind(_: Random, who: Who) -> Cell:
    return Cell(who.email + "305-555-0123", None)


@add(EMAILS)
def email_two_words(_: Random, who: Who) -> Cell:
    return Cell("juan " + who.email, None)
