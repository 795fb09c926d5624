"""Who is said to say what in one sentence, and the statements that this makes of a text."""
