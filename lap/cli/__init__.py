"""Verbs: one thin file per command."""
