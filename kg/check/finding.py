"""What a check returns: a fault of the ontology, where it is, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error makes claims wrong or keeps them from being read; a warning may be meant."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault. As text it is one line: ``where: severity: kind: what (mend: …)``."""

    kind: str  # in a few words, the same for equal faults: "class cycle"
    about: tuple[str, ...]  # CURIEs, or IRIs where no prefix fits
    where: str | None = None  # file:line
    what: str
    mend: str | None = None  # the triple to write, or what to do
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """One line for a person."""
        place = f"{self.where}: " if self.where else ""
        mend = f" (mend: {self.mend})" if self.mend else ""
        return f"{place}{self.severity}: {self.kind}: {self.what}{mend}"
