"""What the service does, in plain functions between the views and the store with the core."""
