"""`kg check`: is the ontology sound, and does it read its own examples?"""

from __future__ import annotations

from pathlib import Path

import click

from kg.check import Severity, check as find_faults
from kg.cli.codes import DONE, FOUND_FAULTS
from kg.cli.ontologies import ontology_options
from kg.cli.talk import say


@click.command()
@ontology_options
def check(*, ontology: tuple[Path, ...], default_ontology: bool) -> int:
    """Check the ontology: its form, and that it reads its own sentences.

    Ends with 1 where there are errors; warnings alone end with 0.
    """
    findings = find_faults(ontology, default=default_ontology)
    for finding in findings:
        click.echo(str(finding))
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    counts = ((errors, "error"), (len(findings) - errors, "warning"))
    counted = [f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counts if n]
    say(f"{' and '.join(counted)} found." if counted else "The ontology is sound.")
    return FOUND_FAULTS if errors else DONE
