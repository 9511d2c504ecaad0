"""The command line. A command parses, calls the public function of its name, and prints.

Exit codes: 0 all went well · 1 an error that is told · 2 wrong usage · 3 read, but something was
skipped · 4 `verify` found faults · 130 stopped by the user.
"""

from onrecord.presentation.cli.main import main

__all__ = ["main"]
