#!/usr/bin/env python
"""Somebody else's site."""

import os
import sys

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "foreign.settings"
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
