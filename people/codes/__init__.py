"""A one-time code after the password, for staff who want it: from an app on their telephone, by django-otp."""
