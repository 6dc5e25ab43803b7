"""The sections of a plan's document, each made of blocks in the reader's language."""
