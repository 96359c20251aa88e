"""Makes a list by hand and scores our reading of it: see the package's docstring."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tidings.incident import load_incident
from tidings.people import write_dry_run

from .lists import make, score, write

EXAMPLE = Path(__file__).parents[4] / "config" / "incidents" / "example"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.unit.people.damage", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=3000)
    parser.add_argument("--out", type=Path, required=True, help="a folder for list.csv, key.jsonl and got.jsonl")
    options = parser.parse_args()
    made = make(options.seed, options.rows)
    write(made, options.out)
    with (options.out / "got.jsonl").open("wb") as out:
        write_dry_run(options.out / "list.csv", EXAMPLE, load_incident(EXAMPLE), out)
    got = {line["row"]: line for line in map(json.loads, (options.out / "got.jsonl").read_text(encoding="utf-8").splitlines())}
    for field, line in score(made.keys, got).items():
        print(f"{field:16}{line.key:>7}{line.found:>7}{line.recall:>9.4f}{sum(line.wrong.values()):>7} wrong")
        for kind, times in line.missed.most_common():
            print(f"    missed {times:>3}  {kind}")
        for kind, times in line.wrong.most_common():
            print(f"    wrong  {times:>3}  {kind}")


if __name__ == "__main__":
    main()
