"""The numbers that leave the workspace, for the pack and for the report of scope alike: one code path, so that neither says
what the other hides.

Lists of the ledger's are recounted by whoever has the ledger. What no ledger says (languages) is in steps of ten besides, so
that two reports of different days seldom show what one person's step between them was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tidings import contacts
from tidings.contacts import Outcome, Published, Reach
from tidings.contacts.suppression import LIMIT, MASKED, SMALL, Shown, suppressed
from tidings.entry import EntryKind
from tidings.laws import LawStanding, Profile, asks
from tidings.ledger import Reading, Record
from tidings.ledger.standings import Stands
from tidings.workspace import Workspace

NOTE = (
    "Counts from 1 to 9 are shown as <10, and others as `10 or more` where they would give such a count away; null is a list "
    "that is withheld. Numbers by language are in steps of ten, and none of them says whether it is nobody or fewer than ten."
)
_WENT = (EntryKind.NOTICE_SENT, EntryKind.NOTICE_DELIVERED, EntryKind.LETTER_COMPOSED)
_OF_ATTEMPTS = frozenset({*_WENT, EntryKind.NOTICE_FAILED, EntryKind.ATTEMPT_UNKNOWN, EntryKind.ATTEMPT_SETTLED})
NONE_GIVEN = "none given"
WITHHELD = "withheld"


class Notices:
    """Attempts by what became of them. Takes entries in order."""

    def __init__(self) -> None:
        self._attempts: dict[str, tuple[str, str, bool, str]] = {}
        """By id: channel, the day on which it went out or none, whether it arrived, and why it came back if that came last."""

    def take(self, said: Mapping[str, Any]) -> None:
        kind = said["kind"]
        if kind not in _OF_ATTEMPTS:
            return
        channel, day, arrived, _why = self._attempts.get(said["attempt"], (said["channel"], "", False, ""))
        if kind in _WENT:
            day, arrived = day or said["at"][:10], arrived or kind == EntryKind.NOTICE_DELIVERED
        why = said.get("code", NONE_GIVEN) if kind == EntryKind.NOTICE_FAILED else ""
        self._attempts[said["attempt"]] = (channel, day, arrived, why)

    def lists(self) -> dict[str, Counter[str]]:
        found: dict[str, Counter[str]] = {name: Counter() for name in ("went", "arrived", "returned", "days", "reasons")}
        for channel, day, arrived, why in self._attempts.values():
            if day:
                found["went"][channel] += 1
                found["days"][day] += 1
            found["arrived"][channel] += arrived
            if why:
                found["returned"][channel] += 1
                found["reasons"][why] += 1
        return found


def of_ledger(record: Record, notices: Notices) -> dict[str, Shown | None]:
    """Lists that verify.py recounts."""
    states = {str(state): record.states[state] for state in Stands if record.states[state]}
    others = {"holds": record.holds, **notices.lists()}
    return {"states": suppressed(states), **{name: shown(counts) for name, counts in others.items()}}


def by_law(laws: Iterable[LawStanding], reading: Reading) -> list[dict[str, Any]]:
    """Of each law with a clock that runs: until when, and whom a provider took or delivered a message for by then."""
    found = []
    for law in laws:
        ends = law.people.deadline
        if ends is None:
            continue
        until = ends.until
        due = reading.against(until)
        told = {
            "in time": due.met,
            "late": due.missed,
            "in that very hour": due.unsure,
            "a letter was ready": due.letters,
            "not told": due.untold,
            "held, settled, joined or erased": due.exempt,
        }
        found.append(
            {"law": law.law, "title": law.title, "day": ends.day.isoformat(), "until": until.isoformat(), **_of(law, told)}
        )
    return found


def _of(law: LawStanding, told: Mapping[str, int]) -> dict[str, Any]:
    return {"firm": law.people.firm, "says": law.people.says, "told": suppressed(told)}


def shown(counts: Mapping[str, int]) -> Shown | None:
    """In the order of the names: an order that says nothing of the counts."""
    return suppressed({name: counts[name] for name in sorted(counts)})


def of_workspace(ws: Workspace, laws: Iterable[Profile]) -> dict[str, Any]:
    """Coverage as `tidings coverage --public` has it, languages in steps; and what laws ask, unless it would say too much."""
    covered = contacts.coverage(ws)
    public = contacts.published(covered)
    asked = None
    if public.nobody_is_exact:
        unreachable, harmed = covered.outcomes[Outcome.NOBODY], covered.reached[Reach.NEVER]
        found = [one for law in laws for one in asks(law, unreachable, people=covered.people, harmed=harmed)]
        asked = [{"law": one.law, "asks": one.what, "source": one.source} for one in found]
    return {**coverage(public), "laws_ask": asked}


def coverage(public: Published) -> dict[str, Any]:
    languages = public.languages and {
        tag: {name: stepped(count) for name, count in row.items()} for tag, row in public.languages.items()
    }
    return {
        "people": public.people,
        "outcomes": public.outcomes,
        "told": public.told,
        "held": public.held,
        "nobody": public.nobody,
        "languages": languages,
    }


def stepped(count: int | str) -> str:
    """The ten that a number is in. Nobody is no different from few: from a first one, two reports would tell who it was."""
    if isinstance(count, str):
        return count
    if count < LIMIT:
        return SMALL
    low = count // LIMIT * LIMIT
    return f"{low:,} to {low + LIMIT - 1:,}"


def least(count: int | str) -> int:
    """The smallest number that what is shown may be: how long its bar is."""
    if isinstance(count, int):
        return count
    if count == WITHHELD:
        return 0
    if count in (SMALL, MASKED):
        return 0 if count == SMALL else LIMIT
    return int(count.partition(" ")[0].replace(",", ""))
