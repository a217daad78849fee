"""The parser that ships: whole, small, licensed, silent, and right about plain sentences."""

import hashlib
import json
import socket
import warnings
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

MODEL = Path(__file__).parents[2] / "kg" / "parse" / "model"
MEGABYTES = 15

# en_core_web_sm 3.8.0's own list of strings: written by its makers before this training began
STRINGS_OF_SM = "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7"
FREQUENT_IN_TRAINING = {
    "olfactory", "embryonic", "phenotype", "homozygous", "littermates",
    "photoreceptor", "transfected", "zebrafish", "encorafenib",
}  # fmt: skip

Arc = tuple[str, str, str]  # child, label, head

SENTENCES: dict[str, tuple[str, set[Arc]]] = {
    "active": (
        "Regular walking lowers blood pressure.",
        {("walking", "nsubj", "lowers"), ("pressure", "dobj", "lowers")},
    ),
    "denied": (
        "The vaccine does not prevent the infection.",
        {
            ("vaccine", "nsubj", "prevent"),
            ("not", "neg", "prevent"),
            ("infection", "dobj", "prevent"),
        },
    ),
    "passive": (
        "The receptor is blocked by a toxin of the frog.",
        {
            ("receptor", "nsubjpass", "blocked"),
            ("by", "agent", "blocked"),
            ("toxin", "pobj", "by"),
            ("of", "prep", "toxin"),
        },
    ),
    "relative": (
        "Nerve cells that release dopamine die early.",
        {
            ("cells", "nsubj", "die"),
            ("release", "relcl", "cells"),
            ("that", "nsubj", "release"),
            ("dopamine", "dobj", "release"),
        },
    ),
    "coordination": (
        "Coffee and tea contain caffeine and raise blood pressure.",
        {
            ("Coffee", "nsubj", "contain"),
            ("tea", "conj", "Coffee"),
            ("caffeine", "dobj", "contain"),
            ("raise", "conj", "contain"),
            ("pressure", "dobj", "raise"),
        },
    ),
    "complement": (
        "Doctors believe that the hormone protects the heart.",
        {
            ("Doctors", "nsubj", "believe"),
            ("protects", "ccomp", "believe"),
            ("hormone", "nsubj", "protects"),
            ("heart", "dobj", "protects"),
        },
    ),
}


def no_network(*_: object, **__: object) -> None:
    raise AssertionError("loading the parser asked for the network")


@pytest.fixture(scope="module")
def nlp() -> Language:
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("error")
        patch.setattr(socket, "socket", no_network)
        patch.setattr(socket, "create_connection", no_network)
        return spacy.load(MODEL)


def test_loads_offline_without_a_warning(nlp: Language) -> None:
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]


def test_is_small_enough_for_a_wheel() -> None:
    size = sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file())
    assert size <= MEGABYTES * 1_000_000


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("LICENSE", "ExplosionAI GmbH"),
        ("LICENSES_SOURCES", "OntoNotes 5"),
        ("LICENSE_WORDNET", "Princeton"),
        ("NOTICE.md", "CC BY 3.0"),
        ("NOTICE.md", "CC BY-SA"),
    ],
)
def test_carries_the_licences_of_what_it_was_made_from(file: str, words: str) -> None:
    assert words in (MODEL / file).read_text(encoding="utf-8")


def test_holds_no_word_list_of_the_training_texts() -> None:
    strings = (MODEL / "vocab" / "strings.json").read_bytes()
    assert not FREQUENT_IN_TRAINING & set(json.loads(strings))
    assert hashlib.sha256(strings).hexdigest() == STRINGS_OF_SM


@pytest.mark.parametrize("construction", SENTENCES)
def test_reads_the_core_of_a_plain_sentence(nlp: Language, construction: str) -> None:
    text, arcs = SENTENCES[construction]
    read = {(token.text, token.dep_, token.head.text) for token in nlp(text)}
    assert arcs <= read


def test_gives_lemma_and_part_of_speech(nlp: Language) -> None:
    read = [(token.lemma_, token.pos_) for token in nlp("The drug reduced seizures.")]
    assert read[1:4] == [("drug", "NOUN"), ("reduce", "VERB"), ("seizure", "NOUN")]


def test_reads_a_text_alike_alone_and_among_others(nlp: Language) -> None:
    texts = [text for text, _ in SENTENCES.values()]
    alone = [[(t.tag_, t.dep_, t.head.i) for t in nlp(text)] for text in texts]
    together = [[(t.tag_, t.dep_, t.head.i) for t in read] for read in nlp.pipe(texts)]
    assert alone == together
