"""One short form about a person, all of it optional: for reports, which count people and name nobody."""
