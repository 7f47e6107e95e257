"""Handing a shared computer over: after an idle time the screen locks, and the next person finds nothing."""
