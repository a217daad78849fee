"""The shipped files are found however kg is installed."""

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UV = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")

pytestmark = pytest.mark.slow

ASK = (
    "import kg, kg.places as p; print(kg.__file__);"
    "print(p.shipped('ontology.ttl')); print(p.shipped('data/README.md'))"
)


def run(*command, cwd, **options):
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, **options
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def names(archive):
    """The files of a wheel or sdist without the sdist's top folder, and without metadata."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as opened:
            return {name for name in opened.namelist() if ".dist-info/" not in name}
    with tarfile.open(archive) as opened:
        return {name.partition("/")[2] for name in opened.getnames()}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Wheel and sdist of the checkout, and the wheel of the sdist."""
    place = tmp_path_factory.mktemp("built")
    assert UV, "uv is needed: make check-slow installs it"
    run(UV, "build", "--quiet", "--wheel", "--out-dir", place / "wheel", cwd=ROOT)
    run(UV, "build", "--quiet", "--sdist", "--out-dir", place / "sdist", cwd=ROOT)
    (sdist,) = (place / "sdist").glob("*.tar.gz")
    run(UV, "build", "--quiet", "--wheel", "--out-dir", place / "again", sdist, cwd=place)
    (wheel,) = (place / "wheel").glob("*.whl")
    (again,) = (place / "again").glob("*.whl")
    return {"wheel": wheel, "sdist": sdist, "wheel of the sdist": again}


def test_the_wheel_of_the_sdist_is_the_wheel(built):
    assert names(built["wheel"]) == names(built["wheel of the sdist"])
    assert built["wheel"].read_bytes() == built["wheel of the sdist"].read_bytes()


def test_wheel_and_sdist_hold_what_ships(built):
    shipped = ["ontology.ttl", "data/README.md", "data/reliability.tsv"]
    assert {"kg/py.typed", *(f"kg/shipped/{name}" for name in shipped)} <= names(built["wheel"])
    assert {"kg/py.typed", "ontology.ttl", "data/README.md", "LICENSE", "uv.lock"} <= names(
        built["sdist"]
    )


@pytest.mark.parametrize("kind", ["wheel", "sdist", "wheel of the sdist"])
def test_an_installed_kg_finds_its_files(built, kind, tmp_path):
    place = tmp_path / "site"
    run(UV, "pip", "install", "--quiet", "--no-deps", "--target", place, built[kind], cwd=tmp_path)
    shown = run(sys.executable, "-c", ASK, cwd=tmp_path, env={"PYTHONPATH": str(place)})
    assert [Path(line).is_relative_to(place) for line in shown.splitlines()] == [True] * 3


def test_an_editable_kg_finds_the_files_of_the_checkout(tmp_path):
    run(UV, "venv", "--quiet", "--no-project", "--python", sys.executable, "venv", cwd=tmp_path)
    python = tmp_path / "venv/bin/python"
    run(
        *(UV, "pip", "install", "--quiet", "--no-deps", "--python", python, "--editable", ROOT),
        cwd=tmp_path,
    )
    shown = run(python, "-c", ASK, cwd=tmp_path).splitlines()
    assert [Path(line) for line in shown] == [
        ROOT / "kg/__init__.py",
        ROOT / "ontology.ttl",
        ROOT / "data/README.md",
    ]
