"""New keys for everybody, and everything sealed anew. Killed anywhere, the next run goes on where it stopped."""

from __future__ import annotations

from tasks.airlock import sealed_flow
from tasks.crossing import Counts
from tasks.integrate import integrate_entries
from tasks.stewardship import begin_reseal, end_reseal, reseal_batch, reseal_batches, reseal_refused


@sealed_flow()
def reseal() -> Counts:
    """Returns {values, unopened, persons, generation}."""
    counts = begin_reseal()
    done = Counts(values=0, unopened=0)
    while True:
        # The former keys go only after a pass over everybody has found nothing that needs them.
        this_pass = reseal_refused()
        for batch in reseal_batches():
            this_pass += reseal_batch(batch)
        done = Counts(values=done["values"] + this_pass["values"], unopened=this_pass["unopened"])
        if not this_pass["values"]:
            break
    counts += done
    counts += end_reseal()
    integrate_entries()
    return counts
