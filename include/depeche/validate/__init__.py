"""Great Expectations judge a staged batch; ``docs/validation.md`` lists the rules."""

from depeche.validate.gate import Verdict, validate
from depeche.validate.preview import preview

__all__ = ["Verdict", "preview", "validate"]
