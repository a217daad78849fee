"""How well kg reads: measured on annotated text that is no part of the product."""
