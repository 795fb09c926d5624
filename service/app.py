"""The app factory: settings in, a Flask application out, everything wired once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from apiflask import APIFlask
from flask import Flask, Request, Response, request
from flask.sessions import NullSession, SessionInterface
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import MapAdapter

from service import openapi, pages
from service.exports import views as exports
from service.runtime import Runtime
from service.settings import Settings
from service.views import BLUEPRINTS
from service.web import compression, headers, metrics, problems
from service.web.answers import Answer

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class _NoSessions(SessionInterface):
    """Nobody logs in here, so that no request opens a session of its own."""

    _none = NullSession()

    def open_session(self, app: Flask, request: Request) -> NullSession:
        return self._none


class _App(APIFlask):
    response_class = Answer
    session_interface = _NoSessions()
    steps: tuple[headers.Step, ...] = ()
    """What every answer passes through on its way out, with the request that it answers."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """No view or hook is a coroutine; asking each of them with every request takes longer than routing."""
        return func

    def create_url_adapter(self, request: Request | None) -> MapAdapter | None:
        """Routes are the same for every host; Flask reads and encodes its name three times to find that out."""
        if request is None:
            return super().create_url_adapter(None)
        return MapAdapter(self.url_map, request.host, request.root_path, "", request.scheme, request.path,
                          request.method, request.environ.get("QUERY_STRING", ""))

    def preprocess_request(self) -> Any:
        """What the pages register is called before their views; nothing else is registered."""
        return super().preprocess_request() if request.blueprint in self.before_request_funcs else None

    def process_response(self, response: Response) -> Response:
        """Take the steps, after what the pages register.

        Asking Flask's proxy for each attribute of the request takes longer than the steps do.
        """
        asked: Request = request._get_current_object()  # type: ignore[attr-defined]
        if asked.blueprint in self.after_request_funcs:
            response = super().process_response(response)
        for step in self.steps:
            response = step(asked, response)
        return response

    def do_teardown_request(self, exc: BaseException | None = None) -> None:
        """Nothing waits for the end of a request."""

    def wsgi_app(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request, timed from here on."""
        metrics.start(environ)
        return super().wsgi_app(environ, start_response)


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
    problems.register(app)
    openapi.configure(app, run)
    app.steps = (headers.for_sites(settings.cors_origins), compression.compress, metrics.count)
    for blueprint in (*BLUEPRINTS, exports.bp, pages.bp):
        app.register_blueprint(blueprint)
    if many := settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=0, x_proto=many, x_host=many)  # type: ignore[method-assign]
    return app
