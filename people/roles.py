"""What somebody is here beside a learner: one of the staff, a coordinator."""

MANAGE = "lifelong_people.change_cohort"


def is_staff(person) -> bool:
    """Say whether a person may enter the admin."""
    return person.is_superuser or person.has_perm("wagtailadmin.access_admin")


def opens_the_admin(group) -> bool:
    """Say whether whoever is in a group may enter the admin. Runs a query."""
    return group.permissions.filter(content_type__app_label="wagtailadmin", codename="access_admin").exists()


def may_manage_all(user) -> bool:
    """Say whether a person, a coordinator, looks after every class."""
    return user.has_perm(MANAGE)
