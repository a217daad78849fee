"""Frozen records that flow through the pipeline. Standard library only."""

KG = "https://w3id.org/article-kg/ontology#"
"""The namespace of the ontology; here, so that naming a node needs no record of the field."""
