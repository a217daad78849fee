"""The command as a whole: help, start-up, streams and exit codes."""

import os
import subprocess
import sys

import pytest

import kg as package
from kg.cli import COMMANDS, commands

HEAVY = {"spacy", "rdflib", "networkx", "pyvis", "numpy"}


def test_the_version_is_that_of_the_package(kg):
    assert kg("--version").out == f"kg {package.__version__}\n"


def test_help_lists_every_command(kg):
    shown = kg("--help")
    assert shown.code == 0
    words = " ".join(shown.out.split())
    assert [name for name, entry in COMMANDS.items() if entry.summary not in words] == []


def test_help_imports_no_command_and_nothing_heavy():
    code = (
        "import sys, kg.cli; kg.cli.run(['--help']);"
        "print([m for m in sys.modules if m.startswith('kg.')], file=sys.stderr);"
        f"sys.exit(bool({HEAVY!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0
    assert set(eval(done.stderr)) == {
        "kg.cli",
        "kg.cli.codes",
        "kg.cli.lazy",
        "kg.cli.talk",
        "kg.errors",
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_their_own_help_says(kg, name):
    context = commands.make_context("kg", [name], resilient_parsing=True)
    command = commands.get_command(context, name)
    assert command.help.partition("\n\n")[0].replace("\n", " ") == COMMANDS[name].summary
    assert kg(name, "--help").code == 0


def test_an_unknown_command_names_the_nearest(kg):
    assert kg("buidl") == type(kg("--version"))(
        2, "", "kg: no command buidl: perhaps build (see `kg --help`)\n"
    )


def test_an_unknown_option_is_one_line(kg):
    shown = kg("--colour")
    assert (shown.code, shown.out, shown.err.count("\n")) == (2, "", 1)


def test_no_command_shows_the_help(kg):
    shown = kg()
    assert shown.code == 2
    assert "Commands:" in shown.err


def test_an_interrupt_ends_with_130(kg, monkeypatch):
    monkeypatch.setattr(
        commands, "get_command", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt)
    )
    shown = kg("build")
    assert shown.code == 130
    assert "Traceback" not in shown.err


def test_a_fault_of_kg_is_one_line_without_traceback(kg, monkeypatch):
    monkeypatch.setattr(commands, "get_command", lambda *_: {}["gone"])
    shown = kg("build")
    assert shown.code == 70
    assert shown.err.startswith("kg: KeyError: 'gone' (this is a fault of kg")
    assert shown.err.count("\n") == 1


def command(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "kg.cli", *arguments], capture_output=True, text=True, **options
    )


def test_a_reader_that_leaves_early_is_no_fault():
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "kg.cli", "--help"], stdout=writer, stderr=subprocess.PIPE
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_full_disk_is_one_line():
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kg.cli", "--help"], stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"kg: no space left on device")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_get_a_completion(shell):
    script = command(env=os.environ | {"_KG_COMPLETE": f"{shell}_source"})
    assert "_KG_COMPLETE" in script.stdout


def test_completion_names_the_commands():
    words = {"_KG_COMPLETE": "bash_complete", "COMP_WORDS": "kg qu", "COMP_CWORD": "1"}
    assert command(env=os.environ | words).stdout.split() == ["plain,query", "plain,queries"]
