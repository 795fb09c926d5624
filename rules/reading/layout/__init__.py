"""What stands on a page beside and around an article: lines, credits, markup, the language it is in."""
