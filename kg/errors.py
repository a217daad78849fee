"""The one exception of kg: what went wrong, where, and how to mend it.

This module imports nothing of the package, so that every layer may raise.
"""

from __future__ import annotations


class KgError(Exception):
    """The work cannot go on.

    what: one line saying what was found, in the user's words.
    where: file, ``file:line``, IRI or query position; None where there is no such place.
    hint: what the user can do about it; None where nothing sensible can be said.
    """

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """One line: ``where: what (hint)``."""
        place = f"{self.where}: " if self.where else ""
        mend = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.what}{mend}"
