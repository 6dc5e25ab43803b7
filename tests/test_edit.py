"""Changes by splicing: what is written and how, and that nothing but the intended place ever changes."""

import copy
import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from generated_plans import WORDS, Author
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lap import edit
from lap.edit import Refused
from lap.source.files import Source, read_bytes, read_plan
from lap.source.vocabulary import KINDS

PLAN = """\
# A plan with a remark wherever one may stand.
lap: 1  # version
title: Plan
parties:   # who
  # before the ministry
  stps: Ministry   # short
  itei: {name: Institute, sector: oversight-body}
problems:
period: {start: 2025-01-01}   # years
commitments:
  wells:   # the wells
    title: "Wells"   # quoted
    responsible: {lead: stps}
    objective: >-   # at the sign
      Folded
      text
    # after the objective
    stages:
      one:
        activities:
          count:
            activity: To count
            responsible: stps   # alone
            after: [x,
              y   # inside
              ]
          weigh: To weigh
progress:
  - date: 2025-01-01
    # within the entry
    activity: wells/count
    status: done
  # between
  - {date: 2025-02-01, activity: wells/weigh}   # flow
# end
"""
ACTIVITIES = ("commitments", "wells", "stages", "one", "activities")


def source(text: str) -> Source:
    return read_bytes(text.encode(), "plan.yaml")


def done(name: str, *arguments: Any, text: str = PLAN) -> str:
    """The text after a change; its lines end as those of the text."""
    return getattr(edit, name)(source(text), *arguments).text


def changed(name: str, *arguments: Any, text: str = PLAN) -> tuple[list[str], list[str]]:
    """The lines that a change took out and put in, without those before and after that stayed."""
    before, after = text.split("\n"), done(name, *arguments, text=text).split("\n")
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    return before, after


def refusal(name: str, *arguments: Any, text: str = PLAN) -> str:
    with pytest.raises(Refused) as caught:
        done(name, *arguments, text=text)
    return caught.value.reason


# set


def test_a_text_keeps_the_quotes_of_the_one_it_replaces() -> None:
    assert changed("set_value", ("title",), "New") == (["title: Plan"], ["title: New"])
    route = ("commitments", "wells", "title")
    assert changed("set_value", route, "New")[1] == ['    title: "New"   # quoted']
    assert done("set_value", ("title",), "New", text="lap: 1\ntitle: 'Old'\n") == "lap: 1\ntitle: 'New'\n"


@pytest.mark.parametrize("text", ["a: b", "# no", "[x", "*a", "- x", "", "~", "ends:", '"', "x #y", "two\n lines"])
def test_a_text_gets_quotes_where_it_needs_them(text: str) -> None:
    after = done("set_value", ("title",), text)
    assert source(after).data["title"] == text
    assert after.count("#") == PLAN.count("#") + text.count("#")


def test_a_short_text_takes_the_place_of_a_folded_one_and_the_comment_at_its_sign_stays() -> None:
    route = ("commitments", "wells", "objective")
    assert changed("set_value", route, "Short") == (
        ["    objective: >-   # at the sign", "      Folded", "      text"],
        ["    objective: Short   # at the sign"],
    )
    assert changed("set_value", route, "One\nTwo")[1] == ["    objective: |-   # at the sign", "      One", "      Two"]


def test_a_text_of_one_line_after_such_a_sign_is_replaced_there() -> None:
    text = "lap: 1\ntitle: >-  # t\n   Old: one\n\nstatus: draft\n"
    assert done("set_value", ("title",), "New: #2", text=text) == text.replace("Old: one", "New: #2")


def test_a_missing_key_goes_where_the_format_has_it() -> None:
    assert changed("set_value", ("status",), "draft") == ([], ["status: draft"])
    after = done("set_value", ("status",), "draft").split("\n")
    assert after.index("status: draft") == after.index("period: {start: 2025-01-01}   # years") + 1


def test_missing_groups_are_made() -> None:
    assert changed(
        "set_value", ("commitments", "wells", "resources", "budget"), [{"year": "2025", "amount": "1,000"}]
    ) == (
        [],
        ["    resources:", "      budget:", "        - year: 2025", "          amount: 1,000"],
    )


def test_a_key_without_a_value_is_filled() -> None:
    assert changed("set_value", ("problems", "p", "statement"), "70%") == ([], ["  p:", "    statement: 70%"])
    assert done("set_value", ("title",), "T", text="lap: 1\ntitle:   # later\n") == "lap: 1\ntitle: T   # later\n"
    assert done("set_value", ("title",), "T", text="{lap: 1, title}\n") == "{lap: 1, title: T}\n"
    assert done("set_value", ("title",), "T", text="lap: 1\ntitle: ~ # none\n") == "lap: 1\ntitle: T # none\n"


def test_a_short_form_grows_into_a_group() -> None:
    assert changed("set_value", ("parties", "stps", "sector"), "government") == (
        ["  stps: Ministry   # short"],
        ["  stps:   # short", "    name: Ministry", "    sector: government"],
    )


def test_a_group_takes_the_place_of_a_group_and_the_comments_in_it_stay() -> None:
    before, after = changed("set_value", ("commitments", "wells", "stages"), {"new": {"title": "New"}})
    assert before[0] == "      one:"
    assert after == ["      new:", "        title: New", "      # alone", "      # inside"]


# insert and append


def test_a_new_key_between_braces() -> None:
    assert changed("insert", ("commitments", "wells", "responsible", "monitor"), ["itei"])[1] == [
        "    responsible: {lead: stps, monitor: [itei]}"
    ]


def test_a_new_entry_looks_like_the_one_before_it() -> None:
    entry = {"date": "2025-03-01", "status": "done", "note": "a: b"}
    assert changed("append", ("progress",), entry) == (
        [],
        ['  - {date: 2025-03-01, status: done, note: "a: b"}'],
    )
    assert changed("insert", ("progress", 1), {"date": "2025-01-15"}) == ([], ["  - date: 2025-01-15"])
    flow = "lap: 1\nprogress:\n- {date: 2025-01-01}\n"
    assert done("append", ("progress",), entry, text=flow).endswith(
        '\n- {date: 2025-03-01, status: done, note: "a: b"}\n'
    )


def test_a_new_item_before_the_first_one() -> None:
    before, after = changed("insert", ("progress", 0), {"date": "2024-12-01", "status": "done"})
    assert (before, after) == ([], ["  - date: 2024-12-01", "    status: done"])


def test_one_thing_becomes_a_list() -> None:
    responsible = (*ACTIVITIES, "count", "responsible")
    assert changed("append", responsible, "itei")[1] == ["            responsible: [stps, itei]   # alone"]
    assert changed("insert", (*responsible, 0), "itei")[1] == ["            responsible: [itei, stps]   # alone"]
    flow = "lap: 1\nprogress: {date: 2025-01-01,  note: 'x'}  # c\n"
    assert done("append", ("progress",), {"date": "2025-02-01"}, text=flow) == (
        "lap: 1\nprogress: [{date: 2025-01-01,  note: 'x'}, {date: 2025-02-01}]  # c\n"
    )
    block = "lap: 1\nprogress:\n  # first\n  date: 2025-01-01\n  note: |\n    x\n"
    assert done("append", ("progress",), {"date": "2025-02-01"}, text=block) == (
        "lap: 1\nprogress:\n  # first\n  - date: 2025-01-01\n    note: |\n      x\n  - date: 2025-02-01\n"
    )


def test_an_item_of_a_list_with_an_item_a_line() -> None:
    assert changed("append", (*ACTIVITIES, "count", "after"), "z") == (
        ["              y   # inside"],
        ["              y,   # inside", "              z"],
    )


def test_a_new_id_stands_in_the_manner_of_the_others() -> None:
    activity = {"activity": "To mend", "start": "2025-01-01", "responsible": ["stps", "itei"]}
    assert changed("insert", (*ACTIVITIES, "mend"), activity) == (
        [],
        [
            "          mend:",
            "            activity: To mend",
            "            start: 2025-01-01",
            "            responsible: [stps, itei]",
        ],
    )


def test_a_milestone_goes_in_the_order_of_dates() -> None:
    text = "lap: 1\ncommitments:\n  c:\n    indicators:\n      i:\n        milestones: {2025-01-01: 1, 2026-01-01: 3}\n"
    route = ("commitments", "c", "indicators", "i", "milestones", "2025-06-30")
    assert "{2025-01-01: 1, 2025-06-30: 2, 2026-01-01: 3}" in done("insert", route, "2", text=text)


def test_an_item_that_would_be_read_as_the_rest_of_a_sentence_gets_quotes() -> None:
    text = "lap: 1\nsecretariat: {minutes: x}\nparties: {}\ncommitments: {c: {groups: [women]}}\n"
    assert '[women, "and girls"]' in done("append", ("commitments", "c", "groups"), "and girls", text=text)


def test_keys_and_words_are_those_of_the_file() -> None:
    text = "lap: 1\ntítulo: Plan\nactores:\n  itei: Instituto\n"
    entry = {"date": "2025-01-01", "status": "done", "note": "x"}
    assert done("append", ("progress",), entry, text=text).endswith(
        "avances:\n  - fecha: 2025-01-01\n    estatus: concluida\n    nota: x\n"
    )


# remove and rename


def test_comments_stay_where_something_is_taken_out() -> None:
    count = (*ACTIVITIES, "count")
    assert changed("remove", count)[1] == ["          # alone", "          # inside"]
    assert changed("remove", (*count, "responsible")) == (
        ["            responsible: stps   # alone"],
        ["            # alone"],
    )


def test_the_next_key_moves_up_to_the_dash() -> None:
    assert changed("remove", ("progress", 0, "date")) == (
        ["  - date: 2025-01-01", "    # within the entry", "    activity: wells/count"],
        ["    # within the entry", "  - activity: wells/count"],
    )


def test_what_is_left_empty_is_written_so() -> None:
    assert changed("remove", ("commitments", "wells", "responsible", "lead"))[1] == ["    responsible: {}"]
    text = "lap: 1\nparties:   # who\n  a: A\n"
    assert done("remove", ("parties", "a"), text=text) == "lap: 1\nparties: {}   # who\n"


def test_a_text_without_a_last_line_break_goes_on_without_one() -> None:
    assert done("remove", ("title",), text="lap: 1\ntitle: T") == "lap: 1"
    assert done("set_value", ("title",), "T", text="lap: 1") == "lap: 1\ntitle: T"


def test_a_key_gets_another_name_and_keeps_its_quotes() -> None:
    assert changed("rename", ("parties", "stps"), "new-id")[1] == ["  new-id: Ministry   # short"]
    assert done("rename", ("parties", "b"), "c", text="lap: 1\nparties: {'b': B}\n") == "lap: 1\nparties: {'c': B}\n"


# what is refused


def test_what_cannot_be_read_everywhere_is_not_changed() -> None:
    assert refusal("set_value", ("title",), "T", text='lap: 1\ntitle: "open\nstatus: draft\n') == "edit-unread"
    assert refusal("set_value", ("title",), "T", text="lap: 1\ntitle: *nothing\n") == "edit-unread"


def test_a_change_that_would_reach_further_is_refused() -> None:
    assert refusal("set_value", ("title",), "T", text="lap: 1\ntitle: &t Old\nsummary: *t\n") == "edit-elsewhere"
    shared = "lap: 1\nparties:\n  a: &a {name: A}\n  b: *a\n"
    assert refusal("set_value", ("parties", "a", "sector"), "government", text=shared) == "edit-elsewhere"
    assert refusal("set_value", ("parties", "b", "name"), "B", text=shared) == "edit-elsewhere"


def test_an_alias_can_be_replaced() -> None:
    text = "lap: 1\ntitle: &t Old\nsummary: *t   # c\n"
    assert done("set_value", ("summary",), "New", text=text) == "lap: 1\ntitle: &t Old\nsummary: New   # c\n"


def test_a_comment_that_would_be_lost_is_a_reason_to_refuse() -> None:
    text = "lap: 1\nsigned: {by: [a,  # first\n  b]}\n"
    assert refusal("set_value", ("signed", "by"), ["c"], text=text) == "edit-comment"


def test_a_name_that_stands_there_is_not_written_again() -> None:
    assert refusal("rename", ("parties", "stps"), "itei") == "edit-stands-there"
    assert refusal("insert", ("title",), "T") == "edit-stands-there"


def test_what_has_no_place_of_its_own_is_refused() -> None:
    assert refusal("remove", ("parties", "stps", "name")) == "edit-no-place"
    assert refusal("remove", ("nothing",)) == "edit-no-place"
    assert refusal("append", ("title",), "x") == "edit-no-place"
    assert refusal("set_value", ("progress", 7), "x") == "edit-no-place"
    assert refusal("set_value", ("title", "below"), "x") == "edit-no-place"
    assert refusal("remove", ()) == "edit-no-place"


# a plan in a folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "plan.yaml": "lap: 1\ntitulo: Plan\n",
        "actores.yaml": "# who\nitei: Instituto\n",
        "compromisos/agua.yaml": "titulo: Agua\r\netapas: {}\r\n",
        "avances/2025.yaml": "- {fecha: 2025-01-01}\n",
        "avances/2026.yaml": "fecha: 2026-01-01\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    return tmp_path


def in_folder(folder: Path, name: str, *arguments: Any) -> tuple[str, str]:
    edited = getattr(edit, name)(read_plan(folder), *arguments)
    return Path(edited.file).name, edited.text


def test_a_change_goes_into_the_file_where_its_place_is(folder: Path) -> None:
    where = in_folder(folder, "set_value", ("commitments", "agua", "objective"), "Dar agua")
    assert where == ("agua.yaml", "titulo: Agua\r\nobjetivo: Dar agua\r\netapas: {}\r\n")
    assert in_folder(folder, "set_value", ("parties", "uam"), {"name": "UAM"}) == (
        "actores.yaml", "# who\nitei: Instituto\nuam:\n  nombre: UAM\n",
    )  # fmt: skip
    assert in_folder(folder, "append", ("progress",), {"date": "2026-02-01"}) == (
        "2026.yaml", "- fecha: 2026-01-01\n- fecha: 2026-02-01\n",
    )  # fmt: skip
    assert in_folder(folder, "set_value", ("progress", 0, "note"), "x") == (
        "2025.yaml",
        "- {fecha: 2025-01-01, nota: x}\n",
    )


def test_what_needs_a_new_file_is_refused(folder: Path) -> None:
    for name, route in (("insert", ("commitments", "luz")), ("remove", ("commitments", "agua"))):
        with pytest.raises(Refused) as caught:
            in_folder(folder, name, route, *([{"title": "Luz"}] if name == "insert" else []))
        assert caught.value.reason in ("edit-new-file", "edit-no-place")


# the law: over plans with comments everywhere, only the intended place changes


def plain(data: Any) -> Any:
    """Data without places, ids told twice and nothings, so that an empty list and none are the same."""
    if isinstance(data, dict):
        return {
            key: made for key, value in data.items() if key != "/id" and (made := plain(value)) not in (None, {}, [])
        }
    if isinstance(data, list):
        return [plain(value) for value in data]
    return None if data is None else str(data)


def routes(data: Any, route: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [one for key, value in steps for one in [(*route, key), *routes(value, (*route, key))]]


def walk(data: Any, route: tuple[Any, ...]) -> Any:
    for key in route:
        data = data[key]
    return data


class Change:
    """A change of a plan, thrown by a die: what to call, and what should come of the plan."""

    def __init__(self, data: Any, die: random.Random) -> None:
        self.data, self.want, self.die = data, copy.deepcopy(data), die
        self.routes = routes(data)
        self.name, self.route, self.value = die.choice(
            [self.set_text, self.set_group, self.remove, self.rename, self.append, self.insert, self.add]
        )()

    def one(self, wanted: Any) -> tuple[Any, ...]:
        return self.die.choice([route for route in self.routes if wanted(route)])

    def set_text(self) -> tuple[str, Any, Any]:
        route = self.one(
            lambda route: route[-1] not in ("status", "sector", "lap") and isinstance(walk(self.data, route), str)
        )
        value = self.die.choice([*WORDS, "two\nlines"])
        walk(self.want, route[:-1])[route[-1]] = value
        return "set_value", route, value

    def set_group(self) -> tuple[str, Any, Any]:
        route = self.one(lambda route: route[-1] in ("responsible", "monitor", "after"))
        value: Any = (
            {"lead": "itei", "implement": ["a", "b: c"]} if route[-1] == "responsible" else [self.die.choice(WORDS)] * 2
        )
        walk(self.want, route[:-1])[route[-1]] = value
        return "set_value", route, value

    def remove(self) -> tuple[str, Any, Any]:
        route = self.one(lambda route: True)
        del walk(self.want, route[:-1])[route[-1]]
        return "remove", route, None

    def rename(self) -> tuple[str, Any, Any]:
        route = self.one(lambda route: route[-2:-1] in (("parties",), ("commitments",), ("activities",)))
        group = walk(self.want, route[:-1])
        group["new-id"] = group.pop(route[-1])
        return "rename", route, "new-id"

    def item(self, key: str) -> Any:
        return {"progress": {"date": "2025-09-09", "note": "a: b"}, "budget": {"year": "2027", "amount": "7"}}.get(
            key, self.die.choice(WORDS)
        )

    def append(self) -> tuple[str, Any, Any]:
        lists = [route for route in self.routes if isinstance(walk(self.data, route), list)]
        if not lists:
            return self.add()
        route = self.die.choice(lists)
        walk(self.want, route).append(value := self.item(route[-1]))
        return "append", route, value

    def insert(self) -> tuple[str, Any, Any]:
        items = [route for route in self.routes if isinstance(route[-1], int)]
        if not items:
            return self.add()
        route = self.die.choice(items)
        walk(self.want, route[:-1]).insert(route[-1], value := self.item(route[-2]))
        return "insert", route, value

    def add(self) -> tuple[str, Any, Any]:
        new: list[tuple[Any, Any]] = [(("summary",), "S: s"), (("alignment",), [{"instrument": "i"}])]
        new += [((*one, "new-id"), {"name": "N", "sector": "academia"}) for one in self.routes if one[-1] == "parties"]
        for one in self.routes:
            if one[-2:-1] == ("activities",):
                new.append(((*one, "observations"), "O"))
            elif one[-2:-1] == ("commitments",):
                new += [
                    ((*one, "follow-up"), {"how": "h", "frequency": "monthly"}),
                    ((*one, "resources", "human"), "h"),
                ]
            elif one[-1] == "milestones":
                new.append(((*one, "2025-12-31"), "3"))
        route, value = self.die.choice(new)
        group = self.want
        for key in route[:-1]:
            group = group.setdefault(key, {})
        group[route[-1]] = value
        return "insert", route, value


# A whole list over one between brackets with comments in it; the text that stands for its group.
MAY_BE_REFUSED = (("set_value", "edit-comment"), ("remove", "edit-no-place"))
REMARK = re.compile(r"# c\d+\.")
LAW = settings(
    deadline=None, derandomize=True, database=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow]
)


@LAW
@given(st.integers(0, 1 << 32))
@example(1580)
@example(1921)
def test_only_the_intended_place_changes_and_every_comment_stays(seed: int) -> None:
    author = Author(random.Random(seed))
    plan = source(author.text)
    change = Change(plain(plan.data), random.Random(seed))
    arguments = [change.route] if change.value is None else [change.route, change.value]
    try:
        after = getattr(edit, change.name)(plan, *arguments).text
    except Refused as refused:
        if (change.name, refused.reason) in MAY_BE_REFUSED:
            return
        raise
    assert plain(source(after).data) == plain(change.want)
    assert REMARK.findall(after) == REMARK.findall(author.text)
    assert only_one_stretch_changed(author.text, after, change)
    assert author.newline == "\n" or not re.search(r"(?<!\r)\n", after)
    yaml.load(after, yaml.BaseLoader)  # any other program reads it too


def only_one_stretch_changed(before: str, after: str, change: Change) -> bool:
    """Whether all lines stay but those of the intended place, as another parser tells them."""
    rows, new = before.splitlines(), after.splitlines()
    first, last = place_of(before, change)
    tail = len(rows) - last
    return new[:first] == rows[:first] and (tail <= 0 or new[-tail:] == rows[-tail:])


SPELLINGS = {entry.name: {entry.name, entry.spanish} for kind in KINDS.values() for entry in kind.entries.values()}


def place_of(text: str, change: Change) -> tuple[int, int]:
    """The lines, first and one after the last, of the innermost thing on a change's route that is there."""
    route = change.route
    if isinstance(route[-1], int):  # a new item goes before the comments above the next one
        route = route[:-1]
    if change.name == "remove":
        if any(isinstance(key, int) for key in route[-2:]):  # comments may go above a dash
            route = route[:-1]
        while len(walk(change.data, route[:-1])) == 1:  # what is left empty is written anew
            route = route[:-1]
    node, first, last = yaml.compose(text, yaml.BaseLoader), 0, len(text.splitlines())
    for key in route:
        if isinstance(node, yaml.MappingNode):
            found = [pair for pair in node.value if pair[0].value in {key} | SPELLINGS.get(key, set())]
            if not found:
                break
            first, node = found[0][0].start_mark.line, found[0][1]
        elif isinstance(node, yaml.SequenceNode):
            node = node.value[key]
            first = node.start_mark.line
        elif not isinstance(key, int):
            break
        end = node.end_mark
        last = max(end.line + (end.column > 0), first + 1)
    return first, last
