"""Ways of tampering with a ledger's folder. Each leaves a copy that is wrong in one thing."""

import shutil

from tidings.ledger.tiles import decode_bundle, encode_bundle

FLIPPED = (
    ("tile/entries/000", 40),
    ("tile/entries/001", 7),
    ("tile/entries/002.p/88", 100),
    ("tile/0/000", 33),
    ("tile/0/001", 8191),
    ("tile/0/002.p/88", 5),
    ("tile/1/000.p/2", 40),
    ("checkpoint", 17),
    ("checkpoint", -30),
    ("checkpoints/300", 18),
)
"""Files of a tree of 600 entries that was also signed at 300, and a byte in each."""


def flip(path, at):
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def copies_with_a_flipped_byte(folder, home):
    for number, (name, at) in enumerate(FLIPPED):
        copy = shutil.copytree(folder, home / f"flipped-{number}")
        flip(copy / name, at)
        yield name, copy
        shutil.rmtree(copy)


def change(folder, name, work):
    """Does something to the entries of a bundle."""
    entries = decode_bundle((folder / name).read_bytes())
    work(entries)
    (folder / name).write_bytes(encode_bundle(entries))
