"""Who speaks in a text, and in which of its sentences: read from its words, without a parser."""
