"""Values → literals with the datatype that says how exact they are."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from kg.errors import KgError
from kg.rdf.terms import XSD, Literal

PRECISIONS = (
    (re.compile(r"\d{4}"), "gYear", "{}-01-01"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth", "{}-01"),
    (re.compile(r"\d{4}-\d\d-\d\d"), "date", "{}"),
)
"""How a date of each precision is written, its datatype, and how it becomes a whole date."""


NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?", re.IGNORECASE | re.ASCII)


def plain(text: str) -> Literal:
    """Return words as they stand in print.

    A character that is none (a lone surrogate) becomes U+FFFD, as no RDF text may hold it.
    """
    return Literal(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def label(text: str) -> Literal:
    """Return a name in English."""
    return Literal(plain(text).value, RDF_LANG_STRING, "en")


def boolean(value: bool) -> Literal:
    """Return ``true`` or ``false``."""
    return Literal("true" if value else "false", XSD + "boolean")


def integer(value: int) -> Literal:
    """Return a whole number."""
    return Literal(str(value), XSD + "integer")


def decimal(text: str) -> Literal:
    """Return a decimal in the one form of its value: "6" and "6.00" are "6.0".

    A store keeps values, not digits; so both come back the same. Raises KgError where it is none.
    """
    if not NUMBER.fullmatch(text):
        raise KgError(f"{text!r} is not a decimal number", hint="write it as in 12.5")
    whole, _, rest = format(Decimal(text), "f").partition(".")
    return Literal(f"{whole}.{rest.rstrip('0') or '0'}", XSD + "decimal")


def issued(text: str) -> Literal | None:
    """Return an ISO date with its own precision; None where the calendar has no such date.

    >>> issued("2018-05").datatype.partition("#")[2]
    'gYearMonth'
    """
    for form, datatype, whole in PRECISIONS:
        if form.fullmatch(text) and _is_date(whole.format(text)):
            return Literal(text, XSD + datatype)
    return None


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


RDF_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
