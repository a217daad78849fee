"""Trees → deep roles: what a word that states something says it of.

Each construction is written once (passive, relative, control, raising, participle, gerund, shared
subject, copula, apposition, "such as", light verb), so that a trigger needs only its role:
866 claims of a corpus lay on 242 different raw paths of the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.tree import RELATIVE_PRONOUNS, SUBJECTS, Tree
from kg.model.claim import Argument
from kg.model.ontology import Grammar

ARTICLES = frozenset({"a", "an", "another"})
Found = tuple[int, tuple[str, ...]]  # a token and the steps that led to it


@dataclass(frozen=True, slots=True)
class Clauses:
    """A tree with the grammar words that its constructions need."""

    tree: Tree
    grammar: Grammar

    # -- verbs ---------------------------------------------------------------------------------

    def is_passive(self, v: int) -> bool:
        """Whether the verb's surface subject is its deep object."""
        tree, token = self.tree, self.tree.tokens[v]
        if tree.child(v, "auxpass", "nsubjpass", "agent") is not None:
            return True
        if token.tag not in ("VBN", "VBD") or tree.child(v, "nsubj", "csubj", "aux") is not None:
            return False
        if token.dep == "conj" and tree.is_verb(token.head):
            return self.is_passive(token.head)
        return token.tag == "VBN" and token.dep in ("acl", "relcl", "amod", "advcl")

    def surface_subjects(self, v: int, seen: tuple[int, ...] = ()) -> Iterator[Found]:
        """Yield the word that stands as subject of verb v, own or shared with a clause above."""
        if v in seen:
            return
        own = self.tree.child(v, *SUBJECTS)
        token = self.tree.tokens[v]
        if own is not None:
            yield from self._own_subject(v, own)
        elif token.dep in ("acl", "relcl"):
            step = "participle" if token.tag in ("VBG", "VBN", "VBD") else "purpose"
            yield token.head, (step,)
        elif token.dep == "xcomp":
            yield from self._controlled(v, seen)
        elif token.dep == "conj":
            yield from _add(self.surface_subjects(token.head, (*seen, v)), "sharedSubject")
        elif token.dep in ("advcl", "ccomp", "parataxis", "dep") and token.head != v:
            yield from self._of_clause_above(v, seen)
        elif token.dep in ("pcomp", "pobj"):
            yield from self._of_gerund(v, seen)
        else:
            for c in self.tree.children(v, "parataxis", "ccomp"):  # "It does this, has that."
                if c < v and self.tree.child(c, "nsubj", "nsubjpass") is not None:
                    yield from _add(self.surface_subjects(c, (*seen, v)), "sharedSubject")

    def _own_subject(self, v: int, own: int) -> Iterator[Found]:
        subject, token = self.tree.tokens[own], self.tree.tokens[v]
        if subject.lemma in RELATIVE_PRONOUNS and subject.tag in ("WDT", "WP", "IN", "DT"):
            for t in (v, *self.tree.above(v)):
                if self.tree.tokens[t].dep in ("relcl", "acl"):
                    yield self.tree.tokens[t].head, ("relative",)
                    return
        if token.dep == "relcl" and subject.lemma in ("both", "all", "each", "most", "some"):
            yield token.head, ("relative",)  # "…, both of which …"
            return
        yield own, ()

    def _controlled(self, v: int, seen: tuple[int, ...]) -> Iterator[Found]:
        tree, head = self.tree, self.tree.tokens[v].head
        governor = tree.tokens[head]
        thing = tree.child(head, "dobj", "dative")
        if thing is not None and thing < v and governor.lemma in self.grammar.object_control_verbs:
            yield thing, ("control",)
            return
        raising = governor.lemma in self.grammar.raising_verbs
        step = "raising" if raising else "control"
        yield from _add(self.predication_subjects(head, (*seen, v)), step)

    def predication_subjects(self, i: int, seen: tuple[int, ...] = ()) -> Iterator[Found]:
        """Yield what a verb, or an adjective or noun after a copula, is said of."""
        token = self.tree.tokens[i]
        if self.tree.is_verb(i):
            yield from self.surface_subjects(i, seen)
        elif token.dep in ("acomp", "attr", "oprd", "xcomp") and self.tree.is_verb(token.head):
            yield from self.surface_subjects(token.head, (*seen, i))
        elif token.dep == "conj":
            yield from self.predication_subjects(token.head, (*seen, i))
        elif token.dep in ("amod", "acl", "relcl") and token.head not in seen:
            yield token.head, ()

    def _of_clause_above(self, v: int, seen: tuple[int, ...]) -> Iterator[Found]:
        """A clause without subject borrows it: "…, causing X", "to treat X, doctors use Y"."""
        tree, head = self.tree, self.tree.tokens[v].head
        token = tree.tokens[v]
        if tree.child(v, "mark", "expl") is not None and token.tag not in ("VBG", "VBN"):
            return
        if not tree.is_verb(head):
            if token.tag in ("VBG", "VBN"):
                yield head, ("participle",)
            return
        infinitive = any(tree.tokens[c].tag == "TO" for c in tree.children(v, "aux"))
        thing = tree.child(head, "dobj")
        if (
            infinitive
            and thing is not None
            and tree.tokens[head].lemma in self.grammar.object_control_verbs
        ):
            yield thing, ("purpose",)
            return
        step = "purpose" if infinitive else "participle"
        yield from _add(self.surface_subjects(head, (*seen, v)), step)

    def _of_gerund(self, v: int, seen: tuple[int, ...]) -> Iterator[Found]:
        """As in "works by blocking X", "important for keeping X", "a drug for treating X"."""
        preposition = self.tree.tokens[v].head
        above = self.tree.tokens[preposition].head
        if above == preposition:
            return
        if self.tree.is_noun(above) and self.tree.tokens[preposition].lemma in ("for", "of"):
            yield above, ("byGerund",)
        else:
            yield from _add(self.predication_subjects(above, (*seen, v)), "byGerund")

    def verb_arguments(self, v: int) -> Iterator[Argument]:
        """Yield the arguments of a verb by their deep roles."""
        tree, passive = self.tree, self.is_passive(v)
        for token, steps in self.surface_subjects(v):
            role, step = ("object", ("passive",)) if passive else ("subject", ())
            yield Argument(role, token, (*step, *steps))
        if passive:
            yield from self._agents(v)
        else:
            yield from self._objects(v)
        for c in tree.children(v, "attr", "acomp"):
            yield Argument(
                "equated", c, ("copula",) if tree.tokens[v].lemma in self.grammar.copulas else ()
            )
        for c in dict.fromkeys((*tree.children(v, "oprd"), *(self.called(v) if passive else ()))):
            yield Argument("oprd", c, ("naming",))
        for c in tree.children(v, "xcomp", "ccomp"):
            if not tree.is_verb(c):
                yield Argument("complement", c, ())
        yield from self.prepositional(v)

    def _agents(self, v: int) -> Iterator[Argument]:
        for by in self.tree.children(v, "agent"):
            for c in self.tree.children(by, "pobj", "pcomp"):
                yield Argument("subject", c, ("passive",))
        for c in self.tree.children(v, "dobj"):
            yield Argument("oprd", c, ())

    def _objects(self, v: int) -> Iterator[Argument]:
        tree, token = self.tree, self.tree.tokens[v]
        own = [c for c in tree.children(v, "dobj", "dative") if tree.tokens[c].pos != "ADP"]
        for c in own:
            if tree.tokens[c].lemma in RELATIVE_PRONOUNS and token.dep == "relcl":
                yield Argument("object", token.head, ("relative",))
            else:
                yield Argument("object", c, ())
        if own or tree.child(v, "ccomp", "xcomp", "acomp", "attr") is not None:
            return
        if token.dep == "relcl" and tree.child(v, "nsubj") is not None:
            yield from self._gap(v)
        for c in tree.children(v, "conj"):  # "treat and prevent relapse"
            if tree.is_verb(c) and tree.child(c, *SUBJECTS) is None and not self.is_passive(c):
                for thing in tree.children(c, "dobj"):
                    yield Argument("object", thing, ("coordination",))

    def _gap(self, v: int) -> Iterator[Argument]:
        """As in "the hormone that the gland makes": the noun above is the object."""
        tree = self.tree
        subject = tree.child(v, "nsubj")
        if subject is not None and tree.tokens[subject].lemma in RELATIVE_PRONOUNS:
            return
        stranded = any(tree.child(p, "pobj", "pcomp") is None for p in tree.children(v, "prep"))
        adverb = any(tree.tokens[c].tag == "WRB" for c in tree.children(v, "advmod"))
        relative = any(
            tree.tokens[d].tag in ("WDT", "WP")
            for p in tree.children(v, "prep")
            for d in tree.subtree(p)
        )
        if not stranded and not adverb and not relative:
            yield Argument("object", tree.tokens[v].head, ("relative",))

    def prepositional(self, i: int) -> Iterator[Argument]:
        """Yield the prepositional phrases of a word, and those that the parser hung on its
        object: which of the two heads a phrase has is the parser's weakest point.
        """
        for p in self._phrases(i):
            name = self.preposition(p)
            for c in self.tree.children(p, "pobj", "pcomp"):
                token = self.tree.tokens[c]
                if token.lemma in RELATIVE_PRONOUNS and self.tree.tokens[i].dep == "relcl":
                    yield Argument(name, self.tree.tokens[i].head, ("relative",))
                else:
                    yield Argument(name, c, ())

    def _phrases(self, i: int) -> Iterator[int]:
        tree = self.tree
        yield from tree.children(i, "prep", "prt")
        for c in tree.children(i, "dobj", "nsubjpass", "advmod", "acomp", "oprd", "xcomp"):
            if c > i or tree.tokens[c].dep == "nsubjpass":
                deeper = [c, *tree.conjuncts(c)] if tree.is_noun(c) else [c]
                for d in deeper:
                    if not tree.is_verb(d):
                        yield from tree.children(d, "prep")

    def preposition(self, p: int) -> str:
        """Return the preposition as the ontology writes it: "such as", "due to"."""
        token = self.tree.tokens[p]
        before = [
            self.tree.tokens[c].lemma for c in self.tree.children(p, "amod", "advmod", "pcomp")
        ]
        if token.lemma == "as" and "such" in before:
            return "such as"
        return token.lemma

    # -- nouns ---------------------------------------------------------------------------------

    def noun_arguments(self, n: int) -> Iterator[Argument]:
        """Yield the arguments of a noun: its phrases, what holds it, what it is said of."""
        tree = self.tree
        for c in tree.children(n, "poss"):
            yield Argument("possessor", c, ("nominalisation",))
        for c in tree.children(n, "compound", "nmod", "amod", "npadvmod", "nummod"):
            role = "modifier" if tree.tokens[c].dep == "amod" else "compound"
            yield Argument(role, c, ("nominalisation",) if role == "compound" else ())
            if role == "modifier":
                yield Argument("compound", c, ("nominalisation",))
        for argument in (*self.prepositional(n), *self._stray_phrases(n)):
            yield Argument(argument.role, argument.token, ("nominalisation", *argument.steps))
        yield from self._equated(n)
        yield from self._held(n)

    def _stray_phrases(self, n: int) -> Iterator[Argument]:
        """Yield phrases after the noun that the parser hung on a word above it."""
        tree, t = self.tree, n
        while tree.tokens[t].dep in ("conj", "dobj", "pobj", "prep", "ccomp", "attr"):
            t = tree.tokens[t].head
            for p in tree.children(t, "prep"):
                if p > max(tree.subtree(n)):
                    for c in tree.children(p, "pobj"):
                        yield Argument(self.preposition(p), c, ())

    def _equated(self, n: int) -> Iterator[Argument]:
        """Yield what the noun is said to be, or is: copula, apposition, "such as", "as"."""
        tree, token = self.tree, self.tree.tokens[n]
        if token.dep == "conj" and tree.tokens[token.head].dep in ("attr", "appos"):
            for argument in self._equated(token.head):
                yield Argument("equated", argument.token, (*argument.steps, "coordination"))
        elif token.dep == "appos":
            yield Argument("equated", self.apposition_head(n), ("apposition",))
        elif token.dep in ("compound", "nmod") and token.head > n:
            yield Argument("equated", token.head, ("apposition",))
        elif (verb := self._predicating_verb(n)) is not None:
            thing = tree.child(verb, "dobj")  # "identified C6 as an inhibitor"
            is_thing = token.dep == "pobj" and thing is not None and not self.is_passive(verb)
            said_of = [(thing, ())] if thing is not None and is_thing else None
            for t, steps in said_of or self.surface_subjects(verb):
                yield Argument("equated", t, ("copula", *steps))
        for c in tree.children(n, "appos"):
            yield Argument("equated", c, ("apposition",))
        for c in self.examples(n):
            yield Argument("equated", c, ("suchAs",))
        if token.dep in SUBJECTS and tree.tokens[token.head].lemma in self.grammar.copulas:
            yield from self._complements(token.head)

    def _predicating_verb(self, n: int) -> int | None:
        """Return the verb that says the noun of its subject: "is an n", "acts as an n"."""
        tree, token = self.tree, self.tree.tokens[n]
        if token.dep in ("attr", "oprd") and tree.is_verb(token.head):
            return token.head
        if token.dep == "pobj" and tree.tokens[token.head].lemma == "as":
            verb = tree.tokens[token.head].head
            if tree.is_verb(verb) and tree.tokens[verb].lemma in self.grammar.as_verbs:
                return verb
        return None

    def _complements(self, verb: int) -> Iterator[Argument]:
        for c in self.tree.children(verb, "attr", "acomp"):
            yield Argument("modifier", c, ("copula",))
            if self.tree.is_noun(c):
                yield Argument("equated", c, ("copula",))

    def examples(self, n: int) -> Iterator[int]:
        """Yield the examples named after a noun: "drugs such as A", "including A", "like A"."""
        for p, token in enumerate(self.tree.tokens):
            is_example = token.dep in ("prep", "acl") and (
                self.preposition(p) in self.grammar.exemplifiers
            )
            if is_example and self.exemplified(p) == n:
                yield from self.tree.children(p, "pobj", "dobj")

    def exemplified(self, p: int) -> int | None:
        """Return the noun of which a phrase gives examples: the one right before it, wherever the
        parser hangs the phrase; a bracket between is stepped over.
        """
        tree, before = self.tree, p - 1
        if before >= 0 and tree.tokens[before].text == ")":
            before = max((t for t in range(before) if tree.tokens[t].text == "("), default=0) - 1
        while before >= 0 and tree.tokens[before].text in (",", "such"):
            before -= 1
        if before >= 0 and tree.is_noun(before):
            return before
        return tree.tokens[p].head if tree.is_noun(tree.tokens[p].head) else None

    def names(self, n: int) -> Iterator[int]:
        """Yield what a noun is called: "a steroid called A", "known as A", "in the form of A"."""
        tree, token = self.tree, self.tree.tokens[n]
        for v in tree.children(n, "acl", "relcl"):
            yield from self.called(v)
        above = [token.head] if token.dep == "dobj" else []  # where the parser hangs the phrase
        for p in (p for w in (n, *above) for p in tree.children(w, "prep") if p > n):
            for form in tree.children(p, "pobj"):
                if tree.tokens[p].lemma == "in" and tree.tokens[form].lemma == "form":
                    for of in tree.children(form, "prep"):
                        yield from tree.children(of, "pobj")

    def called(self, v: int) -> Iterator[int]:
        """Yield the name that a naming word gives; where the parser lost it, the noun after it."""
        tree, lemma = self.tree, self.tree.tokens[v].lemma
        phrases = [p for p in tree.children(v, "prep") if self.preposition(p) in ("as", "by")]
        if not any(w.split()[0] == lemma for w in self.grammar.naming_words):
            return
        found = list(tree.children(v, "oprd", "attr", "dobj", "xcomp"))
        found += [c for p in phrases for c in tree.children(p, "pobj")]
        after = range(v + 1, min(v + 4, len(tree.tokens)))
        lost = next((t for t in after if tree.is_noun(t) and tree.tokens[t].head != t), None)
        yield from found or ([lost] if lost is not None and not phrases else [])

    def _held(self, n: int) -> Iterator[Argument]:
        """As in "A has an effect on B", "A leads to a rise in B": the verb's subject is the noun's.

        The role is "subject" under a light verb, else "governor" (frames that name the verb).
        """
        tree, token = self.tree, self.tree.tokens[n]
        if token.dep == "conj" and tree.is_noun(token.head):
            for argument in self._held(token.head):
                yield Argument(argument.role, argument.token, (*argument.steps, "coordination"))
            return
        verb, preposition = self._holding_verb(n)
        if verb is None:
            return
        lemma = tree.tokens[verb].lemma
        words = (lemma, f"{lemma} {preposition}" if preposition else lemma)
        role = "subject" if any(w in self.grammar.light_verbs for w in words) else "governor"
        passive = self.is_passive(verb)
        if passive and token.dep == "nsubjpass":
            for argument in self._agents(verb):
                yield Argument(role, argument.token, ("light", *argument.steps))
        elif not passive or preposition:
            for t, steps in self.surface_subjects(verb):
                yield Argument(role, t, ("light", *steps))
        for argument in self.prepositional(verb):
            if argument.token != n:
                yield Argument(argument.role, argument.token, ("light", *argument.steps))

    def _holding_verb(self, n: int) -> tuple[int | None, str]:
        tree, token = self.tree, self.tree.tokens[n]
        if token.dep in ("dobj", "nsubjpass", "attr") and tree.is_verb(token.head):
            return token.head, ""
        if token.dep == "pobj":
            verb = tree.tokens[token.head].head
            if tree.is_verb(verb):
                return verb, tree.tokens[token.head].lemma
        return None, ""

    # -- adjectives, prepositions, appositions, compounds ------------------------------------------

    def adjective_arguments(self, a: int) -> Iterator[Argument]:
        """Yield what an adjective is said of and its phrases ("effective against B")."""
        tree, token = self.tree, self.tree.tokens[a]
        step = "copula" if token.dep in ("acomp", "xcomp", "oprd", "ccomp") else "attributive"
        for t, steps in self.predication_subjects(a):
            yield Argument("subject", t, (step, *steps))
        yield from self.prepositional(a)
        if token.dep in ("acomp", "oprd", "xcomp"):
            for p in tree.children(token.head, "prep"):
                for c in tree.children(p, "pobj", "pcomp"):
                    yield Argument(self.preposition(p), c, ())

    def preposition_arguments(self, p: int) -> Iterator[Argument]:
        """Yield both ends of a preposition that states something: "unlike B, A …"."""
        tree, head = self.tree, self.tree.tokens[p].head
        for c in tree.children(p, "pobj", "dobj"):
            yield Argument("object", c, ())
        if self.preposition(p) in self.grammar.exemplifiers:
            if (noun := self.exemplified(p)) is not None:
                yield Argument("subject", noun, ("suchAs",))
        elif self.tree.is_noun(head):
            yield Argument("subject", head, ("attributive",))
        elif head != p:
            for t, steps in self.predication_subjects(head):
                yield Argument("subject", t, steps)

    def apposition_head(self, a: int) -> int:
        """Return the noun that an apposition explains: where the parser went over a verb to find
        one, rather the noun right before the comma.
        """
        tree, head = self.tree, self.tree.tokens[a].head
        first = min(tree.subtree(a))
        adjacent = first - 2
        over_verb = any(tree.tokens[t].pos == "VERB" for t in range(head + 1, first))
        near = adjacent >= 0 and tree.tokens[first - 1].text == "," and tree.is_noun(adjacent)
        return adjacent if over_verb and near else head

    def apposed_to(self, n: int) -> int | None:
        """Return the noun before the comma that this noun explains, where the parser took it for a
        second complement: "is important for the amygdala, a brain center …".
        """
        tree, token = self.tree, self.tree.tokens[n]
        first = min(tree.subtree(n))
        earlier = [c for c in tree.children(token.head, "acomp", "attr") if c < first]
        determiner = tree.child(n, "det")
        if token.dep != "attr" or not earlier or determiner is None or first < 2:
            return None
        is_apposed = tree.tokens[first - 1].text == "," and tree.is_noun(first - 2)
        return first - 2 if is_apposed else None

    def class_before(self, n: int) -> int | None:
        """Return the noun right before a name that may say what it is: "the SSRI fluoxetine"."""
        tree = self.tree
        c = n - 1
        is_one = c >= 0 and tree.tokens[c].dep in ("compound", "nmod") and tree.tokens[c].head == n
        return c if is_one and tree.is_noun(c) else None

    def apposition_arguments(self, a: int, mark: str) -> Iterator[Argument]:
        """Yield both ends of an apposition; its mark (comma, bracket, blank) is the lemma."""
        if mark == " " and (before := self.class_before(a)) is not None:
            yield Argument("subject", a, ("apposition",))
            yield Argument("class", before, ("apposition",))
            return
        yield Argument("subject", self.apposition_head(a), ("apposition",))
        yield Argument("object", a, ("apposition",))

    def apposition_mark(self, a: int) -> str | None:
        """Return "," for an indefinite noun after a comma, "(" for a word in brackets."""
        tree, token = self.tree, self.tree.tokens[a]
        first = min(tree.subtree(a))
        before = tree.tokens[first - 1].text if first else ""
        own = tree.tokens[first].text
        if "(" in (before, own):
            return "("
        determiner = tree.child(a, "det")
        indefinite = determiner is not None and tree.tokens[determiner].lemma in ARTICLES
        between = {tree.tokens[t].text for t in range(token.head + 1, a)}
        return "," if indefinite and between & {",", "–", "—"} else None

    def compound_arguments(self, c: int) -> Iterator[Argument]:
        """Yield the ends of "A-induced B": the word before the hyphen and the noun after it."""
        tree = self.tree
        if c >= 2 and is_hyphen(tree.tokens[c - 1].text):
            yield Argument("before", c - 2, ("compound",))
        if c + 2 < len(tree.tokens) and is_hyphen(tree.tokens[c + 1].text):
            yield Argument("after", c + 2, ("compound",))
        head = tree.tokens[c].head
        while head > c and not tree.is_noun(head) and tree.tokens[head].head != head:
            head = tree.tokens[head].head
        while (
            head > c
            and tree.tokens[head].dep in ("compound", "nmod")
            and (tree.tokens[head].head > head)
        ):
            head = tree.tokens[head].head
        if head > c and tree.is_noun(head):
            yield Argument("head", head, ("compound",))


def is_hyphen(text: str) -> bool:
    """Whether the token is a hyphen or a dash that joins words."""
    return text in ("-", "‐", "‑", "–")


def _add(found: Iterable[Found], step: str) -> Iterator[Found]:
    return ((token, (step, *steps)) for token, steps in found)
