"""What cues, citations and pointing words reach, and how an explanation is laid out."""

import pytest

from kg.explain import explain_text, render
from kg.ontology import load

REFERENCES = (
    "\n\nReferences\n\n1. Doe J. One. J One. 2001;1:1-2.\n2. Roe J. Two. J Two. 2002;1:1-2."
)


@pytest.fixture(scope="module")
def ontology():
    return load()


CUES = {
    "Sertraline may not cause nausea, but it treats anxiety.": {
        "may": ("possible", ("cause",)), "not": ("denied", ("cause",)),
    },
    "We asked whether sertraline causes nausea.": {"whether": ("open", ("causes",))},
    "No drug causes nausea.": {"no": ("denied", ("drug",))},
    "If sertraline causes nausea, it is stopped.": {"if": ("not asserted", ("causes",))},
    "Sertraline causes nausea.": {},
}  # fmt: skip


@pytest.mark.parametrize("text", CUES)
def test_a_cue_is_shown_with_what_it_does_and_what_lies_in_its_scope(text, ontology):
    (explained,) = explain_text(text, ontology)
    assert {c.words: (c.effect, c.over) for c in explained.cues} == CUES[text]


CITATIONS = {
    "Sertraline causes nausea [1], but it treats anxiety [2].": [
        ("[1]", "reference 1", "Sertraline causes nausea"),
        ("[2]", "reference 2", "but it treats anxiety"),
    ],
    "As shown in [2], sertraline causes nausea.": [
        ("[2]", "reference 2", "As shown in [2], sertraline causes nausea"),
    ],
    "Sertraline causes nausea [9].": [
        ("[9]", "no reference has the number 9", "Sertraline causes nausea"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", CITATIONS)
def test_a_marker_is_shown_with_the_words_that_it_governs(text, ontology):
    explained = explain_text(text + REFERENCES, ontology)[0]
    shown = [(c.marker, c.references, " … ".join(c.over)) for c in explained.citations]
    assert shown == CITATIONS[text]


def test_a_note_governs_the_paragraph(ontology):
    text = "Zinc is old [1].\n\nSertraline is new. It causes nausea. [2]" + REFERENCES
    last = explain_text(text, ontology)[-1]
    assert [(c.marker, c.over) for c in last.citations] == [("[2]", ("the whole paragraph",))]


def test_a_pronoun_is_shown_with_its_rivals_and_their_weights(ontology):
    text = "Dopamine was studied with estrogen in the amygdala. It enhances memory."
    (pointer,) = explain_text(text, ontology)[1].pointers
    assert (pointer.words, pointer.meant) == ("It", ("dopamine",))
    ranked = [(r.label, r.score) for r in pointer.rivals if r.refused is None]
    assert ranked[0][0] == "dopamine"
    assert {label for label, _ in ranked} == {"dopamine", "amygdala", "estrogen"}
    assert ranked[0][1] > ranked[1][1] > 0


@pytest.mark.parametrize(
    ("text", "label", "why"),
    [
        ("SSRIs are old. It causes nausea.", "selective serotonin reuptake inhibitor",
         "several things"),
        ("Sertraline is old. They cause nausea.", "sertraline", "one thing"),
        ("The amygdala met dopamine. It treats anxiety.", "amygdala", "of another kind"),
        ("Sertraline and dopamine met estrogen. Both treat anxiety.", "estrogen", "one thing"),
    ],
)  # fmt: skip
def test_what_a_pronoun_cannot_mean_says_why(text, label, why, ontology):
    pointers = explain_text(text, ontology)[1].pointers
    assert (label, why) in [(r.label, r.refused) for p in pointers for r in p.rivals]


def test_the_tree_is_drawn_without_stops_and_in_columns(ontology):
    text = render(explain_text("Sertraline, a drug, may reduce anxiety in the elderly.", ontology))
    tree = text.partition("Tree\n")[2].partition("\n\n")[0].splitlines()
    assert tree[0].split() == ["reduce", "ROOT", "VB"]
    assert {"├─", "└─"} & {line.split()[0] for line in tree[1:]}
    assert not any("punct" in line for line in tree)
    last_of_root = [line for line in tree if line.startswith(("  ├─", "  └─"))][-1]
    assert last_of_root.startswith("  └─")
    assert len({line.rindex(line.split()[-1]) for line in tree}) == 1


def test_a_claim_is_shown_with_its_qualifiers(ontology):
    (explained,) = explain_text("In rats, sertraline reduced anxiety by 30%.", ontology)
    assert any("organism rat" in claim for claim in explained.claims)


def test_a_kind_word_and_a_pronoun_are_not_offered_as_terms(ontology):
    (explained,) = explain_text("No drug cures insomnia.", ontology)
    assert not [o.turtle for s in explained.stated for o in s.outcomes if o.turtle]


def test_a_name_of_several_words_is_offered_whole(ontology):
    (explained,) = explain_text("Wonder salts cure insomnia.", ontology)
    offered = [o.turtle for s in explained.stated for o in s.outcomes if o.turtle]
    assert any('"Wonder salts"@en' in turtle for turtle in offered)


def test_a_word_that_another_one_says_better_names_it(ontology):
    (explained,) = explain_text("Sertraline has an effect on anxiety.", ontology)
    refused = [o.text for s in explained.stated for o in s.outcomes if "exactly" in o.text]
    assert all("sertraline — affects — anxiety" in text for text in refused)


WHY = {
    ("Depression causes depression.", "causes"): "both ends are one term",
    ("The relapse rate is high.", "is"): "the quality is said of another noun",
    (
        "An infusion of brexanolone that lasted 60 hours lowered anxiety.",
        "lasted",
    ): "the quantity is that of another thing",
}


@pytest.mark.parametrize(("text", "word"), WHY)
def test_two_ends_that_state_nothing_together_say_why(text, word, ontology):
    (explained,) = explain_text(text, ontology)
    told = [o.text for s in explained.stated if s.word == word for o in s.outcomes]
    assert any(WHY[text, word] in why for why in told)


@pytest.mark.parametrize(
    ("text", "word", "end"),
    [
        ("The relapse rate is high.", "high", "high"),
        ("Infusions that lasted 60 hours lowered anxiety.", "hours", "60 hours"),
    ],
)
def test_an_argument_that_is_a_quality_or_a_quantity_names_it(text, word, end, ontology):
    (explained,) = explain_text(text, ontology)
    ends = {(p.word, e) for s in explained.stated for p in s.parts for e in p.ends}
    assert any(w == word and e.startswith(end) for w, e in ends)


def test_to_be_and_to_have_are_no_reason_to_widen_a_relation(ontology):
    (explained,) = explain_text("In mice, ketamine had no effect on depression.", ontology)
    offered = [o.turtle for s in explained.stated for o in s.outcomes if o.turtle]
    assert not [turtle for turtle in offered if "rdfs:range" in turtle]
