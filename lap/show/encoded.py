"""JSON as text: letters stand as they are, but nothing that a terminal would obey or that a file cannot hold."""

import json


def encoded(value: object) -> str:
    """A JSON text, indented, with a line break at its end."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    odd = {letter for letter in set(text) if not letter.isprintable() and letter != "\n"}
    return text.translate({ord(letter): json.dumps(letter)[1:-1] for letter in odd}) + "\n"
