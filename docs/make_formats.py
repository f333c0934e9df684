"""Generate docs/formats.md from the readers' own tables.

python docs/make_formats.py            write it
python docs/make_formats.py --check    fail where it is not current
"""

from __future__ import annotations

import sys
from pathlib import Path

from depeche.clean import formats_markdown

PAGE = Path(__file__).with_name("formats.md")
NOTICE = "<!-- Made by docs/make_formats.py: make docs -->\n"


def main() -> None:
    """Write the page, or with --check compare it."""
    text = NOTICE + formats_markdown()
    if "--check" not in sys.argv:
        PAGE.write_text(text, "utf-8")
    elif not PAGE.exists() or PAGE.read_text("utf-8") != text:
        sys.exit("docs/formats.md is not current: make docs")


if __name__ == "__main__":
    main()
