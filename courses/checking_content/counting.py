"""Counting words and sentences as a reader meets them."""

import re

LONG = 13  # letters


def sentences(words):
    """Return the sentences of a text; the members of a list are sentences of their own."""
    lines = words.replace("**", "").split("\n")
    lines = [re.sub(r"^\s*(\d+\.|-)\s", "", line).strip() for line in lines]
    return [one for line in lines for one in re.split(r"(?<=[.!?:])\s+", line) if one]


def length(sentence):
    """Return the number of words in a sentence."""
    return len(re.findall(r"\w[\w’-]*", sentence))


def count(texts):
    """Return the number of words in several `Text`s."""
    return sum(length(sentence) for text in texts for sentence in sentences(text.words))


def lengths(texts):
    return [length(sentence) for text in texts for sentence in sentences(text.words)]


def mean_length(texts):
    found = lengths(texts)
    return sum(found) / len(found) if found else 0


def longest(texts):
    return max(lengths(texts), default=0)


def share_of_long_words(texts):
    words = [word for text in texts for word in re.findall(r"\w+", text.words)]
    return sum(len(word) >= LONG for word in words) / len(words) if words else 0
