"""`tidings doctor`: what is missing or unsafe here, before it is needed. It looks and changes nothing."""

from __future__ import annotations

import importlib.util
import resource
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import func, select

from tidings.cli.app import FIRST, app
from tidings.cli.talk import put, put_json, say
from tidings.errors import REFUSED, KeyStoreError, TidingsError
from tidings.settings import Settings, load_settings
from tidings.store.tables import erasures
from tidings.vault import make_provider, network_file_system, private_file
from tidings.workspace import Workspace, open_workspace

OK, WARNING, MISSING = "ok", "warning", "missing"
EXTRAS = {"pkcs11": ("pkcs11", 'pip install "tidings[pkcs11]"'), "aws-kms": ("boto3", 'pip install "tidings[aws]"')}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `what` and `do` name files, settings and codes, and nobody."""

    about: str
    state: str
    what: str
    do: str = ""


@app.command(group=FIRST, sort_key=2)
def doctor(*, json: bool = False) -> int:
    """Say what is missing or unsafe here: settings, key provider, files' modes, fonts, officers. Changes nothing.

    Parameters
    ----------
    json
        Print the findings as JSON.

    """
    found = list(findings(load_settings()))
    if json:
        put_json([asdict(one) for one in found])
    else:
        for one in found:
            put(f"{one.state:8} {one.about}: {one.what}" + (f"; {one.do}" if one.do else ""))
    missing = sum(one.state == MISSING for one in found)
    if missing and not json:
        say(f"{missing} to mend")
    return REFUSED if missing else 0


def findings(settings: Settings) -> Iterator[Finding]:
    """Everything that is looked at, in an order in which it can be mended."""
    yield _core_dumps()
    yield _file_system(settings.home)
    yield from _workspace(settings)
    yield _fonts(settings)
    yield _officer(settings)


def _core_dumps() -> Finding:
    soft, _hard = resource.getrlimit(resource.RLIMIT_CORE)
    pattern = Path("/proc/sys/kernel/core_pattern")
    piped = pattern.is_file() and pattern.read_text().startswith("|")
    if soft:
        return Finding("core dumps", WARNING, "this process may write its memory to disk", "ulimit -c 0")
    if piped:
        return Finding("core dumps", WARNING, "off, but this kernel pipes them to a program", "docs/threats.md")
    return Finding("core dumps", OK, "off")


def _file_system(home: Path) -> Finding:
    kind = network_file_system(home)
    if kind is None:
        return Finding("file system", OK, "the workspace is on this machine")
    return Finding(
        "file system", WARNING, f"{home} is on {kind}: locks may not hold, erased keys may stay", "use a disk of this machine"
    )


def _workspace(settings: Settings) -> Iterator[Finding]:
    if not (settings.home / "people.db").is_file():
        yield Finding("workspace", MISSING, str(settings.home), "`tidings init INCIDENT`, or set TIDINGS_HOME")
        yield from _provider(settings, settings.key_provider or "key-file", made=False)
        return
    try:
        with open_workspace(settings) as ws:
            yield Finding("workspace", OK, f"{settings.home}: {ws.incident.name}")
            yield from _opened(ws)
    except TidingsError as error:
        yield Finding("workspace", MISSING, str(error), error.hint)
        if isinstance(error, KeyStoreError) and error.code is KeyStoreError.Code.ENDED and _key_left(settings):
            yield Finding("key file", WARNING, "it is still there, though the incident has ended", "delete it")


def _opened(ws: Workspace) -> Iterator[Finding]:
    ring = ws.vault.ring
    yield Finding("key provider", OK, f"{ring.provider} opens the incident key (revision {ring.revision})")
    wanted = ws.settings.key_provider
    if wanted and wanted != ring.provider:
        yield Finding(
            "key provider", WARNING, f"TIDINGS_KEY_PROVIDER says {wanted}", f"`tidings keys move --to {wanted}`, or change it"
        )
    yield from _provider(ws.settings, ring.provider, made=True)
    if ring.resealing:
        yield Finding("keys", WARNING, "people are getting new keys", "`tidings keys reseal` goes on with it")
    with ws.store.reading() as connection:
        begun = connection.scalar(select(func.count()).where(erasures.c.done_at.is_(None)))
    if begun:
        yield Finding("erasures", WARNING, f"{begun} begun and not finished", "`tidings erase`")
    for path in (ws.home, ws.ledger_folder, ws.letters_folder):
        if path.stat().st_mode & 0o077:
            yield Finding("files", MISSING, f"others can enter {path}", f"chmod 700 {path}")


def _provider(settings: Settings, name: str, *, made: bool) -> Iterator[Finding]:
    module, install = EXTRAS.get(name, ("", ""))
    if module and importlib.util.find_spec(module) is None:
        yield Finding("key provider", MISSING, f"{name} needs a package that is not here", install)
        return
    if name == "key-file" and not made:
        return
    try:
        make_provider(settings, name).check()
    except TidingsError as error:
        yield Finding("key provider", MISSING, str(error), error.hint)


def _key_left(settings: Settings) -> bool:
    return (settings.key_file or settings.home / "incident.key").exists()


def _fonts(settings: Settings) -> Finding:
    for folder in settings.font_folders:
        if folder.is_dir() and any(folder.rglob("NotoSans*-Regular.ttf")):
            return Finding("fonts", OK, str(folder))
    return Finding("fonts", WARNING, "letters in some scripts will wait", "make fonts")


def _officer(settings: Settings) -> Finding:
    if settings.officer_key is None:
        return Finding("officer", WARNING, "no officer's key is named, so nobody's data can be shown", "set TIDINGS_OFFICER_KEY")
    if not settings.officer_key.is_file():
        return Finding("officer", MISSING, f"there is no {settings.officer_key}", "`tidings officers add`")
    try:
        private_file(settings.officer_key, 1)
    except TidingsError as error:
        return Finding("officer", MISSING, str(error), error.hint)
    return Finding("officer", OK, str(settings.officer_key))
