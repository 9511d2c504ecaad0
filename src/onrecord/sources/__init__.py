"""Where text comes from: files, folders, tables, JSON lines and standard input, page by page.

`find_pages` yields every article it finds as a `Page`, and what it cannot read as an
`ArticleUnreadable` with a reason that can be counted; it raises `SourceUnreadable` only where
the path, table or manifest that was named cannot be used at all.
"""

from onrecord.sources.options import SourceOptions
from onrecord.sources.pages import find_pages

__all__ = ["SourceOptions", "find_pages"]
