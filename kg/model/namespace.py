"""The namespace of the ontology, by itself: queries need it, and none of the records."""

KG = "https://w3id.org/article-kg/ontology#"
