"""Denied and hedged events, on a made-up document."""

import pytest

from benchmarks.quality import events
from kg.ontology import load

TEXT = "Zinc does not block GABA. Zinc may raise GABA. Zinc affects GABA but not GLUT."


def event(trigger, *, negated=False, speculated=False, args=()):
    start = TEXT.index(trigger)
    span = {"start": start, "end": start + len(trigger)}
    refs = [{"role": "Theme", "ref": ref} for ref in args]
    return {
        "id": f"E-{trigger}-{args}",
        "trigger": span,
        "args": refs,
        "negated": negated,
        "speculated": speculated,
    }


@pytest.fixture(scope="module")
def asked():
    last = {"id": "T1", "start": TEXT.index("GLUT"), "end": TEXT.index("GLUT") + 4}
    document = {
        "text": TEXT,
        "entities": [last],
        "events": [
            event("block", negated=True),
            event("raise", speculated=True),
            event("affects"),
            event("affects", negated=True, args=("T1",)),
        ],
    }
    return tuple(events.measure([document], load()))


def test_a_trigger_counts_once_and_is_denied_where_an_event_is(asked):
    triggers = [(a.trigger, set(a.gold), set(a.found)) for a in asked if not a.is_event]
    assert triggers == [
        ("block", {"denied"}, {"denied"}),
        ("raise", {"hedged"}, {"hedged"}),
        ("affects", {"denied"}, set()),
    ]


def test_an_event_is_denied_by_its_argument_too(asked):
    found = [set(a.found) for a in asked if a.is_event]
    assert found == [{"denied"}, {"hedged"}, set(), {"denied"}]


def test_the_baseline_takes_the_whole_sentence(asked):
    assert [set(a.baseline) for a in asked if not a.is_event][2] == {"denied"}


def test_figures_are_precision_recall_and_their_mean():
    figures = events.figures([(True, True), (True, False), (False, True), (False, False)])
    assert (figures.precision, figures.recall, figures.f1) == (0.5, 0.5, 0.5)
