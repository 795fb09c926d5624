"""One blueprint per resource; a view loads its input, calls one use case and dumps what it gave."""

from service.views import articles, claims, docs, events, health, rules, score, sources, stats

BLUEPRINTS = (score.bp, claims.bp, articles.bp, rules.bp, sources.bp, stats.bp, events.bp, health.bp, docs.bp)
