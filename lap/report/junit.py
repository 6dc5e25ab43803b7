"""Findings as test results, for machines that show nothing else: JUnit XML, with everything in the failure's text."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from lap.checking import Checked
from lap.findings import Finding
from lap.language.speech import say, visible
from lap.paper import Page
from lap.report.fingerprints import document_path
from lap.report.plain import line_of
from lap.report.set_aside import why
from lap.report.told import Result, told

ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(result: Result, page: Page) -> str:
    """The whole report: a suite for each plan, and in it a failed test for each finding, or one that passed."""
    suites = [_suite(plan, result.language, page) for plan in result.plans]
    root = Element("testsuites", {"name": "lap", **_counts(suites)})
    root.extend(suites)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def legal(text: str) -> str:
    """A text without the characters that XML 1.0 cannot hold."""
    return ILLEGAL.sub("", text)


def _counts(elements: list[Element]) -> dict[str, str]:
    """How many tests there are in some elements, and how many of them failed or were skipped."""
    tags = Counter(inner.tag for one in elements for inner in one.iter())
    counts = {
        "tests": tags["testcase"],
        "failures": tags["failure"],
        "errors": 0,
        "skipped": tags["skipped"],
        "time": 0,
    }
    return {name: str(number) for name, number in counts.items()}


def _suite(plan: Checked, language: str, page: Page) -> Element:
    name = legal(visible(page.path(plan.name)))
    cases = list(_cases(plan, name, language, page))
    if not plan.findings:
        cases.append(_passed(name, language))
    suite = Element("testsuite", {"name": name, **_counts(cases)})
    suite.extend(cases)
    return suite


def _passed(plan: str, language: str) -> Element:
    """The test of a plan without findings: a suite of no tests counts as a mistake in some places."""
    return Element("testcase", {"name": say("Every rule holds.", language), "classname": plan, "time": "0"})


def _cases(plan: Checked, name: str, language: str, page: Page) -> Iterator[Element]:
    """A failed test for each finding, and a skipped one for what is waived."""
    seen: Counter[str] = Counter()
    for finding in plan.findings:
        case = _case(finding, name, seen, page)
        message = legal(told(finding, plan, language).message)
        failure = SubElement(case, "failure", {"type": finding.severity.value, "message": message})
        failure.text = legal(line_of(finding, plan, language))
        yield case
    for waived in plan.waived:
        case = _case(waived.finding, name, seen, page)
        SubElement(case, "skipped", {"message": legal(why(waived, language))})
        yield case


def _case(finding: Finding, plan: str, seen: Counter[str], page: Page) -> Element:
    """A test. Its name has no line in it, so that it is the same test tomorrow."""
    title = f"{finding.code} {document_path(finding)}".rstrip()
    seen[title] += 1
    again = f" ({seen[title]})" if seen[title] > 1 else ""
    place = {"file": legal(visible(page.path(finding.span.file))), "line": str(finding.span.line)}
    return Element("testcase", {"name": legal(visible(title + again)), "classname": plan, **place, "time": "0"})
