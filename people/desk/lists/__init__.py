"""Accounts for a whole list of people: looked at first, then made together, or not at all."""
