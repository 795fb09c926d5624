"""A claim and the lists in the formats of others: each made from the same records as the JSON."""
