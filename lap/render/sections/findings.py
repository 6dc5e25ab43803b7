"""What the rules say of the plan, for whoever reads the document to mend it."""

from lap.checking import Checked
from lap.language.speech import say
from lap.render.blocks import Grid, Paragraph, Section, Words
from lap.render.told import Told
from lap.report.told import told as told_finding


def findings(checked: Checked, told: Told) -> Section:
    """Every error and warning with its place and what to write instead."""
    rows: list[list[Words]] = []
    for finding in checked.findings:
        one = told_finding(finding, checked, told.language)
        hint = f"{one.hint[:1].upper()}{one.hint[1:].rstrip('.')}." if one.hint else ""
        rows.append(
            [finding.code, say(finding.severity.value, told.language), one.place, f"{one.message} {hint}".strip()]
        )
    heads = told.heads("Rule", "Severity", "Place", "What is wrong, and what to do")
    grid = Grid(told.say("What the rules say of this plan"), heads, rows)
    nothing = Paragraph(told.say("The rules found no errors and no warnings in this plan."))
    return Section("findings", told.say("What is to be mended"), [grid] if rows else [nothing])
