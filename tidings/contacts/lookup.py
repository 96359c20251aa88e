"""What a provider knows of people's telephone lines: asked once, kept sealed with each person, opened for their plan.

To ask is to tell the provider whose numbers we have. So only numbers are asked about that a plan is about to use anyway: not
those of people who are held, removed or minors, not a number at which a notice has already been tried, and none twice while
the answer is fresh, whoever gave it. Killed anywhere, a run asks again about the few that it was asking about: that costs
money, and harms nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Row, and_, delete, exists, func, insert, select, update

from tidings.channels.interface import UNREACHABLE
from tidings.channels.lines import Asked, LineAnswer, LineLookup, LineType
from tidings.contacts.keeping import Contact, contact_field
from tidings.contacts.rules import plan_is_current
from tidings.contacts.safety import PHONES
from tidings.contacts.stand import USABLE
from tidings.contacts.ways import Line
from tidings.errors import KeyStoreError, ProviderError
from tidings.model import AttemptState, Counts, Flag, Personal, PersonId, PersonState, Track
from tidings.record import Record, is_minor
from tidings.store import in_parts
from tidings.store.people import erased_among, in_batch, person_batches
from tidings.store.tables import attempts, contacts, lookups, persons
from tidings.store.tables import workspace as workspace_table
from tidings.vault import Sealed
from tidings.workspace import Workspace, open_record

AT_ONCE = 48
"""Numbers asked about before what was answered is made durable: what a kill may cost."""
SILENCES = 3
"""So many numbers asked about at once, and not one answered: that is the provider's trouble and not the numbers'."""
_DAY = 86_400
_WAIT_FOR_US = (PersonState.PLANNED, PersonState.SENDING, PersonState.UNKNOWN, PersonState.SENT)
"""Where somebody stands who may still be told by another contact of their plan."""
_NOT_TRIED = (AttemptState.PLANNED, AttemptState.FAILED_TEMPORARY)

_KINDS = {
    LineType.MOBILE: "mobile",
    LineType.LANDLINE: "landline",
    LineType.FIXED_VOIP: "voip",
    LineType.NON_FIXED_VOIP: "voip",
    LineType.TOLL_FREE: "toll_free",
    LineType.PREMIUM: "premium",
    LineType.SHARED_COST: "premium",
    LineType.UNKNOWN: "",
}
"""As safety's facts name them. Whatever is not here is `other`; with no name, what the number itself tells stands."""
_TAKES_TEXT = frozenset({"", "mobile", "either"})


@dataclass(frozen=True, slots=True, repr=False)
class Said(Personal):
    """What a provider said of one number, as it is sealed, and when it was asked (seconds since 1970)."""

    number: str
    type: LineType
    country: str
    valid: bool | None
    at: int

    def to_bytes(self) -> bytes:
        return orjson.dumps([self.number, self.type, self.country, self.valid])

    @classmethod
    def from_bytes(cls, data: bytes, at: int) -> Said:
        number, kind, country, valid = orjson.loads(data)
        return cls(number, LineType(kind), country, valid, at)

    def line(self) -> Line:
        """As a plan looks at it. A number that nobody can have is of a kind that nobody writes to."""
        return Line("other" if self.valid is False else _KINDS.get(self.type, "other"), self.country)


_NOTHING = Line("", "")


def lookup_field(mark: bytes) -> str:
    """The sealing context's field: what was said of one number fits no other. Its revision is when it was asked."""
    return f"lookup-{mark.hex()}"


def look_up_batches(ws: Workspace) -> list[int]:
    """Batches in which somebody has a telephone that their plan is about to use."""
    with ws.store.reading() as connection:
        return person_batches(connection, _may_be_asked_about(ws))


def looked_up(ws: Workspace) -> tuple[int, int]:
    """Of how many people a telephone that their plan is about to use was looked up, and how many have one."""
    said = exists().where(lookups.c.person_id == persons.c.id, lookups.c.asked_at > _stale(ws))
    with ws.store.reading() as connection:
        total = connection.scalar(select(func.count()).where(_may_be_asked_about(ws))) or 0
        done = connection.scalar(select(func.count()).where(_may_be_asked_about(ws), said)) or 0
    return done, total


def look_up_batch(ws: Workspace, batch: int, provider: LineLookup) -> Counts:
    """Asks about every number of the batch of which nothing fresh is known. Returns {asked, answered, known, later, anew}:
    numbers asked about, answered, known from somebody else who gave them, left for a later run; people to be planned anew.

    Raises ProviderError REFUSED_US or OUT_OF_REACH; what was answered until then is kept.
    """
    with ws.vault.steady(), ws.store.reading() as connection:
        wanted = _wanted(ws, connection, batch)
        known = _known(ws, connection, wanted)
    counts = Counts(asked=0, answered=0, known=len(known), later=0, anew=_keep(ws, wanted, known))
    left = [number for number in wanted if number not in known]
    for start in range(0, len(left), AT_ONCE):
        answers = provider.look_up(left[start : start + AT_ONCE])
        said = {one.number: Said(one.number, one.type, one.country, one.valid, ws.now()) for one in answers if _settled(one)}
        anew = _keep(ws, wanted, said)
        counts += Counts(asked=len(answers), answered=len(said), later=len(answers) - len(said), anew=anew)
        _check(answers)
    return counts


def line_types(ws: Workspace, connection: Connection, people: Iterable[PersonId]) -> dict[tuple[PersonId, str], Line]:
    """What was looked up of these people's numbers (E.164), however long ago: an old answer is better than none.

    What cannot be opened is left out.
    """
    ids = list(people)
    found: dict[tuple[PersonId, str], Line] = {}
    for some in in_parts(ids):
        part = connection.execute(select(lookups).where(lookups.c.person_id.in_(some))).all()
        ws.vault.preload(sorted({row.person_id for row in part}))
        for row in part:
            said = _opened(ws, row)
            if said is not None:
                found[PersonId(row.person_id), said.number] = said.line()
    return found


def _settled(answer: LineAnswer) -> bool:
    return answer.asked is Asked.ANSWERED


def _check(answers: Sequence[LineAnswer]) -> None:
    """Raises where it makes no sense to ask about anybody else."""
    refused = next((one for one in answers if one.asked is Asked.CONFIGURATION), None)
    if refused is not None:
        raise ProviderError(ProviderError.Code.REFUSED_US, f"look-up: {refused.code}")
    silent = not any(_settled(one) for one in answers)
    if silent and (len(answers) >= SILENCES or any(one.code == UNREACHABLE for one in answers)):
        raise ProviderError(ProviderError.Code.OUT_OF_REACH, "look-up")


def _stale(ws: Workspace) -> int:
    return ws.now() - ws.incident.lookup.max_age_days * _DAY


# --- whom to ask about ---------------------------------------------------------------------------------------------------


def _about_to_be_used(ws: Workspace) -> ColumnElement[bool]:
    """Contacts: telephones of the person's own track that are used next, or after what was tried before them."""
    tried = exists().where(
        attempts.c.contact_id == contacts.c.id,
        attempts.c.version == ws.incident.version,
        attempts.c.state.not_in(_NOT_TRIED),
    )
    return and_(contacts.c.state == USABLE, contacts.c.track == Track.PERSON, contacts.c.channel.in_(sorted(PHONES)), ~tried)


def _may_be_asked_about(ws: Workspace) -> ColumnElement[bool]:
    """People, as far as the store can tell without opening them."""
    return and_(
        persons.c.state.in_(_WAIT_FOR_US),
        plan_is_current(),
        ~exists().where(workspace_table.c.closed_at.is_not(None)),
        exists().where(contacts.c.person_id == persons.c.id, _about_to_be_used(ws)),
    )


@dataclass(frozen=True, slots=True, repr=False)
class _Wanted(Personal):
    """A number, its mark, and the people of the batch who need to know of it."""

    mark: bytes
    people: list[PersonId]


def _wanted(ws: Workspace, connection: Connection, batch: int) -> dict[str, _Wanted]:
    """By number, in the order of the people: those about which somebody of the batch has no fresh answer."""
    people = connection.execute(
        select(persons.c.id, persons.c.revision, persons.c.sealed)
        .where(in_batch(batch), _may_be_asked_about(ws))
        .order_by(persons.c.number)
    ).all()
    ids = [row.id for row in people]
    ws.vault.preload(ids)
    theirs = _contacts_of(ws, connection, ids)
    fresh = _fresh(ws, connection, lookups.c.person_id, ids)
    have = {(row.person_id, bytes(row.mark)) for row in fresh}
    wanted: dict[str, _Wanted] = {}
    for row in people:
        try:
            record = open_record(ws, row)
            numbers = [_number(ws, contact) for contact in theirs[row.id]]
        except KeyStoreError as error:
            if error.code is not KeyStoreError.Code.CANNOT_OPEN:
                raise
            continue  # they wait for a human by the next `resolve`
        if _is_kept_back(ws, record):
            continue
        for number in dict.fromkeys(numbers):
            mark = ws.vault.mark("lookup", number)
            if (row.id, mark) not in have:
                wanted.setdefault(number, _Wanted(mark, [])).people.append(row.id)
    return wanted


def _is_kept_back(ws: Workspace, record: Record) -> bool:
    """Whom no provider hears of before an officer or a rule of the incident has them told: children, and who was removed."""
    minor = is_minor(record, ws.incident.exposure.began.date(), ws.incident.safety.adult_age)
    return minor or Flag.REMOVED in record.flags


def _contacts_of(ws: Workspace, connection: Connection, people: list[PersonId]) -> defaultdict[PersonId, list[Row[Any]]]:
    found: defaultdict[PersonId, list[Row[Any]]] = defaultdict(list)
    for some in in_parts(people):
        part = contacts.c.person_id.in_(some)
        for row in connection.execute(select(contacts).where(part, _about_to_be_used(ws)).order_by(contacts.c.position)):
            found[PersonId(row.person_id)].append(row)
    return found


def _number(ws: Workspace, row: Row[Any]) -> str:
    data = ws.vault.open_sealed(row.person_id, contact_field(bytes(row.mark)), 1, Sealed(row.sealed))
    return Contact.from_bytes(data).address


def _fresh(ws: Workspace, connection: Connection, column: ColumnElement[Any], values: Sequence[Any]) -> list[Row[Any]]:
    found: list[Row[Any]] = []
    for some in in_parts(values):
        part = column.in_(some)
        found += connection.execute(select(lookups).where(part, lookups.c.asked_at > _stale(ws)).order_by(lookups.c.asked_at))
    return found


def _known(ws: Workspace, connection: Connection, wanted: Mapping[str, _Wanted]) -> dict[str, Said]:
    """What was said, and is fresh, of numbers that somebody else gave as well: nobody is asked twice about those."""
    known: dict[str, Said] = {}
    for row in _fresh(ws, connection, lookups.c.mark, [one.mark for one in wanted.values()]):
        said = _opened(ws, row)
        if said is not None and said.number in wanted:
            known[said.number] = said
    return known


def _opened(ws: Workspace, row: Row[Any]) -> Said | None:
    try:
        data = ws.vault.open_sealed(row.person_id, lookup_field(bytes(row.mark)), row.asked_at, Sealed(row.sealed))
    except KeyStoreError as error:
        if error.code is not KeyStoreError.Code.CANNOT_OPEN:
            raise
        return None
    return Said.from_bytes(data, row.asked_at)


# --- what was said -------------------------------------------------------------------------------------------------------


def _keep(ws: Workspace, wanted: Mapping[str, _Wanted], said: Mapping[str, Said]) -> int:
    """Seals what was said with everybody who gave the number. Returns how many people are to be planned anew for it."""
    if not said:
        return 0
    with ws.store.writing() as connection:
        if connection.scalar(select(workspace_table.c.closed_at)) is not None:
            return 0  # closed meanwhile: marks went, and no new ones come
        everybody = {person for number in said for person in wanted[number].people}
        gone = erased_among(connection, everybody)
        before = line_types(ws, connection, sorted(everybody - gone))
        rows: list[dict[str, object]] = []
        anew: set[PersonId] = set()
        for number, one in said.items():
            mark, line = wanted[number].mark, one.line()
            for person in wanted[number].people:
                if person in gone:
                    continue
                connection.execute(delete(lookups).where(lookups.c.person_id == person, lookups.c.mark == mark))
                sealed = ws.vault.seal(person, lookup_field(mark), one.at, one.to_bytes())
                rows.append({"person_id": person, "mark": mark, "asked_at": one.at, "sealed": sealed.data})
                if _matters(before.get((person, number), _NOTHING), line):
                    anew.add(person)
        if rows:
            connection.execute(insert(lookups), rows)
        ids, turned = sorted(anew), 0
        for part in in_parts(ids):
            which = persons.c.id.in_(part), persons.c.planned_revision != 0  # once for several numbers
            turned += connection.execute(update(persons).where(*which).values(planned_revision=0)).rowcount
        return turned


def _matters(before: Line, now: Line) -> bool:
    """Whether a plan may change by it: a line that takes no text, or whose network belongs to a country that we know."""
    return before != now and any(line.kind not in _TAKES_TEXT or line.country for line in (before, now))
