"""Statements as reports: through whom, with what stance, on which facets, traced to whom."""
