"""How pairs are marked: each right pair earns an equal share.

Source: Moodle 4.5, `qtype_match_question::get_num_parts_right` and `grade_response`. As there, what belongs to
two prompts counts at both.
"""

from decimal import Decimal


def fraction_of(chosen, pair):
    """Return what one pair earns of its share: 1 where what was chosen belongs to it.

    `chosen` is {pair id: id of what was chosen}; `pair` is {"id", "match"}, its match named by the first
    pair that has the same.
    """
    return Decimal(chosen.get(pair["id"]) == pair["match"])
