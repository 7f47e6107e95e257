"""Finding courses, lessons and tests by the beginnings of their words, in three languages.

SQLite has no stemming and PostgreSQL none for Kazakh, so neither is asked for any: words are folded
(`words`), kept in a table of our own (`indexing`) and looked for by their beginnings (`finding`). Where nothing is
found, near words are offered (`nearness`).
"""
