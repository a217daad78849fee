"""Graph → what to think twice about: drift, contradictions, uncited claims, what was not read."""

from kg.audit.audit import audit
from kg.audit.records import Audit, Band, NotRead, Proposition, Stronger, Tally
from kg.audit.render import render

__all__ = ["Audit", "Band", "NotRead", "Proposition", "Stronger", "Tally", "audit", "render"]
