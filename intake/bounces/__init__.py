"""Bounces: what a mail system says became of a letter of ours."""
