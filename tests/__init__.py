"""Tests of onrecord; they mirror the folders of the package."""
