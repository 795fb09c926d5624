"""Text as submitted: folding with a map back to its code points, quotation marks, sentence starts, reporting verbs."""
