"""`make bench`: people a second for ingest and notify, entries a second for the ledger, each beside its floor."""

from __future__ import annotations

from bench import coverage, ingest, keys, ledger, letters, notify, resolve, seal, texts
from bench.figures import Figure, show


def main() -> None:
    figures = [*ingest.run(), *resolve.run(), *coverage.run(), *texts.run(), *letters.run(), *notify.run()]
    figures += [
        Figure(name, value, unit, floor, "SHA-256 alone")
        for name, value, unit, floor, _ratio in ledger.run([100_000])
        if unit == "entries/s"
    ]
    show(figures)
    print()
    seal.main()
    keys.main()


if __name__ == "__main__":
    main()
