"""The names that an article's graph is written in: classes, properties, prefixes."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model.namespace import KG
from kg.rdf.terms import IRI, RDF_TYPE

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
BIBO = "http://purl.org/ontology/bibo/"
CITO = "http://purl.org/spar/cito/"
VANN = "http://purl.org/vocab/vann/"

PREFIXES: Mapping[str, str] = {
    "bibo": BIBO,
    "cito": CITO,
    "dcterms": DCTERMS,
    "kg": KG,
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "unit": "http://qudt.org/vocab/unit/",
    "vann": VANN,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Declared in every output, whatever the ontology declares besides."""

ONTOLOGY_GRAPH = IRI(KG.removesuffix("#"))

# classes
ARTICLE = IRI(KG + "Article")
AUTHOR = IRI(KG + "Author")
CITATION = IRI(KG + "Citation")
CLAIM = IRI(KG + "Claim")
MENTION = IRI(KG + "Mention")
PAPER = IRI(KG + "Paper")
QUANTITY = IRI(KG + "Quantity")
REFERENCE = IRI(KG + "Reference")
SENTENCE = IRI(KG + "Sentence")
TERM = IRI(KG + "Term")
MODEL_ORGANISM = KG + "ModelOrganism"

# properties of RDF, RDFS, SKOS and the vocabularies of publications
TYPE = IRI(RDF_TYPE)
SUBCLASS_OF = IRI(RDFS + "subClassOf")
SUBPROPERTY_OF = IRI(RDFS + "subPropertyOf")
PREF_LABEL = IRI(SKOS + "prefLabel")
ALT_LABEL = IRI(SKOS + "altLabel")
EXACT_MATCH = IRI(SKOS + "exactMatch")
CLOSE_MATCH = IRI(SKOS + "closeMatch")
TITLE = IRI(DCTERMS + "title")
ISSUED = IRI(DCTERMS + "issued")
DOI = IRI(BIBO + "doi")
PMID = IRI(BIBO + "pmid")
CITES = IRI(CITO + "cites")
CITES_AS_EVIDENCE = IRI(CITO + "citesAsEvidence")
PREFERRED_PREFIX = IRI(VANN + "preferredNamespacePrefix")

# properties of places in an article
IN_ARTICLE = IRI(KG + "article")
IN_SENTENCE = IRI(KG + "sentence")
START = IRI(KG + "start")
END = IRI(KG + "end")
TEXT = IRI(KG + "text")
SECTION = IRI(KG + "section")
SHA256 = IRI(KG + "sha256")
NOT_UNDERSTOOD = IRI(KG + "notUnderstood")
NAMES_TERM = IRI(KG + "term")
UNGROUNDED = IRI(KG + "ungrounded")
PRODUCT_OF = IRI(KG + "productOf")

# properties of references, papers, authors
NUMBER = IRI(KG + "number")
OF_PAPER = IRI(KG + "paper")
TO_REFERENCE = IRI(KG + "reference")
HAS_AUTHOR = IRI(KG + "author")
ET_AL = IRI(KG + "etAl")
NAME = IRI(KG + "name")
JOURNAL = IRI(KG + "journal")
VOLUME = IRI(KG + "volume")
ISSUE = IRI(KG + "issue")
PAGES = IRI(KG + "pages")

# properties of quantities
VALUE = IRI(KG + "value")
MIN = IRI(KG + "min")
MAX = IRI(KG + "max")
UNCERTAINTY = IRI(KG + "uncertainty")
BOUND = IRI(KG + "bound")
UNIT = IRI(KG + "unit")

# properties of claims
SUBJECT = IRI(KG + "subject")
PREDICATE = IRI(KG + "predicate")
OBJECT = IRI(KG + "object")
NEGATED = IRI(KG + "negated")
CERTAINTY = IRI(KG + "certainty")
RANK = IRI(KG + "rank")
TRIGGER = IRI(KG + "trigger")
STEP = IRI(KG + "step")
RELIABILITY = IRI(KG + "reliability")
LOCATION = IRI(KG + "location")
ORGANISM = IRI(KG + "organism")
POPULATION = IRI(KG + "population")
HAS_QUANTITY = IRI(KG + "quantity")
COMPARED_WITH = IRI(KG + "comparedWith")
CONDITION = IRI(KG + "condition")
SHARE = IRI(KG + "share")
TIME = IRI(KG + "time")

QUALIFIERS = (
    LOCATION, ORGANISM, POPULATION, HAS_QUANTITY, COMPARED_WITH, CONDITION, SHARE, TIME,
)  # fmt: skip
"""The qualifiers of a claim, in the order in which they are shown."""
