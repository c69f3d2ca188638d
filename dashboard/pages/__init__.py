"""One file a page; the docstring's head gives its title and its place in the menu."""
