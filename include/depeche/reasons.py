"""The closed list of reasons for which something is refused: code → (meaning, what to do).

``docs/quarantine.md`` is made from it, and a test holds every refusal in the code to it.
"""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    # ingest
    "bad_sidecar": (
        "A side-car (`.meta.json`) cannot be read; the file it describes goes on without it.",
        "Write it as `docs/ingest.md` shows and deliver it again with its file.",
    ),
    "late_sidecar": (
        "A side-car came, or was changed, after its file was taken: it has no effect. Its bytes are kept.",
        "Deliver side-cars with their files, or before them.",
    ),
    "orphan_sidecar": ("A side-car lies there without its file.", "Deliver the file, with its side-car."),
    "not_a_file": ("A device, pipe, socket or link to nothing in the drop folder.", "Remove it."),
    "still_changing": (
        "The file was written to while it was read.",
        "Deliver under a name ending in `.part`, then rename.",
    ),
    "unreadable": ("The file cannot be opened or read.", "Give the pipeline's user the right to read it."),
    "unsafe_path": (
        "A name or link that leads out of the archive or of the drop folder (`../`, absolute).",
        "Ask the sender for an archive without such names. The member's bytes are kept.",
    ),
    "archive_bomb": (
        "An archive that unpacks to far more than its size.",
        "If it is honest, raise DEPECHE_MAX_ARCHIVE_RATIO and replay.",
    ),
    "archive_too_deep": (
        "Archives nested too deep.",
        "If they are honest, raise DEPECHE_MAX_ARCHIVE_DEPTH and replay.",
    ),
    "corrupt_archive": (
        "A damaged archive; what came before the damage was taken. Of a lone compressed file nothing is: it has one "
        "checksum for all it holds, so which items are right cannot be told.",
        "Ask for it again.",
    ),
    "truncated_archive": ("An archive that is cut off; what came before was taken.", "Ask for it again."),
    "encrypted_archive": ("A member under a password.", "Deliver it without one."),
    "unsupported_archive": (
        "A kind of archive that is not read.",
        "Deliver it unpacked, as `.zip` or `.tar.gz`.",
    ),
    "too_large": (
        "Over the size a payload may have.",
        "If it is honest, raise DEPECHE_MAX_PAYLOAD_MB and replay; what was fetched, fetch again.",
    ),
    "address_refused": (
        "A host at a private, loopback, link-local or reserved address.",
        "If it is yours, write `allow_private: true` at the feed.",
    ),
    "bad_link": ("A link that is no http or https address.", "Nothing."),
    "content_type": (
        "The server sent an image, a film or another thing that is no text.",
        "Nothing, or leave such links out with `match:` at the feed.",
    ),
    "fetch_failed": (
        "No connection, or one that broke off, in several runs.",
        "Look whether the address still exists.",
    ),
    "fetch_timeout": (
        "The server took too long, in several runs.",
        "If it is just slow, raise DEPECHE_FETCH_SECONDS.",
    ),
    "http_error": (
        "The server answered with an error; the detail has its status.",
        "Nothing, if it is gone.",
    ),
    "redirect_loop": ("Redirects in a circle, or too many.", "Look at the address in a browser."),
    "robots_disallowed": (
        "The site's robots.txt does not allow us to fetch it.",
        "Ask the site for leave; then it can say so in its robots.txt.",
    ),
    "robots_unreachable": (
        "The site's robots.txt could not be had in several runs, so nothing was fetched.",
        "Look whether the site still exists.",
    ),
    # clean
    "empty": ("A payload without a character.", "Ask for it again."),
    "binary": ("An image, PDF, programme or other thing that is no text.", "Remove it from the feed."),
    "unknown_format": (
        "A format that no reader takes; the detail says what it looks like.",
        "See `docs/formats.md`.",
    ),
    "unknown_columns": (
        "A table of texts whose columns are not known: none are declared, or not those that it has.",
        "Declare them with the feed, `columns:` (`docs/ingest.md`), and replay.",
    ),
    "malformed_xml": ("XML that does not parse, cut off or damaged.", "Ask for it again."),
    "unsafe_xml": ("XML with entities or external references.", "Ask the sender for XML without them."),
    "malformed_content": ("Content that cannot be read as its format says.", "Ask for it again."),
    "no_item": (
        "A file of items, messages or rows without any.",
        "Nothing, if it is an index or a heartbeat.",
    ),
    "no_text": (
        "An item without any text.",
        "Nothing, if it is a picture or a graphic, or a package that names none of the items it lists.",
    ),
    "teaser": (
        "A feed's item that only announces a page.",
        "Nothing where the feed fetches its pages; else declare the site as a feed of its own.",
    ),
    "no_dispatch": ("A payload that was read but holds no dispatch.", "Look at it: `depeche raw`."),
    "no_article": ("A page without an article: a front page, a search page, an error page.", "Nothing."),
    "extraction_failed": ("The page's text could not be extracted.", "Report it with its bytes."),
    "partial_update": (
        "An item that changes parts of another and is no whole dispatch.",
        "Ask for the whole item.",
    ),
    "too_complex": ("Markup nested beyond all measure.", "Look at it: `depeche raw`."),
    "timeout": ("Took too long; its worker was killed.", "Raise DEPECHE_PAGE_SECONDS and replay."),
    "memory": ("Needed too much memory.", "Raise DEPECHE_WORKER_MEMORY_MB and replay."),
    "crashed": ("Its worker process died.", "Replay; if it dies again, report it with its bytes."),
    "internal_error": (
        "A defect of this software; the detail names it.",
        "Report it; replay once it is mended.",
    ),
    # normalise
    "absurd_date": (
        "Says it was issued before news agencies were.",
        "Correct the sender's clock or the side-car.",
    ),
    "date_in_future": (
        "Says it was issued after it was collected.",
        "Correct the sender's clock or the side-car.",
    ),
    "language_unknown": ("A long text that is in no language.", "Look at it: `depeche raw`."),
    # validate: the row rules of Great Expectations; they find defects of ours, not of the sender
    "key_missing": ("No usable `dispatch_id`.", "Report it with its bytes."),
    "revision_invalid": ("A revision below 1.", "Report it with its bytes."),
    "digest_invalid": ("No SHA-256 of its bytes or words.", "Report it with its bytes."),
    "source_missing": ("No source, not even UNKNOWN.", "Report it with its bytes."),
    "no_words": ("Neither headline nor text.", "Nothing, if the item is a placeholder."),
    "text_too_long": ("Over two million characters.", "Look at it: is it one dispatch?"),
    "undecodable": ("Characters were lost before it came to us.", "Ask for it again in UTF-8."),
    "control_characters": ("Control characters are left in the text.", "Report it with its bytes."),
    "markup_left": ("Tags are left in the text.", "Report it with its bytes."),
    "date_too_early": ("A date before news agencies.", "Correct the sender's clock or the side-car."),
    "urgency_invalid": ("An urgency outside 1 to 9.", "Ask the sender what it means."),
    "pubstatus_invalid": ("A status that is none of ours.", "Report it with its bytes."),
    "date_basis_invalid": (
        "A basis or precision of a date that is none of ours.",
        "Report it with its bytes.",
    ),
    "confidence_invalid": ("A confidence outside 0 to 1.", "Report it with its bytes."),
    "offsets_wrong": ("Offsets that do not give their words.", "Report it with its bytes."),
    # publish
    "dropped": (
        "A person decided that nothing of its batch is published (table `decisions`).",
        "`depeche quarantine replay --reason dropped`, should that have been wrong.",
    ),
    "conflicting_revision": (
        "The archive has this revision with another text.",
        "Ask the agency which is right. Both are kept raw.",
    ),
    "no_archive": ("Its usage terms forbid archiving, and DEPECHE_NO_ARCHIVE is `refuse`.", "Nothing."),
}

# What servers did not give. It says nothing of how well a batch was read, so the gate does not count it.
NOT_HAD = frozenset(
    (
        "address_refused",
        "bad_link",
        "content_type",
        "fetch_failed",
        "fetch_timeout",
        "http_error",
        "redirect_loop",
        "robots_disallowed",
        "robots_unreachable",
    )
)
