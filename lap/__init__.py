"""lap: Local Action Plans as plain YAML files that can be checked."""

__version__ = "0.1.0"
