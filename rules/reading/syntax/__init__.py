"""What sentences are made of: tokens, small words, phrases, cuts and the subjects of verbs."""
