"""The dashboard: pages made on the server from the same use cases that answer the JSON interface."""

from service.pages.views import bp

__all__ = ["bp"]
