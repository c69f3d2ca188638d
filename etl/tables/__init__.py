"""The tables of the house: the path is the name, the head is the documentation."""
