"""Put trained weights into en_core_web_sm's frame: the folder that ships in `kg/parse/model`."""

import argparse
import shutil
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from training import places

TRAINED = ("tok2vec", "tagger", "parser")
DROPPED = ("ner", "senter")
META = {
    "name": "kg_parser",
    "version": "1.0.0",
    "description": "Tagger and parser of kg: en_core_web_sm 3.8.0 continued on CRAFT v5.",
    "author": "Explosion (en_core_web_sm); continued by the authors of kg",
    "email": "",
    "url": "",
    "license": "MIT; see NOTICE.md",
    "spacy_version": ">=3.8.0,<3.9.0",
    "sources": [
        {"name": "en_core_web_sm 3.8.0", "license": "MIT", "author": "Explosion"},
        {"name": "CRAFT v5", "license": "CC BY 3.0", "author": "Bada et al., Verspoor et al. 2012"},
        {"name": "WordNet 3.0", "license": "WordNet 3.0", "author": "Princeton University"},
        {"name": "Wikipedia (read, not copied)", "license": "CC BY-SA", "author": "its editors"},
        {"name": "BC5CDR, ChemProt (read, not copied)", "license": "public domain", "author": ""},
        {"name": "DrugBank open vocabulary", "license": "CC0 1.0", "author": "DrugBank"},
    ],
    "performance": {},
}


def assembled(trained: Path) -> Language:
    """The pipeline of sm without NER and senter, with the trained weights in its three networks."""
    nlp = spacy.load(places.fetched(places.SMALL), exclude=list(DROPPED))
    donor = spacy.load(places.need(trained, "run `python -m training.train` first"))
    for name in TRAINED:
        ours: Any = nlp.get_pipe(name)
        theirs: Any = donor.get_pipe(name)
        if ours.labels != theirs.labels:
            raise SystemExit(f"{trained}: {name} has other labels than sm; train from sm again")
        ours.model.from_bytes(theirs.model.to_bytes())
    nlp.meta.update(META)
    return nlp


def write(trained: Path, target: Path) -> None:
    """Write the model beside `target` and move it into place.

    spaCy lists every word it has met in strings.json; sm's own list is put back, so that no
    word of a training text ships. The parser needs none of them: it hashes what it reads.
    """
    staging = target.with_name(target.name + ".new")
    shutil.rmtree(staging, ignore_errors=True)
    staging.parent.mkdir(parents=True, exist_ok=True)
    assembled(trained).to_disk(staging)
    shutil.copyfile(places.SMALL / "vocab" / "strings.json", staging / "vocab" / "strings.json")
    for name in ("LICENSE", "LICENSES_SOURCES"):
        shutil.copyfile(places.SMALL / name, staging / name)
    (staging / "LICENSE_WORDNET").write_text(wordnet_licence(), encoding="utf-8")
    shutil.copyfile(places.ROOM / "NOTICE.md", staging / "NOTICE.md")
    shutil.rmtree(target, ignore_errors=True)
    staging.rename(target)


def wordnet_licence() -> str:
    """WordNet's licence out of Debian's copyright file, whose rest is about Debian's packaging."""
    text = places.fetched(places.WORDNET_LICENCE).read_text(encoding="utf-8")
    return text[text.index("Copyright:") : text.index("Files: debian/")].rstrip() + "\n"


def trained_with(seed: int) -> Path:
    """Where training leaves the last weights of a seed."""
    return places.RUNS / f"seed-{seed}" / "second" / "model-last"


def main() -> None:
    """Assemble one seed; `--ship` puts it into the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--ship", action="store_true", help="write to kg/parse/model")
    options = parser.parse_args()
    target = places.SHIPPED if options.ship else places.RUNS / f"seed-{options.seed}" / "model"
    write(trained_with(options.seed), target)
    print(target)


if __name__ == "__main__":
    main()
