"""spaCy's tokens → ours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.model.text import Span, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The rule lemmatizer leaves auxiliaries as they stand.
AUXILIARY_TO_LEMMA = {
    "am": "be", "are": "be", "is": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be",
    "has": "have", "had": "have", "having": "have", "'ve": "have", "’ve": "have",
    "does": "do", "did": "do", "done": "do", "doing": "do",
    "n't": "not", "n’t": "not", "ca": "can", "wo": "will", "sha": "shall",
}  # fmt: skip


def tokens_of(
    doc: Doc, read: Sequence[tuple[str, str]], start: int, like: Doc | None = None
) -> tuple[Token, ...]:
    """Return the tokens of a sentence that begins at `start`, white space left out; a second root
    hangs on the first. `read` has the part of speech and the lemma of each; `like` has the words as
    they stand in the text, where `doc` has others.
    """
    words = [t for t in doc if not t.is_space]
    texts = words if like is None else [t for t in like if not t.is_space]
    heads = [t.head.i for t in words]
    place = {t.i: n for n, t in enumerate(words)}
    root = next((n for n, t in enumerate(words) if heads[n] == t.i), 0)
    tokens = []
    for n, (t, shown) in enumerate(zip(words, texts, strict=True)):
        pos, lemma = read[t.i]
        lowered = t.lower_
        is_root = heads[n] == t.i
        first, text = start + shown.idx, shown.text
        tokens.append(
            Token(
                index=n,
                span=Span(first, first + len(text)),
                text=text,
                lemma=AUXILIARY_TO_LEMMA.get(lowered, lemma.lower() or lowered),
                pos=pos,
                tag=t.tag_,
                dep=t.dep_ if not is_root or n == root else "parataxis",
                head=root if is_root else place.get(heads[n], root),
            )
        )
    return tuple(tokens)
