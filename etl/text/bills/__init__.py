"""Bills: what their texts say, what was done with them, and where a text means one."""
