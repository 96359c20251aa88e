"""Everybody's rows are understood anew: columns.toml was mended after a list was ingested."""

from __future__ import annotations

from tasks.airlock import sealed_flow
from tasks.crossing import Counts
from tasks.integrate import integrate_entries
from tasks.reread import known_batches, reread_batch, reread_rejects, settle_pairs


@sealed_flow()
def reread() -> Counts:
    """Returns {persons, changed, new, refused, likely}: people looked at, of these known differently now; people of rows that
    were refused before, rows that still are; pairs that may be one person each.
    """
    counts = Counts(persons=0, changed=0)
    for batch in known_batches():
        counts += reread_batch(batch)
    rejects = reread_rejects()
    counts += Counts(new=rejects["persons"], refused=rejects["refused"]) + settle_pairs()
    integrate_entries()
    return counts
