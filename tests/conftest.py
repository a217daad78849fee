"""How hypothesis runs: the same examples each time, and no clock on a shared machine."""

from hypothesis import settings

settings.register_profile("kg", deadline=None, derandomize=True)
settings.load_profile("kg")
