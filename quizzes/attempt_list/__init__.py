"""A teacher's list of the attempts at a test: when, with what result, and what was unusual about one and why."""
