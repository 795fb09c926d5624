"""The addresses of the pages. What htmx asks for is the part of a page that it replaces, all else is a whole page."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, make_response, render_template, request, url_for
from werkzeug.exceptions import HTTPException, NotFound

from rules.errors import CorroboraError
from service.errors import InvalidError, ServiceError
from service.pages import articles as articles_page
from service.pages import overview, policy, reading, reviewing, show, trying
from service.pages.article import stored_article_page
from service.pages.claim import claim_page
from service.pages.distributions import distributions
from service.pages.query import asked
from service.runtime import runtime
from service.usecases import articles as stored_articles
from service.web.describe import JSON
from service.web.problems import answer, problem_of

bp = APIBlueprint("pages", __name__, enable_openapi=False)
show.register(bp)
bp.before_request(policy.refuse_foreign_forms)
bp.after_request(policy.guard)


@bp.get("/")
def index() -> str:
    """What came in, what changed, what needs a check now; the list with its filters."""
    run, query = runtime(), asked(request.args)
    try:
        listed = overview.listed(query.wanted, run) if query.wanted else overview.Listed([], None)
    except InvalidError as error:
        listed = overview.Listed([], None)
        query.problems.extend(error.errors)
    if part():
        return render_template("_list.html", query=query, listed=listed)
    return render_template("overview.html", query=query, listed=listed, desk=overview.desk(run))


@bp.get("/desk")
def desk() -> str:
    """The three short lists alone, for live updates."""
    return render_template("_desk.html", desk=overview.desk(runtime()))


@bp.get("/distributions")
def charts() -> str:
    """How claims are spread: as a page of its own, or the part that the first page loads behind itself."""
    shown = distributions(runtime())
    return render_template("_distributions.html" if part() else "distributions.html", shown=shown)


@bp.get("/claims/<claim_id>")
def claim(claim_id: str) -> str:
    """One claim with every reason for its score."""
    return render_template("claim.html", page=claim_page(claim_id, runtime()), form=reviewing.Form())


@bp.post("/claims/<claim_id>/reviews")
def review(claim_id: str) -> Response | str:
    """Store an analyst's review, or show the form again with what is wrong."""
    form = reviewing.submit(claim_id, request.form, runtime())
    if form.problems:
        page = claim_page(claim_id, runtime())
        template = "_reviews.html" if part() else "claim.html"
        return make_response(render_template(template, page=page, form=form), 200 if part() else 422)
    if part():
        return render_template("_reviews.html", page=claim_page(claim_id, runtime()), form=form)
    return see_other(url_for("pages.claim", claim_id=claim_id) + "#reviews")


@bp.get("/try")
def sandbox() -> str:
    """A box for a sentence."""
    return render_template("try.html", tried=None)


@bp.post("/try")
def sandbox_score() -> str:
    """The sentence scored, its cues marked; nothing is stored."""
    tried = trying.attempt(request.form, runtime())
    return render_template("_tried.html" if part() else "try.html", tried=tried)


@bp.get("/read")
@bp.post("/read")
def reader() -> Response:
    """A box for an article; the article as read, or where it was stored."""
    attempt = reading.attempt(request.form, runtime())
    if attempt.stored:
        address = url_for("pages.article", article_id=attempt.stored)
        return Response(status=204, headers={"HX-Redirect": address}) if part() else see_other(address)
    return make_response(render_template("_read.html" if part() else "read.html", attempt=attempt))


@bp.get("/articles")
def articles() -> str:
    """The articles that are stored, the newest first."""
    after = request.args.get("after", "")
    listed = articles_page.listed(int(after) if after.isdecimal() and len(after) < 19 else None, runtime())
    return render_template("articles.html", listed=listed)


@bp.get("/articles/<article_id>")
def article(article_id: str) -> str:
    """A stored article, its claims, sources and hedges marked, with the cases that it bears on."""
    stored = stored_articles.get(article_id, runtime())
    return render_template("article.html", stored=stored, page=stored_article_page(stored))


@bp.errorhandler(ServiceError)
@bp.errorhandler(CorroboraError)
@bp.errorhandler(HTTPException)
def problem(error: Exception) -> Response:
    """A problem as a page in one sentence."""
    found = problem_of(error)
    return make_response(render_template("problem.html", problem=found), found.status)


@bp.app_errorhandler(NotFound)
def nothing_there(error: NotFound) -> Response:
    """An address that is none: as a page where a browser asks."""
    asked_by = request.accept_mimetypes.best_match([JSON, "text/html"], default=JSON)
    return answer(error) if asked_by == JSON else policy.guard(problem(error))


def see_other(address: str) -> Response:
    """Look there for what came of it."""
    return Response(status=303, headers={"Location": address})


def part() -> bool:
    """Whether only the part of a page is asked for: by htmx, and not to restore a page from its history."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
