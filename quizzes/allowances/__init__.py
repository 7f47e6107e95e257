"""Allowances and outages in the admin: for those whom the site gives the permission."""
