"""Which lessons a fact is used in: a teacher names each by the end of its address."""


def names_in(used_in):
    """Return the names in a text with commas between them."""
    return [name.strip().strip("/") for name in (used_in or "").split(",") if name.strip().strip("/")]


def is_named(name, path):
    """Say whether a path such as courses/…/module/lesson ends with the parts of `name`."""
    return f"/{path.strip('/')}".endswith(f"/{name}")


def steps_using(used_in, steps):
    names = names_in(used_in)
    return [step for step in steps if any(is_named(name, step.url) for name in names)]
