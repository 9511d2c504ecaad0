"""`python -m onrecord` is the command line."""

from onrecord.presentation.cli import main

main()
