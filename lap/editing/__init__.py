"""How a plan's text is changed: by splicing, proved before it is handed back, and kept on disk all at once."""
