"""Family Y, first part: the text itself. These are found while a file is read."""

from lap.rule import ERROR, WARNING, Sentence, engine_rule


@engine_rule("Y101", ERROR, {
    "tab": Sentence("This line begins with a tab. Lines are indented with spaces only.", "replace the tab with spaces"),
    "quote": Sentence("The quote that opens here is not closed.", "write {sign} once more where the text ends"),
    "bracket": Sentence("The sign {sign} that opens here is not closed.", "close it, or write one item a line"),
    "escape": Sentence(
        "Between double quotes a backslash has a meaning of its own, and this one has none.",
        "use single quotes: '…'"),
    "no-space": Sentence("There is no space after the colon.", "put a space after the colon"),
    "colon": Sentence(
        "The text after the first colon holds another colon and a space, so it cannot be read.",
        "put the text between double quotes"),
    "indentation": Sentence(
        "This line does not stand under its neighbours: it has more or fewer spaces in front than they have.",
        "give it as many spaces as the lines it belongs with"),
    "sign": Sentence("A text cannot begin with “{sign}”.", "put the text between double quotes"),
    "no-colon": Sentence("This line is no “key: value”.", "write a key, a colon, a space and the value"),
    "no-key": Sentence("There is nothing before the colon.", "write a key before the colon"),
    "complex-key": Sentence("A list, a group or an alias cannot be a key.", "write a word before the colon"),
    "control": Sentence(
        "The file holds a character that cannot be seen and does not belong in a text ({character}).",
        "delete it, and write that stretch again"),
    "other": Sentence("This line cannot be read as YAML.", "compare it with the lines around it"),
})  # fmt: skip
def yaml_text() -> None:
    """The text is YAML.

    A plan is a text file in YAML: keys, a colon and a space, values, and spaces in front to show what belongs to
    what. Where a line breaks these rules, it is passed over and the rest is checked all the same.

    Bad:
        title: "Plan of Agua Clara  # <- Y101

    Good:
        title: "Plan of Agua Clara"
    """


@engine_rule("Y102", ERROR, {
    "": Sentence("“{written}” stands twice in the same group; only the first one counts.",
        "keep one of the two, or give this one another name"),
})  # fmt: skip
def one_key_once() -> None:
    """A key stands once in its group.

    Of two equal keys one would be lost without a word. Ids are keys, so two commitments cannot share an id.

    Bad:
        title: Plan of Agua Clara
        title: Plan of the Valley  # <- Y102

    Good:
        title: Plan of Agua Clara
    """


@engine_rule("Y103", ERROR, {
    "": Sentence("“*{anchor}” points to “&{anchor}”, which stands nowhere above it.",
        "write the value itself; if the text begins with *, put it between quotes"),
    "inside": Sentence("“*{anchor}” points to the very group in which it stands.", "write the value itself"),
})  # fmt: skip
def alias_has_anchor() -> None:
    """An alias has its anchor.

    A text that begins with an asterisk is read as a pointer to a named value elsewhere in the file.

    Bad:
        title: *important*  # <- Y103

    Good:
        title: "*important*"
    """


@engine_rule("Y104", ERROR, {
    "size": Sentence("The file is larger than 5 MiB, and was not read.", "split the plan into a folder of files"),
    "depth": Sentence("More than {limit} groups stand one inside the other here.", "write it with fewer levels"),
    "nodes": Sentence("The plan holds more than {limit} values, counting what aliases repeat; the rest was not read.",
        "write fewer aliases, or split the plan"),
})  # fmt: skip
def within_limits() -> None:
    """Size, depth and number of values stay under the limits.

    A file may have 5 MiB, 60 levels and, with all aliases written out, 1,000,000 values. No plan written by hand comes
    near; a file that does was made to exhaust a machine, or is broken.

    Bad:
        x-deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]  # <- Y104

    Good:
        x-deep: [[1]]
    """


@engine_rule("Y105", ERROR, {
    "directive": Sentence("A line that begins with % at the top of a file is an instruction to YAML; a plan has none.",
        "delete the line"),
    "tag": Sentence("A word that begins with ! is an instruction to YAML ({tag}); a plan has none.",
        "put the text between quotes, or delete that word"),
    "merge": Sentence("“<<” copies another group into this one; a plan writes everything out.",
        "write the keys here"),
    "documents": Sentence("“---” begins a second document, which was not read. One file holds one document.",
        "delete this line, or move what follows to a file of its own"),
})  # fmt: skip
def plain_yaml() -> None:
    """There are no directives, tags or merge keys, and one document a file.

    These parts of YAML change what other lines mean, and readers of a plan would not see it.

    Bad:
        title: !!str Plan of Agua Clara  # <- Y105

    Good:
        title: Plan of Agua Clara
    """


@engine_rule("Y106", ERROR, {
    "utf-16": Sentence("The file is saved as UTF-16.",
        "save it again as UTF-8: in Notepad, Save as, Encoding, UTF-8"),
    "windows-1252": Sentence("The file is not saved as UTF-8; it looks like Windows-1252 (“ANSI”).",
        "save it again as UTF-8: in Notepad, Save as, Encoding, UTF-8"),
})  # fmt: skip
def utf8() -> None:
    """The file is UTF-8.

    UTF-8 is the one encoding that shows accents rightly on every machine. The plan is read all the same, but other
    programs will show wrong letters.

    Bad:
        A file saved as “ANSI” or “Unicode” from an old editor.

    Good:
        A file saved as UTF-8.
    """


@engine_rule("Y107", WARNING, {
    "spaces": Sentence(
        "There are no-break spaces where the file needs plain ones (lines: {count}). They come from a word processor.",
        "replace them with plain spaces"),
    "breaks": Sentence("There are invisible line breaks inside the text (times: {count}). They come from a word processor.",
        "delete them"),
    "quotes": Sentence("The quotes around {value} are typographic. YAML knows only straight ones.",
        "write straight quotes: \""),
    "zero-width": Sentence("“{value}” holds a character that cannot be seen.", "write the word again"),
    "decomposed": Sentence(
        "Accents are stored apart from their letters (times: {count}). It looks right, but searching will not find them.",
        "save the text in the form NFC, or write those words again"),
})  # fmt: skip
def honest_characters() -> None:
    """There are no invisible or look-alike characters where they break things.

    Text pasted from a word processor or a PDF brings no-break spaces, curved quotes and accents stored apart. They
    look right and read wrong. The plan is read as it was meant; other programs will not be so kind.

    Bad:
        title: “Plan: Agua Clara”  # <- Y107

    Good:
        title: "Plan: Agua Clara"
    """


@engine_rule("Y108", ERROR, {
    "empty": Sentence("The file is empty.", "begin with: lap: 1"),
    "list": Sentence("The file holds a list at the top, and a plan is a group of keys.", "begin with: lap: 1"),
    "text": Sentence("The file holds nothing but a text, and a plan is a group of keys.", "begin with: lap: 1"),
    "missing": Sentence("The plan does not say which version of the format it is written in.",
        "write on the first line: lap: 1"),
    "version": Sentence("This plan is in version “{version}” of the format, which this program does not know.",
        "write lap: 1, or install a newer version of this program"),
})  # fmt: skip
def plan_at_top() -> None:
    """A plan file is a group of keys and says `lap: 1`.

    The number tells every program, now and in ten years, how to read the rest.

    Bad:
        title: Plan of Agua Clara
        lap: 7  # <- Y108

    Good:
        title: Plan of Agua Clara
        lap: 1
    """


@engine_rule("Y109", WARNING, {
    "braces": Sentence("Inside {{ }} a comma ends the value, so “{text}” was cut off from the words before it.",
        "put the whole sentence between double quotes"),
    "figure": Sentence("Inside {{ }} a comma ends the value, so the figure in “{text}” was cut in two.",
        "put it between quotes, or write the figure without commas"),
    "brackets": Sentence("Inside [ ] a comma ends the item, so “{text}” became two items.",
        "put the whole sentence between double quotes"),
    "number": Sentence("Inside [ ] a comma ends the item, so the figure in “{text}” was cut in two.",
        "put the number between quotes, or write it without commas"),
    "hash": Sentence("What follows “ #” is a comment, so “{text}” does not belong to the text before it.",
        "put the text between quotes; if it is a comment, put a space after #"),
})  # fmt: skip
def nothing_cut() -> None:
    """No comma inside `{ }` or `[ ]`, and no ` #`, has cut a sentence or a number in two.

    In the short forms with braces and brackets a comma separates. A sentence with a comma needs quotes there.

    Bad:
        secretariat:
          agreements:
            - {date: 2016-08-20, text: We met, and agreed on seven commitments}  # <- Y109

    Good:
        secretariat:
          agreements:
            - {date: 2016-08-20, text: "We met, and agreed on seven commitments"}
    """
