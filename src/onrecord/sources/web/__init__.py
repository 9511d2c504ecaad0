"""The web: pages at addresses, feeds, lists of addresses, and archives of what others fetched.

Nothing here is asked for unless a person names an address, or a list of them as such.
"""

from onrecord.sources.web.addresses import is_address, name_of, not_there, read_address
from onrecord.sources.web.archives import read_archive
from onrecord.sources.web.pages import pages_at, pages_of_feed, pages_of_list
from onrecord.sources.web.session import Web

__all__ = [
    "Web",
    "is_address",
    "name_of",
    "not_there",
    "pages_at",
    "pages_of_feed",
    "pages_of_list",
    "read_address",
    "read_archive",
]
