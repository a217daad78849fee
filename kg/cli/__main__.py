"""`python -m kg.cli` is `kg`, also where the script is not on the PATH."""

from kg.cli import main

main()
