"""Great Expectations judge a staged batch; ``docs/validation.md`` lists the rules."""

from depeche.validate.gate import Verdict, validate

__all__ = ["Verdict", "validate"]
