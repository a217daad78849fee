"""What the documents show is what happens.

Blocks are run in order, in one empty folder a document. In a ```console block a line after ``$``
is a command (with what follows after ``>``), and the lines below are what it prints, on both
streams together. A ```pycon block is a doctest. ``...`` stands for any text. Blocks of other kinds
(```sh: how to install) are not run.
"""

import doctest
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.store.names import to_curie

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]

FENCE = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*\n(?:>.*\n)*)((?:(?!\$ ).*\n)*)", re.MULTILINE)
MORE = re.compile("^> ?", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
SAME = doctest.OutputChecker().check_output


def name(document):
    return str(document.relative_to(ROOT))


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """That of a newcomer: kg on the PATH, nothing in the cache."""
    commands = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    cache = str(tmp_path_factory.mktemp("cache"))
    kept = {key: value for key, value in os.environ.items() if key != "KG_STORE"}
    return kept | {"PATH": commands, "XDG_CACHE_HOME": cache}


def printed(command, folder, environment):
    """Run in a shell and return both streams in the order of writing."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.stdout


def check_commands(block, folder, environment):
    found = COMMAND.findall(block)
    assert found, f"no command in this block:\n{block}"
    for typed, expected in found:
        command = MORE.sub("", typed)
        shown = printed(command, folder, environment)
        assert SAME(expected, shown, FLAGS), f"$ {command}prints:\n{shown}"


def check_python(block, known):
    test = doctest.DocTestParser().get_doctest(block, known, "document", None, 0)
    said = io.StringIO()
    failed = doctest.DocTestRunner(optionflags=FLAGS).run(test, out=said.write, clear_globs=False)
    known.update(test.globs)
    assert failed.failed == 0, said.getvalue()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_the_examples_of(document, tmp_path, environment, monkeypatch):
    monkeypatch.chdir(tmp_path)
    known = {}
    for kind, block in FENCE.findall(document.read_text()):
        if kind == "console":
            check_commands(block, tmp_path, environment)
        else:
            check_python(block, known)


def test_the_claim_that_rdf_md_shows_is_the_one_that_is_built():
    (block,) = re.findall(
        r"^```turtle\n(A#c-.*?)^```",
        (ROOT / "docs" / "rdf.md").read_text(),
        re.MULTILINE | re.DOTALL,
    )
    shown = set(re.findall(r"[\w-]+:\w+|true|false", re.sub(r"#\s.*|[\"<].*?[\">]", "", block)))
    graph = kg.build()
    found = graph.query(
        "SELECT ?p ?o { ?c kg:predicate kg:enhances ; kg:object kg:highThetaOscillation ; ?p ?o }"
    )
    built = {
        to_curie(node.value, graph.prefixes) or node.value
        for row in found.rows
        for node in row
        if to_curie(node.value, graph.prefixes) or node.value in ("true", "false")
    }
    assert shown - {"a", "kg:rank"} == built - {"rdf:type"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_links_lead_to_files(document):
    for target in LINK.findall(document.read_text()):
        assert (document.parent / target).exists(), target


def test_every_command_stands_in_the_readme():
    from kg.cli import COMMANDS

    text = (ROOT / "README.md").read_text()
    assert [command for command in COMMANDS if f"kg {command}" not in text] == []
