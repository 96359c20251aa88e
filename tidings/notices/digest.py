"""Which texts somebody approved: one SHA-256 a language, over every sentence of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from tidings.notices.catalog import Catalog, Catalogs


def digests(catalogs: Catalogs) -> Mapping[str, str]:
    """By language, hex, in the order of the tags: of all messages, an incident's own among them.

    The same whatever order a file has and whatever its comments say; another as soon as one letter of one message is. The
    order of the incident's own sentences counts, since the notice prints them in it. How far a translation was checked does
    not: an approval is of words. Templates and the incident's own values are `Composer.digest`'s.
    """
    return {language: _digest(catalog) for language, catalog in sorted(catalogs.by_language.items())}


def _digest(catalog: Catalog) -> str:
    digest = hashlib.sha256()
    sentences = [part for _name, it in sorted(catalog.sentences.items()) for part in (it.name, it.text)]
    for part in (catalog.language, str(len(catalog.own)), *catalog.own, *sentences):
        encoded = part.encode()
        digest.update(len(encoded).to_bytes(8, "big") + encoded)  # so that no two lists run together into the same bytes
    return digest.hexdigest()
