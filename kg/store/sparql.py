"""What must be known of a query before it runs: its dataset, its depth, its prefixes.

The store's parser overflows its stack on deep queries and names the wrong place for an unknown
prefix, so the words of the query are looked at first. Tokens as in SPARQL 1.1, section 19.8.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from kg.errors import KgError

TOKEN = re.compile(
    r"""
    (?P<comment> \#[^\r\n]* )
  | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
  | (?P<text> ""\"(?:\\.|[^\\])*?""\" | '''(?:\\.|[^\\])*?''' )
  | (?P<line_text> "(?:\\.|[^"\\\r\n])*" | '(?:\\.|[^'\\\r\n])*' )
  | (?P<variable> [?$]\w+ )
  | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
  | (?P<name> (?:[^\W\d_][\w.-]*)?:(?:[\w:%-]|\\.|\.(?=[\w:%\\-]))* )
  | (?P<blank> _:[\w.-]+ )
  | (?P<number> \d+(?:\.\d+)?(?:[eE][+-]?\d+)? )
  | (?P<word> [^\W\d_]\w* )
  | (?P<open> [({\[] )
  | (?P<close> [)}\]] )
  | (?P<operator> \|\||&&|!=|<=|>=|\^\^|[!|&^*/+<>=-] )
  | (?P<other> \S )
    """,
    re.VERBOSE | re.DOTALL,
)
DEEPEST = 200  # brackets in brackets; the parser's stack holds some hundreds
MOST_JOINTS = 1000  # operators and clauses, each of which may be a call within a call

JOINTS = frozenset("BIND FILTER MINUS OPTIONAL UNION".split())
FORMS = frozenset("ASK CONSTRUCT DESCRIBE SELECT".split())
UPDATES = frozenset("ADD CLEAR COPY CREATE DELETE DROP INSERT LOAD MOVE WITH".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the query; `sort` is the name of its group in `TOKEN`."""

    sort: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a query's words say: its own prefixes, and the graphs that it names (FROM, FROM NAMED),
    as full IRIs, as often as it names them.
    """

    prefixes: Mapping[str, str]
    default: tuple[str, ...]
    named: tuple[str, ...]


def look_at(query: str, known: Mapping[str, str]) -> Asked:
    """Return what a query asks of, by its words. `known` are the prefixes declared beforehand.

    Raises KgError where it is empty, an update, too deep, asks another server, or uses a prefix
    that is not known.
    """
    _refuse_depth(_tokens(query), query)
    tokens = tuple(_tokens(query))
    _refuse_other_work(tokens)
    base, own = _prologue(tokens)
    prefixes = {**known, **own}
    _refuse_unknown_prefix(tokens, prefixes, query)
    default, named = _dataset(tokens, prefixes, base)
    return Asked(own, default, named)


def names_in(query: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the full IRIs that a well-formed query names, in their order, each once; the
    namespaces that it declares are not among them.
    """
    tokens = tuple(_tokens(query))
    base, own = _prologue(tokens)
    prefixes = {**known, **own}
    named = (t for t in tokens if t.sort in ("iri", "name"))
    found = dict.fromkeys(_iri(t, prefixes, base) for t in named)
    return tuple(iri for iri in found if iri not in prefixes.values())


def place(query: str, offset: int) -> str:
    """Return line and column, from 1, of a place in the query."""
    line = query.count("\n", 0, offset)
    return f"line {line + 1}, column {offset - (query.rfind(chr(10), 0, offset))}"


def explain(error: str, query: str) -> KgError:
    """Return the store's message about a malformed query as one line with its place."""
    match = re.match(r"error at (\d+):(\d+): expected (?:one of )?(.*)", error, re.DOTALL)
    if not match:
        return KgError(f"cannot read the query: {error.splitlines()[0]}")
    line, column = int(match[1]), int(match[2])
    reasons = re.findall(r"\b(?:The|A|An|It)\b [^,]+", match[3])
    where = f"line {line}, column {column}"
    if reasons:
        return KgError(f"cannot read the query: {reasons[0]}", where=where)
    if (opened := _unclosed(query)) is not None:
        what = f"the bracket {opened.text} is not closed"
        return KgError(f"cannot read the query: {what}", where=place(query, opened.start))
    offset = sum(len(row) for row in query.splitlines(keepends=True)[: line - 1]) + column - 1
    found = next((t for t in _tokens(query) if t.start + len(t.text) > offset), None)
    where = where if found is None else place(query, found.start)
    what = f"{found.text!r} does not fit here" if found else "something before here does not fit"
    hint = None if found is None else "what stands just before may be at fault, too"
    return KgError(f"cannot read the query: {what}", where=where, hint=hint)


def _unclosed(query: str) -> Token | None:
    """Return the innermost bracket that no other closes."""
    opened: list[Token] = []
    for token in _tokens(query):
        if token.sort == "open":
            opened.append(token)
        elif token.sort == "close" and opened:
            opened.pop()
    return opened[-1] if opened else None


def _tokens(query: str) -> Iterator[Token]:
    for match in TOKEN.finditer(query):
        sort = match.lastgroup or "other"
        if sort != "comment":
            yield Token(sort, match[0], match.start())


def _refuse_other_work(tokens: Sequence[Token]) -> None:
    words = [t.text.upper() for t in tokens if t.sort == "word"]
    if not tokens:
        raise KgError("the query is empty", hint="try: SELECT * WHERE { ?s ?p ?o } LIMIT 10")
    first = next((w for w in words if w in FORMS | UPDATES), "")
    if not first:
        raise KgError("a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE", where="line 1")
    if first in UPDATES:
        raise KgError(f"a query only reads; {first} changes a graph", hint="use kg build --store")
    if "SERVICE" in words:
        raise KgError("SERVICE asks another server, and kg works without a network")


def _refuse_depth(tokens: Iterable[Token], query: str) -> None:
    depth = joints = 0
    for token in tokens:
        depth += {"open": 1, "close": -1}.get(token.sort, 0)
        joints += token.sort == "operator" or token.text == "{" or token.text.upper() in JOINTS
        if depth > DEEPEST or joints > MOST_JOINTS:
            what = (
                f"more than {DEEPEST} brackets lie in one another"
                if depth > DEEPEST
                else f"there are more than {MOST_JOINTS} operators and clauses"
            )
            raise KgError(f"the query is too deep: {what}", where=place(query, token.start))


def _prologue(tokens: Sequence[Token]) -> tuple[str, Mapping[str, str]]:
    base, prefixes = "", {}
    for i, token in enumerate(tokens):
        word = token.text.upper() if token.sort == "word" else ""
        if word == "BASE" and i + 1 < len(tokens):
            base = tokens[i + 1].text.strip("<>")
        elif word == "PREFIX" and i + 2 < len(tokens):
            iri = tokens[i + 2].text.strip("<>")
            prefixes[tokens[i + 1].text.removesuffix(":")] = urljoin(base, iri) if base else iri
    return base, prefixes


def _refuse_unknown_prefix(
    tokens: Sequence[Token], prefixes: Mapping[str, str], query: str
) -> None:
    for token in tokens:
        prefix = token.text.partition(":")[0]
        if token.sort == "name" and prefix not in prefixes:
            known = ", ".join(f"{p}:" for p in sorted(prefixes) if p)
            hint = f"known: {known}; or declare it: PREFIX {prefix}: <…>"
            raise KgError(
                f"the prefix {prefix}: is not known", where=place(query, token.start), hint=hint
            )


def _dataset(
    tokens: Sequence[Token], prefixes: Mapping[str, str], base: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the graphs of FROM and FROM NAMED, which stand outside of all braces."""
    default: list[str] = []
    named: list[str] = []
    depth = 0
    for i, token in enumerate(tokens):
        depth += {"open": 1, "close": -1}.get(token.sort, 0)
        if depth or token.sort != "word" or token.text.upper() != "FROM":
            continue
        is_named = i + 1 < len(tokens) and tokens[i + 1].text.upper() == "NAMED"
        name = tokens[i + 1 + is_named] if i + 1 + is_named < len(tokens) else None
        if name is not None and name.sort in ("iri", "name"):
            (named if is_named else default).append(_iri(name, prefixes, base))
    return tuple(default), tuple(named)


def _iri(token: Token, prefixes: Mapping[str, str], base: str) -> str:
    if token.sort == "iri":
        return urljoin(base, token.text[1:-1]) if base else token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    return prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)
