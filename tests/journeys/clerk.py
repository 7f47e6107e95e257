"""Does one management command after the other for a school that is open: to start Django takes longer than most of them.

Asked by a line of JSON, the arguments of `manage.py`; answers with a line, [what was printed, what went wrong or null].
"""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from traceback import format_exc

from django.core.management import execute_from_command_line
from django.db import connections
from django.utils import translation


def serve():
    """Read from standard input until it is closed."""
    answers = sys.stdout
    for line in sys.stdin:
        print(json.dumps(_do(json.loads(line))), file=answers, flush=True)


def _do(arguments):
    printed, failure = io.StringIO(), None
    with redirect_stdout(printed), redirect_stderr(printed):
        try:
            execute_from_command_line(["manage.py", *arguments])
        except (Exception, SystemExit):  # noqa: BLE001 - whoever asked is told
            failure = f"{printed.getvalue()}\n{format_exc()}"
    connections.close_all()
    translation.deactivate()
    return printed.getvalue(), failure
