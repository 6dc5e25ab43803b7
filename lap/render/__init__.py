"""Documents made from templates."""
