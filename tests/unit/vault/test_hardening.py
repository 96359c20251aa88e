"""Files and folders for their owner only, whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tidings.errors import KeyStoreError
from tidings.vault import MAKERS, make_provider, network_file_system, private_folder, write_private


def mode(path):
    return path.stat().st_mode & 0o777


@pytest.fixture
def _open_umask():
    """The most careless umask, so that what is private is so because of us."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_hardened_process_dumps_no_core_and_makes_private_files(tmp_path):
    program = (
        "import os, resource, sys; from tidings.vault.hardening import harden; harden(); "
        "open(sys.argv[1], 'w').close(); print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path / "file"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(0, 0)"
    assert mode(tmp_path / "file") == 0o600


@pytest.mark.usefixtures("_open_umask")
def test_a_new_folder_is_private(tmp_path):
    assert mode(private_folder(tmp_path / "above" / "home")) == 0o700
    assert mode(private_folder(tmp_path / "above" / "home")) == 0o700


@pytest.mark.usefixtures("_open_umask")
def test_an_empty_folder_is_closed_to_others(tmp_path):
    (tmp_path / "home").mkdir(0o755)
    assert mode(private_folder(tmp_path / "home")) == 0o700


@pytest.mark.usefixtures("_open_umask")
def test_a_folder_that_serves_others_is_refused_and_left_as_it_is(tmp_path):
    (tmp_path / "home").mkdir(0o755)
    (tmp_path / "home" / "theirs").touch()
    with pytest.raises(KeyStoreError) as refused:
        private_folder(tmp_path / "home")
    assert refused.value.code is KeyStoreError.Code.OPEN_TO_OTHERS
    assert mode(tmp_path / "home") == 0o755


@pytest.mark.usefixtures("_open_umask")
def test_a_written_file_is_private_and_whole_and_alone(tmp_path):
    write_private(tmp_path / "letter", b"first")
    write_private(tmp_path / "letter", b"second")
    assert (tmp_path / "letter").read_bytes() == b"second"
    assert mode(tmp_path / "letter") == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["letter"]


def test_a_write_that_fails_leaves_nothing_behind(tmp_path):
    (tmp_path / "letter").mkdir()
    with pytest.raises(IsADirectoryError):
        write_private(tmp_path / "letter", b"data")
    assert [file.name for file in tmp_path.iterdir()] == ["letter"]


def mounts(tmp_path, text):
    (tmp_path / "mounts").write_text(text)
    return tmp_path / "mounts"


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        ("/srv/tidings/home", "nfs4"),
        ("/srv/local/home", None),
        ("/home/me/.tidings", None),
        ("/mnt/a share/home", "cifs"),
        ("/srvother", None),
    ],
)
def test_a_network_file_system_is_known_by_the_nearest_mount(tmp_path, where, kind):
    table = mounts(
        tmp_path,
        "/dev/a / ext4 rw 0 0\nserver:/x /srv nfs4 rw 0 0\n/dev/b /srv/local ext4 rw 0 0\n//s/y /mnt/a\\040share cifs rw 0 0\n",
    )
    assert network_file_system(Path(where), table) == kind


def test_where_nobody_can_tell_there_is_no_warning(tmp_path):
    assert network_file_system(tmp_path, tmp_path / "no such file") is None


def test_no_setting_that_is_secret_shows_in_a_repr():
    from tidings.settings import Settings

    secret = {name: "Zzsecret" for name, field in Settings.model_fields.items() if "Secret" in str(field.annotation)}
    assert len(secret) >= 5
    settings = Settings(**secret, _env_file=None)
    assert "Zzsecret" not in f"{settings!r} {settings} {settings.model_dump()}"
    made = [make_provider(settings, name) for name in MAKERS]
    assert "Zzsecret" not in repr(made)
