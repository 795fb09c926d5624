"""What every answer passes through on its way out."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Request, Response, request

Step = Callable[[Request, Response], Response]


def register(app: Flask, *steps: Step) -> None:
    """Have every answer of `app` pass through `steps`, one after the other, with the request that it answers.

    Asking Flask's proxy for each attribute of the request takes longer than the steps do.
    """

    @app.after_request
    def finish(response: Response) -> Response:
        asked = request._get_current_object()  # type: ignore[attr-defined]
        for step in steps:
            response = step(asked, response)
        return response
