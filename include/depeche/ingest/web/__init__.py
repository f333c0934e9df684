"""The web: fetching with manners and with care, for the kinds of feed that need it."""
