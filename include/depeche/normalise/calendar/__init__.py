"""Days and instants as words state them: names of months, dates, zones, the time line of a teleprinter."""
