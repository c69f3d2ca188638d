"""Tables of the layer `raw`, one file a table."""
