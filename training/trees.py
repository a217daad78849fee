"""What flows through training: sentences with their trees, and their way in and out of spaCy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Word:
    """One token. `head` is an index into its own sentence; a root is its own head."""

    text: str
    lemma: str
    tag: str
    head: int
    label: str
    space: bool


Tree = tuple[Word, ...]


def tree(sentence: Span) -> Tree:
    """Read a parsed spaCy sentence."""
    return tuple(
        Word(t.text, t.lemma_, t.tag_, t.head.i - sentence.start, t.dep_, bool(t.whitespace_))
        for t in sentence
    )


def labels_under(tree: Tree, i: int) -> set[str]:
    """The labels of the words that hang on word `i`."""
    return {word.label for j, word in enumerate(tree) if word.head == i and j != i}


def below(tree: Tree, i: int, within: range) -> set[int]:
    """The words of `within` that hang on `i`, at any depth."""
    return {j for j in within if i in _ancestors(tree, j)}


def _ancestors(tree: Tree, i: int) -> Iterator[int]:
    while tree[i].head != i:
        i = tree[i].head
        yield i


def doc(trees: Iterable[Tree], vocab: Vocab) -> Doc:
    """Put sentences that follow one another into one Doc, with their limits."""
    words: list[Word] = []
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sentence in trees:
        heads += [len(words) + word.head for word in sentence]
        starts += [i == 0 for i in range(len(sentence))]
        words += sentence
    return Doc(
        vocab,
        words=[word.text for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=[word.label for word in words],
        sent_starts=starts,
    )


def passages(sentences: list[Tree], random: Random, longest: int = 6) -> Iterator[list[Tree]]:
    """Cut a paragraph into runs of 1 to `longest` sentences, so that sentence starts are learnt."""
    while sentences:
        size = random.randint(1, longest)
        yield sentences[:size]
        sentences = sentences[size:]


def save(groups: Iterable[list[Tree]], path: Path) -> int:
    """Write passages as a .spacy file and return the number of words."""
    vocab = Vocab()
    store = DocBin(attrs=["TAG", "LEMMA", "HEAD", "DEP", "SENT_START"])
    words = 0
    for group in groups:
        passage = doc(group, vocab)
        words += len(passage)
        store.add(passage)
    path.parent.mkdir(parents=True, exist_ok=True)
    store.to_disk(path)
    return words


def load(path: Path) -> Iterator[Tree]:
    """Read the sentences of a .spacy file back, in order."""
    for passage in DocBin().from_disk(path).get_docs(Vocab()):
        for sentence in passage.sents:
            yield tree(sentence)
