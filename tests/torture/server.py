"""A real server: gunicorn in processes of its own, as `make run` starts it, that may be killed."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_WITHIN = 30


def environment(var, settings="lifelong.settings"):
    """Return the environment of a process that serves or manages the school kept in the folder `var`, on SQLite."""
    ours = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "CACHE_URL", "DEBUG")
    }
    path = os.pathsep.join([str(ROOT), str(ROOT / "site")])
    more = {"VAR_DIR": str(var), "DJANGO_SETTINGS_MODULE": settings, "PYTHONPATH": path, "LANG": "C.UTF-8"}
    return ours | more | {"ALLOWED_HOSTS": "127.0.0.1"}


def run(var, *arguments, settings="lifelong.settings"):
    """Run Python with `arguments` on a school and return what it printed."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment(var, settings), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def build_school(var, learners, lessons):
    """Write the school of `tests.torture.school` into a migrated database and return what visitors know of it."""
    code = f"from tests.torture import school; school.write({learners}, {lessons})"
    return json.loads(run(var, "manage.py", "shell", "--no-imports", "--command", code))


class Server:
    """Two workers of four threads on a free port, in a process group of their own."""

    def __init__(self, var, settings="lifelong.settings"):
        self.var = Path(var)
        self.environment = environment(var, settings)
        self.port = _free_port()
        self.log = self.var / "server.log"
        self.process = None

    def start(self):
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "--pythonpath",
            "site",
            "--bind",
            f"127.0.0.1:{self.port}",
        ]
        command += ["--workers", "2", "--worker-class", "gthread", "--threads", "4", "lifelong.wsgi"]
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )

    def wait(self):
        """Wait until somebody answers at the port."""
        deadline = time.monotonic() + START_WITHIN
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise AssertionError(f"The server did not start:\n{self.log.read_text()}")

    def keep_up(self):
        """Start the server again if its master is gone, as a service manager does."""
        if self.process.poll() is not None:
            self.start()

    def workers(self):
        """Return the process ids of the workers."""
        master = self.process.pid
        return [int(pid) for pid in Path(f"/proc/{master}/task/{master}/children").read_text().split()]

    def kill(self, whom, chance):
        """Kill with -9 a "worker", the "master" (its workers live on for a moment) or the whole "group"."""
        if whom == "group":
            os.killpg(self.process.pid, signal.SIGKILL)
        elif whom == "master":
            self.process.kill()
        elif workers := self.workers():
            os.kill(chance.choice(workers), signal.SIGKILL)
        if whom != "worker":
            self.process.wait()

    def stop(self):
        """Stop whatever is left of the server, also workers whose master was killed."""
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=10)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def _free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
