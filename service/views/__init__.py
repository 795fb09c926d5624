"""One blueprint per resource; a view loads its input, calls one use case and dumps what it gave."""

from service.views import health, score

BLUEPRINTS = (health.bp, score.bp)
