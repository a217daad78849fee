"""Exit codes."""

DONE = 0
FOUND_FAULTS = 1  # by check, audit --strict, eval --min
BAD_INPUT = 2  # or wrong usage; nothing was written
PARTLY_DONE = 3  # of several articles the good ones were written
OWN_FAULT = 70  # a fault of kg itself (EX_SOFTWARE of sysexits.h)
INTERRUPTED = 130  # 128 + SIGINT, as shells report it
BROKEN_PIPE = 141  # 128 + SIGPIPE
