"""Which words are near a mistyped one. Pure functions."""

NEAR = 0.4  # of the letter triples that two words have in common; below, they look like strangers
MOST_NEAR = 3


def nearest(word, vocabulary):
    """Return the words of the vocabulary that look most like this one, best first; perhaps none.

    `vocabulary` maps words to their `triples`. The measure is Dice's: twice what is common by all there is.
    """
    own = triples(word)
    measured = ((likeness(own, others), other) for other, others in vocabulary.items())
    near = sorted(pair for pair in measured if pair[0] >= NEAR)
    return [other for _, other in near[: -MOST_NEAR - 1 : -1]]


def likeness(one, other):
    return 2 * len(one & other) / (len(one) + len(other))


def triples(word):
    """Return the triples of letters in a word. Two spaces before it make its beginning weigh more."""
    padded = f"  {word} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}
