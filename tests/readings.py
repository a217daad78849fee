"""Readings made by hand, by marking words in a text: what tests of graphs are built from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from kg.model.claim import (
    Citation,
    Claim,
    Mention,
    NotUnderstood,
    Qualifiers,
    Quantity,
    Reading,
)
from kg.model.ontology import KG, Certainty, Kind, Ontology, Qualifier, Relation, Term
from kg.model.text import Article, Block, BlockKind, Paper, Reference, Sentence, Span

ARTICLE = "https://w3id.org/article-kg/article/2026-01-02-hormones-and-mood"
UNIT = "http://qudt.org/vocab/unit/"

KINDS = {
    "Term": (),
    "Substance": ("Term",),
    "Drug": ("Substance", "Term"),
    "DrugProduct": ("Substance", "Term"),
    "DrugClass": ("Substance", "Term"),
    "Hormone": ("Substance", "Term"),
    "Protein": ("Term",),
    "Enzyme": ("Protein", "Term"),
    "Receptor": ("Protein", "Term"),
    "AnatomicalStructure": ("Term",),
    "BrainRegion": ("AnatomicalStructure", "Term"),
    "Condition": ("Term",),
    "Disorder": ("Condition", "Term"),
    "Symptom": ("Condition", "Term"),
    "Process": ("Term",),
    "NeuralOscillation": ("Process", "Term"),
    "Organism": ("Term",),
    "ModelOrganism": ("Organism", "Term"),
    "Population": ("Organism", "Term"),
    "Quality": ("Term",),
}
TERMS = {
    "allopregnanolone": ("Drug", "Hormone"),
    "brexanolone": ("Drug",),
    "Zulresso": ("DrugProduct",),
    "SSRI": ("DrugClass",),
    "headache": ("Symptom",),
    "anxiety": ("Symptom",),
    "postpartum depression": ("Disorder",),
    "5α-reductase": ("Enzyme",),
    "GABAA receptor": ("Receptor",),
    "amygdala": ("BrainRegion",),
    "hippocampus": ("BrainRegion",),
    "theta oscillation": ("NeuralOscillation",),
    "rat": ("ModelOrganism",),
    "women": ("Population",),
    "high": ("Quality",),
}
RELATIONS = {
    "affects": (),
    "enhances": ("affects",),
    "reduces": ("affects",),
    "modulates": ("affects",),
    "treats": (),
    "causes": (),
    "hasSideEffect": ("causes",),
    "produces": (),
    "bindsTo": (),
    "locatedIn": (),
    "expressedIn": ("locatedIn",),
    "isA": (),
    "memberOf": ("isA",),
    "marketedAs": (),
    "comparableTo": (),
    "relapseRate": (),
    "prevalence": (),
}
RANKS = {"known": 5, "asserted": 4, "probable": 3, "possible": 2, "open": 1}
STEPS = ("passive", "thatClause", "fromContext", "coreference", "byShape")
QUALIFIERS = (
    "location", "organism", "population", "quantity", "comparedWith", "condition", "share", "time",
)  # fmt: skip


def term_iri(label: str) -> str:
    """Return the IRI that the small ontology gives a label."""
    return KG + "".join(c for c in label.title().replace("α", "Alpha") if c.isalnum())


def _label(name: str) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


def ontology() -> Ontology:
    """Return a small ontology, made anew."""
    return Ontology(
        kinds=tuple(
            Kind(iri=KG + name, label=_label(name), ancestors=tuple(KG + up for up in above))
            for name, above in KINDS.items()
        ),
        terms=tuple(_term(label, kinds) for label, kinds in TERMS.items()),
        relations=tuple(
            Relation(
                iri=KG + name,
                label=_label(name),
                ancestors=tuple(KG + up for up in above),
                symmetric=name == "comparableTo",
            )
            for name, above in RELATIONS.items()
        ),
        certainties=tuple(
            Certainty(iri=KG + name, label=name, rank=rank) for name, rank in RANKS.items()
        ),
        qualifiers=tuple(Qualifier(iri=KG + name, label=_label(name)) for name in QUALIFIERS),
        step_labels={KG + name: _label(name) for name in STEPS},
        prefixes={"kg": KG, "CHEBI": "http://purl.obolibrary.org/obo/CHEBI_", "unit": UNIT},
        version="test",
    )


def _term(label: str, kinds: tuple[str, ...]) -> Term:
    closed = dict.fromkeys(kind for k in kinds for kind in (k, *KINDS[k]))
    return Term(
        iri=term_iri(label),
        label=label,
        kinds=tuple(KG + kind for kind in closed),
        alternatives=("ALLO", "3α,5α-THP") if label == "allopregnanolone" else (),
        matches=("http://purl.obolibrary.org/obo/CHEBI_50169",)
        if label == "allopregnanolone"
        else (),
        product_of=(term_iri("brexanolone"),) if label == "Zulresso" else (),
    )


@dataclass
class Draft:
    """An article under way: sentences are added, then things in them by their words."""

    iri: str = ARTICLE
    title: str | None = "Hormones and mood"
    issued: str | None = "2026-01-02"
    before: str = ""
    terms: tuple[Term, ...] = ()
    text: str = field(init=False)
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.before

    def say(self, text: str, *, section: str | None = None) -> int:
        """Add a sentence as a paragraph of its own; return its index."""
        span = Span(len(self.text), len(self.text) + len(text))
        self.text += text + "\n\n"
        self.blocks.append(Block(BlockKind.PARAGRAPH, span, section))
        self.sentences.append(Sentence(len(self.sentences), span, len(self.blocks) - 1))
        return len(self.sentences) - 1

    def span(self, words: str, sentence: int = -1) -> Span:
        """Return where words first stand in a sentence (the last one where none is named)."""
        place = self.sentences[sentence].span
        start = self.text.index(words, place.start, place.end)
        return Span(start, start + len(words))

    def mention(self, words: str, term: str | None = None) -> str:
        """Mark a mention in the last sentence; return the IRI of its term."""
        iri = term or term_iri(words)
        self.mentions.append(Mention(self.span(words), len(self.sentences) - 1, iri))
        return iri

    def cite(self, words: str, *numbers: int, why: str | None = None) -> None:
        """Mark a citation in the last sentence, where its words stand last."""
        place = self.sentences[-1].span
        start = self.text.rindex(words, place.start, place.end)
        span = Span(start, start + len(words))
        self.citations.append(Citation(span, len(self.sentences) - 1, numbers, why))

    def quantity(self, words: str, **amounts: str) -> Quantity:
        """Mark a quantity in the last sentence."""
        found = Quantity(span=self.span(words), sentence=len(self.sentences) - 1, **amounts)
        self.quantities.append(found)
        return found

    def claim(
        self,
        subject: str | Claim,
        predicate: str,
        obj: str | Quantity | Claim,
        *,
        trigger: str,
        negated: bool = False,
        certainty: str = "asserted",
        steps: Sequence[str] = (),
        citations: Sequence[int] = (),
        reliability: float | None = None,
        listed: bool = True,
        **qualifiers: object,
    ) -> Claim:
        """State something in the last sentence; ends are labels, quantities or claims."""
        found = Claim(
            subject=term_iri(subject) if isinstance(subject, str) else subject,
            predicate=KG + predicate,
            object=term_iri(obj) if isinstance(obj, str) else obj,
            negated=negated,
            certainty=certainty,
            sentence=len(self.sentences) - 1,
            trigger=self.span(trigger),
            steps=tuple(steps),
            qualifiers=Qualifiers(**qualifiers),
            citations=tuple(citations),
            reliability=reliability,
        )
        if listed:
            self.claims.append(found)
        return found

    def refer(self, printed: str, **paper: object) -> None:
        """Add a reference with the next number."""
        number = len(self.references) + 1
        span = Span(len(self.text), len(self.text) + len(printed))
        self.text += printed + "\n"
        self.references.append(Reference(number=number, span=span, paper=Paper(**paper)))

    def reading(self) -> Reading:
        """Return what has been marked."""
        article = Article(
            iri=self.iri,
            text=self.text,
            sha256=sha256(self.text.encode()).hexdigest(),
            title=self.title,
            issued=self.issued,
            blocks=tuple(self.blocks),
            references=tuple(self.references),
        )
        return Reading(
            article=article,
            sentences=tuple(self.sentences),
            citations=tuple(self.citations),
            mentions=tuple(self.mentions),
            terms=self.terms,
            quantities=tuple(self.quantities),
            claims=tuple(self.claims),
            not_understood=tuple(self.not_understood),
        )


def sample(before: str = "", iri: str = ARTICLE) -> Reading:
    """Return a reading with one claim of every sort."""
    new = Term(
        iri=f"{iri}#t-marovine",
        label="marovine",
        kinds=(KG + "Drug", KG + "Substance", KG + "Term"),
        ungrounded=True,
    )
    d = Draft(iri=iri, before=before, terms=(new,))
    for add in (_known, _hedged, _qualified, _denied, _conditional, _about_a_claim):
        add(d)
    _measured(d, new.iri)
    _not_understood(d)
    _references(d)
    return d.reading()


def _known(d: Draft) -> None:
    d.say("It is known that SSRIs cause headache1.", section="Summary")
    d.mention("SSRI")
    d.mention("headache")
    d.cite("1", 1)
    d.claim("SSRI", "hasSideEffect", "headache", trigger="cause", certainty="known", citations=[1])


def _hedged(d: Draft) -> None:
    d.say(
        "Thus, it seems that allopregnanolone enhances theta oscillations (6–12 Hz) "
        "in the amygdala2."
    )
    d.mention("allopregnanolone")
    d.mention("theta oscillation")
    d.mention("amygdala")
    d.cite("2", 2)
    hz = d.quantity("6–12 Hz", min="6", max="12", unit=UNIT + "HZ")
    d.claim(
        "allopregnanolone", "enhances", "theta oscillation", trigger="enhances",
        certainty="probable", steps=["thatClause", "fromContext"], citations=[2],
        location=(term_iri("amygdala"),), organism=(term_iri("rat"),), quantities=(hz,),
        reliability=0.85,
    )  # fmt: skip


def _qualified(d: Draft) -> None:
    d.say("Brexanolone, sold as Zulresso, treats postpartum depression in women within 60 hours.")
    d.mention("Brexanolone", term_iri("brexanolone"))
    d.mention("Zulresso")
    d.mention("postpartum depression")
    d.mention("women")
    hours = d.quantity("60 hours", value="60", unit=UNIT + "HR")
    d.claim("brexanolone", "marketedAs", "Zulresso", trigger="sold", steps=["byShape"])
    d.claim(
        "brexanolone", "treats", "postpartum depression", trigger="treats",
        population=(term_iri("women"),), quantities=(hours,),
    )  # fmt: skip


def _denied(d: Draft) -> None:
    d.say("SSRIs do not treat postpartum depression in most women [1, 2].")
    d.mention("SSRI")
    d.mention("postpartum depression")
    d.cite("[1, 2]", 1, 2)
    d.claim(
        "SSRI", "treats", "postpartum depression", trigger="treat", negated=True,
        citations=[1, 2], share="most women",
    )  # fmt: skip


def _conditional(d: Draft) -> None:
    d.say("SSRIs treat postpartum depression if they are taken for months.")
    d.claim(
        "SSRI", "treats", "postpartum depression", trigger="treat",
        condition="if they are taken for months", time="for months",
    )  # fmt: skip


def _about_a_claim(d: Draft) -> None:
    d.say(
        "Modulation of theta oscillations by allopregnanolone reduces anxiety more than SSRIs [9]."
    )
    d.mention("allopregnanolone")
    d.mention("anxiety")
    d.cite("[9]", why="the list has no reference 9")
    inner = d.claim(
        "allopregnanolone", "modulates", "theta oscillation", trigger="Modulation",
        certainty="open", listed=False,
    )  # fmt: skip
    d.claim(
        inner, "reduces", "anxiety", trigger="reduces",
        compared_with=(term_iri("SSRI"), "more than before"),
    )  # fmt: skip


def _measured(d: Draft, new: str) -> None:
    d.say("SSRIs have a relapse rate of about 40%, and marovine may be comparable to SSRIs.")
    d.mention("SSRI")
    d.mention("marovine", new)
    rate = d.quantity("about 40%", value="40", bound="about", unit=UNIT + "PERCENT")
    d.claim("SSRI", "relapseRate", rate, trigger="relapse rate")
    claim = d.claim(
        "SSRI", "comparableTo", "SSRI", trigger="comparable", certainty="possible", listed=False
    )
    d.claims.append(replace(claim, subject=new))


def _not_understood(d: Draft) -> None:
    d.say("Treating marovine with care is advised.", section="Methods")
    why = "trigger 'Treating' found; no subject of a fitting kind"
    d.not_understood.append(NotUnderstood(len(d.sentences) - 1, why))


def _references(d: Draft) -> None:
    d.refer(
        "1. Ahn B, Coste D. Drugs and the head. J Moods. 2018 May;2:1-9. doi:10.5555/Abc.1",
        iri="https://doi.org/10.5555/abc.1", title="Drugs and the head",
        authors=("Ahn B", "Coste D"), journal="J Moods", issued="2018-05", volume="2",
        pages="1-9", doi="10.5555/abc.1",
    )  # fmt: skip
    d.refer(
        "2. Ekman F, et al. Waves in the amygdala. J Moods. 2020;3(4):11-19.",
        iri="https://w3id.org/article-kg/paper/ekman-2020-waves-in-the-amygdala",
        title="Waves in the amygdala", authors=("Ekman F",), et_al=True, journal="J Moods",
        issued="2020", volume="3", issue="4", pages="11-19", pmid="12345",
    )  # fmt: skip
