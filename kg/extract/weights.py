"""The weights of the features of `likelihood`: one of 1 multiplies by e to the
power of its weight. Written by ``python -m training.coreference``; not by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

PRONOUN: Mapping[str, float] = {
    "again": 0.68, "chain": 0.24, "distance": -1.31, "in relative clause": -0.16,
    "kind asked": -0.55, "last subject": 0.46, "list": -0.05, "nameless": -0.39,
    "nameless class": 0.36, "other block": -0.6, "parallel": 0.59,
    "possessive, same sentence": 0.34, "role": 1.3, "same role": 0.54, "same sentence": 0.99,
    "title": 0.43, "topic": 0.36, "verb": -0.57, "nothing": -2.87,
}  # fmt: skip
NOUN: Mapping[str, float] = {
    "again": 0.12, "alone": 0.57, "chain": 0.05, "distance": -0.39, "kind asked": -0.16,
    "last subject": 0.49, "list": 0.13, "nameless": 0.35, "nameless class": 0.35,
    "noun asked": 0.2, "other block": -0.57, "parallel": -0.05, "pointed at": 0.82,
    "pointing": -0.56, "pointing word": 0.89, "pointing, same sentence": 0.48,
    "possessive, same sentence": 0.09, "role": 0.7, "same role": 0.64, "same sentence": -0.32,
    "topic": 0.51, "verb": -0.38, "nothing": -1.57,
}  # fmt: skip
