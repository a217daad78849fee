"""How the parser in `kg/parse/model` was trained. Not part of the product: see README.md."""
