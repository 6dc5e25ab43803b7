"""Words: sentences in English and Spanish, and parameters as people read them."""
