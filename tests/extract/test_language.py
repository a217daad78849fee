import pytest
from hypothesis import given, strategies as st

from kg.extract.language import looks_english

ENGLISH = """We asked whether the drug acts on the cells that were grown for two weeks. It did, and
the effect was larger than in our first trial, which had been stopped early by the sponsor."""

GERMAN = """Wir haben gefragt, ob der Wirkstoff auf die Zellen wirkt, die zwei Wochen lang in der
Kammer gewachsen sind. Das war der Fall, und die Wirkung war stärker als in dem ersten Versuch,
der von dem Geldgeber vorzeitig beendet worden ist, was wir nicht erwartet hatten."""

FRENCH = """Nous avons demandé si le produit agit sur les cellules qui ont grandi pendant deux
semaines dans la chambre. C'est le cas, et l'effet est plus fort que dans le premier essai, que
le bailleur avait arrêté trop tôt, ce que nous n'avions pas du tout prévu ici."""

DUTCH = """Wij hebben gevraagd of het middel werkt op de cellen die twee weken lang in de kamer zijn
gegroeid. Dat was het geval, en het effect was sterker dan in de eerste proef, die door de
geldschieter te vroeg is beëindigd, wat wij niet hadden verwacht."""

RUSSIAN = "Мы спросили, действует ли вещество на клетки."
CHINESE = "我们研究了药物对细胞的作用。"


def test_english_is_english():
    assert looks_english(ENGLISH)


@pytest.mark.parametrize("text", [GERMAN, FRENCH, DUTCH, RUSSIAN, CHINESE])
def test_other_languages_are_not(text):
    assert not looks_english(text)


@pytest.mark.parametrize("text", ["", "12.5 %", "Zinc binds insulin.", "α-Amylase cleaves starch."])
def test_what_is_too_short_to_tell_passes(text):
    assert looks_english(text)


@given(st.text())
def test_a_few_strange_letters_change_nothing(noise):
    assert looks_english(ENGLISH + noise[:5])
