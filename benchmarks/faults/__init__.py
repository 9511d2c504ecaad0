"""What a record survives: kills, full and broken disks, power cuts.

Run with `python -m benchmarks.faults`.
"""
