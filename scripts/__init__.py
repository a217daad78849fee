"""What is run by hand: `python -m scripts.import_terms`."""
