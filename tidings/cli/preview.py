"""`tidings preview`: every notice in every language as pages to look at, before officers approve them."""

from __future__ import annotations

from pathlib import Path

from tidings.cli.app import SAFETY, app
from tidings.cli.check import laws, texts
from tidings.cli.talk import put_json, say, steps
from tidings.finding import Finding
from tidings.incident import load_incident
from tidings.notices.preview import Gallery, Price, ProofPress
from tidings.settings import load_settings
from tidings.workspace import incident_folder, incident_of


@app.command(group=SAFETY, sort_key=6)
def preview(
    out: Path = Path("preview"),
    incident: str | None = None,
    /,
    *,
    language: list[str] | None = None,
    no_letters: bool = False,
    json: bool = False,
) -> None:
    """Write every notice, in every language, on every channel, into a folder of pages to look at and approve from.

    Everybody in it is invented: it reads the incident and the catalogs, and no list. Open OUT/index.html; it needs no network.
    Run again, it takes the place of the folder that it wrote before, and of no other.

    Parameters
    ----------
    out
        The folder to write.
    incident
        Its name; left out, the one of the workspace.
    language
        Only this language, and English, which stands beside it. May be given again.
    no_letters
        Leave letters and the run sheet out: most of the time goes into these.
    json
        Print what was written, and the digest of each language's texts, as JSON.

    """
    settings = load_settings()
    name = incident or incident_of(settings)
    described = load_incident(incident_folder(settings, name))

    def findings(of: str) -> list[Finding]:
        return [one for look in (texts, laws) for one in look(settings, described, frozenset({of}))]

    gallery = Gallery(
        described,
        incident_folder(settings, name),
        findings,
        None if no_letters else ProofPress(settings.font_folders),
        Price.read(settings.segment_price),
    )
    with steps("languages") as step:
        pages = gallery.write(out, language or (), step)
    if json:
        put_json(
            {
                "languages": pages.languages,
                "notices": pages.notices,
                "refused": pages.refused,
                "findings": pages.findings,
                "digests": pages.digests,
            }
        )
        return
    languages = f"{len(pages.languages)} language{'s' if len(pages.languages) > 1 else ''}"
    say(f"{pages.notices:,} notices in {languages}: open {out / 'index.html'}")
    if pages.refused:
        say(f"{pages.refused:,} cannot be sent as they are; their pages say why")
    if pages.findings:
        say(f"{pages.findings:,} to mend: `tidings check`, or the end of each language's page")
