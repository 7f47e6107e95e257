"""What is kept of a person, in their own hands: a file of all of it, and its end.

This room knows what `people` keeps. Every other app tells its part under four Wagtail hooks, so that nothing here
has to know of courses, lessons or quizzes:

`lifelong_own_data(person)` returns parts of the person's file: a list of dicts that make a `parts.Part` each.
`lifelong_erasing(person)` returns {"goes": [(words, number)], "stays": [(words, number)]} for whoever decides.
`lifelong_before_erasing(person, nobody)` hands over to `nobody` the rows that only count, without anything personal
in them. Whatever is not handed over is deleted together with the account: what an app forgets goes.
`lifelong_before_merging(gone, kept)` brings together what there can be but once, when two accounts of one person
become one. Everything else moves by itself.
"""
