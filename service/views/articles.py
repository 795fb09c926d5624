"""Articles: read, store and link, show, list, forget."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response, url_for

from service.exports.lists import listing
from service.records.articles import ArticleAnswer, ArticlePage, ReadAnswer
from service.runtime import runtime
from service.schemas.article import EXAMPLE, document
from service.schemas.queries import HistoryQuery
from service.usecases import articles, reading
from service.web import bodies
from service.web.answers import answer, answer_in_pieces, nothing
from service.web.describe import BODY, operation, query

COLUMNS = ("id", "title", "publisher", "url", "published_at", "created_at")
bp = APIBlueprint("articles", __name__, url_prefix="/v1/articles", tag={
    "name": "articles", "description": "Whole articles: who says what, and which cases it bears on"})


@bp.post("/read")
@operation("readArticle", takes="ArticleIn", example=EXAMPLE, gives=ReadAnswer, says="What the article says",
           problems=BODY)
def read() -> Response:
    """Read an article without storing anything

    Its reports come with the cases that it tells of by itself, scored; what is stored is not looked at. A text that is
    longer than those that are stored is only read: it has no cases.
    """
    return answer(reading.read(document(bodies.read_json()), runtime()))


@bp.post("")
@operation("createArticle", takes="ArticleIn", example=EXAMPLE, gives=ArticleAnswer, status=201, says="Stored",
           problems=(*BODY, 503), headers={"Location": "Where the article is"},
           also={200: "The same content was stored before"})
def create() -> Response:
    """Read an article, link its reports to cases, score these and store all

    The same content by the same publisher is the same article, however often it is sent. A text that is stored may
    have as many characters as that of a claim.
    """
    run = runtime()
    stored, new = articles.submit(document(bodies.read_json(), run.limits.text), run)
    where = url_for("articles.show", article_id=stored.article.id)
    return answer_in_pieces(stored, 201 if new else 200, Location=where)


@bp.get("")
@operation("listArticles", gives=ArticlePage, says="One page", problems=(422, 503))
@query(HistoryQuery)
def listed(query_data: dict[str, Any]) -> Response:
    """List articles, the newest first"""
    return listing(lambda wanted, run: articles.listed(int(wanted["cursor"]) or None, wanted["limit"], run), query_data,
                   COLUMNS, runtime())


@bp.get("/<article_id>")
@operation("getArticle", gives=ArticleAnswer, says="The article", problems=(404, 503))
def show(article_id: str) -> Response:
    """Show an article with its reports and their cases"""
    return answer_in_pieces(articles.get(article_id, runtime()))


@bp.delete("/<article_id>")
@operation("deleteArticle", status=204, says="Forgotten", problems=(404, 503))
def delete(article_id: str) -> Response:
    """Forget an article and score again what it supported"""
    articles.delete(article_id, runtime())
    return nothing()
