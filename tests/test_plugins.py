"""The stand-in for pydantic's plugin search, in processes of their own: it finds none, and everything else is real."""

import subprocess
import sys


def said(code: str) -> str:
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return ended.stdout.strip()


FORGO = "import sys; from lap.cli import plugins; plugins.forgo(); "


def test_the_model_is_built_without_the_search_for_plugins() -> None:
    code = FORGO + "from lap.model.plan import Plan; Plan.model_validate({'title': 'P'}); print('email' in sys.modules)"
    assert said(code) == "False"


def test_other_names_come_from_the_real_module() -> None:
    names = "from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP, get_plugins; "
    assert said(FORGO + names + "print(get_plugins(), PYDANTIC_ENTRY_POINT_GROUP)") == "() pydantic"


def test_a_search_that_was_made_already_is_left_alone() -> None:
    code = "import pydantic.plugin._loader as real; " + FORGO + "print(sys.modules[real.__name__] is real)"
    assert said(code) == "True"
