"""Tables of the layer `marts`, one file a table."""
