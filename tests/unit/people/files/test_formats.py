"""One list in every format gives the same cells under the same numbers."""

import base64
import hashlib
import hmac
import io
import subprocess
import sys

import pyrage
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sample_lists import EXAMPLE, cells, cleaned, csv_of, json_lines, knows, ods, opened, refusal, sample, xls, xlsx

from tidings.errors import ListError
from tidings.people.files import Passphrase, open_list, read_identities

HEADER, ROWS = sample()
TEXT = csv_of(HEADER, ROWS)
IN_CP1252 = [row for row in ROWS if "".join(row).encode("cp1252", "ignore").decode("cp1252") == "".join(row)]
KEY = pyrage.x25519.Identity.generate()


def tabs(encoding):
    return csv_of(HEADER, ROWS, delimiter="\t").encode(encoding)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
        tabs("utf-16"),
        tabs("utf-16-le"),
        tabs("utf-16-be"),
        tabs("utf-32"),
        tabs("utf-32-le"),
        csv_of(HEADER, ROWS, delimiter="|", quotechar="'", quoting=1).encode(),
        csv_of(HEADER, ROWS, delimiter="^").encode(),
        csv_of(HEADER, ROWS, delimiter="~").encode(),
        csv_of(HEADER, ROWS, delimiter="\x1f").encode(),
        ("sep=;\r\n" + csv_of(HEADER, ROWS, delimiter=";")).encode(),
        csv_of(HEADER, ROWS, doublequote=False, escapechar="\\").encode(),
        json_lines(HEADER, ROWS),
        b"[" + b",".join(json_lines(HEADER, ROWS).splitlines()) + b"]",
        json_lines(HEADER, ROWS).decode().encode("utf-16"),
        xlsx([HEADER, *ROWS]),
        xls([HEADER, *ROWS]),
        ods([HEADER, *ROWS]),
    ],
    ids=lambda data: data[:12].hex(),
)
def test_the_same_list_gives_the_same_rows(data):
    table = opened(data)
    assert table.header == HEADER
    assert [(row.number, row.cells) for row in table.rows] == list(enumerate(ROWS, start=1))


def test_cp1252_with_semicolons():
    assert len(IN_CP1252) > 200
    assert cleaned(cells(csv_of(HEADER, IN_CP1252, delimiter=";").encode("cp1252"))) == cleaned(IN_CP1252)


def test_lines_in_several_encodings_are_each_read_in_their_own():
    lines = csv_of(HEADER, IN_CP1252).splitlines(keepends=True)
    data = b"".join(line.encode(("cp1252", "utf-8")[at % 2]) for at, line in enumerate(lines))
    assert cleaned(cells(data)) == cleaned(IN_CP1252)


@pytest.mark.parametrize("make", [TEXT.encode, lambda: xlsx([HEADER, *ROWS]), lambda: json_lines(HEADER, ROWS)])
@pytest.mark.parametrize("armoured", [False, True])
def test_any_of_them_as_age(tmp_path, make, armoured):
    locked = pyrage.encrypt(make(), [KEY.to_public()], armored=armoured)
    assert cells(locked, identities=[pyrage.x25519.Identity.generate(), KEY]) == ROWS
    path = tmp_path / "list.age"
    path.write_bytes(locked)
    assert [row.cells for row in open_list(path, knows=knows, identities=[KEY]).rows] == ROWS
    assert [file.name for file in tmp_path.iterdir()] == ["list.age"]


def locked_by(phrase, plain):
    """An age file under a passphrase (C2SP age), at scrypt's 2^10 instead of the 2^19 that would take seconds."""

    def b64(data):
        return base64.b64encode(data).rstrip(b"=")

    def derived(secret, salt, info):
        return HKDF(hashes.SHA256(), 32, salt, info).derive(secret)

    file_key, salt, nonce = b"k" * 16, b"s" * 16, b"n" * 16
    wrap = hashlib.scrypt(phrase.encode(), salt=b"age-encryption.org/v1/scrypt" + salt, n=1 << 10, r=8, p=1, dklen=32)
    body = ChaCha20Poly1305(wrap).encrypt(bytes(12), file_key, None)
    header = b"age-encryption.org/v1\n-> scrypt " + b64(salt) + b" 10\n" + b64(body) + b"\n---"
    mac = hmac.digest(derived(file_key, None, b"header"), header, "sha256")
    stream = ChaCha20Poly1305(derived(file_key, nonce, b"payload"))
    pieces = [plain[at : at + (64 << 10)] for at in range(0, len(plain), 64 << 10)]
    sealed = (stream.encrypt(at.to_bytes(11, "big") + bytes([at == len(pieces) - 1]), one, None) for at, one in enumerate(pieces))
    return header + b" " + b64(mac) + b"\n" + nonce + b"".join(sealed)


def test_age_under_a_passphrase():
    locked = locked_by("tidings", TEXT.encode())
    assert cells(locked, identities=[KEY, Passphrase("wrong"), Passphrase("tidings")]) == ROWS
    assert "tidings" not in repr(Passphrase("tidings"))
    assert refusal(locked, identities=[Passphrase("wrong")]).code is ListError.Code.CANNOT_OPEN
    assert refusal(locked, identities=[KEY]).code is ListError.Code.CANNOT_OPEN
    lines = b"\n".join(base64.encodebytes(locked).replace(b"\n", b"")[at : at + 64] for at in range(0, len(locked) * 2, 64))
    armoured = b"-----BEGIN AGE ENCRYPTED FILE-----\n" + lines.strip() + b"\n-----END AGE ENCRYPTED FILE-----\n"
    assert cells(armoured, identities=[Passphrase("tidings")]) == ROWS


def test_age_that_cannot_be_opened_says_so_in_one_way():
    locked = pyrage.encrypt(TEXT.encode() * 3, [KEY.to_public()])
    assert refusal(locked).code is ListError.Code.ENCRYPTED
    changed = bytearray(locked)
    changed[-30] ^= 1
    for data, keys in (
        (locked, [pyrage.x25519.Identity.generate()]),
        (locked, [Passphrase("x")]),
        (locked[:-40], [KEY]),
        (locked[:60], [KEY]),
        (bytes(changed), [KEY]),
        (pyrage.encrypt(TEXT.encode() * 3, [KEY.to_public()], armored=True)[:-300], [KEY]),
    ):
        assert refusal(data, identities=keys).code is ListError.Code.CANNOT_OPEN


def test_age_inside_age_is_not_opened_again():
    inner = pyrage.encrypt(TEXT.encode(), [KEY.to_public()])
    assert refusal(pyrage.encrypt(inner, [KEY.to_public()]), identities=[KEY]).code is ListError.Code.NOT_A_LIST


def test_a_table_that_is_not_read_to_its_end_lets_go_of_everything():
    table = opened(pyrage.encrypt(TEXT.encode() * 50, [KEY.to_public()]), identities=[KEY])
    next(table.rows)
    table.close()
    table.close()
    opened(xlsx([HEADER, *ROWS])).close()


def test_identities_are_read_from_a_file_as_age_keygen_writes_it(tmp_path):
    file = tmp_path / "key.txt"
    file.write_text(f"# created: 2026-11-25\n# public key: {KEY.to_public()}\n{KEY}\n", encoding="ascii")
    locked = pyrage.encrypt(TEXT.encode(), [KEY.to_public()])
    assert cells(locked, identities=read_identities(file)) == ROWS
    for text, code in (("# nothing\n", "CANNOT_OPEN"), ("AGE-SECRET-KEY-1SECRET\n", "CANNOT_OPEN")):
        file.write_text(text, encoding="ascii")
        with pytest.raises(ListError) as caught:
            read_identities(file)
        assert caught.value.code is ListError.Code[code]
        assert "SECRET" not in str(caught.value)
    with pytest.raises(ListError) as caught:
        read_identities(tmp_path / "nowhere")
    assert caught.value.code is ListError.Code.NO_SUCH_FILE


def test_standard_input_is_read_once_from_where_it_stands(tmp_path):
    script = (
        "import sys\nfrom tidings.people.files import open_list\n"
        "t = open_list(sys.stdin.buffer, knows=lambda name: 'a_number' in name)\nprint(len(t.header), sum(1 for _ in t.rows))"
    )
    for data in (TEXT.encode(), xlsx([HEADER, *ROWS]), json_lines(HEADER, ROWS)):
        done = subprocess.run([sys.executable, "-c", script], input=data, capture_output=True, check=True)
        assert done.stdout.split() == [b"20", b"300"]


def test_a_stream_that_gives_a_few_bytes_at_a_time():
    class Slow(io.RawIOBase):
        def __init__(self, data):
            self.data = io.BytesIO(data)

        def read(self, size=-1):
            return self.data.read(min(size, 7))

    table = open_list(Slow(tabs("utf-16")), knows=knows)
    assert [row.cells for row in table.rows] == ROWS


@pytest.mark.shared
def test_the_agencys_workbook():
    shared = EXAMPLE.parents[3] / "shared/data"
    if not shared.exists():
        pytest.skip("needs ../shared/data, which lies outside the repository")
    table = open_list(shared / "affected_persons.xlsx", knows=knows)
    rows = list(table.rows)
    assert (len(rows), rows[0].line, table.skipped_rows, table.skipped_sheets) == (6252, 4, 1, 0)
    in_csv = [row.cells for row in open_list(shared / "affected_persons.csv", knows=knows).rows]
    assert [row.cells[1].lstrip("0") for row in rows] == [cells[1].lstrip("0") for cells in in_csv]
