"""The JSON Schema of plans, with which an editor completes and explains keys."""
