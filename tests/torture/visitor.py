"""A browser as far as the server sees one: cookies, the form's token, and forms posted as browsers post them."""

from http.client import HTTPConnection
from urllib.parse import urlencode

TOKEN = "t" * 32  # as good as any: a browser proves that it has the same one in its cookie and in its form
TIMEOUT = 30


def body_of(fields):
    """Return the body of a posted form."""
    return urlencode(fields | {"csrfmiddlewaretoken": TOKEN}).encode()


def headers(session=None, is_script=False):
    """Return what a browser of a learner (or of nobody) sends along."""
    cookie = f"csrftoken={TOKEN}" + (f"; sessionid={session}" if session else "")
    return {
        "Cookie": cookie,
        "Accept": "application/json" if is_script else "text/html",
        "Content-Type": "application/x-www-form-urlencoded",
    }


def save_of(item, answer, *, key, tab, sequence, age=0):
    """Return the form in which the script saves one answer."""
    answered = {f"item-{item['id']}": answer, f"version-{item['id']}": item["digest"]}
    order = {"key": key, "tab": tab, "sequence": sequence, "age": age}
    return answered | {"do": "save", "only": item["id"]} | order


def answer_json(item, answer):
    """Return an answer as the server keeps it."""
    return {"option": answer} if item["options"] else {"text": answer}


def fingerprint(item, answer):
    """Return by which digest the server acknowledges an answer: it shares its secret with these tests."""
    from quizzes.answering import fingerprint as made_by_the_server  # the bench uses this file without Django

    return made_by_the_server(answer_json(item, answer) if answer else None)


class Visitor:
    """One browser of one learner, on a connection that is kept as long as the server lives."""

    def __init__(self, port, session):
        self.session = session
        self.connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)

    def post(self, path, fields, is_script=False):
        """Return (status, body). Raises OSError or HTTPException when the server dies under it."""
        try:
            self.connection.request("POST", path, body_of(fields), headers(self.session, is_script))
            response = self.connection.getresponse()
            return response.status, response.read()
        except Exception:
            self.connection.close()  # the next try opens another
            raise

    def close(self):
        self.connection.close()
