"""The authors at the start of a reference: names in the four orders that journals print."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

# re knows no class of capital letters; those of the scripts that journals print names in.
UPPER = "".join(
    c for c in map(chr, range(0x41, min(0x0590, sys.maxunicode))) if c.isupper() or c.istitle()
)
U = f"[{UPPER}]"
_PARTICLE = (
    r"(?:(?:van|von|vom|zu|zur|der|den|de|het|t|d[aiou]s?|del|della|delle|des|la|las|le|les|los|ten|ter|te|"
    r"al|el|bin|ibn|ben|abu|af|av|y|e|Van|Von|Der|Den|De|Del|Della|Di|Da|Dos|La|Le|Ten|Ter|El|Al|"
    r"St\.?)[ ])"
)
_WORD = rf"(?:[dDOoLl]['’])?{U}[\w'’‐‑-]*"
_SURNAME = rf"(?:{_PARTICLE}){{0,3}}{_WORD}(?:[ ](?:{_PARTICLE}){{0,2}}{_WORD}){{0,2}}"
_SUFFIX = r"(?:,?[ ](?:Jr|Sr|II|III|IV|2nd|3rd|4th)\b(?:\.(?=[,;]))?)?"
_DOTTED = rf"{U}[a-z]?\.(?:[ ]?[-‐‑]?{U}[a-z]?\.){{0,4}}"

NAME_FORMS: tuple[tuple[str, str], ...] = (  # first name, later ones
    (  # Pinna G, Colmers PLW
        rf"{_SURNAME}[ ]{U}{{1,4}}(?:-{U})?(?!\w){_SUFFIX}",
        rf"{_SURNAME}[ ]{U}{{1,4}}(?:-{U})?(?!\w){_SUFFIX}",
    ),
    (  # Pinna, G., & Colmers, P. L. W.
        rf"{_SURNAME},[ ]?{_DOTTED}{_SUFFIX}",
        rf"{_SURNAME},[ ]?{_DOTTED}{_SUFFIX}|{_DOTTED}[ ]?{_SURNAME}",
    ),
    (  # Pinna, G, Colmers, PLW
        rf"{_SURNAME},[ ]{U}{{1,3}}(?!\w){_SUFFIX}",
        rf"{_SURNAME},[ ]{U}{{1,3}}(?!\w){_SUFFIX}",
    ),
    (  # G. Pinna, P. L. W. Colmers
        rf"{_DOTTED}[ ]?{_SURNAME}{_SUFFIX}",
        rf"{_DOTTED}[ ]?{_SURNAME}{_SUFFIX}",
    ),
    (  # Pinna, Graziano, and Pantelis Antonoudiou
        rf"{_SURNAME},[ ]{_WORD}(?:[ ]{U}\.?)?",
        rf"{_WORD}(?:[ ]{U}\.)?[ ]{_SURNAME}",
    ),
)
_SEPARATOR = r"(?:\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+|\s*,?\s*(?:…|\.\s?\.\s?\.)\s*,?\s*)"
ET_AL = re.compile(
    r"\s*[,;]?\s*(?:(?:and\s+)?et\.?\s+al\b\.?|(?:and|&)\s+others\b)[,.]?", re.IGNORECASE
)
EDITORS = re.compile(r",?\s*[(\[]?(?:Eds?|editors?)\b[.)\]]*", re.IGNORECASE)
# What may stand behind a list of authors.
END = re.compile(r"\s*[.:,]?\s+(?=\S)|\s*\Z|(?=\()")
GIVEN_NAMES = len(NAME_FORMS) - 1  # of the forms the one that titles look like too
AFTER_GIVEN_NAMES = re.compile(r"[\"“‘']|\(?(?:1[5-9]|20)\d\d")
LISTS = tuple(
    (re.compile(first), re.compile(rf"{_SEPARATOR}({later})")) for first, later in NAME_FORMS
)


@dataclass(frozen=True, slots=True)
class Authors:
    """The names as printed, whether "et al." follows, and where in the text the rest begins."""

    names: tuple[str, ...]
    et_al: bool
    end: int


def find_authors(body: str) -> Authors | None:
    """Return the list of persons at the start of a reference; None where no such list stands
    there, as before the name of an organisation. The first of the forms that reads it holds.
    """
    for n, (first, later) in enumerate(LISTS):
        found = _read_list(body, first, later)
        if found and (n != GIVEN_NAMES or AFTER_GIVEN_NAMES.match(body, found.end)):
            return found
    return None


def _read_list(body: str, first: re.Pattern[str], later: re.Pattern[str]) -> Authors | None:
    """Read names of one form, one after the other."""
    if not (m := first.match(body)):
        return None
    names, at = [m[0]], m.end()
    while m := later.match(body, at):
        names.append(m[1])
        at = m.end()
    et_al = ET_AL.match(body, at)
    at = et_al.end() if et_al else at
    if editors := EDITORS.match(body, at):
        at = editors.end()
    if not (end := END.match(body, at)):
        return None
    return Authors(tuple(name.strip() for name in names), et_al is not None, end.end())
