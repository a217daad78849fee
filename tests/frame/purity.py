"""A contract for import-linter: modules that import only the standard library and each other."""

from __future__ import annotations

import sys

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class PureContract(Contract):
    """`source_modules`, and all below them, import nothing but the standard library and
    `allowed_modules`. A source module that does not exist yet is passed over.
    """

    type_name = "pure"
    source_modules = fields.ListField(subfield=fields.StringField())
    allowed_modules = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 the base class's
        """Compare every direct import with the two lists."""
        sources: list[str] = list(self.source_modules)  # type: ignore[call-overload]  # a field
        allowed: list[str] = list(self.allowed_modules)  # type: ignore[call-overload]  # a field
        faults = sorted(
            f"{importer} imports {imported}"
            for importer in graph.modules
            if _below(importer, sources)
            for imported in graph.find_modules_directly_imported_by(importer)
            if imported.partition(".")[0] not in sys.stdlib_module_names
            and not _below(imported, allowed)
        )
        return ContractCheck(kept=not faults, metadata={"faults": faults})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print a line for each import that should not be."""
        for fault in check.metadata["faults"]:
            output.print_error(fault)


def _below(module: str, roots: list[str]) -> bool:
    return any(module == root or module.startswith(f"{root}.") for root in roots)
