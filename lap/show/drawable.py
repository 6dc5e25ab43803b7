"""How much Mermaid draws: it refuses a diagram with more arrows or characters than that."""

MOST_ARROWS = 500
MOST_CHARACTERS = 50_000


def size(text: str) -> int:
    """Characters as a browser counts them."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
