"""The family seat: what a guardian sees of the children they are linked to, and what they agree to."""
