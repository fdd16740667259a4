"""Property tests here are about rules, not about speed, and find the same in every run."""

from hypothesis import settings

settings.register_profile("rules", deadline=None, derandomize=True)
settings.load_profile("rules")
