"""Two articles that say some of the same: the set of graphs that questions about sets need."""

from kg.rdf import to_quads
from kg.rdf.terms import Quad
from tests.readings import Draft, ontology, sample

FIRST = "https://w3id.org/article-kg/article/first"
SECOND = "https://w3id.org/article-kg/article/second"


def first() -> tuple[Quad, ...]:
    """Return the sample as an article of its own name."""
    return to_quads(sample(iri=FIRST), ontology())


def second() -> tuple[Quad, ...]:
    """Return an article that shares a bare triple, terms and a paper with the first."""
    d = Draft(iri=SECOND, title="More on mood")
    d.say("Brexanolone treats postpartum depression and anxiety [1].")
    d.mention("Brexanolone", "https://w3id.org/article-kg/ontology#Brexanolone")
    d.mention("postpartum depression")
    d.mention("anxiety")
    d.cite("[1]", 1)
    d.claim("brexanolone", "treats", "postpartum depression", trigger="treats", citations=[1])
    d.claim("brexanolone", "treats", "anxiety", trigger="treats", citations=[1])
    d.refer(
        "1. Ahn Bea, Coste Dan. Drugs and the head. J Moods. 2018 May 4;2:1-9. doi:10.5555/Abc.1",
        iri="https://doi.org/10.5555/abc.1", title="Drugs and the head",
        authors=("Ahn Bea", "Coste Dan"), journal="J Moods", issued="2018-05-04", volume="2",
        pages="1-9", doi="10.5555/abc.1",
    )  # fmt: skip
    return to_quads(d.reading(), ontology())
