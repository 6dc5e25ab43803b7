"""The shapes of a status as plain signs, for formats that draw none."""

SIGNS = {"tick": "✓", "triangle": "▷", "warning": "⚠", "cross": "✗", "circle": "○", "square": "□"}
"""Each stands beside a word, never for it."""
