"""The house holds: what may import what, no circles, functions and modules of a size one can read."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "lap").rglob("*.py"))
}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}

# package or module -> the packages it may not import
FORBIDDEN = {
    "lap.source": ("pydantic", "typer", "rich", "jinja2", "lap.model", "lap.rules", "lap.load", "lap.report", "lap.cli", "lap.language"),
    "lap.model": ("typer", "rich", "jinja2", "yaml", "ruamel", "lap.source", "lap.rules", "lap.load", "lap.report", "lap.cli", "lap.language"),
    "lap.findings": ("pydantic", "lap.model", "lap.rules", "lap.language", "lap.report", "lap.cli"),
    "lap.rules": ("lap.source", "lap.report", "lap.cli", "lap.load", "lap.lint", "yaml", "ruamel", "pydantic", "rich", "typer"),
    "lap.schedule": ("lap.source", "lap.rules", "lap.report", "lap.cli", "lap.language"),
    "lap.lint": ("lap.report", "lap.cli", "lap.language", "yaml", "rich", "typer"),
    "lap.load": ("lap.rules", "lap.report", "lap.cli", "lap.language", "yaml", "rich", "typer"),
    "lap.report": ("lap.cli", "yaml", "typer", "pydantic"),
    "lap.editing": ("pydantic", "lap.model", "lap.load", "lap.rules", "lap.lint", "lap.language", "lap.report", "lap.cli", "yaml"),
    "lap.edit": ("pydantic", "lap.model", "lap.load", "lap.rules", "lap.lint", "lap.language", "lap.report", "lap.cli", "yaml"),
    "lap.fix": ("lap.language", "lap.report", "lap.cli", "yaml"),
    "lap.mending": ("lap.language", "lap.report", "lap.cli", "yaml"),
    "lap.language": ("lap.rules", "lap.model", "lap.load", "lap.lint", "lap.report", "lap.cli", "pydantic"),
    "lap.paper": ("lap.model", "lap.rules", "lap.load", "lap.report", "lap.show", "lap.language", "lap.cli"),
    "lap.show": ("lap.cli", "lap.report", "lap.rules", "lap.load", "lap.source.files", "typer", "pydantic", "yaml"),
    "lap.tree": ("lap.source", "lap.rules", "lap.report", "lap.show", "lap.cli", "lap.language"),
    "lap.framework": ("lap.source", "lap.rules", "lap.report", "lap.show", "lap.cli", "lap.language"),
    "lap.outline": ("lap.model", "lap.rules", "lap.load", "lap.report", "lap.show", "lap.cli"),
    "lap.rank": ("lap.source.files", "lap.rules", "lap.report", "lap.show", "lap.cli", "lap.language"),
    "lap.screening": ("lap.source", "lap.rules", "lap.report", "lap.show", "lap.cli", "lap.language"),
    "lap.response": ("lap.source", "lap.rules", "lap.report", "lap.show", "lap.cli", "lap.language"),
    "lap.log": ("lap.source", "lap.rules", "lap.report", "lap.show", "lap.cli", "lap.language"),
    "lap.scoring": ("lap.source", "lap.rules", "lap.report", "lap.show", "lap.cli", "lap.language"),
    "lap.since": ("lap.source", "lap.rules", "lap.report", "lap.show", "lap.cli", "lap.language"),
    "lap.exchange": ("lap.cli", "lap.rules", "typer", "yaml", "pydantic"),
    "lap.render": ("lap.cli", "typer", "yaml"),
}  # fmt: skip
YAML = ("yaml", "ruamel")
HEAVY = ("rich", "jinja2")


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def functions() -> Iterator[tuple[str, int]]:
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0
                yield f"{name}.{node.name}", lines


@pytest.mark.parametrize("package", FORBIDDEN)
def test_nothing_imports_what_it_must_not_know(package: str) -> None:
    wrong = [
        (name, one)
        for name, tree in TREES.items()
        if within(name, package)
        for one in imported(tree)
        if any(within(one, forbidden) for forbidden in FORBIDDEN[package])
    ]
    assert wrong == []


def test_only_source_knows_yaml() -> None:
    users = {name for name, tree in TREES.items() for one in imported(tree) if any(within(one, lib) for lib in YAML)}
    assert all(within(name, "lap.source") for name in users)


def test_only_model_and_load_know_pydantic() -> None:
    users = {name for name, tree in TREES.items() for one in imported(tree) if within(one, "pydantic")}
    assert all(within(name, "lap.model") or name == "lap.load" for name in users)


def test_nothing_imports_the_command_line() -> None:
    users = {name for name, tree in TREES.items() for one in imported(tree) if within(one, "lap.cli")}
    assert all(within(name, "lap.cli") or name == "lap.__main__" for name in users)


def test_heavy_libraries_are_imported_where_they_are_used() -> None:
    at_top = [
        (name, one)
        for name, tree in TREES.items()
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for one in imported(node)
        if any(within(one, lib) for lib in HEAVY)
    ]
    assert at_top == []


def test_no_import_circles_lazy_ones_counted() -> None:
    graph = {name: {one for one in imported(tree) if one in MODULES and one != name} for name, tree in TREES.items()}
    # the command line's table of commands names its modules as text; add them
    graph["lap.cli.app"] |= {
        name
        for name in MODULES
        if name
        in (
            "lap.cli.validate",
            "lap.cli.lint",
            "lap.cli.explain",
            "lap.cli.rules",
            "lap.cli.outline",
            "lap.cli.rank",
            "lap.cli.tree",
            "lap.cli.schedule",
            "lap.cli.score",
            "lap.cli.session",
            "lap.cli.record",
        )
    }
    done: set[str] = set()
    while ready := {name for name, needs in graph.items() if name not in done and needs <= done}:
        done |= ready
    assert set(graph) - done == set()


def test_functions_are_small() -> None:
    sizes = dict(functions())
    over = {name: lines for name, lines in sizes.items() if lines > 40}
    assert over == {}
    assert statistics.median(sizes.values()) <= 8
    assert statistics.quantiles(sizes.values(), n=20)[-1] <= 25


def test_modules_are_short() -> None:
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name: lines for name, lines in lengths.items() if lines > 250} == {}


def test_every_public_name_is_documented() -> None:
    missing = [
        f"{name}.{node.name}"
        for name, tree in TREES.items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]
    assert missing == []


def test_no_spanish_sentence_stands_in_the_code() -> None:
    letters = set("áéíóúñ¿¡")
    found = [
        (name, node.value[:60])
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and letters & set(node.value.lower())
    ]
    allowed = [
        text for _, text in found if "Marta R" in text or "`niñez" in text.lower() or "Niñez" in text or "ñ" in text
    ]
    assert [one for one in found if one[1] not in allowed] == []
