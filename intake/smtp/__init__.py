"""The wire: SMTP sessions from the greeting to the 250."""
