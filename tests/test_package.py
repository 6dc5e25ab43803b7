"""The wheel holds what it needs, and runs from an empty folder where there is no checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT, SPEAKING

from lap import __version__

PLAN = "lap: 1\ntitle: Plan of Agua Clara\nadopted: 2025-02-30\n"


class Installed(NamedTuple):
    """A wheel, and the folder that it was installed into."""

    wheel: Path
    folder: Path


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel, built from this checkout and installed into a folder of its own, without its dependencies."""
    built, folder = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(built), str(ROOT))
    (wheel,) = built.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run(*pip, "--no-deps", "--no-index", "--target", str(folder), str(wheel))
    return Installed(wheel, folder)


def run(*command: str, status: int = 0, **more: object) -> str:
    """Runs a command, which must end with this status; what it printed."""
    done = subprocess.run(command, capture_output=True, timeout=300, check=False, **more)  # type: ignore[call-overload]
    assert done.returncode == status, (done.stdout + done.stderr).decode()
    return str(done.stdout.decode("utf-8"))


def away(installed: Installed, empty: Path, *command: str, status: int = 0) -> str:
    """Runs Python in an empty folder with the installed wheel and our dependencies, and nothing else of ours.

    Without `site` (-S) the checkout that an editable installation adds is not there.
    """
    libraries = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    environment = {name: value for name, value in os.environ.items() if name not in SPEAKING}
    environment["PYTHONPATH"] = os.pathsep.join((str(installed.folder), *libraries))
    return run(sys.executable, "-S", *command, status=status, cwd=empty, env=environment)


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as opened:
        return {name for name in opened.namelist() if not name.endswith("/")}


def below(folder: str) -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}


def test_wheel_holds_the_package_its_words_its_templates_and_schemas(installed: Installed) -> None:
    held = names(installed.wheel)
    expected = {name for name in below("lap") if "__pycache__" not in name}
    expected |= {f"lap/{name}" for name in below("templates") | below("schemas")}
    assert expected - held == set()
    for name in (
        "lap/source/names.txt", "lap/language/es.toml", "lap/language/rules.es.toml", "lap/language/handbook.toml",
        "lap/rules/base.yaml", "lap/model/months.txt", "lap/templates/rules/page.txt.j2", "lap/schemas/report.schema.json",
    ):  # fmt: skip
        assert name in held


def test_wheel_holds_the_licence_and_nothing_that_does_not_belong(installed: Installed) -> None:
    held = names(installed.wheel)
    info = f"lap_toolkit-{__version__}.dist-info"
    assert f"{info}/licenses/LICENSE" in held
    assert {name.split("/")[0] for name in held} == {"lap", info}
    assert not [name for name in held if "__pycache__" in name or "tests" in name.split("/")]


def test_wheel_says_its_name_version_licence_and_command(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as opened:
        info = f"lap_toolkit-{__version__}.dist-info"
        metadata = opened.read(f"{info}/METADATA").decode("utf-8").splitlines()
        commands = opened.read(f"{info}/entry_points.txt").decode("utf-8")
    for line in ("Name: lap-toolkit", f"Version: {__version__}", "License-Expression: MIT", "Requires-Python: >=3.11"):
        assert line in metadata
    assert "lap = lap.__main__:main" in commands


def test_installed_wheel_runs_from_an_empty_folder_without_the_checkout(installed: Installed, tmp_path: Path) -> None:
    found = away(installed, tmp_path, "-c", "import lap; print(lap.__file__)").strip()
    assert Path(found).is_relative_to(installed.folder)
    assert away(installed, tmp_path, "-m", "lap", "--version") == f"lap {__version__}\n"
    page = away(installed, tmp_path, "-m", "lap", "explain", "L101", "--lang", "es")
    assert page.startswith("L101")
    rules = away(installed, tmp_path, "-m", "lap", "rules", "--by-section", "--lang", "es")
    assert "L101" in rules
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    report = away(installed, tmp_path, "-m", "lap", "validate", "--select", "Y", "--lang", "en", status=1)
    assert report.startswith("plan.yaml:3:10: error Y203: ")
    away(installed, tmp_path, "-m", "lap", "validate", "--format", "text", "--lang", "es", status=1)
    away(installed, tmp_path, "-m", "lap", "validate", "nowhere.yaml", status=2)


def test_installed_command_runs(installed: Installed, tmp_path: Path) -> None:
    scripts = [
        path for path in (installed.folder / "bin" / "lap", installed.folder / "Scripts" / "lap.exe") if path.exists()
    ]
    assert scripts
    script = scripts[0]
    if script.suffix == ".exe":
        pytest.skip("the command is no script here")
    assert away(installed, tmp_path, str(script), "--version") == f"lap {__version__}\n"
