"""What is remembered: one small module per table, over one database."""
