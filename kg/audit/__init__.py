"""Graph → what to think twice about: drift, contradictions, uncited claims, what was not read."""

from kg.audit.audit import Audit, NotRead, Proposition, Tally, audit
from kg.audit.render import render

__all__ = ["Audit", "NotRead", "Proposition", "Tally", "audit", "render"]
