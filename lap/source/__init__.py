"""Text and positions: the only package that knows YAML."""
