"""Dates as they are printed → ISO 8601 with the precision that is printed."""

from __future__ import annotations

import calendar
import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_TO_NUMBER = {m: n for n, m in enumerate(MONTHS, 1)}

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:[T,\s]\s*(?:at\s+)?\d{1,2}:\d\d\S*(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?)?"

FORMS = tuple(
    re.compile(rf"{_WEEKDAY}{form}", re.IGNORECASE)
    for form in (
        rf"{_MONTH}\s+{_DAY}(?:\s*[-–]\s*\d+)?,?\s+{_YEAR}{_TIME}",  # November 11, 2021
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}{_TIME}",  # 11 November 2021
        rf"{_YEAR},?\s+{_MONTH}(?:\s+{_DAY})?",  # 2021 Nov 11
        rf"{_YEAR}[-/.](?P<month>[01]?\d)[-/.]{_DAY}{_TIME}",  # 2021-11-11
        rf"{_YEAR}-(?P<month>[01]\d)",  # 2021-11
        rf"{_DAY}\.\s?(?P<month>[01]?\d)\.\s?{_YEAR}",  # 11.11.2021
        rf"{_MONTH}(?:\s*[-–/]\s*[a-z]+\.?)?,?\s+{_YEAR}",  # Nov 2021
        rf"(?:(?:spring|summer|autumn|fall|winter),?\s+)?{_YEAR}",  # Spring 2021
    )
)
SLASHED = re.compile(rf"(\d\d?)/(\d\d?)/{_YEAR}")


def parse_date(text: str) -> str | None:
    """Return a printed date as "2021-11-11", "2021-11" or "2021"; None where it is no date.

    What is printed and not certain (31 February, 3/4/2021) is left out, never guessed.
    """
    text = " ".join(text.split()).strip(" .,;()[]")
    for form in FORMS:
        if m := form.fullmatch(text):
            parts = m.groupdict()
            day = int(parts.get("day") or 0)
            return iso_date(int(parts["year"]), _month(parts.get("month")), day)
    if m := SLASHED.fullmatch(text):
        first, second, year = int(m[1]), int(m[2]), int(m["year"])
        if first == second or max(first, second) > len(MONTHS):
            return iso_date(year, min(first, second), max(first, second))
        return iso_date(year)
    return None


def iso_date(year: int, month: int = 0, day: int = 0) -> str:
    """Write a date as far as it is known (0 is not) and there is such a one."""
    if not 0 < month <= len(MONTHS):
        return f"{year:04}"
    if not 0 < day <= calendar.monthrange(year, month)[1]:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"


def _month(printed: str | None) -> int:
    """Return the number of a month that is printed as a word or as digits, else 0."""
    if not printed or printed.isdigit():
        return int(printed or 0)
    return MONTH_TO_NUMBER[printed[:3].lower()]
