"""Figures and the commands that make them: `python -m benchmarks.quality`, `benchmarks.speed`."""
