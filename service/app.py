"""The app factory: settings in, a Flask application out, everything wired once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from apiflask import APIFlask

from service import errors, openapi, pages
from service.exports import views as exports
from service.runtime import Runtime
from service.settings import Settings
from service.views import BLUEPRINTS
from service.web import compression, headers, metrics


class _App(APIFlask):
    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """No view or hook is a coroutine; asking each of them with every request takes longer than routing."""
        return func


def create_app(settings: Settings | None = None) -> APIFlask:
    """An application with its rulebook loaded and its database up to date, ready to be forked.

    Without settings the environment decides (`CORROBORA_DATABASE` and so on). Raises RulebookError where the data are
    wrong, SettingsError for a setting that cannot be used, UnavailableError where the database cannot be.
    """
    settings = settings or Settings.load()
    run = Runtime.start(settings)
    app = _App("service", title="Corrobora", version=run.rulebooks.base.version, json_errors=False, docs_path=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body
    app.extensions["corrobora"] = run
    errors.register(app)
    openapi.configure(app, run)
    metrics.register(app)
    compression.register(app)
    headers.register(app, settings.cors_origins)
    for blueprint in (*BLUEPRINTS, exports.bp, pages.bp):
        app.register_blueprint(blueprint)
    return app
