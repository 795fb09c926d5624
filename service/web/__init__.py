"""What is HTTP and nothing else: bodies in, answers out, headers."""
