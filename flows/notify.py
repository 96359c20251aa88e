"""Hands everything that is due to those who carry it. Safe to run at any time, as often as wanted."""

from __future__ import annotations

from prefect.task_runners import ThreadPoolTaskRunner

from tasks.airlock import sealed_flow
from tasks.crossing import Channel, Counts, StageFailed
from tasks.integrate import integrate_entries
from tasks.notify import (
    check_plans,
    close_enrolment,
    due_batches,
    letter_batches,
    make_due,
    press_letters,
    refuse_unfit,
    send_notices,
)
from tasks.reconcile import give_up_lost_claims

SENT_BY_PROVIDERS = (Channel.SMS, Channel.EMAIL)


@sealed_flow(task_runner=ThreadPoolTaskRunner(max_workers=4))
def notify() -> Counts:
    """Returns {due, claimed, accepted, …, pressed, waiting}.

    A channel that its provider refuses, or that cannot be reached, stops; the others go on, and the flow fails at its
    end with that channel's code.
    """
    check_plans()
    refuse_unfit()
    give_up_lost_claims()
    close_enrolment()
    integrate_entries()  # enrolment is published before the first notice goes out
    counts = Counts(due=0)
    for batch in due_batches():
        counts += make_due(batch)
    letters = [press_letters.submit(batch) for batch in letter_batches()]
    stopped: list[StageFailed] = []
    open_channels = list(SENT_BY_PROVIDERS)
    while open_channels:
        rounds = [(channel, send_notices.submit(channel)) for channel in open_channels]
        for channel, future in rounds:
            result = future.result(raise_on_failure=False)
            if isinstance(result, StageFailed):
                stopped.append(result)
                open_channels.remove(channel)
            elif not result["claimed"]:
                open_channels.remove(channel)
            else:
                counts += result
    for future in letters:
        result = future.result(raise_on_failure=False)
        if isinstance(result, StageFailed):
            stopped.append(result)
        else:
            counts += result
    integrate_entries()
    if stopped:
        raise stopped[0]
    return counts
