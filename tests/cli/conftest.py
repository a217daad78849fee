"""How the tests of the command run it: in this process, with both streams caught."""

import io
import sys
from dataclasses import dataclass

import pytest

from kg.cli import run


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


class Stream(io.TextIOWrapper):
    """A text stream over bytes that reads back what was written."""

    def __init__(self, data: bytes = b""):
        super().__init__(io.BytesIO(data), encoding="utf-8", newline="")

    def text(self):
        self.flush()
        return self.buffer.getvalue().decode()


def call(*arguments, stdin=b""):
    """Run `kg ARGUMENTS` in this process and return its code and what it printed."""
    out, err = Stream(), Stream()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", Stream(stdin))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        code = run([str(argument) for argument in arguments])
        return Ran(code, out.text(), err.text())


@pytest.fixture
def kg(monkeypatch, tmp_path):
    """The command, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    return call


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    """The graph of the article that ships with kg, built once for all tests."""
    path = tmp_path_factory.mktemp("shipped") / "article.trig"
    built = call("build", "-o", path)
    assert built.code == 0, built.err
    return path
