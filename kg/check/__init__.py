"""Is the ontology sound, and does kg read its examples?"""

from __future__ import annotations

from kg.check.finding import Finding, Severity
from kg.check.run import check

__all__ = ["Finding", "Severity", "check"]
