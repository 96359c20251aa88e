"""Which typefaces set which script well, in the order of preference; by ISO 15924 code of a language's script."""

from __future__ import annotations

from tidings.notices.catalog import script_of

LATIN = ("Noto Sans", "Libertinus Serif")  # Libertinus comes with typst: Latin letters need no font installed

FACES: dict[str, tuple[str, ...]] = {
    "Latn": LATIN,
    "Cyrl": LATIN,
    "Arab": ("Noto Naskh Arabic", "Noto Sans Arabic"),
    "Hans": ("Noto Sans CJK SC", "Noto Sans SC", "Droid Sans Fallback"),
    "Hant": ("Noto Sans CJK TC", "Noto Sans TC", "Droid Sans Fallback"),
    "Deva": ("Noto Sans Devanagari",),
    "Guru": ("Noto Sans Gurmukhi",),
    "Beng": ("Noto Sans Bengali",),
    "Ethi": ("Noto Sans Ethiopic",),
    "Armn": ("Noto Sans Armenian",),
    "Geor": ("Noto Sans Georgian",),
}
"""A script that is not here has no face known to set it well, and its letters wait."""


def faces(language: str, families: frozenset[str]) -> tuple[str, ...]:
    """The installed faces for a letter in that language, its own script's first; empty where its script has none.

    Every letter gets a face for each other script too: a name keeps its own script in any language's letter.
    """
    own = [face for face in FACES.get(script_of(language), ()) if face in families]
    if not own:
        return ()
    others = [face for group in FACES.values() for face in group if face in families]
    return tuple(dict.fromkeys([*own, *others]))
