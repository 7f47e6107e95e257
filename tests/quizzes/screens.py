"""What tests of the admin's screens ask of an answer."""


def words(response):
    return " ".join(response.content.decode().split())


def is_absent(response):
    return response.status_code == 404 or response["Location"].startswith("/ru/admin/")


def is_refused(response):
    return response.status_code == 403 or (response.status_code == 302 and response["Location"] == "/admin/")
