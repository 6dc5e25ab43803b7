"""What `--fix` and `--diff` do: mend the plans, write them or show the difference, and say what was mended."""

import difflib
import shutil
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from lap.checking import Checked, check_path
from lap.cli.languages import interface_language
from lap.cli.reasons import why_not
from lap.cli.run import Asked, Checker, check_all, report, status
from lap.editing.saving import Changed, save
from lap.failure import CannotRun
from lap.fix import BY_NAME
from lap.language.speech import Said, count, say, visible
from lap.lint import Options
from lap.mending import Mended, mend_bytes, mend_plan
from lap.report.told import Result
from lap.rule import Rule
from lap.source.files import shown_path
from lap.source.hygiene import MAX_BYTES

STDIN = ["-"]


class Mender:
    """Mends plans as they are checked, and keeps what came of it; `unsaved` are the reasons why files stay."""

    def __init__(self, asked: Asked, write: bool) -> None:
        named = {name.upper() for name in ",".join(asked.select).replace(" ", ",").split(",")}
        self.codes = asked.kept() - (BY_NAME - named)
        self.write = write
        self.plans: list[Mended] = []
        self.unsaved: list[CannotRun] = []
        self.text = b""

    def at_path(self, path: Path, options: Options, rules: tuple[Rule, ...]) -> Checked:
        """Mends and checks the plan at a path; where it may not be written, it is checked as it is."""
        mended = mend_plan(path, options, rules, self._codes(rules))
        if self.write and mended.files:
            try:
                save(mended.files, path if path.is_dir() else path.parent)
            except CannotRun as reason:
                self.unsaved.append(reason)
                return check_path(path, options, rules)
            mended.files.clear()
        self.plans.append(mended)
        return mended.checked

    def of_bytes(self, raw: bytes, name: str, options: Options, rules: tuple[Rule, ...]) -> Checked:
        """Mends and checks a plan from its bytes, and keeps its text."""
        mended = mend_bytes(raw, name, options, rules, self._codes(rules))
        self.plans.append(mended)
        self.text = mended.files[0].after if mended.files else raw
        return mended.checked

    def _codes(self, rules: tuple[Rule, ...]) -> frozenset[str]:
        return self.codes & {rule.code for rule in rules}

    def tell(self, language: str) -> None:
        """Says, on the error stream, what was mended, file by file, and what was not."""
        sys.stdout.flush()
        for plan in self.plans:
            for file, codes in plan.places.items():
                said = {
                    "file": visible(file),
                    "places": self._counted(codes.total(), language),
                    "codes": ", ".join(sorted(codes)),
                }
                print(
                    say("{file}: {places} ({codes})", language, **{name: Said(text) for name, text in said.items()}),
                    file=sys.stderr,
                )
            for finding, reason in plan.refused:
                place = f"{visible(finding.span.file)}:{finding.span.line}: " if finding else "lap: "
                print(place + why_not(reason, language).removeprefix("lap: "), file=sys.stderr)
        for reason in self.unsaved:
            print(why_not(reason, language), file=sys.stderr)

    def _counted(self, places: int, language: str) -> str:
        if self.write:
            return count(places, "{n} place mended", "{n} places mended", language)
        return count(places, "{n} place would be mended", "{n} places would be mended", language)


def mend(asked: Asked, add: Callable[[Result], None]) -> int:
    """Mends the plans and reports what remains. 2 where a file could not be written, else the status of the report."""
    mender, from_stdin = Mender(asked, write=True), asked.paths == STDIN
    try:
        with redirect_stdout(sys.stderr if from_stdin else sys.stdout):
            result = report(asked, Checker(mender.at_path, mender.of_bytes))
            add(result)
    except CannotRun:
        mender.tell(interface_language(asked.lang))  # a plan before it may have been mended
        raise
    mender.tell(result.language)
    if from_stdin:
        sys.stdout.buffer.write(mender.text)
        if len(mender.text) > MAX_BYTES:  # too large to be read, so handed through
            shutil.copyfileobj(sys.stdin.buffer, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    return 2 if mender.unsaved else status(result.plans, asked)


def show(asked: Asked) -> int:
    """Shows what would be mended, as a unified diff. 1 where there is something, else 0."""
    asked.check()
    mender = Mender(asked, write=False)
    plans = check_all(asked, sys.stdin.buffer, Checker(mender.at_path, mender.of_bytes))
    language = interface_language(asked.lang, *((plans[0].language, plans[0].settings.lang) if plans else ()))
    changed = [file for plan in mender.plans for file in plan.files]
    for file in changed:
        text = difference(file)
        sys.stdout.write(visible(text) if sys.stdout.isatty() else text)
    mender.tell(language)
    return int(bool(changed))


def difference(file: Changed) -> str:
    """How a file would change, line by line, in the form that `git apply` and `patch` take."""
    name = visible(shown_path(file.path).lstrip("/"))
    before, after = (raw.decode("utf-8").split("\n") for raw in (file.before, file.after))
    lines = difflib.unified_diff(_ended(before), _ended(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _ended(lines: list[str]) -> list[str]:
    """Lines with their ends; the last one has none where the text ends without."""
    *whole, last = lines
    return [line + "\n" for line in whole] + ([last] if last else [])
