"""Lists nobody has seen: invented people, and cells damaged in more ways than the sample shows, with an answer key.

What is right in each cell is known to the generator itself: it never asks our readers. Every kind of damage has a name, so
that a failure says which kind it was. `lists.py` puts rows together; the other files are one field each.

    python -m tests.unit.people.damage --seed 7 --rows 3000 --out DIR

writes `list.csv` and `key.jsonl` (the format of issue 3's scorer), reads the list with the example incident's rules, writes
`got.jsonl`, and prints each field's score and the kinds that failed. Everybody in it is invented; US numbers end in 555-01xx.
"""
