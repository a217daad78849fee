"""Public ids and further names of listed terms, confirmed in the lexicons of ../shared.

An id is confirmed where one of its names equals one of ours and its entry is of the right sort.
Precision comes first: a missing synonym costs a mention, a wrong one makes a false claim.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.lexicons import Entry, fold, read_lexicon
from scripts.term_list import ListedTerm


@dataclass(frozen=True, slots=True)
class Source:
    """A lexicon, the sorts of its entries that fit, and whether its synonyms are of use."""

    file: str
    sorts: frozenset[str]
    synonyms: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """What the lexicons give for a term; `refused` are wanted ids that they do not confirm."""

    curies: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def _source(file: str, *sorts: str, synonyms: bool = False) -> Source:
    return Source(file, frozenset(sorts), synonyms)


CHEMICALS = (
    _source("chemical-chebi", "chemical", synonyms=True),
    _source("drug-drugbankvocab", "drug", synonyms=True),
)
GENES = (_source("gene-human", "gene"),)
ANATOMY = (
    _source("anatomy-uberon", "anatomy", "brain_region", "nervous_system", synonyms=True),
    _source("process-go", "cellular_component"),
)
CONDITIONS: tuple[Source, ...] = (
    _source("disease-mondo", "disease", synonyms=True),
    _source("disease-doid", "disease", synonyms=True),
)
PROCESSES = (_source("process-go", "biological_process"),)
# MeSH's branch F (psychiatry) is sorted under "disease" as a whole, psychotherapy with it.
MESH = (_source("mesh", "other", "disease"),)
MESH_CHEMICALS = (_source("mesh", "chemical"),)

SOURCES: Mapping[str, tuple[Source, ...]] = {
    **dict.fromkeys(("Substance", "Drug", "Hormone", "Neurotransmitter"), CHEMICALS),
    **dict.fromkeys(("Nutrient", "Toxin"), CHEMICALS),
    "DrugClass": (_source("chemical-chebi", "group", "role"), *MESH_CHEMICALS),
    "Enzyme": (*GENES, _source("enzyme-ec", "enzyme"), *MESH_CHEMICALS),
    **dict.fromkeys(("Protein", "Receptor", "IonChannel"), (*GENES, *MESH_CHEMICALS)),
    **dict.fromkeys(("ReceptorSubunit", "Transporter"), GENES),
    **dict.fromkeys(("AnatomicalStructure", "BrainRegion", "Gland", "Organ"), ANATOMY),
    **dict.fromkeys(("CellPart", "BodyFluid"), ANATOMY),
    "Cell": (_source("cell-cl", "cell_type", synonyms=True),),
    "NeuralOscillation": MESH,
    **dict.fromkeys(("Process", "Behaviour", "MentalProcess"), (*PROCESSES, *MESH)),
    "MolecularProcess": (*PROCESSES, *MESH),
    "Disorder": CONDITIONS,
    "Symptom": (*CONDITIONS, *MESH),
    "Outcome": MESH,
    **dict.fromkeys(("Organism", "ModelOrganism", "Population", "Microbe"), MESH),
    **dict.fromkeys(("Procedure", "Therapy", "Test"), MESH),
}
"""Kinds that are not listed have no public ids here."""

NEVER = {
    "CHEBI:11909": "ChEBI's plain 'Allopregnanolone' is the inactive 3β epimer",
}
"""Ids that the lexicons would give and that are wrong, with the reason."""


def confirm(terms: Iterable[ListedTerm], folder: Path) -> dict[str, Match]:
    """Look every term up in the lexicons of the folder; the keys are local names."""
    terms = tuple(terms)
    found: dict[str, list[tuple[Source, Entry]]] = defaultdict(list)
    wanted = [(term, source) for term in terms for source in SOURCES.get(term.kind, ())]
    for file in sorted({source.file for _, source in wanted}):
        here = [(term, source) for term, source in wanted if source.file == file]
        keys = {key for term, _ in here for key in _keys(term)}
        index = _index(read_lexicon(folder / f"{file}.tsv.gz"), keys)
        for term, source in here:
            found[term.name] += [(source, entry) for entry in _entries(term, source, index)]
    taken = frozenset(key for term in terms for key in _keys(term))
    return {term.name: _match(term, found[term.name], taken) for term in terms}


def _keys(term: ListedTerm) -> set[str]:
    return {fold(name) for name in term.names}


def _index(entries: Iterable[Entry], keys: set[str]) -> dict[str, list[Entry]]:
    """Entries by each of their folded names, of the names that are looked for."""
    index: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in sorted({fold(name) for name in entry.names} & keys):
            index[key].append(entry)
    return index


def _entries(term: ListedTerm, source: Source, index: dict[str, list[Entry]]) -> list[Entry]:
    """Wanted ids of which a name is ours; where none is wanted, the entry with our very label."""
    named = [entry for key in sorted(_keys(term)) for entry in index.get(key, ())]
    right = {e.curie: e for e in named if e.sort in source.sorts and e.curie not in NEVER}
    prefixes = {curie.split(":")[0] for curie in right}
    if any(curie.split(":")[0] in prefixes for curie in term.matches):
        return [entry for curie, entry in right.items() if curie in term.matches]
    label = fold(term.label)
    same = [e for e in right.values() if label in {fold(name) for name in e.labels}]
    return same if term.seek and len(same) == 1 else []


def _match(term: ListedTerm, found: Iterable[tuple[Source, Entry]], taken: frozenset[str]) -> Match:
    found = tuple(found)
    curies = tuple(dict.fromkeys(entry.curie for _, entry in found))
    refused = tuple(curie for curie in term.matches if curie not in curies)
    return Match(curies, _synonyms(term, found, taken), refused)


def _synonyms(
    term: ListedTerm, found: Iterable[tuple[Source, Entry]], taken: frozenset[str]
) -> tuple[str, ...]:
    """Plain names that two lexicons agree on and that name no listed term."""
    files: dict[str, set[str]] = defaultdict(set)
    spelled: dict[str, str] = {}
    for source, entry in found:
        for name in entry.names if source.synonyms else ():
            files[fold(name)].add(source.file)
            spelled[fold(name)] = min(name, spelled.get(fold(name), name), key=_capitals)
    agreed = (spelled[key] for key in files if len(files[key]) > 1 and key not in taken)
    return tuple(sorted(name for name in agreed if _is_plain(name, term)))


def _capitals(name: str) -> tuple[int, str]:
    return sum(letter.isupper() for letter in name), name


def _is_plain(name: str, term: ListedTerm) -> bool:
    """Whether it is English for people: no formula, systematic or foreign name, no short word."""
    if not PLAIN.fullmatch(name) or name.casefold() in EVERYDAY:
        return False
    if SOURCES[term.kind] is CHEMICALS and name[0].isupper():
        return False  # Agolutin: as like as not a brand, which is a term of its own
    foreign = " " not in name and fold(name)[:4] in {fold(own)[:4] for own in term.names}
    return not foreign  # fluoxetina, fluoxetinum: the name in another language


PLAIN = re.compile(r"(?=.{5,40}$)[A-Za-zα-ω]+('s)?([ -](?!and\b|or\b)[A-Za-zα-ω]+('s)?){0,3}")
EVERYDAY = frozenset({"disease", "disorder", "condition", "state", "special k"})
"""Names of the lexicons that are words of every day."""
