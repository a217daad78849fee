"""The stages as one tuple: whoever reads the list knows what kg does."""

from __future__ import annotations

from kg.extract.abbreviations import find_abbreviations
from kg.extract.cataphora import resolve_cataphors
from kg.extract.citations import find_citations
from kg.extract.claims import read_claims
from kg.extract.coreference import resolve_anaphors
from kg.extract.mending import mend_trees
from kg.extract.mentions import find_mentions
from kg.extract.predicates import find_predicates
from kg.extract.quantities import find_quantities
from kg.extract.reliability import Measured
from kg.extract.sentences import split_sentences
from kg.model.claim import Reading, Stage
from kg.model.ontology import Ontology
from kg.model.text import Article
from kg.parse import parse
from kg.reliability import rate_by, rate_claims

STAGES: tuple[Stage, ...] = (
    split_sentences,
    find_citations,
    find_abbreviations,
    find_quantities,
    parse,
    find_mentions,
    mend_trees,
    find_predicates,
    resolve_anaphors,
    resolve_cataphors,
    read_claims,
    rate_claims,
)


def stages_with(measured: Measured) -> tuple[Stage, ...]:
    """Return the stages with a reliability that somebody measured in place of the shipped one."""
    return (*(stage for stage in STAGES if stage is not rate_claims), rate_by(measured))


def read_article(
    article: Article, ontology: Ontology, stages: tuple[Stage, ...] = STAGES
) -> Reading:
    """Read an article: run the stages over it, each on what the one before returned."""
    reading = Reading(article=article)
    for stage in stages:
        reading = stage(reading, ontology)
    return reading
