"""What this room adds to Wagtail and to the other rooms."""

from wagtail import hooks

from .family import own_data


@hooks.register("lifelong_own_data")
def tell_people_which_plans_they_wrote(person):
    return own_data.parts(person)


@hooks.register("lifelong_erasing")
def tell_what_erasing_does_to_plans(person):
    return own_data.what_goes_and_stays(person)
