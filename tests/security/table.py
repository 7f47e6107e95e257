"""The authorisation table: who gets what from every address of the site.

A new address or page type fails `test_authorisation.py` until it has its rows here. The words:

    200, 204, 403, 404, 405   the answer's status
    sign-in              sent to the sign-in page
    own                  sent on to one's own place, My learning
    course               sent to the page of the course
    front                sent to the front page, for want of a lesson to go back to
    lock                 sent to the screen that asks for one's own secret
    account              sent to the page of one's own account
    stay                 sent to the same address again, as after saving

The door of a lab computer exists at lab computers only: `tests/people/test_lab_door.py` has its rules.

Wagtail's own addresses, all below `admin/`, are for staff only: no rows, but
`test_admin_addresses.py` tries each of them as a stranger, as a learner and as a guardian.
"""

from dataclasses import dataclass

ROLES = ("anonymous", "learner", "outsider", "teacher", "neighbour", "coordinator", "admin")
# learner: takes the course. outsider: takes another one. teacher: staff who write the course.
# neighbour: staff who write another course. coordinator: staff who look after all pages.

ADDRESSES = """
address                      method  anonymous learner outsider teacher neighbour coordinator admin

<language>/sign-in/             GET     200      own      own     own     own        own       own
<language>/sign-in/             POST    200      200      200     200     200        200       200
<language>/sign-in/             DELETE  405      405      405     405     405        405       405
<language>/sign-in/login/       GET     200      own      own     own     own        own       own
<language>/sign-in/login/       POST    200      200      200     200     200        200       200
<language>/sign-in/login/       DELETE  405      405      405     405     405        405       405
<language>/sign-in/new/         GET     404      404      404     404     404        404       404
<language>/sign-in/new/         POST    405      405      405     405     405        405       405
<language>/sign-in/new/         DELETE  405      405      405     405     405        405       405
<language>/sign-in/<int:cohort>/ GET    404      404      404     404     404        404       404
<language>/sign-in/<int:cohort>/ POST   405      405      405     405     405        405       405
<language>/sign-in/<int:cohort>/ DELETE 405      405      405     405     405        405       405
<language>/sign-in/<int:cohort>/<int:member>/ GET    404  404  404  404  404  404  404
<language>/sign-in/<int:cohort>/<int:member>/ POST   404  404  404  404  404  404  404
<language>/sign-in/<int:cohort>/<int:member>/ DELETE 405  405  405  405  405  405  405
<language>/sign-in/<int:cohort>/<int:member>/photo/ GET    404  404  404  404  404  404  404
<language>/sign-in/<int:cohort>/<int:member>/photo/ POST   405  405  405  405  405  405  405
<language>/sign-in/<int:cohort>/<int:member>/photo/ DELETE 405  405  405  405  405  405  405
<language>/sign-in/code/        GET   sign-in  sign-in  sign-in sign-in sign-in    sign-in   sign-in
<language>/sign-in/code/        POST  sign-in  sign-in  sign-in sign-in sign-in    sign-in   sign-in
<language>/sign-in/code/        DELETE  405      405      405     405     405        405       405
<language>/lock/                GET     405      405      405     405     405        405       405
<language>/lock/                POST  sign-in    lock     lock    lock    lock       lock      lock
<language>/lock/                DELETE  405      405      405     405     405        405       405
<language>/locked/              GET   sign-in    own      own     own     own        own       own
<language>/locked/              POST  sign-in    own      own     own     own        own       own
<language>/locked/              DELETE  405      405      405     405     405        405       405
<language>/here/                GET   sign-in    200      200     200     200        200       200
<language>/here/                POST    405      405      405     405     405        405       405
<language>/here/                DELETE  405      405      405     405     405        405       405
<language>/sign-out/            GET     405      405      405     405     405        405       405
<language>/sign-out/            POST  sign-in  sign-in  sign-in sign-in sign-in    sign-in   sign-in
<language>/sign-out/            DELETE  405      405      405     405     405        405       405
<language>/register/            GET     404      404      404     404     404        404       404
<language>/register/            POST    404      404      404     404     404        404       404
<language>/register/            DELETE  405      405      405     405     405        405       405
<language>/look/                GET     405      405      405     405     405        405       405
<language>/look/                POST    own      own      own     own     own        own       own
<language>/look/                DELETE  405      405      405     405     405        405       405
<language>/account/             GET   sign-in    200      200     200     200        200       200
<language>/account/             POST  sign-in    stay     stay    stay    stay       stay      stay
<language>/account/             DELETE sign-in   405      405     405     405        405       405
<language>/account/about/       GET   sign-in    200      200     200     200        200       200
<language>/account/about/       POST  sign-in  account  account account account    account   account
<language>/account/about/       DELETE sign-in   405      405     405     405        405       405
<language>/privacy/             GET     200      200      200     200     200        200       200
<language>/privacy/             POST    405      405      405     405     405        405       405
<language>/privacy/             DELETE  405      405      405     405     405        405       405
<language>/account/codes/       GET   sign-in    404      404     200     200        200       200
<language>/account/codes/       POST  sign-in    404      404     200     200        200       200
<language>/account/codes/       DELETE sign-in   405      405     405     405        405       405
<language>/account/data/        GET   sign-in    200      200     200     200        200       200
<language>/account/data/        POST  sign-in    stay     stay    stay    stay       stay      stay
<language>/account/data/        DELETE sign-in   405      405     405     405        405       405
<language>/account/data/file/   GET     405      405      405     405     405        405       405
<language>/account/data/file/   POST  sign-in    200      200     200     200        200       200
<language>/account/data/file/   DELETE  405      405      405     405     405        405       405
<language>/account/photo/       GET   sign-in    200      200     200     200        200       200
<language>/account/photo/       POST  sign-in    200      200     200     200        200       200
<language>/account/photo/       DELETE sign-in   405      405     405     405        405       405
<language>/account/secret/      GET   sign-in    200      200     200     200        200       200
<language>/account/secret/      POST  sign-in    200      200     200     200        200       200
<language>/account/secret/      DELETE sign-in   405      405     405     405        405       405
<language>/my-learning/         GET   sign-in    200      200     200     200        200       200
<language>/my-learning/         POST    405      405      405     405     405        405       405
<language>/my-learning/         DELETE  405      405      405     405     405        405       405
<language>/notebook/            GET   sign-in    200      200     200     200        200       200
<language>/notebook/            POST    405      405      405     405     405        405       405
<language>/notebook/            DELETE  405      405      405     405     405        405       405
<language>/family/              GET   sign-in    200      200     200     200        200       200
<language>/family/              POST    405      405      405     405     405        405       405
<language>/family/              DELETE  405      405      405     405     405        405       405
<language>/family/plan/         GET   sign-in    200      200     200     200        200       200
<language>/family/plan/         POST  sign-in    200      200     200     200        200       200
<language>/family/plan/         DELETE  405      405      405     405     405        405       405
<language>/family/<int:learner>/ GET    405      405      405     405     405        405       405
<language>/family/<int:learner>/ POST sign-in    404      404     404     404        404       404
<language>/family/<int:learner>/ DELETE 405      405      405     405     405        405       405
<language>/search/              GET     200      200      200     200     200        200       200
<language>/search/              POST    405      405      405     405     405        405       405
<language>/search/              DELETE  405      405      405     405     405        405       405

<language>/reader/              GET     405      405      405     405     405        405       405
<language>/reader/              POST   front    front    front   front   front      front     front
<language>/reader/              DELETE  405      405      405     405     405        405       405

<language>/files/<uuid:pk>/     GET   sign-in    200      404     200     404        200       200
<language>/files/<uuid:pk>/     POST    405      405      405     405     405        405       405
<language>/files/<uuid:pk>/     DELETE  405      405      405     405     405        405       405

<language>/_util/login/         GET   sign-in  sign-in  sign-in sign-in sign-in    sign-in   sign-in
<language>/_util/login/         POST  sign-in  sign-in  sign-in sign-in sign-in    sign-in   sign-in
<language>/_util/login/         DELETE sign-in sign-in  sign-in sign-in sign-in    sign-in   sign-in
admin/login/                    GET   sign-in  sign-in  sign-in sign-in sign-in    sign-in   sign-in
admin/login/                    POST  sign-in  sign-in  sign-in sign-in sign-in    sign-in   sign-in
admin/login/                    DELETE sign-in sign-in  sign-in sign-in sign-in    sign-in   sign-in

sitemap.xml                     GET     200      200      200     200     200        200       200
sitemap.xml                     POST    405      405      405     405     405        405       405
sitemap.xml                     DELETE  405      405      405     405     405        405       405
robots.txt                      GET     200      200      200     200     200        200       200
robots.txt                      POST    405      405      405     405     405        405       405
robots.txt                      DELETE  405      405      405     405     405        405       405

^media/(?P<path>.+)$            GET     200      200      200     200     200        200       200
^media/(?P<path>.+)$            POST    405      405      405     405     405        405       405
^media/(?P<path>.+)$            DELETE  405      405      405     405     405        405       405
documents/^(\\d+)/(.*)$         GET     200      200      200     200     200        200       200
documents/^(\\d+)/(.*)$         POST    200      200      200     200     200        200       200
documents/^(\\d+)/(.*)$         DELETE  200      200      200     200     200        200       200
"""

# No page and no document of the school is behind a password, so there is nothing to unlock.
PASSWORDS = """
documents/authenticate_with_password/<int:restriction_id>/
<language>/_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/
"""

# This one leads to pages, and each type of page has its own rows.
PAGE_ADDRESS = r"<language>/^((?:[\w\-]+/)*)$"

PAGES = """
page                         method  anonymous learner outsider teacher neighbour coordinator admin

home                            GET     200      200      200     200     200        200       200
home                            POST    405      405      405     405     405        405       405
home                            DELETE  405      405      405     405     405        405       405
subjects                        GET     200      200      200     200     200        200       200
subjects                        POST    405      405      405     405     405        405       405
subjects                        DELETE  405      405      405     405     405        405       405
subject                         GET     200      200      200     200     200        200       200
subject                         POST    405      405      405     405     405        405       405
subject                         DELETE  405      405      405     405     405        405       405
course                          GET     200      200      200     200     200        200       200
course                          POST  sign-in    stay     stay    stay    stay       stay      stay
course                          DELETE  405      405      405     405     405        405       405
sources                         GET     200      200      200     200     200        200       200
sources                         POST    405      405      405     405     405        405       405
sources                         DELETE  405      405      405     405     405        405       405
module                          GET   course   course   course  course  course     course    course
module                          POST  course   course   course  course  course     course    course
module                          DELETE  405      405      405     405     405        405       405
lesson                          GET   course     200    course    200   course       200       200
lesson                          POST  sign-in    stay   course  course  course     course    course
lesson                          DELETE course    405    course    405   course       405       405
quiz                            GET   course     200    course    200   course       200       200
quiz                            POST  sign-in    stay   course  course  course     course    course
quiz                            DELETE course    405    course    405   course       405       405
open-lesson                     GET     200      200      200     200     200        200       200
open-lesson                     POST  sign-in  course   course  course  course     course    course
open-lesson                     DELETE  405      405      405     405     405        405       405
"""


@dataclass(frozen=True)
class Row:
    """What one role gets from one address or page by one method."""

    what: str
    method: str
    role: str
    expected: str

    def __str__(self):
        return f"{self.method} {self.what} as {self.role}"


def rows(table):
    """Return the `Row`s of a table, one for each cell."""
    lines = [line.split() for line in table.splitlines()[2:] if line.strip()]
    return [
        Row(what, method, role, expected)
        for what, method, *cells in lines
        for role, expected in zip(ROLES, cells, strict=True)
    ]


def address_rows():
    locked = [
        Row(what, method, role, "404") for what in PASSWORDS.split() for method in METHODS for role in ROLES
    ]
    return rows(ADDRESSES) + locked


METHODS = ("GET", "POST", "DELETE")
