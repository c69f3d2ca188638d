"""Tables of the layer `staged`, one file a table."""
