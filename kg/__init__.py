"""Turn an article into an RDF graph in which every triple leads back to its sentence."""

__version__ = "0.1.0"
