"""How much each feature of `likelihood` weighs: one of 1 multiplies the likelihood by e to its
weight. Written by ``python -m training.coreference``; not by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

PRONOUN: Mapping[str, float] = {
    "again": 0.68, "chain": 0.23, "distance": -1.31, "in relative clause": -0.18,
    "kind asked": -0.56, "last subject": 0.45, "nameless": -0.4, "nameless class": 0.35,
    "other block": -0.61, "parallel": 0.59, "possessive, same sentence": 0.33, "role": 1.3,
    "same role": 0.54, "same sentence": 0.97, "title": 0.43, "topic": 0.35, "verb": -0.58,
    "nothing": -2.2,
}  # fmt: skip
NOUN: Mapping[str, float] = {
    "again": 0.13, "alone": 0.54, "chain": 0.05, "distance": -0.39, "in relative clause": -0.05,
    "kind asked": -0.18, "last subject": 0.46, "list": 0.16, "nameless": 0.35,
    "nameless class": 0.35, "noun asked": 0.22, "other block": -0.58, "pointed at": 0.83,
    "pointing": -0.55, "pointing word": 0.87, "pointing, same sentence": 0.43,
    "possessive, same sentence": 0.09, "role": 0.65, "same role": 0.63, "same sentence": -0.31,
    "topic": 0.52, "verb": -0.39, "nothing": -1.56,
}  # fmt: skip
