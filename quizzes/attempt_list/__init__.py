"""A teacher's list of the attempts at a test: when, with what result, what was unusual about one and why; and each."""
