"""The app factory: settings in, a Flask application out, everything wired once."""

from __future__ import annotations

from threading import BoundedSemaphore

from apiflask import APIFlask

import rules
from service import errors, openapi
from service.runtime import Runtime
from service.schemas.limits import Limits
from service.settings import Settings
from service.store.database import Database
from service.store.migrate import migrate
from service.views import BLUEPRINTS
from service.web import headers, metrics


def create_app(settings: Settings | None = None) -> APIFlask:
    """An application with its rulebook loaded; raises RulebookError where the data are wrong.

    Without settings the environment decides (`CORROBORA_DATABASE` and so on).
    """
    settings = settings or Settings.load()
    rulebook = rules.load_rulebook(settings.rulebook)
    app = APIFlask("service", title="Corrobora", version=rulebook.version, json_errors=False, docs_path=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body
    database = Database(settings.database, settings.busy_timeout)
    migrate(database)
    app.extensions["corrobora"] = run = Runtime(
        settings, rulebook, Limits.of(settings), database, BoundedSemaphore(settings.event_streams))
    errors.register(app)
    openapi.configure(app, run)
    metrics.register(app)
    headers.register(app, settings.cors_origins)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app
