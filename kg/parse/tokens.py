"""spaCy's tokens → ours."""

from __future__ import annotations

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


def tokens_of(doc: Doc, start: int, like: Doc | None = None) -> tuple[Token, ...]:
    """Return the tokens of a sentence that begins at `start`, white space left out; a second root
    hangs on the first. `like` has the words as they stand in the text, where `doc` has others.
    """
    words = [t for t in doc if not t.is_space]
    texts = [t for t in like or doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(words)}
    root = next((place[t.i] for t in words if t.head.i == t.i), 0)
    tokens = []
    for n, (t, shown) in enumerate(zip(words, texts, strict=True)):
        lowered = t.text.lower()
        is_root = t.head.i == t.i
        first = start + shown.idx
        tokens.append(
            Token(
                index=n,
                span=Span(first, first + len(shown.text)),
                text=shown.text,
                lemma=AUXILIARY_TO_LEMMA.get(lowered, t.lemma_.lower() or lowered),
                pos=t.pos_,
                tag=t.tag_,
                dep=t.dep_ if not is_root or n == root else "parataxis",
                head=root if is_root else place.get(t.head.i, root),
            )
        )
    return tuple(tokens)
