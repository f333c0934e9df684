"""Great Expectations judge a staged batch; ``docs/validation.md`` lists the rules."""

from depeche.validate.engine import prepare
from depeche.validate.gate import validate
from depeche.validate.preview import preview
from depeche.validate.verdict import Verdict, keep, kept

__all__ = ["Verdict", "keep", "kept", "prepare", "preview", "validate"]
