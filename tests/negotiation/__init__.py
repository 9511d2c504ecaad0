"""Tests of onrecord.negotiation."""
