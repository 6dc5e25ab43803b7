"""Slips of the pen: a sign too many, too few, a wrong one, or two of them swapped."""

from collections.abc import Iterable

SHORT, LONG = 4, 8


def slips_allowed(written: str) -> int:
    """How many slips a word may have and still be told: none below four letters, one, and two from eight on."""
    return (len(written) >= SHORT) + (len(written) >= LONG)


def within(written: str, known: Iterable[str]) -> list[str]:
    """The known words that may have been meant, by the slips allowed."""
    most = slips_allowed(written)
    return [word for word in known if slips(written, word, most) <= most]


def slips(one: str, other: str, most: int) -> int:
    """How many slips lead from one word to another; `most` + 1 where it takes more.

    This is the restricted Damerau-Levenshtein distance (optimal string alignment), row by row.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        before, above = row, before
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != wanted))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)
