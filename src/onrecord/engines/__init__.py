"""Where the flow runs. Every engine has the same functions and gives the same record."""
