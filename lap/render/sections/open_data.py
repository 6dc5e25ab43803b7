"""The page of open data: which files there are, what each holds, and under which terms it can be used."""

from collections.abc import Sequence

from lap.exchange.downloads import Download, offered
from lap.exchange.licences import licence_address
from lap.language.speech import LANGUAGES, english, said
from lap.render.blocks import Facts, Foreign, Grid, Link, Paragraph, Points, Ref, Section, Words
from lap.render.sections.title_page import contact
from lap.render.told import Told

FORMATS = {
    "application/json": "JSON",
    "application/schema+json": "JSON Schema",
    "text/csv": "CSV",
    "text/calendar": "iCalendar",
    "application/atom+xml": "Atom",
    "application/ld+json": "JSON-LD",
}
NOTES = (
    english("Tables are CSV in UTF-8, with commas between cells and one line of heads; spreadsheets open them."),
    english("Heads and fixed words are the same in all languages, so that tables of several plans go together."),
    english("Dates are year-month-day, or a month or year where the plan says no more; decimals stand after a point."),
    english("Several things in one cell have a semicolon between them."),
    english("A text that a spreadsheet would run as a formula has an apostrophe before it."),
    english("E-mail addresses of persons are in none of the files, and tables name offices, not persons."),
    english("Under the Chatham House Rule no file says who spoke."),
)


def open_data(told: Told) -> list[Section]:
    """The files, then the columns of each table in both languages."""
    files = offered()
    return [_files(files, told), *(_columns(one, told) for one in files if one.sheet)]


def link(name: str) -> Ref:
    """A link to a file of the site."""
    return Ref(name, f"file/{name}")


def _files(files: Sequence[Download], told: Told) -> Section:
    rows: list[list[Words]] = [[link(one.name), FORMATS[one.media], told.say(one.about)] for one in files]
    grid = Grid(told.say("Files to download"), told.heads("File", "Format", "What it holds"), rows)
    notes = Points([told.say(one) for one in NOTES])
    return Section("files", told.say("Files"), [_terms(told), grid, notes])


def _terms(told: Told) -> Facts:
    plan = told.plan
    licence, address = plan.license, licence_address(plan.license)
    unknown = told.say("not stated; ask before you use it") if not licence else ""
    return Facts(
        [
            told.fact("Licence", Link(licence, address) if address else licence or unknown),
            told.fact("As of", told.date(told.today)),
            told.fact("Version", told.version),
            told.fact("Contact", contact(plan.contact) if plan.contact else None),
        ]
    )


def _columns(one: Download, told: Told) -> Section:
    """What each column means: in the page's language, and beside it in the other one."""
    other = next(language for language in LANGUAGES if language != told.language)
    assert one.sheet
    rows: list[list[Words]] = [
        [column.head, told.say(column.meaning), Foreign(said(column.meaning, other), other)]
        for column in one.sheet.columns
    ]
    heads = told.heads("Column", "What it means", OTHER[other])
    grid = Grid(told.say("Columns of {file}", file=one.name), heads, rows)
    lead = Paragraph((told.say(one.about) + " ", link(one.name)))
    return Section(f"columns/{one.name}", one.name, [lead, grid])


OTHER = {"en": english("What it means, in English"), "es": english("What it means, in Spanish")}
