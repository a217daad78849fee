"""What a reader is given, and what it is: the contract of every format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from kg.model.text import Article


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one article with the name under which errors speak of them.

    `iri` is the user's name for the article, None where a reader is to find or mint one.
    """

    data: bytes
    name: str
    iri: str | None = None

    @property
    def sha256(self) -> str:
        """The hash of the bytes, hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


# To add a format: write a module with such a function, which raises KgError where the bytes are
# not of its format, and enter it in kg.read.READERS.
Reader = Callable[[Source], Article]
