"""What staff are told about the learners of a course.

`roster` says who they are, `sheet` how far each has come in every step; both cost the same number of
queries for three learners and for three hundred. `exporting` writes a sheet for a spreadsheet.
"""
