"""Birth dates. What is right: the date that the writer meant where only one can be meant, by the order that the list says
(month first here); nothing where the day cannot be, or counts years that are not ours (those are never moved).
"""

from __future__ import annotations

from datetime import date
from random import Random

from .kinds import Cell, Register, add
from .people import Who

DATES: Register = {}

_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTHS = {
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня", "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie", "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "ht": "janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm", "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar_levant": "كانون/الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين/الأول تشرين/الثاني كانون/الأول", "hi": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर", "bn": "জানুয়ারী ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "so": "Janaayo Febraayo Maarso Abriil May Juun Luuliyo Agoosto Sebtembar Oktoobar Nofembar Desembar", "ka": "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი", "hy": "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի",
    "am": "ጃንዩወሪ ፌብሩወሪ ማርች ኤፕሪል ሜይ ጁን ጁላይ ኦገስት ሴፕቴምበር ኦክቶበር ኖቬምበር ዲሴምበር", "ne": "जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर",
    "pa": "ਜਨਵਰੀ ਫ਼ਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ", "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر", "ps": "جنوري فبروري مارچ اپریل می جون جولای اگست سېپتمبر اکتوبر نومبر دسمبر",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر", "wo": "Samwiyee Fewriyee Mars Awril Mee Suwe Sulet Ut Sàttumbar Oktoobar Nowàmbar Desàmbar", "ln": "sánzá/ya/yambo sánzá/ya/míbalé sánzá/ya/mísáto sánzá/ya/mínei sánzá/ya/mítáno sánzá/ya/motóbá sánzá/ya/nsambo sánzá/ya/mwambe sánzá/ya/libwa sánzá/ya/zómi sánzá/ya/zómi/na/mɔ̌kɔ́ sánzá/ya/zómi/na/míbalé",
    "sw": "Januari Februari Machi Aprili Mei Juni Julai Agosti Septemba Oktoba Novemba Desemba", "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember", "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "uz": "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr", "fil": "Enero Pebrero Marso Abril Mayo Hunyo Hulyo Agosto Setyembre Oktubre Nobyembre Disyembre",
}  # fmt: skip


def _month(language: str, month: int) -> str:
    return _MONTHS[language].split()[month - 1].replace("/", " ")


# Only those in which the order shows, or in which the list's order (month first) holds: {d} {m} padded, {D} {M} not, {y} the year, {yy}
_STYLES = {
    "iso": "{y}-{m}-{d}", "iso_unpadded": "{y}-{M}-{D}", "iso_slashes": "{y}/{m}/{d}", "iso_dots": "{y}.{m}.{d}", "iso_spaces": "{y} {m} {d}", "iso_midnight": "{y}-{m}-{d} 00:00:00", "iso_t": "{y}-{m}-{d}T00:00:00", "iso_zulu": "{y}-{m}-{d}T00:00:00Z", "iso_milli": "{y}-{m}-{d}T00:00:00.000Z", "iso_zone": "{y}-{m}-{d}T00:00:00-05:00",
    "iso_micro": "{y}-{m}-{d} 00:00:00.000000", "iso_minutes": "{y}-{m}-{d} 00:00", "iso_hyphen_unicode": "{y}‐{m}‐{d}", "iso_en_dash": "{y}–{m}–{d}", "iso_spaced": "{y} - {m} - {d}", "compact": "{y}{m}{d}", "compact_float": "{y}{m}{d}.0", "compact_us": "{m}{d}{y}", "us": "{m}/{d}/{y}", "us_unpadded": "{M}/{D}/{y}", "us_hyphens": "{m}-{d}-{y}",
    "us_spaces": "{m} {d} {y}", "us_time": "{M}/{D}/{y} 12:00:00 AM", "us_time_24": "{M}/{D}/{y} 0:00", "us_two_digit": "{m}/{d}/{yy}", "us_spaced": "{m} / {d} / {y}", "us_backslash": "{m}\\{d}\\{y}", "us_full_width_slash": "{m}／{d}／{y}", "us_fraction_slash": "{m}⁄{d}⁄{y}", "us_nbsp": "{m}/{d}/{y}\u00a0", "us_zero_width": "{m}/\u200b{d}/{y}",
    "us_bidi": "\u200e{m}\u200e/{d}\u200e/{y}", "us_apostrophe": "'{m}/{d}/{y}", "us_formula": '="{m}/{d}/{y}"', "us_label": "DOB: {m}/{d}/{y}", "us_quoted": '"{m}/{d}/{y}"', "us_dot_behind": "{m}/{d}/{y}.", "us_brackets": "({m}/{d}/{y})", "us_double_slash": "{m}//{d}//{y}", "us_comma": "{m},{d},{y}", "us_underscore": "{m}_{d}_{y}", "us_age": "{m}/{d}/{y} (32)",
    "dotted": "{d}.{m}.{y}", "dotted_unpadded": "{D}.{M}.{y}", "dotted_spaced": "{d}. {m}. {y}", "dotted_two": "{d}.{m}.{yy}", "dotted_year_mark": "{d}.{m}.{y} г.", "named": "{mon} {D}, {y}", "named_padded": "{month} {d}, {y}", "named_no_comma": "{month} {D} {y}", "named_dot": "{mon}. {D}, {y}", "named_day_first": "{D} {month} {y}", "named_hyphens": "{d}-{mon}-{y}",
    "named_upper": "{d}-{MON}-{y}", "named_two_digit": "{d}-{mon}-{yy}", "named_glued": "{d}{MON}{y}", "named_glued_two": "{d}{MON}{yy}", "named_year_first": "{y}-{mon}-{d}", "named_year_first_spaces": "{y} {month} {D}", "named_slashes": "{d}/{mon}/{y}", "named_dots": "{d}.{mon}.{y}", "named_weekday": "{weekday}, {month} {D}, {y}", "named_weekday_short": "{wd} {mon} {d} {y}",
    "named_js": "{wd} {mon} {d} {y} 00:00:00 GMT+0000 (UTC)", "named_ctime": "{wd} {mon} {d} 00:00:00 {y}", "named_rfc": "{wd}, {d} {mon} {y} 00:00:00 GMT", "named_ordinal": "{month} {D}{th}, {y}", "named_ordinal_of": "{D}{th} of {month} {y}", "named_the": "the {D}{th} of {month}, {y}", "named_comma_everywhere": "{D}, {month}, {y}", "named_year_comma": "{y}, {month} {D}",
    "named_born": "born {month} {D}, {y}", "chinese": "{y}年{M}月{D}日", "chinese_spaced": "{y} 年 {m} 月 {d} 日", "korean": "{y}년 {M}월 {D}일", "slip_month": "{slip} {D}, {y}", "sql": "{y}-{m}-{d} 00:00:00 UTC", "excel_text": "{M}/{D}/{y} 00:00:00", "named_es_abbr": "{d}-{mes}-{y}", "named_es_abbr_dot": "{d} {mes}. {y}", "vietnamese": "ngày {D} tháng {M} năm {y}",
    "json": '{{"$date":"{y}-{m}-{d}T00:00:00Z"}}', "dotnet": "{y}-{m}-{d}T00:00:00+00:00", "oracle": "{d}-{MON}-{y} 00:00:00", "iso_hours": "{y}-{m}-{d} 12:00 AM", "slash_year_first": "{y}/{M}/{D}", "spelled_year": "{d}/{mon}/'{yy}",
}  # fmt: skip
_MES = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"]


_OTHER_MONTHS_ELSEWHERE = ("listopada", "out")
"""November in Polish and October in Croatian; August in Haitian and October, cut short, in Portuguese."""


def _register() -> None:
    for name, template in _STYLES.items():
        DATES[f"date_{name}"] = lambda _, who, template=template: _styled(template, who.born)
    for language in _MONTHS:
        DATES[f"date_month_{language}"] = lambda _, who, language=language: Cell(
            f"{who.born.day} {_month(language, who.born.month)} {who.born.year}",
            None if _month(language, who.born.month) in _OTHER_MONTHS_ELSEWHERE else who.born,
        )
    for language in ("es", "pt"):
        DATES[f"date_month_de_{language}"] = lambda _, who, language=language: Cell(
            f"{who.born.day} de {_month(language, who.born.month)} de {who.born.year}", who.born
        )
        DATES[f"date_month_del_{language}"] = lambda _, who, language=language: Cell(
            f"{_month(language, who.born.month).title()} {who.born.day} del {who.born.year}", who.born
        )
    for script, digits in {
        "full_width": "０１２３４５６７８９",
        "arabic": "٠١٢٣٤٥٦٧٨٩",
        "persian": "۰۱۲۳۴۵۶۷۸۹",
        "devanagari": "०१२३४५६७८९",
        "bengali": "০১২৩৪৫৬৭৮৯",
    }.items():
        table = str.maketrans("0123456789", digits)
        DATES[f"date_digits_{script}"] = lambda _, who, table=table: Cell(f"{who.born:%m/%d/%Y}".translate(table), who.born)


def _styled(template: str, born: date) -> Cell:
    day = born.day
    th = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    name = _ENGLISH[born.month - 1]
    text = template.format(
        d=f"{day:02}", m=f"{born.month:02}", D=day, M=born.month, y=born.year, yy=f"{born.year % 100:02}", mon=name[:3], MON=name[:3].upper(), month=name, th=th,
        weekday=born.strftime("%A"), wd=born.strftime("%a"), slip=name if len(name) < 6 else name[:2] + name[3] + name[2] + name[4:], mes=_MES[born.month - 1],
    )  # fmt: skip
    value: date | None = born
    if "{yy}" in template and born.year < 1923:
        value = None
    if "{yy}" in template and born.year % 100 <= 22 and born.year < 2000:
        value = None
    return Cell(text, value)


_register()


@add(DATES)
def date_day_first_shows(random: Random, who: Who) -> Cell:
    """In a list that is month first, `25/02/1990` can only be day first."""
    born = who.born.replace(day=random.randrange(13, 29))
    return Cell(
        born.strftime(random.choice(("%d/%m/%Y", "%d-%m-%Y", "%d %m %Y", "%d/%m/%y" if born.year > 1922 + 100 else "%d/%m/%Y"))),
        born,
    )


@add(DATES)
def date_excel(_: Random, who: Who) -> Cell:
    """A day number of the 1900 system. The 1904 system's would be four years off: nobody can see which, and lists from it are rare."""
    return Cell(str((who.born - date(1899, 12, 30)).days), who.born)


@add(DATES)
def date_excel_float(_: Random, who: Who) -> Cell:
    return Cell(f"{(who.born - date(1899, 12, 30)).days}.0", who.born)


_NEVER = (
    "", "unknown", "N/A", "-", "NULL", "00/00/1988", "00/00/0000", "0000-00-00", "02/30/1990", "02/29/1991", "06/31/1985", "13/13/1990", "31/11/1990", "1990-13-01", "1990-02-30", "2193-09-21", "1890-01-01", "01/01/2045", "1753-01-01", "0001-01-01", "9999-12-31", "12/31/9999", "1990", "1990.0", "January 1990", "enero de 1990", "03/1990",
    "1990-03", "March", "32 years", "age 32", "32", "approx. 1985", "c. 1985", "~1985", "1985?", "1984/1985", "1984-1985", "1985-00-00", "XX/XX/1985", "XX/03/1985", "??/??/1985", "99/99/9999", "about 40", "minor", "adult", "Feb 30 1990", "June 31, 1985", "30 de febrero de 1990", "1990-W10", "1990-W10-3", "99999", "0", "1", "-1", "12/03", "March 3",
    "15/06/1369", "1369/03/25", "۱۳۶۹/۰۳/۲۵", "1369-03-25", "25 خرداد 1369", "25 Khordad 1369", "1410/05/12", "12 Ramadan 1410", "12 رمضان 1410", "2533-03-25", "25/03/2533", "25 มีนาคม 2533", "๒๕ มีนาคม ๒๕๓๓", "1982 Meskerem 3", "3 Meskerem 1982", "2047-05-12", "2047 Baisakh 12", "平成2年3月25日", "S55.03.25", "昭和55年3月25日", "5 Adar 5750",
    "07/04/1985 - 08/04/1985", "07/04/1985 or 07/05/1985", "07/04/1985, 07/14/1985", "#VALUE!", "########", "1.9900325E+07", "DOB unknown", "see file", "A042800275", "305-555-0123", "Guatemala", "<script>alert(1)</script>", "1990-03-03T25:00:00 or so", "not sure", "3/3/199", "3/3/19900", "3/3/19O0x", "199-03-03", "12-34-56",
)  # fmt: skip
"""Years of other calendars (Persian, Hijri, Thai, Ethiopian, Nepali, Japanese, Hebrew) can be turned into ours; but the cell
seldom says which calendar it is, and a birth date a day or years off is worse than none."""


@add(DATES)
def date_never(random: Random, _: Who) -> Cell:
    return Cell(random.choice(_NEVER), None)
