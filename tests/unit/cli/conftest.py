"""Commands as they are typed, in this process."""

import pytest

from tidings.cli import run


@pytest.fixture
def tidings(capsys):
    """`tidings(*arguments)` gives (exit code, stdout, stderr)."""
    capsys.readouterr()

    def typed(*arguments):
        code = run([str(one) for one in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return typed
