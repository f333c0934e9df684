"""Words of time that are the name of something else: "Black Friday", "USA Today", "rue du 4 Septembre"."""

from __future__ import annotations

from depeche.normalise.event_dates.found import Found


def is_name(found: Found) -> bool:
    """Whether the words of a day are in the name of something else."""
    if "weekday" in found.form:
        return _weekday_is_name(found)
    if found.form == "relative":
        return _is_title(found)
    if found.form not in ("days", "days_other") or "year" in found.groups:
        return False
    before, after = found.text[max(0, found.start - 24) : found.start], found.text[found.end : found.end + 16]
    words = found.words
    return bool(words.no_date_before.search(before) or words.no_date_after.match(after))


def _is_title(found: Found) -> bool:
    """ "USA Today", "«Heute»": a capital within a sentence."""
    printed, words = found.text[found.start : found.end], found.words
    if words.no_day_after.match(found.low[found.end : found.end + 20]):
        return True
    if not printed[0].isupper():
        return False
    before, after = found.text[max(0, found.start - 3) : found.start], found.text[found.end : found.end + 1]
    if words.no_day_before.search(found.low[max(0, found.start - 16) : found.start]):
        return True
    if before[-1:] and before[-1:] in "«“\"'‘„":
        return bool(after) and after in "»”\"'’“"
    head = before.rstrip(" (-–—")
    return not printed.isupper() and bool(head) and head[-1] not in ".!?:\n"


def _weekday_is_name(found: Found) -> bool:
    """ "Black Friday", "Samedi Soir", "Plácido Domingo", "Herr Montag", "every Friday": a weekday that is no day."""
    words, low = found.words, found.low
    if words.no_day_before.search(low[max(0, found.start - 16) : found.start]):
        return True
    if words.no_day_after.match(low[found.end : found.end + 20]):
        return True
    printed = found.text[found.start : found.end]
    if words.language.capitals or not printed[0].isupper() or printed.isupper():
        return False
    # French and Spanish write days small, but at the head of a sentence.
    before = found.text[max(0, found.start - 3) : found.start].rstrip(" «“\"'(-–—")
    if before and before[-1] not in ".!?:\n":
        return True
    follows = found.text[found.end : found.end + 2].strip()
    return follows.isupper() or any(word[0].isupper() for word in printed.split()[1:])
