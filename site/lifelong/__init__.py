"""The site that uses the plugin set.

SQLite before 3.51.3 can corrupt a WAL database when the log is reset while
another process writes; Debian's own is older. pysqlite3 brings a repaired one
and takes the place of the standard module before Django looks for it.
"""

import sys

try:
    import pysqlite3
except ImportError:  # not on Linux, or PostgreSQL only: the system check speaks up
    pass
else:
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

__version__ = "0.1.0"
