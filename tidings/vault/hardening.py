"""What the process and its files must be like before anything personal is in them: no core dumps, nothing for others to read."""

from __future__ import annotations

import contextlib
import os
import resource
import secrets
import stat
from pathlib import Path

from tidings.errors import KeyStoreError

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def harden() -> None:
    """For the start of every process: no core dumps (memory holds keys), and new files for their owner only."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.umask(0o077)


def private_folder(path: Path) -> Path:
    """The folder, made with mode 0700 where it does not exist.

    An empty one that others may enter is closed to them. One with something in it is left as it is and refused, since it
    may serve somebody else: KeyStoreError OPEN_TO_OTHERS.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        path.mkdir(mode=0o700)
    if path.stat().st_mode & OTHERS:
        if any(path.iterdir()):
            raise KeyStoreError(KeyStoreError.Code.OPEN_TO_OTHERS, str(path))
        path.chmod(0o700)
    return path


def private_file(path: Path, longest: int) -> bytes:
    """The first bytes of a file that only its owner may read. Raises KeyStoreError OPEN_TO_OTHERS, OSError."""
    with path.open("rb") as stream:
        if os.fstat(stream.fileno()).st_mode & OTHERS:
            raise KeyStoreError(KeyStoreError.Code.OPEN_TO_OTHERS, str(path))
        return stream.read(longest)


def write_private(path: Path, data: bytes) -> None:
    """Writes a whole file with mode 0600: after it returns it survives a power cut, and nobody ever sees half of it.

    `data` must be sealed or public already: a process that is killed may leave it under a temporary name beside `path`.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


# What keeps files on another machine, as the kernel calls it: there a lock may not hold, a deleted block may stay, and others
# may read. fuse.* are the common ones of those.
_ELSEWHERE = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "9p", "lustre", "glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.s3fs")
)


def network_file_system(path: Path, mounts: Path = Path("/proc/self/mounts")) -> str | None:
    """The kind of network file system on which this path would lie; none where it lies here, or nobody can tell."""
    if not mounts.is_file():
        return None
    where = path.absolute()
    best, kind = -1, ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _device, point, name, *_ = line.split(" ")
        place = Path(point.replace("\\040", " "))
        if (place == where or place in where.parents) and len(place.parts) >= best:
            best, kind = len(place.parts), name
    return kind if kind in _ELSEWHERE else None


def sync_folder(path: Path) -> None:
    """Makes names in a folder durable: syncing a file alone does not."""
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
