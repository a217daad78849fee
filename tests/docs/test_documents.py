"""What the documents show is what happens.

Every ```console block is run: the lines after ``$`` as commands, in one folder a document, and what
follows is what they print on both streams together. ``...`` stands for any text. Every
```pycon block is run as a doctest. Blocks of other kinds (```sh: how to install) are not run.
"""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]

FENCE = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
SAME = doctest.OutputChecker().check_output


def blocks(document, kind):
    return [text for found, text in FENCE.findall(document.read_text()) if found == kind]


def name(document):
    return str(document.relative_to(ROOT))


def environment():
    commands = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    kept = {key: value for key, value in os.environ.items() if key != "KG_STORE"}
    return kept | {"PATH": commands, "NO_COLOR": "1", "PAGER": "cat"}


def printed(command, folder):
    """Run in a shell and return both streams in the order of writing."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.stdout


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_commands_print_what_the_document_says(document, tmp_path):
    for block in blocks(document, "console"):
        found = COMMAND.findall(block)
        assert found, f"no command in this block:\n{block}"
        for command, expected in found:
            shown = printed(command, tmp_path)
            assert SAME(expected, shown, FLAGS), f"$ {command}\nprints:\n{shown}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_python_examples_return_what_the_document_says(document, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    examples = "\n".join(blocks(document, "pycon"))
    test = doctest.DocTestParser().get_doctest(examples, {}, document.name, str(document), 0)
    assert doctest.DocTestRunner(optionflags=FLAGS).run(test).failed == 0


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_links_lead_to_files(document):
    for target in LINK.findall(document.read_text()):
        assert (document.parent / target).exists(), target


def test_every_command_stands_in_the_readme():
    from kg.cli import COMMANDS

    text = (ROOT / "README.md").read_text()
    assert [command for command in COMMANDS if f"kg {command}" not in text] == []
