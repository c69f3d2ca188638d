"""Tables of the layer `matched`, one file a table."""
