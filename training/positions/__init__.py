"""How the marks of positions are learnt: see `__main__.py`."""
