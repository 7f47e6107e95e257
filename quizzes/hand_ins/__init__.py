"""Files that learners hand in: what is let in, where it is kept, and who gets to see it.

They lie apart from everything that is published, and one view hands them out.
"""
