"""Add the listed terms, with ids and names that the lexicons confirm, to `ontology.ttl`.

    python -m scripts.import_terms [--lexicons DIR] [--terms DIR] [--ontology FILE]

Only what is missing is added, at the end of the section below the marker; no line that stands in
the file is changed, so a second run changes nothing. What somebody wrote by hand stays.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import KgError
from kg.model.ontology import KG
from scripts.term_list import ListedTerm, read_terms
from scripts.term_matches import Match, confirm

ROOT = Path(__file__).parent.parent
MARKER = "# ==== terms ===="
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PREFIXES = {
    "kg": KG,
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "CHEBI": "http://purl.obolibrary.org/obo/CHEBI_",
    "CL": "http://purl.obolibrary.org/obo/CL_",
    "DOID": "http://purl.obolibrary.org/obo/DOID_",
    "DRUGBANK": "https://identifiers.org/drugbank:",
    "EC": "https://identifiers.org/ec-code:",
    "GO": "http://purl.obolibrary.org/obo/GO_",
    "HGNC": "https://identifiers.org/hgnc:",
    "MESH": "http://id.nlm.nih.gov/mesh/",
    "MONDO": "http://purl.obolibrary.org/obo/MONDO_",
    "UBERON": "http://purl.obolibrary.org/obo/UBERON_",
}
"""Prefixes of what is written here; a file that declares one otherwise keeps its own."""

Pair = tuple[str, str]  # predicate and object of a term, as they are written in Turtle


def pairs(term: ListedTerm, match: Match) -> tuple[Pair, ...]:
    """What the ontology says of a term, in the order in which it is written."""
    return (
        ("a", f"kg:{term.kind}"),
        ("a", "owl:NamedIndividual"),
        ("skos:prefLabel", _english(term.label)),
        *(("skos:altLabel", _english(n)) for n in (*term.alternatives, *match.synonyms)),
        *(("skos:hiddenLabel", _english(name)) for name in term.hidden),
        *(("kg:memberOf", f"kg:{name}") for name in term.member_of),
        *(("kg:isA", f"kg:{name}") for name in term.is_a),
        *(("kg:productOf", f"kg:{name}") for name in term.product_of),
        *(("skos:exactMatch", curie) for curie in match.curies),
    )


def add_terms(turtle: str, terms: Iterable[ListedTerm], matches: Mapping[str, Match]) -> str:
    """Return the ontology with what it lacks of the terms; every line of it stays as it is."""
    declared = dict(re.findall(r"^@prefix\s+([\w.-]*):\s*<([^>]*)>", turtle, flags=re.MULTILINE))
    stated = _stated(turtle)
    blocks: list[str] = []
    for term in terms:
        here = stated.get(KG + term.name, frozenset())
        _refuse_clash(term, here)
        expand = {**PREFIXES, **declared}
        missing = [p for p in pairs(term, matches[term.name]) if _is_missing(p, here, expand)]
        if missing:
            blocks.append(_block(term.name, missing))
    if not blocks:
        return turtle
    prefixes = [f"@prefix {p}: <{iri}> ." for p, iri in PREFIXES.items() if p not in declared]
    return _insert(turtle, [*prefixes, *blocks])


def _english(text: str) -> str:
    return str(Literal(text, language="en"))


Statement = tuple[str, str]  # IRI of the predicate; object as N-Triples


def _stated(turtle: str) -> dict[str, frozenset[Statement]]:
    """What each subject of the file says already."""
    found: dict[str, set[Statement]] = {}
    for quad in parse(turtle.encode(), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode):
            statement = (quad.predicate.value, str(quad.object))
            found.setdefault(quad.subject.value, set()).add(statement)
    return {subject: frozenset(statements) for subject, statements in found.items()}


def _iri(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, local = name.partition(":")
    return prefixes[prefix] + local


def _is_missing(pair: Pair, here: frozenset[Statement], prefixes: Mapping[str, str]) -> bool:
    """A label or a kind is missing only where the term has none: a second one is a fault."""
    predicate = RDF_TYPE if pair[0] == "a" else _iri(pair[0], prefixes)
    if pair[0] == "skos:prefLabel" or (pair[0] == "a" and pair[1].startswith("kg:")):
        return not any(p == predicate and "NamedIndividual" not in o for p, o in here)
    value = pair[1] if pair[1].startswith('"') else f"<{_iri(pair[1], prefixes)}>"
    return (predicate, value) not in here


def _refuse_clash(term: ListedTerm, here: frozenset[Statement]) -> None:
    types = {value for predicate, value in here if predicate == RDF_TYPE}
    for value in types:
        if "owl#" in value and "NamedIndividual" not in value:
            hint = "give the term another name in data/terms"
            raise KgError(f"kg:{term.name} is {value} already", where="ontology", hint=hint)


def _block(name: str, missing: Iterable[Pair]) -> str:
    by_predicate: dict[str, list[str]] = {}
    for predicate, value in missing:
        by_predicate.setdefault(predicate, []).append(value)
    parts = [f"{predicate} {' , '.join(values)}" for predicate, values in by_predicate.items()]
    return f"kg:{name} {' ; '.join(parts)} ."


def _insert(turtle: str, lines: Iterable[str]) -> str:
    """Put lines at the end of the terms' section, which the next marker or the file ends."""
    text = turtle if MARKER in turtle else f"{turtle.rstrip()}\n\n{MARKER}\n"
    start = text.index(MARKER) + len(MARKER)
    following = re.search(r"^# ==== ", text[start:], flags=re.MULTILINE)
    end = start + following.start() if following else len(text)
    kept = text[:end] if following else text[:end].rstrip("\n") + "\n"
    return kept + "\n".join(lines) + "\n" + ("\n" if following else "") + text[end:]


def report(terms: Iterable[ListedTerm], matches: Mapping[str, Match]) -> Iterator[str]:
    """Say what was confirmed and what was left out, by kind."""
    terms = tuple(terms)
    for term in terms:
        for curie in matches[term.name].refused:
            yield f"left out: {curie} of {term.name}: no name of it, of this sort, is ours"
    with_id = Counter(term.kind for term in terms if matches[term.name].curies)
    for kind, count in sorted(Counter(term.kind for term in terms).items()):
        yield f"{kind:20} {count:5} terms {with_id[kind]:5} with an id"
    ids = sum(len(match.curies) for match in matches.values())
    refused = sum(len(match.refused) for match in matches.values())
    names = sum(len(match.synonyms) for match in matches.values())
    yield f"{len(terms)} terms, {sum(with_id.values())} with an id; {ids} ids confirmed,"
    yield f"{refused} left out; {names} further names that two lexicons agree on"


def main(arguments: list[str] | None = None) -> int:
    """Run the script; the exit code is 2 where a file is missing or wrong."""
    parser = argparse.ArgumentParser(description="Add the listed terms to the ontology.")
    parser.add_argument("--lexicons", type=Path, default=ROOT.parent / "shared" / "lexicons")
    parser.add_argument("--terms", type=Path, default=ROOT / "data" / "terms")
    parser.add_argument("--ontology", type=Path, default=ROOT / "ontology.ttl")
    options = parser.parse_args(arguments)
    try:
        terms = read_terms(options.terms)
        matches = confirm(terms, options.lexicons)
        before = options.ontology.read_text(encoding="utf-8")
        after = add_terms(before, terms, matches)
    except (KgError, OSError, SyntaxError) as fault:
        print(f"import_terms: {fault}", file=sys.stderr)
        return 2
    if after != before:
        beside = options.ontology.with_suffix(".new")
        beside.write_text(after, encoding="utf-8")
        beside.replace(options.ontology)
    print("\n".join(report(terms, matches)))
    print("unchanged" if after == before else f"wrote {options.ontology}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
