"""What a ninjs item says that no table knows, or that a field has no room for."""

from __future__ import annotations

from depeche.clean.instants import other_instants
from depeche.clean.json.items import Item
from depeche.clean.json.unknown import further, unknown_inside
from depeche.clean.json.values import Members, first, listed, members, strings
from depeche.clean.ninjs.linked import MEDIA, is_listing, linked, others
from depeche.clean.ninjs.mapping import INSIDE, LEFT_OUT, OF_ASSOCIATIONS, ROLES, SINGLE, is_known

# Members of an associated item that are its words: of a picture they are mapped, and of what a package lists.
_WORDS = ("headline", "body_", "bodies", "description", "abstract", "title")
# Members whose words are text, whatever else they are reported whole.
_SPOKEN = ("body_", "description_")


def unmapped(given: Item, item: Members) -> list[str]:
    """Paths of what no table knows, and of what differs from the value that its field has room for."""
    read = {name: value for name, value in given.items() if is_known(name.lower())}
    found = [name for name in given if name.lower() in item and name not in read]
    spoken = {name: value for name, value in read.items() if name.lower().startswith(_SPOKEN)}
    found += [n for n, v in spoken.items() if n.lower().startswith("description_") and not strings(v)]
    read = {name: value for name, value in read.items() if name not in spoken}
    found += unknown_inside(read, INSIDE, LEFT_OUT)
    found += ["associations"] if any(isinstance(entry, str | int) for entry in linked(item)) else []
    is_package = is_listing(item)
    for other in others(item):
        is_read = is_package or first(other, "type") in MEDIA
        found += [
            f"associations/{name}"
            for name in other
            if not (name in OF_ASSOCIATIONS or is_known(name)) or (not is_read and name.startswith(_WORDS))
        ]
    sources = (*listed(item.get("infosource")), *listed(item.get("infosources")))
    roles = (first(members(s), "rel", "role") for s in sources if isinstance(s, dict))
    found += ["infosources/role" for role in roles if role and role not in ROLES]
    found += other_instants(lambda name: first(item, name), "firstcreated", "contentcreated")
    found += ["located[2]"] if len(listed(item.get("located"))) > 1 else []
    return [*found, *further(item, *SINGLE)]
