"""Salience: how much a word stands in the foreground, by its grammatical role.

After Lappin and Leass (1994), without their corpus's weights: subjects before objects before
phrases; what is part of another noun phrase counts less.
"""

from __future__ import annotations

from kg.extract.tree import SUBJECTS, Tree

ROLE_TO_WEIGHT = {
    "nsubj": 1.0, "nsubjpass": 1.0, "csubj": 0.8, "dobj": 0.6, "dative": 0.6, "attr": 0.35,
    "oprd": 0.6, "pobj": 0.45, "appos": 0.4, "poss": 0.5, "compound": 0.3, "amod": 0.3,
    "nmod": 0.35, "ROOT": 0.8, "ccomp": 0.6,
}  # fmt: skip
OTHER_ROLE, AGENT_ROLE = 0.3, 0.7  # any other role; "by X" under a passive
STEP_TO_FACTOR = {
    "conj": 0.9, "appos": 0.9, "poss": 0.8, "compound": 0.45, "amod": 0.45, "nmod": 0.45,
    "pobj": 0.65,
}  # fmt: skip


def salience(tree: Tree, i: int) -> tuple[float, bool]:
    """Return the weight of what stands at token i (0 to 1), and whether it is (in) a subject."""
    factor, t = 1.0, i
    while (step := _step_up(tree, t)) is not None:
        t, share = step
        factor *= share
    token = tree.tokens[t]
    if token.dep == "oprd" and tree.tokens[token.head].dep in ("acl", "relcl"):  # "called X"
        token = tree.tokens[tree.tokens[token.head].head]
    if token.dep == "pobj" and tree.tokens[token.head].dep == "agent":
        return AGENT_ROLE * factor, False
    return ROLE_TO_WEIGHT.get(token.dep, OTHER_ROLE) * factor, token.dep in SUBJECTS


def _step_up(tree: Tree, t: int) -> tuple[int, float] | None:
    """Return the noun phrase of which token t is a part, and what share of its weight is left."""
    token = tree.tokens[t]
    if token.dep not in STEP_TO_FACTOR or token.head == t:
        return None
    if token.dep != "pobj":
        return token.head, STEP_TO_FACTOR[token.dep]
    above = tree.tokens[token.head].head
    if tree.tokens[above].lemma == "form":  # "in the form of X": X is what is spoken of
        return tree.tokens[tree.tokens[above].head].head, 1.0
    return (above, STEP_TO_FACTOR["pobj"]) if tree.is_noun(above) else None
