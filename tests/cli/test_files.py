import os
import stat
from pathlib import Path

import pytest

from kg.cli.files import put
from kg.errors import KgError


def test_a_file_is_replaced_whole(tmp_path):
    target = tmp_path / "graph.trig"
    target.write_text("old")
    put(b"new", target)
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.trig"]


def test_a_written_file_has_the_rights_of_any_new_file(tmp_path):
    put(b"", tmp_path / "a")
    (tmp_path / "b").touch()
    assert stat.filemode((tmp_path / "a").stat().st_mode) == stat.filemode(
        (tmp_path / "b").stat().st_mode
    )


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(KgError, match=r"x\.ttl: cannot write: there is no folder"):
        put(b"data", tmp_path / "missing" / "x.ttl")


def test_a_folder_as_target_is_said_and_left_as_it_was(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(KgError, match="is a folder"):
        put(b"data", tmp_path / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_device_is_written_in_place():
    put(b"data", Path("/dev/null"))
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_full_disk_is_said():
    with pytest.raises(KgError, match="no space left on device"):
        put(b"data", Path("/dev/full"))
