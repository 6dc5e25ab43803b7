"""The tables of a plan that the public downloads, each in a module of its own."""
